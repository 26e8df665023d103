import { randomBytes } from 'node:crypto'
import { describe } from 'vitest'
import { openDatabase, type Sql } from '../db.ts'
import { migrate } from '../migrate.ts'
import { askBroker } from './broker.ts'

/** The versions the project supports at both ends; stores are tested on each. */
const SUPPORTED_VERSIONS = [15, 18]
const TEMPLATE = 'migrated'
/** Any number will do, as long as everyone who builds the template takes the same one. */
const TEMPLATE_LOCK = 8_100_402

export interface TestDatabase {
  sql: Sql
  url: string
  /** Closes the connections and drops the database. */
  close(): Promise<void>
}

/**
 * A new, empty, migrated database on a real Postgres: the oldest version of this machine unless one is named.
 * `empty: true` leaves out the migrations. Call `close` in `afterAll`.
 */
export async function testDatabase(
  options: { version?: number; empty?: boolean; max?: number } = {},
): Promise<TestDatabase> {
  const version = options.version ?? installedVersions()[0]
  if (!version) throw new Error('No Postgres on this machine: run "npm ci", which brings one.')
  const server = await askBroker(`/postgres-${version}`)
  const name = `test_${randomBytes(8).toString('hex')}`
  await withAdmin(server, async (admin) => {
    if (!options.empty) await buildTemplate(admin, server)
    await admin.unsafe(`create database ${name} template ${options.empty ? 'template0' : TEMPLATE}`)
  })
  const url = onDatabase(server, name)
  const sql = openDatabase(url, { max: options.max ?? 5, applicationName: 'test' })
  return {
    sql,
    url,
    async close() {
      await sql.end({ timeout: 5 })
      await withAdmin(server, (admin) => admin.unsafe(`drop database if exists ${name} with (force)`))
    },
  }
}

/** Runs the same tests once per supported Postgres; a version that is not installed is skipped visibly. */
export function forEachPostgres(tests: (version: number) => void): void {
  const installed = installedVersions()
  for (const version of SUPPORTED_VERSIONS) {
    const present = installed.includes(version)
    const title = present ? `on Postgres ${version}` : `on Postgres ${version} (not installed)`
    describe.skipIf(!present)(title, () => tests(version))
  }
}

function installedVersions(): number[] {
  return (process.env.LATENT_TEST_POSTGRES ?? '').split(',').filter(Boolean).map(Number)
}

/** Migrates once per server; every database is then a copy, which takes milliseconds. */
async function buildTemplate(admin: Sql, server: string): Promise<void> {
  const [found] = await admin`select 1 from pg_database where datname = ${TEMPLATE} and datistemplate`
  if (found) return
  const lock = await admin.reserve()
  try {
    await lock`select pg_advisory_lock(${TEMPLATE_LOCK})`
    const [built] = await lock`select 1 from pg_database where datname = ${TEMPLATE} and datistemplate`
    if (built) return
    await lock.unsafe(`drop database if exists ${TEMPLATE}`)
    await lock.unsafe(`create database ${TEMPLATE} template template0`)
    const sql = openDatabase(onDatabase(server, TEMPLATE), { max: 2 })
    try {
      await migrate(sql)
    } finally {
      await sql.end({ timeout: 5 })
    }
    // Marked last, so that a failed migration is tried again and never copied.
    await lock.unsafe(`alter database ${TEMPLATE} is_template true`)
  } finally {
    await lock`select pg_advisory_unlock(${TEMPLATE_LOCK})`
    lock.release()
  }
}

async function withAdmin<T>(server: string, run: (admin: Sql) => Promise<T>): Promise<T> {
  const admin = openDatabase(server, { max: 2 })
  try {
    return await run(admin)
  } finally {
    await admin.end({ timeout: 5 })
  }
}

function onDatabase(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}
