import type { CanonicalText } from '../documents/document.ts'
import { type OffsetMap, offsetMap } from '../documents/offsets.ts'
import { sha256 } from '../sha256.ts'
import { EvidenceError, type EvidenceFault } from './errors.ts'
import type { TextSpan } from './evidence.ts'

/** What a span needs to know of the document it quotes. */
export interface QuotedDocument {
  document_id: string
  document_sha256: string
  text: CanonicalText | null
}

/**
 * The span between two UTF-16 indexes of the canonical text of a document, half-open.
 *
 * @throws EvidenceError `source_unavailable` when the document has no text, `out_of_range` for an empty span or one that
 *   leaves the text, `splits_character` when an end falls inside a surrogate pair.
 */
export function textSpan(
  document: QuotedDocument,
  section: { section_key: string } | null,
  start: number,
  end: number,
): TextSpan {
  const canonical = document.text
  if (!canonical) throw new EvidenceError('source_unavailable', `${document.document_id} has no text`)
  const { text } = canonical
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end > text.length || start >= end) {
    throw new EvidenceError('out_of_range', `${start} to ${end} is no span of ${text.length} characters`)
  }
  if (splitsPair(text, start) || splitsPair(text, end)) {
    throw new EvidenceError('splits_character', `${start} to ${end} cuts a character in two`)
  }
  const quote = text.slice(start, end)
  const codePointsBefore = canonical.length === text.length ? start : countCodePoints(text.slice(0, start))
  const bytesBefore = bytesUpTo(canonical, start)
  return {
    document_id: document.document_id,
    section_id: section ? `${document.document_id}:${section.section_key}` : null,
    document_sha256: document.document_sha256,
    text_sha256: canonical.text_sha256,
    start: codePointsBefore,
    end: codePointsBefore + countCodePoints(quote),
    unit: 'code_point',
    byte_start: bytesBefore,
    byte_end: bytesBefore + Buffer.byteLength(quote),
    quote,
  }
}

/** UTF-16 units between two places of a text whose byte offsets are kept, so that many quotes of one text cost little. */
const STRIDE = 16_384
const byteMarks = new WeakMap<CanonicalText, { text: string; bytes: number[] }>()

function bytesUpTo(canonical: CanonicalText, index: number): number {
  const { text } = canonical
  if (canonical.byte_length === text.length) return index
  let marks = byteMarks.get(canonical)
  if (marks?.text !== text) {
    marks = { text, bytes: [0] }
    byteMarks.set(canonical, marks)
  }
  const { bytes } = marks
  const stride = Math.floor(index / STRIDE)
  while (bytes.length <= stride) {
    const from = (bytes.length - 1) * STRIDE
    bytes.push((bytes.at(-1) as number) + bytesBetween(text, from, from + STRIDE))
  }
  return (bytes[stride] as number) + bytesBetween(text, stride * STRIDE, index)
}

/** A surrogate pair has its four bytes where it begins: half of one at an end is counted so that parts add up. */
function bytesBetween(text: string, start: number, end: number): number {
  const from = splitsPair(text, start) ? start + 1 : start
  const to = splitsPair(text, end) ? end + 1 : end
  return Buffer.byteLength(text.slice(from, to))
}

/**
 * As `textSpan`, but never longer than `maximumLength` UTF-16 units: a longer passage is quoted from its beginning, up
 * to the last space that fits.
 */
export function cappedTextSpan(
  document: QuotedDocument,
  section: { section_key: string } | null,
  start: number,
  end: number,
  maximumLength: number,
): TextSpan {
  const text = document.text?.text ?? ''
  if (end - start <= maximumLength) return textSpan(document, section, start, end)
  let cut = start + maximumLength
  const space = text.lastIndexOf(' ', cut)
  if (space > start + maximumLength / 2) cut = space
  if (splitsPair(text, cut)) cut -= 1
  return textSpan(document, section, start, cut)
}

/**
 * Slices a span back out of the text it claims to quote, once by code points and once by UTF-8 bytes, and compares both
 * with the quote. Returns `verified` or the first thing that is wrong.
 */
export function verifySpan(span: TextSpan, text: string): 'verified' | EvidenceFault {
  if (sha256(text) !== span.text_sha256) return 'text_hash_mismatch'
  return sliceVerdict(span, text, Buffer.from(text))
}

/**
 * The comparison of `verifySpan` on a text whose hash is known to be the right one. Many quotes of one text share its places.
 */
export function sliceVerdict(
  span: TextSpan,
  text: string,
  bytes: Buffer,
  places: OffsetMap = offsetMap(text),
): 'verified' | EvidenceFault {
  const { start, end, byte_start: byteStart, byte_end: byteEnd } = span
  if (!isRange(start, end) || !isRange(byteStart, byteEnd) || byteEnd > bytes.length) return 'out_of_range'
  if (end > places.length.code_point) return 'out_of_range'
  const from = places.utf16OfCodePoint(start)
  const to = places.utf16OfCodePoint(end)
  if (text.slice(from, to) !== span.quote) return 'quote_mismatch'
  if (!bytes.subarray(byteStart, byteEnd).equals(Buffer.from(span.quote))) return 'byte_range_mismatch'
  // A repeated passage stands at several places: both offsets must name the same one.
  if (places.byteOf(from) !== byteStart) return 'byte_range_mismatch'
  return 'verified'
}

function isRange(start: number, end: number): boolean {
  return Number.isSafeInteger(start) && Number.isSafeInteger(end) && start >= 0 && start < end
}

function countCodePoints(text: string): number {
  let count = text.length
  for (let i = 0; i < text.length; i++) {
    if (isHighSurrogate(text, i) && isLowSurrogate(text, i + 1)) {
      count--
      i++
    }
  }
  return count
}

function splitsPair(text: string, index: number): boolean {
  return index > 0 && isHighSurrogate(text, index - 1) && isLowSurrogate(text, index)
}

function isHighSurrogate(text: string, index: number): boolean {
  return (text.charCodeAt(index) & 0xfc00) === 0xd800
}

function isLowSurrogate(text: string, index: number): boolean {
  return (text.charCodeAt(index) & 0xfc00) === 0xdc00
}
