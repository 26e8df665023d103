import { bestAssignment } from './assignment.ts'
import type { Numbers } from './similarity.ts'
import { cosines, tfIdfVectors } from './tf-idf.ts'
import { twins } from './word-runs.ts'

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
 * enough to be one unit. The result depends on what the units say, not on their order. Words are numbers of the
 * vocabulary, alike on both sides.
 */
export function matchUnits<U extends { start: number; words: Numbers }>(
  left: readonly U[],
  right: readonly U[],
  vocabulary: readonly string[],
  { sameFrom, modifiedFrom }: UnitMatchOptions,
): UnitMatch<U> {
  const match: UnitMatch<U> = { same: [], modified: [], added: [], removed: [] }
  const earlier = left.toSorted(byPlace)
  const later = right.toSorted(byPlace)
  const twinOf = twins(
    earlier.map(({ words }) => words),
    later.map(({ words }) => words),
  )
  const taken = new Set<U>()
  earlier.forEach((unit, index) => {
    const twin = later[twinOf[index] ?? -1]
    if (!twin) return
    match.same.push({ left: unit, right: twin, similarity: 1 })
    taken.add(unit).add(twin)
  })
  const open = inOrderOfWords(
    earlier.filter((unit) => !taken.has(unit)),
    vocabulary,
  )
  const candidates = inOrderOfWords(
    later.filter((unit) => !taken.has(unit)),
    vocabulary,
  )
  // Units with a twin count in the document frequencies, and need no vector.
  const settled = match.same.flatMap((pair) => [pair.left.words, pair.right.words])
  const vectors = tfIdfVectors(
    [...settled, ...open.map(({ words }) => words), ...candidates.map(({ words }) => words)],
    vocabulary,
    settled.length,
  )
  const gains = cosines(vectors.slice(0, open.length), vectors.slice(open.length), modifiedFrom)

  bestAssignment(gains).forEach((column, row) => {
    const unit = open[row]
    const partner = candidates[column]
    if (!unit) return
    if (!partner) {
      match.removed.push(unit)
      return
    }
    taken.add(partner)
    const similarity = gains[row]?.[column] ?? 0
    match[similarity >= sameFrom ? 'same' : 'modified'].push({ left: unit, right: partner, similarity })
  })
  match.added.push(...candidates.filter((unit) => !taken.has(unit)))

  match.added.sort(byPlace)
  match.removed.sort(byPlace)
  match.same.sort((a, b) => byPlace(a.right, b.right))
  match.modified.sort((a, b) => byPlace(a.right, b.right))
  return match
}

/** Units in the order of their words, so that ties fall the same way however the filer arranged them. */
function inOrderOfWords<U extends { start: number; words: Numbers }>(
  units: readonly U[],
  vocabulary: readonly string[],
): U[] {
  return units
    .map((unit) => ({ unit, key: Array.from(unit.words, (word) => vocabulary[word]).join(' ') }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : byPlace(a.unit, b.unit)))
    .map(({ unit }) => unit)
}

function byPlace(a: { start: number }, b: { start: number }): number {
  return a.start - b.start
}
