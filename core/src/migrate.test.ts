import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import type { Sql } from './db.ts'
import { isMigrated, MigrationError, migrate } from './migrate.ts'
import { forEachPostgres, testDatabase } from './testing/database.ts'

/** A folder for the migrations of one test. */
async function ownFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'migrations-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

forEachPostgres((version) => {
  test('two processes that migrate at once run each file once, and readiness follows', async () => {
    const { sql, close } = await testDatabase({ version, empty: true })
    try {
      expect(await isMigrated(sql)).toBe(false)
      const [one, two] = await Promise.all([migrate(sql), migrate(sql)])
      expect([...one, ...two].length).toBeGreaterThan(0)
      expect(one.length === 0 || two.length === 0).toBe(true)
      expect(await isMigrated(sql)).toBe(true)
    } finally {
      await close()
    }
  })
})

test('a migration that was changed after it ran is refused, and a broken one leaves nothing behind', async () => {
  const { sql, close } = await testDatabase({ empty: true })
  const folder = await ownFolder()
  const at = pathToFileURL(`${folder}/`)
  try {
    await writeFile(join(folder, '0001_one.sql'), 'create table one (a int);')
    expect(await migrate(sql, at)).toEqual(['0001_one.sql'])
    await writeFile(join(folder, '0002_two.sql'), 'create table two (a int); select broken;')
    await expect(migrate(sql, at)).rejects.toThrow(/broken/)
    const [row] = await sql`select to_regclass('two') as two`
    expect(row?.two).toBeNull()
    await writeFile(join(folder, '0001_one.sql'), 'create table one (a bigint);')
    await expect(migrate(sql, at)).rejects.toThrow(MigrationError)
  } finally {
    await close()
  }
})

test('a migration that cannot have its lock lets others through, and comes again', async () => {
  const { sql, close } = await testDatabase({ empty: true })
  const folder = await ownFolder()
  try {
    await sql`create table busy (a int)`
    await writeFile(join(folder, '0001_busy.sql'), 'alter table busy add column b int;')
    const holder = await sql.reserve()
    await holder`begin`
    await holder`select * from busy`
    const migrating = migrate(sql, pathToFileURL(`${folder}/`))
    await waiting(sql)
    // Whoever reads stands behind the migration, until it gives up its place.
    await sql`select * from busy`
    expect(await columnsOf(sql, 'busy')).toEqual(['a'])
    await holder`commit`
    holder.release()
    expect(await migrating).toEqual(['0001_busy.sql'])
    expect(await columnsOf(sql, 'busy')).toEqual(['a', 'b'])
  } finally {
    await close()
  }
})

test('an index is built online, and what a broken attempt left behind is replaced', async () => {
  const { sql, close } = await testDatabase({ empty: true })
  const folder = await ownFolder()
  const at = pathToFileURL(`${folder}/`)
  try {
    await sql`create table busy (a int)`
    await sql`insert into busy values (1), (1)`
    const statement = 'create unique index concurrently if not exists busy_by_a on busy (a);'
    await writeFile(join(folder, '0001_index.sql'), `-- no transaction\n${statement}`)
    await expect(migrate(sql, at)).rejects.toThrow(/could not create unique index/)
    await sql`delete from busy`
    expect(await migrate(sql, at)).toEqual(['0001_index.sql'])
    const [index] = await sql`select indisvalid from pg_index where indexrelid = 'busy_by_a'::regclass`
    expect(index?.indisvalid).toBe(true)
  } finally {
    await close()
  }
})

/** Until somebody waits for a lock. */
async function waiting(sql: Sql): Promise<void> {
  for (;;) {
    const [row] = await sql`select 1 from pg_locks where not granted`
    if (row) return
    await new Promise((done) => setTimeout(done, 20))
  }
}

async function columnsOf(sql: Sql, table: string): Promise<string[]> {
  const rows = await sql<{ column_name: string }[]>`
    select column_name from information_schema.columns where table_name = ${table} order by ordinal_position`
  return rows.map(({ column_name }) => column_name)
}
