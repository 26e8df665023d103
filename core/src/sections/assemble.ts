import type { CanonicalText } from '../documents/document.ts'
import type { Line } from './lines.ts'
import type { BoundaryMethod, PlacedSection, SectionStatus } from './section.ts'
import { signaturesAfter } from './signatures.ts'

/** The start of a section; it lasts until the next one. A mark without a key begins a gap. */
export interface Mark {
  start: number
  headingEnd: number
  section_key: string | null
  title: string | null
  boundary_method: BoundaryMethod
  confidence: number
  notes: string[]
}

const OK_FROM = 0.6

export function statusOf(confidence: number): SectionStatus {
  return confidence >= OK_FROM ? 'ok' : 'uncertain'
}

/**
 * Turns marks into sections that tile `[0, length)`: sorted, gaps numbered, a key that comes again made distinct by a
 * suffix (`8k.item_8_01_2`). Of two marks at one position the first given wins.
 */
export function assemble(marks: Mark[], prefix: string, length: number): PlacedSection[] {
  const sorted = marks
    .map((mark, index) => ({ mark, index }))
    .sort((one, other) => one.mark.start - other.mark.start || one.index - other.index)
    .map(({ mark }) => mark)
    .filter((mark, index, all) => mark.start < length && mark.start !== all[index - 1]?.start)
  if (sorted[0]?.start !== 0) sorted.unshift(gapMark(0, null))
  const used = new Map<string, number>()
  let gaps = 0
  return sorted.map((mark, index) => {
    let key = mark.section_key
    if (key === null) {
      gaps += 1
      key = `${prefix}.gap_${gaps}`
    } else {
      const count = (used.get(key) ?? 0) + 1
      used.set(key, count)
      if (count > 1) key = `${key}_${count}`
    }
    return {
      section_key: key,
      title: mark.title,
      status: statusOf(mark.confidence),
      boundary_method: mark.boundary_method,
      confidence: Math.round(mark.confidence * 100) / 100,
      start: mark.start,
      end: sorted[index + 1]?.start ?? length,
      note: mark.notes.join(' ') || null,
    }
  })
}

/** Text that belongs to no item, and why. */
export function gapMark(start: number, note: string | null): Mark {
  return {
    start,
    headingEnd: start,
    section_key: null,
    title: null,
    boundary_method: 'gap',
    confidence: 1,
    notes: note ? [note] : [],
  }
}

export function coverMark(prefix: string): Mark {
  return { ...gapMark(0, null), section_key: `${prefix}.cover`, boundary_method: 'heading', confidence: 0.95 }
}

/** The signatures after the last heading, and what follows them. */
export function signatureMarks(text: CanonicalText, lines: Line[], prefix: string, from: number): Mark[] {
  const signatures = signaturesAfter(text, lines, from)
  if (!signatures) return []
  const mark: Mark = {
    start: signatures.start,
    headingEnd: signatures.headingEnd,
    section_key: `${prefix}.signatures`,
    title: oneLine(text.text.slice(signatures.start, signatures.headingEnd)),
    boundary_method: 'heading',
    confidence: 0.95,
    notes: [],
  }
  return signatures.end < text.text.length ? [mark, gapMark(signatures.end, 'after_signatures')] : [mark]
}

const MAX_TITLE = 200

/** A heading as filed, on one line. */
export function oneLine(heading: string): string {
  const line = heading.replaceAll('|', ' ').split(/\s+/).filter(Boolean).join(' ')
  return line.length > MAX_TITLE ? `${line.slice(0, MAX_TITLE - 1)}…` : line
}

/** Puts sections without text of their own behind the section that ends where they stand. */
export function withCarried(sections: PlacedSection[], carried: PlacedSection[]): PlacedSection[] {
  const all = [...sections]
  for (const section of carried) {
    const after = all.findLastIndex((one) => one.end === section.start)
    all.splice(after + 1, 0, section)
  }
  return all
}
