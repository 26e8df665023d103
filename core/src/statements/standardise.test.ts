import { describe, expect, test } from 'vitest'
import type { Fact } from '../facts/fact.ts'
import { factsOf } from './fact-fixture.ts'
import { STANDARD_LINES } from './standard-lines.ts'
import { standardiseFiling } from './standardise.ts'

const YEAR = '2024-01-01/2024-12-31'
const END = '2024-12-31'
const QUARTER = '2024-07-01/2024-09-30'
const NINE_MONTHS = '2024-01-01/2024-09-30'

type Rows = Parameters<typeof factsOf>[0]
const annual = (rows: Rows) =>
  standardiseFiling(
    factsOf([['dei:DocumentType', YEAR, '10-K'], ['dei:DocumentPeriodEndDate', YEAR, END], ...rows]),
  )

function lines(rows: Rows) {
  const all = annual(rows)?.statements.flatMap((statement) => statement.lines) ?? []
  return new Map(all.map((line) => [line.line, line]))
}

describe('a line', () => {
  test('is the first concept of its list that is reported, and says which', () => {
    const found = lines([
      ['us-gaap:RevenueFromContractWithCustomerExcludingAssessedTax', YEAR, 900],
      ['us-gaap:Revenues', YEAR, 1_000],
    ])
    expect(found.get('revenues')).toMatchObject({
      value: 1_000,
      unit: 'USD',
      value_status: 'reported',
      source_tag: 'us-gaap:Revenues',
      resolver_rank: 1,
      inputs: [
        { document_id: '0009900001-25-000001:1', accession_number: '0009900001-25-000001', position: 4 },
      ],
    })
  })

  test('prefers what the filer shows in the statement to what a note carries', () => {
    const facts = factsOf([
      ['dei:DocumentType', YEAR, '10-K'],
      ['us-gaap:RevenueFromContractWithCustomerExcludingAssessedTax', YEAR, 1_000],
      ['us-gaap:Revenues', YEAR, 77],
    ])
    const shown = new Set(['us-gaap:RevenueFromContractWithCustomerExcludingAssessedTax'])
    const filing = standardiseFiling(facts, new Map([['income_statement', shown]]))
    expect(filing?.statements[0]?.lines[0]).toMatchObject({ value: 1_000, resolver_rank: 2 })
  })

  test('that follows from others is derived, with the facts of the others', () => {
    const found = lines([
      ['us-gaap:LiabilitiesAndStockholdersEquity', END, 100],
      ['us-gaap:StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest', END, 30],
      ['us-gaap:MinorityInterest', END, 4],
    ])
    expect(found.get('liabilities')).toMatchObject({
      value: 70,
      value_status: 'derived',
      source_tag: null,
      formula: 'liabilities_and_equity - equity_including_noncontrolling - [temporary_equity]',
      inputs: [{ value: 100 }, { value: 30 }],
    })
    expect(found.get('equity')).toMatchObject({ value: 26, value_status: 'derived' })
  })

  test('that nothing says is not reported, and never zero', () => {
    expect(lines([['us-gaap:Assets', END, 5]]).get('inventory')).toMatchObject({
      value: null,
      value_status: 'not_reported',
      inputs: [],
    })
  })

  test('is never taken from a part, another company, another period or another currency', () => {
    const member = {
      axis: 'srt:RestatementAxis',
      member: 'srt:RestatementAdjustmentMember',
      typed_value: null,
    }
    const wishes: [string, Partial<Fact>][] = [
      [YEAR, { dimensions: [member] }],
      [YEAR, { entity_cik: '0009900002' }],
      ['2023-01-01/2023-12-31', {}],
      [YEAR, { unit: 'EUR' }],
      [YEAR, { nil: true, value: null }],
    ]
    for (const [period, wish] of wishes) {
      const found = lines([
        ['us-gaap:Assets', END, 5],
        ['us-gaap:CostOfRevenue', YEAR, 3],
        ['us-gaap:NetIncomeLoss', YEAR, 3],
        ['us-gaap:GrossProfit', period, 7, wish],
      ])
      expect(found.get('gross_profit')?.value).toBeNull()
    }
  })

  test('reported twice is the more precise one', () => {
    const found = lines([
      ['us-gaap:Assets', END, 1_200_000, { decimals: -5 }],
      ['us-gaap:Assets', END, 1_234_567, { decimals: 0 }],
    ])
    expect(found.get('assets')?.value).toBe(1_234_567)
  })
})

describe('the periods', () => {
  test('of a quarterly report are the quarter and the year to date, kept apart', () => {
    const filing = standardiseFiling(
      factsOf([
        ['dei:DocumentType', NINE_MONTHS, '10-Q'],
        ['dei:DocumentPeriodEndDate', NINE_MONTHS, '2024-09-30'],
        ['dei:DocumentFiscalYearFocus', NINE_MONTHS, '2024'],
        ['dei:DocumentFiscalPeriodFocus', NINE_MONTHS, 'Q3'],
        ['us-gaap:Revenues', QUARTER, 30],
        ['us-gaap:Revenues', NINE_MONTHS, 90],
        ['us-gaap:Revenues', '2023-07-01/2023-09-30', 20],
        ['us-gaap:Assets', '2024-09-30', 10],
        ['us-gaap:Assets', '2023-12-31', 9],
      ]),
    )
    expect(filing?.document).toMatchObject({ document_fiscal_year: 2024, document_fiscal_period: 'Q3' })
    const revenues = filing?.statements
      .filter(({ statement }) => statement === 'income_statement')
      .map(({ period_type, period_start, lines }) => [period_type, period_start, lines[0]?.value])
    expect(revenues).toEqual([
      ['quarter', '2024-07-01', 30],
      ['year_to_date', '2024-01-01', 90],
    ])
  })

  test('of a utility leave out the last twelve months', () => {
    const filing = standardiseFiling(
      factsOf([
        ['dei:DocumentType', NINE_MONTHS, '10-Q'],
        ['us-gaap:Revenues', QUARTER, 30],
        ['us-gaap:Revenues', NINE_MONTHS, 90],
        ['us-gaap:Revenues', '2023-10-01/2024-09-30', 120],
      ]),
    )
    expect(filing?.statements.map(({ period_start }) => period_start)).toEqual(['2024-07-01', '2024-01-01'])
  })

  test('of a proxy statement are none: it quotes figures of other reports', () => {
    expect(
      standardiseFiling(
        factsOf([
          ['dei:DocumentType', YEAR, 'DEF 14A'],
          ['us-gaap:NetIncomeLoss', YEAR, 1],
        ]),
      ),
    ).toBeNull()
  })

  test('of an annual report are the year, although its last quarter is reported too', () => {
    const filing = annual([
      ['us-gaap:Revenues', YEAR, 100],
      ['us-gaap:Revenues', '2024-10-01/2024-12-31', 30],
      ['us-gaap:NetIncomeLoss', '2024-10-01/2024-12-31', 3],
    ])
    expect(filing?.statements.map(({ period_type, lines }) => [period_type, lines[0]?.value])).toEqual([
      ['year', 100],
    ])
  })

  test('follow the contexts where the cover names the month of a 52 week year', () => {
    const filing = standardiseFiling(
      factsOf([
        ['dei:DocumentType', '2023-12-31/2024-12-28', '10-K'],
        ['dei:DocumentPeriodEndDate', '2023-12-31/2024-12-28', '2024-12-31'],
        ['us-gaap:Revenues', '2023-12-31/2024-12-28', 100],
        ['us-gaap:Assets', '2024-12-28', 10],
      ]),
    )
    expect(filing?.statements.map(({ period_end }) => period_end)).toEqual(['2024-12-28', '2024-12-28'])
  })
})

describe('the invariants', () => {
  const check = (rows: Rows, invariant: string) =>
    annual(rows)
      ?.statements.flatMap(({ checks }) => checks)
      .find((one) => one.invariant === invariant)

  test('hold within the rounding of their inputs, and fail beyond it; nothing is repaired', () => {
    const sides = (right: number): Rows => [
      ['us-gaap:Assets', END, 1_000_000],
      ['us-gaap:LiabilitiesAndStockholdersEquity', END, right],
    ]
    expect(check(sides(1_001_000), 'assets = liabilities_and_equity')).toMatchObject({
      status: 'holds',
      tolerance: 1_000,
    })
    expect(check(sides(1_002_000), 'assets = liabilities_and_equity')).toMatchObject({
      status: 'fails',
      left: 1_000_000,
      right: 1_002_000,
      difference: -2_000,
    })
  })

  test('of derived values are not evaluated: they would prove themselves', () => {
    const rows: Rows = [
      ['us-gaap:Revenues', YEAR, 10],
      ['us-gaap:CostOfRevenue', YEAR, 4],
    ]
    expect(check(rows, 'gross_profit = revenues - cost_of_revenue')).toMatchObject({ status: 'unavailable' })
  })
})

test('every derivation is made of lines of its own statement', () => {
  for (const { line, statement, derivations } of STANDARD_LINES)
    for (const { terms } of derivations)
      for (const term of terms)
        expect(STANDARD_LINES, `${line}: ${term.line}`).toContainEqual(
          expect.objectContaining({ line: term.line, statement }),
        )
})

test('no concept stands twice in a list', () => {
  for (const { concepts } of STANDARD_LINES) expect(new Set(concepts).size).toBe(concepts.length)
})
