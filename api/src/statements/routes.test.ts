import type { DocumentFacts } from '@sec-latent/core/facts/filing-facts'
import { insertFacts } from '@sec-latent/core/facts/store'
import type { FilingRecord } from '@sec-latent/core/filings/filing'
import { filedStatements } from '@sec-latent/core/statements/as-filed'
import { statementsWithoutPresentation } from '@sec-latent/core/statements/customary-order'
import { factsOf } from '@sec-latent/core/statements/fact-fixture'
import { RESOLVER_VERSION, standardiseFiling } from '@sec-latent/core/statements/standardise'
import { insertFinancialReport } from '@sec-latent/core/statements/store'
import { mergeTaxonomy } from '@sec-latent/core/statements/taxonomy'
import { readTaxonomyDocument } from '@sec-latent/core/statements/taxonomy-document'
import { linkbase, presentationLink, ROLE, schema } from '@sec-latent/core/statements/taxonomy-fixture'
import { forEachPostgres } from '@sec-latent/core/testing/database'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HARBOR } from '../testing/seed.ts'
import { type TestApp, testApp } from '../testing/test-app.ts'

const ANNUAL = '0009900001-24-000001'
const AMENDED = '0009900001-24-000002'
const QUARTERLY = '0009900001-24-000003'
const YEAR = '2023-01-01/2023-12-31'
const QUARTER = '2024-01-01/2024-03-31'

const annualRows = (revenues: number, type: string): Parameters<typeof factsOf>[0] => [
  ['dei:DocumentType', YEAR, type],
  ['dei:DocumentPeriodEndDate', YEAR, '2023-12-31'],
  ['us-gaap:Assets', '2023-12-31', 500_000],
  ['us-gaap:AssetsCurrent', '2023-12-31', 200_000],
  ['us-gaap:LiabilitiesCurrent', '2023-12-31', 100_000],
  ['us-gaap:Revenues', YEAR, revenues],
  ['us-gaap:CostOfRevenue', YEAR, 400_000],
]

async function seedReport(
  api: TestApp,
  accession_number: string,
  accepted_at: string,
  cover: DocumentFacts['cover'],
  rows: Parameters<typeof factsOf>[0],
  presented: boolean,
) {
  const { document_id } = await api.seed.filing({
    accession_number,
    accepted_at,
    form_type: cover.document_type ?? '',
  })
  const facts = factsOf(rows).map((fact) => ({ ...fact, document_id }))
  const filing = { accession_number, accepted_at, filers: [] } as unknown as FilingRecord
  await insertFacts(api.sql, filing, [
    { document_id, source: 'instance', cover, namespaces: {}, schema_refs: [], facts, text: null },
  ])
  const taxonomy = mergeTaxonomy(
    [
      schema(),
      linkbase(
        presentationLink(ROLE, [['us-gaap_StatementOfFinancialPositionAbstract', 'us-gaap_Assets', 1]]),
      ),
    ].map(readTaxonomyDocument),
  )
  await insertFinancialReport(api.sql, filing, {
    cik: HARBOR,
    ...cover,
    amendment: null,
    currency: 'USD',
    presentation: presented ? 'filed' : 'unavailable',
    presentation_reason: presented ? null : 'no_linkbase',
    resolver_version: RESOLVER_VERSION,
    filed: presented ? filedStatements(taxonomy, facts) : statementsWithoutPresentation(facts),
    standard: standardiseFiling(facts)?.statements ?? [],
  })
  await api.seed.ledger(accession_number, { financial_statements: ['ok_found'], xbrl_facts: ['ok_found'] })
}

forEachPostgres((version) => {
  let api: TestApp
  beforeAll(async () => {
    api = await testApp({ version })
    const cover = {
      document_type: '10-K',
      document_fiscal_year: 2023,
      document_fiscal_period: 'FY',
      document_period_end: '2023-12-31',
    }
    await seedReport(api, ANNUAL, '2024-02-01T12:00:00Z', cover, annualRows(1_000_000, '10-K'), true)
    const amended = { ...cover, document_type: '10-K/A' }
    await seedReport(api, AMENDED, '2024-05-01T12:00:00Z', amended, annualRows(900_000, '10-K/A'), true)
    const quarterly = {
      ...cover,
      document_type: '10-Q',
      document_fiscal_year: 2024,
      document_fiscal_period: 'Q1',
    }
    await seedReport(
      api,
      QUARTERLY,
      '2024-05-02T12:00:00Z',
      quarterly,
      [
        ['dei:DocumentType', QUARTER, '10-Q'],
        ['us-gaap:Revenues', QUARTER, 250_000],
      ],
      false,
    )
  })
  afterAll(() => api.close())

  const get = async (path: string) => (await api.get(`/v1/entities/9900001/${path}`)).json()

  describe('standardised statements', () => {
    it('give each line its source, status and facts, and say which identities hold', async () => {
      const { data, coverage } = await get(`statements?accession_number=${ANNUAL}`)
      expect(
        data.map((row: { statement: string; period_type: string }) => [row.statement, row.period_type]),
      ).toEqual([
        ['income_statement', 'year'],
        ['balance_sheet', 'instant'],
      ])
      const line = (name: string) => data[0].lines.find((one: { line: string }) => one.line === name)
      expect(data[0]).toMatchObject({ object: 'standard_statement', cik: HARBOR, document_fiscal_year: 2023 })
      expect(line('revenues')).toMatchObject({
        value: 1_000_000,
        unit: 'USD',
        value_status: 'reported',
        source_tag: 'us-gaap:Revenues',
        resolver_rank: 1,
        inputs: [{ accession_number: ANNUAL, document_id: `${ANNUAL}:1`, position: 6, decimals: -3 }],
      })
      expect(line('gross_profit')).toMatchObject({
        value: 600_000,
        value_status: 'derived',
        formula: 'revenues - cost_of_revenue',
        inputs: [{ position: 6 }, { position: 7 }],
      })
      expect(line('net_income')).toMatchObject({ value: null, value_status: 'not_reported' })
      expect(data[1].checks).toContainEqual(
        expect.objectContaining({ invariant: 'assets >= current_assets', status: 'holds' }),
      )
      expect(coverage).toMatchObject({
        status: 'complete',
        extractors: [{ extractor: 'financial_statements' }],
      })
    })

    it('are found by fiscal period, period type and statement', async () => {
      const found = await get(
        'statements?document_fiscal_period=Q1&period_type=quarter&statement=income_statement',
      )
      expect(found.data.map((row: { accession_number: string }) => row.accession_number)).toEqual([QUARTERLY])
    })

    it('of a past moment are those known then', async () => {
      const then = await get('statements?as_of=2024-03-01T00:00:00Z')
      expect(new Set(then.data.map((row: { accession_number: string }) => row.accession_number))).toEqual(
        new Set([ANNUAL]),
      )
    })

    it('continue where the page before ended', async () => {
      const whole = (await get('statements')).data
      const first = await get('statements?limit=2')
      const next = await get(`statements?limit=500&cursor=${first.next_cursor}`)
      expect([...first.data, ...next.data]).toEqual(whole)
    })
  })

  describe('statements as filed', () => {
    it('have the lines and columns of the filer', async () => {
      const { data } = await get(`statements?view=as_filed&accession_number=${ANNUAL}`)
      expect(data).toMatchObject([
        {
          object: 'filed_statement',
          statement: 'balance_sheet',
          title: 'CONSOLIDATED BALANCE SHEETS',
          presentation: 'filed',
          columns: [{ instant: '2023-12-31' }],
          lines: [
            { abstract: true },
            { concept: 'us-gaap:Assets', depth: 1, cells: [{ value: 500_000, position: 3 }] },
          ],
        },
      ])
    })

    it('say so when the filing brings no presentation', async () => {
      const { data } = await get(
        `statements?view=as_filed&accession_number=${QUARTERLY}&statement=income_statement`,
      )
      expect(data).toMatchObject([
        { presentation: 'unavailable', presentation_reason: 'no_linkbase', role_uri: null },
      ])
    })

    it('take no period type: their columns are of several', async () => {
      const response = await api.get('/v1/entities/9900001/statements?view=as_filed&period_type=year')
      expect(response.statusCode).toBe(400)
      expect(response.json().errors).toMatchObject([{ parameter: 'period_type' }])
    })
  })

  describe('ratios', () => {
    it('carry their formula and facts, and a reason where there is none', async () => {
      const { data } = await get(`ratios?accession_number=${ANNUAL}&ratio=current_ratio,inventory_turnover`)
      expect(data).toMatchObject([
        {
          object: 'ratio_report',
          accession_number: ANNUAL,
          periods: [
            {
              period_type: 'year',
              ratios: [
                {
                  ratio: 'current_ratio',
                  value: 2,
                  formula: 'current_assets / current_liabilities',
                  inputs: [
                    { line: 'current_assets', inputs: [{ position: 4 }] },
                    { line: 'current_liabilities' },
                  ],
                },
                { ratio: 'inventory_turnover', value: null, status: 'unavailable', missing: ['inventory'] },
              ],
            },
          ],
        },
      ])
    })

    it('continue where the page before ended', async () => {
      const whole = (await get('ratios')).data
      expect(whole).toHaveLength(3)
      const first = await get('ratios?limit=1')
      const next = await get(`ratios?limit=500&cursor=${first.next_cursor}`)
      expect([...first.data, ...next.data]).toEqual(whole)
    })
  })

  describe('restatements', () => {
    it('say who said what when', async () => {
      const { data, has_more } = await get('restatements')
      expect(has_more).toBe(false)
      expect(data).toMatchObject([
        {
          object: 'restatement',
          tag: 'Revenues',
          status: 'restated',
          restated_at: '2024-05-01T12:00:00Z',
          first_value: 1_000_000,
          latest_value: 900_000,
          difference: -100_000,
          vintages: [
            { accession_number: ANNUAL, restated: false },
            { accession_number: AMENDED, form_type: '10-K/A', restated: true },
          ],
        },
      ])
    })

    it('list facts that agree when asked', async () => {
      const first = await get('restatements?status=all&limit=2')
      const next = await get(`restatements?status=all&cursor=${first.next_cursor}`)
      const tags = [...first.data, ...next.data].map(({ tag, status }: { tag: string; status: string }) => [
        tag,
        status,
      ])
      expect(tags).toEqual([
        ['Revenues', 'restated'],
        ['Assets', 'unchanged'],
        ['AssetsCurrent', 'unchanged'],
        ['CostOfRevenue', 'unchanged'],
        ['LiabilitiesCurrent', 'unchanged'],
      ])
    })

    it('of a past moment were not known yet', async () => {
      expect(await get('restatements?as_of=2024-03-01T00:00:00Z')).toMatchObject({ data: [] })
    })
  })

  it.each(['statements', 'ratios', 'restatements'])(
    '%s of a company nobody names are a 404',
    async (path) => {
      const response = await api.get(`/v1/entities/123/${path}`)
      expect(response.json()).toMatchObject({ status: 404, code: 'entity_not_found' })
    },
  )
})
