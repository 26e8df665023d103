import { spawnSync } from 'node:child_process'
import { constants, cpus, setPriority } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { type Pepper, parsePeppers } from '@sec-latent/core/accounts/key-format'
import { accountStore } from '@sec-latent/core/accounts/store'
import type { Sql } from '@sec-latent/core/db'
import { openObjectStore } from '@sec-latent/core/objects/open'
import { Agent, request } from 'undici'
import { seedFilings } from '../../api/src/bench/ground.ts'
import { drive } from '../../api/src/bench/load.ts'
import { requestText } from '../../api/src/bench/payloads.ts'
import { residentMb } from '../../api/src/bench/processes.ts'
import { seeder } from '../../api/src/testing/seed.ts'
import { PEPPER, startApi } from './api-process.ts'
import type { Ground, Invariant } from './invariant.ts'

/** Seconds of overload, and how many of them it takes to come to its height: callers do not come in one instant. */
const SECONDS = 60
const RAMP_SECONDS = 5
/** The peak is looked for before and after: these seconds each. */
const PEAK_SECONDS = 10
const WARM_UP_SECONDS = 3
const PEAK_CONNECTIONS = 32
const OVERLOAD = 3
/** Postgres and Redis keep to one core: where the API serves, they do not take turns with it on its own. */
const STORES_CORE = '1'
const ALL_CORES = `0-${cpus().length - 1}`
const ORGANISATIONS = 40
const FILINGS = 2_000
/** Milliseconds since 1970: long before the first filing, so that all pages are alike. */
const FIRST_MOMENT = Date.UTC(2000, 0, 1)
const PROBE_MS = 100
const OVERLOAD_CONNECTIONS = 500
const RECOVERY_MS = 10_000
const TIMEOUT_MS = 30_000

/** Three times what the API can serve: it serves as much as before, refuses the rest quickly, and answers what is critical. */
export const invariant: Invariant = {
  id: 'I17',
  title: 'Overload is shed and nothing collapses; what is critical survives (I18)',
  async run(ground) {
    pinSelf(STORES_CORE)
    await restart(ground)
    const { url: databaseUrl, sql } = await ground.database()
    const redis = await ground.redis()
    pinSelf(ALL_CORES)
    const keys = await makeKeys(sql)
    const objects = openObjectStore(pathToFileURL(ground.folder('objects')).href)
    await seedFilings({ seed: seeder(sql, objects) }, FILINGS)
    await sql`analyze`
    const api = await startApi(ground, { databaseUrl, redisUrl: redis.url })
    waitForNobody(true)
    const port = Number(new URL(api.url).port)
    let asked = 0
    const requests = () => requestText(page(asked++), keys[asked % keys.length] as string)
    const peakOf = (warmUpSeconds: number) =>
      loaded({ port, requests, connections: PEAK_CONNECTIONS, seconds: PEAK_SECONDS, warmUpSeconds })
    // Probes come from elsewhere: they do not wait behind the load in the same client.
    const prober = new Agent({ connections: 4, headersTimeout: TIMEOUT_MS, bodyTimeout: TIMEOUT_MS })
    let turn = 0
    const askPage = () => ask(page(asked++))
    const ask = async (path: string) => {
      const authorization = `Bearer ${keys[turn++ % keys.length]}`
      const answer = await request(`${api.url}${path}`, { dispatcher: prober, headers: { authorization } })
      await answer.body.dump()
      return answer.statusCode
    }
    try {
      const before = await peakOf(WARM_UP_SECONDS)
      const kneeMb = residentMb(api.pid())
      ground.say(
        `peak ${Math.round(before.rate)} answers a second, p99 ${quantile(before.good, 0.99).toFixed(1)} ms`,
      )

      const seconds = ground.size ?? SECONDS
      const probing = new AbortController()
      const probes = probe(ask, probing.signal)
      const connections = OVERLOAD_CONNECTIONS
      const rate = (after: number) => before.rate * peaksUntil(after)
      const overload = await loaded({ port, requests, connections, seconds, rate })
      const larger = residentMb(api.pid()) / kneeMb
      probing.abort()
      const { tried, answered } = await probes
      const recoveredMs = await untilWell(askPage)
      // What else the machine does changes within a minute, so the peak is what was seen on both sides of it.
      const after = await peakOf(0)
      ground.say(
        `peak ${Math.round(after.rate)} answers a second, p99 ${quantile(after.good, 0.99).toFixed(1)} ms`,
      )
      const peak = (before.rate + after.rate) / 2
      const kneeP99 = quantile([...before.good, ...after.good], 0.99)
      const share = overload.rate / peak
      const slower = quantile(overload.good, 0.99) / kneeP99
      const refusedP99 = quantile(overload.refused, 0.99)
      ground.say(
        `${overload.good.length} answered, ${overload.refused.length} refused, ${overload.other} otherwise ${JSON.stringify(overload.statuses)}`,
      )
      return [
        {
          check: 'goodput at three times the peak, against the peak',
          value: Math.round(share * 100),
          unit: '%',
          at_least: 80,
          ok: share >= 0.8,
        },
        {
          check: 'refused with 503 and Retry-After',
          value: overload.refused.length,
          unit: 'requests',
          at_least: 1,
          ok: overload.refused.length > 0 && overload.withoutRetryAfter === 0,
        },
        {
          check: 'p99 of what is answered, against that at the peak',
          value: Math.round(slower * 100) / 100,
          unit: 'times',
          at_most: 2,
          ok: slower <= 2,
        },
        {
          check: 'p99 of refusals',
          value: Math.round(refusedP99),
          unit: 'ms',
          at_most: 50,
          ok: refusedP99 <= 50,
        },
        {
          check: 'memory of the process, against that at the peak',
          value: Math.round(larger * 100) / 100,
          unit: 'times',
          at_most: 1.5,
          ok: larger <= 1.5,
        },
        {
          check: 'answers that are neither',
          value: overload.other,
          unit: 'requests',
          at_most: 0,
          ok: overload.other === 0,
        },
        {
          check: 'critical requests answered',
          value: Math.round((answered / tried) * 10_000) / 100,
          unit: '%',
          at_least: 99.9,
          ok: answered / tried >= 0.999,
        },
        {
          check: 'well again after',
          value: Math.round(recoveredMs),
          unit: 'ms',
          at_most: RECOVERY_MS,
          ok: recoveredMs <= RECOVERY_MS,
        },
      ]
    } finally {
      await prober.destroy()
      await api.stop()
      waitForNobody(false)
      await restart(ground)
    }
  },
}

/** What is started from now on keeps to these cores. Where the system cannot, everything shares all of them. */
function pinSelf(cores: string): void {
  spawnSync('taskset', ['-acp', cores, String(process.pid)])
}

async function restart({ postgres }: Ground): Promise<void> {
  await postgres.stop()
  await postgres.start()
}

/** Whoever measures goes first on the core it shares, where it may: its own waiting is not the API's. */
function waitForNobody(first: boolean): void {
  try {
    setPriority(first ? constants.priority.PRIORITY_HIGHEST : constants.priority.PRIORITY_NORMAL)
  } catch {}
}

type Ask = (path: string) => Promise<number>

/** What the API is there for and cannot have kept: a page of filings, each since another moment. */
function page(n: number): string {
  return `/v1/filings?limit=10&accepted_at_gte=${new Date(FIRST_MOMENT + n).toISOString()}`
}

/** Drives the API and sorts the milliseconds of its answers; the rate is that of the good ones. */
async function loaded(order: Parameters<typeof drive>[0]) {
  const good: number[] = []
  const refused: number[] = []
  let withoutRetryAfter = 0
  const { statuses, seconds } = await drive({
    ...order,
    onAnswer(status, head, ms) {
      if (status === '200') good.push(ms)
      if (status !== '503') return
      refused.push(ms)
      if (!/^retry-after: \d+\r?$/im.test(head)) withoutRetryAfter += 1
    },
  })
  const all = Object.values(statuses).reduce((sum, count) => sum + count, 0)
  const other = all - good.length - refused.length
  return { good, refused, withoutRetryAfter, other, statuses, rate: good.length / seconds }
}

/** Requests that are due after so many seconds, for one a second at the peak: the integral of a ramp and what follows it. */
function peaksUntil(seconds: number): number {
  const ramp = Math.min(seconds, RAMP_SECONDS)
  return seconds + (OVERLOAD - 1) * (ramp ** 2 / (2 * RAMP_SECONDS) + (seconds - ramp))
}

function quantile(values: number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN
}

async function probe(ask: Ask, signal: AbortSignal) {
  const paths = ['/health', '/livez', '/readyz']
  let tried = 0
  let answered = 0
  const open: Promise<void>[] = []
  while (!signal.aborted) {
    const path = paths[tried++ % paths.length] as string
    open.push(
      ask(path).then(
        (status) => {
          if (status === 200) answered += 1
        },
        () => {},
      ),
    )
    await sleep(PROBE_MS)
  }
  await Promise.all(open)
  return { tried, answered }
}

/** Milliseconds until twenty requests in a row are answered. */
async function untilWell(ask: () => Promise<number>): Promise<number> {
  const began = performance.now()
  let inARow = 0
  while (inARow < 20 && performance.now() - began < RECOVERY_MS * 3) {
    const status = await ask().catch(() => 0)
    inARow = status === 200 ? inARow + 1 : 0
  }
  return performance.now() - began
}

async function makeKeys(sql: Sql): Promise<string[]> {
  const accounts = accountStore(sql)
  const [pepper] = parsePeppers(PEPPER) as [Pepper]
  const keys: string[] = []
  for (let index = 0; index < ORGANISATIONS; index++) {
    const { id } = await accounts.createOrganisation({ name: `Load ${index}`, plan: 'scale' })
    const { key } = await accounts.createKey(
      { organisation_id: id, name: 'load', mode: 'live', scopes: ['filings:read'] },
      pepper,
    )
    keys.push(key)
  }
  return keys
}
