import { assemble, gapMark, type Mark, oneLine, signatureMarks, withCarried } from './assemble.ts'
import type { ContentsRange } from './contents.ts'
import { contentsTables } from './contents-entries.ts'
import {
  endOfIndex,
  entriesOf,
  type IndexEntry,
  type IndexedReport,
  indexRange,
} from './cross-reference-index.ts'
import { contentsHeading, frontMatter } from './front-matter.ts'
import { type CatalogueItem, isInForce, titleOn } from './items.ts'
import { type Line, lineAt } from './lines.ts'
import { type PageMap, type PageSpan, pageMap } from './page-map.ts'
import type { PlacedSection } from './section.ts'
import { matchTitle, squeeze } from './title-match.ts'

const FOUND_ON_PAGE = 0.8
const PAGE_ONLY = 0.5

/**
 * Sections of a report that prints no item headings and has an index instead, which gives the pages of each item. An item
 * begins at its heading on the first of its pages, and without one where the page begins, which is then doubtful.
 * Undefined when the report is not of that kind.
 */
export function crossReferenceSections(report: IndexedReport): PlacedSection[] | undefined {
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

function itemMark({ entry, start, headingEnd, found }: Place, report: IndexedReport): Mark {
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
  report: IndexedReport,
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
