import type { CanonicalText } from '../documents/document.ts'
import { itemLabels, LABEL_WINDOW, partLabel } from './item-label.ts'
import { type CatalogueItem, isCredible, isInForce } from './items.ts'
import type { Line } from './lines.ts'
import { matchTitle, squeeze, titlesOf } from './title-match.ts'

/** A place in the form's order that a heading can take: a part, or an item. */
export interface Slot {
  kind: 'part' | 'item'
  part: number | null
  item: CatalogueItem | null
}

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

export interface SlotList {
  slots: Slot[]
  style: 'plain' | 'decimal'
  filedOn: string
}

// A hostile text may be nothing but headings; real filings stay far below this.
const MAX_CANDIDATES = 20_000
const HEADING_WINDOW = 360
const RUN_IN = 260

const PROSE_AFTER_NUMBER =
  /^(?:\([a-z0-9]{1,4}\)\s*)*(?:of|in|above|below|and|or|to|under|herein|hereof|is|are|was|were|has|have|shall|should|will|which|that|for|on|with|by|as|also|set|section|sections|contained|included|entitled|captioned|we|our|discussion|disclosure under|information set|information required|pursuant)\b/
const PROSE_AFTER_TITLE =
  /^\s*["”’')\]]*\s*[,;]?\s*(?:\(?(?:of|in|above|below|herein|hereof|under|section|included|contained|beginning|appearing|set forth|elsewhere|and elsewhere|and in|and under|and the)\b|and (?:part|item|["“])|[-–—]\s*["“])/i
const QUOTED = /^["“‘]/
const CONTINUED = /\(?\b(?:continued|cont[’']?d|concluded)\b\)?\s*[.:]?\s*\|?\s*\d{0,4}\s*$/i
const PAGE_AT_END =
  /(?:^|[\s|.…·_-])(?:page\s*)?(?:[A-Z]{1,2}-?)?\d{1,4}(?:\s?[-–—,]\s?(?:[A-Z]{1,2}-?)?\d{1,4})*[\s|.*]*$/i

/** Every line that could be the heading of an item or part, in order of position. Linear in the text. */
export function candidatesOf(text: CanonicalText, lines: Line[], list: SlotList): Candidate[] {
  const byNumber = slotsByNumber(list)
  const byTitle = slotsByTitle(list)
  const parts = slotsOfParts(list)
  const candidates: Candidate[] = []
  for (let index = 0; index < lines.length && candidates.length < MAX_CANDIDATES; index += 1) {
    const line = lines[index]
    if (!line) break
    const raw = text.text.slice(line.start, Math.min(line.end, line.start + LABEL_WINDOW))
    const labelled = labelledCandidates(text.text, lines, index, raw, list, byNumber)
    if (labelled.length > 0) {
      candidates.push(...labelled)
      continue
    }
    const part = partCandidate(text.text, lines, index, raw, parts)
    if (part) {
      candidates.push(part)
      continue
    }
    candidates.push(...titleCandidates(text.text, lines, index, raw, byTitle))
  }
  return candidates
}

function labelledCandidates(
  text: string,
  lines: Line[],
  index: number,
  raw: string,
  list: SlotList,
  byNumber: Map<string, number[]>,
): Candidate[] {
  if (!mayBeLabel(raw)) return []
  const line = lines[index] as Line
  const best = new Map<number, Candidate>()
  for (const label of itemLabels(raw, list.style)) {
    const first = label.numbers[0] ?? ''
    for (const slot of byNumber.get(first) ?? []) {
      const { item, part } = list.slots[slot] as Slot
      if (!item || (label.part !== null && part !== null && label.part !== part)) continue
      const alsoCovers = label.numbers.slice(1).flatMap((number) => {
        const same = byNumber.get(number) ?? []
        const other = same.find((one) => list.slots[one]?.part === part) ?? same[0]
        return other === undefined || other === slot ? [] : [other]
      })
      const head = headingText(text, lines, index, raw, label.rest)
      const title = combinedTitle(
        head.text,
        [slot, ...alsoCovers].map((one) => list.slots[one] as Slot),
      )
      if (!label.hasWord && (title.similarity < 1 || raw.length > 160)) continue
      const after = title.end ? head.text.slice(title.end) : ''
      const rest = raw.slice(label.rest)
      const prose =
        PROSE_AFTER_NUMBER.test(rest) ||
        QUOTED.test(rest) ||
        /^[“"]/.test(raw.trimStart()) ||
        (title.end > 0 && PROSE_AFTER_TITLE.test(after)) ||
        (!line.opensParagraph && breaksSentence(text, lines, index) && title.similarity < 1)
      const long = line.end - line.start > RUN_IN
      const heading = long && title.end ? raw.slice(0, label.rest + title.end) : raw
      const candidate: Candidate = {
        slot,
        alsoCovers,
        line: index,
        lastLine: head.lastLine,
        start: line.start,
        headingEnd: long
          ? line.start + Math.min(raw.length, label.rest + title.end)
          : (lines[head.lastLine]?.end ?? line.end),
        heading:
          head.lastLine > index && !long
            ? `${raw} ${lineText(text, lines, index + 1, head.lastLine)}`
            : heading,
        similarity: title.similarity,
        found: 'label',
        score: 0,
        prose,
        continued: CONTINUED.test(raw),
        inContents: false,
        leftOut: /(?:[|\s](?:n\/?a|not applicable|none|omitted)|\*)[\s|.]*$/i.test(raw),
        pageNumber: !long && endsInPageNumber(text, lines, index, head.lastLine, raw, label.rest),
      }
      candidate.score = lookScore(
        candidate,
        line,
        raw,
        label.hasWord,
        long,
        list.filedOn,
        item,
        rest.trim() === '',
      )
      const rival = best.get(slot)
      if (!rival || rival.score < candidate.score) best.set(slot, candidate)
    }
  }
  return [...best.values()].filter((candidate) => candidate.score > 0)
}

/** Points for a labelled line: its title, its look, and signs that it is a sentence. */
function lookScore(
  candidate: Candidate,
  line: Line,
  raw: string,
  hasWord: boolean,
  long: boolean,
  filedOn: string,
  item: CatalogueItem,
  bareLabel: boolean,
): number {
  let score = hasWord ? 1.2 : 0.3
  if (candidate.similarity >= 0.3) score += 2.5 * candidate.similarity
  else if (!bareLabel) score -= 0.6
  if (line.kind === 'heading') score += 0.5
  if (line.bold) score += 0.4
  if (/^\W*(?:PART\b.*)?I\s?T\s?E\s?M/.test(raw)) score += 0.2
  if (line.kind === 'page_furniture') score -= 1.2
  if (long) score -= candidate.similarity === 1 ? 0.3 : 1.2
  if (candidate.prose) score -= 2.6
  if (candidate.continued) score -= 1.5
  if (!line.opensParagraph && !line.bold && line.kind === 'paragraph') score -= 0.3
  if (!isInForce(item, filedOn)) score -= isCredible(item, filedOn) ? 0.3 : 2
  return score
}

/** The title text of a heading: the rest of the line and, when the title is cut or missing there, the next lines. */
function headingText(
  text: string,
  lines: Line[],
  index: number,
  raw: string,
  rest: number,
): { text: string; lastLine: number } {
  let heading = raw.slice(rest).replaceAll('|', ' ').trim()
  let lastLine = index
  const line = lines[index] as Line
  if (line.end - line.start > RUN_IN) return { text: heading, lastLine }
  for (let next = index + 1; next <= index + 3 && next < lines.length; next += 1) {
    const following = lines[next] as Line
    const missing = squeeze(heading).length < 3
    const runsOn =
      !following.opensParagraph && following.end - following.start < 160 && !/[.:]\s*$/.test(heading)
    if (!missing && !runsOn) break
    if (following.end - following.start > HEADING_WINDOW) break
    const slice = text.slice(following.start, Math.min(following.end, following.start + HEADING_WINDOW))
    if (/^\W*(?:items?\s*\d|part\s+[iv1-4]+\b)/i.test(slice)) break
    heading = `${heading} ${slice.replaceAll('|', ' ').trim()}`.trim()
    lastLine = next
    if (heading.length > 200) break
  }
  return { text: heading, lastLine: missingOnly(lastLine, index, raw, rest) }
}

/** Lines joined only to compare the title do not belong to the heading unless the label stood alone or was cut. */
function missingOnly(lastLine: number, index: number, raw: string, rest: number): number {
  return squeeze(raw.slice(rest)).length < 3 ? Math.min(lastLine, index + 1) : index
}

/** For "Items 1 and 2. Business and Properties" any of the titles may come first; for one slot it is its own. */
function combinedTitle(heading: string, slots: Slot[]): { similarity: number; end: number } {
  let best = { similarity: 0, end: 0 }
  for (const { item } of slots) {
    if (!item) continue
    const match = matchTitle(heading, item)
    if (match.similarity > best.similarity) best = match
  }
  return best
}

function partCandidate(
  text: string,
  lines: Line[],
  index: number,
  raw: string,
  parts: Map<number, number>,
): Candidate | null {
  const line = lines[index] as Line
  if (line.end - line.start > 120) return null
  const label = partLabel(raw)
  const slot = label ? parts.get(label.part) : undefined
  if (!label || slot === undefined) return null
  const rest = raw.slice(label.rest)
  const named = /^\W*(?:other|financial|additional)?\s*(?:financial)?\s*information/i.test(rest)
  if (squeeze(rest).length > 0 && !named && !/^[\s|.\d]*$/.test(rest) && !/continued/i.test(rest)) return null
  const continued = CONTINUED.test(raw)
  let score = 1.2
  if (named) score += 0.6
  if (line.kind === 'heading' || line.bold) score += 0.4
  if (line.kind === 'page_furniture') score -= 1
  if (continued) score -= 1
  if (!line.opensParagraph && breaksSentence(text, lines, index)) score -= 1.5
  if (score <= 0) return null
  return {
    slot,
    alsoCovers: [],
    line: index,
    lastLine: index,
    start: line.start,
    headingEnd: line.end,
    heading: raw,
    similarity: named ? 1 : 0.5,
    found: 'part',
    score,
    prose: false,
    continued,
    inContents: false,
    pageNumber: /[\s|.]\d{1,3}[\s|]*$/.test(rest),
    leftOut: false,
  }
}

/** A line that is nothing but the exact, distinctive title of an item. */
function titleCandidates(
  text: string,
  lines: Line[],
  index: number,
  raw: string,
  byTitle: Map<string, number[]>,
): Candidate[] {
  const line = lines[index] as Line
  if (line.end - line.start > 200) return []
  if (line.kind === 'page_furniture' || line.kind === 'list_item') return []
  let lastLine = index
  let slots = byTitle.get(squeeze(raw))
  const next = lines[index + 1]
  if (!slots && next && raw.length >= 30 && next.end - next.start < 80) {
    // A long title is broken over two lines.
    slots = byTitle.get(squeeze(raw) + squeeze(text.slice(next.start, next.end)))
    lastLine = index + 1
  }
  if (!slots) return []
  const stands = line.kind === 'heading' || line.bold || !/[a-z]/.test(raw) || line.opensParagraph
  if (!stands) return []
  return slots.map((slot) => ({
    slot,
    alsoCovers: [],
    line: index,
    lastLine,
    start: line.start,
    headingEnd: lines[lastLine]?.end ?? line.end,
    heading: lastLine > index ? `${raw} ${lineText(text, lines, lastLine, lastLine)}` : raw,
    similarity: 1,
    found: 'title',
    score: 0.5 + (line.kind === 'heading' ? 0.3 : 0) + (line.bold || !/[a-z]/.test(raw) ? 0.3 : 0),
    prose: false,
    continued: false,
    inContents: false,
    pageNumber: false,
    leftOut: false,
  }))
}

function endsInPageNumber(
  text: string,
  lines: Line[],
  index: number,
  lastLine: number,
  raw: string,
  rest: number,
): boolean {
  const title = raw.slice(rest)
  if (PAGE_AT_END.test(title) && squeeze(title).length > 0 && !/(?:19|20)\d{2}[\s|.]*$/.test(title))
    return true
  const next = lines[lastLine + 1]
  if (!next || next.end - next.start > 24)
    return lastLine > index && PAGE_AT_END.test(lineText(text, lines, lastLine, lastLine))
  const page = text.slice(next.start, next.end)
  return (
    next.kind !== 'page_furniture' &&
    isPageNumber(page) &&
    (lines[lastLine]?.block === next.block || next.kind === 'table')
  )
}

/** A line that is only a page number, such as `12`, `F-3`, `| 12 |`. */
export function isPageNumber(line: string): boolean {
  return (
    line.length <= 24 &&
    /^[\s|.…-]*(?:page\s*)?(?:(?:[A-Z]{1,2}-)?\d{1,4}|[ivxl]{1,6})(?:\s?[-–—,]\s?(?:[A-Z]{1,2}-)?\d{1,4})?[\s|.-]*$/i.test(
      line,
    )
  )
}

export function endsAsContentsEntry(line: string): boolean {
  return line.length <= 240 && PAGE_AT_END.test(line)
}

/** In text with hard line ends: the line before stops in the middle of a sentence. */
function breaksSentence(text: string, lines: Line[], index: number): boolean {
  const before = lines[index - 1]
  if (!before || before.end - before.start < 40) return false
  const tail = text.slice(Math.max(before.start, before.end - 12), before.end).trimEnd()
  return !/[.:;!?)\]"”_=-]$/.test(tail) && !/\d$/.test(tail)
}

function mayBeLabel(raw: string): boolean {
  for (let at = 0; at < raw.length && at < 14; at += 1) {
    const code = raw.charCodeAt(at)
    // A letter I or P, a digit, or nothing decides; leading signs are skipped.
    if (code === 73 || code === 105 || code === 80 || code === 112 || (code >= 48 && code <= 57)) return true
    if ((code >= 65 && code <= 90) || (code >= 97 && code <= 122)) return false
  }
  return false
}

function lineText(text: string, lines: Line[], from: number, to: number): string {
  const first = lines[from]
  const last = lines[to]
  return first && last ? text.slice(first.start, Math.min(last.end, first.start + HEADING_WINDOW)) : ''
}

function slotsByNumber(list: SlotList): Map<string, number[]> {
  const map = new Map<string, number[]>()
  list.slots.forEach(({ item }, index) => {
    if (item && isCredible(item, list.filedOn)) map.set(item.number, [...(map.get(item.number) ?? []), index])
  })
  // "9A(T)" lives on in templates; once the form had it no longer, it can only mean item 9A.
  list.slots.forEach(({ item }) => {
    if (!item?.until || isInForce(item, list.filedOn)) return
    const permanent = map.get(item.number.replace(/\(?T\)?$/, ''))
    if (permanent && /T/.test(item.number)) map.set(item.number, permanent)
  })
  return map
}

function slotsByTitle(list: SlotList): Map<string, number[]> {
  const map = new Map<string, number[]>()
  list.slots.forEach(({ item }, index) => {
    if (!item?.distinctive || !isInForce(item, list.filedOn)) return
    for (const title of new Set(titlesOf(item).map(squeeze))) {
      if (title === 'reserved' || title === 'removedandreserved') continue
      map.set(title, [...(map.get(title) ?? []), index])
    }
  })
  return map
}

function slotsOfParts(list: SlotList): Map<number, number> {
  const map = new Map<number, number>()
  list.slots.forEach(({ kind, part }, index) => {
    if (kind === 'part' && part !== null) map.set(part, index)
  })
  return map
}
