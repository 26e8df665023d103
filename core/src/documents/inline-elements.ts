import type { InlineElement, InlineXbrl } from './document.ts'
import type { ElementNames } from './html-names.ts'
import type { HtmlSource } from './html-source.ts'
import type { StartTag } from './html-tags.ts'
import { offsetMap } from './offsets.ts'

const INLINE_NAMESPACE = /^http:\/\/www\.xbrl\.org\/\d{4}\/inlineXBRL/
/** The parts of the header that machines read; their ranges are kept, their elements are not inline elements. */
const HEADER_PARTS = new Set(['references', 'resources'])
const WRAPPERS = new Set(['header', 'hidden'])
/** A filing has some thousands of facts; the largest fund reports have a hundred thousand. */
const MAX_ELEMENTS = 500_000

/** Gathers the inline XBRL elements of a document while it is read. */
export class InlineElements {
  readonly #source: HtmlSource
  readonly #names: ElementNames
  readonly #elements: InlineElement[] = []
  readonly #header: { start: number; end: number }[] = []
  readonly #namespaces: Record<string, string> = {}
  #prefix = 'ix:'
  #innermost = -1
  #found = false

  constructor(source: HtmlSource, names: ElementNames) {
    this.#source = source
    this.#names = names
  }

  /**
   * An element begins, its content at `contentStart`. The index of the inline element, -1 for what is none; a part of the
   * header that machines read has a handle below -1.
   */
  open(nameStart: number, tag: StartTag, contentStart: number, hidden: boolean): number {
    const attributes = tag.attributes as Record<string, string>
    const name = this.#names.nameOf(tag.name)
    if (!name.startsWith(this.#prefix)) {
      this.#declare(attributes)
      return -1
    }
    if (!this.#found) this.#declare(attributes)
    this.#found = true
    const element = this.#source.latin1.slice(nameStart + this.#prefix.length, nameStart + name.length)
    const end = this.#source.bytes.length
    if (HEADER_PARTS.has(element)) return -1 - this.#header.push({ start: contentStart, end })
    if (WRAPPERS.has(element) || this.#elements.length >= MAX_ELEMENTS) return -1
    this.#elements.push({
      element,
      attributes,
      source_start: contentStart,
      source_end: end,
      start: null,
      end: null,
      hidden,
      parent: this.#innermost,
    })
    this.#innermost = this.#elements.length - 1
    return this.#innermost
  }

  /** What `open` gave this handle to ends, its end tag at `contentEnd`. */
  close(handle: number, contentEnd: number) {
    if (handle < -1) {
      const part = this.#header[-2 - handle] as { start: number; end: number }
      part.end = Math.max(part.start, contentEnd)
      return
    }
    const element = this.#elements[handle] as InlineElement
    element.source_end = Math.max(element.source_start, contentEnd)
    this.#innermost = element.parent
  }

  get found(): boolean {
    return this.#found
  }

  isHidden(handle: number): boolean {
    return (this.#elements[handle] as InlineElement).hidden
  }

  /** Gives an element its range in the canonical text. */
  place(index: number, start: number, end: number) {
    const element = this.#elements[index] as InlineElement
    element.start = start
    element.end = end
  }

  read(): InlineXbrl | null {
    if (!this.#found) return null
    const { text, isAscii } = this.#source
    if (!isAscii) this.#convertOffsets(text)
    return { source: text, elements: this.#elements, header: this.#header, namespaces: this.#namespaces }
  }

  #declare(attributes: Record<string, string>) {
    for (const [attribute, value] of Object.entries(attributes)) {
      if (attribute !== 'xmlns' && !attribute.startsWith('xmlns:')) continue
      const prefix = attribute.slice(6)
      if (!Object.hasOwn(this.#namespaces, prefix)) this.#namespaces[prefix] = value
      if (prefix === '' || !INLINE_NAMESPACE.test(value)) continue
      this.#prefix = `${prefix}:`.toLowerCase()
      this.#names.inlinePrefix = this.#prefix
    }
  }

  /** From bytes, which the pass counts, to the characters of the decoded document. */
  #convertOffsets(text: string) {
    const { utf16OfByte } = offsetMap(text)
    for (const part of this.#header) {
      part.start = utf16OfByte(part.start)
      part.end = utf16OfByte(part.end)
    }
    for (const element of this.#elements) {
      element.source_start = utf16OfByte(element.source_start)
      element.source_end = utf16OfByte(element.source_end)
    }
  }
}
