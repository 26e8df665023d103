import fc from 'fast-check'

/** Numbers that a seed decides (mulberry32), so that a run can be repeated. */
export function randomOf(seed: number) {
  let state = seed >>> 0
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const integer = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return {
    integer,
    chance: (probability: number) => next() < probability,
    pick<T>(values: readonly T[]): T {
      return values[integer(0, values.length - 1)] as T
    },
    /** A text that a pattern fits. */
    matching(pattern: string): string {
      return fc.sample(fc.stringMatching(new RegExp(pattern)), { numRuns: 1, seed: integer(1, 1e9) })[0] ?? ''
    },
  }
}
export type Random = ReturnType<typeof randomOf>
