import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { forEachPostgres, type TestDatabase, testDatabase } from '../testing/database.ts'
import { redrive } from './redrive.ts'
import { type DeadJobStore, deadJobStore, type GivenUp } from './store.ts'

const ACCESSION = '0009990001-24-000001'

forEachPostgres((version) => {
  describe('dead jobs', () => {
    let database: TestDatabase
    let dead: DeadJobStore
    beforeAll(async () => {
      database = await testDatabase({ version })
      dead = deadJobStore(database.sql)
    })
    afterAll(() => database.close())
    beforeEach(() => database.sql`truncate dead_jobs, intake, outbox`)

    const job = (more: Partial<GivenUp> = {}): GivenUp => ({
      job_name: 'parse-filing',
      job_id: `parse-filing.${ACCESSION}`,
      payload: { dataset: 'live', accession_number: ACCESSION },
      reason: 'worker_died',
      error: new Error('the process ended with SIGKILL'),
      attempts: 1,
      deaths: 2,
      trace_id: 'trace',
      first_at: new Date('2026-01-01T00:00:00Z'),
      ...more,
    })

    test('a dead job tells its reason, its stack, its attempts, the hash of its payload, and when it was first and last tried', async () => {
      await dead.bury(job())
      const [row] = await dead.list()
      expect(row).toMatchObject({
        reason: 'worker_died',
        message: 'the process ended with SIGKILL',
        attempts: 1,
        deaths: 2,
        trace_id: 'trace',
        first_at: '2026-01-01T00:00:00Z',
        redriven_at: null,
      })
      expect(row?.stack).toContain('dead-jobs.test.ts')
      expect(row?.payload_sha256).toMatch(/^[0-9a-f]{64}$/)
      expect(JSON.parse(row?.payload ?? '')).toEqual({ dataset: 'live', accession_number: ACCESSION })
    })

    test('the same job given up again is one row, with the attempts of both', async () => {
      await dead.bury(job())
      await dead.bury(job({ reason: 'unresponsive', attempts: 3 }))
      expect(await dead.list()).toMatchObject([{ reason: 'unresponsive', attempts: 4 }])
    })

    test('whatever an error says and a payload holds can be written down', async () => {
      await dead.bury(job({ error: new Error('a \u0000 in it'), payload: { text: '\u0000\ud800' } }))
      await dead.bury(job({ job_id: 'large', payload: { text: 'x'.repeat(10_000_000) } }))
      const [large, small] = await dead.list()
      expect(small?.message).toBe('a \ufffd in it')
      expect(large).toMatchObject({ payload: null, payload_bytes: 10_000_011 })
    })

    test('redriving announces a job once and sets the filing back to where it stood', async () => {
      await database.sql`
        insert into intake (accession_number, dataset, cik, form_type, filing_date, discovered_by, stage, reason)
        values (${ACCESSION}, 'live', '0009990001', '8-K', '2026-01-01', 'latest_filings', 'failed', 'worker_died')`
      await dead.bury(job())
      expect(await redrive(database.sql)).toBe(1)
      expect(await redrive(database.sql)).toBe(0)
      expect(await dead.list()).toEqual([])
      expect(await database.sql`select stage, reason from intake`).toEqual([
        { stage: 'fetched', reason: null },
      ])
      expect(await database.sql`select job_name, payload from outbox`).toEqual([
        { job_name: 'parse-filing', payload: { dataset: 'live', accession_number: ACCESSION } },
      ])
    })

    test('only what was asked for is redriven', async () => {
      await dead.bury(job())
      await dead.bury(
        job({ job_name: 'count-answers', job_id: 'tick', payload: {}, reason: 'internal_error' }),
      )
      expect(await redrive(database.sql, { reason: 'internal_error' })).toBe(1)
      expect((await dead.list()).map(({ job_name }) => job_name)).toEqual(['parse-filing'])
    })

    test('nothing is forgotten before thirty days are over', async () => {
      await dead.bury(job())
      await database.sql`update dead_jobs set last_at = now() - interval '29 days 23 hours'`
      expect(await dead.forget()).toBe(0)
      await database.sql`update dead_jobs set last_at = now() - interval '30 days 1 hour'`
      expect(await dead.forget()).toBe(1)
    })
  })
})
