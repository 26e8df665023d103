import { setTimeout as sleep } from 'node:timers/promises'
import { openDatabase } from '@sec-latent/core/db'
import { failOverWhenNeeded, waitForStandby } from '../../deploy/postgres/failover.ts'
import { prepareDatabase } from './lived-in-database.ts'
import { type ArchivedPostgres, DATABASE, type RecoveryGround } from './recovery-ground.ts'

const WAIT_MS = 60_000

/** A primary and a standby that confirms every commit, as `deploy/postgres` configures them, with the database of the product. */
export async function replicatedPair(ground: RecoveryGround) {
  const primary = await ground.primary('first')
  await prepareDatabase(ground, primary)
  const standby = await ground.replica('second', primary)
  await confirmedBy(primary, 'second')
  return { primary, standby }
}

/** Waits for the standby with every commit, and until it does. */
export async function confirmedBy(primary: ArchivedPostgres, standby: string): Promise<void> {
  const sql = openDatabase(primary.url('postgres'), { max: 1 })
  try {
    await waitForStandby(sql, standby)
    const deadline = Date.now() + WAIT_MS
    for (;;) {
      const [row] = await sql<{ state: string }[]>`
        select sync_state as state from pg_stat_replication where application_name = ${standby} and state = 'streaming'`
      if (row?.state === 'sync') return
      if (Date.now() > deadline) throw new Error(`${standby} does not confirm commits`)
      await sleep(50)
    }
  } finally {
    await sql.end({ timeout: 2 })
  }
}

/** The address of the product: both servers, of which it takes the one that writes. */
export function eitherUrl(ground: RecoveryGround, one: ArchivedPostgres, other: ArchivedPostgres): string {
  return `postgres://worker_login:${ground.password}@127.0.0.1:${one.port},127.0.0.1:${other.port}/${DATABASE}?target_session_attrs=read-write`
}

/** Appends rows from several connections as fast as they are acknowledged, and remembers which were and when. */
export async function startAppending(owner: ArchivedPostgres, url: string, writers: number) {
  const admin = openDatabase(owner.url(), { max: 1 })
  await admin`create table drill_appends (writer integer, number integer, primary key (writer, number))`
  await admin`grant select, insert on drill_appends to latent_worker`
  await admin.end({ timeout: 2 })
  const sql = openDatabase(url, { max: writers, applicationName: 'appending' })
  const acknowledged: { key: string; at: number }[] = []
  let failed = 0
  let over = false
  const writing = Array.from({ length: writers }, async (_, writer) => {
    for (let number = 0; !over; number++) {
      try {
        await sql`insert into drill_appends values (${writer}, ${number})`
        acknowledged.push({ key: `${writer}:${number}`, at: performance.now() })
      } catch {
        // Not acknowledged: whether it was written is not known, and a new number is taken.
        failed += 1
        await sleep(20)
      }
    }
  })
  return {
    acknowledged,
    failures: () => failed,
    /** Waits until so many rows were acknowledged after the moment. */
    async until(rows: number, after = 0): Promise<void> {
      const deadline = Date.now() + WAIT_MS
      while (acknowledged.filter(({ at }) => at > after).length < rows) {
        if (Date.now() > deadline) throw new Error('nothing was written for a minute')
        await sleep(20)
      }
    },
    async stop(): Promise<void> {
      over = true
      await Promise.all(writing)
      await sql.end({ timeout: 2 })
    },
  }
}
export type Appending = Awaited<ReturnType<typeof startAppending>>

/** Kills the primary under its writers and lets the controller do the rest. */
export async function failOver(
  ground: RecoveryGround,
  options: { writers: number; rows: number; downAfterMs?: number },
) {
  const { primary, standby } = await replicatedPair(ground)
  const appending = await startAppending(primary, eitherUrl(ground, primary, standby), options.writers)
  const stop = new AbortController()
  const controlled = failOverWhenNeeded(
    {
      primaryUrl: primary.url('postgres'),
      standbyUrl: standby.url('postgres'),
      ...(options.downAfterMs === undefined ? {} : { downAfterMs: options.downAfterMs }),
    },
    stop.signal,
  )
  try {
    await appending.until(options.rows)
    await primary.program.kill()
    const killedAt = performance.now()
    const decision = await controlled
    const promotedAt = performance.now()
    await appending.until(options.rows, promotedAt)
    await appending.stop()
    const sql = openDatabase(standby.url(), { max: 1 })
    const rows = await sql<{ key: string }[]>`select writer || ':' || number as key from drill_appends`
    await sql.end({ timeout: 2 })
    const kept = new Set(rows.map(({ key }) => key))
    const times = appending.acknowledged.map(({ at }) => at).sort((a, b) => a - b)
    const resumedAt = times.find((at) => at > killedAt + 1) ?? Number.POSITIVE_INFINITY
    return {
      primary,
      standby,
      decision,
      acknowledged: appending.acknowledged.length,
      lost: appending.acknowledged.filter(({ key }) => !kept.has(key)).length,
      promotedMs: promotedAt - killedAt,
      resumedMs: resumedAt - killedAt,
      longestGapMs: Math.max(...times.slice(1).map((at, index) => at - (times[index] as number))),
    }
  } finally {
    stop.abort()
    await appending.stop()
    await controlled.catch(() => {})
  }
}
