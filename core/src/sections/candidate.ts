import type { Line } from './lines.ts'

/** A line that may be the heading of a slot. */
export interface Candidate {
  slot: number
  /** Further slots of a combined heading such as "Items 1 and 2". */
  alsoCovers: number[]
  /** Index of its first line, and of the last line its heading takes. */
  line: number
  lastLine: number
  start: number
  /** Where the heading ends and the body begins. */
  headingEnd: number
  heading: string
  similarity: number
  /** `label`: an item number; `title`: an exact title without one; `part`: a part heading. */
  found: 'label' | 'title' | 'part'
  /** Points for the look of the line alone. */
  score: number
  prose: boolean
  continued: boolean
  /** Set by the search for tables of contents. */
  inContents: boolean
  /** The heading line ends in a page number. */
  pageNumber: boolean
  /** The entry says that the filer leaves the item out: "N/A" or "*" for a page number, or a list of omitted items. */
  leftOut: boolean
}

/** The heading is repeated at the top of a page: "Item 7. (continued)". */
export const CONTINUED = /\(?\b(?:continued|cont[’']?d|concluded)\b\)?\s*[.:]?\s*\|?\s*\d{0,4}\s*$/i

/** Only this much of a heading is kept. */
export const HEADING_WINDOW = 360

export function lineText(text: string, lines: Line[], from: number, to: number): string {
  const first = lines[from]
  const last = lines[to]
  return first && last ? text.slice(first.start, Math.min(last.end, first.start + HEADING_WINDOW)) : ''
}

/** In text with hard line ends: the line before stops in the middle of a sentence. */
export function breaksSentence(text: string, lines: Line[], index: number): boolean {
  const before = lines[index - 1]
  if (!before || before.end - before.start < 40) return false
  const tail = text.slice(Math.max(before.start, before.end - 12), before.end).trimEnd()
  return !/[.:;!?)\]"”_=-]$/.test(tail) && !/\d$/.test(tail)
}
