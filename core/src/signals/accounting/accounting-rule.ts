import type { TSchema } from 'typebox'
import type { Evidence, TextSpan } from '../../evidence/evidence.ts'
import { factEvidence, type StatedFact } from '../../facts/stated-fact.ts'
import { ACCOUNTING_CASES, type Cases } from '../cases.ts'
import { type DeterministicExtractor, defineExtractor, type ExtractorConfig } from '../extractor.ts'
import type { FilingUnderRead } from '../filing-under-read.ts'
import { earlierFacts, filingFacts } from '../needs/facts.ts'
import type { Finding, Omission, Outcome, SignalInput, SignalType } from '../signal.ts'
import { inapplicability } from './applicability.ts'
import { type Age, type Amount, type Books, booksOf } from './books.ts'
import { EARLIER_CONCEPTS, type LineName } from './lines.ts'

export const ANNUAL_FORMS = ['10-K', '10-K/A', '20-F', '20-F/A', '40-F', '40-F/A'] as const
export const PERIODIC_FORMS = [...ANNUAL_FORMS, '10-Q', '10-Q/A'] as const

/** A divisor smaller than this part of the assets says nothing about the company. */
const NEGLIGIBLE_SHARE = 0.001
const MAXIMUM_EVIDENCE = 20

/** What periodic reports of the two years before state for the lines of the scores; one question for all rules. */
export const accountingHistory = earlierFacts({
  name: 'accounting_facts_before',
  concepts: EARLIER_CONCEPTS,
  // The report two years before lies 730 days back, and is filed up to three months earlier or later than this one.
  days: 850,
  form_types: [
    '10-K',
    '10-K/A',
    '10-KT',
    '10-KT/A',
    '10-Q',
    '10-Q/A',
    '10-QT',
    '10-QT/A',
    '20-F',
    '20-F/A',
    '40-F',
    '40-F/A',
  ],
})

/** A value with what it was computed from, or the inputs it lacks. */
export type Scored =
  | {
      value: number
      direction?: -1 | 0 | 1
      payload?: Record<string, unknown>
      amounts: readonly Amount[]
      /** What is no line of the statements: settings, dates, counts. */
      notes?: readonly SignalInput[]
      subject?: string
    }
  | Lacking

export interface Lacking {
  missing: string[]
  reason?: string
}

/** Nothing happened that the signal would report. */
export interface Nothing {
  none: true
  reason: string
}

export interface Score {
  type: SignalType
  evaluate(books: Books): Scored | Nothing
}

/** What every type of the accounting scores has in common. */
export function accountingType(
  type: Pick<SignalType, 'signal_type' | 'title' | 'description' | 'unit' | 'source' | 'formula'> & {
    range?: SignalType['range']
    history?: string
    payload_schema?: TSchema
    form_types?: readonly string[]
    family?: SignalType['family']
    cases?: Partial<Cases>
  },
): SignalType {
  return {
    ...type,
    family: type.family ?? 'accounting',
    range: type.range ?? { minimum: null, maximum: null },
    labels: null,
    form_types: type.form_types ?? ANNUAL_FORMS,
    evidence_kinds: ['xbrl_fact'],
    history: type.history ?? null,
    // Large accelerated filers tag periods that end after 15 June 2009, all others follow within two years.
    covers_from: '2009-06-15',
    payload_schema: type.payload_schema ?? null,
    cases: {
      ...ACCOUNTING_CASES,
      financial_firms: `${ACCOUNTING_CASES.financial_firms} SIC 6000 to 6999; a filing whose header names no industry is told by lines that only banks and insurers state.`,
      ...type.cases,
    },
  }
}

/** A rule over tagged numbers: one extractor, one or a few closely related scores. */
export function accountingRule(rule: {
  name: string
  version: string
  config?: ExtractorConfig
  scores: readonly Score[]
}): DeterministicExtractor {
  const forms = new Set(rule.scores.flatMap(({ type }) => type.form_types))
  return defineExtractor({
    name: rule.name,
    version: rule.version,
    signal_types: rule.scores.map(({ type }) => type),
    applies: (formType) => forms.has(formType),
    needs: { facts: filingFacts, earlier: accountingHistory },
    config: { negligible_share: NEGLIGIBLE_SHARE, ...rule.config },
    extract: ({ filing, facts, earlier }) => outcomeOf(rule.scores, filing, facts, earlier),
  })
}

function outcomeOf(
  scores: readonly Score[],
  filing: FilingUnderRead,
  facts: readonly StatedFact[],
  earlier: readonly StatedFact[],
): Outcome {
  const inapplicable = inapplicabilityOf(filing, facts)
  if (inapplicable !== null) return inapplicable
  if (facts.length === 0)
    return { status: 'insufficient_data', missing: ['xbrl_facts'], reason: 'no_xbrl_facts' }
  const books = booksOf(filing, facts, earlier)
  const findings: Finding[] = []
  const omitted: Omission[] = []
  let nothing: string | null = null
  for (const { type, evaluate } of scores) {
    if (!type.form_types.includes(filing.form_type)) continue
    const scored = evaluate(books)
    if ('none' in scored) nothing = scored.reason
    else if ('missing' in scored) omitted.push(omission(type, books, scored))
    // Numbers so small that dividing by them leaves the range of numbers are no amounts of money.
    else if (!isFiniteThroughout([scored.value, scored.payload]))
      omitted.push(omission(type, books, { missing: ['ta'], reason: 'denominator_negligible' }))
    else findings.push(findingOf(type, books, scored))
  }
  if (findings.length > 0) return { status: 'ok_found', findings, ...(omitted.length > 0 ? { omitted } : {}) }
  if (nothing !== null)
    return { status: 'ok_none', reason: nothing, ...(omitted.length > 0 ? { omitted } : {}) }
  return {
    status: 'insufficient_data',
    missing: [...new Set(omitted.flatMap(({ missing }) => missing))],
    reason: omitted[0]?.reason ?? 'missing_inputs',
  }
}

function isFiniteThroughout(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value)
  return typeof value !== 'object' || value === null || Object.values(value).every(isFiniteThroughout)
}

const judged = new WeakMap<
  readonly StatedFact[],
  { filing: FilingUnderRead; verdict: ReturnType<typeof inapplicability> }
>()

/** Looked at once for all rules that are given the same facts. */
function inapplicabilityOf(filing: FilingUnderRead, facts: readonly StatedFact[]) {
  const known = judged.get(facts)
  if (known?.filing === filing) return known.verdict
  const verdict = inapplicability(filing, facts)
  judged.set(facts, { filing, verdict })
  return verdict
}

function omission({ signal_type }: SignalType, books: Books, { missing, reason }: Lacking): Omission {
  return { signal_type, status: 'insufficient_data', reason: reason ?? lackOf(books), missing }
}

/** A report without a full year, or an amendment without statements, lacks everything for one reason. */
function lackOf({ years, filing }: Books): string {
  const annual = ANNUAL_FORMS.some((form) => form === filing.form_type)
  const reason = annual && years.length === 0 ? 'no_annual_statements' : 'missing_inputs'
  return reason
}

function findingOf(type: SignalType, books: Books, scored: Exclude<Scored, Lacking>): Finding {
  return {
    signal_type: type.signal_type,
    subject: scored.subject ?? null,
    value: scored.value,
    unit: type.unit,
    direction: scored.direction ?? 0,
    payload: scored.payload ?? null,
    evidence: evidenceOf(books, scored.amounts),
    inputs: [...scored.amounts.flatMap(inputsOf), ...(scored.notes ?? [])],
  }
}

/** Amounts by the names a formula knows them by, or the names of those that are not stated. */
export function take<N extends LineName = never, P extends LineName = never, B extends LineName = never>(
  books: Books,
  wanted: { now?: readonly N[]; prior?: readonly P[]; before?: readonly B[] },
):
  | { now: Record<N, number>; prior: Record<P, number>; before: Record<B, number>; amounts: Amount[] }
  | Lacking {
  const missing: string[] = []
  const amounts: Amount[] = []
  const of = <L extends LineName>(lines: readonly L[] = [], age: Age) => {
    const values = {} as Record<L, number>
    for (const line of lines) {
      const amount = books.amount(line, age)
      if (amount) {
        values[line] = amount.value
        amounts.push(amount)
      } else missing.push(`${line}${['', '_prior', '_before_prior'][age]}`)
    }
    return values
  }
  const taken = { now: of(wanted.now, 0), prior: of(wanted.prior, 1), before: of(wanted.before, 2), amounts }
  return missing.length > 0 ? { missing } : taken
}

/** The divisors, by name, that are not positive or too small beside the assets; null where all can be divided by. */
export function negligible(assets: number, divisors: Readonly<Record<string, number>>): Lacking | null {
  const missing = Object.entries(divisors)
    .filter(([, divisor]) => !(divisor > 0) || divisor < NEGLIGIBLE_SHARE * assets)
    .map(([name]) => name)
  return missing.length > 0 ? { missing, reason: 'denominator_negligible' } : null
}

function inputsOf(amount: Amount): SignalInput[] {
  const { name, value, rank, parts } = amount
  const only = parts.length === 1 && parts[0]?.weight === 1 ? parts[0].fact : null
  const inputs: SignalInput[] = only
    ? [{ ...inputOfFact(name, only), resolver_rank: rank }]
    : [
        {
          name,
          value,
          accession_number: parts[0]?.fact.accession_number ?? null,
          ...(parts[0]?.fact.unit ? { unit: parts[0].fact.unit } : {}),
          ...(amount.period.start === null ? {} : { period_start: amount.period.start }),
          period_end: amount.period.end,
          resolver_rank: rank,
        },
        ...parts.map(({ fact, weight }) => inputOfFact(`${name}_${weight === 1 ? 'plus' : 'minus'}`, fact)),
      ]
  for (const { other } of parts) if (other) inputs.push(inputOfFact(`${name}_also_stated_as`, other))
  return inputs
}

export function inputOfFact(name: string, fact: StatedFact): SignalInput {
  return {
    name,
    value: fact.value ?? fact.value_text,
    accession_number: fact.accession_number,
    concept: fact.concept,
    ...(fact.unit === null ? {} : { unit: fact.unit }),
    ...(fact.period_start === null ? {} : { period_start: fact.period_start }),
    ...(fact.period_end === null ? {} : { period_end: fact.period_end }),
    decimals: fact.decimals,
  }
}

/** The facts behind the amounts, those of this filing first. */
function evidenceOf({ filing }: Books, amounts: readonly Amount[]): Evidence[] {
  const facts = [...new Set(amounts.flatMap(({ parts }) => parts.map(({ fact }) => fact)))]
  const own = facts.filter(({ accession_number }) => accession_number === filing.accession_number)
  const others = facts.filter(({ accession_number }) => accession_number !== filing.accession_number)
  return [...own, ...others]
    .slice(0, MAXIMUM_EVIDENCE)
    .map((fact) => factEvidence(fact, spanOf(filing, fact)))
}

const bytesOfText = new WeakMap<object, Buffer>()

/** The place of the text that shows a fact of the filing; null where the text is not at hand or does not show it. */
function spanOf({ documents }: FilingUnderRead, fact: StatedFact): TextSpan | null {
  const { text_sha256, start, end, byte_start, byte_end } = fact
  if (text_sha256 === null || start === null || end === null || byte_start === null || byte_end === null)
    return null
  const document = documents.find(({ document_id }) => document_id === fact.document_id)
  const text = document?.text
  if (!text || text.text_sha256 !== text_sha256 || byte_end <= byte_start) return null
  let bytes = bytesOfText.get(text)
  if (!bytes) {
    bytes = Buffer.from(text.text)
    bytesOfText.set(text, bytes)
  }
  return {
    document_id: fact.document_id,
    section_id: null,
    document_sha256: fact.document_sha256,
    text_sha256,
    start,
    end,
    unit: 'code_point',
    byte_start,
    byte_end,
    quote: bytes.toString('utf8', byte_start, byte_end),
  }
}
