import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase, type Sql } from '@sec-latent/core/db'
import { type Delivery, deliveryStore } from '@sec-latent/core/metering/delivery-store'
import { isEpoch, startOfEpoch } from '@sec-latent/core/metering/epoch'
import { epochShipper } from '@sec-latent/core/metering/shipper'
import {
  type Asked,
  askUntil,
  inventedRequests,
  startMeteredServer,
} from '@sec-latent/core/metering/testing/metered-server'
import { build } from 'esbuild'
import type { Ground } from './invariant.ts'

const CORE = join(import.meta.dirname, '..', '..', 'core', 'src', 'metering')
const CONNECTIONS = 8
/** Servers that share a folder of journals and are killed at different moments. */
const SERVERS = 2
const REPEATS = 10
const PATIENCE_MS = 120_000

export interface ChaosLedger {
  url: string
  sql: Sql
  /** What clients got answers for. */
  answered: Asked[]
  /** Requests that were sent and whose answers never came. */
  unanswered: number
  kills: number
  /** Deliveries that were sent again: duplicates, old ones, out of order. */
  redelivered: number
  /** Epochs whose journals nobody recovered. */
  abandoned: number
}

/**
 * Servers that meter are asked, killed with SIGKILL in the middle and started again until enough was answered, while a
 * second shipper competes for their journals and sends its deliveries again in any order. Postgres is restarted once.
 */
export async function meteringChaos(
  ground: Ground,
  wish: {
    requests: number
    kills: number
    restartPostgres: boolean
    /** Before the first server is started. */
    prepare?: (sql: Sql) => Promise<void>
    /** After each round; `share` of the rounds are over. */
    between?: (url: string, share: number) => Promise<void>
    /** How far ahead the clock of a server's answers is in a round. */
    aheadMs?: (server: number, share: number) => number
  },
): Promise<ChaosLedger> {
  const { url, sql } = await ground.database()
  const folder = ground.folder('journals')
  const program = await meterProgram(ground.folder('program'))
  const service = openDatabase(url, { max: 2, role: 'latent_service' })
  const next = inventedRequests(ground.seed)
  await wish.prepare?.(sql)
  const ledger: ChaosLedger = {
    url,
    sql,
    answered: [],
    unanswered: 0,
    kills: 0,
    redelivered: 0,
    abandoned: 0,
  }
  const rounds = Math.ceil(wish.kills / SERVERS)
  const perServer = Math.ceil(wish.requests / (rounds * SERVERS))
  const rival = startRival(service, folder, ground.seed)
  for (let round = 0; round < rounds; round++) {
    const servers = await Promise.all(
      Array.from({ length: SERVERS }, (_, server) =>
        startMeteredServer(folder, url, program, wish.aheadMs?.(server, round / rounds) ?? 0),
      ),
    )
    const restart =
      wish.restartPostgres && round === Math.floor(rounds / 2)
        ? rival.without(() => restarted(ground))
        : Promise.resolve()
    const parts = await Promise.all(
      servers.map(({ port, child }, i) =>
        askUntil(port, CONNECTIONS, next, (count) => {
          if (count >= perServer - i * 7) child.kill('SIGKILL')
          return false
        }),
      ),
    )
    await restart
    await Promise.all(servers.map(({ exited }) => exited))
    for (const part of parts) {
      ledger.answered.push(...part.answered)
      ledger.unanswered += part.unanswered
      ledger.kills += 1
    }
    await wish.between?.(url, (round + 1) / rounds)
    if (round % 10 === 9) ground.say(`${ledger.kills} kills, ${ledger.answered.length} answered`)
  }
  const last = await startMeteredServer(folder, url, program)
  const until = Date.now() + PATIENCE_MS
  while (readdirSync(folder).filter(isEpoch).length > 1 && Date.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  ledger.redelivered = await rival.stop()
  last.child.kill('SIGTERM')
  await last.exited
  ledger.abandoned = readdirSync(folder).filter(isEpoch).length
  await service.end({ timeout: 5 })
  return ledger
}

async function restarted(ground: Ground): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 300))
  await ground.postgres.stop()
  await new Promise((resolve) => setTimeout(resolve, 1_500))
  await ground.postgres.start()
  ground.say('Postgres was stopped and started')
}

/** Ships the same journals as the servers, and sends what it sent before again, shuffled. */
function startRival(service: Sql, folder: string, seed: number) {
  const store = deliveryStore(service)
  const sent: Delivery[] = []
  let redelivered = 0
  let stopped = false
  let state = seed
  const draw = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state % below
  }
  async function round(): Promise<void> {
    for (const epoch of readdirSync(folder).filter(isEpoch)) {
      const shipper = epochShipper(
        {
          ...store,
          async deliver(delivery) {
            sent.push(delivery)
            return await store.deliver(delivery)
          },
        },
        { epoch, folder: join(folder, epoch), startedAt: startOfEpoch(epoch), batch: 50 },
      )
      await shipper.ship().catch(() => {})
      shipper.close()
    }
    for (let i = 0; i < REPEATS && sent.length > 0; i++) {
      await store.deliver(sent[draw(sent.length)] as Delivery)
      redelivered += 1
    }
    sent.splice(0, Math.max(0, sent.length - 200))
  }
  let current: Promise<void> = Promise.resolve()
  let paused = false
  const running = (async () => {
    while (!stopped) {
      if (!paused) current = round().catch(() => {})
      // Journals go away under its hands: that is what it is for.
      await current
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  })()
  return {
    /**
     * Does something while the rival rests. The driver throws where nobody can catch it when a connection ends between two of
     * its turns; in the servers that ends the shipping thread, which is replaced, and here it would end the measurement.
     */
    async without(work: () => Promise<void>): Promise<void> {
      paused = true
      await current
      await work()
      paused = false
    },

    async stop(): Promise<number> {
      stopped = true
      await running
      return redelivered
    },
  }
}

/** The program of the servers as one file, so that a hundred starts do not take minutes. */
async function meterProgram(outdir: string): Promise<string> {
  writeFileSync(join(outdir, 'package.json'), '{"type":"module"}')
  await build({
    entryPoints: {
      'meter-process': join(CORE, 'testing', 'meter-process.ts'),
      'ship-thread-main': join(CORE, 'ship-thread-main.ts'),
    },
    outdir,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
  })
  return join(outdir, 'meter-process.js')
}
