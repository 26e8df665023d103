import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { insertFacts } from '../facts/store.ts'
import type { FilingRecord } from '../filings/filing.ts'
import { factOf } from '../statements/fact-fixture.ts'
import { forEachPostgres, type TestDatabase, testDatabase } from '../testing/database.ts'
import { seedFiling } from '../testing/seed-filing.ts'
import { restatementReadStore } from './read-store.ts'

const CIK = '0009990001'
const YEAR = '2023-01-01/2023-12-31'
const AXIS = [{ axis: 'us-gaap:ProductAxis', member: 'x:RobotsMember', typed_value: null }]
const NOW = '2026-01-01T00:00:00Z'

forEachPostgres((version) => {
  let database: TestDatabase
  let store: ReturnType<typeof restatementReadStore>

  /** A filing with facts; `available_at` is its acceptance. */
  async function filing(
    accession: string,
    accepted: string,
    form: string,
    rows: Parameters<typeof factOf>[],
  ) {
    const { sql } = database
    await seedFiling(sql, {
      accession_number: accession,
      accepted_at: accepted,
      available_at: accepted,
      form_type: form,
    })
    const document_id = `${accession}:1`
    await sql`insert into documents ${sql({
      document_id,
      accession_number: accession,
      sequence: 1,
      document_type: form,
      byte_start: 0,
      byte_end: 1,
      document_sha256: '0'.repeat(64),
      text_status: 'not_text',
    })}`
    const facts = rows.map((row, index) => ({
      ...factOf(...row),
      position: index + 1,
      document_id,
      entity_cik: CIK,
    }))
    const cover = {
      document_type: form,
      document_fiscal_year: 2023,
      document_fiscal_period: 'FY',
      document_period_end: null,
    }
    await insertFacts(
      sql,
      { accession_number: accession, accepted_at: accepted, filers: [] } as unknown as FilingRecord,
      [{ document_id, source: 'instance', cover, namespaces: {}, schema_refs: [], facts, text: null }],
    )
  }

  beforeAll(async () => {
    database = await testDatabase({ version })
    store = restatementReadStore(database.sql)
    await filing('0009990001-24-000001', '2024-02-01T12:00:00Z', '10-K', [
      ['us-gaap:NetIncomeLoss', YEAR, 2_745_791, { decimals: 0 }],
      ['us-gaap:Revenues', YEAR, 1_234_567, { decimals: 0 }],
      ['us-gaap:Revenues', YEAR, 900_000, { decimals: 0, dimensions: AXIS }],
      ['us-gaap:Assets', '2023-12-31', 10],
      ['us-gaap:ProfitLoss', YEAR, 3],
    ])
    await filing('0009990001-24-000002', '2024-06-01T12:00:00Z', '10-K/A', [
      ['us-gaap:NetIncomeLoss', YEAR, -9_371_000, { decimals: -3 }],
      ['us-gaap:NetIncomeLoss', YEAR, -9_371_209, { decimals: 0 }],
      ['us-gaap:Revenues', YEAR, 1_235_000, { decimals: -3 }],
      ['us-gaap:Revenues', YEAR, 800_000, { decimals: 0, dimensions: AXIS }],
      ['us-gaap:ProfitLoss', '2022-01-01/2022-12-31', 4],
    ])
    await filing('0009990001-25-000001', '2025-02-01T12:00:00Z', '10-K', [
      ['us-gaap:NetIncomeLoss', YEAR, -9_371_000, { decimals: -3 }],
    ])
  })
  afterAll(() => database.close())

  const ask = (wish: Partial<Parameters<typeof store.list>[1]> = {}, as_of = NOW) =>
    store.list(
      { dataset: 'test', as_of },
      { cik: CIK, dimensions: 'none', unchanged: false, ...wish },
      { limit: 10 },
    )

  describe('the vintages of a fact', () => {
    it('say who said what and when; a rounding of the same number is no restatement', async () => {
      const histories = await ask()
      expect(histories).toHaveLength(1)
      expect(histories[0]).toMatchObject({
        cik: CIK,
        taxonomy: 'us-gaap',
        tag: 'NetIncomeLoss',
        unit: 'USD',
        period_start: '2023-01-01',
        period_end: '2023-12-31',
        dimensions: [],
        vintages: [
          { accession_number: '0009990001-24-000001', value: 2_745_791, restated: false },
          {
            accession_number: '0009990001-24-000002',
            form_type: '10-K/A',
            value: -9_371_209,
            position: 2,
            restated: true,
          },
          {
            accession_number: '0009990001-25-000001',
            value: -9_371_000,
            restated: false,
            accepted_at: '2025-02-01T12:00:00Z',
          },
        ],
      })
    })

    it('are only those that were known at the time', async () => {
      expect(await ask({}, '2024-03-01T00:00:00Z')).toEqual([])
      const [then] = await ask({}, '2024-07-01T00:00:00Z')
      expect(then?.vintages).toHaveLength(2)
    })

    it('of parts are asked for apart, and those that agree too', async () => {
      expect((await ask({ dimensions: 'any' })).map(({ tag, dimensions }) => [tag, dimensions])).toEqual([
        ['NetIncomeLoss', []],
        ['Revenues', AXIS],
      ])
      const all = await ask({ unchanged: true })
      expect(all.map(({ tag, restated_at }) => [tag, restated_at === null])).toEqual([
        ['NetIncomeLoss', false],
        ['Revenues', true],
      ])
    })

    it('continue where the page before ended', async () => {
      const view = { dataset: 'test' as const, as_of: NOW }
      const filter = { cik: CIK, dimensions: 'any' as const, unchanged: true }
      const whole = await store.list(view, filter, { limit: 10 })
      let after: { restated_at: string | null; sort_key: string } | undefined
      for (const history of whole) {
        const [next] = await store.list(view, filter, { limit: 1, after })
        expect(next).toEqual(history)
        after = { restated_at: history.restated_at, sort_key: history.sort_key }
      }
      expect(await store.list(view, filter, { limit: 1, after })).toEqual([])
    })
  })
})
