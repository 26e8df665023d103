import type { XmlPathEvidence } from '../../evidence/evidence.ts'
import { insiderTransactionReader } from '../../insider-transactions/reader.ts'
import {
  type FormLine,
  insiderRuleStore,
  type StoredForm,
} from '../../insider-transactions/rule-rows-store.ts'
import type { FilingUnderRead } from '../filing-under-read.ts'
import type { Need, NeedSources } from '../need.ts'
import { windowBefore } from '../needs/window.ts'
import type { ComparableFiling } from '../prior.ts'
import { addDays } from './days.ts'
import { documentBytes, quotesIn, quotesOf, xmlEvidence } from './quoted-xml.ts'
import { isTrade } from './trades.ts'

/** A line of the form under read; `repeats`: another owner's form, accepted before, states the same trade. */
export type OwnLine = FormLine & { repeats: boolean }

/** The Form 3, 4 or 5 under read, with the quotes its evidence needs, by path. */
export interface InsiderForm extends StoredForm {
  lines: OwnLine[]
  quotes: Record<string, string>
}

/** A trade that another form reports, with the quote of its line where one may be needed. */
export interface OtherTrade extends FormLine {
  quote: string | null
}

export const FORM_4 = /^[45](?:\/A)?$/
const FORM_TYPES = ['4', '4/A', '5', '5/A'] as const
/** Trades that share a window with those of the form. */
export const TRADE_DAYS = 90
/** A late form is one of days or weeks; what was reported more than a year late is not waited for. */
const ACCEPTED_DAYS = 460
/** Days by which a form's period may be wrong. */
const PERIOD_MARGIN = 30
/** Joint reports are filed at most five days apart. */
const JOINT_DAYS = 10
/** Evidence quotes at most so many lines of other forms. */
const MAX_QUOTED = 30
const MAX_FOOTNOTES = 99

/** The form itself; null when it was typed and so not read. */
export const insiderForm: Need<InsiderForm | null> = {
  name: 'insider_form',
  async load(filing, { sql, objects }) {
    const store = insiderRuleStore(sql)
    const form = await store.form(filing.accession_number)
    if (!form) return null
    const lines = await store.lines(form.document_id, askOf(filing, ACCEPTED_DAYS))
    const notes = form.document.footnotes.slice(0, MAX_FOOTNOTES)
    const quotes = quotesIn(await documentBytes(form, objects), [
      ...lines.map(({ row }) => row.xml_path),
      PLAN_BOX_PATH,
      ...notes.map((_, index) => footnotePath(index)),
    ])
    return { ...form, lines, quotes }
  },
  identity: (form) => [
    insiderTransactionReader.version,
    form?.lines.map(({ restated_by_this, repeats }) => [restated_by_this, repeats]) ?? null,
  ],
  // Another owner's report of the same trades is filed within days.
  earlier: { form_types: FORM_TYPES, days: JOINT_DAYS },
}

export const PLAN_BOX_PATH = '/ownershipDocument/aff10b5One'

export function footnotePath(index: number): string {
  return `/ownershipDocument/footnotes/footnote[${index + 1}]`
}

/** Trades on the issuer within 90 days of the trades of the form, reported before it. */
export const tradesAround: Need<OtherTrade[]> = {
  name: 'insider_trades_around',
  earlier: { form_types: FORM_TYPES, days: ACCEPTED_DAYS, matters: mayHoldTradesAround },
  async load(filing, sources) {
    const { form, days } = await tradesOf(filing, sources)
    if (!form || days === null) return []
    const others = await insiderRuleStore(sources.sql).trades({
      ...askOf(filing, ACCEPTED_DAYS),
      issuer_cik: form.issuer_cik,
      day_from: addDays(days.first, -TRADE_DAYS),
      day_to: addDays(days.last, TRADE_DAYS),
    })
    return await quoted(others, sources)
  },
  identity: identityOf,
}

/** Years of one owner's trades, for what is habit. */
export const HISTORY_YEARS = 3
const HISTORY_DAYS = (HISTORY_YEARS + 2) * 366

/** Whether forms that report trades of a day on are looked at for a form, or it was filed too late for that. */
export function looksBackTo(
  day: string,
  filing: Pick<FilingUnderRead, 'accepted_at'>,
  of: 'around' | 'history',
): boolean {
  return day >= addDays(filing.accepted_at.slice(0, 10), of === 'around' ? -ACCEPTED_DAYS : -HISTORY_DAYS)
}

/** Trades on the issuer by the owners of the form in the three calendar years before its trades. */
export const ownerHistory: Need<OtherTrade[]> = {
  name: 'insider_owner_history',
  earlier: { form_types: FORM_TYPES, days: HISTORY_DAYS, matters: mayHoldHistory },
  async load(filing, sources) {
    const { form, days } = await tradesOf(filing, sources)
    if (!form || days === null) return []
    const others = await insiderRuleStore(sources.sql).trades({
      ...askOf(filing, HISTORY_DAYS),
      issuer_cik: form.issuer_cik,
      owner_ciks: form.owner_ciks,
      day_from: `${Number(days.first.slice(0, 4)) - HISTORY_YEARS}-01-01`,
      day_to: `${Number(days.last.slice(0, 4)) - 1}-12-31`,
    })
    // Only trades of the same calendar months say what is habit, so that only they are quoted.
    const isSameMonth = ({ row }: FormLine) => days.months.has(row.transaction_date?.slice(5, 7) ?? '')
    const same = await quoted(others.filter(isSameMonth), sources)
    const rest = others.filter((line) => !isSameMonth(line)).map((line) => ({ ...line, quote: null }))
    return [...same, ...rest]
  },
  identity: identityOf,
}

/** Evidence for a line of the form under read. */
export function lineEvidence(form: InsiderForm, { row }: Pick<OwnLine, 'row'>): XmlPathEvidence[] {
  return xmlEvidence(form, row.xml_path, form.quotes[row.xml_path])
}

/** Evidence for a line of another form. */
export function otherEvidence(line: OtherTrade): XmlPathEvidence[] {
  return xmlEvidence(line, line.row.xml_path, line.quote ?? undefined)
}

/**
 * Whether an earlier form can hold trades within 90 days of those of a form. A form's period is its first transaction, and none
 * is later than the form; Form 5 has the end of the year as its period.
 */
export function mayHoldTradesAround(filing: ComparableFiling, earlier: ComparableFiling): boolean {
  const first = filing.form_type.startsWith('5') ? null : filing.period_of_report
  return first === null || earlier.accepted_at.slice(0, 10) >= addDays(first, -TRADE_DAYS - PERIOD_MARGIN)
}

/** Whether an earlier form can hold trades of the three calendar years before those of a form. */
export function mayHoldHistory(filing: ComparableFiling, earlier: ComparableFiling): boolean {
  if (filing.form_type.startsWith('5') || filing.period_of_report === null) return true
  const yearOf = (day: string) => Number(day.slice(0, 4))
  if (yearOf(earlier.accepted_at) < yearOf(filing.period_of_report) - HISTORY_YEARS - 1) return false
  if (earlier.form_type.startsWith('5') || earlier.period_of_report === null) return true
  return yearOf(addDays(earlier.period_of_report, -PERIOD_MARGIN)) < yearOf(filing.accepted_at)
}

function askOf(filing: FilingUnderRead, days: number) {
  const { dataset, accession_number } = filing
  return { dataset, accession_number, ...windowBefore(filing, days) }
}

function identityOf(lines: OtherTrade[]) {
  return [
    insiderTransactionReader.version,
    lines.map(({ document_id, row, restated_by_this }) => [document_id, row.position, restated_by_this]),
  ]
}

/** The first and last day on which the form reports a trade, and the calendar months. */
async function tradesOf(filing: FilingUnderRead, { sql }: NeedSources) {
  const store = insiderRuleStore(sql)
  const form = await store.form(filing.accession_number)
  const lines = form ? await store.lines(form.document_id, askOf(filing, ACCEPTED_DAYS)) : []
  const dates = lines
    .filter(isTrade)
    .flatMap(({ row }) => row.transaction_date ?? [])
    .sort()
  const first = dates[0]
  const last = dates.at(-1)
  const months = new Set(dates.map((day) => day.slice(5, 7)))
  return { form, days: first && last ? { first, last, months } : null }
}

/** Purchases first, because a cluster is made of them, then by the day. */
async function quoted(lines: FormLine[], { objects }: NeedSources): Promise<OtherTrade[]> {
  const wanted = lines
    .toSorted((a, b) => Number(b.row.transaction_code === 'P') - Number(a.row.transaction_code === 'P'))
    .slice(0, MAX_QUOTED)
  const paths = new Map<string, FormLine[]>()
  for (const line of wanted) paths.set(line.document_id, [...(paths.get(line.document_id) ?? []), line])
  const quotes = new Map<string, Record<string, string>>()
  for (const [document_id, ofDocument] of paths) {
    const [first] = ofDocument as [FormLine, ...FormLine[]]
    quotes.set(
      document_id,
      await quotesOf(
        first,
        ofDocument.map(({ row }) => row.xml_path),
        objects,
      ),
    )
  }
  return lines.map((line) => ({
    ...line,
    quote: quotes.get(line.document_id)?.[line.row.xml_path] ?? null,
  }))
}
