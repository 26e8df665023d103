import type { CanonicalText } from '../documents/document.ts'
import type { Candidate } from './candidate.ts'
import { LABEL_WINDOW } from './item-label.ts'
import { labelledCandidates } from './labelled-candidates.ts'
import type { Line } from './lines.ts'
import { type SlotList, slotsByNumber, slotsByTitle, slotsOfParts } from './slots.ts'
import { partCandidate, titleCandidates } from './unnumbered-candidates.ts'

// A hostile text may be nothing but headings; real filings stay far below this.
const MAX_CANDIDATES = 20_000
// No heading is signs alone for longer than this.
const MAX_SIGNS = 40

/**
 * Every line that could be the heading of an item or part, in order of position. Linear in the text: three letters of a line
 * tell nine times out of ten that it is none, and only the others are cut out and read.
 */
export function candidatesOf(text: CanonicalText, lines: Line[], list: SlotList): Candidate[] {
  const byNumber = slotsByNumber(list)
  const byTitle = slotsByTitle(list)
  const parts = slotsOfParts(list)
  const titleOpenings = new Set([...byTitle.keys()].map((title) => openingOf(title, 0, title.length)))
  const running = new Set<number>()
  const candidates: Candidate[] = []
  for (let index = 0; index < lines.length && candidates.length < MAX_CANDIDATES; index += 1) {
    const line = lines[index] as Line
    const opening = openingOf(text.text, line.start, line.end)
    const mayBeTitle = titleOpenings.has(opening)
    const first = opening >> 16
    const mayBeLabel = first === LETTER_I || first === LETTER_P || (first >= DIGIT_0 && first <= DIGIT_9)
    if (!mayBeTitle && !mayBeLabel) continue
    const raw = text.text.slice(line.start, Math.min(line.end, line.start + LABEL_WINDOW))
    const labelled = mayBeLabel ? labelledCandidates(text.text, lines, index, raw, list, byNumber) : []
    if (labelled.length > 0) {
      candidates.push(...labelled)
      continue
    }
    const part = first === LETTER_P ? partCandidate(text.text, lines, index, raw, parts) : null
    if (part) {
      candidates.push(part)
      continue
    }
    if (!mayBeTitle) continue
    const titled = titleCandidates(text.text, lines, index, raw, byTitle)
    if (line.kind !== 'page_furniture') candidates.push(...titled)
    // A title at the top of each page of its item: the first of them heads it, when nothing else does.
    else candidates.push(...titled.filter(({ slot }) => !running.has(slot)))
    if (line.kind === 'page_furniture') for (const { slot } of titled) running.add(slot)
  }
  return candidates
}

const LETTER_I = 105
const LETTER_P = 112
const DIGIT_0 = 48
const DIGIT_9 = 57

/** The first three letters or digits, lower-case, packed into a number; fewer where there are no more. */
function openingOf(text: string, start: number, end: number): number {
  let packed = 0
  let seen = 0
  const limit = Math.min(end, start + MAX_SIGNS)
  for (let at = start; at < limit && seen < 3; at += 1) {
    let code = text.charCodeAt(at)
    if (code >= 65 && code <= 90) code += 32
    if ((code >= 97 && code <= 122) || (code >= DIGIT_0 && code <= DIGIT_9)) {
      packed = (packed << 8) | code
      seen += 1
    }
  }
  return packed << (8 * (3 - seen))
}
