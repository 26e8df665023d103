import type { InlineElement, InlineXbrl } from './document.ts'

const INLINE_NAMESPACE = /^http:\/\/www\.xbrl\.org\/\d{4}\/inlineXBRL/
/** The parts of the header that machines read; their ranges are kept, their elements are not inline elements. */
const HEADER_PARTS = new Set(['references', 'resources'])
const WRAPPERS = new Set(['header', 'hidden'])
/** A filing has some thousands of facts; the largest fund reports have a hundred thousand. */
const MAX_INLINE_ELEMENTS = 500_000

/** Gathers the inline XBRL elements of a document while it is read. */
export function inlineReader(source: string) {
  const elements: InlineElement[] = []
  const header: { start: number; end: number }[] = []
  const namespaces: Record<string, string> = {}
  let prefix = 'ix:'
  let innermost = -1
  let found = false

  return {
    /** Whether the attributes of a tag of this name in lower case matter. */
    wantsAttributes(name: string): boolean {
      return name.startsWith(prefix) || name === 'html'
    },

    /**
     * An element begins, its content at `contentStart`. The index of the inline element, -1 for what is none; a part of
     * the header that machines read has a handle below -1.
     */
    open(name: string, attributes: Record<string, string>, contentStart: number, hidden: boolean): number {
      for (const [attribute, value] of Object.entries(attributes)) {
        if (attribute !== 'xmlns' && !attribute.startsWith('xmlns:')) continue
        namespaces[attribute.slice(6)] ??= value
        if (INLINE_NAMESPACE.test(value)) prefix = `${attribute.slice(6)}:`.toLowerCase()
      }
      if (!name.toLowerCase().startsWith(prefix)) return -1
      found = true
      const element = name.slice(prefix.length)
      if (HEADER_PARTS.has(element)) return -1 - header.push({ start: contentStart, end: source.length })
      if (WRAPPERS.has(element)) return -1
      if (elements.length >= MAX_INLINE_ELEMENTS) return -1
      elements.push({
        element,
        attributes,
        source_start: contentStart,
        source_end: source.length,
        start: null,
        end: null,
        hidden,
        parent: innermost,
      })
      innermost = elements.length - 1
      return innermost
    },

    /** What `open` gave this handle to ends, its end tag at `contentEnd`. */
    close(index: number, contentEnd: number) {
      if (index < -1) {
        const part = header[-2 - index] as { start: number; end: number }
        part.end = Math.max(part.start, contentEnd)
        return
      }
      const element = elements[index] as InlineElement
      element.source_end = Math.max(element.source_start, contentEnd)
      innermost = element.parent
    },

    read(): InlineXbrl | null {
      return found ? { source, elements, header, namespaces } : null
    },
  }
}

/**
 * Gives the inline elements their ranges in the text, from the marks its blocks carry: `[element, ends, at]`. A range
 * begins and ends with a character the element draws, so separators of cells and blocks at its edges are left out.
 */
export function placeElements(elements: InlineElement[], marks: readonly PlacedMark[], text: string) {
  for (const { element: index, ends, at } of marks) {
    const element = elements[index] as InlineElement
    if (!ends) element.start = forward(text, at)
    else if (element.start !== null) {
      const end = backward(text, at)
      if (end > element.start) element.end = end
      else element.start = null
    }
  }
  for (const element of elements) if (element.end === null) element.start = null
}

export interface PlacedMark {
  element: number
  ends: boolean
  at: number
}

function forward(text: string, start: number): number {
  let at = start
  while (at < text.length) {
    if (text.startsWith(' | ', at)) at += 3
    else if (text[at] === ' ' || text[at] === '\n') at++
    else break
  }
  return at
}

function backward(text: string, end: number): number {
  let at = end
  while (at > 0) {
    if (text.startsWith(' | ', at - 3)) at -= 3
    else if (text[at - 1] === ' ' || text[at - 1] === '\n') at--
    else break
  }
  return at
}
