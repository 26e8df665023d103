import { readdir, readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Sql } from './db.ts'
import { sha256 } from './sha256.ts'

/** Any number; every process that migrates must use the same one. */
const MIGRATION_LOCK = 5_218_402
/** Everybody who wants the table waits behind a migration that waits for it: then it rather comes again. */
const LOCK_TIMEOUT_MS = 2_000
const TRIES = 60
const FIRST_REST_MS = 200
const LONGEST_REST_MS = 5_000
const ASK_AGAIN_MS = 100
const LOCK_NOT_AVAILABLE = '55P03'
/** The first line of a file with one statement that Postgres runs outside of a transaction only. */
const NO_TRANSACTION = '-- no transaction\n'
const INDEX_BUILT_ONLINE = /\bcreate\s+(?:unique\s+)?index\s+concurrently\s+(?:if\s+not\s+exists\s+)?(\w+)/i

type Connection = Awaited<ReturnType<Sql['reserve']>>

/** A migration that already ran must never change: its effect would differ from database to database. */
export class MigrationError extends Error {
  override name = 'MigrationError'
}

/**
 * Brings the schema up to date and returns the names of the migrations that ran. Forward only, each file once and in a
 * transaction of its own, so that no lock outlives the file that needs it; a second process waits for the first and then has
 * nothing to do. It may run while the system is used: a lock that does not come soon is given up and asked for again.
 */
export async function migrate(
  sql: Sql,
  folder: URL = new URL('../migrations/', import.meta.url),
): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}_[a-z_]+\.sql$/.test(name)).sort()
  const connection = await sql.reserve()
  try {
    await takeTurn(connection)
    try {
      await connection`create table if not exists migrations
        (name text primary key, checksum text not null, ran_at timestamptz not null default now())`
      const ran = await connection<
        { name: string; checksum: string }[]
      >`select name, checksum from migrations`
      const checksums = new Map(ran.map((row) => [row.name, row.checksum]))
      const due: { name: string; text: string; checksum: string }[] = []
      for (const name of names) {
        const text = await readFile(new URL(name, folder), 'utf8')
        const checksum = sha256(text)
        const known = checksums.get(name)
        if (known === checksum) continue
        if (known !== undefined)
          throw new MigrationError(`migration ${name} was changed after it ran; add a new one instead`)
        due.push({ name, text, checksum })
      }
      for (const one of due) await withPatience(() => run(connection, one))
      return due.map(({ name }) => name)
    } finally {
      await connection`select pg_advisory_unlock(${MIGRATION_LOCK})`
    }
  } finally {
    connection.release()
  }
}

/** Asked for again and again rather than waited for: an index that is built online waits for every statement under way. */
async function takeTurn(connection: Connection): Promise<void> {
  for (;;) {
    const [row] = await connection<{ taken: boolean }[]>`
      select pg_try_advisory_lock(${MIGRATION_LOCK}) as taken`
    if (row?.taken) return
    await sleep(ASK_AGAIN_MS)
  }
}

async function withPatience(work: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await work()
    } catch (error) {
      if ((error as { code?: string }).code !== LOCK_NOT_AVAILABLE || tries === TRIES) throw error
      await sleep(Math.min(FIRST_REST_MS * 2 ** (tries - 1), LONGEST_REST_MS) * (0.5 + Math.random()))
    }
  }
}

async function run(
  connection: Connection,
  { name, text, checksum }: { name: string; text: string; checksum: string },
): Promise<void> {
  const note = () => connection`insert into migrations (name, checksum) values (${name}, ${checksum})`
  if (text.startsWith(NO_TRANSACTION)) {
    await dropBrokenIndex(connection, text)
    await connection.unsafe(text)
    await note()
    return
  }
  await connection`begin`
  try {
    await connection.unsafe(`set local lock_timeout = ${LOCK_TIMEOUT_MS}`)
    await connection.unsafe(text)
    await note()
    await connection`commit`
  } catch (error) {
    await connection`rollback`
    throw error
  }
}

/** An index whose building broke stays behind and is of no use: `if not exists` would take it for the one that is wanted. */
async function dropBrokenIndex(connection: Connection, text: string): Promise<void> {
  const index = INDEX_BUILT_ONLINE.exec(text)?.[1]?.toLowerCase()
  if (!index) return
  const [broken] = await connection`
    select 1 from pg_index where indexrelid = to_regclass(${index}) and not indisvalid`
  if (broken) await connection.unsafe(`drop index concurrently ${index}`)
}

/** True when every migration of the folder has run: what readiness asks. */
export async function isMigrated(
  sql: Sql,
  folder: URL = new URL('../migrations/', import.meta.url),
): Promise<boolean> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}_[a-z_]+\.sql$/.test(name))
  const [table] = await sql<{ present: boolean }[]>`select to_regclass('migrations') is not null as present`
  if (!table?.present) return false
  const [row] = await sql<
    { count: number }[]
  >`select count(*)::int as count from migrations where name in ${sql(names)}`
  return row?.count === names.length
}
