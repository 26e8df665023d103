import type { CanonicalText } from '../documents/document.ts'
import type { Candidate } from './candidate.ts'
import { LABEL_WINDOW } from './item-label.ts'
import { labelledCandidates } from './labelled-candidates.ts'
import type { Line } from './lines.ts'
import { type SlotList, slotsByNumber, slotsByTitle, slotsOfParts } from './slots.ts'
import { partCandidate, titleCandidates } from './unnumbered-candidates.ts'

// A hostile text may be nothing but headings; real filings stay far below this.
const MAX_CANDIDATES = 20_000

/** Every line that could be the heading of an item or part, in order of position. Linear in the text. */
export function candidatesOf(text: CanonicalText, lines: Line[], list: SlotList): Candidate[] {
  const byNumber = slotsByNumber(list)
  const byTitle = slotsByTitle(list)
  const parts = slotsOfParts(list)
  const running = new Set<number>()
  const candidates: Candidate[] = []
  for (let index = 0; index < lines.length && candidates.length < MAX_CANDIDATES; index += 1) {
    const line = lines[index]
    if (!line) break
    const raw = text.text.slice(line.start, Math.min(line.end, line.start + LABEL_WINDOW))
    const labelled = labelledCandidates(text.text, lines, index, raw, list, byNumber)
    if (labelled.length > 0) {
      candidates.push(...labelled)
      continue
    }
    const part = partCandidate(text.text, lines, index, raw, parts)
    if (part) {
      candidates.push(part)
      continue
    }
    const titled = titleCandidates(text.text, lines, index, raw, byTitle)
    if (line.kind !== 'page_furniture') candidates.push(...titled)
    // A title at the top of each page of its item: the first of them heads it, when nothing else does.
    else candidates.push(...titled.filter(({ slot }) => !running.has(slot)))
    if (line.kind === 'page_furniture') for (const { slot } of titled) running.add(slot)
  }
  return candidates
}
