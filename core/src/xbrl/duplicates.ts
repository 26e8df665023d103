import type { Fact } from '../facts/fact.ts'
import { consistent } from './decimal.ts'
import { MAX_FACTS } from './reading.ts'

/**
 * Marks facts that say again what another one says: the same tag, context and unit. A rounding of a more exact fact, or a
 * repetition, is a `duplicate`; facts that cannot all be true are `inconsistent_duplicate`, every one of them. What is left
 * unmarked is each statement once, in its most exact form.
 */
export function markDuplicates(facts: Fact[]) {
  const statements = statementNumbers()
  const groups = new Map<number, Fact | Fact[]>()
  for (const fact of facts) {
    // Of a fact without a context nothing is known to be the same.
    if (fact.flags.includes('missing_context')) continue
    const statement = statements(fact)
    const group = groups.get(statement)
    if (group === undefined) groups.set(statement, fact)
    else if (Array.isArray(group)) group.push(fact)
    else groups.set(statement, [group, fact])
  }
  for (const group of groups.values()) if (Array.isArray(group)) markGroup(group)
}

/** More than the units of any filing; what is beyond counts as one unit, and more facts are compared than had to be. */
const MAX_UNITS = 4096

/**
 * Numbers what facts state: the same number for the same tag, unit, and context in the sense of its content. Thousands of
 * facts share a few hundred tags and contexts, so each of these is spelled out once.
 */
function statementNumbers(): (fact: Fact) => number {
  const tags = new Map<string, Map<string, number>>()
  const units = new Map<string | null, number>()
  const contexts = new Map<string, number>()
  const contents = new Map<string, number>()
  let tagCount = 0

  function tagOf({ namespace, tag }: Fact): number {
    let ofNamespace = tags.get(namespace)
    if (ofNamespace === undefined) {
      ofNamespace = new Map()
      tags.set(namespace, ofNamespace)
    }
    let number = ofNamespace.get(tag)
    if (number === undefined) {
      number = tagCount++
      ofNamespace.set(tag, number)
    }
    return number
  }

  function contextOf(fact: Fact): number {
    let number = contexts.get(fact.context_id)
    if (number === undefined) {
      number = numberIn(contents, contentOf(fact))
      contexts.set(fact.context_id, number)
    }
    return number
  }

  return (fact) => {
    const unit = Math.min(numberIn(units, fact.unit), MAX_UNITS - 1)
    return (contextOf(fact) * MAX_UNITS + unit) * MAX_FACTS + tagOf(fact)
  }
}

function numberIn<Key>(numbers: Map<Key, number>, key: Key): number {
  let number = numbers.get(key)
  if (number === undefined) {
    number = numbers.size
    numbers.set(key, number)
  }
  return number
}

/** Period, entity and dimensions: contexts of different ids may state the same. */
function contentOf({ instant, period_start, period_end, entity_cik, dimensions }: Fact): string {
  let content = `${instant} ${period_start} ${period_end} ${entity_cik}`
  for (const { axis, member, typed_value } of dimensions) content += `\n${axis}\n${member}\n${typed_value}`
  return content
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
