import { setTimeout as sleep } from 'node:timers/promises'
import type { Sql } from './db.ts'
import type { Logger } from './log.ts'

const POLL_MS = 150
const QUESTION_TIMEOUT_MS = 1_000
/** Marks older than this prove nothing that could be used. */
const MAX_MARKS = 64
/**
 * A filing becomes visible at least a second after its commit (`assertInTime` of core/changes). A replica that holds everything
 * that was committed before the last three quarters of a second therefore holds whatever is visible now.
 */
export const MAX_STALE_MS = 750

interface Mark {
  /** Of a clock that only goes forward, in this process. */
  at: number
  lsn: bigint
}

export interface ReplicaGuard {
  /** Everything that was visible a moment ago, and whatever is visible now, is on the replica. */
  isFresh(): boolean
  /** How long ago the replica is known to have held everything; undefined while nothing is known. */
  staleMs(): number | undefined
  /** Looks now instead of at the next turn; for tests. */
  look(): Promise<void>
  stop(): Promise<void>
}

/**
 * Knows whether a replica may be read from. It asks the primary how far its log is, and the replica how much of it was replayed:
 * once the replica has replayed a place the primary was at, it holds everything committed before. Clocks of different machines
 * are not compared, and a quiet database is as fresh as a busy one. A server that is no replica (any more) is never fresh: it may
 * have been promoted beside a primary that goes on.
 */
export function replicaGuard(
  servers: { primary: Sql; replica: Sql },
  options: { logger?: Logger; pollMs?: number; maxStaleMs?: number; now?: () => number } = {},
): ReplicaGuard {
  const { pollMs = POLL_MS, maxStaleMs = MAX_STALE_MS, now = () => performance.now(), logger } = options
  const stopped = new AbortController()
  let marks: Mark[] = []
  let provedAt: number | undefined
  let wasFresh: boolean | undefined

  const isFresh = () => provedAt !== undefined && now() - provedAt <= maxStaleMs

  async function look(): Promise<void> {
    const at = now()
    const [primary, replica] = await Promise.allSettled([
      inTime(currentPlace(servers.primary)),
      inTime(replayedPlace(servers.replica)),
    ])
    if (primary.status === 'fulfilled') marks = [...marks.slice(1 - MAX_MARKS), { at, lsn: primary.value }]
    const replayed = replica.status === 'fulfilled' ? replica.value : undefined
    if (replayed === undefined) provedAt = undefined
    else {
      const reached = marks.findLastIndex((mark) => mark.lsn <= replayed)
      if (reached >= 0) {
        provedAt = (marks[reached] as Mark).at
        marks = marks.slice(reached)
      }
    }
    tell()
  }

  function tell(): void {
    const fresh = isFresh()
    if (fresh === wasFresh) return
    wasFresh = fresh
    if (fresh) logger?.info({ action: 'replica', message: 'Reads go to the replica.' })
    else
      logger?.warn({
        action: 'replica',
        status: 'degraded',
        message: 'The replica lags: reads go to the primary.',
      })
  }

  const looking = (async () => {
    while (!stopped.signal.aborted) {
      await look()
      await sleep(pollMs, undefined, { signal: stopped.signal }).catch(() => {})
    }
  })()

  return {
    isFresh,
    staleMs: () => (provedAt === undefined ? undefined : now() - provedAt),
    look,
    async stop() {
      stopped.abort()
      await looking
    },
  }
}

/**
 * A way to Postgres for reads that may come from a replica: each statement goes there while it is fresh, and to the primary
 * otherwise. Never to be given to what decides a write: between the read and the write somebody else may have written.
 */
export function readsFrom(
  servers: { primary: Sql; replica: Sql },
  guard: Pick<ReplicaGuard, 'isFresh'>,
): Sql {
  const chosen = () => (guard.isFresh() ? servers.replica : servers.primary)
  return new Proxy(servers.primary, {
    apply: (_, __, args) => Reflect.apply(chosen() as never, undefined, args),
    get(_, property) {
      const sql = chosen()
      const value = Reflect.get(sql, property)
      return typeof value === 'function' ? value.bind(sql) : value
    },
  })
}

async function currentPlace(primary: Sql): Promise<bigint> {
  // What was written of the log: with synchronous_commit nobody sees a commit before it is.
  const [row] = await primary<{ lsn: string }[]>`select pg_current_wal_lsn()::text as lsn`
  return parseLsn(row?.lsn)
}

async function replayedPlace(replica: Sql): Promise<bigint | undefined> {
  const [row] = await replica<{ lsn: string | null; replays: boolean }[]>`
    select pg_last_wal_replay_lsn()::text as lsn, pg_is_in_recovery() as replays`
  return row?.replays && row.lsn !== null ? parseLsn(row.lsn) : undefined
}

/** `16/B374D848`: two halves in hexadecimal. */
export function parseLsn(text: string | undefined): bigint {
  const [, high, low] = /^([0-9A-F]{1,8})\/([0-9A-F]{1,8})$/i.exec(text ?? '') ?? []
  if (high === undefined || low === undefined) throw new TypeError(`${text} is no place in a log`)
  return (BigInt(`0x${high}`) << 32n) | BigInt(`0x${low}`)
}

async function inTime<T>(asked: Promise<T>): Promise<T> {
  const late = new AbortController()
  asked.catch(() => {})
  try {
    return await Promise.race([
      asked,
      sleep(QUESTION_TIMEOUT_MS, undefined, { signal: late.signal }).then(() => {
        throw new Error('no answer in time')
      }),
    ])
  } finally {
    late.abort()
  }
}
