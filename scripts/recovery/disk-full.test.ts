import { randomBytes } from 'node:crypto'
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createLogger } from '@sec-latent/core/log'
import { openObjectStore } from '@sec-latent/core/objects/open'
import { type ObjectStore, ObjectStoreFullError } from '@sec-latent/core/objects/store'
import { type TestDatabase, testDatabase } from '@sec-latent/core/testing/database'
import { type TestRedis, testRedis } from '@sec-latent/core/testing/redis'
import { fetchFiling } from '@sec-latent/workers/filings/fetch'
import { startWorker } from '@sec-latent/workers/job'
import { inventedServices, inventedSubmission } from '@sec-latent/workers/testing/invented-services'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { missingForSmallDisk, smallDisk } from './small-disk.ts'

const missing = missingForSmallDisk()
const MB = 1024 * 1024
const FILING = '0009990001-24-000001'

describe.skipIf(missing)(`an object store whose disk is full${missing ? ` (${missing})` : ''}`, () => {
  let disk: ReturnType<typeof smallDisk>
  let store: ObjectStore
  let filler: string
  beforeAll(() => {
    disk = smallDisk(16)
    store = openObjectStore(pathToFileURL(disk.path).href)
    filler = join(disk.path, 'filler')
  })
  afterAll(() => disk?.remove())

  const files = () =>
    readdirSync(disk.path, { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile() && one.name !== 'filler')
      .map(({ name }) => name)

  test('says so, shows no partial object, keeps what it has, and takes objects again when there is room', async () => {
    const before = await store.put(randomBytes(MB))
    const stored: string[] = [before]
    const failures: Error[] = []
    for (let n = 0; n < 40; n++) {
      await store.put(randomBytes(MB)).then(
        (key) => stored.push(key),
        (error) => failures.push(error),
      )
    }
    expect(failures.length).toBeGreaterThan(20)
    expect(failures.every((error) => error instanceof ObjectStoreFullError)).toBe(true)
    expect(files().sort()).toEqual([...stored].sort())
    for (const key of stored) expect((await store.get(key))?.length).toBe(MB)
    rmSync(join(disk.path, before.slice(0, 2), before))
    expect(await store.has(await store.put(randomBytes(MB / 2)))).toBe(true)
  })

  test('lets the fetch of a filing be tried again until there is room, and then it is there', async () => {
    const [database, redis]: [TestDatabase, TestRedis] = await Promise.all([
      testDatabase(),
      testRedis({ own: true }),
    ])
    const opened = await inventedServices({ databaseUrl: database.url, redisUrl: redis.url }, [])
    const bytes = inventedSubmission({
      accession_number: FILING,
      cik: '0009990001',
      form_type: '10-K',
      accepted_at: '2024-01-15T15:00:00Z',
      period_of_report: '2023-12-31',
      text: 'word '.repeat(200_000),
    })
    const logged: string[] = []
    const services = {
      ...opened.services,
      log: createLogger('test', 'warn', (line) => logged.push(line)),
      objects: store,
      edgarOf: () =>
        ({ gateway: { fetchSubmission: async () => ({ bytes, url: 'http://edgar.test/x.txt' }) } }) as never,
    }
    // Nothing is left for it, at first.
    for (const name of readdirSync(disk.path)) rmSync(join(disk.path, name), { recursive: true })
    writeFileSync(filler, '')
    for (let size = 16 * MB; size >= 4096; size /= 2) {
      try {
        writeFileSync(filler, Buffer.alloc(size), { flag: 'a' })
      } catch {
        // Half of it, then.
      }
    }
    const stage = async () =>
      (
        await database.sql<{ stage: string; submission_sha256: string | null }[]>`
        select stage, submission_sha256 from intake where accession_number = ${FILING}`
      )[0]
    await database.sql`
      insert into intake (accession_number, dataset, cik, form_type, filing_date, discovered_by, stage)
      values (${FILING}, 'test', '0009990001', '10-K', '2024-01-15', 'full_index', 'discovered')`
    const worker = startWorker(fetchFiling, services)
    try {
      await services.queues.add([
        {
          job_name: 'fetch-filing',
          job_id: `fetch-filing.${FILING}`,
          payload: { dataset: 'test', accession_number: FILING },
        },
      ])
      const queue = services.queues.queueOf('fetch-filing')
      // It waits, and that was no attempt: the disk may be full for longer than attempts last.
      await expect.poll(async () => (await queue.getJobs(['delayed'])).length, { timeout: 60_000 }).toBe(1)
      expect((await queue.getJobs(['delayed']))[0]).toMatchObject({ attemptsMade: 0 })
      expect(logged.some((line) => line.includes('"status":"full"'))).toBe(true)
      expect(await stage()).toEqual({ stage: 'discovered', submission_sha256: null })
      expect(files().filter((name) => name.includes('partial'))).toEqual([])
      rmSync(filler)
      await expect.poll(async () => (await stage())?.stage, { timeout: 60_000 }).toBe('fetched')
      const key = (await stage())?.submission_sha256 as string
      expect((await store.get(key))?.equals(bytes)).toBe(true)
    } finally {
      await worker.close()
      await opened.close()
      await Promise.all([database.close(), redis.close()])
    }
  })
})
