import type { Fact } from '../facts/fact.ts'

/** How long a statement's period is. `year_to_date` is also the first quarter's, where it equals the quarter. */
export type PeriodType = 'year' | 'quarter' | 'year_to_date' | 'instant'

export interface StatementPeriod {
  period_type: PeriodType
  /** Null for an instant. */
  period_start: string | null
  /** The last day of the period; for an instant, the day at whose end it holds. */
  period_end: string
}

/** What a filing says about itself in dei, and the periods it reports on: those that end with the document's own. */
export interface ReportedDocument {
  document_type: string | null
  is_annual: boolean
  amendment: boolean | null
  /** `DocumentFiscalYearFocus`: the filer's word for its year, often wrong by one for years that end in January. */
  document_fiscal_year: number | null
  /** `FY`, `Q1`, …; the filer's word again. */
  document_fiscal_period: string | null
  /** `DocumentPeriodEndDate`, as given. */
  document_period_end: string | null
  fiscal_year_end: string | null
  entity_cik: string | null
  /** The periods of the document; no `quarter` in an annual report. */
  periods: StatementPeriod[]
}

/** Fiscal quarters of 52/53-week years have 11 to 17 weeks. */
const QUARTER_DAYS = [70, 125] as const
const YEAR_DAYS = [340, 385] as const
/** A period that began with the company, or a transition report, is shorter than a year. */
const SHORT_YEAR_DAYS = [20, 385] as const
/** Three quarters of a 52/53-week year; a longer one beside them is the last twelve months, as utilities report them. */
const YEAR_TO_DATE_DAYS = [20, 300] as const
/** How far the end of a context may lie from the date on the cover (a 52/53-week year named by its calendar month). */
const NEAR_DAYS = 16
const QUARTERLY_FORM = /^10-?Q/
const ANNUAL_FORM = /^(?:10-K|10-KT|20-F|40-F|10-?KSB|11-K)/
const DAY_MS = 86_400_000

/** Reads dei and chooses the periods. Null when no fact has a period: there is nothing to choose from. */
export function reportedDocument(facts: readonly Fact[]): ReportedDocument | null {
  const cover = coverFacts(facts)
  const own = facts.filter((fact) => fact.dimensions.length === 0)
  const stated = cover.get('DocumentPeriodEndDate')?.value_text ?? null
  const document_type = cover.get('DocumentType')?.value_text?.trim().toUpperCase() ?? null
  const end = documentEnd(own, dayOf(stated), cover.get('DocumentType') ?? cover.get('EntityRegistrantName'))
  if (end === null) return null
  const is_annual = document_type !== null && ANNUAL_FORM.test(document_type)
  const is_quarterly = document_type !== null && QUARTERLY_FORM.test(document_type)
  const coverStart = cover.get('DocumentType')?.period_start ?? null
  const amendment = cover.get('AmendmentFlag')?.value_text?.trim().toLowerCase() ?? null
  return {
    document_type,
    is_annual,
    amendment: amendment === null ? null : amendment === 'true' || amendment === '1',
    document_fiscal_year: yearOf(cover.get('DocumentFiscalYearFocus')?.value_text),
    document_fiscal_period: cover.get('DocumentFiscalPeriodFocus')?.value_text?.trim().toUpperCase() || null,
    document_period_end: dayOf(stated),
    fiscal_year_end: cover.get('CurrentFiscalYearEndDate')?.value_text?.trim() ?? null,
    entity_cik: cikOf(cover, own),
    periods: periodsEnding(own, end, { is_annual, is_quarterly, coverStart }),
  }
}

/** The dei facts by tag; one without dimensions wins, since those with one belong to a co-registrant or a class of stock. */
function coverFacts(facts: readonly Fact[]): Map<string, Fact> {
  const cover = new Map<string, Fact>()
  for (const fact of facts) {
    if (fact.taxonomy !== 'dei' || fact.nil || !fact.value_text) continue
    const known = cover.get(fact.tag)
    if (!known || (known.dimensions.length > 0 && fact.dimensions.length === 0)) cover.set(fact.tag, fact)
  }
  return cover
}

/**
 * The last day of the document's period. The date on the cover is right unless no balance ends on it: then the end of the
 * cover's own context, and then the nearest day on which much was measured.
 */
function documentEnd(own: readonly Fact[], stated: string | null, cover: Fact | undefined): string | null {
  const weight = new Map<string, number>()
  for (const { period_end, instant, value, taxonomy } of own) {
    const day = instant ?? period_end
    if (day !== null && value !== null && taxonomy !== 'dei') weight.set(day, (weight.get(day) ?? 0) + 1)
  }
  if (weight.size === 0) return null
  const context = cover?.period_end ?? cover?.instant ?? null
  if (stated !== null && weight.has(stated)) return stated
  if (context !== null && weight.has(context)) return context
  const anchor = stated ?? context
  const days = [...weight.keys()].filter((day) => anchor === null || daysBetween(day, anchor) <= NEAR_DAYS)
  const heaviest = Math.max(...days.map((day) => weight.get(day) as number))
  return (
    days
      .filter((day) => weight.get(day) === heaviest)
      .sort()
      .at(-1) ?? null
  )
}

function periodsEnding(
  own: readonly Fact[],
  end: string,
  {
    is_annual,
    is_quarterly,
    coverStart,
  }: { is_annual: boolean; is_quarterly: boolean; coverStart: string | null },
): StatementPeriod[] {
  const starts = new Map<string, number>()
  for (const { period_start, period_end, value, taxonomy } of own)
    if (period_start !== null && period_end === end && value !== null && taxonomy !== 'dei')
      starts.set(period_start, (starts.get(period_start) ?? 0) + 1)
  const within = ([least, most]: readonly [number, number]) =>
    [...starts].filter(([start]) => {
      const days = daysBetween(start, end) + 1
      return days >= least && days <= most
    })
  const periods: StatementPeriod[] = []
  const add = (period_type: PeriodType, period_start: string | undefined) => {
    if (period_start !== undefined) periods.push({ period_type, period_start, period_end: end })
  }
  if (is_annual) add('year', fullest(within(YEAR_DAYS)) ?? fullest(within(SHORT_YEAR_DAYS)))
  else {
    // A registration statement or a current report may hold a year as well as a quarter.
    if (!is_quarterly) add('year', fullest(within(YEAR_DAYS)))
    const quarter = fullest(within(QUARTER_DAYS))
    add('quarter', quarter)
    // The cover of a quarterly report is about the year to date, save where it is about the quarter.
    const toDate = within(YEAR_TO_DATE_DAYS)
    const stated = toDate.some(([start]) => start === coverStart) ? coverStart : null
    const isLonger = stated !== null && (quarter === undefined || stated < quarter)
    add('year_to_date', isLonger ? stated : longest(toDate, starts))
  }
  periods.push({ period_type: 'instant', period_start: null, period_end: end })
  return periods
}

/** The start with the most facts; of equals, the longer period. */
function fullest(starts: [string, number][]): string | undefined {
  return starts.sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1))[0]?.[0]
}

/** The longest period in which a good part is measured: a stray context of a note must not become the year to date. */
function longest(starts: [string, number][], all: ReadonlyMap<string, number>): string | undefined {
  const most = Math.max(0, ...all.values())
  return starts
    .filter(([, count]) => count >= most / 5)
    .map(([start]) => start)
    .sort()[0]
}

/** The CIK on the cover, unless no fact is of it: covers have misprints. Then the entity most facts are of. */
function cikOf(cover: ReadonlyMap<string, Fact>, own: readonly Fact[]): string | null {
  const counts = new Map<string, number>()
  for (const { entity_cik } of own)
    if (entity_cik !== null) counts.set(entity_cik, (counts.get(entity_cik) ?? 0) + 1)
  const text = cover.get('EntityCentralIndexKey')?.value_text?.trim() ?? ''
  const stated = /^\d{1,10}$/.test(text) ? text.padStart(10, '0') : null
  if (stated !== null && (counts.size === 0 || counts.has(stated))) return stated
  return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0] ?? stated
}

function yearOf(text: string | null | undefined): number | null {
  const year = /^\s*(\d{4})/.exec(text ?? '')?.[1]
  return year === undefined ? null : Number(year)
}

/** A day as `YYYY-MM-DD`; null for what is none, such as the `--12-31` of some covers. */
function dayOf(text: string | null): string | null {
  const day = /^\s*(\d{4}-\d{2}-\d{2})/.exec(text ?? '')?.[1]
  return day !== undefined && !Number.isNaN(Date.parse(day)) ? day : null
}

/** Whole days between two days, whichever is first. */
export function daysBetween(one: string, other: string): number {
  return Math.abs(Math.round((Date.parse(one) - Date.parse(other)) / DAY_MS))
}

/** The day before a day: an instant at the start of a period is the end of the day before. */
export function dayBefore(day: string): string {
  return new Date(Date.parse(day) - DAY_MS).toISOString().slice(0, 10)
}

/** A period as a key: `2024-01-01/2024-12-31`, or the day of an instant. */
export function periodKey(fact: Pick<Fact, 'period_start' | 'period_end' | 'instant'>): string {
  return fact.instant ?? `${fact.period_start}/${fact.period_end}`
}
