import { describe, expect, test } from 'vitest'
import { factsOfFiling } from '../facts/filing-facts.ts'
import { insertFacts } from '../facts/store.ts'
import { readFiling } from '../filings/reading.ts'
import { ratiosOf } from '../ratios/ratios.ts'
import type { FilingUnderRead } from '../readers/reader.ts'
import { restatementReadStore } from '../restatements/read-store.ts'
import { readFinancialReport } from '../statements/financial-report.ts'
import { testDatabase } from '../testing/database.ts'
import { seedFiling } from '../testing/seed-filing.ts'
import { sampleCorpusFilings } from './corpus.ts'
import type { SampleFiling } from './filings.ts'

/** A sample filing as the pipeline reads it. */
function underRead(sample: SampleFiling): FilingUnderRead {
  const { submission, documents } = readFiling(sample.submission, sample.filing_date)
  return {
    header: submission.header,
    accession_number: sample.accession_number,
    form_type: sample.form,
    filed_on: sample.filing_date,
    documents,
    main: documents[0],
  } as unknown as FilingUnderRead
}

const filings = sampleCorpusFilings()
const reports = filings
  .filter(({ form }) => form === '10-K' || form === '10-Q')
  .map((sample) => ({ sample, report: readFinancialReport(underRead(sample)) }))

describe('the statements of the sample corpus', () => {
  test.each(
    reports.map(
      ({ sample, report }) => [`${sample.company.ticker} ${sample.form} ${sample.period}`, report] as const,
    ),
  )('%s: as filed with its own presentation, standardised with identities that hold', (_, report) => {
    expect(report?.presentation).toBe('filed')
    const main = report?.filed.filter(({ kind }) => kind !== 'notes') ?? []
    expect(main.map(({ kind }) => kind)).toEqual(['cover', 'income_statement', 'balance_sheet', 'cash_flow'])
    for (const statement of main) {
      expect(statement.fault).toBeNull()
      for (const line of statement.lines.filter(({ abstract }) => !abstract))
        expect(line.cells.length).toBeGreaterThan(0)
    }
    const checks = report?.standard.flatMap((statement) => statement.checks) ?? []
    expect(checks.filter(({ status }) => status === 'fails')).toEqual([])
    expect(checks.filter(({ status }) => status === 'holds').length).toBeGreaterThan(4)
  })

  test('give ratios', () => {
    for (const { report } of reports) {
      const ratios = ratiosOf(report?.standard ?? []).flatMap((period) => period.ratios)
      expect(ratios.find(({ ratio }) => ratio === 'current_ratio')?.status).toBe('ok')
      expect(ratios.find(({ ratio }) => ratio === 'net_margin')?.status).toBe('ok')
    }
  })

  test('hold a year that a later report presents otherwise', () => {
    const costs = reports
      .filter(({ sample }) => sample.company.ticker === 'TWTI' && sample.form === '10-K')
      .map(({ report }) => report?.filed.find(({ kind }) => kind === 'income_statement'))
      .map((statement) => {
        const column = statement?.columns.findIndex(({ period_end }) => period_end === '2023-12-31')
        const line = statement?.lines.find(({ concept }) => concept === 'us-gaap:CostOfRevenue')
        return line?.cells.find((cell) => cell.column === column)?.value
      })
      .filter((value) => value !== undefined)
    expect(costs).toHaveLength(2)
    expect((costs[1] as number) - (costs[0] as number)).toBe(1_342_000)
  })
})

test('the restatements of the sample corpus are that year, in the lines that moved', async () => {
  const { sql, close } = await testDatabase()
  try {
    for (const sample of filings.filter(
      ({ company, form }) => company.ticker === 'TWTI' && form === '10-K',
    )) {
      const { accession_number, company, form } = sample
      const accepted_at = `${sample.filing_date}T12:00:00Z`
      await seedFiling(sql, {
        accession_number,
        cik: company.cik,
        form_type: form,
        accepted_at,
        available_at: accepted_at,
      })
      const documents = factsOfFiling(underRead(sample))
      await sql`insert into documents ${sql(
        documents.map(({ document_id }, index) => ({
          document_id,
          accession_number,
          sequence: index + 1,
          document_type: form,
          byte_start: 0,
          byte_end: 0,
          document_sha256: '0'.repeat(64),
          text_status: 'not_text',
        })),
      )}`
      await insertFacts(sql, { accession_number, accepted_at, filers: [] }, documents)
    }
    const restated = await restatementReadStore(sql).list(
      { dataset: 'test', as_of: '2026-06-01T00:00:00Z' },
      { cik: '0009990001', dimensions: 'none', unchanged: false },
      { limit: 50 },
    )
    expect(restated.map(({ tag, period_end }) => [tag, period_end])).toEqual([
      ['CostOfRevenue', '2023-12-31'],
      ['GrossProfit', '2023-12-31'],
      ['SellingGeneralAndAdministrativeExpense', '2023-12-31'],
    ])
  } finally {
    await close()
  }
})
