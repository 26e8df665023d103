import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Something found that a person looked at and let pass. */
export interface Allowance {
  rule: string
  /** The place, or the place in a shared component, as the check prints it. */
  at: string
  /** Why it may be so. */
  reason: string
}

export interface Allowances {
  breaking: Allowance[]
  lint: Allowance[]
}

const FILE = join(import.meta.dirname, 'allowed.json')

export function readAllowances(): Allowances {
  const { breaking, lint } = JSON.parse(readFileSync(FILE, 'utf8')) as Allowances
  for (const { rule, at, reason } of [...breaking, ...lint]) {
    if (!rule || !at || !reason || reason.length < 10) {
      throw new Error(`allowed.json: ${rule} at ${at} needs a rule, a place and a reason`)
    }
  }
  return { breaking, lint }
}

/** What was not let pass, and what was let pass but is not found any more: a list of exceptions only gets shorter. */
export function judged<F extends { rule: string; at: string; within?: string | null }>(
  found: F[],
  allowances: Allowance[],
): { left: F[]; unused: Allowance[] } {
  const fits = ({ rule, at }: Allowance, one: F) => rule === one.rule && (at === one.at || at === one.within)
  return {
    left: found.filter((one) => !allowances.some((allowance) => fits(allowance, one))),
    unused: allowances.filter((allowance) => !found.some((one) => fits(allowance, one))),
  }
}
