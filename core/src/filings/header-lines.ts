import { decodeBytes } from '../documents/decode.ts'

/** Byte range of a header inside its submission, half-open. */
export interface HeaderRange {
  byte_start: number
  byte_end: number
}

/** A field of the header: its line, or its tag and value where several tags share a line. */
export interface HeaderLine extends HeaderRange {
  /** The labelled style's name of the field, whichever style the header has: `CONFORMED SUBMISSION TYPE`. */
  name: string
  value: string
}

/** Dissemination containers (.nc) and a few fields of the labelled style write other names for the same thing. */
const SYNONYMS: Record<string, string> = {
  TYPE: 'CONFORMED SUBMISSION TYPE',
  PERIOD: 'CONFORMED PERIOD OF REPORT',
  'FILING DATE': 'FILED AS OF DATE',
  'DATE OF FILING DATE CHANGE': 'DATE AS OF CHANGE',
  'EFFECTIVE DATE': 'EFFECTIVENESS DATE',
  ITEMS: 'ITEM INFORMATION',
  'CONFORMED NAME': 'COMPANY CONFORMED NAME',
  CIK: 'CENTRAL INDEX KEY',
  'ASSIGNED SIC': 'STANDARD INDUSTRIAL CLASSIFICATION',
  EIN: 'IRS NUMBER',
  ACT: 'SEC ACT',
  'FILE NUMBER': 'SEC FILE NUMBER',
  'DATE CHANGED': 'DATE OF NAME CHANGE',
  STREET1: 'STREET 1',
  STREET2: 'STREET 2',
  PHONE: 'BUSINESS PHONE',
}

const LF = 0x0a
const CR = 0x0d
const LESS_THAN = 0x3c

/** The name under which a field is looked up: hyphens and underscores are spaces, tags and labels are one. */
export function fieldName(name: string): string {
  const spaced = name.replace(/[-_]/g, ' ').trim()
  return SYNONYMS[spaced] ?? spaced
}

/** The fields of a header in order, closing tags left out. Lines end in LF, CRLF or (some containers) a lone CR. */
export function headerLines(bytes: Uint8Array, range: HeaderRange): HeaderLine[] {
  const lines: HeaderLine[] = []
  let start = range.byte_start
  while (start < range.byte_end) {
    let end = start
    while (end < range.byte_end && bytes[end] !== LF && bytes[end] !== CR) end++
    if (end > start) readLine(bytes, start, end, lines)
    start = end + 1
  }
  return lines
}

function readLine(bytes: Uint8Array, start: number, end: number, lines: HeaderLine[]) {
  if (bytes[start] === LESS_THAN) {
    readTags(bytes, start, end, lines)
    return
  }
  const text = decodeBytes(bytes.subarray(start, end)).text
  const colon = text.indexOf(':')
  const label = colon < 0 ? '' : text.slice(0, colon).trim()
  if (!/^[A-Z][A-Z0-9 ()/'&.-]{0,79}$/.test(label)) return
  const value = text.slice(colon + 1).trim()
  // Form D headers carry `ITEM INFORMATION: <ITEMS>06c`: the tag adds nothing.
  const tag = /^<[A-Z_-]{1,40}>/.exec(value)
  lines.push({
    name: fieldName(label),
    value: tag ? value.slice(tag[0].length) : value,
    byte_start: start,
    byte_end: end,
  })
}

/** One line of tags: usually one, but a container may run all of them together. */
function readTags(bytes: Uint8Array, start: number, end: number, lines: HeaderLine[]) {
  let at = start
  while (at < end) {
    const tagEnd = tagEndAt(bytes, at, end)
    if (tagEnd === 0) return
    let valueEnd = tagEnd
    while (valueEnd < end && !(bytes[valueEnd] === LESS_THAN && tagEndAt(bytes, valueEnd, end) > 0))
      valueEnd++
    if (bytes[at + 1] !== 0x2f) {
      lines.push({
        name: fieldName(decodeBytes(bytes.subarray(at + 1, tagEnd - 1)).text),
        value: decodeBytes(bytes.subarray(tagEnd, valueEnd)).text.replace(/^>+/, '').trim(),
        byte_start: at,
        byte_end: valueEnd,
      })
    }
    at = valueEnd
  }
}

/** The longest tag name EDGAR uses has some 40 letters. */
const MAX_TAG_LENGTH = 64

/** Where the upper-case tag that opens at `at` ends, 0 when none does. */
function tagEndAt(bytes: Uint8Array, at: number, end: number): number {
  let position = at + 1
  if (bytes[position] === 0x2f) position++
  const first = position
  const limit = Math.min(end, position + MAX_TAG_LENGTH)
  while (position < limit && isNameByte(bytes[position] as number)) position++
  return position > first && position < end && bytes[position] === 0x3e ? position + 1 : 0
}

function isNameByte(byte: number): boolean {
  return (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x30 && byte <= 0x39) || byte === 0x2d || byte === 0x5f
}
