import type { Vector } from './vector.ts'

/** Every published example, in the order of the families. */
export const vectors: readonly Vector[] = []
