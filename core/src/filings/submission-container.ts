import type { HeaderRange } from './header-lines.ts'
import { SubmissionError } from './submission-error.ts'

/** Byte ranges of one <DOCUMENT>: its tags before <TEXT>, and what is between <TEXT> and </TEXT>. */
export interface DocumentRange {
  tags: HeaderRange
  /** Null when the document has no <TEXT>. */
  text: HeaderRange | null
}

/** Where the parts of a submission are; nothing is decoded yet. */
export interface Container {
  header: HeaderRange
  documents: DocumentRange[]
  /** From the line `<SEC-DOCUMENT>0000320193-25-000079.txt : 20251031`. */
  accession_number: string | null
  warnings: string[]
}

const PEM_BEGIN = '-----BEGIN PRIVACY-ENHANCED MESSAGE-----'
const PEM_END = '-----END PRIVACY-ENHANCED MESSAGE-----'
/** The signature block of the PEM era has ten lines. */
const MAX_PREAMBLE_BYTES = 16 * 1024
/** Headers of funds with hundreds of series reach a few hundred kilobytes. */
const MAX_HEADER_BYTES = 16 * 1024 ** 2

const OPENERS = ['<SEC-DOCUMENT>', '<IMS-DOCUMENT>', '<SEC-HEADER>', '<IMS-HEADER>', '<SUBMISSION>'] as const
const CLOSERS = ['</SEC-DOCUMENT>', '</IMS-DOCUMENT>', '</SUBMISSION>'] as const

/**
 * Finds header and documents by their place in the file. A document ends at a `</DOCUMENT>` after which comes the next
 * document or the end of the submission, and only there: the same words inside a text are text. A whole document quoted
 * inside a text (its `<DOCUMENT>` and `</DOCUMENT>` in balance) stays inside that text.
 */
export function findContainer(bytes: Uint8Array): Container {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const start = containerStart(file)
  const end = containerEnd(file)
  const header = headerRange(file, start, end)
  const documents =
    documentRanges(file, header.byte_end, end, true) ?? documentRanges(file, header.byte_end, end, false)
  if (documents === undefined) throw new SubmissionError('truncated', 'a document does not end')
  const accession = /^<(?:SEC|IMS)-(?:DOCUMENT|HEADER)>(\d{10}-\d{2}-\d{6})\b/.exec(
    file.toString('latin1', start, start + 64),
  )
  return {
    header,
    documents: documents.ranges,
    accession_number: accession?.[1] ?? null,
    warnings: documents.warnings,
  }
}

function containerStart(file: Buffer): number {
  let start = skipSpace(file, 0)
  if (start === file.length) throw new SubmissionError('empty', 'no bytes')
  if (isAt(file, start, PEM_BEGIN)) {
    const preamble = file.toString('latin1', start, start + MAX_PREAMBLE_BYTES)
    const opener = /[\r\n]<(?:(?:SEC|IMS)-(?:DOCUMENT|HEADER)|SUBMISSION)>/.exec(preamble)
    if (opener === null)
      throw new SubmissionError('truncated', 'the signature block is not followed by a submission')
    start += opener.index + 1
  }
  if (OPENERS.some((opener) => isAt(file, start, opener))) return start
  if (/^<(?:!doctype html|html|head|body)\b/i.test(file.toString('latin1', start, start + 20))) {
    throw new SubmissionError('html_page', 'a web page was served in place of the submission')
  }
  // A download cut inside its first tag is the same fault as one cut later.
  const beginning = file.toString('latin1', start, start + PEM_BEGIN.length)
  if ([PEM_BEGIN, ...OPENERS].some((opener) => opener.startsWith(beginning))) {
    throw new SubmissionError('truncated', 'it ends in its first line')
  }
  throw new SubmissionError('not_a_submission', 'it does not begin with a submission header')
}

/** Where the closing tag of the container begins. A file without one has been cut short. */
function containerEnd(file: Buffer): number {
  let end = skipSpaceBack(file, file.length)
  const signed = isAt(file, skipSpace(file, 0), PEM_BEGIN)
  if (endsWith(file, end, PEM_END)) end = skipSpaceBack(file, end - PEM_END.length)
  else if (signed) throw new SubmissionError('truncated', 'the signed message does not end')
  const closer = CLOSERS.find((each) => endsWith(file, end, each))
  if (closer === undefined) throw new SubmissionError('truncated', 'the end of the submission is missing')
  return end - closer.length
}

function headerRange(file: Buffer, start: number, end: number): HeaderRange {
  const firstDocument = nextDocument(file, start, end)
  const limit = firstDocument ?? end
  if (limit - start > MAX_HEADER_BYTES) throw new SubmissionError('too_large', 'the header does not end')
  if (isAt(file, start, '<SUBMISSION>')) return { byte_start: start, byte_end: limit }
  for (const closer of ['</SEC-HEADER>', '</IMS-HEADER>']) {
    const at = file.subarray(start, limit).indexOf(closer)
    if (at >= 0) return { byte_start: start, byte_end: start + at }
  }
  return { byte_start: start, byte_end: limit }
}

/** The next `<DOCUMENT>` that is followed by its `<TYPE>`. */
function nextDocument(file: Buffer, from: number, end: number): number | undefined {
  for (
    let at = file.indexOf('<DOCUMENT>', from);
    at >= 0 && at < end;
    at = file.indexOf('<DOCUMENT>', at + 1)
  ) {
    if (startsLine(file, at) && opensDocument(file, at)) return at
  }
  return undefined
}

/**
 * The documents between `from` and `end`, or `undefined` when the last does not end. `nested` counts quoted documents; a
 * text that opens one and never closes it would then swallow what follows, so the caller tries again without.
 */
function documentRanges(
  file: Buffer,
  from: number,
  end: number,
  nested: boolean,
): { ranges: DocumentRange[]; warnings: string[] } | undefined {
  const ranges: DocumentRange[] = []
  const warnings = new Set<string>()
  if (!nested) warnings.add('A text opens a document that it does not close.')
  let start = nextDocument(file, from, end)
  if (start === undefined) return { ranges, warnings: [] }
  let depth = 0
  let at = file.indexOf('DOCUMENT>', start + 10)
  for (; at >= 0 && at < end; at = file.indexOf('DOCUMENT>', at + 1)) {
    if (isAt(file, at - 1, '<DOCUMENT>')) {
      if (nested && startsLine(file, at - 1) && opensDocument(file, at - 1)) depth++
      continue
    }
    if (!isAt(file, at - 2, '</DOCUMENT>') || !startsLine(file, at - 2)) continue
    const next = skipSpace(file, at + 'DOCUMENT>'.length)
    if (depth > 0) {
      depth--
      warnings.add('A text quotes a whole document.')
      continue
    }
    if (next >= end) {
      ranges.push(documentRange(file, start, at - 2, warnings))
      return { ranges, warnings: [...warnings] }
    }
    if (isAt(file, next, '<DOCUMENT>') && opensDocument(file, next)) {
      ranges.push(documentRange(file, start, at - 2, warnings))
      start = next
      at = next + 1
    } else {
      warnings.add('A text contains the end tag of a document.')
    }
  }
  return undefined
}

function documentRange(file: Buffer, start: number, end: number, warnings: Set<string>): DocumentRange {
  const tagsStart = start + '<DOCUMENT>'.length
  const opener = file.subarray(tagsStart, end).indexOf('<TEXT>')
  if (opener < 0) return { tags: { byte_start: tagsStart, byte_end: end }, text: null }
  const tags = { byte_start: tagsStart, byte_end: tagsStart + opener }
  let last = skipSpaceBack(file, end)
  if (endsWith(file, last, '</TEXT>')) last -= '</TEXT>'.length
  else {
    last = end
    warnings.add('The text of a document does not end before the document does.')
  }
  return { tags, text: contentRange(file, tags.byte_end + '<TEXT>'.length, last) }
}

/**
 * EDGAR wraps what was attached as XML, XBRL or PDF in one more pair of tags on lines of their own. The file it serves
 * separately has neither the tags nor their line breaks.
 */
const WRAPPERS = ['XML', 'XBRL', 'PDF']

function contentRange(file: Buffer, start: number, end: number): HeaderRange {
  let byteStart = skipLineBreak(file, start)
  let byteEnd = end
  for (const wrapper of WRAPPERS) {
    if (!isAt(file, byteStart, `<${wrapper}>`)) continue
    const last = skipSpaceBack(file, byteEnd)
    if (!endsWith(file, last, `</${wrapper}>`)) continue
    byteStart = skipLineBreak(file, byteStart + wrapper.length + 2)
    byteEnd = last - wrapper.length - 3
    break
  }
  return { byte_start: Math.min(byteStart, byteEnd), byte_end: byteEnd }
}

/** A document opens with its type; the words `<DOCUMENT>` in prose do not. */
function opensDocument(file: Buffer, at: number): boolean {
  return isAt(file, skipSpace(file, at + '<DOCUMENT>'.length), '<TYPE>')
}

/** At the beginning of a line, or right behind another tag where a container has no line breaks. */
function startsLine(file: Buffer, at: number): boolean {
  const before = file[at - 1]
  return at === 0 || before === 0x0a || before === 0x0d || before === 0x3e
}

function isAt(file: Buffer, at: number, text: string): boolean {
  return at >= 0 && at + text.length <= file.length && file.toString('latin1', at, at + text.length) === text
}

function endsWith(file: Buffer, end: number, text: string): boolean {
  return isAt(file, end - text.length, text)
}

function skipLineBreak(file: Buffer, at: number): number {
  if (file[at] === 0x0d && file[at + 1] === 0x0a) return at + 2
  return file[at] === 0x0a || file[at] === 0x0d ? at + 1 : at
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || (byte !== undefined && byte >= 0x09 && byte <= 0x0d)
}

/** Skips white space, and at the very beginning a UTF-8 byte order mark. */
function skipSpace(file: Buffer, from: number): number {
  let at = from === 0 && file[0] === 0xef && file[1] === 0xbb && file[2] === 0xbf ? 3 : from
  while (at < file.length && isSpace(file[at])) at++
  return at
}

function skipSpaceBack(file: Buffer, from: number): number {
  let at = from
  while (at > 0 && isSpace(file[at - 1])) at--
  return at
}
