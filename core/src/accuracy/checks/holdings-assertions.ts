import type { FiledHolding, Holding, HoldingsReport } from '../../holdings/holding.ts'
import { readInformationTable } from '../../holdings/information-table.ts'
import { holdingsReader, readHoldingsReport } from '../../holdings/reader.ts'
import { unitOf, valued } from '../../holdings/units.ts'
import { type Check, type Comparison, compared } from '../check.ts'
import type { Assertion, Corpus } from '../corpus.ts'
import { lightFiling } from '../light-filing.ts'
import { agrees, expressionOf, pythonValue, type Rules, valueBy } from './structured-form-expression.ts'

interface Reading {
  report: HoldingsReport | null
  holdings: Holding[]
  period_of_report: string | null
  form_type: string
  accession_number: string
  /** Names of issuers by ticker, where the corpus lists them. */
  tickers: Map<string, string>
}

/** Tests about Form 13F, by the files of the peers that hold them. */
const TESTS = /thirteenf|13f|mun2|filing\/tests|holdings?_report/i

const RULES: Rules<Reading> = [
  [/^len\((?:\w+\.)*(?:infotable|information_table|holdings)\)$/, ({ holdings }) => holdings.length],
  [/^Holding\.objects\.(?:all\(\)\.)?count\(\)$/, ({ holdings }) => holdings.length],
  [
    /^Holding\.objects\.filter\(putCall='(\w+)'\)\.count\(\)$/,
    ({ holdings }, [, side]) => holdings.filter(({ put_call }) => put_call === side?.toLowerCase()).length,
  ],
  [/^len\(puts\)$/, ({ holdings }) => holdings.filter(({ put_call }) => put_call === 'put').length],
  [
    /^len\(\w+\[\w+\['Cusip'\] == '(\w{9})'\]\)$/,
    ({ holdings }, [, cusip]) => holdings.filter((row) => row.cusip === cusip).length,
  ],
  [/^(?:\w+\.)*total_holdings$/, ({ report, holdings }) => report?.table_entry_total ?? holdings.length],
  [
    /^(?:\w+\.)*total_value$|^infotable\['Value'\]\.sum\(\)$/,
    ({ holdings }) => holdings.reduce((sum, row) => sum + (row.value ?? 0), 0),
  ],
  [/^(?:\w+\.)*(?:report_period|period_of_report)$/, ({ period_of_report }) => period_of_report],
  [/^(?:\w+\.)*other_included_managers_count$/, ({ report }) => report?.included_manager_count ?? 0],
  [/^len\(other_managers\)$/, ({ report }) => report?.included_managers.length],
  [/^(?:\w+\.)*amendment_number$/, ({ report }) => report?.amendment_number],
  [
    /^(?:\w+\.)*amendment_type$/,
    ({ report }) =>
      report?.amendment_type &&
      { restatement: 'RESTATEMENT', new_holdings: 'NEW HOLDINGS' }[report.amendment_type],
  ],
  [/^filing\.form$|^hr_filing\.form$/, ({ form_type }) => form_type],
  [/^filing\.accession_no$/, ({ accession_number }) => accession_number],
  [/^len\((\w+)\)$/, (reading, [, name = '']) => issuerRows(reading, name)?.length],
  [
    /^(?:int\()?(\w+)(?:\.iloc\[0\])?\['(\w+)'\]\)?(?:\.upper\(\))?$/,
    (reading, [, name = '', field = '']) => fieldOf(issuerRows(reading, name)?.[0], field),
  ],
]

/** Form 13F as edgartools, sec-filings-app and others test it. */
export const holdingsAssertionsCheck: Check = {
  name: '13F assertions',
  source: 'tests of edgartools, sec-filings-app, filing13F_searcher',
  at_least: 0.995,
  *compare(corpus) {
    const tickers = tickersOf(corpus)
    const readings = new Map<string, Reading | undefined>()
    for (const assertion of corpus.assertions) {
      if (!TESTS.test(assertion.test) || !corpus.has(assertion.path)) continue
      if (!readings.has(assertion.path))
        readings.set(assertion.path, readingOf(corpus, assertion.path, tickers))
      const reading = readings.get(assertion.path)
      if (reading) yield* comparison(assertion, reading)
    }
  },
}

function* comparison(assertion: Assertion, reading: Reading): Generator<Comparison> {
  const ours = valueBy(RULES, expressionOf(assertion), reading)
  if (ours === undefined) return
  const name = `${assertion.path} ${assertion.test.split('::')[1]} ${assertion.what}`
  yield { ...compared(name, ours, pythonValue(assertion.expected)), agreed: agrees(assertion, ours) }
}

/** A whole submission, or the information table alone, whose filing date is then not known. */
function readingOf(corpus: Corpus, path: string, tickers: Map<string, string>): Reading | undefined {
  const bytes = corpus.bytes(path)
  const head = bytes.toString('latin1', 0, 4096)
  if (/<(?:SEC|IMS)-DOCUMENT>|<SUBMISSION>/.test(head)) {
    const filing = lightFiling(bytes)
    if (!filing.form_type.startsWith('13F')) return undefined
    return {
      report: readHoldingsReport(filing),
      holdings: holdingsReader.read(filing)?.holdings ?? [],
      period_of_report: filing.header.period_of_report,
      form_type: filing.form_type,
      accession_number: filing.accession_number,
      tickers,
    }
  }
  if (!/<(?:\w+:)?informationTable\b/.test(head)) return undefined
  const rows: FiledHolding[] = readInformationTable(bytes)
  const holdings = valued(rows, unitOf(rows, ''))
  return {
    report: null,
    holdings,
    period_of_report: null,
    form_type: '13F-HR',
    accession_number: '',
    tickers,
  }
}

/** Tests name a variable after the issuer or its ticker. */
function issuerRows({ holdings, tickers }: Reading, variable: string): Holding[] | undefined {
  const name = tickers.get(variable.toUpperCase()) ?? variable
  const words = letters(name).split(' ')
  for (let count = words.length; count > 0; count--) {
    const start = words.slice(0, count).join(' ')
    const found = holdings.filter(({ issuer_name }) => `${letters(issuer_name)} `.startsWith(`${start} `))
    if (found.length > 0) return found
  }
  return undefined
}

function letters(name: string): string {
  return name
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, ' ')
    .trim()
}

const FIELDS: Record<string, keyof Holding> = {
  Value: 'value',
  SharesPrnAmount: 'shares',
  Issuer: 'issuer_name',
  Cusip: 'cusip',
}

function fieldOf(row: Holding | undefined, field: string): unknown {
  const name = FIELDS[field]
  return row && name ? row[name] : undefined
}

function tickersOf(corpus: Corpus): Map<string, string> {
  const file = corpus.files.find(({ path }) => /^files\/company_tickers\.json/.test(path))
  if (!file) return new Map()
  const list = JSON.parse(corpus.bytes(file.path).toString()) as Record<
    string,
    { ticker: string; title: string }
  >
  return new Map(Object.values(list).map(({ ticker, title }) => [ticker, title]))
}
