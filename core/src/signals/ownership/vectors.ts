import { hasCorpus, openCorpus } from '../../accuracy/corpus.ts'
import { isSubmission } from '../../accuracy/corpus-submissions.ts'
import { lightFiling } from '../../accuracy/light-filing.ts'
import { parseScheduleXml } from '../../beneficial-ownership/parse-schedule-xml.ts'
import { holdingsReader } from '../../holdings/reader.ts'
import type { StoredHolding } from '../../holdings/rule-rows-store.ts'
import type { OwnershipRow } from '../../insider-transactions/ownership-document.ts'
import { ownershipXml, transactionXml } from '../../insider-transactions/ownership-fixture.ts'
import { parseOwnershipDocument } from '../../insider-transactions/parse-ownership.ts'
import { underTradingPlan } from '../../insider-transactions/trading-plan.ts'
import { parseProposedSale } from '../../proposed-sales/parse-notice.ts'
import type { Vector } from '../vectors/vector.ts'
import { noticePayload } from './form144-intent.ts'
import { reportsInForce, totalOfRows } from './holdings-change.ts'
import { isTrade, tradeValue } from './trades.ts'

const EDGARTOOLS = 'edgartools tests (MIT)'
const BERKSHIRE = ['0000950123-25-005701', '0000950123-25-008361'] as const

/** Published examples of ownership forms. */
export const ownershipVectors: readonly Vector[] = [
  {
    id: 'V44',
    kind: 'pub',
    signal_type: 'inst_delta',
    title: '13F 0001140361-23-013281',
    source: EDGARTOOLS,
    formula: 'Rows of the information table, and their values in dollars',
    expected: '6 rows, total 11,019,796 dollars',
    got() {
      const rows = tableOf('0001140361-23-013281')
      if (!rows) return null
      const total = totalOfRows(rows)
      return total === null
        ? 'no total'
        : `${rows.length} rows, total ${total.toLocaleString('en-US')} dollars`
    },
  },
  {
    id: 'V45',
    kind: 'pub',
    signal_type: 'inst_delta',
    title: 'Berkshire 0000950123-25-005701 and its amendment',
    source: EDGARTOOLS,
    formula: 'New holdings are added to the report they amend',
    expected: '110 + 4 new holdings = 114',
    got() {
      const [original, added] = BERKSHIRE.map((accession) => tableOf(accession))
      if (!original || !added) return null
      const reports = reportsInForce([
        { rows: original, is_amendment: false, amendment_type: null, report_type: 'holdings' as const },
        {
          rows: added,
          is_amendment: true,
          amendment_type: 'new_holdings' as const,
          report_type: 'holdings' as const,
        },
      ])
      const all = reports.reduce((sum, { rows }) => sum + rows.length, 0)
      return `${original.length} + ${added.length} new holdings = ${all}`
    },
  },
  {
    id: 'V49',
    kind: 'pub',
    signal_type: 'form144_intent',
    title: 'Form 144 0001959173-23-000608',
    source: EDGARTOOLS,
    formula: 'Units, aggregate market value, exchange and approximate date of sale of the notice',
    expected: '3,000 units, $300,000, NYSE, 04/18/2023',
    got() {
      const bytes = documentOf('0001959173-23-000608', /^144/)
      if (!bytes) return null
      const payload = noticePayload({ accession_number: '', notice: parseProposedSale(bytes) })
      const [year, month, day] = (payload.approximate_sale_date ?? '--').split('-')
      return `${payload.units?.toLocaleString('en-US')} units, $${payload.market_value?.toLocaleString('en-US')}, ${payload.exchange}, ${month}/${day}/${year}`
    },
  },
  {
    id: 'V50',
    kind: 'pub',
    signal_type: 'activist_13d',
    title: '13D XML, Aadi Bioscience CIK 1422142',
    source: EDGARTOOLS,
    formula: 'Percent, shares, power and type of the reporting person',
    expected: 'BML 8.5%, 2,100,000 shares, shared power, type PN',
    got() {
      const path = 'unplaced/SCHEDULE_13D/schedule13d.xml'
      const corpus = hasCorpus() ? openCorpus() : null
      if (!corpus?.has(path)) return null
      const person = parseScheduleXml(corpus.bytes(path)).reporting_persons.find(({ name }) =>
        /^BML/.test(name),
      )
      if (!person) return 'no BML'
      const power = person.shared_voting_power === person.aggregate_amount ? 'shared' : 'sole'
      return `BML ${person.percent_of_class}%, ${person.aggregate_amount?.toLocaleString('en-US')} shares, ${power} power, type ${person.person_types.join(' ')}`
    },
  },
  {
    id: 'V51a',
    kind: 'pub',
    signal_type: 'planned_sale_share',
    title: 'The Rule 10b5-1 checkbox: "1", "true", "0", "false", empty, absent',
    source: EDGARTOOLS,
    formula: 'The checkbox of the form, null where it is not answered',
    expected: 'true,true,false,false,null,null',
    got: () =>
      ['1', 'true', '0', 'false', '', null]
        .map((flag) => String(parseOwnershipDocument(ownershipXml({ flag })).aff10b5_one))
        .join(','),
  },
  {
    id: 'V51b',
    kind: 'pub',
    signal_type: 'planned_sale_share',
    title: 'A footnote on the plan counts only when the checkbox is absent',
    source: EDGARTOOLS,
    formula: 'Checkbox first, footnote only if absent',
    expected: 'yes',
    got: () => {
      const note = 'Sold under a Rule 10b5-1 trading plan.'
      const [absent, unticked] = [plannedSale(null, note), plannedSale('0', note)]
      return absent === true && unticked === false ? 'yes' : 'no'
    },
  },
  {
    id: 'V51c',
    kind: 'pub',
    signal_type: 'planned_sale_share',
    title: 'A footnote on "Rule 10b-5"',
    source: EDGARTOOLS,
    formula: 'Rule 10b-5 is the anti-fraud rule and no plan',
    expected: 'false',
    got: () => String(plannedSale(null, 'Sold in compliance with Rule 10b-5.')),
  },
  {
    id: 'V58',
    kind: 'pub',
    signal_type: 'insider_cluster_buy',
    title: 'Form 4 0001209191-20-055264',
    source: EDGARTOOLS,
    formula: 'Shares × price of a line; only lines of table I with code P or S are trades',
    expected: '196.356 deferred units, value 43,750.08036, not an open-market buy',
    got() {
      const bytes = documentOf('0001209191-20-055264', /^4/)
      const row = bytes && parseOwnershipDocument(bytes).rows.find(({ table }) => table === 'derivative')
      if (!row) return null
      const value = tradeValue({ row })?.toLocaleString('en-US', { maximumFractionDigits: 5 })
      return `${row.shares} deferred units, value ${value}, ${isTrade({ row }) ? 'an' : 'not an'} open-market buy`
    },
  },
]

function plannedSale(flag: string | null, footnote: string): boolean | null {
  const xml = ownershipXml({
    flag,
    nonDerivative: transactionXml({
      code: 'S',
      acquired: 'D',
      price: '<value>10</value><footnoteId id="F1"/>',
    }),
    footnotes: `<footnote id="F1">${footnote}</footnote>`,
  })
  return underTradingPlan(parseOwnershipDocument(xml).rows[0] as OwnershipRow)
}

function submissionOf(accessionNumber: string): Buffer | null {
  if (!hasCorpus()) return null
  const corpus = openCorpus()
  for (const file of corpus.files) {
    if (file.accession_number !== accessionNumber) continue
    const bytes = corpus.bytes(file.path)
    if (isSubmission(bytes)) return bytes
  }
  return null
}

function documentOf(accessionNumber: string, form: RegExp): Uint8Array | null {
  const bytes = submissionOf(accessionNumber)
  const document = bytes && lightFiling(bytes).documents.find((one) => form.test(one.document.document_type))
  return document ? document.content : null
}

function tableOf(accessionNumber: string): Pick<StoredHolding, 'value'>[] | null {
  const bytes = submissionOf(accessionNumber)
  return bytes ? (holdingsReader.read(lightFiling(bytes))?.holdings ?? null) : null
}
