import type { Candidate } from './candidate.ts'
import type { Line } from './lines.ts'
import { endsAsContentsEntry, isPageNumber } from './page-number.ts'

/** Lines of a table of contents or a cross-reference index, as a range of positions. */
export interface ContentsRange {
  start: number
  end: number
}

// Between two entries there is at most a list of sub-headings with their page numbers.
const MAX_BETWEEN = 1500
const MIN_ENTRIES = 4
const MAX_ABOVE = 4

/**
 * Marks the candidates that are entries of a table of contents: a run of item labels with nothing between them but page
 * numbers and sub-headings, which either carries page numbers or repeats items that stand elsewhere too. Returns the runs.
 * Linear in the number of candidates and the text between them.
 */
export function markContents(candidates: Candidate[], lines: Line[], text: string): ContentsRange[] {
  const groups = byLine(candidates.filter((candidate) => candidate.found === 'label' && !candidate.prose))
  const remaining = countsPerSlot(groups)
  const ranges: ContentsRange[] = []
  let from = 0
  let marked = 0
  while (from < groups.length) {
    let to = from
    let highest = groups[from]?.slot ?? 0
    for (; to + 1 < groups.length; to += 1) {
      const next = groups[to + 1] as Group
      // A list that begins again is another list, or the body.
      if (next.slot <= highest || !isContentsGap(groups[to] as Group, next, lines, text)) break
      highest = next.slot
    }
    const run = withoutBodyHeading(groups.slice(from, to + 1), remaining, lines)
    const omitted = listsOmitted(run, lines, text)
    if (omitted || isContents(run, remaining, lines)) {
      const range = {
        start: startOfList(run[0] as Group, lines, text),
        end: endOfEntry(run.at(-1) as Group, groups[to + 1], lines, text),
      }
      ranges.push(range)
      for (const group of run) remaining.set(group.slot, (remaining.get(group.slot) ?? 0) - 1)
      for (; marked < candidates.length && (candidates[marked]?.start ?? 0) < range.end; marked += 1) {
        const candidate = candidates[marked] as Candidate
        if (candidate.start < range.start) continue
        candidate.inContents = true
        candidate.leftOut ||= omitted
      }
    }
    from += Math.max(1, run.length)
  }
  return ranges
}

interface Group {
  line: number
  lastLine: number
  start: number
  /** Of the items the line could be, the one its title fits best. */
  slot: number
  similarity: number
  pageNumber: boolean
}

function byLine(candidates: Candidate[]): Group[] {
  const groups: Group[] = []
  for (const { line, lastLine, start, slot, similarity, pageNumber } of candidates) {
    const last = groups.at(-1)
    if (last?.line !== line) {
      groups.push({ line, lastLine, start, slot, similarity, pageNumber })
    } else {
      last.pageNumber ||= pageNumber
      last.lastLine = Math.max(last.lastLine, lastLine)
      if (similarity > last.similarity) Object.assign(last, { slot, similarity })
    }
  }
  return groups
}

function countsPerSlot(groups: Group[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const { slot } of groups) counts.set(slot, (counts.get(slot) ?? 0) + 1)
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
    if (plain > 3 || /[.;]\s*$/.test(content) || content.length > 130) return false
  }
  return true
}

function isContentsFurniture(line: string): boolean {
  if (
    /^[\s|*_.=-]*(?:part\s+(?:iv|i{1,3}|[1-4])\b.{0,60}|page(?:\s+(?:no\.?|number))?|table of contents|index|item(?:s)?|signatures?|exhibit index)?[\s|*_.=:-]*$/i.test(
      line,
    )
  )
    return true
  const words = line.toLowerCase().match(/[a-z]+/g) ?? []
  return words.length > 1 && words.length <= 8 && words.every((word) => COLUMN_WORDS.has(word))
}

// The heads of the columns: "Item Number   Item Matter   Page Number".
const COLUMN_WORDS = new Set([
  'item',
  'items',
  'number',
  'no',
  'matter',
  'page',
  'pages',
  'description',
  'title',
  'caption',
])

/** A list may run straight into the heading below it, which then stands nowhere else. */
function withoutBodyHeading(run: Group[], remaining: Map<number, number>, lines: Line[]): Group[] {
  const last = run.at(-1)
  const before = run.at(-2)
  if (!last || !before || last.pageNumber || (remaining.get(last.slot) ?? 0) > 1) return run
  return lines[last.line]?.block === lines[before.line]?.block ? run : run.slice(0, -1)
}

/** "The following items have been omitted …" (General Instructions I and J of Form 10-K) above a bare list. */
function listsOmitted(run: Group[], lines: Line[], text: string): boolean {
  const first = run[0]
  const before = first && lines[first.line - 1]
  if (!before || run.length < 2) return false
  return /\bitems?\b[^.]{0,80}\bomitted\b/i.test(
    text.slice(before.start, Math.min(before.end, before.start + 400)),
  )
}

/**
 * Page numbers make a run of labels a table of contents, and so does one table that holds them all. Without either it is
 * one only when most of its items stand somewhere else too: a Part III that refers to the proxy statement looks the same.
 */
function isContents(run: Group[], remaining: Map<number, number>, lines: Line[]): boolean {
  if (run.length < MIN_ENTRIES) return false
  const share = (count: number) => count / run.length
  if (share(run.filter((group) => group.pageNumber).length) >= 0.5) return true
  const blocks = new Set(run.map((group) => lines[group.line]?.block))
  if (blocks.size === 1 && lines[run[0]?.line ?? 0]?.kind === 'table') return true
  return share(run.filter((group) => (remaining.get(group.slot) ?? 0) > 1).length) >= 0.6
}

/** "PART I" and "Page" above the first entry belong to the list. */
function startOfList(first: Group, lines: Line[], text: string): number {
  let at = first.line
  while (at > 0 && first.line - at < MAX_ABOVE) {
    const line = lines[at - 1] as Line
    if (line.end - line.start > 80 || !isContentsFurniture(text.slice(line.start, line.end))) break
    at -= 1
  }
  return lines[at]?.start ?? first.start
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
