import type { Fact } from './fact.ts'

/** What the cover page of a report says about the report (the `dei` taxonomy). Nothing of it is about any single fact. */
export interface CoverPage {
  document_type: string | null
  document_fiscal_year: number | null
  /** `FY`, `Q1`, `Q2`, `Q3`, … as filed. */
  document_fiscal_period: string | null
  /** `YYYY-MM-DD`. */
  document_period_end: string | null
}

const MAX_LENGTH = 32

export function coverPageOf(facts: readonly Fact[]): CoverPage {
  const text = (tag: string) => {
    const found = facts.find(
      (fact) =>
        fact.tag === tag && fact.taxonomy === 'dei' && fact.dimensions.length === 0 && fact.value_text,
    )
    return found?.value_text?.slice(0, MAX_LENGTH) ?? null
  }
  const year = /^\d{4}/.exec(text('DocumentFiscalYearFocus') ?? '')
  const end = text('DocumentPeriodEndDate')
  return {
    document_type: text('DocumentType'),
    document_fiscal_year: year === null ? null : Number(year[0]),
    document_fiscal_period: text('DocumentFiscalPeriodFocus'),
    document_period_end: end !== null && /^\d{4}-\d\d-\d\d$/.test(end) && isDay(end) ? end : null,
  }
}

function isDay(text: string): boolean {
  const moment = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text)
}
