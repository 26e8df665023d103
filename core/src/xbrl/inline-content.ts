import type { InlineElement, InlineXbrl } from '../documents/document.ts'
import { MAX_MARKUP } from './fact-value.ts'

/** Pieces of one text; a filing has a few, a cycle would have no end. */
const MAX_CONTINUATIONS = 1000
/** Inline elements around an exclusion. */
const MAX_DEPTH = 256

interface Place {
  set: number
  index: number
}

/** Why a chain has no text: a piece is missing, comes twice, or there is no end of them. */
type BrokenChain = 'missing_continuation' | 'cyclic_continuation' | 'too_many_continuations'

/** The content of the elements of an Inline XBRL document set. */
export interface InlineContent {
  element(set: number, index: number): InlineElement
  /** Markup of an element, without what `ix:exclude` takes out. */
  of(set: number, index: number): string
  /** Markup of an element and of all that continues it; null, with a flag, when the chain is broken or long. */
  continued(set: number, index: number, flags: string[]): string | null
  /** Where the continuations of an element stand in the text of its own document. */
  continuationSpans(set: number, index: number): { start: number; end: number }[]
  /** Markup of a footnote with all that continues it; null when there is none of the id. */
  footnote(id: string): string | null
  /** Index of the first child of that name, -1 for none. */
  childOf(set: number, parent: number, name: string): number
}

export function inlineContent(documents: readonly InlineXbrl[]): InlineContent {
  const continuations = new Map<string, Place>()
  const notes = new Map<string, Place>()
  /** Ranges to leave out, by document and element, in order. */
  const excluded: Map<number, [start: number, end: number][]>[] = []
  for (const [set, { elements }] of documents.entries()) {
    excluded.push(excludedRanges(elements))
    for (const [index, { element, attributes }] of elements.entries()) {
      const { id } = attributes
      if (id === undefined) continue
      if (element === 'continuation' && !continuations.has(id)) continuations.set(id, { set, index })
      else if (element === 'footnote' && !notes.has(id)) notes.set(id, { set, index })
    }
  }
  const elementAt = (set: number, index: number) =>
    (documents[set] as InlineXbrl).elements[index] as InlineElement

  function of(set: number, index: number): string {
    const { source } = documents[set] as InlineXbrl
    const { source_start, source_end } = elementAt(set, index)
    const inDocument = excluded[set] as Map<number, [start: number, end: number][]>
    const ranges = inDocument.size === 0 ? undefined : inDocument.get(index)
    if (ranges === undefined) return source.slice(source_start, source_end)
    let text = ''
    let from = source_start
    for (const [start, end] of ranges) {
      if (start < from) continue
      text += source.slice(from, start)
      from = end
    }
    return text + source.slice(from, source_end)
  }

  /** What follows a continuation, by its id: many facts may share a chain, and each chain is walked once. */
  const chains = new Map<string, Place[] | BrokenChain>()

  function chainFrom(first: string): Place[] | BrokenChain {
    let chain = chains.get(first)
    if (chain === undefined) {
      chain = walk(first)
      chains.set(first, chain)
    }
    return chain
  }

  function walk(first: string): Place[] | BrokenChain {
    const places: Place[] = []
    const seen = new Set<string>()
    for (let next: string | undefined = first; next !== undefined; ) {
      const place = continuations.get(next)
      if (place === undefined) return 'missing_continuation'
      if (seen.has(next)) return 'cyclic_continuation'
      if (places.length >= MAX_CONTINUATIONS) return 'too_many_continuations'
      seen.add(next)
      places.push(place)
      next = elementAt(place.set, place.index).attributes.continuedAt
    }
    return places
  }

  /** Facts of the same chain share its places. */
  const spans = new Map<string, { start: number; end: number }[]>()

  function spansOf(set: number, chain: Place[] | BrokenChain): { start: number; end: number }[] {
    if (typeof chain === 'string') return []
    return chain
      .filter((place) => place.set === set)
      .flatMap((place) => {
        const { start, end } = elementAt(place.set, place.index)
        return start === null || end === null ? [] : [{ start, end }]
      })
  }

  function continued(set: number, index: number, flags: string[]): string | null {
    const first = elementAt(set, index).attributes.continuedAt
    if (first === undefined) return of(set, index)
    const chain = chainFrom(first)
    if (typeof chain === 'string') {
      flags.push(chain)
      return null
    }
    const places = [{ set, index }, ...chain]
    let length = 0
    for (const place of places) {
      const { source_start, source_end } = elementAt(place.set, place.index)
      length += source_end - source_start
      if (length > MAX_MARKUP) {
        flags.push('long_text')
        return null
      }
    }
    return places.map((place) => of(place.set, place.index)).join(' ')
  }

  return {
    element: elementAt,
    of,
    continued,

    continuationSpans(set, index) {
      const first = elementAt(set, index).attributes.continuedAt
      if (first === undefined) return []
      const key = `${set} ${first}`
      let found = spans.get(key)
      if (found === undefined) {
        found = spansOf(set, chainFrom(first))
        spans.set(key, found)
      }
      return found
    },

    footnote(id) {
      const place = notes.get(id)
      return place === undefined ? null : continued(place.set, place.index, [])
    },

    childOf(set, parent, name) {
      const { elements } = documents[set] as InlineXbrl
      const end = elementAt(set, parent).source_end
      for (let at = parent + 1; at < elements.length; at++) {
        const one = elements[at] as InlineElement
        if (one.source_start >= end) break
        if (one.parent === parent && one.element === name) return at
      }
      return -1
    },
  }
}

/** An `ix:exclude` takes its content out of every element around it (Inline XBRL 1.1 section 6). */
function excludedRanges(elements: readonly InlineElement[]): Map<number, [number, number][]> {
  const ranges = new Map<number, [number, number][]>()
  for (const { element, source_start, source_end, parent } of elements) {
    if (element !== 'exclude') continue
    let depth = 0
    for (let at = parent; at >= 0 && depth < MAX_DEPTH; at = elements[at]?.parent ?? -1) {
      depth++
      const known = ranges.get(at)
      if (known === undefined) ranges.set(at, [[source_start, source_end]])
      else known.push([source_start, source_end])
    }
  }
  return ranges
}
