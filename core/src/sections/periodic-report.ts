import type { CanonicalText } from '../documents/document.ts'
import { assemble, type Mark } from './assemble.ts'
import { bodyNote, isWholeAnswer } from './body-note.ts'
import { type Candidate, candidatesOf, isPageNumber, type Slot } from './candidates.ts'
import { bestChain } from './chain.ts'
import { carriedSection, combinedSlots, withCarried } from './combined-items.ts'
import { type ContentsRange, markContents } from './contents.ts'
import { type ItemList, isInForce } from './items.ts'
import { type Line, lineAt, linesOf } from './lines.ts'
import { missingSections } from './missing-items.ts'
import type { Section, SectionStatus } from './section.ts'
import { signaturesAfter } from './signatures.ts'
import { squeeze } from './title-match.ts'

const OK_FROM = 0.6
const OUT_OF_ORDER_SCORE = 3
const MIN_FRONT_MATTER = 80
const MIN_AFTER_ANSWER = 300
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

/** Sections of a 10-K, 10-KSB, 10-Q or 10-QSB. */
export function periodicReportSections(
  list: ItemList,
  formType: string,
  text: CanonicalText,
  filedOn: string,
): Section[] {
  const slots = slotsOf(list, filedOn)
  const lines = linesOf(text)
  const candidates = candidatesOf(text, lines, { slots, style: 'plain', filedOn })
  const contents = markContents(candidates, lines, text.text)
  const points = pointsOf(candidates)
  const chain = bestChain(candidates, slots.length, (candidate) => points.get(candidate) ?? 0)
  const chosen = withOutOfOrder(chain, candidates, slots)
  const combined = combinedSlots(chosen, candidates, slots)

  const marks: Mark[] = []
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
        ...(candidate.found === 'title' && slot.item.number !== '4A' ? ['title_without_number'] : []),
        ...(chain.includes(candidate) || combined.split.includes(candidate) ? [] : ['out_of_order']),
        ...(combined.notes.get(candidate.slot) ? [combined.notes.get(candidate.slot) as string] : []),
      ],
    })
  }
  startFromPartHeading(marks, chosen, slots)
  const lastStart = Math.max(0, ...marks.map((mark) => mark.start))
  const signatures = signaturesAfter(text, lines, lastStart)
  if (signatures) {
    marks.push({
      start: signatures.start,
      headingEnd: signatures.headingEnd,
      section_key: `${list.prefix}.signatures`,
      title: oneLine(text.text.slice(signatures.start, signatures.headingEnd)),
      boundary_method: 'heading',
      confidence: 0.95,
      notes: [],
    })
    if (signatures.end < text.text.length) marks.push(gapMark(signatures.end, 'after_signatures'))
  }
  marks.push(...answeredItems(marks, lines, text))
  const firstItem = Math.min(text.text.length, ...marks.map((mark) => mark.start))
  frontMatter(marks, list, contents, firstItem, lines, text)

  const placed = assemble(marks, list.prefix, text.text.length)
  const finished = placed.map((section) => finish(section, text, marks, slots))
  const carried = combined.without.map((slot) =>
    carriedSection(slot, finished, slots, combined.notes, filedOn),
  )
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

function slotsOf(list: ItemList, filedOn: string): Slot[] {
  const slots: Slot[] = []
  let part: number | null = null
  for (const item of list.items) {
    const { formerPart } = item
    const own = formerPart && filedOn < formerPart.until ? formerPart.part : item.part
    if (own !== part) {
      part = own
      slots.push({ kind: 'part', part, item: null })
    }
    slots.push({ kind: 'item', part: own, item })
  }
  return slots
}

/** Look, plus what follows: a heading has a body, and a running header repeats a heading that was already there. */
function pointsOf(candidates: Candidate[]): Map<Candidate, number> {
  const points = new Map<Candidate, number>()
  let next = Number.POSITIVE_INFINITY
  let nextSlot = -1
  let afterNext = Number.POSITIVE_INFINITY
  for (let index = candidates.length - 1; index >= 0; index -= 1) {
    const candidate = candidates[index] as Candidate
    if (candidate.inContents) continue
    // Distance to the next heading of another slot: `next` may be the same slot repeated at the top of a page.
    const until = nextSlot === candidate.slot ? afterNext : next
    const body = until - candidate.headingEnd
    let value = candidate.score
    if (candidate.found !== 'part') value += body < 12 ? -0.5 : Math.min(0.8, body / 2500)
    points.set(candidate, value)
    if (candidate.score >= 2 && candidate.start !== next) {
      if (nextSlot !== candidate.slot) afterNext = next
      next = candidate.start
      nextSlot = candidate.slot
    }
  }
  let lastStrong = -1
  for (const candidate of candidates) {
    if (candidate.inContents || candidate.score < 2) continue
    if (candidate.slot === lastStrong) points.set(candidate, (points.get(candidate) ?? 0) - 0.9)
    else if (candidate.similarity >= 0.5) lastStrong = candidate.slot
  }
  return points
}

/** Filers who print an item out of the form's order still print its heading. */
function withOutOfOrder(chain: Candidate[], candidates: Candidate[], slots: Slot[]): Candidate[] {
  const taken = new Set(chain.flatMap((candidate) => [candidate.slot, ...candidate.alsoCovers]))
  const lines = new Set(chain.map((candidate) => candidate.line))
  const best = new Map<number, Candidate>()
  for (const candidate of candidates) {
    if (taken.has(candidate.slot) || lines.has(candidate.line) || !slots[candidate.slot]?.item) continue
    if (candidate.found !== 'label' || candidate.inContents || candidate.prose || candidate.continued)
      continue
    if (candidate.similarity < 0.9 || candidate.score < OUT_OF_ORDER_SCORE) continue
    const held = best.get(candidate.slot)
    if (!held || held.score < candidate.score) best.set(candidate.slot, candidate)
  }
  const extra: Candidate[] = []
  for (const candidate of best.values()) {
    if (lines.has(candidate.line)) continue
    lines.add(candidate.line)
    extra.push(candidate)
  }
  return [...chain, ...extra].sort((one, other) => one.start - other.start)
}

function confidenceOf(candidate: Candidate, slot: Slot, filedOn: string): number {
  // The form gives the executive officers a title and no number.
  if (candidate.found === 'title') return slot.item?.number === '4A' ? 0.85 : 0.55
  const { similarity } = candidate
  let confidence = similarity >= 0.99 ? 0.97 : similarity >= 0.6 ? 0.9 : similarity >= 0.3 ? 0.8 : 0.62
  if (candidate.prose) confidence -= 0.25
  if (candidate.continued) confidence -= 0.2
  if (slot.item && !isInForce(slot.item, filedOn)) confidence -= 0.1
  return confidence
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
  if (next.start - part.headingEnd < 2000) return
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

/** What follows "None." under an item that asks one question is no part of it: exhibits, reports, officers. */
function answeredItems(marks: Mark[], lines: Line[], text: CanonicalText): Mark[] {
  const starts = marks.map((mark) => mark.start).sort((one, other) => one - other)
  return marks.flatMap((mark) => {
    if (!mark.section_key || !/^10k(?:sb)?\.item_(?:1b|4|9|9c|16)$/.test(mark.section_key)) return []
    const end = starts.find((start) => start > mark.start) ?? text.text.length
    let at = lineAt(lines, mark.headingEnd)
    const answer = lines[at]
    if (!answer || answer.end > end || !isWholeAnswer(text.text.slice(answer.start, answer.end).trim()))
      return []
    for (at += 1; at < lines.length; at += 1) {
      const line = lines[at] as Line
      if (line.start >= end) return []
      const words = text.text.slice(line.start, Math.min(line.end, line.start + 60))
      if (line.kind === 'page_furniture' || isPageNumber(words) || /^\W*table of contents\W*$/i.test(words))
        continue
      return end - line.start < MIN_AFTER_ANSWER ? [] : [gapMark(line.start, 'after_answered_item')]
    }
    return []
  })
}

function frontMatter(
  marks: Mark[],
  list: ItemList,
  contents: ContentsRange[],
  firstItem: number,
  lines: Line[],
  text: CanonicalText,
): void {
  if (firstItem === 0) return
  if (marks.length === 0) {
    marks.push(gapMark(0, 'no_item_found'))
    return
  }
  marks.push({
    start: 0,
    headingEnd: 0,
    section_key: `${list.prefix}.cover`,
    title: null,
    boundary_method: 'heading',
    confidence: 0.95,
    notes: [],
  })
  const table = contents.find((range) => range.end <= firstItem)
  if (!table) return
  const start = contentsHeading(table.start, lines, text)
  if (start > 0) marks.push(gapMark(start, 'table_of_contents'))
  // What stands between the table and the first item: a glossary, a note on forward-looking statements.
  if (firstItem - table.end > MIN_FRONT_MATTER) marks.push(gapMark(table.end, 'before_first_item'))
}

/** The line "Table of Contents" or "Index" belongs to the table below it. */
function contentsHeading(start: number, lines: Line[], text: CanonicalText): number {
  const at = lines.findIndex((line) => line.start >= start)
  for (let index = at - 1; index >= Math.max(0, at - 6); index -= 1) {
    const line = lines[index] as Line
    if (/^(?:tableofcontents|index|contents)$/.test(squeeze(text.text.slice(line.start, line.end))))
      return line.start
  }
  return start
}

function gapMark(start: number, note: string): Mark {
  return {
    start,
    headingEnd: start,
    section_key: null,
    title: null,
    boundary_method: 'gap',
    confidence: 1,
    notes: [note],
  }
}

/** Reads the body: notes on what it says, and doubt about a body too short for its item. */
function finish(section: Section, text: CanonicalText, marks: Mark[], slots: Slot[]): Section {
  const slot = slots.find(({ item }) => item?.key === section.section_key)
  if (!slot?.item) return section
  const mark = marks.find((one) => one.section_key === section.section_key)
  const body = text.text.slice(Math.min(mark?.headingEnd ?? section.start, section.end), section.end)
  const notes = section.note ? section.note.split(' ') : []
  const said = bodyNote(section.title ?? '', body)
  if (said) notes.push(said)
  let { confidence } = section
  if (
    !said &&
    LONG_ITEMS.has(slot.item.key) &&
    body.trim().length < SHORT_BODY &&
    !section.note?.includes('combined')
  ) {
    confidence = Math.min(confidence, 0.5)
    notes.push('short')
  }
  return { ...section, confidence, status: statusOf(confidence), note: notes.join(' ') || null }
}

function statusOf(confidence: number): SectionStatus {
  return confidence >= OK_FROM ? 'ok' : 'uncertain'
}

export function oneLine(heading: string): string {
  const line = heading.replaceAll('|', ' ').split(/\s+/).filter(Boolean).join(' ')
  return line.length > 200 ? `${line.slice(0, 199)}…` : line
}
