import type { Fact } from '../facts/fact.ts'
import { consistent } from './decimal.ts'

/**
 * Marks facts that say again what another one says: the same tag, context and unit. A rounding of a more exact fact, or a
 * repetition, is a `duplicate`; facts that cannot all be true are `inconsistent_duplicate`, every one of them. What is left
 * unmarked is each statement once, in its most exact form.
 */
export function markDuplicates(facts: Fact[]) {
  const statements = new StatementTable(facts.length)
  const groups = new Map<Fact, Fact[]>()
  for (const fact of facts) {
    // Of a fact without a context nothing is known to be the same.
    if (fact.flags.length > 0 && fact.flags.includes('missing_context')) continue
    const first = statements.firstOf(fact)
    if (first === fact) continue
    const group = groups.get(first)
    if (group === undefined) groups.set(first, [first, fact])
    else group.push(fact)
  }
  for (const group of groups.values()) markGroup(group)
}

/**
 * Finds the first fact that states the same: the same tag, unit, and context in the sense of its content. Thousands of facts
 * share a few hundred of each, so these are spelled out once, and facts are told apart by their numbers.
 */
class StatementTable {
  readonly #slots: Int32Array
  readonly #firsts: Fact[] = []
  readonly #numbers: { context: number; tag: number; unit: number }[] = []
  readonly #tags = new Map<string, Map<string, number>>()
  readonly #units = new Map<string | null, number>()
  readonly #contexts = new Map<string, number>()
  readonly #contents = new Map<string, number>()
  #tagCount = 0

  constructor(facts: number) {
    // Half of the slots stay free, so that a search is short.
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * facts + 2))).fill(-1)
  }

  firstOf(fact: Fact): Fact {
    const context = this.#contextOf(fact)
    const tag = this.#tagOf(fact)
    const unit = numberIn(this.#units, fact.unit)
    const mask = this.#slots.length - 1
    let slot =
      (Math.imul(context, 0x9e3779b1) ^ Math.imul(tag, 0x85ebca6b) ^ Math.imul(unit, 0xc2b2ae35)) >>> 7
    for (;;) {
      slot &= mask
      const index = this.#slots[slot] as number
      if (index < 0) {
        this.#slots[slot] = this.#firsts.push(fact) - 1
        this.#numbers.push({ context, tag, unit })
        return fact
      }
      const numbers = this.#numbers[index]
      if (numbers?.context === context && numbers.tag === tag && numbers.unit === unit)
        return this.#firsts[index] as Fact
      slot++
    }
  }

  #tagOf({ namespace, tag }: Fact): number {
    let tags = this.#tags.get(namespace)
    if (tags === undefined) {
      tags = new Map()
      this.#tags.set(namespace, tags)
    }
    let number = tags.get(tag)
    if (number === undefined) {
      number = this.#tagCount++
      tags.set(tag, number)
    }
    return number
  }

  #contextOf(fact: Fact): number {
    let number = this.#contexts.get(fact.context_id)
    if (number === undefined) {
      number = numberIn(this.#contents, contentOf(fact))
      this.#contexts.set(fact.context_id, number)
    }
    return number
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
