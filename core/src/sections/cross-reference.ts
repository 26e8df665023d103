import type { CanonicalText } from '../documents/document.ts'
import { assemble, gapMark, type Mark, oneLine, signatureMarks, withCarried } from './assemble.ts'
import { saysReference } from './body-note.ts'
import type { Candidate } from './candidate.ts'
import type { ContentsRange } from './contents.ts'
import { contentsTables } from './contents-entries.ts'
import { contentsHeading, frontMatter } from './front-matter.ts'
import { type CatalogueItem, type ItemList, isInForce, titleOn } from './items.ts'
import { type Line, lineAt } from './lines.ts'
import { type PageMap, type PageSpan, pageMap } from './page-map.ts'
import type { PlacedSection } from './section.ts'
import type { Slot } from './slots.ts'
import { matchTitle, squeeze } from './title-match.ts'

/** What a cross-reference index says about an item. */
interface IndexEntry {
  slot: number
  item: CatalogueItem
  line: string
  /** First and last page of each range. */
  pages: { first: number; last: number }[]
  leftOut: boolean
  byReference: boolean
}

interface Report {
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
const FOUND_ON_PAGE = 0.8
const PAGE_ONLY = 0.5

/**
 * Sections of a report that prints no item headings and has an index instead, which gives the pages of each item. An item
 * begins at its heading on the first of its pages, and without one where the page begins, which is then doubtful.
 * Undefined when the report is not of that kind.
 */
export function crossReferenceSections(report: Report): PlacedSection[] | undefined {
  const index = indexRange(report)
  if (!index) return undefined
  const { list, lines, text } = report
  const entries = entriesOf(report, index)
  const map = pageMap(lines, text.text)
  const { places, nested } = placesOf(entries, index, map, report)

  const indexStart = contentsHeading(index.start, lines, text)
  const last = Math.max(endOfIndex(report, index), ...places.map(({ start }) => start))
  const signatures = signatureMarks(text, lines, list.prefix, last)
  const fixed = [indexStart, ...signatures.map((mark) => mark.start)]
  const marks = [gapMark(indexStart, 'cross_reference_index'), ...signatures]
  for (const [position, place] of places.entries()) {
    marks.push(itemMark(place, report))
    const next = Math.min(
      places[position + 1]?.start ?? text.text.length,
      ...fixed.filter((start) => start > place.start),
    )
    if (place.end < next && text.text.slice(place.end, next).trim() !== '')
      marks.push(gapMark(place.end, 'not_in_index'))
  }
  const first = Math.min(text.text.length, ...marks.map((mark) => mark.start))
  marks.push(...frontMatter(list.prefix, report.contents, first, lines, text))

  const placed = assemble(marks, list.prefix, text.text.length)
  const keys = new Set(placed.map((section) => section.section_key))
  const others = entries.filter(({ item }) => !keys.has(item.key))
  const at = placed.find((section) => section.note === 'cross_reference_index')?.end ?? text.text.length
  const carried = others
    .filter((entry) => entry.byReference)
    .map((entry) => emptySection(entry.item, at, 'ok', 'incorporated_by_reference', report.filedOn))
  for (const { entry, inside } of nested) {
    const carrier = placed.find((section) => section.section_key === inside)
    if (carrier && !carried.some((section) => section.section_key === entry.item.key))
      carried.push(
        emptySection(entry.item, carrier.end, 'uncertain', `inside_${inside.split('.')[1]}`, report.filedOn),
      )
  }
  const carriedKeys = new Set(carried.map((section) => section.section_key))
  const missing = report.slots.flatMap(({ item }): PlacedSection[] => {
    if (!item || item.optional || keys.has(item.key) || carriedKeys.has(item.key)) return []
    if (!isInForce(item, report.filedOn)) return []
    const leftOut = others.some((entry) => entry.item.key === item.key && entry.leftOut)
    return [missingItem(item, leftOut, report.filedOn)]
  })
  return [...withCarried(placed, carried), ...missing]
}

function itemMark({ entry, start, headingEnd, found }: Place, report: Report): Mark {
  return {
    start,
    headingEnd,
    section_key: entry.item.key,
    title: found ? oneLine(report.text.text.slice(start, headingEnd)) : titleOn(entry.item, report.filedOn),
    boundary_method: 'cross_reference_index',
    confidence: found ? FOUND_ON_PAGE : PAGE_ONLY,
    notes: [
      ...(entry.pages.length > 1 ? ['further_pages'] : []),
      ...(entry.byReference ? ['partly_by_reference'] : []),
    ],
  }
}

/** A list that names at least half of the items, in a text that heads next to none of them. */
function indexRange({ candidates, contents, slots, filedOn }: Report): ContentsRange | undefined {
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

function entriesOf({ candidates, slots, lines, text }: Report, index: ContentsRange): IndexEntry[] {
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
function endOfIndex({ candidates, lines, text }: Report, index: ContentsRange): number {
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

interface Place {
  entry: IndexEntry
  start: number
  headingEnd: number
  end: number
  found: boolean
}

interface Places {
  places: Place[]
  /** Items whose pages lie inside those of another, without a heading that would part them. */
  nested: { entry: IndexEntry; inside: string }[]
}

function placesOf(
  entries: IndexEntry[],
  index: ContentsRange,
  map: PageMap | undefined,
  report: Report,
): Places {
  if (!map) return { places: [], nested: [] }
  const { lines, text } = report
  const listed = entries.filter((entry) => entry.pages.length > 0)
  // Without a single range the pages are those on which the items begin.
  const ranges = listed.some(({ pages }) => pages.some(({ first, last }) => last > first))
  const tables = contentsTables(lines, text.text)
  const placed = (spanOf: PageMap['foot']) =>
    listed.flatMap((entry): Place[] => {
      const first = spanOf(entry.pages[0]?.first ?? -1)
      if (!first || (first.start < index.end && first.end > index.start)) return []
      const page = afterContents(first, tables)
      const heading = headingOn(page, entry.item, lines, text.text)
      const start = heading?.start ?? firstLine(page, lines)
      const end = ranges ? spanOf(entry.pages[0]?.last ?? -1)?.end : undefined
      return [
        {
          entry,
          start,
          headingEnd: heading?.end ?? start,
          end: end ?? text.text.length,
          found: heading !== undefined,
        },
      ]
    })
  // Numbers at the foot of the page are the rule; the headings tell where they stand at its head.
  const [foot, head] = [placed(map.foot), placed(map.head)]
  const hits = (places: Place[]) => places.filter((place) => place.found).length
  return unnested(
    (hits(head) > hits(foot) ? head : foot).sort(
      (one, other) => one.start - other.start || other.end - one.end,
    ),
  )
}

function unnested(sorted: Place[]): Places {
  const places: Place[] = []
  const nested: Places['nested'] = []
  for (const place of sorted) {
    const outer = places.find(
      (one) => one.start <= place.start && one.end >= place.end && one.end < Number.POSITIVE_INFINITY,
    )
    if (
      place.start === places.at(-1)?.start ||
      (outer && !place.found && place.entry.pages.length > 0 && outer.end !== place.end)
    )
      nested.push({ entry: place.entry, inside: (outer ?? (places.at(-1) as Place)).entry.item.key })
    else places.push(place)
  }
  return { places, nested }
}

/** The first numbered page has no number before it: the list of contents ends what comes before. */
function afterContents(page: PageSpan, tables: ContentsRange[]): PageSpan {
  const ends = tables.map((table) => table.end).filter((end) => end > page.start && end < page.end)
  return { start: Math.max(page.start, ...ends), end: page.end }
}

/** The line of a page that is or begins with a title of the item; one that is drawn as a heading comes first. */
function headingOn(page: PageSpan, item: CatalogueItem, lines: Line[], text: string): PageSpan | undefined {
  let running: PageSpan | undefined
  for (let at = lineAt(lines, page.start); at < lines.length; at += 1) {
    const line = lines[at] as Line
    if (line.start >= page.end) break
    if (line.kind === 'page_furniture') continue
    const content = text.slice(line.start, Math.min(line.end, line.start + 320))
    const { similarity, end } = matchTitle(content, item)
    if (similarity < 1) continue
    const rest = squeeze(content.slice(end))
    const heading = { start: line.start, end: rest === '' ? line.end : line.start + end }
    if (rest === '') return heading
    const runsIn = line.opensParagraph && /^[\s.:–—-]*[.:–—-]/.test(content.slice(end, end + 4))
    if (runsIn && !running) running = heading
  }
  return running
}

function firstLine(page: PageSpan, lines: Line[]): number {
  for (let at = lineAt(lines, page.start); at < lines.length; at += 1) {
    const line = lines[at] as Line
    if (line.start >= page.end) break
    if (line.kind !== 'page_furniture' && line.start >= page.start) return line.start
  }
  return page.start
}

/** An item without text of its own, where the text that speaks of it ends. */
function emptySection(
  item: CatalogueItem,
  at: number,
  status: PlacedSection['status'],
  note: string,
  filedOn: string,
): PlacedSection {
  return {
    section_key: item.key,
    title: titleOn(item, filedOn),
    status,
    boundary_method: 'cross_reference_index',
    confidence: status === 'ok' ? FOUND_ON_PAGE : PAGE_ONLY,
    start: at,
    end: at,
    note,
  }
}

function missingItem(item: CatalogueItem, leftOut: boolean, filedOn: string): PlacedSection {
  return {
    section_key: item.key,
    title: titleOn(item, filedOn),
    status: leftOut ? 'absent' : 'failed',
    boundary_method: 'none',
    confidence: leftOut ? 0.9 : 0,
    start: 0,
    end: 0,
    note: leftOut ? 'said_to_be_left_out' : 'cross_reference_index',
  }
}
