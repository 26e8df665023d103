import { consistent } from '../xbrl/decimal.ts'
import type { CompanyFact } from './company-facts.ts'
import type { Fact } from './fact.ts'

/**
 * `equal`: both have the fact with the same value. `different`: both have it, with other values. `only_theirs`: we have no
 * such fact. `only_ours`: `companyfacts` does not list it.
 */
export type ReconciliationStatus = 'equal' | 'different' | 'only_ours' | 'only_theirs'

/** Why a fact is only on one side, or differs. Codes are permanent. */
export type ReconciliationReason =
  /** Of a part of the company; `companyfacts` has facts about the whole only. */
  | 'dimensional'
  | 'text'
  | 'nil'
  /** A taxonomy of the filer's own. */
  | 'extension'
  /** A published taxonomy of which `companyfacts` lists nothing for this filing. */
  | 'taxonomy_not_listed'
  /** The context names somebody else than the company. */
  | 'other_entity'
  /** Says again what another fact of the filing says. */
  | 'duplicate'
  /** A number without a unit, a period or a readable value. */
  | 'flagged'
  /** The values are roundings of one number. */
  | 'rounding'
  /** The filing contradicts itself, and `companyfacts` lists another of its values. */
  | 'inconsistent_duplicate'
  /** We hold the fact in another unit, or for another period. */
  | 'other_unit'
  | 'other_period'
  | 'unexplained'

export interface Reconciled {
  status: ReconciliationStatus
  reason: ReconciliationReason | null
  /** `us-gaap:Assets USD 2024-12-31`. */
  fact: string
  ours: string | null
  theirs: string | null
}

/** `companyfacts` cuts units after this many characters. */
const UNIT_LENGTH = 20

/**
 * Holds our reading of one filing against what `companyfacts` lists under its accession number, both ways. Their numbers are
 * doubles, so equal means equal as doubles; everything else is compared exactly.
 */
export function reconcile(cik: string, ours: readonly Fact[], theirs: readonly CompanyFact[]): Reconciled[] {
  const held = new Map<string, Fact[]>()
  for (const fact of ours) {
    if (excluded(fact, cik) !== null) continue
    const list = held.get(keyOf(fact))
    if (list === undefined) held.set(keyOf(fact), [fact])
    else list.push(fact)
  }
  const listed = new Set<string>()
  const rows: Reconciled[] = []
  for (const fact of theirs) {
    const key = keyOfTheirs(fact)
    listed.add(key)
    rows.push(compare(fact, key, held.get(key), ours))
  }
  const taxonomies = new Set(theirs.map(({ taxonomy }) => taxonomy))
  for (const fact of ours) {
    const reason = excluded(fact, cik)
    const key = keyOf(fact)
    if (reason === null && listed.has(key)) continue
    rows.push({
      status: 'only_ours',
      reason: reason ?? (taxonomies.has(fact.taxonomy) ? unlisted(fact) : 'taxonomy_not_listed'),
      fact: key,
      ours: fact.value_text,
      theirs: null,
    })
  }
  return rows
}

function compare(
  theirs: CompanyFact,
  key: string,
  held: Fact[] | undefined,
  all: readonly Fact[],
): Reconciled {
  const row = { fact: key, theirs: theirs.value_text }
  if (held === undefined) {
    return { ...row, status: 'only_theirs', reason: absence(theirs, all), ours: null }
  }
  const equal = held.find((fact) => Number(fact.value_text) === Number(theirs.value_text))
  if (equal !== undefined) return { ...row, status: 'equal', reason: null, ours: equal.value_text }
  const [first] = held as [Fact]
  return { ...row, status: 'different', reason: difference(first, theirs), ours: first.value_text }
}

function difference(ours: Fact, theirs: CompanyFact): ReconciliationReason {
  if (ours.flags.includes('inconsistent_duplicate')) return 'inconsistent_duplicate'
  const rounding = { value: ours.value_text as string, decimals: ours.decimals_exact ? null : ours.decimals }
  return consistent(rounding, { value: theirs.value_text, decimals: null }) ? 'rounding' : 'unexplained'
}

function absence(theirs: CompanyFact, all: readonly Fact[]): ReconciliationReason {
  const same = all.filter(
    (fact) => fact.tag === theirs.tag && fact.taxonomy === theirs.taxonomy && fact.value_text !== null,
  )
  const period = (fact: Fact) => `${fact.period_start} ${fact.period_end ?? fact.instant}`
  const wanted = `${theirs.period_start} ${theirs.period_end}`
  if (same.some((fact) => period(fact) === wanted && fact.unit !== theirs.unit)) return 'other_unit'
  if (same.some((fact) => period(fact) === wanted)) return 'dimensional'
  return same.some((fact) => Number(fact.value_text) === Number(theirs.value_text))
    ? 'other_period'
    : 'unexplained'
}

/** Why a fact of ours cannot be in `companyfacts`; null when it can. */
function excluded(fact: Fact, cik: string): ReconciliationReason | null {
  if (fact.nil) return 'nil'
  if (fact.unit === null && fact.value === null && !fact.flags.includes('missing_unit')) return 'text'
  if (fact.dimensions.length > 0) return 'dimensional'
  if (fact.is_extension) return 'extension'
  if (fact.entity_cik !== cik) return 'other_entity'
  if (fact.unit === null || fact.value_text === null || (fact.period_end ?? fact.instant) === null)
    return 'flagged'
  return fact.flags.includes('segment_without_dimension') ? 'dimensional' : null
}

function unlisted(fact: Fact): ReconciliationReason {
  return fact.flags.includes('duplicate') ? 'duplicate' : 'unexplained'
}

function keyOf(fact: Fact): string {
  const period = fact.instant ?? periodText(fact.period_start, fact.period_end as string)
  return `${fact.taxonomy}:${fact.tag} ${fact.unit?.slice(0, UNIT_LENGTH)} ${period}`
}

function keyOfTheirs({ taxonomy, tag, unit, period_start, period_end }: CompanyFact): string {
  return `${taxonomy}:${tag} ${unit.slice(0, UNIT_LENGTH)} ${periodText(period_start, period_end)}`
}

/** `companyfacts` lists a duration of one day without its start, as if it were a moment. */
function periodText(start: string | null, end: string): string {
  return start === null || start === end ? end : `${start}/${end}`
}
