import type { StatedFact } from '../../facts/stated-fact.ts'
import { addDays, daysBetween, daysOf, isYear } from './days.ts'
import type { FactTable } from './fact-table.ts'

export interface FiscalYear {
  start: string
  end: string
}

/** Flows that every annual report states for its years. */
const YEARLY_CONCEPTS = [
  'us-gaap:NetIncomeLoss',
  'us-gaap:ProfitLoss',
  'us-gaap:NetCashProvidedByUsedInOperatingActivities',
  'us-gaap:OperatingIncomeLoss',
  'us-gaap:IncomeTaxExpenseBenefit',
  'us-gaap:Revenues',
  'us-gaap:RevenueFromContractWithCustomerExcludingAssessedTax',
  'us-gaap:SalesRevenueNet',
]
/** How far the end of a year may lie from the date on the cover: a 52/53-week year named by its calendar month. */
const NEAR_COVER_DAYS = 16
/** How far contexts of the same year end may lie apart. */
const SAME_DATE_DAYS = 7

/** The last day of the period a report covers: the cover's word, or else the header's. */
export function reportEnd(facts: readonly StatedFact[], periodOfReport: string | null): string | null {
  const cover = facts.find(
    ({ concept, dimensions, value_text: text }) =>
      concept === 'dei:DocumentPeriodEndDate' &&
      dimensions.length === 0 &&
      /^\d{4}-\d\d-\d\d$/.test(text ?? ''),
  )
  const date = cover?.value_text ?? periodOfReport
  return date !== null && !Number.isNaN(Date.parse(`${date}T00:00:00Z`)) ? date : null
}

/** The fiscal year a report covers; null where no duration of 350 to 380 days ends with its period. */
export function reportedYear(table: FactTable, end: string): FiscalYear | null {
  return mostStated(years(table).filter((year) => Math.abs(daysBetween(year.end, end)) <= NEAR_COVER_DAYS))
}

/** The months since the fiscal year began, as the cash flow statement of a quarterly report covers them. */
export function yearToDate(table: FactTable, end: string): FiscalYear | null {
  const periods = table
    .durations('us-gaap:NetCashProvidedByUsedInOperatingActivities')
    .filter(
      (period) =>
        Math.abs(daysBetween(period.end, end)) <= NEAR_COVER_DAYS &&
        daysOf(period) >= 80 &&
        daysOf(period) <= 290,
    )
  return periods.reduce<FiscalYear | null>(
    (longest, period) => (longest === null || daysOf(period) > daysOf(longest) ? period : longest),
    null,
  )
}

/** The year before another, in the words of the first table that states one: years end 350 to 380 days apart. */
export function yearBefore(year: FiscalYear, tables: readonly FactTable[]): FiscalYear | null {
  const lastDay = addDays(year.start, -1)
  for (const table of tables) {
    const found = mostStated(
      years(table).filter((each) => {
        const apart = daysBetween(each.end, year.end)
        return Math.abs(daysBetween(each.end, lastDay)) <= SAME_DATE_DAYS && apart >= 350 && apart <= 380
      }),
    )
    if (found) return found
  }
  return null
}

/** The date at which balances of the end of a year are stated: that day, or one a few days off in the same report. */
export function balanceDate(end: string, tables: readonly FactTable[]): string {
  for (const table of tables) {
    const dates = table
      .instants('us-gaap:Assets')
      .filter((date) => Math.abs(daysBetween(date, end)) <= SAME_DATE_DAYS)
    if (dates.includes(end)) return end
    if (dates[0] !== undefined) return dates[0]
  }
  return end
}

function years(table: FactTable): FiscalYear[] {
  return YEARLY_CONCEPTS.flatMap((concept) => table.durations(concept)).filter(isYear)
}

function mostStated(candidates: readonly FiscalYear[]): FiscalYear | null {
  const counts = new Map<string, { year: FiscalYear; count: number }>()
  for (const year of candidates) {
    const key = `${year.start}/${year.end}`
    const known = counts.get(key)
    if (known) known.count++
    else counts.set(key, { year, count: 1 })
  }
  let best: { year: FiscalYear; count: number } | null = null
  for (const each of counts.values()) if (best === null || each.count > best.count) best = each
  return best?.year ?? null
}
