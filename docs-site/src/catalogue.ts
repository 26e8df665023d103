import signalTypesJson from '../../openapi/signal-types.json'

/** A row of the signal catalogue, as `GET /v1/signal-types` serves it. */
export interface SignalType {
  signal_type: string
  title: string
  description: string
  unit: string
  range: { minimum: number | null; maximum: number | null }
  /** Empty when every form is read. */
  form_types: string[]
  extractor: string
  evidence_kinds: string[]
  source: string
  formula: string
  /** What the literature found, with its sample; null when nothing is claimed. */
  history?: string | null
}

export const signalTypes = signalTypesJson as SignalType[]

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
  xbrl_fact: 'a tagged fact of the XBRL instance',
}
