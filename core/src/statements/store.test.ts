import { afterAll, beforeAll, expect, it } from 'vitest'
import { forEachPostgres, type TestDatabase, testDatabase } from '../testing/database.ts'
import { seedFiling } from '../testing/seed-filing.ts'
import { filedStatements } from './as-filed.ts'
import { factsOf } from './fact-fixture.ts'
import type { FinancialReport } from './financial-report.ts'
import { statementReadStore } from './read-store.ts'
import { RESOLVER_VERSION, standardiseFiling } from './standardise.ts'
import { insertFinancialReport } from './store.ts'
import { mergeTaxonomy } from './taxonomy.ts'
import { readTaxonomyDocument } from './taxonomy-document.ts'
import { labelLink, linkbase, presentationLink, ROLE, schema } from './taxonomy-fixture.ts'

const CIK = '0009990001'
const FIRST = '0009990001-24-000001'
const SECOND = '0009990001-25-000001'
const NOW = { dataset: 'test' as const, as_of: '2026-01-01T00:00:00Z' }

function report(year: number): FinancialReport {
  const period = `${year}-01-01/${year}-12-31`
  const facts = factsOf([
    ['dei:DocumentType', period, '10-K'],
    ['dei:DocumentPeriodEndDate', period, `${year}-12-31`],
    ['us-gaap:Assets', `${year}-12-31`, 100],
    ['us-gaap:Revenues', period, year],
  ])
  const taxonomy = mergeTaxonomy(
    [
      schema(),
      linkbase(
        presentationLink(ROLE, [['a_Top', 'us-gaap_Assets', 1]]) +
          labelLink([['us-gaap_Assets', 'label', 'Assets']]),
      ),
    ].map(readTaxonomyDocument),
  )
  return {
    cik: CIK,
    document_type: '10-K',
    document_fiscal_year: year,
    document_fiscal_period: 'FY',
    document_period_end: `${year}-12-31`,
    amendment: false,
    currency: 'USD',
    presentation: 'filed',
    presentation_reason: null,
    resolver_version: RESOLVER_VERSION,
    filed: filedStatements(taxonomy, facts),
    standard: standardiseFiling(facts)?.statements ?? [],
  }
}

forEachPostgres((version) => {
  let database: TestDatabase
  let store: ReturnType<typeof statementReadStore>
  beforeAll(async () => {
    database = await testDatabase({ version })
    store = statementReadStore(database.sql)
    for (const [accession_number, year] of [
      [FIRST, 2023],
      [SECOND, 2024],
    ] as const) {
      const accepted_at = `${year + 1}-02-01T12:00:00Z`
      await seedFiling(database.sql, { accession_number, accepted_at, available_at: accepted_at })
      const filing = { accession_number, filers: [] }
      await insertFinancialReport(database.sql, filing, report(year))
      await insertFinancialReport(database.sql, filing, report(year))
    }
  })
  afterAll(() => database.close())

  it('standardised statements come back as they were made, once, latest filing first', async () => {
    const rows = await store.standard(NOW, { cik: CIK }, { limit: 10, order: 'desc' })
    expect(rows.map(({ accession_number, statement }) => [accession_number, statement])).toEqual([
      [SECOND, 'income_statement'],
      [SECOND, 'balance_sheet'],
      [FIRST, 'income_statement'],
      [FIRST, 'balance_sheet'],
    ])
    expect(rows[0]).toMatchObject({
      form_type: '10-K',
      document_fiscal_year: 2024,
      period_start: '2024-01-01',
      period_end: '2024-12-31',
      resolver_version: RESOLVER_VERSION,
    })
    expect(rows[0]?.lines).toEqual(report(2024).standard[0]?.lines)
  })

  it('statements as filed keep labels, columns and cells', async () => {
    const [sheet] = await store.asFiled(
      NOW,
      { cik: CIK, document_fiscal_year: [2023] },
      { limit: 10, order: 'desc' },
    )
    expect(sheet).toMatchObject({
      statement: 'balance_sheet',
      title: 'CONSOLIDATED BALANCE SHEETS',
      presentation: 'filed',
      presentation_reason: null,
      lines: report(2023).filed[0]?.lines,
    })
  })

  it('a filing that was not available then has no statements then', async () => {
    const then = { ...NOW, as_of: '2024-06-01T00:00:00Z' }
    const rows = await store.standard(then, { cik: CIK }, { limit: 10, order: 'asc' })
    expect(new Set(rows.map(({ accession_number }) => accession_number))).toEqual(new Set([FIRST]))
  })

  it.each(['asc', 'desc'] as const)('pages continue where the page before ended, %s', async (order) => {
    const whole = await store.standard(NOW, { cik: CIK }, { limit: 10, order })
    const paged = []
    for (let after = undefined as (typeof whole)[number] | undefined; ; ) {
      const [next] = await store.standard(NOW, { cik: CIK }, { limit: 1, order, after })
      if (!next) break
      paged.push(next)
      after = next
    }
    expect(paged).toEqual(whole)
  })

  it('reports are whole filings', async () => {
    const page = { limit: 1, order: 'desc' } as const
    const [latest] = await store.reports(NOW, { cik: CIK, period_type: ['year'] }, page)
    expect(latest?.filing.accession_number).toBe(SECOND)
    expect(latest?.statements.map(({ statement }) => statement)).toEqual([
      'income_statement',
      'balance_sheet',
    ])
    const [earlier] = await store.reports(NOW, { cik: CIK }, { ...page, after: latest?.filing })
    expect(earlier?.filing.accession_number).toBe(FIRST)
    expect(await store.reports(NOW, { cik: CIK, period_type: ['quarter'] }, page)).toEqual([])
  })
})
