import { createHash, type Hash } from 'node:crypto'
import { sha256 } from '../sha256.ts'
import { headerLines } from './header-lines.ts'
import { cleanValue } from './header-values.ts'
import { endsWith, isAt, skipLineBreak, skipSpaceBack } from './sgml-bytes.ts'

/** A part of a file that is in memory: `bytes[0]` is byte `base` of the file. */
export interface Window {
  bytes: Buffer
  base: number
}

/** What the tags of a document say, as filed. */
export interface DocumentTags {
  type: string | null
  sequence: number | null
  file_name: string | null
  description: string | null
  unknown: string[]
}

/** A document whose end has been found: the range of its content in the file. */
export interface FoundDocument {
  tags: DocumentTags
  byte_start: number
  byte_end: number
  document_sha256: string
  has_text: boolean
  text_ends: boolean
}

/** Where content begins, and the hash of what of it has left memory. */
interface Content {
  start: number
  hash: Hash | null
}

/** A document may have this much before its `<TEXT>`. */
const MAX_TAGS_BYTES = 64 * 1024
const MAX_UNKNOWN_TAGS = 5
/**
 * EDGAR wraps what was attached as XML, XBRL or PDF in one more pair of tags on lines of their own. The file it serves
 * separately has neither the tags nor their line breaks.
 */
const WRAPPERS = ['XML', 'XBRL', 'PDF']

/**
 * A document that has begun and whose end is still to come. Its content may be far larger than the window: what leaves the
 * window is hashed before. Whether a wrapper around it counts is known only at its end, so both readings are hashed.
 */
export class OpenDocument {
  readonly #tags: DocumentTags
  readonly #wrapper: string | null
  readonly #outer: Content | null
  readonly #inner: Content | null
  #hashedTo = 0

  private constructor(
    tags: DocumentTags,
    outer: Content | null,
    inner: Content | null,
    wrapper: string | null,
  ) {
    this.#tags = tags
    this.#outer = outer
    this.#inner = inner
    this.#wrapper = wrapper
  }

  /** Reads the tags of the document whose `<DOCUMENT>` stands at an index of the window. */
  static at({ bytes, base }: Window, start: number): OpenDocument {
    const first = start + '<DOCUMENT>'.length
    const head = bytes.subarray(first, first + MAX_TAGS_BYTES)
    const text = head.indexOf('<TEXT>')
    const close = head.indexOf('</DOCUMENT>')
    const without = text < 0 || (close >= 0 && close < text)
    const tags = readTags(head.subarray(0, without ? Math.max(close, 0) || head.length : text))
    if (without) return new OpenDocument(tags, null, null, null)
    const outer = skipLineBreak(bytes, first + text + '<TEXT>'.length)
    const wrapper = WRAPPERS.find((name) => isAt(bytes, outer, `<${name}>`)) ?? null
    const inner = wrapper === null ? null : skipLineBreak(bytes, outer + wrapper.length + 2)
    const content = (at: number) => ({ start: base + at, hash: null })
    return new OpenDocument(tags, content(outer), inner === null ? null : content(inner), wrapper)
  }

  /** The same document, to be read on in two ways. */
  fork(): OpenDocument {
    const copy = (content: Content | null) =>
      content && { start: content.start, hash: content.hash?.copy() ?? null }
    const twin = new OpenDocument(this.#tags, copy(this.#outer), copy(this.#inner), this.#wrapper)
    twin.#hashedTo = this.#hashedTo
    return twin
  }

  /** Hashes what lies before an index of the window and is about to leave it. */
  leave(window: Window, index: number): void {
    const to = window.base + index
    for (const content of [this.#outer, this.#inner]) {
      if (content === null || content.start >= to) continue
      const from = content.hash === null ? content.start : this.#hashedTo
      content.hash ??= createHash('sha256')
      content.hash.update(slice(window, from, to))
    }
    this.#hashedTo = to
  }

  /** The document ends where its `</DOCUMENT>` stands, at an index of the window. */
  close(window: Window, index: number): FoundDocument {
    const { bytes, base } = window
    if (this.#outer === null) {
      const at = base + index
      const nothing = { byte_start: at, byte_end: at, document_sha256: sha256('') }
      return { tags: this.#tags, ...nothing, has_text: false, text_ends: true }
    }
    let end = skipSpaceBack(bytes, index)
    const text_ends = endsWith(bytes, end, '</TEXT>')
    end = text_ends ? end - '</TEXT>'.length : index
    let content = this.#outer
    if (this.#inner !== null) {
      const last = skipSpaceBack(bytes, end)
      if (endsWith(bytes, last, `</${this.#wrapper}>`)) {
        end = last - (this.#wrapper as string).length - 3
        content = this.#inner
      }
    }
    const byte_end = base + end
    const byte_start = Math.min(content.start, byte_end)
    const document_sha256 =
      content.hash === null
        ? sha256(slice(window, byte_start, byte_end))
        : content.hash
            .copy()
            .update(slice(window, this.#hashedTo, byte_end))
            .digest('hex')
    return { tags: this.#tags, byte_start, byte_end, document_sha256, has_text: true, text_ends }
  }
}

function slice({ bytes, base }: Window, from: number, to: number): Buffer {
  return bytes.subarray(from - base, to - base)
}

function readTags(bytes: Buffer): DocumentTags {
  const tags: DocumentTags = { type: null, sequence: null, file_name: null, description: null, unknown: [] }
  for (const line of headerLines(bytes, { byte_start: 0, byte_end: bytes.length })) {
    const value = cleanValue(line.value)
    if (line.name === 'CONFORMED SUBMISSION TYPE') tags.type ??= value
    else if (line.name === 'SEQUENCE') tags.sequence ??= /^\d{1,6}$/.test(value) ? Number(value) : null
    else if (line.name === 'FILENAME') tags.file_name ??= value || null
    else if (line.name === 'DESCRIPTION') tags.description ??= value || null
    else if (line.name !== 'FLAWED' && tags.unknown.length < MAX_UNKNOWN_TAGS) tags.unknown.push(line.name)
  }
  return tags
}
