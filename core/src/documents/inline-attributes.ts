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
      const nameStart = at
      let name = this.#names.again(at, EQUALS, place)
      if (name === '') {
        at++
        while (at < size && !endsAttributeName(bytes[at] as number)) at++
        name = this.#names.read(nameStart, at, place)
      } else at += name.length
      while (at < size && isSpace(bytes[at] as number)) at++
      let value = ''
      if (bytes[at] === EQUALS) {
        at++
        while (at < size && isSpace(bytes[at] as number)) at++
        const quote = bytes[at] as number
        const from = at + 1
        if (quote === QUOTE || quote === APOSTROPHE) {
          value = this.#values.again(from, quote, place)
          let to = from + value.length
          if (value === '') {
            to = this.#latin1.indexOf(quote === QUOTE ? '"' : "'", from)
            if (to < 0) break
            value = name === 'id' ? this.#latin1.slice(from, to) : this.#value(from, to, place)
          }
          at = to + 1
        } else {
          while (at < size && bytes[at] !== GREATER && !isSpace(bytes[at] as number)) at++
          value = this.#value(from - 1, at, place)
        }
      }
      if (place < MAX_ATTRIBUTES && attributes[name] === undefined) attributes[name] = value
    }
    this.end = size
    return null
  }

  /** A value, its references decoded. */
  #value(start: number, end: number, place: number): string {
    let plain = true
    for (let at = start; at < end && plain; at++) {
      const byte = this.#bytes[at] as number
      plain = byte < 0x80 && byte !== 0x26
    }
    if (plain) return this.#values.read(start, end, place)
    const text = Buffer.from(this.#latin1.slice(start, end), 'latin1').toString()
    return text.includes('&') ? decodeHTMLAttribute(text) : text
  }
}

/** Made by a class, objects of the same few attributes come in the size that fits them. */
class Attributes {
  [name: string]: string
}
