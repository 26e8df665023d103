import type { CanonicalText } from '../documents/document.ts'
import { bodyNote, shownBody } from './body-note.ts'
import type { Candidate } from './candidate.ts'
import { isInForce, titleOn } from './items.ts'
import type { Line } from './lines.ts'
import type { PlacedSection } from './section.ts'
import type { Slot } from './slots.ts'

const CONFIDENCE = 0.85

/**
 * Items of a part that has one paragraph instead of item headings: "The information called for by Part III … is incorporated
 * by reference from the proxy statement." They have no text of their own and stand at the end of that paragraph.
 */
export function itemsOfReferringParts(
  finished: PlacedSection[],
  chosen: Candidate[],
  slots: Slot[],
  context: { text: CanonicalText; lines: Line[]; filedOn: string },
): PlacedSection[] {
  const { text, lines, filedOn } = context
  const found = new Set(finished.map(({ section_key }) => section_key))
  return chosen.flatMap((candidate) => {
    const { kind, part } = slots[candidate.slot] as Slot
    const gap = finished.find(({ start, note }) => start === candidate.start && note === 'part_heading')
    if (kind !== 'part' || !gap) return []
    const items = slots.flatMap((slot) =>
      slot.part === part && slot.item && !slot.item.optional && isInForce(slot.item, filedOn)
        ? [slot.item]
        : [],
    )
    if (items.length === 0 || items.some(({ key }) => found.has(key))) return []
    const body = shownBody(text, lines, candidate.headingEnd, gap.end)
    if (bodyNote('', body) !== 'incorporated_by_reference') return []
    return items.map((item) => ({
      section_key: item.key,
      title: titleOn(item, filedOn),
      status: 'ok' as const,
      boundary_method: 'combined_heading' as const,
      confidence: CONFIDENCE,
      start: gap.end,
      end: gap.end,
      note: 'incorporated_by_reference',
    }))
  })
}
