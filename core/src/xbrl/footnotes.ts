import { textContent, type XmlElement } from '../documents/xml-reader.ts'
import { oneLine } from './plain-markup.ts'

/** Footnotes of facts, by the id of the fact, in the order of the document. */
export interface Footnotes {
  /** Ties a note to a fact, once. False when there are so many that no more are kept. */
  add(factId: string, noteId: string, text: string): boolean
  of(factId: string | null): string[]
}

/** A cover page may carry a paragraph; nothing longer is a note to a number. */
const MAX_FOOTNOTE = 16_384
/** Relationships multiply: each may tie all facts to all notes, and each fact keeps the text. */
const MAX_RELATIONSHIPS = 200_000
const MAX_CHARACTERS = 8_000_000
const MAX_FOOTNOTES_OF_A_FACT = 100
const NONE: string[] = []

export function footnotes(): Footnotes {
  const byFact = new Map<string, Map<string, string>>()
  let relationships = 0
  let characters = 0
  return {
    add(factId, noteId, text) {
      if (relationships >= MAX_RELATIONSHIPS || characters >= MAX_CHARACTERS) return false
      relationships++
      if (text === '') return true
      let notes = byFact.get(factId)
      if (notes === undefined) {
        notes = new Map()
        byFact.set(factId, notes)
      }
      if (notes.has(noteId) || notes.size >= MAX_FOOTNOTES_OF_A_FACT) return true
      characters += text.length
      notes.set(noteId, text)
      return true
    },
    of(factId) {
      if (factId === null || byFact.size === 0) return NONE
      const notes = byFact.get(factId)
      return notes === undefined ? NONE : [...notes.values()]
    },
  }
}

export function footnoteText(text: string): string {
  return oneLine(text.length > MAX_FOOTNOTE ? text.slice(0, MAX_FOOTNOTE) : text)
}

/** `link:footnoteLink` of an instance (XBRL 2.1 section 4.11): locators name facts, arcs tie them to notes. */
export function readFootnoteLink(link: XmlElement, notes: Footnotes) {
  const facts = new Map<string, string[]>()
  const texts = new Map<string, string[]>()
  for (const element of link.children) {
    const label = element.attributes['xlink:label']
    if (label === undefined) continue
    if (element.name === 'loc') {
      const href = element.attributes['xlink:href'] ?? ''
      if (href.startsWith('#')) append(facts, label, href.slice(1))
    } else if (element.name === 'footnote') append(texts, label, footnoteText(textContent(element)))
  }
  for (const element of link.children) {
    if (element.name === 'footnoteArc' && !tie(element.attributes)) return
  }

  function tie(arc: Record<string, string>): boolean {
    const to = arc['xlink:to'] ?? ''
    for (const fact of facts.get(arc['xlink:from'] ?? '') ?? NONE) {
      for (const [index, text] of (texts.get(to) ?? NONE).entries()) {
        if (!notes.add(fact, `${to} ${index}`, text)) return false
      }
    }
    return true
  }
}

function append(lists: Map<string, string[]>, key: string, value: string) {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else list.push(value)
}
