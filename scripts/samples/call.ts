/** A call as the samples show it: everything that is in the request, but the key. */
export interface SampleCall {
  /** Upper case. */
  method: string
  /** With its parameters in braces. */
  path: string
  pathValues: Record<string, string>
  /** In the order in which they are sent. */
  query: [name: string, value: QueryValue][]
  /** Beyond `Authorization`, `Accept` and `Content-Type`. */
  headers: Record<string, string>
  body?: unknown
  /** Forms are for the OAuth endpoints (RFC 6749). */
  bodyKind: 'json' | 'form' | 'none'
  /** The media type that is asked for. */
  accept: string
  /** `basic`: the id and the secret of a service account. */
  credentials: 'key' | 'basic' | 'none'
  /** True when the operation changes something and takes an `Idempotency-Key`. */
  changesState: boolean
  /** True when the operation has parameters of the query, given here or not. */
  takesQuery: boolean
  baseUrl: string
  /** How the SDK spells the operation, such as `filings.list`; undefined where it has no method for it. */
  sdkMethod: string | undefined
  /** What the answer is: one value, a page of a list, a stream of events, text, bytes, or nothing. */
  answer: 'json' | 'page' | 'stream' | 'text' | 'bytes' | 'none'
}

export type QueryValue = string | number | boolean | readonly (string | number)[]

/** Where a client looks when it is told nothing. */
export const DEFAULT_BASE_URL = 'http://localhost:8000'
const JSON_TYPE = 'application/json'

/** The address with every value in it. */
export function urlOf({ baseUrl, path, pathValues, query }: SampleCall): string {
  const filled = path.replace(/\{(\w+)\}/g, (whole, name) =>
    pathValues[name] === undefined ? whole : encodeURIComponent(pathValues[name]),
  )
  const search = query.map(([name, value]) => `${encodeURIComponent(name)}=${queryText(value)}`).join('&')
  return `${baseUrl}${filled}${search === '' ? '' : `?${search}`}`
}

/** Commas stay readable: they separate the values of a list. */
function queryText(value: QueryValue): string {
  const values = Array.isArray(value) ? value : [value]
  return values.map((one) => encodeURIComponent(String(one)).replaceAll('%2C', ',')).join(',')
}

/** The headers of the request except the credentials; JSON is what an operation answers unless asked otherwise. */
export function headersOf({ accept, bodyKind, headers }: SampleCall): [string, string][] {
  return [
    ...(accept !== JSON_TYPE && accept !== '' ? ([['Accept', accept]] as [string, string][]) : []),
    ...(bodyKind === 'json' ? ([['Content-Type', JSON_TYPE]] as [string, string][]) : []),
    ...Object.entries(headers),
  ]
}

/** The fields of a form. */
export function formFields(body: unknown): [string, string][] {
  return Object.entries((body ?? {}) as Record<string, unknown>).map(([name, value]) => [name, String(value)])
}

/** True when a key of our own making belongs into the request: sent twice, the change happens once. */
export function needsIdempotencyKey({ changesState, headers }: SampleCall): boolean {
  return changesState && !Object.keys(headers).some((name) => name.toLowerCase() === 'idempotency-key')
}
