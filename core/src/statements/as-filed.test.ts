import { describe, expect, test } from 'vitest'
import { filedStatements } from './as-filed.ts'
import { statementsWithoutPresentation } from './customary-order.ts'
import { factsOf } from './fact-fixture.ts'
import { mergeTaxonomy } from './taxonomy.ts'
import { readTaxonomyDocument } from './taxonomy-document.ts'
import {
  type ArcRow,
  linkbase,
  NOTE_ROLE,
  preferred,
  presentationLink,
  ROLE,
  schema,
} from './taxonomy-fixture.ts'

const YEAR = '2024-01-01/2024-12-31'
const BEFORE = '2023-01-01/2023-12-31'
const END = '2024-12-31'
const LAST_END = '2023-12-31'

function statements(arcs: ArcRow[], rows: Parameters<typeof factsOf>[0], role = ROLE) {
  const documents = [schema(), linkbase(presentationLink(role, arcs))].map(readTaxonomyDocument)
  return filedStatements(mergeTaxonomy(documents), factsOf(rows))
}

describe('a statement as filed', () => {
  test('has a column per period, latest first, and cells that name their facts', () => {
    const [sheet] = statements(
      [
        ['a_Top', 'us-gaap_Assets', 1],
        ['a_Top', 'us-gaap_TreasuryStockValue', 2, preferred('negatedLabel')],
      ],
      [
        ['us-gaap:Assets', LAST_END, 90],
        ['us-gaap:Assets', END, 100],
        ['us-gaap:TreasuryStockValue', END, 7],
        ['us-gaap:TreasuryStockValue', LAST_END, 6],
      ],
    )
    expect(sheet).toMatchObject({
      position: 1,
      kind: 'balance_sheet',
      title: 'CONSOLIDATED BALANCE SHEETS',
      presentation: 'filed',
      parenthetical: false,
      columns: [{ instant: END }, { instant: LAST_END }],
      columns_left_out: 0,
      lines: [
        { concept: 'a:Top', cells: [] },
        {
          concept: 'us-gaap:Assets',
          cells: [
            { column: 0, position: 2, value: 100 },
            { column: 1, position: 1 },
          ],
        },
        { concept: 'us-gaap:TreasuryStockValue', negated: true, cells: [{ value: 7 }, { value: 6 }] },
      ],
    })
  })

  test('puts a balance at the start of a period and one at its end into the same column', () => {
    const [flows] = statements(
      [
        ['a_Top', 'us-gaap_Cash', 1, preferred('periodStartLabel')],
        ['a_Top', 'us-gaap_NetCashProvidedByUsedInOperatingActivities', 2],
        ['a_Top', 'us-gaap_Cash', 3, preferred('periodEndLabel')],
      ],
      [
        ['us-gaap:Cash', LAST_END, 10],
        ['us-gaap:Cash', END, 15],
        ['us-gaap:NetCashProvidedByUsedInOperatingActivities', YEAR, 5],
      ],
    )
    expect(flows?.columns).toEqual([
      { period_start: '2024-01-01', period_end: END, instant: null, dimensions: [] },
    ])
    expect(
      flows?.lines
        .slice(1)
        .map(({ cells }) => cells.filter(({ column }) => column === 0).map(({ value }) => value)),
    ).toEqual([[10], [5], [15]])
  })

  test('shows the members it presents and no others', () => {
    const member = (name: string) => [
      { axis: 'us-gaap:StatementEquityComponentsAxis', member: `us-gaap:${name}`, typed_value: null },
    ]
    const [equity] = statements(
      [
        ['a_Table', 'us-gaap_StatementEquityComponentsAxis', 1],
        ['us-gaap_StatementEquityComponentsAxis', 'us-gaap_EquityComponentDomain', 1],
        ['us-gaap_EquityComponentDomain', 'us-gaap_CommonStockMember', 1],
        ['a_Table', 'us-gaap_ProfitLoss', 2],
      ],
      [
        ['us-gaap:ProfitLoss', YEAR, 5],
        ['us-gaap:ProfitLoss', YEAR, 4, { dimensions: member('CommonStockMember') }],
        ['us-gaap:ProfitLoss', YEAR, 1, { dimensions: member('NoncontrollingInterestMember') }],
        [
          'us-gaap:ProfitLoss',
          YEAR,
          1,
          { dimensions: [{ axis: 'srt:RangeAxis', member: 'srt:MaximumMember', typed_value: null }] },
        ],
      ],
    )
    expect(equity?.columns.map(({ dimensions }) => dimensions[0]?.member ?? null)).toEqual([
      null,
      'us-gaap:CommonStockMember',
    ])
  })

  test('leaves out a period that only stray facts are of, and says so', () => {
    const concepts = ['Revenues', 'CostOfRevenue', 'GrossProfit', 'OperatingIncomeLoss', 'NetIncomeLoss']
    const [income] = statements(
      concepts.map((name, index): ArcRow => ['us-gaap_IncomeStatementAbstract', `us-gaap_${name}`, index]),
      [
        ...concepts.map((name): [string, string, number] => [`us-gaap:${name}`, YEAR, 1]),
        ...concepts.map((name): [string, string, number] => [`us-gaap:${name}`, BEFORE, 1]),
        ['us-gaap:NetIncomeLoss', '2024-10-01/2024-12-31', 1],
      ],
    )
    expect(income?.columns.map(({ period_start }) => period_start)).toEqual(['2024-01-01', '2023-01-01'])
    expect(income?.columns_left_out).toBe(1)
  })

  test('shows text and the more precise of two numbers', () => {
    const [note] = statements(
      [
        ['a_Top', 'us-gaap_DebtTextBlock', 1],
        ['a_Top', 'us-gaap_LongTermDebt', 2],
      ],
      [
        ['us-gaap:DebtTextBlock', YEAR, 'We owe.'],
        ['us-gaap:LongTermDebt', END, 1_200, { decimals: -2 }],
        ['us-gaap:LongTermDebt', END, 1_234, { decimals: 0 }],
      ],
      NOTE_ROLE,
    )
    expect(note).toMatchObject({
      kind: 'notes',
      lines: [{}, { cells: [{ text: 'We owe.', value: null }] }, { cells: [{ value: 1_234, position: 3 }] }],
    })
  })
})

test('without a presentation the known lines stand in a customary order, and it is said so', () => {
  const found = statementsWithoutPresentation(
    factsOf([
      ['dei:DocumentType', YEAR, '10-K'],
      ['us-gaap:Assets', END, 3],
      ['us-gaap:NetIncomeLoss', YEAR, 1],
      ['us-gaap:Revenues', YEAR, 2],
    ]),
  )
  expect(
    found.map(({ kind, presentation, lines }) => [kind, presentation, lines.map(({ concept }) => concept)]),
  ).toEqual([
    ['cover', 'unavailable', ['dei:DocumentType']],
    ['balance_sheet', 'unavailable', ['us-gaap:Assets']],
    ['income_statement', 'unavailable', ['us-gaap:Revenues', 'us-gaap:NetIncomeLoss']],
  ])
})

test('a fact presented a thousand times over by a thousand lines is refused, in time', () => {
  const arcs = Array.from({ length: 2_000 }, (_, index): ArcRow => ['a_Top', 'us-gaap_Assets', index])
  const rows = Array.from({ length: 2_000 }, (_, index): Parameters<typeof factsOf>[0][number] => [
    'us-gaap:Assets',
    END,
    index,
  ])
  expect(statements(arcs, rows)[0]).toMatchObject({ fault: 'presentation_too_long', lines: [], columns: [] })
})
