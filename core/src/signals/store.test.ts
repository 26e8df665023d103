import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { takePublishTurn } from '../changes/publish-turn.ts'
import { forEachPostgres, type TestDatabase, testDatabase } from '../testing/database.ts'
import { seedFiling } from '../testing/seed-filing.ts'
import { type NewSignal, publishSignals, replaceSignals, retireSignals } from './store.ts'

const ACCESSION = '0009990001-24-000001'
const KEY = { accession_number: ACCESSION, extractor: 'filing_size' }

function signal(fingerprint: string, value: number): NewSignal {
  return {
    dataset: 'test',
    signal_type: 'filing_size_log',
    accession_number: ACCESSION,
    cik: '0009990001',
    form_type: '10-K',
    accepted_at: '2024-11-01T10:01:36Z',
    period_of_report: null,
    value,
    unit: 'ln_megabytes',
    direction: 0,
    subject: null,
    payload: null,
    evidence: [
      {
        kind: 'header_field',
        submission_sha256: '0'.repeat(64),
        field: 'ACCESSION NUMBER',
        value: ACCESSION,
        byte_start: 0,
        byte_end: 20,
        quote: ACCESSION,
      },
    ],
    inputs: [],
    extractor_name: 'filing_size',
    extractor_version: '1.0.0',
    extractor_kind: 'deterministic',
    input_sha256: '1'.repeat(64),
    config_sha256: '2'.repeat(64),
    fingerprint,
  }
}

forEachPostgres((version) => {
  describe('signals', () => {
    let database: TestDatabase
    beforeAll(async () => {
      database = await testDatabase({ version })
      await seedFiling(database.sql, { accession_number: ACCESSION })
    })
    afterAll(() => database.close())

    test('the same reading stored twice is one signal', async () => {
      const { sql } = database
      for (let run = 0; run < 2; run++)
        await sql.begin((tx) => replaceSignals(tx, KEY, [signal('sha256:a', 1)]))
      const [row] = await sql`select count(*)::int as count from signals`
      expect(row?.count).toBe(1)
    })

    test('a signal is visible only once published, and ends at the moment its successor begins', async () => {
      const { sql } = database
      const [first] = await sql.begin(async (tx) => publishSignals(tx, await takePublishTurn(tx), ACCESSION))
      const retired = await sql.begin(async (tx) => {
        await replaceSignals(tx, KEY, [signal('sha256:b', 2)])
        const turn = await takePublishTurn(tx)
        const ended = await retireSignals(tx, turn, ACCESSION)
        await publishSignals(tx, turn, ACCESSION)
        return ended
      })
      expect(retired).toEqual([first])
      const rows = await sql`
        select fingerprint, supersedes, available_at, superseded_at, available_at > now() as ahead
        from signals order by id`
      expect(rows[0]).toMatchObject({ fingerprint: 'sha256:a', superseded_at: rows[1]?.available_at })
      expect(rows[1]).toMatchObject({
        fingerprint: 'sha256:b',
        supersedes: first?.id,
        superseded_at: null,
        ahead: true,
      })
    })

    test('a signal without evidence does not commit', async () => {
      const bare = { ...signal('sha256:c', 3), evidence: [] }
      await expect(database.sql.begin((tx) => replaceSignals(tx, KEY, [bare]))).rejects.toThrow()
      await expect(
        database.sql.begin(async (tx) => {
          await replaceSignals(tx, KEY, [signal('sha256:d', 4)])
          await tx`delete from evidence where signal_id in (select id from signals where fingerprint = 'sha256:d')`
          await tx`set constraints all immediate`
        }),
      ).rejects.toThrow(/has no evidence/)
    })
  })
})
