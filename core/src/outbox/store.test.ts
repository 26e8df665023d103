import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { forEachPostgres, type TestDatabase, testDatabase } from '../testing/database.ts'
import { BACKFILL, LIVE, MISSED, PROMOTED } from './priority.ts'
import { type Announcement, announce, carry } from './store.ts'

const job = (name: string, priority?: number): Announcement => ({
  job_name: 'fetch-filing',
  job_id: name,
  payload: { dataset: 'test', accession_number: name },
  ...(priority === undefined ? {} : { priority }),
})

forEachPostgres((version) => {
  describe('the order of announcements', () => {
    let database: TestDatabase
    beforeAll(async () => {
      database = await testDatabase({ version })
    })
    afterAll(() => database.close())
    beforeEach(() => database.sql`truncate outbox`)

    const carried = async (limit: number) => {
      const ids: string[] = []
      await carry(database.sql, limit, async (some) => void ids.push(...some.map(({ job_id }) => job_id)))
      return ids
    }

    test('what is new goes before thousands of history that were announced earlier', async () => {
      await announce(
        database.sql,
        Array.from({ length: 5_000 }, (_, n) => job(`old-${n}`, BACKFILL)),
      )
      await announce(database.sql, [
        job('missed', MISSED),
        job('moved', PROMOTED),
        job('new', LIVE),
        job('plain'),
      ])
      expect((await carried(10)).slice(0, 5)).toEqual(['new', 'plain', 'moved', 'missed', 'old-0'])
    })

    test('however much is new, some history goes along', async () => {
      await announce(database.sql, [job('old', BACKFILL), job('older', BACKFILL)])
      for (let round = 0; round < 2; round++) {
        await announce(
          database.sql,
          Array.from({ length: 30 }, (_, n) => job(`new-${round}-${n}`)),
        )
        const ids = await carried(10)
        expect([ids.length, ids.at(-1)]).toEqual([11, ['old', 'older'][round]])
      }
      const [left] =
        await database.sql`select count(*)::int as count from outbox where priority = ${BACKFILL}`
      expect(left?.count).toBe(0)
    })

    test('two carriers at once take every announcement once', async () => {
      const names = Array.from({ length: 400 }, (_, n) => job(`one-${n}`, n % 2 ? BACKFILL : LIVE))
      await announce(database.sql, names)
      const ids: string[] = []
      const carrier = async () => {
        for (let some = await carried(20); some.length > 0; some = await carried(20)) ids.push(...some)
      }
      await Promise.all([carrier(), carrier(), carrier()])
      expect(ids.toSorted()).toEqual(names.map(({ job_id }) => job_id).toSorted())
    })
  })
})
