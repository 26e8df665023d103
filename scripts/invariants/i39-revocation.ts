import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { parsePeppers } from '@sec-latent/core/accounts/key-format'
import { scopes } from '@sec-latent/core/accounts/scopes'
import { accountStore } from '@sec-latent/core/accounts/store'
import { Agent, request } from 'undici'
import { PEPPER, startApi } from './api-process.ts'
import type { Ground, Invariant, Row } from './invariant.ts'
import type { ApiProcess } from './killable-api.ts'

const PROCESSES = 4
const LOOPS_PER_PROCESS = 2
const PAUSE_MS = 4
const ROUNDS = 25
/** What may pass between the answer to a revocation and the last request that the key is let in with. */
const BOUND_MS = 1_200
/** The same while neither Postgres nor Redis can be reached. */
const CUT_OFF_BOUND_MS = 30_000
const WATCH_MS = 1_500
const ANSWER_TIMEOUT_MS = 10_000

/** What an answer says of the key: let in (whatever became of the request), refused, or nobody can say. */
type Say = 'admitted' | 'refused' | 'closed' | 'lost'

export const invariant: Invariant = {
  id: 'I39',
  title:
    'A revoked key is refused by every process within a second; after 30 s without Postgres every key is',
  async run(ground) {
    const rounds = ground.size ?? ROUNDS
    const { url, sql } = await ground.database()
    const redis = await ground.redis()
    const cable = await cableTo(url)
    const apis: ApiProcess[] = []
    const agent = new Agent({
      connections: 64,
      headersTimeout: ANSWER_TIMEOUT_MS,
      bodyTimeout: ANSWER_TIMEOUT_MS,
    })
    try {
      for (let index = 0; index < PROCESSES; index += 1) {
        apis.push(await startApi(ground, { databaseUrl: cable.url, redisUrl: redis.url }))
      }
      const accounts = accountStore(sql)
      const [pepper] = parsePeppers(PEPPER)
      if (!pepper) throw new Error('no pepper')
      const { id } = await accounts.createOrganisation({ name: 'Revoking', plan: 'scale' })
      const make = (mode: 'live' | 'admin') =>
        accounts.createKey({ organisation_id: id, name: 'i39', mode, scopes: [...scopes] }, pepper)
      const admin = (await make('admin')).key

      const withRedis = await revokeOften(rounds, apis, agent, admin, () => make('live'))
      report(ground, 'with Redis', withRedis)
      await redis.stop()
      const withoutRedis = await revokeOften(rounds, apis, agent, admin, () => make('live'))
      report(ground, 'without Redis', withoutRedis)
      const cutOff = await cutOffFromPostgres(apis, agent, cable, async () => {
        const made = await make('live')
        return { key: made.key, revoke: async () => void (await accounts.revokeKey(id, made.record.id)) }
      })
      ground.say(
        `cut off from Postgres: last admitted after ${cutOff.lastMs} ms; ${cutOff.admitted} admitted meanwhile, ` +
          `${cutOff.closed} answers 503 afterwards, back after ${cutOff.backMs} ms`,
      )
      return [
        ...rowsOf('with Redis', withRedis),
        ...rowsOf('without Redis', withoutRedis),
        atMost(
          'without Postgres, last admission after the revocation',
          cutOff.lastMs,
          'ms',
          CUT_OFF_BOUND_MS,
        ),
        atLeast(
          'without Postgres, admissions before that (it serves what it knows)',
          cutOff.admitted,
          'requests',
          1,
        ),
        atLeast('without Postgres, answers 503 after 30 s', cutOff.closed, 'requests', 1),
        atMost(
          'after Postgres came back, admissions of the revoked key',
          cutOff.admittedLater,
          'requests',
          0,
        ),
      ]
    } finally {
      await Promise.allSettled(apis.map((api) => api.kill()))
      await agent.close().catch(() => {})
      cable.close()
    }
  },
}

interface Lags {
  /** Per process and round: milliseconds from the answer to the revocation to the last request that was let in. */
  lags: number[]
  admittedBefore: number
  tooLate: number
}

async function revokeOften(
  rounds: number,
  apis: ApiProcess[],
  agent: Agent,
  admin: string,
  make: () => Promise<{ key: string; record: { id: string } }>,
): Promise<Lags> {
  const result: Lags = { lags: [], admittedBefore: 0, tooLate: 0 }
  for (let round = 0; round < rounds; round += 1) {
    const { key, record } = await make()
    const hammer = startHammer(apis, agent, key)
    await hammer.until((seen) => seen.every((one) => one.admitted > 5))
    await revoke(apis[round % apis.length] as ApiProcess, agent, admin, record.id)
    const revokedAt = performance.now()
    await pause(WATCH_MS)
    for (const { sentAt } of await hammer.stop()) {
      const before = sentAt.filter((moment) => moment < revokedAt).length
      const last = sentAt.at(-1) ?? 0
      result.admittedBefore += before
      result.lags.push(Math.max(0, last - revokedAt))
      result.tooLate += sentAt.filter((moment) => moment - revokedAt > BOUND_MS).length
    }
  }
  return result
}

async function cutOffFromPostgres(
  apis: ApiProcess[],
  agent: Agent,
  cable: Cable,
  make: () => Promise<{ key: string; revoke(): Promise<void> }>,
) {
  const { key, revoke } = await make()
  const hammer = startHammer(apis, agent, key)
  await hammer.until((seen) => seen.every((one) => one.admitted > 5))
  cable.cut()
  await revoke()
  const revokedAt = performance.now()
  await pause(CUT_OFF_BOUND_MS + 3_000)
  const closed = hammer.seen.reduce((sum, one) => sum + one.closed, 0)
  const mendedAt = performance.now()
  cable.mend()
  await hammer.until((seen) => seen.every((one) => (one.refusedAt ?? 0) > mendedAt), 30_000)
  const backMs = Math.round(performance.now() - mendedAt)
  const moments = (await hammer.stop()).flatMap((one) => one.sentAt)
  return {
    lastMs: Math.round(Math.max(0, ...moments.map((moment) => moment - revokedAt))),
    admitted: moments.filter((moment) => moment > revokedAt).length,
    admittedLater: moments.filter((moment) => moment > mendedAt).length,
    closed,
    backMs,
  }
}

interface Seen {
  admitted: number
  closed: number
  /** When requests were sent that the key was let in with. */
  sentAt: number[]
  refusedAt: number | undefined
}

/** Sends requests with one key to every process all the time, and notes what became of them. */
function startHammer(apis: ApiProcess[], agent: Agent, key: string) {
  let running = true
  const seen: Seen[] = apis.map(() => ({ admitted: 0, closed: 0, sentAt: [], refusedAt: undefined }))
  const loops = apis.flatMap((api, index) =>
    Array.from({ length: LOOPS_PER_PROCESS }, async () => {
      const own = seen[index] as Seen
      while (running) {
        const at = performance.now()
        const say = await ask(api, agent, key)
        if (say === 'admitted') {
          own.admitted += 1
          own.sentAt.push(at)
        } else if (say === 'closed') own.closed += 1
        else if (say === 'refused') own.refusedAt = at
        await pause(PAUSE_MS)
      }
    }),
  )
  return {
    seen,
    async until(done: (seen: Seen[]) => boolean, patienceMs = 20_000): Promise<void> {
      const deadline = performance.now() + patienceMs
      while (!done(seen)) {
        if (performance.now() > deadline) throw new Error('the processes do not answer as they should')
        await pause(20)
      }
    },
    async stop(): Promise<Seen[]> {
      running = false
      await Promise.all(loops)
      for (const one of seen) one.sentAt.sort((first, second) => first - second)
      return seen
    },
  }
}

/**
 * A request that is refused for its unknown parameter once the key was let in: nothing but the key decides whether that
 * happens, and no database is asked for the answer.
 */
async function ask(api: ApiProcess, agent: Agent, key: string): Promise<Say> {
  try {
    const answer = await request(`${api.url}/v1/filings?unknown=1`, {
      dispatcher: agent,
      headers: { authorization: `Bearer ${key}` },
    })
    const { code } = (await answer.body.json()) as { code?: string }
    if (answer.statusCode === 401) return 'refused'
    return answer.statusCode === 503 && code === 'unavailable' ? 'closed' : 'admitted'
  } catch {
    return 'lost'
  }
}

async function revoke(api: ApiProcess, agent: Agent, admin: string, keyId: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const answer = await request(`${api.url}/v1/keys/${keyId}`, {
      method: 'DELETE',
      dispatcher: agent,
      headers: { authorization: `Bearer ${admin}` },
    })
    const text = await answer.body.text()
    if (answer.statusCode === 204) return
    if (answer.statusCode !== 429 && answer.statusCode !== 503) {
      throw new Error(`the revocation was refused: ${answer.statusCode} ${text.slice(0, 300)}`)
    }
    await pause(50)
  }
  throw new Error('the revocation was never let through')
}

interface Cable {
  url: string
  cut(): void
  mend(): void
  close(): void
}

/** A way to Postgres that can be cut. */
async function cableTo(databaseUrl: string): Promise<Cable> {
  const target = new URL(databaseUrl)
  const sockets = new Set<Socket>()
  let whole = true
  const server = createServer((near) => {
    if (!whole) {
      near.destroy()
      return
    }
    const far = connect(Number(target.port), target.hostname)
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one)
      one.pipe(other)
      one.on('error', () => other.destroy())
      one.on('close', () => {
        sockets.delete(one)
        other.destroy()
      })
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = new URL(databaseUrl)
  url.hostname = '127.0.0.1'
  url.port = String((server.address() as AddressInfo).port)
  const drop = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    url: url.href,
    cut() {
      whole = false
      drop()
    },
    mend() {
      whole = true
    },
    close() {
      drop()
      server.close()
    },
  }
}

function report(ground: Ground, title: string, { lags, admittedBefore }: Lags): void {
  const sorted = [...lags].sort((one, other) => one - other)
  const [p50, p99, max] = [percentile(sorted, 0.5), percentile(sorted, 0.99), sorted.at(-1) ?? 0].map(
    Math.round,
  )
  ground.say(
    `${title}: last admission after the revocation p50 ${p50}, p99 ${p99}, max ${max} ms over ${lags.length} ` +
      `(process, revocation) pairs; ${admittedBefore} requests admitted before`,
  )
}

function rowsOf(title: string, { lags, tooLate, admittedBefore }: Lags): Row[] {
  const sorted = [...lags].sort((one, other) => one - other)
  return [
    atMost(`${title}, requests admitted ${BOUND_MS} ms after the revocation`, tooLate, 'requests', 0),
    atMost(
      `${title}, last admission after the revocation, p99`,
      Math.round(percentile(sorted, 0.99)),
      'ms',
      BOUND_MS,
    ),
    atMost(
      `${title}, last admission after the revocation, max`,
      Math.round(sorted.at(-1) ?? 0),
      'ms',
      BOUND_MS,
    ),
    atLeast(`${title}, requests admitted before`, admittedBefore, 'requests', lags.length * 5),
  ]
}

function percentile(sorted: number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0
}

function atMost(check: string, value: number, unit: string, bound: number): Row {
  return { check, value, unit, at_most: bound, ok: value <= bound }
}

function atLeast(check: string, value: number, unit: string, bound: number): Row {
  return { check, value, unit, at_least: bound, ok: value >= bound }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
