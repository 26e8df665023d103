import type { Fact } from '../../facts/fact.ts'
import { daysBetween } from '../../statements/document-period.ts'
import { type Comparison, compared } from '../check.ts'
import type { Corpus } from '../corpus.ts'
import { fileReader, printedNumber, type ReadFile } from './statement-facts.ts'

/**
 * python-xbrl (xbrl/xbrl.py) takes, for each field, the first element in the document whose lower-case name fits a pattern and
 * whose context is without segment and ends with the document: an instant, or 90 to 98 days. The patterns are its definition
 * of the field: `liabilities_and_equity` is whatever first begins so. A `*` stands for what holds no `s`.
 */
const PATTERNS: Record<string, string> = {
  assets: 'assets$',
  current_assets: 'assetscurrent$',
  non_current_assets: '*assetsnoncurrent',
  liabilities_and_equity: '*liabilitiesand',
  liabilities: '*liabilities',
  equity: '*equity',
  equity_attributable_interest: 'minorityinterest',
  stockholders_equity: 'stockholdersequity',
  gross_profit: '*grossprofit',
  operating_expenses: 'operating*expenses',
  costs_and_expenses: '*costsandexpenses',
  income_before_equity_investments: 'incomelossfromcontinuingoperationsbeforeincometaxesminorityinterest',
  income_tax_expense_benefit: 'incometaxexpensebenefit',
  income_loss: '*incomeloss',
  net_income_loss: 'netincomeloss$',
  comprehensive_income: 'comprehensiveincome',
  comprehensive_income_parent: 'comprehensiveincomenetoftax',
}

const COVER: Record<string, string> = {
  company_name: 'EntityRegistrantName',
  trading_symbol: 'TradingSymbol',
  shares_outstanding: 'EntityCommonStockSharesOutstanding',
}
/** The quarter, as the peer counts its days. */
const CONTEXT_DAYS = [90, 98] as const
/** Names in the assertions are cut here. */
const NAME_CHARS = 95

export function* comparePythonXbrl(corpus: Corpus): Iterable<Comparison> {
  const read = fileReader(corpus)
  for (const { peer, test, path, what, expected } of corpus.assertions) {
    if (peer !== 'python-xbrl' || !corpus.has(path)) continue
    const file = read(path)
    if (file === null) continue
    const name = `python-xbrl: ${path}: ${test.slice(test.indexOf('::') + 2)} ${what}`
    const field = /^result\['(\w+)'\]$/.exec(what)?.[1]
    if (field !== undefined && PATTERNS[field] !== undefined) {
      yield compared(name, printedNumber(fieldValue(file, field)), printedNumber(Number(expected)))
    } else if (field !== undefined && COVER[field] !== undefined) {
      yield compared(name, printed(coverValue(file, COVER[field])), printed(expected))
    } else if (what === 'result') yield compared(name, customValues(file).size, Number(expected))
    else if (/^result\[\d+\]$/.test(what)) {
      const [, tag = '', value = ''] = /^\('(\w+)', '([^']*)'\)$/.exec(expected) ?? []
      yield compared(name, printed(customValue(file, tag)), printed(value))
    }
  }
}

/** Noncurrent assets are what is not current where no element is named so. */
function fieldValue(file: ReadFile, field: string): number {
  const fits = matcher(PATTERNS[field] as string)
  const named = file.facts.some(({ taxonomy, tag }) => taxonomy === 'us-gaap' && fits(tag.toLowerCase()))
  if (field === 'non_current_assets' && !named)
    return fieldValue(file, 'assets') - fieldValue(file, 'current_assets')
  return cutValue(file, fits)
}

/** The peer cuts as many characters off a number as `decimals` says, so that thousands stay. */
function cutValue(file: ReadFile, fits: (tag: string) => boolean): number {
  const fact = firstFact(file, fits)
  if (!fact || fact.value_text === null) return 0
  if (fact.decimals === null || fact.decimals >= 0) return fact.decimals === 0 ? 0 : Number(fact.value_text)
  return Number(fact.value_text.slice(0, fact.decimals)) || 0
}

function firstFact({ facts, instant }: ReadFile, fits: (tag: string) => boolean): Fact | undefined {
  const end = instant.period_end
  return facts.find(
    (fact) =>
      fact.taxonomy === 'us-gaap' &&
      fact.dimensions.length === 0 &&
      inContext(fact, end) &&
      fits(fact.tag.toLowerCase()),
  )
}

function inContext({ instant, period_start, period_end }: Fact, end: string): boolean {
  if (instant !== null) return instant === end
  if (period_start === null || period_end !== end) return false
  const days = daysBetween(period_start, period_end)
  return days >= CONTEXT_DAYS[0] && days <= CONTEXT_DAYS[1]
}

function matcher(pattern: string): (tag: string) => boolean {
  const expression = new RegExp(`^${pattern.replace('*', '[^s]*')}`)
  return (tag) => expression.test(tag)
}

function coverValue({ facts }: ReadFile, tag: string): string | null | undefined {
  return facts.find((fact) => fact.taxonomy === 'dei' && fact.tag === tag)?.value_text
}

/** Numbers of the filer's own concepts: the last one under each name. */
function customValues({ facts }: ReadFile): Map<string, string> {
  const values = new Map<string, string>()
  for (const { is_extension, value, value_text, tag } of facts)
    if (is_extension && value !== null && value_text !== null) values.set(tag.toLowerCase(), value_text)
  return values
}

function customValue(file: ReadFile, tag: string): string | undefined {
  const values = customValues(file)
  const name = tag.length < NAME_CHARS ? tag : [...values.keys()].find((known) => known.startsWith(tag))
  return values.get(name ?? tag)
}

function printed(value: string | null | undefined): string {
  if (!value) return 'nothing'
  return /^-?[\d.]+$/.test(value) ? printedNumber(Number(value)) : value
}
