import { type Candidate, endsAsContentsEntry, isPageNumber } from './candidates.ts'
import type { Line } from './lines.ts'

/** Lines of a table of contents or a cross-reference index, as a range of positions. */
export interface ContentsRange {
  start: number
  end: number
}

// Between two entries there is at most a list of sub-headings with their page numbers.
const MAX_BETWEEN = 1500
const MIN_ENTRIES = 4

/**
 * Marks the candidates that are entries of a table of contents: a run of item labels with nothing between them but page
 * numbers and sub-headings, which either carries page numbers or repeats items that stand elsewhere too. Returns the runs.
 * Linear in the number of candidates and the text between them.
 */
export function markContents(candidates: Candidate[], lines: Line[], text: string): ContentsRange[] {
  const groups = byLine(candidates.filter((candidate) => candidate.found === 'label' && !candidate.prose))
  const elsewhere = countsPerSlot(groups)
  const ranges: ContentsRange[] = []
  let from = 0
  let marked = 0
  while (from < groups.length) {
    let to = from
    while (to + 1 < groups.length && isContentsGap(groups[to] as Group, groups[to + 1] as Group, lines, text))
      to += 1
    const run = groups.slice(from, to + 1)
    const range = contentsRange(run, groups[to + 1], elsewhere, lines, text)
    if (range) {
      ranges.push(range)
      for (; marked < candidates.length && (candidates[marked]?.start ?? 0) < range.end; marked += 1) {
        const candidate = candidates[marked] as Candidate
        if (candidate.start >= range.start) candidate.inContents = true
      }
    }
    from = to + 1
  }
  return ranges
}

interface Group {
  line: number
  lastLine: number
  start: number
  slots: number[]
  pageNumber: boolean
}

function byLine(candidates: Candidate[]): Group[] {
  const groups: Group[] = []
  for (const candidate of candidates) {
    const last = groups.at(-1)
    if (last && last.line === candidate.line) {
      last.slots.push(candidate.slot)
      last.pageNumber ||= candidate.pageNumber
      last.lastLine = Math.max(last.lastLine, candidate.lastLine)
    } else {
      groups.push({
        line: candidate.line,
        lastLine: candidate.lastLine,
        start: candidate.start,
        slots: [candidate.slot],
        pageNumber: candidate.pageNumber,
      })
    }
  }
  return groups
}

function countsPerSlot(groups: Group[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const group of groups) for (const slot of group.slots) counts.set(slot, (counts.get(slot) ?? 0) + 1)
  return counts
}

function isContentsGap(one: Group, next: Group, lines: Line[], text: string): boolean {
  const from = lines[one.lastLine]
  if (!from || next.start - from.end > MAX_BETWEEN) return false
  // An entry long enough to be a paragraph is no entry.
  if (from.end - (lines[one.line]?.start ?? 0) > 420) return false
  let plain = 0
  for (let index = one.lastLine + 1; index < next.line; index += 1) {
    const line = lines[index] as Line
    const content = text.slice(line.start, Math.min(line.end, line.start + 260))
    if (line.end - line.start > 240) return false
    if (isPageNumber(content) || endsAsContentsEntry(content) || isContentsFurniture(content)) continue
    // The second line of a long title has no page number of its own.
    plain += 1
    if (plain > 2 || /[.;]\s*$/.test(content) || content.length > 130) return false
  }
  return true
}

function isContentsFurniture(line: string): boolean {
  return /^[\s|*_.=-]*(?:part\s+(?:iv|i{1,3}|[1-4])\b.{0,60}|page(?:\s+(?:no\.?|number))?|table of contents|index|item(?:s)?|signatures?|exhibit index)?[\s|*_.=:-]*$/i.test(
    line,
  )
}

function contentsRange(
  run: Group[],
  next: Group | undefined,
  counts: Map<number, number>,
  lines: Line[],
  text: string,
): ContentsRange | null {
  const first = run[0]
  const last = run.at(-1)
  if (!first || !last) return null
  const inRun = new Map<number, number>()
  for (const group of run) for (const slot of group.slots) inRun.set(slot, (inRun.get(slot) ?? 0) + 1)
  if (inRun.size < MIN_ENTRIES || run.length < MIN_ENTRIES) return null
  const withPage = run.filter((group) => group.pageNumber).length
  const repeated = [...inRun].filter(([slot, count]) => (counts.get(slot) ?? 0) > count).length
  const paged = withPage >= run.length * 0.5
  if (!paged && repeated < inRun.size * 0.6) return null
  // Without page numbers the last label of the run may already be the first real heading.
  let end = last
  if (!last.pageNumber && run.length > MIN_ENTRIES && opensBody(last, run, next)) end = run.at(-2) ?? last
  return { start: first.start, end: endOfEntry(end, next, lines, text) }
}

/** The run restarts at a low item: "… Item 14, Item 15, Item 1. Business". */
function opensBody(last: Group, run: Group[], next: Group | undefined): boolean {
  const before = Math.max(...run.slice(0, -1).flatMap((group) => group.slots))
  const follows = next ? Math.min(...next.slots) : Number.POSITIVE_INFINITY
  return Math.min(...last.slots) < before || (Math.max(...last.slots) < follows && follows < before)
}

/** The last entry goes on over its sub-headings and page numbers. */
function endOfEntry(entry: Group, next: Group | undefined, lines: Line[], text: string): number {
  let end = lines[entry.lastLine]?.end ?? entry.start
  for (let index = entry.lastLine + 1; index < lines.length && index <= entry.lastLine + 40; index += 1) {
    const line = lines[index] as Line
    if (next && line.start >= next.start) break
    const content = text.slice(line.start, Math.min(line.end, line.start + 260))
    if (line.end - line.start > 240) break
    if (!isPageNumber(content) && !endsAsContentsEntry(content)) {
      const sameBlock =
        line.block === lines[entry.lastLine]?.block && line.block >= 0 && line.kind === 'table'
      if (!sameBlock && !/^\W*(?:signatures?|exhibit index|index to exhibits)\W*$/i.test(content)) break
    }
    end = line.end
  }
  return end
}
