import { createHash } from 'node:crypto'

/** SHA-256 of what a request asks for. Bodies that differ only in white space or the order of names ask for the same. */
export function requestHash(request: {
  method: string
  /** Path and query. */
  url: string
  /** The version of the object that the request is meant for. */
  ifMatch: string | undefined
  body: unknown
}): Buffer {
  const { method, url, ifMatch = null, body } = request
  const parts = [method, url, ifMatch, body === undefined ? null : canonicalJson(body)]
  return createHash('sha256').update(JSON.stringify(parts)).digest()
}

/** JSON with the names of every object in order, so that equal values are equal texts. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value)
    .filter(([, entry]) => entry !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
  return `{${entries.map(([name, entry]) => `${JSON.stringify(name)}:${canonicalJson(entry)}`).join(',')}}`
}
