import { decodeHTMLAttribute } from 'entities'
import {
  APOSTROPHE,
  EQUALS,
  endsAttributeName,
  endsName,
  GREATER,
  isSpace,
  isSpaceOrSlash,
  QUOTE,
  SLASH,
} from './html-bytes.ts'
import * as element from './html-elements.ts'
import {
  BLOCK,
  BODY,
  BOLD,
  BOUNDARY,
  BR,
  DROPPED,
  type ElementNames,
  HEADING,
  HIDDEN,
  HR,
  HTML,
  INLINE,
  ITALIC,
  LI,
  PAGE,
  PRE,
  RAW,
  TBODY,
  TD,
  TFOOT,
  TH,
  THEAD,
  TR,
  TYPED,
  UNDERLINED,
  VOID,
} from './html-names.ts'
import type { HtmlSource } from './html-source.ts'
import { type ElementStyle, isWhite, overStyle, PLAIN_STYLE, styleReader } from './html-style.ts'
import { InlineAttributes } from './inline-attributes.ts'
import type { Stylesheet } from './stylesheet.ts'

/** A start tag, with what of its attributes matters for the text. */
export interface StartTag {
  name: number
  flags: number
  style: ElementStyle
  columnSpan: number
  rowSpan: number
  selfClosing: boolean
  isBlock: boolean
  /** Of the bits of the element around it, those that its text keeps; and those that it brings. */
  keptBits: number
  ownBits: number
  /** It does nothing but part or style text. */
  isSimple: boolean
  /** It is a cell that does nothing but hold text. */
  isCell: boolean
  /** All attributes; only of inline XBRL elements and the root. */
  attributes: Record<string, string> | null
  /** Where it stood when it was read, from its name to its `>`. */
  start: number
  length: number
  /** The tag that came after it the last time. */
  next: StartTag | null
}

/** What browsers take at most (HTML Living Standard, 4.9.11). */
const MAX_COLUMN_SPAN = 1000
const MAX_ROW_SPAN = 65534

const SLOTS = 8192
const MAX_REMEMBERED = 400
/** Attributes of one tag that are looked at; an element of a filing has twenty at most. */
const MAX_ATTRIBUTES = 256

const COLON = 0x3a

/**
 * Reads start tags where they stand in the source. A filing repeats a few thousand different tags a hundred thousand times:
 * one that stood the same way before is recognised by its bytes, and its attributes are not read again.
 */
export class TagReader {
  /** Where the tag read last ends. */
  end = 0
  /** A quote was never closed, so that the tag swallowed the rest of the document. */
  unclosed = false
  readonly #bytes: Uint8Array
  readonly #view: DataView
  readonly #html: string
  readonly #isAscii: boolean
  readonly #names: ElementNames
  readonly #inline: InlineAttributes
  readonly #stylesheet: Stylesheet
  readonly #readStyle = styleReader()
  readonly #tags: (StartTag | undefined)[] = new Array(SLOTS).fill(undefined)
  #last: StartTag | null = null
  readonly #inlineTag = newTag(HTML, 0, 0)

  constructor(source: HtmlSource, names: ElementNames, stylesheet: Stylesheet) {
    const { bytes, latin1, isAscii } = source
    this.#bytes = bytes
    this.#isAscii = isAscii
    this.#inline = new InlineAttributes(source)
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.#html = latin1
    this.#names = names
    this.#stylesheet = stylesheet
  }

  /** Forgets what tags meant: a new rule of the stylesheet may change it. */
  forget() {
    this.#tags.fill(undefined)
    this.#last = null
  }

  /** Reads the tag whose name begins at `start`. Null when the document ends inside it. */
  read(start: number): StartTag | null {
    const bytes = this.#bytes
    // An element with a prefix is one of inline XBRL, and no two are the same.
    if (bytes[start + 2] === COLON) return this.#parse(start)
    const last = this.#last
    // The rows of a table repeat, so the tag that came after this one before is likely to come again.
    const likely = last?.next ?? null
    if (likely !== null && bytes[start + likely.length] === GREATER && this.#same(likely, start)) {
      this.end = start + likely.length + 1
      this.#last = likely
      return likely
    }
    const close = this.#html.indexOf('>', start)
    const length = close - start
    if (close < 0 || length > MAX_REMEMBERED) return this.#parse(start)
    const slot = this.#slotOf(start, length)
    let tag: StartTag | null = this.#tags[slot] ?? null
    if (tag !== null && tag.length === length && this.#same(tag, start)) this.end = close + 1
    else {
      tag = this.#parse(start)
      // A `>` inside quotes is not the end of the tag, and elements with a meaning of their own come once.
      if (tag === null || tag.attributes !== null || this.end !== close + 1) return tag
      this.#tags[slot] = tag
      tag.start = start
      tag.length = length
    }
    if (last !== null) last.next = tag
    this.#last = tag
    return tag
  }

  /** Two sums side by side, so that neither has to wait for the other at every step. */
  #slotOf(start: number, length: number): number {
    const view = this.#view
    const end = start + length
    let one = length
    let other = 0
    let at = start
    for (; at + 8 <= end; at += 8) {
      one = Math.imul(one ^ view.getInt32(at, true), 0x5bd1e995)
      other = Math.imul(other, 31) + view.getInt32(at + 4, true)
    }
    for (; at < end; at++) one = Math.imul(one, 31) + (this.#bytes[at] as number)
    const hash = one ^ (one >>> 15) ^ other ^ (other >>> 13)
    return (hash ^ (hash >>> 17)) & (SLOTS - 1)
  }

  /**
   * Whether a tag stands at `start` again, eight bytes at a time. As numbers they are equal only if they are as bytes; not
   * a number, which equals nothing, means at worst that a tag is read again.
   */
  #same(tag: StartTag, start: number): boolean {
    const view = this.#view
    const { start: before, length } = tag
    let at = 0
    for (; at + 8 <= length; at += 8)
      if (view.getFloat64(before + at, true) !== view.getFloat64(start + at, true)) return false
    for (; at < length; at++) if (this.#bytes[before + at] !== this.#bytes[start + at]) return false
    return true
  }

  #parse(start: number): StartTag | null {
    const bytes = this.#bytes
    const size = bytes.length
    let at = start
    while (at < size && !endsName(bytes[at] as number)) at++
    const name = this.#names.read(start, at)
    const flags = this.#names.flagsOf(name)
    if ((flags & INLINE) !== 0 || name === HTML) return this.#parseInline(name, flags, at)
    const tag = newTag(name, flags, start)
    let style = PLAIN_STYLE
    let classes = ''
    let count = 0
    let between = at
    for (;;) {
      between = at
      while (at < size && isSpaceOrSlash(bytes[at] as number)) at++
      if (at >= size) return this.#cut()
      if (bytes[at] === GREATER) break
      const nameStart = at++
      while (at < size && !endsAttributeName(bytes[at] as number)) at++
      const nameEnd = at
      while (at < size && isSpace(bytes[at] as number)) at++
      let valueStart = at
      let valueEnd = at
      if (bytes[at] === EQUALS) {
        at++
        while (at < size && isSpace(bytes[at] as number)) at++
        if (bytes[at] === QUOTE || bytes[at] === APOSTROPHE) {
          valueStart = at + 1
          valueEnd = this.#html.indexOf(bytes[at] === QUOTE ? '"' : "'", valueStart)
          if (valueEnd < 0) return this.#cut()
          at = valueEnd + 1
        } else {
          valueStart = at
          while (at < size && bytes[at] !== GREATER && !isSpace(bytes[at] as number)) at++
          valueEnd = at
        }
      }
      if (++count > MAX_ATTRIBUTES) continue
      // Attributes that matter are told by their length and then by their name.
      const length = nameEnd - nameStart
      if (length < 5 || length > 7) continue
      switch (this.#html.slice(nameStart, nameEnd).toLowerCase()) {
        case 'style':
          if (style === PLAIN_STYLE) style = this.#readStyle(this.#value(valueStart, valueEnd))
          break
        case 'class':
          classes = this.#value(valueStart, valueEnd)
          break
        case 'hidden':
          tag.style = overStyle(tag.style, HIDDEN_STYLE)
          break
        case 'color':
          tag.style = overStyle(
            tag.style,
            isWhite(this.#value(valueStart, valueEnd)) ? WHITE_STYLE : INKED_STYLE,
          )
          break
        case 'bgcolor':
          tag.style = overStyle(tag.style, isWhite(this.#value(valueStart, valueEnd)) ? ON_WHITE : ON_COLOR)
          break
        case 'colspan':
          tag.columnSpan = spanOf(this.#value(valueStart, valueEnd), MAX_COLUMN_SPAN)
          break
        case 'rowspan':
          tag.rowSpan = spanOf(this.#value(valueStart, valueEnd), MAX_ROW_SPAN)
          break
      }
    }
    tag.selfClosing = at > between && bytes[at - 1] === SLASH
    this.end = at + 1
    if (!this.#stylesheet.isEmpty)
      tag.style = overStyle(tag.style, this.#stylesheet.styleOf(this.#names.nameOf(name), classes))
    tag.style = overStyle(tag.style, style)
    resolve(tag)
    return tag
  }

  /** A tag all of whose attributes matter. It is the same object every time: nobody keeps it. */
  #parseInline(name: number, flags: number, nameEnd: number): StartTag | null {
    const tag = this.#inlineTag
    tag.attributes = this.#inline.read(nameEnd)
    if (tag.attributes === null) return this.#cut()
    tag.name = name
    tag.flags = flags
    tag.selfClosing = this.#inline.selfClosing
    const { style } = tag.attributes
    tag.style = style === undefined ? PLAIN_STYLE : this.#readStyle(style)
    resolve(tag)
    this.end = this.#inline.end
    return tag
  }

  #cut(): null {
    this.unclosed = true
    this.end = this.#bytes.length
    return null
  }

  /** An attribute's value, its references decoded. */
  #value(start: number, end: number): string {
    const written = this.#html.slice(start, end)
    if (this.#isAscii) return written.includes('&') ? decodeHTMLAttribute(written) : written
    const text = /[^\0-\x7f]/.test(written) ? Buffer.from(written, 'latin1').toString() : written
    return text.includes('&') ? decodeHTMLAttribute(text) : text
  }
}

function newTag(name: number, flags: number, start: number): StartTag {
  return {
    name,
    flags,
    style: PLAIN_STYLE,
    columnSpan: 1,
    rowSpan: 1,
    selfClosing: false,
    isBlock: false,
    keptBits: element.INHERITED,
    ownBits: 0,
    isSimple: false,
    isCell: false,
    attributes: null,
    start,
    length: 0,
    next: null,
  }
}

/** Elements that are more than a style or a division. */
const PARTICULAR = VOID | TYPED | INLINE | DROPPED | HIDDEN | HEADING | RAW | BOUNDARY
const PARTICULAR_NAMES = new Set([BR, HR, PAGE, PRE, LI, TR, TBODY, THEAD, TFOOT, HTML, BODY])

/** Works out once what a tag means for the text in it. */
function resolve(tag: StartTag) {
  const { flags, name, style } = tag
  tag.isBlock = (flags & BLOCK) !== 0 ? style.display !== 'inline' || name === TD : style.display === 'block'
  let own = tag.isBlock ? element.IS_BLOCK : 0
  let kept = element.INHERITED
  const set = (bit: number, value: boolean | undefined) => {
    if (value === undefined) return
    if (value) own |= bit
    else kept &= ~bit
  }
  set(element.IS_BOLD, style.bold ?? ((flags & BOLD) !== 0 || undefined))
  set(element.IS_ITALIC, style.italic ?? ((flags & ITALIC) !== 0 || undefined))
  set(element.IS_UNDERLINED, style.underlined || (flags & UNDERLINED) !== 0 || undefined)
  set(element.IS_SIZELESS, style.sizeless)
  set(element.IS_WHITE, style.white)
  set(element.ON_WHITE, style.onWhite)
  tag.keptBits = kept
  tag.ownBits = own
  const changesFlow = style.hidden || style.breakBefore || style.breakAfter || tag.selfClosing
  tag.isSimple = !changesFlow && (flags & PARTICULAR) === 0 && !PARTICULAR_NAMES.has(name)
  tag.isCell = !changesFlow && (name === TD || name === TH)
}

const HIDDEN_STYLE: ElementStyle = { ...PLAIN_STYLE, hidden: true }
const WHITE_STYLE: ElementStyle = { ...PLAIN_STYLE, white: true }
const INKED_STYLE: ElementStyle = { ...PLAIN_STYLE, white: false }
const ON_WHITE: ElementStyle = { ...PLAIN_STYLE, onWhite: true }
const ON_COLOR: ElementStyle = { ...PLAIN_STYLE, onWhite: false }

function spanOf(value: string, most: number): number {
  const span = Number.parseInt(value, 10)
  return span >= 1 ? Math.min(span, most) : 1
}
