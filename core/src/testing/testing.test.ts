import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { forEachPostgres, type TestDatabase, testDatabase } from './database.ts'
import { testObjectStore } from './object-store.ts'
import { testRedis } from './redis.ts'

forEachPostgres((version) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await testDatabase({ version })
  })
  afterAll(() => database?.close())

  test('a test database is the asked version, migrated and UTF-8', async () => {
    const [row] = await database.sql`select current_setting('server_version_num')::int / 10000 as major,
      current_setting('server_encoding') as encoding, to_regclass('filings') is not null as migrated`
    expect(row).toEqual({ major: version, encoding: 'UTF8', migrated: true })
  })

  test('two test databases share nothing', async () => {
    const other = await testDatabase({ version })
    await other.sql`create table only_there (id int)`
    const [row] = await database.sql`select to_regclass('only_there') as found`
    expect(row?.found).toBeNull()
    await other.close()
  })
})

describe('redis', () => {
  test('two test files share no key, and each can run the scripts of the queues', async () => {
    const [one, two] = [await testRedis(), await testRedis()]
    await one.redis.set('key', 'value')
    expect(await two.redis.get('key')).toBeNull()
    expect(await two.redis.eval('return cmsgpack.unpack(cmsgpack.pack(7))', 0)).toBe(7)
    await Promise.all([one.close(), two.close()])
  })

  test('a server of its own can be flushed without touching the shared one', async () => {
    const [shared, own] = [await testRedis(), await testRedis({ own: true })]
    await shared.redis.set('key', 'value')
    await own.redis.flushall()
    expect(await shared.redis.get('key')).toBe('value')
    await Promise.all([shared.close(), own.close()])
  })
})

test('a test object store is an empty folder behind a file URL', async () => {
  const store = await testObjectStore()
  expect(store.url).toMatch(/^file:\/\/\//)
  await store.close()
})
