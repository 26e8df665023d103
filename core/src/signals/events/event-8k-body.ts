import type { Section } from '../../sections/section.ts'
import type { ReadDocument } from '../filing-under-read.ts'
import { eventItem, itemCodeOfSection } from './event-8k-items.ts'
import { isAnsweredNotApplicable } from './item-answer.ts'

/** Where the body of an 8-K speaks of an item. UTF-16 indexes into the canonical text. */
export interface BodyItem {
  section: Section
  start: number
  end: number
}

export interface BodyItems {
  items: Map<string, BodyItem>
  /** Items whose whole answer is "not applicable" or the like. */
  notApplicable: Set<string>
}

/**
 * The items the body of an 8-K reports: its item sections, and those of `headerItems` that a line of the body names
 * together with others ("Items 1.01(a) and 5.02(e)"), which no section of their own stands for.
 */
export function bodyItems(document: ReadDocument | null, headerItems: readonly string[]): BodyItems {
  const items = new Map<string, BodyItem>()
  const silent = new Set<string>()
  const text = document?.text?.text ?? ''
  const sections = document?.sections ?? []
  for (const section of sections) {
    const code = itemCodeOfSection(section.section_key)
    if (code === null || !eventItem(code)) continue
    const carrier = carrierOf(section, sections)
    if (!carrier) continue
    if (isAnsweredNotApplicable(text.slice(carrier.start, carrier.end))) silent.add(code)
    else if (lengthOf(carrier) > lengthOf(items.get(code))) {
      // Of an item that comes twice, once perhaps in a table of contents, the longer is quoted.
      items.set(code, { section: carrier, start: carrier.start, end: carrier.end })
    }
  }
  for (const code of headerItems) {
    if (items.has(code) || silent.has(code)) continue
    const named = itemNamedInHeading(text, code, sections)
    if (named) items.set(code, named)
  }
  // An item that is listed twice counts when one of its places says something.
  return { items, notApplicable: new Set([...silent].filter((code) => !items.has(code))) }
}

/** The section with the text: of a combined heading's items all but the first have an empty span behind it. */
function carrierOf(section: Section, sections: readonly Section[]): Section | undefined {
  if (section.end > section.start) return section
  if (section.boundary_method !== 'combined_heading') return undefined
  return sections.find((other) => other.end === section.start && other.end > other.start)
}

function lengthOf(span: { start: number; end: number } | undefined): number {
  return span ? span.end - span.start : 0
}

const LINE_NAMING_ITEMS = /^[ \t]*items?\b[^\n]{0,120}/gim

function itemNamedInHeading(text: string, code: string, sections: readonly Section[]): BodyItem | null {
  for (const match of text.matchAll(LINE_NAMING_ITEMS)) {
    const codes: string[] = match[0].match(/\d{1,2}(?:\.\d{2})?/g) ?? []
    const start = match.index + (match[0].length - match[0].trimStart().length)
    const section = sections.find((one) => one.start <= start && start < one.end)
    if (section && codes.includes(code)) return { section, start, end: section.end }
  }
  return null
}
