import { accountingVectors } from '../accounting/vectors.ts'
import { eventVectors } from '../events/vectors.ts'
import { governanceVectors } from '../governance/vectors.ts'
import { networkVectors } from '../network/vectors.ts'
import { ownershipVectors } from '../ownership/vectors.ts'
import { reportedFactVectors } from '../reported-facts/vectors.ts'
import { textChangeVectors } from '../text-change/vectors.ts'
import { toneVectors } from '../tone/vectors.ts'
import type { Vector } from './vector.ts'

/** Every published example, in the order of its number. */
export const vectors: readonly Vector[] = [
  ...textChangeVectors,
  ...toneVectors,
  ...accountingVectors,
  ...reportedFactVectors,
  ...governanceVectors,
  ...ownershipVectors,
  ...networkVectors,
  ...eventVectors,
].toSorted((one, other) => numberOf(one) - numberOf(other))

function numberOf({ id }: Vector): number {
  return Number(/\d+/.exec(id)?.[0])
}
