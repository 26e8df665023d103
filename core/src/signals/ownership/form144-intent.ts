import { Type } from 'typebox'
import type { Evidence } from '../../evidence/evidence.ts'
import { proposedSaleReader } from '../../proposed-sales/reader.ts'
import { noticeRuleStore, type StoredNotice } from '../../proposed-sales/rule-rows-store.ts'
import { OWNERSHIP_CASES } from '../cases.ts'
import { defineExtractor } from '../extractor.ts'
import type { Need } from '../need.ts'
import { windowBefore } from '../needs/window.ts'
import type { Finding, Outcome, SignalType } from '../signal.ts'
import { daysBetween } from './days.ts'
import { FORM_4, type InsiderForm, insiderForm, lineEvidence, type OwnLine } from './insider-forms.ts'
import { quotesOf, xmlEvidence } from './quoted-xml.ts'
import { isSale, totalValue, tradeValue, withoutNoise } from './trades.ts'

const config = { match_days: 90, maximum_evidence: 20 } as const

const NOTICE = /^144(?:\/A)?$/
const FIELDS = ['noOfUnitsSold', 'aggregateMarketValue', 'approxSaleDate', 'securitiesExchangeName'] as const
const MAX_ROWS = 4

/** A notice with the quotes of its rows. */
export interface QuotedNotice extends StoredNotice {
  quotes: Record<string, string>
}

const number = (description: string) => Type.Union([Type.Number(), Type.Null()], { description })
const text = (description: string) => Type.Union([Type.String(), Type.Null()], { description })

const form144Intent: SignalType = {
  signal_type: 'form144_intent',
  family: 'ownership',
  title: 'Proposed sale by an affiliate, and the sale that followed',
  description:
    'On a Form 144: what the seller means to sell, at market value. On a Form 4 or 5: the sales of an owner that match a notice filed up to 90 days before, one signal for each notice. A sale belongs to the notice that gives its very day as the approximate date of sale, else to the latest notice filed by that day. A notice that an amendment replaced counts no more. Notices filed on paper, before April 2023, are not on EDGAR as data. The intention may never be carried out.',
  unit: 'usd',
  range: { minimum: 0, maximum: null },
  labels: null,
  form_types: ['144', '144/A', '4', '4/A', '5', '5/A'],
  evidence_kinds: ['xml_path'],
  source: 'Form 144 (17 CFR 239.144) under Rule 144(h); transaction code S of Forms 4 and 5',
  formula:
    'Notice: sum of the aggregate market values. Sale: sum of shares × price of the lines with code S by a seller of the notice on the same issuer, from the filing date of the notice to 90 days after it. Direction −1.',
  history: null,
  covers_from: '2023-04-13',
  payload_schema: Type.Object(
    {
      stage: Type.Union([Type.Literal('notice'), Type.Literal('sale')], {
        description: 'Whether the filing is the notice, or reports sales that match one.',
      }),
      notice_accession_number: Type.String({ description: 'The notice.' }),
      seller_name: Type.String({ description: 'For whose account the securities are to be sold, as filed.' }),
      relationships: Type.Array(Type.String(), { description: 'To the issuer, as filed.' }),
      units: number('Units to be sold.'),
      market_value: number('US dollars, as the notice values them.'),
      share_of_outstanding: number('Units over units outstanding; null with several classes.'),
      approximate_sale_date: text('First day on which the seller means to sell.'),
      exchange: text('As filed.'),
      plan_adoption_dates: Type.Array(Type.String(), {
        description: 'Days on which Rule 10b5-1 plans were adopted.',
      }),
      units_sold: number('Sale: shares sold by this form; null on a notice.'),
      days_after_notice: Type.Union([Type.Integer(), Type.Null()], {
        description: 'Sale: days from the filing of the notice to the first matching sale.',
      }),
    },
    { additionalProperties: false },
  ),
  cases: {
    ...OWNERSHIP_CASES,
    first_filings: 'A sale without a notice that is held has no signal.',
    splits: 'Units are compared with shares sold only inside the 90 days, unadjusted.',
    amendments: 'An amended notice is read like a notice, and replaces the one it names.',
  },
}

/** The notice under read, or null. */
const ownNotice: Need<QuotedNotice | null> = {
  name: 'proposed_sale_notice',
  async load(filing, { sql, objects }) {
    if (!NOTICE.test(filing.form_type)) return null
    const notice = await noticeRuleStore(sql).ofFiling(filing.accession_number)
    return notice ? { ...notice, quotes: await quotesOf(notice, pathsOf(notice), objects) } : null
  },
  identity: (notice) => [proposedSaleReader.version, notice?.document_id ?? null],
}

/** Notices by the owners of the Form 4 under read that its sales can belong to. */
const ownersNotices: Need<QuotedNotice[]> = {
  name: 'proposed_sales_of_owners',
  earlier: { form_types: ['144', '144/A'], days: 2 * config.match_days },
  async load(filing, sources) {
    if (!FORM_4.test(filing.form_type)) return []
    const form = await insiderForm.load(filing, sources)
    if (!form?.lines.some(isSale)) return []
    const notices = await noticeRuleStore(sources.sql).earlier(
      { dataset: filing.dataset, issuer_cik: form.issuer_cik, seller_ciks: form.owner_ciks },
      windowBefore(filing, 2 * config.match_days),
    )
    return await Promise.all(
      notices.map(async (notice) => ({
        ...notice,
        quotes: await quotesOf(notice, pathsOf(notice), sources.objects),
      })),
    )
  },
  identity: (notices) => [proposedSaleReader.version, notices.map(({ document_id }) => document_id)],
}

/** What is to be sold by affiliates, and what of it was. */
export const form144IntentRule = defineExtractor({
  name: 'form144_intent',
  version: '1.0.0',
  signal_types: [form144Intent],
  applies: (formType) => NOTICE.test(formType) || FORM_4.test(formType),
  reads: 'submission',
  needs: { notice: ownNotice, notices: ownersNotices, form: insiderForm },
  config,

  extract({ filing, notice, notices, form }) {
    return NOTICE.test(filing.form_type) ? ofNotice(notice) : ofSales(form, notices)
  },
})

function ofNotice(notice: QuotedNotice | null): Outcome {
  if (!notice) return { status: 'insufficient_data', missing: ['notice_xml'], reason: 'form_not_in_xml' }
  const payload = noticePayload(notice)
  if (payload.market_value === null || payload.units === null) {
    const missing = [
      ...(payload.market_value === null ? ['aggregate_market_value'] : []),
      ...(payload.units === null ? ['units_to_be_sold'] : []),
    ]
    return { status: 'insufficient_data', missing, reason: 'proposed_sale_not_valued' }
  }
  const evidence = noticeEvidence(notice)
  if (evidence.length === 0) {
    return { status: 'insufficient_data', missing: ['quotable_xml'], reason: 'form_not_quotable' }
  }
  const { accession_number } = notice
  return found([
    {
      signal_type: 'form144_intent',
      subject: null,
      value: payload.market_value,
      unit: 'usd',
      direction: -1,
      payload,
      evidence,
      inputs: notice.notice.securities.slice(0, 50).flatMap((row) => [
        { name: 'units_to_be_sold', value: row.units_to_be_sold, unit: 'shares', accession_number },
        { name: 'aggregate_market_value', value: row.aggregate_market_value, unit: 'usd', accession_number },
      ]),
    },
  ])
}

function ofSales(form: InsiderForm | null, held: readonly QuotedNotice[]): Outcome {
  if (!form) return { status: 'insufficient_data', missing: ['ownership_xml'], reason: 'form_not_in_xml' }
  const sales = form.lines.filter((line) => isSale(line) && !line.repeats)
  if (sales.length === 0) return { status: 'ok_none', reason: 'no_open_market_sale' }
  const notices = inForce(held)
  const matched = new Map<QuotedNotice, OwnLine[]>()
  for (const line of sales) {
    const notice = noticeOf(line, notices)
    if (notice) matched.set(notice, [...(matched.get(notice) ?? []), line])
  }
  if (matched.size === 0) return { status: 'ok_none', reason: 'no_matching_notice' }
  const findings = notices.flatMap((notice) => {
    const lines = matched.get(notice)
    return lines ? [saleFinding(form, notice, lines)] : []
  })
  if (findings.includes(null)) {
    return { status: 'insufficient_data', missing: ['price_per_share'], reason: 'price_not_stated' }
  }
  return found(findings.filter((finding) => finding !== null))
}

function found(findings: Finding[]): Outcome {
  return findings.every(({ evidence }) => evidence.length > 0)
    ? { status: 'ok_found', findings }
    : { status: 'insufficient_data', missing: ['quotable_xml'], reason: 'form_not_quotable' }
}

function saleFinding(form: InsiderForm, notice: QuotedNotice, lines: readonly OwnLine[]): Finding | null {
  const value = totalValue(lines)
  if (value === null) return null
  const days = lines.map(({ row }) => row.transaction_date ?? '').sort()
  return {
    signal_type: 'form144_intent',
    subject: notice.accession_number,
    value,
    unit: 'usd',
    direction: -1,
    payload: {
      ...noticePayload(notice),
      stage: 'sale',
      units_sold: withoutNoise(lines.reduce((sum, { row }) => sum + (row.shares ?? 0), 0)),
      days_after_notice: daysBetween(notice.filing_date, days[0] ?? notice.filing_date),
    },
    evidence: [
      ...lines.flatMap((line) => lineEvidence(form, line)).slice(0, config.maximum_evidence - FIELDS.length),
      ...noticeEvidence(notice).slice(0, FIELDS.length),
    ],
    inputs: [
      ...lines.map((line) => ({
        name: 'sale',
        value: tradeValue(line),
        unit: 'usd',
        period_end: line.row.transaction_date ?? '',
        accession_number: line.accession_number,
      })),
      {
        name: 'aggregate_market_value',
        value: noticePayload(notice).market_value,
        unit: 'usd',
        accession_number: notice.accession_number,
      },
    ],
  }
}

/** Notices that no later one replaced. */
function inForce(notices: readonly QuotedNotice[]): QuotedNotice[] {
  const replaced = new Set(notices.map(({ notice }) => notice.previous_accession_number))
  return notices.filter(({ accession_number }) => !replaced.has(accession_number))
}

function noticeOf({ row }: OwnLine, notices: readonly QuotedNotice[]): QuotedNotice | undefined {
  const day = row.transaction_date
  if (day === null) return undefined
  const possible = notices.filter(({ filing_date }) => {
    const days = daysBetween(filing_date, day)
    return days >= 0 && days <= config.match_days
  })
  const ofDay = possible.filter(({ notice }) =>
    notice.securities.some(({ approximate_sale_date }) => approximate_sale_date === day),
  )
  return (ofDay.length > 0 ? ofDay : possible).at(-1)
}

/** What a notice says, as the payload of its signal. */
export function noticePayload({
  accession_number,
  notice,
}: Pick<StoredNotice, 'accession_number' | 'notice'>) {
  const { securities } = notice
  const sum = (values: (number | null)[]) =>
    values.length === 0 || values.includes(null)
      ? null
      : withoutNoise(values.reduce<number>((total, value) => total + (value ?? 0), 0))
  const [first] = securities
  const units = sum(securities.map(({ units_to_be_sold }) => units_to_be_sold))
  const outstanding = securities.length === 1 ? (first?.units_outstanding ?? null) : null
  return {
    stage: 'notice' as 'notice' | 'sale',
    notice_accession_number: accession_number,
    seller_name: notice.seller_name,
    relationships: notice.relationships,
    units,
    market_value: sum(securities.map(({ aggregate_market_value }) => aggregate_market_value)),
    share_of_outstanding:
      units !== null && outstanding !== null && outstanding > 0 ? units / outstanding : null,
    approximate_sale_date: first?.approximate_sale_date ?? null,
    exchange: first?.exchange ?? null,
    plan_adoption_dates: notice.plan_adoption_dates,
    units_sold: null as number | null,
    days_after_notice: null as number | null,
  }
}

function pathsOf({ notice }: StoredNotice): string[] {
  return notice.securities
    .slice(0, MAX_ROWS)
    .flatMap((_, index) =>
      FIELDS.map((field) => `/edgarSubmission/formData/securitiesInformation[${index + 1}]/${field}`),
    )
}

function noticeEvidence(notice: QuotedNotice): Evidence[] {
  return pathsOf(notice).flatMap((path) => xmlEvidence(notice, path, notice.quotes[path]))
}
