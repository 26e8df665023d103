import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { isMigrated, MigrationError, migrate } from './migrate.ts'
import { forEachPostgres, testDatabase } from './testing/database.ts'

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
  const folder = await mkdtemp(join(tmpdir(), 'migrations-'))
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
