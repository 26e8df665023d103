import { decodeHTMLAttribute } from 'entities'
import {
  APOSTROPHE,
  EQUALS,
  endsAttributeName,
  GREATER,
  isSpace,
  isSpaceOrSlash,
  QUOTE,
  SLASH,
} from './html-bytes.ts'
import type { HtmlSource } from './html-source.ts'
import { RepeatedStrings } from './repeated-strings.ts'

const AMPERSAND = 0x26

const NAME_SLOTS = 256
const VALUE_SLOTS = 8192
/** Attributes of one tag that are kept; a root element declares some sixty namespaces. */
const MAX_ATTRIBUTES = 256

/** Reads all attributes of a tag: of inline XBRL elements, where each of them means something, and of the root. */
export class InlineAttributes {
  /** Where the tag ends; the length of the document when it does not. */
  end = 0
  selfClosing = false
  readonly #bytes: Uint8Array
  readonly #latin1: string
  readonly #names: RepeatedStrings
  readonly #values: RepeatedStrings
  #valueEnd = 0

  constructor({ bytes, latin1 }: HtmlSource) {
    this.#bytes = bytes
    this.#latin1 = latin1
    this.#names = new RepeatedStrings(bytes, latin1, NAME_SLOTS)
    this.#values = new RepeatedStrings(bytes, latin1, VALUE_SLOTS)
  }

  /** Reads on from the end of the tag's name. Null when the document ends inside the tag. */
  read(start: number): Record<string, string> | null {
    const bytes = this.#bytes
    const size = bytes.length
    const attributes = new Attributes()
    let at = start
    for (let place = 0; ; place++) {
      const between = at
      while (at < size && isSpaceOrSlash(bytes[at] as number)) at++
      if (at >= size) break
      if (bytes[at] === GREATER) {
        this.selfClosing = at > between && bytes[at - 1] === SLASH
        this.end = at + 1
        return attributes
      }
      let name = this.#names.again(at, EQUALS, place)
      if (name === '') name = this.#name(at, place)
      at += name.length
      while (at < size && isSpace(bytes[at] as number)) at++
      let value = ''
      if (bytes[at] === EQUALS) {
        at++
        while (at < size && isSpace(bytes[at] as number)) at++
        const quote = bytes[at] as number
        if (quote === QUOTE || quote === APOSTROPHE) {
          value = this.#values.again(at + 1, quote, place)
          if (value === '') value = this.#quoted(at + 1, quote, place)
          else this.#valueEnd = at + 1 + value.length
          at = this.#valueEnd + 1
        } else {
          const from = at
          while (at < size && bytes[at] !== GREATER && !isSpace(bytes[at] as number)) at++
          value = this.#decoded(from, at)
        }
        if (at > size) break
      }
      if (place < MAX_ATTRIBUTES && attributes[name] === undefined) attributes[name] = value
    }
    this.end = size
    return null
  }

  #name(start: number, place: number): string {
    const bytes = this.#bytes
    let hash = bytes[start] as number
    let end = start + 1
    for (; end < bytes.length && !endsAttributeName(bytes[end] as number); end++)
      hash = (Math.imul(hash, 31) + (bytes[end] as number)) | 0
    return this.#names.read(start, end, hash, place)
  }

  /** The value up to its quote, where `valueEnd` is left: at the end of the document when there is none. */
  #quoted(start: number, quote: number, place: number): string {
    const bytes = this.#bytes
    let hash = 0
    let plain = true
    let end = start
    for (; end < bytes.length && bytes[end] !== quote; end++) {
      const byte = bytes[end] as number
      hash = (Math.imul(hash, 31) + byte) | 0
      if (byte >= 0x80 || byte === AMPERSAND) plain = false
    }
    this.#valueEnd = end
    return plain ? this.#values.read(start, end, hash, place) : this.#decoded(start, end)
  }

  /** A value, its references decoded. */
  #decoded(start: number, end: number): string {
    const text = Buffer.from(this.#latin1.slice(start, end), 'latin1').toString()
    return text.includes('&') ? decodeHTMLAttribute(text) : text
  }
}

/** Made by a class, objects of the same few attributes come in the size that fits them. */
class Attributes {
  [name: string]: string
}
