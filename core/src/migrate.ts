import { readdir, readFile } from 'node:fs/promises'
import type { Sql } from './db.ts'
import { sha256 } from './sha256.ts'

/** Any number; every process that migrates must use the same one. */
const MIGRATION_LOCK = 5_218_402

/** A migration that already ran must never change: its effect would differ from database to database. */
export class MigrationError extends Error {
  override name = 'MigrationError'
}

/**
 * Brings the schema up to date and returns the names of the migrations that ran. Forward only, each file once, all in one
 * transaction; a second process waits for the first and then has nothing to do.
 */
export async function migrate(
  sql: Sql,
  folder: URL = new URL('../migrations/', import.meta.url),
): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}_[a-z_]+\.sql$/.test(name)).sort()
  return await sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(${MIGRATION_LOCK})`
    await tx`create table if not exists migrations
      (name text primary key, checksum text not null, ran_at timestamptz not null default now())`
    const ran = await tx<{ name: string; checksum: string }[]>`select name, checksum from migrations`
    const checksums = new Map(ran.map((row) => [row.name, row.checksum]))
    const done: string[] = []
    for (const name of names) {
      const text = await readFile(new URL(name, folder), 'utf8')
      const checksum = sha256(text)
      const known = checksums.get(name)
      if (known === checksum) continue
      if (known !== undefined)
        throw new MigrationError(`migration ${name} was changed after it ran; add a new one instead`)
      await tx.unsafe(text)
      await tx`insert into migrations (name, checksum) values (${name}, ${checksum})`
      done.push(name)
    }
    return done
  })
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
