import { describe, expect, test } from 'vitest'
import { readFiling } from '../filings/reading.ts'
import { ratiosOf } from '../ratios/ratios.ts'
import type { FilingUnderRead } from '../readers/reader.ts'
import { readFinancialReport } from '../statements/financial-report.ts'
import { sampleCorpusFilings } from './corpus.ts'
import type { SampleFiling } from './filings.ts'

/** The report of a sample filing, as the pipeline reads it. */
function reportOf(sample: SampleFiling) {
  const { submission, documents } = readFiling(sample.submission, sample.filing_date)
  const filing = {
    header: submission.header,
    accession_number: sample.accession_number,
    form_type: sample.form,
    filed_on: sample.filing_date,
    documents,
    main: documents[0],
  } as unknown as FilingUnderRead
  return readFinancialReport(filing)
}

const filings = sampleCorpusFilings()
const reports = filings
  .filter(({ form }) => form === '10-K' || form === '10-Q')
  .map((sample) => ({ sample, report: reportOf(sample) }))

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
