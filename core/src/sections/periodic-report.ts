import type { CanonicalText } from '../documents/document.ts'
import { answeredItems } from './answered-items.ts'
import { assemble, gapMark, type Mark, oneLine, signatureMarks, statusOf, withCarried } from './assemble.ts'
import { bareItems } from './bare-items.ts'
import { bodyNote, shownBody } from './body-note.ts'
import type { Candidate } from './candidate.ts'
import { candidatesOf } from './candidates.ts'
import { bestChain } from './chain.ts'
import { carriedSection, combinedSlots } from './combined-items.ts'
import { type ContentsRange, markContents } from './contents.ts'
import { crossReferenceSections } from './cross-reference.ts'
import { frontMatter } from './front-matter.ts'
import { confidenceOf, pointsOf, withOutOfOrder } from './heading-choice.ts'
import type { ItemList } from './items.ts'
import { type Line, linesOf } from './lines.ts'
import { missingSections } from './missing-items.ts'
import { itemsOfReferringParts } from './part-references.ts'
import { partedLines } from './run-together.ts'
import type { PlacedSection } from './section.ts'
import { type Slot, slotsOf } from './slots.ts'

// With fewer headings than this the text may have lost its line breaks.
const MIN_HEADINGS = 4
// Statements without a heading of their own are longer than this.
const MIN_STATEMENTS = 2_000
// A risk factor section or a discussion this short that does not refer elsewhere was probably cut.
const SHORT_BODY = 250
const LONG_ITEMS = new Set([
  '10k.item_1',
  '10k.item_1a',
  '10k.item_7',
  '10k.item_8',
  '10q.part1_item_1',
  '10q.part1_item_2',
])

/** Sections of a report whose form numbers its items and prints them in order: 10-K, 10-KSB, 10-Q, 10-QSB and 20-F. */
export function periodicReportSections(
  list: ItemList,
  formType: string,
  text: CanonicalText,
  filedOn: string,
): PlacedSection[] {
  const slots = slotsOf(list, filedOn)
  const { lines, candidates, contents, chain, chosen } = readHeadings(list, slots, text, filedOn)
  const indexed = crossReferenceSections({ list, slots, candidates, chosen, contents, lines, text, filedOn })
  if (indexed) return indexed
  const combined = combinedSlots(chosen, candidates, slots)

  const marks: Mark[] = []
  const inOrder = new Set([...chain, ...combined.split])
  for (const candidate of [...chosen, ...combined.split]) {
    const slot = slots[candidate.slot] as Slot
    if (!slot.item) {
      marks.push(gapMark(candidate.start, 'part_heading'))
      continue
    }
    marks.push({
      start: candidate.start,
      headingEnd: candidate.headingEnd,
      section_key: slot.item.key,
      title: oneLine(candidate.heading),
      boundary_method:
        candidate.alsoCovers.length || combined.split.includes(candidate) ? 'combined_heading' : 'heading',
      confidence: confidenceOf(candidate, slot, filedOn),
      notes: [
        ...(candidate.found === 'title' && slot.item.number !== '4A' && !slot.item.letter
          ? ['title_without_number']
          : []),
        ...(inOrder.has(candidate) ? [] : ['out_of_order']),
        ...(combined.notes.get(candidate.slot) ? [combined.notes.get(candidate.slot) as string] : []),
      ],
    })
  }
  startFromPartHeading(marks, chosen, slots)
  marks.push(...statementsAfterContents(marks, contents, slots))
  if (marks.length === 0) marks.push(gapMark(0, 'no_item_found'))
  const lastStart = Math.max(0, ...marks.map((mark) => mark.start))
  marks.push(...signatureMarks(text, lines, list.prefix, lastStart))
  marks.push(...answeredItems(marks, lines, text))
  const firstItem = Math.min(text.text.length, ...marks.map((mark) => mark.start))
  marks.push(...frontMatter(list.prefix, contents, firstItem, lines, text))

  const headingEnds = new Map(marks.map((mark) => [mark.section_key, mark.headingEnd]))
  const bodies = new Map(slots.flatMap(({ item }) => (item ? [[item.key, item] as const] : [])))
  const placed = assemble(marks, list.prefix, text.text.length).map((section) => {
    if (!bodies.has(section.section_key)) return section
    return withBodyNote(section, headingEnds.get(section.section_key) ?? section.start, lines, text)
  })
  const finished = bareItems(placed, lines, text)
  const carried = [
    ...combined.without.map((slot) => carriedSection(slot, finished, slots, combined.notes, filedOn)),
    ...itemsOfReferringParts(finished, chosen, slots, { text, lines, filedOn }),
  ]
  const found = new Set([...finished, ...carried].map((section) => section.section_key))
  return [
    ...withCarried(finished, carried),
    ...missingSections({
      list,
      slots,
      found,
      finished: [...finished, ...carried],
      candidates,
      formType,
      filedOn,
    }),
  ]
}

interface Headings {
  lines: Line[]
  candidates: Candidate[]
  contents: ContentsRange[]
  /** The best reading in the order of the form, and the same with items printed out of it. */
  chain: Candidate[]
  chosen: Candidate[]
}

function readHeadings(list: ItemList, slots: Slot[], text: CanonicalText, filedOn: string): Headings {
  const drawn = linesOf(text)
  const read = headingsIn(drawn, list, slots, text, filedOn)
  if (read.chosen.length >= MIN_HEADINGS) return read
  const parted = partedLines(drawn, text.text)
  const again = parted && headingsIn(parted, list, slots, text, filedOn)
  return again && again.chosen.length > read.chosen.length ? again : read
}

function headingsIn(
  lines: Line[],
  list: ItemList,
  slots: Slot[],
  text: CanonicalText,
  filedOn: string,
): Headings {
  const style = list.family === '20-F' ? 'lettered' : 'plain'
  const candidates = candidatesOf(text, lines, { slots, style, filedOn })
  const contents = markContents(candidates, lines, text.text)
  const points = pointsOf(candidates)
  const chain = bestChain(candidates, slots.length, (candidate) => points.get(candidate) ?? 0)
  return { lines, candidates, contents, chain, chosen: withOutOfOrder(chain, candidates, slots) }
}

/** A 10-Q may give the financial statements no other heading than "Part I". */
function startFromPartHeading(marks: Mark[], chosen: Candidate[], slots: Slot[]): void {
  const at = chosen.findIndex((candidate) => slots[candidate.slot]?.kind === 'part' && candidate.slot === 0)
  const next = chosen[at + 1]
  const first = slots[1]
  if (at < 0 || !next || !first?.item || first.item.number !== '1' || !first.item.key.includes('part1'))
    return
  if (next.slot !== 2) return
  const part = chosen[at] as Candidate
  if (next.start - part.headingEnd < MIN_STATEMENTS) return
  const mark = marks.find((one) => one.start === part.start)
  if (!mark) return
  Object.assign(mark, {
    headingEnd: part.headingEnd,
    section_key: first.item.key,
    title: oneLine(part.heading),
    boundary_method: 'heading',
    confidence: 0.5,
    notes: ['from_part_heading'],
  })
}

/** A 10-Q may begin with its statements right after the table of contents, which alone calls them Item 1. */
function statementsAfterContents(marks: Mark[], contents: ContentsRange[], slots: Slot[]): Mark[] {
  const [first, second] = [slots[1]?.item?.key, slots[2]?.item?.key]
  if (!first?.endsWith('.part1_item_1') || marks.some((mark) => mark.section_key === first)) return []
  const next = Math.min(...marks.map((mark) => mark.start))
  const table = contents.findLast((range) => range.end <= next)
  if (!table || next - table.end < MIN_STATEMENTS) return []
  if (marks.find((mark) => mark.start === next)?.section_key !== second) return []
  return [
    {
      start: table.end,
      headingEnd: table.end,
      section_key: first,
      title: null,
      boundary_method: 'table_of_contents',
      confidence: 0.5,
      notes: ['after_table_of_contents'],
    },
  ]
}

/** Notes on what the body says, and doubt about a body too short for its item. */
function withBodyNote(
  section: PlacedSection,
  headingEnd: number,
  lines: Line[],
  text: CanonicalText,
): PlacedSection {
  const body = shownBody(text, lines, Math.min(headingEnd, section.end), section.end)
  const said = bodyNote(section.title ?? '', body)
  const notes = [...(section.note ? section.note.split(' ') : []), ...(said ? [said] : [])]
  let { confidence } = section
  const short = body.trim().length < SHORT_BODY && !section.note?.includes('combined')
  if (!said && short && LONG_ITEMS.has(section.section_key)) {
    confidence = Math.min(confidence, 0.5)
    notes.push('short')
  }
  return { ...section, confidence, status: statusOf(confidence), note: notes.join(' ') || null }
}
