import type { Candidate } from './candidate.ts'
import { titleOn } from './items.ts'
import type { PlacedSection } from './section.ts'
import type { Slot } from './slots.ts'

/** Slots of combined headings that have no heading of their own: split at an exact title, or carried by the first. */
export function combinedSlots(chosen: Candidate[], candidates: Candidate[], slots: Slot[]) {
  const notes = new Map<number, string>()
  const split: Candidate[] = []
  const without: number[] = []
  const own = new Set(chosen.map((candidate) => candidate.slot))
  chosen.forEach((candidate, index) => {
    const covered = candidate.alsoCovers.filter((slot) => !own.has(slot))
    if (covered.length === 0) return
    const numbers = [candidate.slot, ...candidate.alsoCovers].map((slot) =>
      slots[slot]?.item?.number.toLowerCase(),
    )
    const note = `items_${numbers.join('_and_')}_combined`
    notes.set(candidate.slot, note)
    const end = chosen[index + 1]?.start ?? Number.POSITIVE_INFINITY
    let from = candidate.headingEnd
    for (const slot of covered) {
      notes.set(slot, note)
      const title = candidates.find(
        (one) => one.found === 'title' && one.slot === slot && one.start > from && one.start < end,
      )
      if (title) {
        split.push(title)
        from = title.headingEnd
      } else {
        without.push(slot)
      }
    }
  })
  return { notes, split, without }
}

/** An item whose text stands under a combined heading: an empty span right after the section that has it. */
export function carriedSection(
  slot: number,
  finished: PlacedSection[],
  slots: Slot[],
  notes: Map<number, string>,
  filedOn: string,
): PlacedSection {
  const note = notes.get(slot) ?? null
  const carrier = finished.find((section) => note !== null && section.note?.split(' ').includes(note))
  const item = slots[slot]?.item
  const at = carrier?.end ?? 0
  return {
    section_key: item?.key ?? '',
    title: carrier?.title ?? (item ? titleOn(item, filedOn) : null),
    status: carrier?.status ?? 'uncertain',
    boundary_method: 'combined_heading',
    confidence: carrier?.confidence ?? 0.5,
    start: at,
    end: at,
    note: carrier?.note ?? note,
  }
}
