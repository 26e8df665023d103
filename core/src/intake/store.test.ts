import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { BACKFILL, PROMOTED } from '../outbox/priority.ts'
import type { Announcement } from '../outbox/store.ts'
import { carry } from '../outbox/store.ts'
import { forEachPostgres, type TestDatabase, testDatabase } from '../testing/database.ts'
import { type IntakeStore, intakeStore } from './store.ts'

const filing = (n: number) => ({
  accession_number: `0009990001-24-${String(n).padStart(6, '0')}`,
  cik: '0009990001',
  form_type: '8-K',
  filing_date: '2024-05-01',
  company_name: null,
})

forEachPostgres((version) => {
  describe('intake and outbox', () => {
    let database: TestDatabase
    let intake: IntakeStore
    beforeAll(async () => {
      database = await testDatabase({ version, max: 8 })
      intake = intakeStore(database.sql)
    })
    afterAll(() => database.close())
    beforeEach(() => database.sql`truncate intake, outbox`)

    const carryAll = async () => {
      const carried: Announcement[] = []
      while ((await carry(database.sql, 100, async (some) => void carried.push(...some))) > 0);
      return carried
    }

    test('ten sources that name the same 3,000 filings at once announce each fetch once', async () => {
      const filings = Array.from({ length: 3_000 }, (_, index) => filing(index))
      const recorded = await Promise.all(
        Array.from({ length: 10 }, (_, turn) =>
          intake.record('test', 'full_index', turn % 2 ? filings : filings.toReversed()),
        ),
      )
      expect(recorded.reduce((sum, count) => sum + count, 0)).toBe(3_000)
      const ids = (await carryAll()).map((one) => one.job_id)
      expect(ids).toHaveLength(3_000)
      expect(new Set(ids).size).toBe(3_000)
    })

    test('the time of the submissions JSON is kept as it is written, whoever named the filing first', async () => {
      const { accession_number } = filing(1)
      await intake.record('test', 'full_index', [filing(1)])
      const named = { ...filing(1), acceptance_date_time_raw: '2024-05-01T16:05:00.000Z' }
      expect(await intake.record('test', 'latest_filings', [named])).toBe(0)
      const json = async () => (await database.sql`select accepted_at_json from intake`)[0]?.accepted_at_json
      expect(await json()).toBeNull()
      expect(await intake.record('test', 'submissions_json', [named])).toBe(0)
      await intake.record('test', 'submissions_json', [
        { ...named, acceptance_date_time_raw: '2024-05-01T20:05:00.000Z' },
      ])
      expect(await json()).toMatch(/^2024-05-01T16:05:00/)
      expect((await intake.find(accession_number))?.stage).toBe('discovered')
      // The feed moved it to the front, where the queue takes the same job once.
      expect((await carryAll()).map(({ job_id, priority }) => [job_id, priority])).toEqual([
        [`fetch-filing.${accession_number}`, PROMOTED],
        [`fetch-filing.${accession_number}`, BACKFILL],
      ])
    })

    test('a stage moves once, however many runs of the job finish', async () => {
      await intake.record('test', 'full_index', [filing(1)])
      await carryAll()
      const one = { dataset: 'test' as const, accession_number: filing(1).accession_number }
      const moved = await Promise.all(
        Array.from({ length: 5 }, () =>
          database.sql.begin((tx) => intake.advance(tx, one, 'discovered', 'fetched')),
        ),
      )
      expect(moved.filter(Boolean)).toHaveLength(1)
      expect((await carryAll()).map((next) => next.job_name)).toEqual(['parse-filing'])
    })

    test('what could not be handed to the queue stays announced', async () => {
      await intake.record('test', 'full_index', [filing(2)])
      const refuse = carry(database.sql, 10, async () => {
        throw new Error('the queue is away')
      })
      await expect(refuse).rejects.toThrow('the queue is away')
      expect(await carryAll()).toHaveLength(1)
      expect(await carryAll()).toHaveLength(0)
    })

    test('unfinished filings are found again after a while, finished and failed ones are not', async () => {
      await intake.record('test', 'full_index', [filing(3), filing(4)])
      await intake.fail(filing(4).accession_number, 'truncated')
      await database.sql`update intake set stage_changed_at = now() - interval '1 minute'`
      const found = await intake.unfinished(30_000, 10)
      expect(found.map((one) => one.accession_number)).toEqual([filing(3).accession_number])
      expect(await intake.countByStage('test')).toMatchObject({ discovered: 1, failed: 1 })
    })

    test('a failure of the way is tried again when a source names the filing later; a bad filing is not', async () => {
      await intake.record('test', 'full_index', [filing(5), filing(6)])
      await intake.fail(filing(5).accession_number, 'server_error')
      await intake.fail(filing(6).accession_number, 'no_documents')
      expect(await intake.record('test', 'full_index', [filing(5), filing(6)])).toBe(0)
      await database.sql`update intake set stage_changed_at = now() - interval '1 hour'`
      expect(await intake.record('test', 'full_index', [filing(5), filing(6)])).toBe(1)
      expect(await intake.countByStage('test')).toMatchObject({ discovered: 1, failed: 1 })
    })
  })
})
