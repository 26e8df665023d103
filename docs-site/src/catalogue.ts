import signalTypesJson from '../../openapi/signal-types.json'

/** A row of the signal catalogue, as `GET /v1/signal-types` serves it. */
export interface SignalType {
  signal_type: string
  family: string
  title: string
  description: string
  unit: string
  range: { minimum: number | null; maximum: number | null }
  /** Every value of a label; null for other units. */
  labels: string[] | null
  /** Empty when every form is read. */
  form_types: string[]
  extractor: string
  extractor_version: string
  extractor_kind: 'deterministic' | 'llm'
  evidence_kinds: string[]
  source: string
  formula: string
  /** What the literature found, with its sample; null when nothing is claimed. */
  history?: string | null
  /** First filing date from which the inputs exist. */
  covers_from: string | null
  payload_schema: PayloadSchema | null
  /** What the rule does where the usual reading does not hold. */
  cases: Record<string, string>
  accuracy: SignalAccuracy | null
}

export interface PayloadSchema {
  properties?: Record<string, { description?: string }>
}

export interface SignalAccuracy {
  extractor_version: string
  checks: AccuracyCheck[]
}

export interface AccuracyCheck {
  name: string
  source: string
  labelled: number
  agreed: number
  agreement: number | null
  positives: number
  precision: number | null
  recall: number | null
  intervals: { agreement: Interval; precision: Interval | null; recall: Interval | null } | null
}

interface Interval {
  lower: number
  upper: number
}

export const signalTypes = signalTypesJson as unknown as SignalType[]

const FAMILIES: Record<string, string> = {
  events: 'Events',
  ownership: 'Ownership',
  accounting: 'Accounting quality',
  text_change: 'Text change',
  tone: 'Tone and readability',
  filing_behaviour: 'Filing behaviour',
  financing: 'Financing',
  governance: 'Governance',
  network: 'Network',
  claude: 'Read by a language model',
}

/** The catalogue by family, in the order in which it is served. */
export function signalFamilies(): { name: string; signals: SignalType[] }[] {
  return Object.entries(FAMILIES).flatMap(([family, name]) => {
    const signals = signalTypes.filter((signal) => signal.family === family)
    return signals.length === 0 ? [] : [{ name, signals }]
  })
}

const CASES: Record<string, string> = {
  financial_firms: 'Financial firms (SIC 6000 to 6999)',
  funds: 'Funds',
  shells: 'Shell companies',
  first_filings: 'First filings',
  missing_years: 'Missing years',
  fiscal_year_changes: 'Changes of the fiscal year',
  splits: 'Share splits',
  amendments: 'Amendments',
  withdrawals: 'Withdrawn filings',
}

/** Each special case in words with what the rule does. */
export function casesInWords({ cases }: SignalType): [string, string][] {
  return Object.entries(CASES).flatMap(([name, words]) => {
    const answer = cases[name]
    return answer === undefined ? [] : [[words, answer]]
  })
}

/** The fields of the payload with their descriptions. */
export function payloadFields({ payload_schema }: SignalType): [string, string][] {
  return Object.entries(payload_schema?.properties ?? {}).map(([name, { description }]) => [
    name,
    description ?? '',
  ])
}

/** Such as `98.3 % [95.1, 99.4]`; a dash where there are too few cases to say. */
export function shareInWords(share: number | null, interval: Interval | null | undefined): string {
  if (share === null) return '–'
  const percent = (value: number) => (100 * value).toFixed(1)
  return interval
    ? `${percent(share)} % [${percent(interval.lower)}, ${percent(interval.upper)}]`
    : `${percent(share)} %`
}

/** The forms as a list, or that every form is read. */
export function formsInWords({ form_types }: SignalType): string {
  return form_types.length > 0 ? form_types.join(', ') : 'every form'
}

/** Such as `0 to 1`, `0 or more`, `any number`. */
export function rangeInWords({ minimum, maximum }: SignalType['range']): string {
  if (minimum !== null && maximum !== null) return `${minimum} to ${maximum}`
  if (minimum !== null) return `${minimum} or more`
  if (maximum !== null) return `${maximum} or less`
  return 'unbounded'
}

export const EVIDENCE_KINDS: Record<string, string> = {
  text_span: 'a quote with its offsets in the canonical text',
  pair: 'both sides of a comparison, each a quote with offsets',
  header_field: 'a line of the SGML header with its byte range',
  xml_path: 'an element of an XML document, by path',
  xbrl_fact: 'a tagged fact: concept, context, period and value, and where the text shows it',
}
