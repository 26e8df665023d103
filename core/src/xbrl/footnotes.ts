import { textContent, type XmlElement } from '../documents/xml-reader.ts'
import { oneLine } from './plain-markup.ts'

/** Footnotes of facts, by the id of the fact, in the order of the document. */
export interface Footnotes {
  add(factId: string, text: string): void
  of(factId: string | null): string[]
}

/** A cover page may carry a paragraph; nothing longer is a note to a number. */
const MAX_FOOTNOTE = 16_384
/** Relationships multiply: each may tie all facts to all notes. */
const MAX_RELATIONSHIPS = 200_000
const MAX_FOOTNOTES_OF_A_FACT = 100
const NONE: string[] = []

export function footnotes(): Footnotes {
  const byFact = new Map<string, string[]>()
  let relationships = 0
  return {
    add(factId, text) {
      if (text === '' || ++relationships > MAX_RELATIONSHIPS) return
      const known = byFact.get(factId)
      if (known === undefined) byFact.set(factId, [text])
      else if (known.length < MAX_FOOTNOTES_OF_A_FACT && !known.includes(text)) known.push(text)
    },
    of: (factId) => (factId === null || byFact.size === 0 ? undefined : byFact.get(factId)) ?? NONE,
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
    if (element.name !== 'footnoteArc') continue
    for (const fact of facts.get(element.attributes['xlink:from'] ?? '') ?? NONE) {
      for (const text of texts.get(element.attributes['xlink:to'] ?? '') ?? NONE) notes.add(fact, text)
    }
  }
}

function append(lists: Map<string, string[]>, key: string, value: string) {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else list.push(value)
}
