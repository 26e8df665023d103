import type { Fact } from '../facts/fact.ts'

/** An invented fact: a number in US dollars unless said otherwise. Dates with a slash are a duration. */
export function factOf(
  concept: string,
  period: string,
  value: number | string,
  wish: Partial<Fact> = {},
): Fact {
  const [taxonomy = '', tag = ''] = concept.split(':')
  const [start, end] = period.split('/') as [string, string?]
  const number = typeof value === 'number'
  return {
    position: 1,
    document_id: '0009900001-25-000001:1',
    taxonomy,
    tag,
    namespace: `http://example.test/${taxonomy}`,
    is_extension: false,
    unit: number ? 'USD' : null,
    value: number ? value : null,
    value_text: String(value),
    decimals: number ? -3 : null,
    decimals_exact: false,
    nil: false,
    period_start: end === undefined ? null : start,
    period_end: end ?? null,
    instant: end === undefined ? start : null,
    dimensions: [],
    entity_cik: '0009900001',
    context_id: period,
    fact_id: null,
    footnotes: [],
    start: null,
    end: null,
    hidden: false,
    flags: [],
    ...wish,
  }
}

/** Facts with positions in the order given. */
export function factsOf(rows: Parameters<typeof factOf>[]): Fact[] {
  return rows.map((row, index) => ({ ...factOf(...row), position: index + 1 }))
}
