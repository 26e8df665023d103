/** EDGAR's own holidays inside the years of the corpus, on which nothing is filed. */
const CLOSED = new Set([
  '2022-11-24',
  '2022-12-26',
  '2023-01-02',
  '2023-01-16',
  '2023-02-20',
  '2023-05-29',
  '2023-06-19',
  '2023-07-04',
  '2023-09-04',
  '2023-10-09',
  '2023-11-10',
  '2023-11-23',
  '2023-12-25',
  '2024-01-01',
  '2024-01-15',
  '2024-02-19',
  '2024-05-27',
  '2024-06-19',
  '2024-07-04',
  '2024-09-02',
  '2024-10-14',
  '2024-11-11',
  '2024-11-28',
  '2024-12-25',
  '2025-01-01',
  '2025-01-20',
  '2025-02-17',
  '2025-05-26',
  '2025-06-19',
  '2025-07-04',
  '2025-09-01',
  '2025-10-13',
  '2025-11-11',
  '2025-11-27',
  '2025-12-25',
])

/** A submission accepted after 17:30 carries the next business day; ownership forms keep their day until 22:00. */
const LAST_MINUTE = 17 * 60 + 30
const LAST_MINUTE_OWNERSHIP = 22 * 60

/** Daylight time runs from the second Sunday of March to the first Sunday of November. `local` is `YYYY-MM-DD HH:MM:SS`. */
export function newYorkToUtc(local: string): Date {
  const wall = new Date(`${local.replace(' ', 'T')}Z`)
  const year = wall.getUTCFullYear()
  const begins = sunday(year, 2, 2) + 2 * 3_600_000
  const ends = sunday(year, 10, 1) + 2 * 3_600_000
  const offsetHours = wall.getTime() >= begins && wall.getTime() < ends ? 4 : 5
  return new Date(wall.getTime() + offsetHours * 3_600_000)
}

/** The date EDGAR prints as FILED AS OF DATE for a submission accepted at this New York time. */
export function filingDate(acceptedLocal: string, formType: string): string {
  const day = acceptedLocal.slice(0, 10)
  const minutes = Number(acceptedLocal.slice(11, 13)) * 60 + Number(acceptedLocal.slice(14, 16))
  const last = formType === '4' ? LAST_MINUTE_OWNERSHIP : LAST_MINUTE
  return minutes > last ? nextBusinessDay(day) : day
}

export function isBusinessDay(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !CLOSED.has(day)
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

function nextBusinessDay(day: string): string {
  let next = addDays(day, 1)
  while (!isBusinessDay(next)) next = addDays(next, 1)
  return next
}

function sunday(year: number, month: number, count: number): number {
  const first = new Date(Date.UTC(year, month, 1))
  return Date.UTC(year, month, 1 + ((7 - first.getUTCDay()) % 7) + (count - 1) * 7)
}
