import { sha256 } from '../sha256.ts'
import { cleanCharacters, type ReplacementCount } from './characters.ts'
import { decodeBytes } from './decode.ts'
import type { CanonicalText } from './document.ts'
import type { DocumentKind } from './document-kind.ts'
import { ReferenceReader } from './html-references.ts'
import { readHtmlRepaired } from './html-repair.ts'
import { htmlSource } from './html-source.ts'
import { StagedText } from './html-text.ts'
import { markPageFurniture } from './page-furniture.ts'
import { plainTextBlocks } from './plain-text-blocks.ts'
import { TextWriter } from './text-writer.ts'
import { xmlBlocks } from './xml-blocks.ts'

/**
 * Version of the rendering. A change that moves a single character of a single text needs a new one: texts are
 * immutable, and offsets point into them for ever.
 */
export const NORMALISER_VERSION = '1.1.0'

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
  if (kind === 'html') return htmlText(bytes)
  const decoded = decodeBytes(bytes)
  const count: ReplacementCount = { replaced: decoded.replaced }
  const drafts =
    kind === 'xml' ? xmlBlocks(decoded.text, count) : plainTextBlocks(cleanCharacters(decoded.text, count))
  const staged = new StagedText(NO_BYTES, new ReferenceReader(NO_BYTES), count)
  const writer = new TextWriter(staged, [], [], () => {})
  for (const draft of drafts) {
    staged.nextBlock()
    staged.appendExact(draft.text)
    writer.write({
      kind: draft.kind,
      start: staged.blockStart,
      end: staged.length,
      bold: draft.bold,
      italic: false,
      startsPage: draft.startsPage ?? false,
      parts: null,
      rows: null,
      typedRows: draft.rows ?? null,
    })
  }
  return finished(writer, writer.text(), {
    inline_xbrl: null,
    hidden: [],
    warnings: warningsOf(decoded.encoding, count),
  })
}

const NO_BYTES = new Uint8Array(0)

function htmlText(bytes: Uint8Array): CanonicalText {
  const source = htmlSource(bytes)
  const count: ReplacementCount = { replaced: source.replaced }
  const { writer, inline, hidden, warnings } = readHtmlRepaired(source, count)
  const text = writer.text()
  return finished(writer, text, {
    inline_xbrl: inline.read(),
    hidden,
    warnings: [...warningsOf(source.encoding, count), ...warnings],
  })
}

function warningsOf(encoding: string, { replaced }: ReplacementCount): string[] {
  const warnings: string[] = []
  if (encoding !== 'utf-8') warnings.push(`Read as ${encoding}.`)
  if (replaced > 0) warnings.push(`${replaced} characters could not be read and became U+FFFD.`)
  return warnings
}

function finished(
  writer: TextWriter,
  text: string,
  rest: Pick<CanonicalText, 'inline_xbrl' | 'hidden' | 'warnings'>,
): CanonicalText {
  const { blocks, tables } = writer
  markPageFurniture(text, blocks, writer.startsPage)
  const utf8 = Buffer.from(text)
  return {
    text,
    text_sha256: sha256(utf8),
    length: codePointLength(utf8),
    byte_length: utf8.length,
    normaliser_version: NORMALISER_VERSION,
    blocks,
    tables,
    ...rest,
  }
}

/** Every byte of UTF-8 that does not continue a character begins one. */
function codePointLength(utf8: Uint8Array): number {
  let length = 0
  for (let at = 0; at < utf8.length; at++) if (((utf8[at] as number) & 0xc0) !== 0x80) length++
  return length
}
