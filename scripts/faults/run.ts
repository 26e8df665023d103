import { setTimeout as sleep } from 'node:timers/promises'
import { type Cluster, startCluster } from '../cluster/cluster.ts'
import type { Program } from '../cluster/program.ts'
import type { Row } from '../invariants/invariant.ts'
import { randomOf } from '../invariants/random.ts'
import type { Evidence } from './checkers/checker.ts'
import { checkers } from './checkers/index.ts'
import type { FaultEvent, FaultKind } from './fault.ts'
import { startLoad } from './load.ts'
import { mirrorControl } from './mirror-control.ts'
import { runNemesis } from './nemesis.ts'
import { planFaults } from './plan.ts'
import { startPublisher } from './publisher.ts'
import { scriptedClaude } from './scripted-claude.ts'
import { settle } from './settle.ts'
import { webhookReceivers } from './webhook-receivers.ts'

const ANSWER_TIMEOUT_MS = 15_000
const FAULTS_PER_MINUTE = 24
/** The load begins before the faults, so that keys are known and caches warm. */
const BEFORE_MS = 5_000
/** After the last fault the load goes on, so that recovery is seen by clients too. */
const AFTER_MS = 20_000
const SHIPPING_MS = 15_000
const RESTART_MS = 1_000
/** Real waits would take days: as many attempts as it takes, moments apart. */
const RETRY_SECONDS = ['0', ...Array.from({ length: 80 }, () => '1')].join(',')

export interface FaultRun {
  seed: number
  minutes: number
  kinds: readonly FaultKind[]
  /** Filings a second. */
  filingsPerSecond: number
  say: (line: string) => void
}

export interface FaultReport {
  events: FaultEvent[]
  results: { id: string; title: string; rows: Row[] }[]
}

/** Faults on, then faults off, then judgement. */
export async function runFaults(run: FaultRun): Promise<FaultReport> {
  const random = randomOf(run.seed ^ 0x5eed)
  const claude = await scriptedClaude()
  const receivers = await webhookReceivers(randomOf(run.seed + 1))
  let cluster: Cluster | undefined
  try {
    cluster = await startCluster({
      objects: 's3',
      workerEnv: {
        ...claude.env,
        CLAUDE_FRESH_HOURS: '100000',
        CLAUDE_USD_PER_DAY: '1000',
        WEBHOOK_RETRY_SECONDS: RETRY_SECONDS,
      },
      say: run.say,
    })
    return await judge(cluster)
  } finally {
    await cluster?.close()
    await receivers.close()
    await claude.close()
  }

  async function judge(running: Cluster): Promise<FaultReport> {
    const edgar = mirrorControl(running.mirror.url)
    await receivers.subscribe(running.sql())
    const load = await startLoad({
      sql: running.sql(),
      url: running.nginx.url,
      seed: run.seed,
      random,
      writers: 6,
      readers: 6,
      pauseMs: 120,
      dispatcher: running.nginx.agent({
        connections: 64,
        headersTimeout: ANSWER_TIMEOUT_MS,
        bodyTimeout: ANSWER_TIMEOUT_MS,
      }),
      known: () => [...edgar.shown.keys()].slice(0, 500),
    })
    const supervisor = supervise(running, run.say)
    const publisher = startPublisher(edgar, randomOf(run.seed + 2), run.filingsPerSecond)
    await sleep(BEFORE_MS)

    const forMs = run.minutes * 60_000
    const count = Math.max(1, Math.round(run.minutes * FAULTS_PER_MINUTE))
    const plan = planFaults(run.kinds, { seed: run.seed, count, forMs })
    run.say(`phase 1: ${plan.length} faults in ${run.minutes} minutes`)
    const field = { cluster: running, edgar, claude, receivers }
    const faults = await runNemesis(plan, field, run.say)
    await edgar.heal()
    await publisher.stop()
    const faultsEndedAt = Date.now()

    run.say(`phase 2: no more faults; ${edgar.shown.size} filings were shown`)
    await running.reconnect()
    const settling = settle(field, publisher.day, run.say)
    await sleep(AFTER_MS)
    await load.stop()
    const settled = await settling
    run.say(`last seen open, in ms: ${JSON.stringify(settled.lastOpenMs)}`)
    if (!settled.quiet) run.say(`not quiet: ${JSON.stringify(settled.open)}`)
    await sleep(SHIPPING_MS)
    const deaths = await supervisor.stop()

    const evidence: Evidence = {
      cluster: running,
      sql: running.sql(),
      edgar,
      edgarRequests: await edgar.requests(),
      claude,
      receivers,
      load,
      faults,
      deaths,
      settled,
      faultsEndedAt,
    }
    const results: FaultReport['results'] = []
    for (const { id, title, check } of checkers) {
      const rows = await check(evidence).catch((error: Error) => [
        { check: `could not be judged: ${error.message}`, value: 1, unit: 'errors', at_most: 0, ok: false },
      ])
      results.push({ id, title, rows })
    }
    return { events: faults, results }
  }
}

/** Starts what ended by itself again, as a platform does, and remembers that it did. */
function supervise(cluster: Cluster, say: (line: string) => void) {
  const programs: Program[] = [
    ...cluster.apis,
    ...cluster.workers,
    ...(cluster.scheduler ? [cluster.scheduler] : []),
    cluster.pgbouncer.program,
    cluster.nginx.program,
    cluster.mirror.program,
  ]
  const told = new Map<Program, number>()
  let stopped = false
  const running = (async () => {
    while (!stopped) {
      for (const program of programs) {
        const ends = program.unexpectedEnds()
        if (ends.length <= (told.get(program) ?? 0)) continue
        told.set(program, ends.length)
        say(
          `${program.name} ended by itself with ${ends.at(-1)?.code}: ${program.log().trim().slice(-1_500)}`,
        )
        await program.start().catch((error: Error) => say(`${program.name}: ${error.message}`))
      }
      await sleep(RESTART_MS)
    }
  })()
  return {
    async stop() {
      stopped = true
      await running
      return programs.flatMap(({ name, unexpectedEnds }) => unexpectedEnds().map((end) => ({ name, ...end })))
    },
  }
}
