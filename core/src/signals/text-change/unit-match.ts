import { bestAssignment } from './assignment.ts'
import { cosine, tfIdfVectors } from './tf-idf.ts'

/** What became of the units of a text from one year to the next. Every unit of either side is in exactly one group. */
export interface UnitMatch<U> {
  same: { left: U; right: U; similarity: number }[]
  modified: { left: U; right: U; similarity: number }[]
  added: U[]
  removed: U[]
}

export interface UnitMatchOptions {
  /** Cosine from which two units are the same. */
  sameFrom: number
  /** Cosine from which one is the other rewritten. */
  modifiedFrom: number
}

/**
 * Matches units by tf·idf cosine, idf over both sides. Units with equal words are matched first: what did not change is
 * not up for trade. The rest goes to the assignment with the greatest total similarity, counting only pairs similar
 * enough to be one unit. The result depends on what the units say, not on their order.
 */
export function matchUnits<U extends { start: number; words: readonly string[] }>(
  left: readonly U[],
  right: readonly U[],
  { sameFrom, modifiedFrom }: UnitMatchOptions,
): UnitMatch<U> {
  const match: UnitMatch<U> = { same: [], modified: [], added: [], removed: [] }
  const ordered = [inOrderOfWords(left), inOrderOfWords(right)] as const
  const vectors = tfIdfVectors([...ordered[0], ...ordered[1]].map(({ unit }) => unit.words))
  const earlier = ordered[0].map((each, index) => ({ ...each, vector: vectors[index] }))
  const later = ordered[1].map((each, index) => ({ ...each, vector: vectors[ordered[0].length + index] }))

  const waiting = new Map<string, typeof later>()
  for (const unit of later) waiting.set(unit.key, [...(waiting.get(unit.key) ?? []), unit])
  const taken = new Set<U>()
  const open = earlier.filter(({ key, unit }) => {
    const twin = waiting.get(key)?.shift()
    if (!twin) return true
    match.same.push({ left: unit, right: twin.unit, similarity: 1 })
    taken.add(twin.unit)
    return false
  })
  const candidates = later.filter(({ unit }) => !taken.has(unit))

  const gains = open.map((a) =>
    candidates.map((b) => {
      const similarity = a.vector && b.vector ? cosine(a.vector, b.vector) : 0
      return similarity >= modifiedFrom ? similarity : 0
    }),
  )
  bestAssignment(gains).forEach((column, row) => {
    const unit = open[row]?.unit
    const partner = candidates[column]?.unit
    if (!unit) return
    if (!partner) {
      match.removed.push(unit)
      return
    }
    taken.add(partner)
    const similarity = gains[row]?.[column] ?? 0
    match[similarity >= sameFrom ? 'same' : 'modified'].push({ left: unit, right: partner, similarity })
  })
  match.added.push(...candidates.filter(({ unit }) => !taken.has(unit)).map(({ unit }) => unit))

  match.added.sort(byPlace)
  match.removed.sort(byPlace)
  match.same.sort((a, b) => byPlace(a.right, b.right))
  match.modified.sort((a, b) => byPlace(a.right, b.right))
  return match
}

/** Units in the order of their words, so that ties fall the same way however the filer arranged them. */
function inOrderOfWords<U extends { start: number; words: readonly string[] }>(units: readonly U[]) {
  return units
    .map((unit) => ({ unit, key: unit.words.join(' ') }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : byPlace(a.unit, b.unit)))
}

function byPlace(a: { start: number }, b: { start: number }): number {
  return a.start - b.start
}
