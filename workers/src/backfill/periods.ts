const DAY = /^\d{4}-\d{2}-\d{2}$/
const QUARTER = /^(\d{4})-Q([1-4])$/
const DAY_MS = 86_400_000
/** EDGAR's archives of days begin with 1995; nobody waits for more than all of them at once. */
const MOST_DAYS = 20_000

/** `2024-01-02` or `2024-01-02..2024-01-31`: the days on which EDGAR takes filings in, the latest first. */
export function daysOf(text: string): string[] {
  const [from, to] = bounds(text, (day) => DAY.test(day) && isoDay(Date.parse(day)) === day)
  const days: string[] = []
  for (let at = Date.parse(to); at >= Date.parse(from); at -= DAY_MS) {
    if (days.length === MOST_DAYS) throw new Error(`${text} is more than ${MOST_DAYS} days.`)
    if (![0, 6].includes(new Date(at).getUTCDay())) days.push(isoDay(at))
  }
  return days
}

/** `2024-Q1` or `2023-Q1..2024-Q4`, the latest first. */
export function quartersOf(text: string): string[] {
  const [from, to] = bounds(text, (quarter) => QUARTER.test(quarter))
  const quarters: string[] = []
  for (let at = numberOf(to); at >= numberOf(from); at--)
    quarters.push(`${Math.floor(at / 4)}-Q${(at % 4) + 1}`)
  return quarters
}

function numberOf(quarter: string): number {
  const [, year, number] = QUARTER.exec(quarter) as unknown as [string, string, string]
  return Number(year) * 4 + Number(number) - 1
}

function bounds(text: string, isOne: (text: string) => boolean): [string, string] {
  const [from = '', to = from, ...more] = text.split('..')
  if (more.length > 0 || !isOne(from) || !isOne(to)) throw new Error(`${text} is no period.`)
  if (from > to) throw new Error(`${text} ends before it begins.`)
  return [from, to]
}

function isoDay(at: number): string {
  return Number.isNaN(at) ? '' : new Date(at).toISOString().slice(0, 10)
}
