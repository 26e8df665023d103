import type { CanonicalText } from '../documents/document.ts'
import { assemble, coverMark, gapMark, type Mark, oneLine, signatureMarks } from './assemble.ts'
import { bodyNote, shownBody } from './body-note.ts'
import type { Candidate } from './candidate.ts'
import { candidatesOf } from './candidates.ts'
import { markContents } from './contents.ts'
import { formerCurrentReportItems } from './current-items.ts'
import { type ItemList, isInForce } from './items.ts'
import { type Line, linesOf } from './lines.ts'
import type { PlacedSection } from './section.ts'
import type { Slot } from './slots.ts'

// Enough for a label alone on its line, too little for a label in the middle of a sentence.
const MIN_SCORE = 1.1
// Real reports have at most some fifteen; what a hostile text adds is left in the last section.
const MAX_HEADINGS = 200

/**
 * Sections of an 8-K: every item heading of the body, in the order printed (filers do not keep the form's order). An item
 * that is not there is not listed: an 8-K reports only the events that happened.
 */
export function currentReportSections(list: ItemList, text: CanonicalText, filedOn: string): PlacedSection[] {
  const lines = linesOf(text)
  let { slots, headings } = headingsOf(list, text, lines, filedOn)
  let former = false
  if (headings.length === 0 && list.items !== formerCurrentReportItems) {
    // Templates with the old numbering were in use for some weeks after it ended.
    const old = headingsOf({ ...list, items: formerCurrentReportItems }, text, lines, filedOn)
    if (old.headings.every((heading) => heading.similarity >= 0.9) && old.headings.length > 0) {
      former = true
      slots = old.slots
      headings = old.headings
    }
  }
  const marks: Mark[] = headings.map((heading) => {
    const item = slots[heading.slot]?.item
    const confidence = heading.similarity >= 0.9 ? 0.97 : heading.similarity >= 0.3 ? 0.88 : 0.7
    const numbers = [heading.slot, ...heading.alsoCovers].map((slot) =>
      slots[slot]?.item?.number.replace('.', '_'),
    )
    return {
      start: heading.start,
      headingEnd: heading.headingEnd,
      section_key: item?.key ?? null,
      title: oneLine(heading.heading),
      boundary_method: numbers.length > 1 ? 'combined_heading' : 'heading',
      confidence: Math.max(
        0.3,
        confidence -
          (former ? 0.4 : 0) -
          (item && !isInForce(item, filedOn) ? 0.1 : 0) -
          (heading.prose ? 0.3 : 0),
      ),
      notes: [
        ...(numbers.length > 1 ? [`items_${numbers.join('_and_')}_combined`] : []),
        ...(former ? ['former_numbering'] : []),
      ],
    }
  })
  for (const heading of headings) {
    const before = lines[heading.line - 1]
    // "Section 8 - Other Events": the form groups its items, and some filers print the name of the group.
    if (
      before &&
      /^\W*section\s+\d\b.{0,100}$/i.test(
        text.text.slice(before.start, Math.min(before.end, before.start + 120)),
      )
    )
      marks.push(gapMark(before.start, 'section_heading'))
  }
  marks.push(...signatureMarks(text, lines, list.prefix, headings.at(-1)?.start ?? 0))
  if (headings.length === 0) marks.push(gapMark(0, 'no_item_found'))
  else if ((headings[0]?.start ?? 0) > 0) marks.push(coverMark(list.prefix))

  const sections = assemble(marks, list.prefix, text.text.length).map((section) => {
    const mark = marks.find((one) => one.start === section.start)
    if (!mark?.section_key || !section.section_key.includes('.item_')) return section
    const said = bodyNote(
      section.title ?? '',
      shownBody(text, lines, Math.min(mark.headingEnd, section.end), section.end),
    )
    return said ? { ...section, note: [section.note, said].filter(Boolean).join(' ') } : section
  })
  return withCovered(sections, headings, slots)
}

function headingsOf(list: ItemList, text: CanonicalText, lines: Line[], filedOn: string) {
  const slots: Slot[] = list.items.map((item) => ({ kind: 'item', part: null, item }))
  const style = list.items === formerCurrentReportItems ? 'plain' : 'decimal'
  const candidates = candidatesOf(text, lines, { slots, style, filedOn })
  markContents(candidates, lines, text.text)
  const headings: Candidate[] = []
  const listed = listedOnly(candidates, text)
  for (const candidate of candidates) {
    if (listed.has(candidate)) continue
    if (candidate.found !== 'label' || candidate.score < MIN_SCORE || candidate.continued) continue
    if (candidate.prose && candidate.similarity < 0.9) continue
    if (candidate.inContents && candidate.pageNumber) continue
    const previous = headings.at(-1)
    // The same heading again, at the top of the next page, continues the section.
    if (previous && previous.slot === candidate.slot) continue
    headings.push(candidate)
    if (headings.length === MAX_HEADINGS) break
  }
  return { slots, headings }
}

/** Entries of a list of contents: nothing that reads like a sentence follows, and the item stands again further down. */
function listedOnly(candidates: Candidate[], text: CanonicalText): Set<Candidate> {
  const listed = new Set<Candidate>()
  const later = new Set<number>()
  for (let index = candidates.length - 1; index >= 0; index -= 1) {
    const candidate = candidates[index] as Candidate
    if (candidate.found !== 'label' || candidate.prose || candidate.score < MIN_SCORE) continue
    const next = candidates.slice(index + 1, index + 9).find((one) => one.start > candidate.start)
    const body = text.text.slice(
      candidate.headingEnd,
      Math.min(next?.start ?? text.text.length, candidate.headingEnd + 4000),
    )
    const lines = body.split('\n').filter((line) => line.trim() !== '')
    // A list ends in "Signature" or "Exhibit Index"; an item has a body first.
    const endsList = /^\W*(?:signatures?|exhibit index|table of contents)\W*$/i.test(lines[0] ?? '')
    if (later.has(candidate.slot) && (endsList || !lines.some(readsLikeSentence))) listed.add(candidate)
    later.add(candidate.slot)
  }
  return listed
}

function readsLikeSentence(line: string): boolean {
  if (line.length > 120) return true
  return /[.:;]\s*$/.test(line) && line.split(/\s+/).length >= 6 && !/^\W*ex(?:hibit)?[\s.-]?\d/i.test(line)
}

/** Further items of a combined heading: an empty span after the section that carries their text. */
function withCovered(sections: PlacedSection[], headings: Candidate[], slots: Slot[]): PlacedSection[] {
  const result = [...sections]
  const keys = new Set(sections.map((section) => section.section_key))
  for (const heading of headings) {
    const carrier = sections.find((section) => section.start === heading.start)
    if (!carrier) continue
    for (const slot of heading.alsoCovers) {
      const key = slots[slot]?.item?.key
      if (!key || keys.has(key)) continue
      keys.add(key)
      result.splice(result.findLastIndex((one) => one.end === carrier.end) + 1, 0, {
        ...carrier,
        section_key: key,
        start: carrier.end,
        end: carrier.end,
      })
    }
  }
  return result
}
