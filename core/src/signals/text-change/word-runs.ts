import type { Numbers } from './similarity.ts'

/** A hash of words in order; equal words have equal hashes. */
export function runHash(words: Numbers): number {
  let hash = words.length
  for (let index = 0; index < words.length; index++) {
    hash = Math.imul(hash ^ (words[index] as number), 0x9e3779b1)
    hash ^= hash >>> 15
  }
  return hash
}

export function sameRun(a: Numbers, b: Numbers): boolean {
  if (a.length !== b.length) return false
  for (let index = 0; index < a.length; index++) if (a[index] !== b[index]) return false
  return true
}

/**
 * Pairs runs of equal words, each at most once, the first of one side with the first of the other. Returns for each run
 * on the left the index of its twin on the right, or -1.
 */
export function twins(left: readonly Numbers[], right: readonly Numbers[]): Int32Array {
  const waiting = new Map<number, { indexes: number[]; next: number }>()
  right.forEach((words, index) => {
    const hash = runHash(words)
    const others = waiting.get(hash)
    if (others) others.indexes.push(index)
    else waiting.set(hash, { indexes: [index], next: 0 })
  })
  return Int32Array.from(left, (words) => {
    const others = waiting.get(runHash(words))
    if (!others) return -1
    // As a rule the next one is equal; only where hashes collide is it another.
    for (let place = others.next; place < others.indexes.length; place++) {
      const index = others.indexes[place] as number
      if (!sameRun(words, right[index] as Numbers)) continue
      if (place > others.next) others.indexes.copyWithin(others.next + 1, others.next, place)
      others.next++
      return index
    }
    return -1
  })
}
