import { createHash } from 'node:crypto'
import { type OffsetMap, offsetMap } from '../documents/offsets.ts'
import { calendarFrame } from './calendar-frame.ts'
import type { Fact, FactDimension } from './fact.ts'
import type { DocumentFacts } from './filing-facts.ts'

/** Columns of the table that a fact fills; those of its filing are the same for all and come beside. */
export interface FactRow {
  position: number
  cik: string | null
  taxonomy: string
  tag: string
  namespace: string | null
  is_extension: boolean
  unit: string | null
  /** Exact, as text: a double would round it. */
  value: string | null
  value_text: string | null
  decimals: number | null
  decimals_exact: boolean
  nil: boolean
  period_start: string | null
  period_end: string | null
  instant: string | null
  frame: string | null
  dimensions: FactDimension[] | null
  dimension_hash: string | null
  context_id: string
  fact_id: string | null
  footnotes: string[]
  hidden: boolean
  flags: string[]
  start: number | null
  end: number | null
  byte_start: number | null
  byte_end: number | null
  continuations: Span[] | null
}

export interface Span {
  start: number
  end: number
  byte_start: number
  byte_end: number
}

/** The rows of a document's facts, with their places counted as the API serves them. */
export function factRows({ facts, namespaces, text }: DocumentFacts): FactRow[] {
  const offsets = text === null ? null : offsetMap(text)
  const hashes = new Map<FactDimension[], string | null>()
  return facts.map((fact) => {
    let hash = hashes.get(fact.dimensions)
    if (hash === undefined) {
      hash = dimensionHash(fact.dimensions)
      hashes.set(fact.dimensions, hash)
    }
    return rowOf(fact, namespaces, hash, offsets)
  })
}

function rowOf(
  fact: Fact,
  namespaces: Record<string, string>,
  hash: string | null,
  offsets: OffsetMap | null,
): FactRow {
  const numeric = fact.value !== null && !fact.flags.includes('fraction')
  const span =
    offsets && fact.start !== null && fact.end !== null ? spanOf(offsets, fact.start, fact.end) : null
  return {
    position: fact.position,
    cik: fact.entity_cik,
    taxonomy: storable(fact.taxonomy),
    tag: storable(fact.tag),
    namespace: namespaces[fact.taxonomy] === fact.namespace ? null : storable(fact.namespace),
    is_extension: fact.is_extension,
    unit: fact.unit === null ? null : storable(fact.unit),
    value: numeric ? fact.value_text : fact.value === null ? null : String(fact.value),
    value_text: numeric || fact.value_text === null ? null : storable(fact.value_text),
    decimals: fact.decimals,
    decimals_exact: fact.decimals_exact,
    nil: fact.nil,
    period_start: fact.period_start,
    period_end: fact.period_end,
    instant: fact.instant,
    frame: calendarFrame(fact),
    dimensions: fact.dimensions.length === 0 ? null : fact.dimensions.map(storableDimension),
    dimension_hash: hash,
    context_id: storable(fact.context_id),
    fact_id: fact.fact_id === null ? null : storable(fact.fact_id),
    footnotes: fact.footnotes.map(storable),
    hidden: fact.hidden,
    flags: fact.flags,
    start: span?.start ?? null,
    end: span?.end ?? null,
    byte_start: span?.byte_start ?? null,
    byte_end: span?.byte_end ?? null,
    continuations:
      offsets && fact.continuations
        ? fact.continuations.map(({ start, end }) => spanOf(offsets, start, end))
        : null,
  }
}

function spanOf(offsets: OffsetMap, start: number, end: number): Span {
  return {
    start: offsets.codePointOf(start),
    end: offsets.codePointOf(end),
    byte_start: offsets.byteOf(start),
    byte_end: offsets.byteOf(end),
  }
}

/** Names the same part of the same entity the same in every filing: of the dimensions, which are sorted by axis. */
export function dimensionHash(dimensions: readonly FactDimension[]): string | null {
  if (dimensions.length === 0) return null
  const canonical = dimensions.map(({ axis, member, typed_value }) => [axis, member, typed_value])
  return createHash('sha256').update(JSON.stringify(canonical)).digest('hex').slice(0, 32)
}

function storableDimension({ axis, member, typed_value }: FactDimension): FactDimension {
  return {
    axis: storable(axis),
    member: member === null ? null : storable(member),
    typed_value: typed_value === null ? null : storable(typed_value),
  }
}

const MAX_STORED = 20_000

/** Postgres holds neither NUL nor half a surrogate pair. */
function storable(text: string): string {
  return text.slice(0, MAX_STORED).replaceAll('\0', '\ufffd').toWellFormed()
}
