/**
 * The work one diff may do, in elementary steps. Two texts with nothing in common cost the square of their length, and
 * texts are chosen by strangers: what the budget does not cover stays coarse.
 */
export interface WorkBudget {
  /** Takes so many steps; false when they are not left, and then nothing is taken. */
  take(steps: number): boolean
  readonly exhausted: boolean
}

export function workBudget(steps: number): WorkBudget {
  let left = steps
  let exhausted = false
  return {
    take(wanted) {
      if (wanted > left) {
        exhausted = true
        return false
      }
      left -= wanted
      return true
    },
    get exhausted() {
      return exhausted
    },
  }
}
