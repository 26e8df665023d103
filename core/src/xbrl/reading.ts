import type { Fact } from '../facts/fact.ts'
import type { Context } from './context.ts'
import type { FactValue } from './fact-value.ts'
import type { Taxonomy } from './names.ts'

/** What was read out of the XBRL of one document or one set of inline documents. */
export interface XbrlReading {
  facts: Fact[]
  /** Taxonomy schemas as referred to. Kept as text: nothing is ever fetched. */
  schema_refs: string[]
  /** What was tolerated, one sentence each. */
  warnings: string[]
}

/** Why XBRL could not be read; codes are permanent. */
export type XbrlErrorReason = 'not_xbrl' | 'too_many_facts' | 'too_many_contexts'

export class XbrlError extends Error {
  override readonly name = 'XbrlError'
  readonly reason: XbrlErrorReason

  constructor(reason: XbrlErrorReason, detail: string) {
    super(detail)
    this.reason = reason
  }
}

/** The largest fund reports have a hundred thousand facts. */
export const MAX_FACTS = 500_000
export const MAX_CONTEXTS = 500_000
export const MAX_WARNINGS = 100

const NO_CONTEXT: Context = {
  id: '',
  entity_cik: null,
  period_start: null,
  period_end: null,
  instant: null,
  dimensions: [],
  flags: ['missing_context'],
}

/** Contexts and units that facts refer to, by id. The first of a repeated id holds; a different second makes it ambiguous. */
export interface XbrlScope {
  contexts: Map<string, Context>
  units: Map<string, string | null>
  ambiguousIds: Set<string>
}

export function emptyScope(): XbrlScope {
  return { contexts: new Map(), units: new Map(), ambiguousIds: new Set() }
}

export function addContext(scope: XbrlScope, context: Context) {
  if (scope.contexts.size >= MAX_CONTEXTS)
    throw new XbrlError('too_many_contexts', `more than ${MAX_CONTEXTS}`)
  const known = scope.contexts.get(context.id)
  if (known === undefined) scope.contexts.set(context.id, context)
  else if (JSON.stringify(known) !== JSON.stringify(context)) scope.ambiguousIds.add(context.id)
}

export function addUnit(scope: XbrlScope, id: string, unit: string | null) {
  if (!scope.units.has(id)) scope.units.set(id, unit)
  else if (scope.units.get(id) !== unit) scope.ambiguousIds.add(id)
}

/** What is known of a fact before its references are followed. */
export interface StatedFact {
  position: number
  document_id: string
  taxonomy: Taxonomy
  local: string
  contextRef: string | undefined
  unitRef: string | undefined
  numeric: boolean
  value: FactValue
  nil: boolean
  fact_id: string | null
  footnotes: string[]
  start: number | null
  end: number | null
  hidden: boolean
  flags: string[]
}

/** The fact, with its context and its unit. Written out, since an object put together from others costs several times as much. */
export function factOf(scope: XbrlScope, stated: StatedFact): Fact {
  const { contextRef, unitRef, taxonomy, value, flags } = stated
  const context = scope.contexts.get(contextRef ?? '') ?? NO_CONTEXT
  for (const flag of context.flags) flags.push(flag)
  if (
    scope.ambiguousIds.size > 0 &&
    (scope.ambiguousIds.has(contextRef ?? '') || scope.ambiguousIds.has(unitRef ?? ''))
  )
    flags.push('ambiguous_reference')
  const unit = unitRef === undefined ? null : (scope.units.get(unitRef) ?? null)
  if (unit === null && (stated.numeric || unitRef !== undefined)) flags.push('missing_unit')
  return {
    position: stated.position,
    document_id: stated.document_id,
    taxonomy: taxonomy.taxonomy,
    tag: stated.local,
    namespace: taxonomy.namespace,
    is_extension: taxonomy.is_extension,
    unit,
    value: value.value,
    value_text: value.value_text,
    decimals: value.decimals,
    decimals_exact: value.decimals_exact,
    nil: stated.nil,
    period_start: context.period_start,
    period_end: context.period_end,
    instant: context.instant,
    dimensions: context.dimensions,
    entity_cik: context.entity_cik,
    context_id: contextRef ?? '',
    fact_id: stated.fact_id,
    footnotes: stated.footnotes,
    start: stated.start,
    end: stated.end,
    hidden: stated.hidden,
    flags,
  }
}

const SCHEMA_INSTANCE = 'http://www.w3.org/2001/XMLSchema-instance'

/** Tells facts that are nil by an attribute of the schema instance namespace; some documents give it two prefixes. */
export function nilReader(
  namespaces: Record<string, string>,
): (attributes: Record<string, string>) => boolean {
  const prefixes = Object.keys(namespaces).filter((one) => namespaces[one] === SCHEMA_INSTANCE && one !== '')
  const names = [...new Set(['xsi', ...prefixes])].map((prefix) => `${prefix}:nil`)
  return (attributes) => {
    for (const name of names) {
      const value = attributes[name]?.trim()
      if (value === 'true' || value === '1') return true
    }
    return false
  }
}
