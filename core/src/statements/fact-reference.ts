import type { Fact } from '../facts/fact.ts'

/** A fact a value was taken or computed from: enough to find it in its document and to compute again. */
export interface FactReference {
  accession_number: string
  document_id: string
  /** Position of the fact in the document. */
  position: number
  /** `us-gaap:Assets`. */
  concept: string
  value: number
  unit: string | null
  decimals: number | null
  period_start: string | null
  period_end: string | null
  instant: string | null
}

export function factReference(fact: Fact): FactReference {
  return {
    accession_number: fact.document_id.slice(0, fact.document_id.lastIndexOf(':')),
    document_id: fact.document_id,
    position: fact.position,
    concept: conceptName(fact),
    value: fact.value as number,
    unit: fact.unit,
    decimals: fact.decimals,
    period_start: fact.period_start,
    period_end: fact.period_end,
    instant: fact.instant,
  }
}

export function conceptName({ taxonomy, tag }: Pick<Fact, 'taxonomy' | 'tag'>): string {
  return `${taxonomy}:${tag}`
}
