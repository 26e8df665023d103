import { setTimeout as sleep } from 'node:timers/promises'
import { type Pepper, parsePeppers } from '@sec-latent/core/accounts/key-format'
import { accountStore } from '@sec-latent/core/accounts/store'
import type { Sql } from '@sec-latent/core/db'
import { Agent, request } from 'undici'
import { residentMb } from '../../api/src/bench/processes.ts'
import { PEPPER, startApi } from './api-process.ts'
import type { Invariant } from './invariant.ts'

/** Seconds of overload, and how many of them it takes to come to its height: callers do not come in one instant. */
const SECONDS = 60
const RAMP_SECONDS = 5
const PEAK_SECONDS = 8
const WARM_UP_SECONDS = 3
const PEAK_CONNECTIONS = 32
const OVERLOAD = 3
const ORGANISATIONS = 40
const TICK_MS = 10
const PROBE_MS = 100
const MAX_OPEN = 3_000
const RECOVERY_MS = 10_000
const TIMEOUT_MS = 30_000

/** Three times what the API can serve: it serves as much as before, refuses the rest quickly, and answers what is critical. */
export const invariant: Invariant = {
  id: 'I17',
  title: 'Overload is shed and nothing collapses; what is critical survives (I18)',
  async run(ground) {
    const { url: databaseUrl, sql } = await ground.database()
    const redis = await ground.redis()
    const keys = await makeKeys(sql)
    const api = await startApi(ground, { databaseUrl, redisUrl: redis.url })
    const agent = new Agent({ connections: MAX_OPEN, headersTimeout: TIMEOUT_MS, bodyTimeout: TIMEOUT_MS })
    // Probes come from elsewhere: they do not wait behind the load in the same client.
    const prober = new Agent({ connections: 4, headersTimeout: TIMEOUT_MS, bodyTimeout: TIMEOUT_MS })
    let turn = 0
    const ask = async (path: string, dispatcher = agent) => {
      const began = performance.now()
      const answer = await request(`${api.url}${path}`, {
        dispatcher,
        headers: { authorization: `Bearer ${keys[turn++ % keys.length]}` },
      })
      await answer.body.dump()
      const retryable = answer.headers['retry-after'] !== undefined
      return { status: answer.statusCode, ms: performance.now() - began, retryable }
    }
    try {
      await closedLoop(ask, WARM_UP_SECONDS)
      const { rate: peak, ms: kneeMs } = await closedLoop(ask, PEAK_SECONDS)
      const knee = { p99: quantile(kneeMs, 0.99), residentMb: residentMb(api.pid()) }
      ground.say(`peak ${Math.round(peak)} answers a second, p99 ${knee.p99.toFixed(0)} ms`)

      const seconds = ground.size ?? SECONDS
      const probing = new AbortController()
      const probes = probe(ask, prober, probing.signal)
      const overload = await openLoop(ask, peak, seconds, () => residentMb(api.pid()))
      probing.abort()
      const { tried, answered } = await probes
      const recoveredMs = await untilWell(ask)
      const share = overload.good / seconds / peak
      const refusedMs = overload.refused
      const slower = quantile(overload.answeredMs, 0.99) / knee.p99
      const refusedP99 = quantile(refusedMs, 0.99)
      const larger = overload.residentMb / knee.residentMb
      ground.say(
        `${overload.sent} sent, ${overload.good} answered, ${refusedMs.length} refused, ${overload.other} otherwise ${[...overload.others]}`,
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
          value: refusedMs.length,
          unit: 'requests',
          at_least: 1,
          ok: refusedMs.length > 0 && overload.withoutRetryAfter === 0,
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
      await Promise.all([agent.destroy(), prober.destroy()])
      await api.stop()
    }
  },
}

type Ask = (path: string, dispatcher?: Agent) => Promise<{ status: number; ms: number; retryable: boolean }>
/** One transaction in Postgres each, and nothing that is kept. */
const PATH = '/v1/keys?limit=10'

/** Good answers a second when each connection asks again as soon as it is answered. */
async function closedLoop(ask: Ask, seconds: number): Promise<{ rate: number; ms: number[] }> {
  const until = performance.now() + seconds * 1_000
  const answeredMs: number[] = []
  await Promise.all(
    Array.from({ length: PEAK_CONNECTIONS }, async () => {
      while (performance.now() < until) {
        const { status, ms } = await ask(PATH)
        if (status === 200) answeredMs.push(ms)
      }
    }),
  )
  return { rate: answeredMs.length / seconds, ms: answeredMs }
}

/** Requests that come, whether the earlier ones are answered or not: at the peak rate first, then at several times as many. */
async function openLoop(ask: Ask, peak: number, seconds: number, memory: () => number) {
  const result = {
    sent: 0,
    good: 0,
    answeredMs: [] as number[],
    residentMb: 0,
    refused: [] as number[],
    withoutRetryAfter: 0,
    other: 0,
    others: new Set<string>(),
  }
  const open = new Set<Promise<void>>()
  const tell = (what: string | number) => {
    result.other += 1
    result.others.add(String(what))
  }
  const began = performance.now()
  const until = began + seconds * 1_000
  while (performance.now() < until) {
    const due = peak * peaksUntil((performance.now() - began) / 1_000)
    while (result.sent < due && open.size < MAX_OPEN) {
      result.sent += 1
      const one: Promise<void> = ask(PATH)
        .then(({ status, ms, retryable }) => {
          if (status === 200) {
            result.answeredMs.push(ms)
            if (performance.now() < until) result.good += 1
          } else if (status === 503) {
            result.refused.push(ms)
            if (!retryable) result.withoutRetryAfter += 1
          } else tell(status)
        })
        .catch((error: Error & { code?: string }) => tell(error.code ?? error.message))
        .finally(() => open.delete(one))
      open.add(one)
    }
    await sleep(TICK_MS)
  }
  result.residentMb = memory()
  await Promise.all(open)
  return result
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

async function probe(ask: Ask, agent: Agent, signal: AbortSignal) {
  const paths = ['/health', '/livez', '/readyz']
  let tried = 0
  let answered = 0
  const open: Promise<void>[] = []
  while (!signal.aborted) {
    const path = paths[tried++ % paths.length] as string
    open.push(
      ask(path, agent).then(
        ({ status }) => {
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
async function untilWell(ask: Ask): Promise<number> {
  const began = performance.now()
  let inARow = 0
  while (inARow < 20 && performance.now() - began < RECOVERY_MS * 3) {
    const { status } = await ask(PATH).catch(() => ({ status: 0 }))
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
      { organisation_id: id, name: 'load', mode: 'live', scopes: ['keys:read'] },
      pepper,
    )
    keys.push(key)
  }
  return keys
}
