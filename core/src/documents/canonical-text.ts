import { sha256 } from '../sha256.ts'
import type { BlockDraft } from './block-draft.ts'
import type { ReplacementCount } from './characters.ts'
import { cleanCharacters } from './characters.ts'
import { decodeBytes } from './decode.ts'
import type { CanonicalText, InlineXbrl, TextBlock, TextTable } from './document.ts'
import type { DocumentKind } from './document-kind.ts'
import { htmlBlocks } from './html-blocks.ts'
import { type PlacedMark, placeElements } from './inline-elements.ts'
import { markPageFurniture } from './page-furniture.ts'
import { plainTextBlocks } from './plain-text-blocks.ts'
import { xmlBlocks } from './xml-blocks.ts'

/**
 * Version of the rendering. A change that moves a single character of a single text needs a new one: texts are
 * immutable, and offsets point into them for ever.
 */
export const NORMALISER_VERSION = '1.0.0'

/** Larger documents have no text that people read; the largest annual reports have some 30 MB. */
export const MAX_TEXT_DOCUMENT_BYTES = 64 * 1024 ** 2

/** Why a document has no canonical text. Codes are permanent. */
export type CanonicalTextErrorReason = 'not_text' | 'too_large'

export class CanonicalTextError extends Error {
  override readonly name = 'CanonicalTextError'
  readonly reason: CanonicalTextErrorReason

  constructor(reason: CanonicalTextErrorReason, detail: string) {
    super(`No canonical text (${reason}): ${detail}.`)
    this.reason = reason
  }
}

/**
 * The canonical text of a document's bytes. The same bytes give the same text for ever under one NORMALISER_VERSION.
 * Throws CanonicalTextError for what is no text (uuencoded, binary, empty) and above MAX_TEXT_DOCUMENT_BYTES.
 */
export function canonicalText(bytes: Uint8Array, kind: DocumentKind): CanonicalText {
  if (kind !== 'html' && kind !== 'xml' && kind !== 'text') throw new CanonicalTextError('not_text', kind)
  if (bytes.length > MAX_TEXT_DOCUMENT_BYTES) {
    throw new CanonicalTextError(
      'too_large',
      `${bytes.length} bytes, at most ${MAX_TEXT_DOCUMENT_BYTES} are read`,
    )
  }
  const decoded = decodeBytes(bytes)
  const count: ReplacementCount = { replaced: decoded.replaced }
  const hidden: string[] = []
  const warnings: string[] = []
  if (decoded.encoding !== 'utf-8') warnings.push(`Read as ${decoded.encoding}.`)

  let drafts: BlockDraft[]
  let inline: InlineXbrl | null = null
  if (kind === 'html') {
    const read = htmlBlocks(decoded.text, count)
    drafts = read.blocks
    inline = read.inline_xbrl
    hidden.push(...read.hidden)
    warnings.push(...read.warnings)
  } else if (kind === 'xml') drafts = xmlBlocks(decoded.text, count)
  else drafts = plainTextBlocks(cleanCharacters(decoded.text, count))
  markPageFurniture(drafts)
  if (count.replaced > 0) warnings.push(`${count.replaced} characters could not be read and became U+FFFD.`)
  const { marks, ...assembled } = assemble(drafts)
  if (inline !== null) placeElements(inline.elements, marks, assembled.text)
  return { ...assembled, inline_xbrl: inline, hidden, warnings }
}

const SEPARATOR = '\n\n'

function assemble(
  drafts: BlockDraft[],
): Omit<CanonicalText, 'hidden' | 'warnings' | 'inline_xbrl'> & { marks: PlacedMark[] } {
  const blocks: TextBlock[] = []
  const tables: TextTable[] = []
  const marks: PlacedMark[] = []
  const texts: string[] = []
  let at = 0
  for (const { kind, text, bold, italic, rows, marks: ofBlock } of drafts) {
    if (texts.length > 0) at += SEPARATOR.length
    blocks.push({ kind, start: at, end: at + text.length, bold, ...(italic && { italic }) })
    if (rows?.some((row) => row.filter((cell) => cell.end > cell.start).length > 1)) {
      const base = at
      const placed = rows.map((row) =>
        row.map((cell) => ({ ...cell, start: cell.start + base, end: cell.end + base })),
      )
      tables.push({ start: at, end: at + text.length, rows: placed })
    }
    for (const mark of ofBlock ?? []) marks.push({ ...mark, at: mark.at + at })
    texts.push(text)
    at += text.length
  }
  const text = texts.join(SEPARATOR)
  const utf8 = Buffer.from(text)
  return {
    text,
    text_sha256: sha256(utf8),
    length: codePointLength(utf8),
    byte_length: utf8.length,
    normaliser_version: NORMALISER_VERSION,
    blocks,
    tables,
    marks,
  }
}

/** Every byte of UTF-8 that does not continue a character begins one. */
function codePointLength(utf8: Uint8Array): number {
  let length = 0
  for (const byte of utf8) if ((byte & 0xc0) !== 0x80) length++
  return length
}
