import { setTimeout as sleep } from 'node:timers/promises'
import { openDatabase, type Sql } from '@sec-latent/core/db'

export interface FailoverOptions {
  /** Addresses of the two servers, with a login that may promote. */
  primaryUrl: string
  standbyUrl: string
  /** How long the primary may be silent. */
  downAfterMs?: number
  pollMs?: number
  /** How long one question may take. */
  timeoutMs?: number
  say?: (line: string) => void
}

/** What is known of both servers at one moment. */
export interface Sight {
  /** Milliseconds since the primary last answered as one. */
  primarySilentMs: number
  standby: 'unreachable' | 'primary' | 'standby'
  /** The standby receives the log of the primary: whatever we see, it is alive. */
  isReceiving: boolean
}

/**
 * Promote only when nobody sees the primary: neither we nor the standby. We alone may be cut off from it, and two primaries are
 * worse than none.
 */
export function decide(sight: Sight, downAfterMs: number): 'wait' | 'promote' | 'promoted' {
  if (sight.standby === 'primary') return 'promoted'
  if (sight.standby === 'unreachable' || sight.primarySilentMs < downAfterMs || sight.isReceiving)
    return 'wait'
  return 'promote'
}

/**
 * Watches a primary and makes its standby the primary when it is gone; resolves then, and stops when the signal says so. The
 * primary must wait for this standby with each commit (`synchronous_standby_names`): so nothing it acknowledged is lost, and an
 * old primary that comes back acknowledges nothing, because nobody confirms it. One controller decides alone; where several
 * machines can fail independently, Patroni with an etcd of three does the same by majority.
 */
export async function failOverWhenNeeded(
  options: FailoverOptions,
  signal: AbortSignal,
): Promise<'promoted' | 'stopped'> {
  const { downAfterMs = 3_000, pollMs = 250, timeoutMs = 1_500, say = () => {} } = options
  const primary = await question(options.primaryUrl, timeoutMs)
  const standby = await question(options.standbyUrl, timeoutMs)
  let lastSeen = performance.now()
  try {
    while (!signal.aborted) {
      const [first, second] = await Promise.all([primary.ask(roleOf), standby.ask(stateOf)])
      if (first === 'primary') lastSeen = performance.now()
      const sight: Sight = {
        primarySilentMs: performance.now() - lastSeen,
        standby: second?.role ?? 'unreachable',
        isReceiving: second?.isReceiving ?? false,
      }
      const decision = decide(sight, downAfterMs)
      if (decision === 'promoted') return 'promoted'
      if (decision === 'promote') {
        say(`the primary is silent for ${Math.round(sight.primarySilentMs)} ms: promoting`)
        await promote(options.standbyUrl)
        return 'promoted'
      }
      await sleep(pollMs, undefined, { signal }).catch(() => {})
    }
    return 'stopped'
  } finally {
    await Promise.all([primary.close(), standby.close()])
  }
}

/** Makes a standby the primary. It waits for nobody until it has a standby of its own. */
export async function promote(standbyUrl: string): Promise<void> {
  const sql = openDatabase(standbyUrl, { max: 1, applicationName: 'failover' })
  try {
    const [row] = await sql<{ done: boolean }[]>`select pg_promote(true, 30) as done`
    if (!row?.done) throw new Error('the standby did not become the primary within 30 seconds')
    await waitForStandby(sql, undefined)
  } finally {
    await sql.end({ timeout: 2 })
  }
}

/** From now on a commit is acknowledged once this standby has it on disk; without a name the primary alone decides. */
export async function waitForStandby(sql: Sql, name: string | undefined): Promise<void> {
  if (name !== undefined && !/^[a-z0-9_]+$/.test(name))
    throw new TypeError('a standby is named in a-z, 0-9 and _')
  await sql.unsafe(
    `alter system set synchronous_standby_names = '${name === undefined ? '' : `FIRST 1 ("${name}")`}'`,
  )
  await sql`select pg_reload_conf()`
}

/**
 * To be done on the new primary before pg_rewind turns the old one into its standby: until its first checkpoint its control file
 * still names the timeline of the old one, and pg_rewind would find nothing to do.
 */
export async function prepareRewind(primaryUrl: string): Promise<void> {
  const sql = openDatabase(primaryUrl, { max: 1, applicationName: 'failover' })
  try {
    await sql`checkpoint`
  } finally {
    await sql.end({ timeout: 2 })
  }
}

async function roleOf(sql: Sql): Promise<'primary' | 'standby'> {
  const [row] = await sql<{ standby: boolean }[]>`select pg_is_in_recovery() as standby`
  return row?.standby ? 'standby' : 'primary'
}

async function stateOf(sql: Sql) {
  const [row] = await sql<{ standby: boolean; receiving: boolean }[]>`
    select pg_is_in_recovery() as standby,
      exists (select from pg_stat_wal_receiver where status = 'streaming') as receiving`
  return {
    role: row?.standby ? ('standby' as const) : ('primary' as const),
    isReceiving: row?.receiving ?? false,
  }
}

/** Asks a server that may be gone: the answer, or nothing in time. */
async function question(url: string, timeoutMs: number) {
  const open = () => openDatabase(url, { max: 1, applicationName: 'failover' })
  let sql = open()
  return {
    async ask<T>(ask: (sql: Sql) => Promise<T>): Promise<T | undefined> {
      const late = new AbortController()
      const asked = ask(sql)
      asked.catch(() => {})
      try {
        return await Promise.race([asked, sleep(timeoutMs, undefined, { signal: late.signal })])
      } catch {
        return undefined
      } finally {
        late.abort()
        // A connection that did not answer in time may never do.
        const settled = await Promise.race([
          asked.then(
            () => true,
            () => false,
          ),
          Promise.resolve(false),
        ])
        if (!settled) {
          void sql.end({ timeout: 0 })
          sql = open()
        }
      }
    },
    close: () => sql.end({ timeout: 0 }),
  }
}
