import type { CanonicalText } from '../documents/document.ts'
import { assemble, coverMark, gapMark, type Mark, oneLine, signatureMarks } from './assemble.ts'
import { bodyNote, shownBody } from './body-note.ts'
import { candidatesOf } from './candidates.ts'
import { bestChain } from './chain.ts'
import { type ContentsTable, contentsTables } from './contents-entries.ts'
import { formCoverEnd } from './form-cover.ts'
import { contentsHeading } from './front-matter.ts'
import type { HeadingCatalogue } from './heading-catalogue.ts'
import { type HeadingLine, headingLines } from './heading-lines.ts'
import { type HeadingName, headingNames, nameOf, proposalName } from './heading-names.ts'
import { type Line, linesOf } from './lines.ts'
import type { PlacedSection } from './section.ts'
import { slotsOf } from './slots.ts'

const LISTED = 0.95
const BY_TITLE = 0.75
const MIN_TITLE_SCORE = 1.2
const MIN_PROPOSAL_SCORE = 0.7
const MIN_BODY = 120
const MIN_HEADING_SHARE = 0.4
const MIN_ITEM_SIMILARITY = 0.6

/**
 * Sections of a document whose parts have headings and no numbers: prospectuses, proxy statements, 6-K and 40-F. A table of
 * contents says which headings there are, and the catalogue which of them are which; without one the catalogue alone tells.
 * A listed heading that is not in the catalogue begins a section `other_1`, `other_2`, … under its own title.
 */
export function headedSections(
  catalogue: HeadingCatalogue,
  text: CanonicalText,
  filedOn: string,
): PlacedSection[] {
  const { prefix } = catalogue
  const lines = linesOf(text)
  const names = headingNames(catalogue)
  const { tables, headings } = contentsAndHeadings(lines, text.text)
  const coverEnd = catalogue.formCover ? formCoverEnd(lines, text.text) : 0
  // The printed form ends in signatures, and what has a heading after them is no part of the report.
  const bodyEnd = catalogue.formCover
    ? (signatureMarks(text, lines, prefix, coverEnd)[0]?.start ?? text.text.length)
    : text.text.length
  const body = headings.filter((heading) => heading.start >= coverEnd && heading.start < bodyEnd)

  const chosen = tables.length > 0 ? listedHeadings(tables, body, names) : []
  const unlisted =
    tables.length > 0
      ? new Set(catalogue.headings.flatMap(({ key, unlisted }) => (unlisted ? [key] : [])))
      : null
  const counts = (name: string) => unlisted === null || unlisted.has(name) || name.startsWith('proposal_')
  chosen.push(
    ...catalogueHeadings(chosen, body, names, text.text.length).filter(
      ({ name }) => name !== null && counts(name),
    ),
  )
  if (chosen.length === 0 && catalogue.formCover) chosen.push(...plainHeadings(body))

  const marks = chosen.map(
    ({ heading, name, listed }): Mark => ({
      start: heading.start,
      headingEnd: heading.end,
      section_key: `${prefix}.${name ?? 'other'}`,
      title: oneLine(text.text.slice(heading.start, heading.end)),
      boundary_method: listed ? 'table_of_contents' : 'heading',
      confidence: listed ? LISTED : BY_TITLE,
      notes: name ? [] : ['not_in_catalogue'],
    }),
  )
  marks.push(...itemMarks(catalogue, lines, text, filedOn))
  for (const table of tables) {
    if (insideSection(table, marks)) continue
    marks.push(gapMark(contentsHeading(table.start, lines, text), 'table_of_contents'))
  }
  if (coverEnd > 0 && coverEnd < text.text.length) {
    marks.push({
      ...gapMark(coverEnd, null),
      section_key: `${prefix}.body`,
      boundary_method: 'heading',
      confidence: 0.9,
    })
  }
  if (marks.length === 0) marks.push(wholeBody(prefix))
  else if (Math.min(...marks.map((mark) => mark.start)) > 0) marks.push(coverMark(prefix))
  marks.push(...signatureMarks(text, lines, prefix, Math.max(...marks.map((mark) => mark.start))))

  const headingEnds = new Map(marks.map((mark) => [mark.start, mark.headingEnd]))
  return numberedOthers(assemble(marks, prefix, text.text.length), prefix).map((section) => {
    if (section.boundary_method === 'gap') return section
    const said = bodyNote(
      section.title ?? '',
      shownBody(text, lines, headingEnds.get(section.start) ?? section.start, section.end),
    )
    // A prospectus refers to other documents for what it has; that a page answers "none" says nothing about it.
    if (said !== 'incorporated_by_reference') return section
    return { ...section, note: [section.note, said].filter(Boolean).join(' ') }
  })
}

/** The tables of contents and the headings; a table most of whose entries head nothing is a table of something else. */
function contentsAndHeadings(
  lines: Line[],
  text: string,
): { tables: ContentsTable[]; headings: HeadingLine[] } {
  const found = contentsTables(lines, text)
  if (found.length === 0) return { tables: [], headings: headingLines(lines, text, []) }
  const known = new Set(headingLines(lines, text, found).flatMap((heading) => identities(heading.text)))
  const tables = found.filter(({ entries }) => {
    const heads = entries.filter(({ title }) => identities(title).some((id) => known.has(id))).length
    return heads >= MIN_HEADING_SHARE * entries.length
  })
  return { tables, headings: headingLines(lines, text, tables) }
}

interface Chosen {
  heading: HeadingLine
  /** Key of the catalogue; null for a heading that only the table of contents knows. */
  name: string | null
  listed: boolean
}

/** Aligns the entries of the tables of contents with the headings of the text, both in order. */
function listedHeadings(tables: ContentsTable[], headings: HeadingLine[], names: HeadingName): Chosen[] {
  const entries = withoutSubEntries(
    tables.flatMap((table) => table.entries.map((entry) => entry.title)),
    names,
  )
  const slots = new Map<string, number[]>()
  entries.forEach((title, slot) => {
    for (const id of identities(title)) slots.set(id, [...(slots.get(id) ?? []), slot])
  })
  const candidates = headings.flatMap((heading, index) => {
    const found = new Set(identities(heading.text).flatMap((id) => slots.get(id) ?? []))
    const body = (headings[index + 1]?.start ?? Number.POSITIVE_INFINITY) - heading.end
    return [...found].slice(0, 8).map((slot) => ({ slot, start: heading.start, heading, body }))
  })
  const chain = bestChain(
    candidates,
    entries.length,
    ({ heading, body }) => heading.score + Math.min(0.8, body / 2500),
  )
  return chain.map(({ heading, slot }) => ({
    heading,
    name: names(heading.text) ?? names(entries[slot] ?? ''),
    listed: true,
  }))
}

/** Tables with entries in capitals and entries without list parts and their parts: of the latter only known ones count. */
function withoutSubEntries(titles: string[], names: HeadingName): string[] {
  const isUpper = (title: string) => !/[a-z]/.test(title.replace(/\(.{0,40}\)/g, ''))
  const upper = titles.filter(isUpper).length
  if (upper < 3 || upper > titles.length - 3) return titles
  return titles.filter((title) => isUpper(title) || names(title) !== null)
}

function identities(title: string): string[] {
  const proposal = proposalName(title)
  const name = nameOf(title)
  return [...(name.length >= 4 ? [name] : []), ...(proposal ? [proposal] : [])]
}

/** Headings of the catalogue that no table of contents lists: for each the one that looks most like a heading. */
function catalogueHeadings(
  listed: Chosen[],
  headings: HeadingLine[],
  names: HeadingName,
  length: number,
): Chosen[] {
  const taken = new Set(listed.map(({ name }) => name))
  const starts = new Set(listed.map(({ heading }) => heading.start))
  const known = headings.flatMap((heading) => {
    const name = names(heading.text)
    return name && !starts.has(heading.start) ? [{ heading, name }] : []
  })
  const best = new Map<string, { heading: HeadingLine; points: number }>()
  known.forEach(({ heading, name }, index) => {
    // The heading of a proposal is repeated on its pages and so taken for a running header.
    const least = name.startsWith('proposal_') ? MIN_PROPOSAL_SCORE : MIN_TITLE_SCORE
    if (taken.has(name) || heading.score < least) return
    const body = (known[index + 1]?.heading.start ?? length) - heading.end
    if (body < MIN_BODY) return
    const points = heading.score + Math.min(1, body / 3000)
    const held = best.get(name)
    if (!held || held.points < points) best.set(name, { heading, points })
  })
  return [...best].map(([name, { heading }]) => ({ heading, name, listed: false }))
}

/** Headings of a text nobody has a catalogue for: those drawn as such, when they part it clearly. */
function plainHeadings(headings: HeadingLine[]): Chosen[] {
  const drawn = headings.filter((heading) => heading.drawn)
  if (drawn.length < 3 || drawn.length > 60) return []
  const apart = drawn.filter(
    (heading, index) => (drawn[index + 1]?.start ?? Number.POSITIVE_INFINITY) - heading.end > 200,
  )
  if (apart.length < 0.7 * drawn.length) return []
  return apart.map((heading) => ({ heading, name: null, listed: false }))
}

/** The numbered items of Part II, after the prospectus. */
function itemMarks(catalogue: HeadingCatalogue, lines: Line[], text: CanonicalText, filedOn: string): Mark[] {
  if (!catalogue.items?.length) return []
  const slots = slotsOf({ family: 'other', prefix: catalogue.prefix, items: catalogue.items }, filedOn)
  const candidates = candidatesOf(text, lines, { slots, style: 'plain', filedOn }).filter(
    (one) => one.found === 'part' || (!one.prose && !one.pageNumber && one.similarity >= MIN_ITEM_SIMILARITY),
  )
  return bestChain(candidates, slots.length, (one) => one.score).map((one): Mark => {
    const item = slots[one.slot]?.item
    if (!item) return gapMark(one.start, 'part_heading')
    return {
      start: one.start,
      headingEnd: one.headingEnd,
      section_key: item.key,
      title: oneLine(one.heading),
      boundary_method: 'heading',
      confidence: 0.95,
      notes: [],
    }
  })
}

/** A list of contents in the middle of a section, such as an index to its notes, belongs to it. */
function insideSection(table: ContentsTable, marks: Mark[]): boolean {
  const before = marks.filter((mark) => mark.start <= table.start)
  const after = marks.filter((mark) => mark.start > table.start)
  return before.length > 0 && after.length === 0
}

function wholeBody(prefix: string): Mark {
  return {
    ...gapMark(0, 'no_heading_found'),
    section_key: `${prefix}.body`,
    boundary_method: 'whole_document',
  }
}

/** `other`, `other_2` become `other_1`, `other_2`. */
function numberedOthers(sections: PlacedSection[], prefix: string): PlacedSection[] {
  return sections.map((section) =>
    section.section_key === `${prefix}.other` ? { ...section, section_key: `${prefix}.other_1` } : section,
  )
}
