import { type Random, randomOf } from '../invariants/random.ts'

/** What a plan must know of a kind of fault. */
export interface Plannable {
  /** Of the matrix: `F1` to `F22`. */
  fault: string
  name: string
  /** Faults of one resource follow each other; of different resources they overlap. */
  resource: string
  /** Whatever else it takes, and must not be taken from it meanwhile. */
  alsoTakes?: readonly string[]
  /** How much more often than others. */
  weight: number
  holdMs: readonly [least: number, most: number]
}

export interface PlannedFault<K extends Plannable = Plannable> {
  atMs: number
  kind: K
  holdMs: number
  /** For what the fault decides by chance. */
  seed: number
}

/**
 * Which fault comes when: the same seed gives the same plan. Every kind comes at least once if there is room for all, and
 * further ones by their weights.
 */
export function planFaults<K extends Plannable>(
  kinds: readonly K[],
  { seed, count, forMs }: { seed: number; count: number; forMs: number },
): PlannedFault<K>[] {
  const random = randomOf(seed)
  const order = [...shuffled(kinds, random)].slice(0, count)
  while (order.length < count) order.push(weighted(kinds, random))
  const gap = forMs / count
  return shuffled(order, random).map((kind, index) => {
    const [least, most] = kind.holdMs
    return {
      atMs: Math.round((index + random.next()) * gap),
      kind,
      holdMs: Math.round(least + random.next() * (most - least)),
      seed: random.below(2 ** 31),
    }
  })
}

function weighted<K extends Plannable>(kinds: readonly K[], random: Random): K {
  const total = kinds.reduce((sum, { weight }) => sum + weight, 0)
  let left = random.next() * total
  for (const kind of kinds) {
    left -= kind.weight
    if (left < 0) return kind
  }
  return kinds.at(-1) as K
}

function shuffled<T>(values: readonly T[], random: Random): T[] {
  const list = [...values]
  for (let at = list.length - 1; at > 0; at--) {
    const other = random.below(at + 1)
    ;[list[at], list[other]] = [list[other] as T, list[at] as T]
  }
  return list
}
