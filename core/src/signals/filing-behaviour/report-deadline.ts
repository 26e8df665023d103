import type { StatedFact } from '../../facts/stated-fact.ts'
import { addDays, onBusinessDay } from '../business-days.ts'

export type FilerCategory = 'large_accelerated' | 'accelerated' | 'non_accelerated'

/** Days after the period within which an annual or quarterly report is due (Forms 10-K and 10-Q, General Instruction A). */
const TERMS: Readonly<Record<'annual' | 'quarterly', Record<FilerCategory, number>>> = {
  annual: { large_accelerated: 60, accelerated: 75, non_accelerated: 90 },
  quarterly: { large_accelerated: 40, accelerated: 40, non_accelerated: 45 },
}

/** Which report a form is; null for one without such a term. */
export function reportKind(formType: string): 'annual' | 'quarterly' | 'foreign_annual' | null {
  if (/^10-K(?:405|T|SB|SB40)?$/.test(formType)) return 'annual'
  if (/^10-Q(?:T|SB)?$/.test(formType)) return 'quarterly'
  return formType === '20-F' ? 'foreign_annual' : null
}

/** The category a report states on its cover, from the tagged fact; null when it is not tagged. */
export function filerCategory(
  facts: readonly StatedFact[],
): { category: FilerCategory; fact: StatedFact } | null {
  for (const fact of facts) {
    if (fact.concept !== 'dei:EntityFilerCategory' || fact.dimensions.length > 0) continue
    const said = (fact.value_text ?? '').toLowerCase().replace(/[^a-z]/g, '')
    if (/^largeacceleratedfiler$/.test(said)) return { category: 'large_accelerated', fact }
    if (/^acceleratedfiler$/.test(said)) return { category: 'accelerated', fact }
    // Until 2019 the category of small companies was its own value, with the terms of non-accelerated filers.
    if (/^nonacceleratedfiler$|^smallerreportingcompany$|^smallerreportingaccelerated/.test(said))
      return { category: 'non_accelerated', fact }
  }
  return null
}

/** The day the period ends according to the cover; null when it is not tagged. */
export function taggedPeriodEnd(facts: readonly StatedFact[]): string | null {
  const fact = facts.find(
    ({ concept, dimensions }) => concept === 'dei:DocumentPeriodEndDate' && dimensions.length === 0,
  )
  const date = fact?.value_text ?? ''
  return /^\d{4}-\d\d-\d\d$/.test(date) && !Number.isNaN(Date.parse(date)) ? date : null
}

/** When a report is due: the term ends on a business day. A foreign annual report has four months. */
export function dueDate(
  kind: 'annual' | 'quarterly' | 'foreign_annual',
  periodEnd: string,
  category: FilerCategory | null,
): string | null {
  if (kind === 'foreign_annual') return onBusinessDay(fourMonthsAfter(periodEnd))
  return category === null ? null : onBusinessDay(addDays(periodEnd, TERMS[kind][category]))
}

/** Every day on which the report can have been due, whatever the filer's category. */
export function possibleDueDates(
  kind: 'annual' | 'quarterly' | 'foreign_annual',
  periodEnd: string,
): string[] {
  const categories: (FilerCategory | null)[] =
    kind === 'foreign_annual' ? [null] : ['large_accelerated', 'accelerated', 'non_accelerated']
  return [...new Set(categories.flatMap((category) => dueDate(kind, periodEnd, category) ?? []))]
}

function fourMonthsAfter(date: string): string {
  const [year = 0, month = 1] = date.split('-').map(Number)
  // The last day of the fourth month after one that ends with its month, as fiscal years do.
  const last = new Date(Date.UTC(year, month + 4, 0))
  const day = Number(date.slice(8))
  const own = new Date(Date.UTC(year, month - 1 + 4, Math.min(day, last.getUTCDate())))
  const endOfMonth = new Date(Date.UTC(year, month, 0)).getUTCDate() === day
  return (endOfMonth ? last : own).toISOString().slice(0, 10)
}
