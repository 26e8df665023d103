import type { EdgarReason } from './errors.ts'

/** What a check found wrong, or `undefined` when the bytes count. */
export interface BadBytes {
  reason: EdgarReason
  detail: string
}

const HEAD_BYTES = 4096
const TAIL_BYTES = 64
/** EDGAR's own error pages are small; a filing that quotes one is not mistaken for it. */
const MAX_ERROR_PAGE_BYTES = 64 * 1024

/**
 * How each kind of submission text begins, and the closing lines it must then end with, innermost first. One tag alone
 * would not do: a document may quote it. The PEM envelope wraps files until about 2001.
 */
const ENVELOPES = [
  { begins: '<SEC-DOCUMENT>', ends: ['content', '</SEC-DOCUMENT>'] },
  { begins: '<IMS-DOCUMENT>', ends: ['content', '</IMS-DOCUMENT>'] },
  { begins: '<SUBMISSION>', ends: ['content', '</SUBMISSION>'] },
  { begins: '<SEC-HEADER>', ends: ['</DOCUMENT>'] },
  { begins: '<IMS-HEADER>', ends: ['</DOCUMENT>'] },
] as const

/** The last line of the content: a document, or the header where everything filed is confidential or only data. */
const CONTENT_ENDS = [
  '</DOCUMENT>',
  '</SEC-HEADER>',
  '</IMS-HEADER>',
  '</FILER>',
  '</ISSUER>',
  '</REPORTING-OWNER>',
  '</SUBJECT-COMPANY>',
  '</FILED-BY>',
  '</SERIAL-COMPANY>',
  '</SERIES-AND-CLASSES-CONTRACTS-DATA>',
]

const PEM = {
  begins: '-----BEGIN PRIVACY-ENHANCED MESSAGE-----',
  ends: '-----END PRIVACY-ENHANCED MESSAGE-----',
}

export type PageKind = 'threshold' | 'undeclared' | 'sec_page' | 'html' | 'missing_key' | 'store_error'

/**
 * Recognises what EDGAR and its content network send in place of a file, whatever the status: the traffic-limit page,
 * the undeclared-tool page, other SEC.gov pages, and the store's XML errors (a missing key is "AccessDenied" there).
 */
export function pageKind(bytes: Uint8Array): PageKind | undefined {
  const head = startOf(bytes)
  const lower = head.toLowerCase()
  if (lower.startsWith('<?xml') || lower.startsWith('<error>')) {
    const at = lower.indexOf('<error>')
    if (at < 0 || at > 200 || bytes.length > MAX_ERROR_PAGE_BYTES) {
      return lower.startsWith('<?xml') && isHtml(afterDeclaration(lower)) ? htmlKind(bytes, lower) : undefined
    }
    const code = /<code>\s*([a-z]{1,40})\s*<\/code>/.exec(lower.slice(at, at + 500))?.[1]
    if (code === 'accessdenied' || code === 'nosuchkey') return 'missing_key'
    return code === undefined ? undefined : 'store_error'
  }
  return isHtml(lower) ? htmlKind(bytes, lower) : undefined
}

function htmlKind(bytes: Uint8Array, lower: string): PageKind {
  const open = lower.indexOf('<title>')
  const close = open < 0 ? -1 : lower.indexOf('</title>', open)
  const title = close < 0 ? '' : lower.slice(open + '<title>'.length, close).trim()
  if (bytes.length > MAX_ERROR_PAGE_BYTES || !title.startsWith('sec.gov |')) return 'html'
  if (title.includes('request rate threshold exceeded')) return 'threshold'
  if (title.includes('undeclared automated tool')) return 'undeclared'
  return 'sec_page'
}

function isHtml(lower: string): boolean {
  return lower.startsWith('<!doctype html') || /^<html[\s>]/.test(lower)
}

function afterDeclaration(lower: string): string {
  const end = lower.indexOf('?>')
  return end < 0 ? '' : lower.slice(end + 2).trimStart()
}

/**
 * Whether the bytes are a whole submission text. Reads only both ends: the envelope that opens the file says how it must
 * close. A cut inside the blank lines after the closing tag loses nothing and passes.
 */
export function checkSubmission(bytes: Uint8Array): BadBytes | undefined {
  if (bytes.length === 0) return { reason: 'truncated', detail: 'the body is empty' }
  const page = pageKind(bytes)
  if (page !== undefined) return { reason: 'html_page', detail: 'a page came in place of a submission' }
  const head = startOf(bytes)
  let closing: string[]
  if (head.startsWith(PEM.begins)) {
    const inner = ENVELOPES.find(({ begins }) => head.includes(`\n${begins}`))
    closing = [...(inner?.ends ?? []), PEM.ends]
  } else {
    const envelope = ENVELOPES.find(({ begins }) => head.startsWith(begins))
    if (envelope === undefined) {
      const cut = [PEM, ...ENVELOPES].some(({ begins }) => begins.startsWith(head))
      return cut
        ? { reason: 'truncated', detail: 'the body ends within its first tag' }
        : { reason: 'unexpected_content', detail: 'the body does not begin like a submission' }
    }
    closing = [...envelope.ends]
  }
  let end = bytes.length
  for (const line of closing.reverse()) {
    const start = line === 'content' ? contentBefore(bytes, end) : lineBefore(bytes, end, line)
    if (start === undefined) {
      return {
        reason: 'truncated',
        detail: `the body does not end with ${line === 'content' ? '</DOCUMENT>' : line}`,
      }
    }
    end = start
  }
  return undefined
}

/** File types that are never web pages, whatever the page says. */
const NEVER_HTML = /\.(?:xml|xsd|json|zip|pdf|jpg|gif)$/i

/** A document may be any web page but EDGAR's own. */
export function checkDocument(bytes: Uint8Array, fileName: string): BadBytes | undefined {
  if (bytes.length === 0) return { reason: 'truncated', detail: 'the body is empty' }
  const page = pageKind(bytes)
  if (page === undefined) return undefined
  if (page === 'html' && !NEVER_HTML.test(fileName)) return undefined
  return { reason: 'html_page', detail: 'a page came in place of a document' }
}

/** Index files, JSON and Atom: not a page, not empty, and closed by `ends` where the format has an end. */
export function checkText(bytes: Uint8Array, ends: string | undefined): BadBytes | undefined {
  if (bytes.length === 0) return { reason: 'truncated', detail: 'the body is empty' }
  if (pageKind(bytes) !== undefined) return { reason: 'html_page', detail: 'a page came in place of a file' }
  if (ends === undefined || endOf(bytes).endsWith(ends)) return undefined
  return { reason: 'truncated', detail: `the body does not end with ${ends}` }
}

function startOf(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD_BYTES)).toString(
    'latin1',
  )
  return head.replace(/^(?:\u00ef\u00bb\u00bf)?[\s\0]*/, '')
}

/** The last characters that are not blank. */
function endOf(bytes: Uint8Array): string {
  const end = withoutBlanks(bytes, bytes.length)
  return asText(bytes, Math.max(0, end - TAIL_BYTES), end)
}

/** Where `line` begins if it is the last thing before `end` that is not blank, and begins a line. */
function lineBefore(bytes: Uint8Array, end: number, line: string): number | undefined {
  const stop = withoutBlanks(bytes, end)
  const start = stop - line.length
  if (start < 0 || asText(bytes, start, stop) !== line) return undefined
  const before = start === 0 ? 0x0a : bytes[start - 1]
  return before === 0x0a || before === 0x0d ? start : undefined
}

function contentBefore(bytes: Uint8Array, end: number): number | undefined {
  for (const line of CONTENT_ENDS) {
    const start = lineBefore(bytes, end, line)
    if (start !== undefined) return start
  }
  return undefined
}

/** Walks backwards, because some files end in pages of blank lines. */
function withoutBlanks(bytes: Uint8Array, from: number): number {
  let end = from
  while (end > 0 && isBlank(bytes[end - 1] as number)) end--
  return end
}

function asText(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('latin1')
}

/** White space, NUL and the end-of-file mark of old systems. */
function isBlank(byte: number): boolean {
  return byte === 0x20 || (byte >= 0x09 && byte <= 0x0d) || byte === 0x00 || byte === 0x1a
}
