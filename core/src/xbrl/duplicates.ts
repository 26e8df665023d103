import type { Fact } from '../facts/fact.ts'
import { consistent } from './decimal.ts'

/**
 * Marks facts that say again what another one says: the same tag, context and unit. A rounding of a more exact fact, or a
 * repetition, is a `duplicate`; facts that cannot all be true are `inconsistent_duplicate`, every one of them. What is left
 * unmarked is each statement once, in its most exact form.
 */
export function markDuplicates(facts: Fact[]) {
  const groups = new Map<string, Fact[]>()
  const contextKeys = new Map<Fact['dimensions'], string>()
  for (const fact of facts) {
    // Of a fact without a context nothing is known to be the same.
    if (fact.flags.includes('missing_context')) continue
    const key = `${fact.namespace} ${fact.tag} ${fact.unit} ${periodKey(fact)} ${fact.entity_cik} ${dimensionKey(fact, contextKeys)}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [fact])
    else group.push(fact)
  }
  for (const group of groups.values()) if (group.length > 1) markGroup(group)
}

function periodKey(fact: Fact): string {
  return fact.instant ?? `${fact.period_start}/${fact.period_end}`
}

function dimensionKey({ dimensions }: Fact, known: Map<Fact['dimensions'], string>): string {
  if (dimensions.length === 0) return ''
  let key = known.get(dimensions)
  if (key === undefined) {
    key = JSON.stringify(dimensions)
    known.set(dimensions, key)
  }
  return key
}

function markGroup(group: Fact[]) {
  const best = group.reduce((chosen, fact) => (precisionOf(fact) > precisionOf(chosen) ? fact : chosen))
  const contradicted = group.some((fact) => !agree(fact, best))
  for (const fact of group) {
    if (contradicted) fact.flags.push('inconsistent_duplicate')
    else if (fact !== best) fact.flags.push('duplicate')
  }
}

/** A fact with a value says more than a nil one, an exact one more than a rounding. */
function precisionOf(fact: Fact): number {
  if (fact.value_text === null) return Number.NEGATIVE_INFINITY
  return fact.decimals_exact ? Number.POSITIVE_INFINITY : (fact.decimals ?? -1000)
}

function agree(a: Fact, b: Fact): boolean {
  if (a.nil !== b.nil) return false
  if (a.value_text === b.value_text) return true
  if (a.value_text === null || b.value_text === null)
    return a.flags.includes('long_text') || b.flags.includes('long_text')
  if (a.value === null || b.value === null || a.value_text.includes('/') || b.value_text.includes('/'))
    return false
  return consistent(roundingOf(a), roundingOf(b))
}

/** A number without decimals is taken as it stands. */
function roundingOf(fact: Fact): { value: string; decimals: number | null } {
  return { value: fact.value_text as string, decimals: fact.decimals_exact ? null : fact.decimals }
}
