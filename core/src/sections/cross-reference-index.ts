import type { CanonicalText } from '../documents/document.ts'
import { saysReference } from './body-note.ts'
import type { Candidate } from './candidate.ts'
import type { ContentsRange } from './contents.ts'
import { type CatalogueItem, type ItemList, isInForce } from './items.ts'
import { type Line, lineAt } from './lines.ts'
import type { Slot } from './slots.ts'

/** What a cross-reference index says about an item. */
export interface IndexEntry {
  slot: number
  item: CatalogueItem
  line: string
  /** First and last page of each range. */
  pages: { first: number; last: number }[]
  leftOut: boolean
  byReference: boolean
}

/** A report as far as it was read. */
export interface IndexedReport {
  list: ItemList
  slots: Slot[]
  candidates: Candidate[]
  chosen: Candidate[]
  contents: ContentsRange[]
  lines: Line[]
  text: CanonicalText
  filedOn: string
}

const MIN_SHARE = 0.5
const MAX_BODY_LABELS = 2

/** A list that names at least half of the items, in a text that heads next to none of them. */
export function indexRange({
  candidates,
  contents,
  slots,
  filedOn,
}: IndexedReport): ContentsRange | undefined {
  const bodyLabels = new Set(
    candidates
      .filter((one) => one.found === 'label' && !one.inContents && !one.prose && one.similarity >= 0.5)
      .map((one) => one.slot),
  )
  if (bodyLabels.size > MAX_BODY_LABELS) return undefined
  const items = slots.filter(({ item }) => item && !item.optional && isInForce(item, filedOn)).length
  const inside = (range: ContentsRange) =>
    new Set(
      candidates
        .filter((one) => one.inContents && one.found === 'label' && one.similarity >= 0.5)
        .filter((one) => one.start >= range.start && one.start < range.end)
        .map((one) => one.slot),
    ).size
  const best = contents
    .map((range) => ({ range, count: inside(range) }))
    .sort((one, other) => other.count - one.count)[0]
  return best && best.count >= items * MIN_SHARE ? best.range : undefined
}

export function entriesOf(
  { candidates, slots, lines, text }: IndexedReport,
  index: ContentsRange,
): IndexEntry[] {
  const notes = footnotes(index, lines, text.text)
  const best = new Map<number, Candidate>()
  for (const candidate of candidates) {
    if (candidate.start < index.start || candidate.start >= index.end) continue
    if (candidate.found !== 'label' || candidate.similarity < 0.5) continue
    const held = best.get(candidate.line)
    if (!held || held.similarity < candidate.similarity) best.set(candidate.line, candidate)
  }
  return [...best.values()].flatMap((candidate) => {
    const item = slots[candidate.slot]?.item
    if (!item) return []
    const line = entryText(candidate, lines, text.text)
    const marks = [...line.matchAll(/\(([a-z0-9])\)|([*†‡]{1,3})/g)].map(
      (found) => found[1] ?? found[2] ?? '',
    )
    return [
      {
        slot: candidate.slot,
        item,
        line,
        pages: pagesOf(line),
        leftOut: /\b(?:not applicable|none|n\/a|omitted)\b/i.test(line),
        byReference: saysReference(line) || marks.some((mark) => saysReference(notes.get(mark) ?? '')),
      },
    ]
  })
}

/** Where the entries end: after the last item, and the row of the signatures when there is one. */
export function endOfIndex({ candidates, lines, text }: IndexedReport, index: ContentsRange): number {
  const last = candidates.findLast((one) => one.start >= index.start && one.start < index.end)
  let at = (last?.lastLine ?? lineAt(lines, index.end)) + 1
  const next = lines[at]
  if (
    next &&
    /^\W*signatures?\b.*\d/i.test(text.text.slice(next.start, Math.min(next.end, next.start + 120)))
  )
    at += 1
  return lines[at - 1]?.end ?? index.end
}

/** The lines of an entry, with the page number that may stand on a line of its own. */
function entryText(candidate: Candidate, lines: Line[], text: string): string {
  const last = lines[candidate.lastLine] as Line
  const next = lines[candidate.lastLine + 1]
  const page =
    next &&
    next.end - next.start <= 24 &&
    /^[\s|]*(?:pages?\s)?[\d(*]/i.test(text.slice(next.start, next.end))
  return text.slice(candidate.start, Math.min(page ? next.end : last.end, candidate.start + 600))
}

/** The page numbers at the end of an entry: `4-6, 7-13`, `Page 3 and 5 to 8`; pages such as `F-1` are of another count. */
function pagesOf(line: string): { first: number; last: number }[] {
  const entry = line
    .replace(/\s+/g, ' ')
    .replace(/\b(?:pages?|pp?\.)(?= )/gi, ' ')
    .replace(/ to /g, '-')
    .replace(/ and /g, ',')
    .replace(/(?:\([a-z0-9]\)|[*†‡,| ]){1,12}$/i, '')
  const tail = /(?<![\dA-Za-z.$-])[\d ,;&–—|-]{1,80}$/.exec(entry)?.[0] ?? ''
  return [...tail.matchAll(/(?<!\d)(\d{1,3})(?: ?[-–—] ?(\d{1,3}))?(?!\d)/g)].map((found) => {
    const first = Number(found[1])
    return { first, last: Math.max(first, Number(found[2] ?? first)) }
  })
}

/** The notes below an index: "(a) Incorporated by reference to …". */
function footnotes(index: ContentsRange, lines: Line[], text: string): Map<string, string> {
  const notes = new Map<string, string>()
  for (let at = lineAt(lines, index.start), seen = 0; at < lines.length && seen < 120; at += 1, seen += 1) {
    const line = lines[at] as Line
    const content = text.slice(line.start, Math.min(line.end, line.start + 1_000))
    const mark = /^\s*(?:\(([a-z0-9])\)|([*†‡]{1,3}))/.exec(content)
    const name = mark?.[1] ?? mark?.[2]
    if (name && !notes.has(name)) notes.set(name, content)
  }
  return notes
}
