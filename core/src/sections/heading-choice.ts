import type { Candidate } from './candidate.ts'
import { isInForce } from './items.ts'
import type { Slot } from './slots.ts'

const OUT_OF_ORDER_SCORE = 3

/** Look, plus what follows: a heading has a body, and a running header repeats a heading that was already there. */
export function pointsOf(candidates: Candidate[]): Map<Candidate, number> {
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
export function withOutOfOrder(chain: Candidate[], candidates: Candidate[], slots: Slot[]): Candidate[] {
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

/** How sure it is that the candidate is the heading of its slot. */
export function confidenceOf(candidate: Candidate, slot: Slot, filedOn: string): number {
  // The form gives the executive officers a title and no number, and parts of items a letter.
  if (candidate.found === 'title') return slot.item?.number === '4A' || slot.item?.letter ? 0.85 : 0.55
  const { similarity } = candidate
  let confidence = similarity >= 0.99 ? 0.97 : similarity >= 0.6 ? 0.9 : similarity >= 0.3 ? 0.8 : 0.62
  if (candidate.prose) confidence -= 0.25
  if (candidate.continued) confidence -= 0.2
  if (slot.item && !isInForce(slot.item, filedOn)) confidence -= 0.1
  return confidence
}
