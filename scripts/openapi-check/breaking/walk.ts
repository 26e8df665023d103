import { directionOf, type Finding, RULES, type RuleId } from './rules.ts'
import { componentOf, type Json } from './shape.ts'

/** Two contracts being compared. */
export interface Walk {
  base: Json
  next: Json
  /** Announcements are counted from here. */
  today: Date
  found: Finding[]
  /** Pairs of schemas that were met in this operation: recursive ones end here. */
  seen: Set<string>
}

export interface Place {
  at: string
  within: string | null
}

/** More than any contract has; a comparison that gets here goes round in circles. */
const MAX_PAIRS = 100_000

export function report(walk: Walk, rule: RuleId, { at, within }: Place, detail = ''): void {
  const [severity, says] = RULES[rule]
  const change = detail ? `${says}: ${detail}` : says
  walk.found.push({ rule, severity, direction: directionOf(rule), at, within, change })
}

export function inside({ at, within }: Place, name: string, separator = '/'): Place {
  return { at: `${at}${separator}${name}`, within: within === null ? null : `${within}${separator}${name}` }
}

/** The place of what a reference points to: changes of a component are told once for all who use it. */
export function entering(place: Place, value: unknown): Place {
  const component = componentOf(value)
  return component === null ? place : { ...place, within: component }
}

/** False when the two were compared with each other before: every circle goes through a pair that has a name. */
export function isNew(walk: Walk, kind: string, before: unknown, after: unknown): boolean {
  const [one, other] = [referenceOf(before), referenceOf(after)]
  // A schema that is written out ends by itself.
  if (one === null || other === null) return true
  const pair = `${kind} ${one} ${other}`
  if (walk.seen.has(pair)) return false
  if (walk.seen.size > MAX_PAIRS) throw new Error('the comparison does not end')
  walk.seen.add(pair)
  return true
}

/** What a schema refers to, by itself or through its parts. */
function referenceOf(value: unknown): string | null {
  const { $ref, allOf, anyOf, oneOf } = Object(value) as Json
  if (typeof $ref === 'string') return $ref
  return (allOf ?? anyOf ?? oneOf) === undefined ? null : JSON.stringify(value)
}
