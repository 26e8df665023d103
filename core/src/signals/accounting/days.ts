const DAY_MS = 86_400_000

/** Days of a period, first and last included. */
export function daysOf({ start, end }: { start: string; end: string }): number {
  return daysBetween(start, end) + 1
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS)
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

/** A fiscal year has 52 or 53 weeks or twelve months. */
export function isYear(period: { start: string; end: string }): boolean {
  const days = daysOf(period)
  return days >= 350 && days <= 380
}

export function isQuarter(period: { start: string; end: string }): boolean {
  const days = daysOf(period)
  return days >= 80 && days <= 100
}
