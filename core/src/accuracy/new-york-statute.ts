const HOUR_MS = 3_600_000

/**
 * New York's clock as the law sets it (15 U.S.C. 260a), written out and without the time zone database, to check what is
 * read with it: from 1987 daylight saving began on the first Sunday of April and ended on the last of October, since 2007 it
 * begins on the second Sunday of March and ends on the first of November, each time at two o'clock.
 */
export function statutoryUtc(wall: string): string {
  const [year, month, day, hour, minute, second] = [
    wall.slice(0, 4),
    wall.slice(4, 6),
    wall.slice(6, 8),
    wall.slice(8, 10),
    wall.slice(10, 12),
    wall.slice(12, 14),
  ].map(Number) as [number, number, number, number, number, number]
  const shown = Date.UTC(year, month - 1, day, hour, minute, second)
  const { begins, ends } = daylightSaving(year)
  const offset = shown >= begins && shown < ends ? 4 : 5
  return `${new Date(shown + offset * HOUR_MS).toISOString().slice(0, 19)}Z`
}

/**
 * The span of wall clocks that are daylight time beyond doubt: from the hour that does not exist in spring to the hour that
 * comes twice in autumn.
 */
export function daylightSaving(year: number): { begins: number; ends: number } {
  const begins = year >= 2007 ? nthSunday(year, 2, 2) : nthSunday(year, 3, 1)
  const ends = year >= 2007 ? nthSunday(year, 10, 1) : lastSunday(year, 9)
  return { begins: begins + 3 * HOUR_MS, ends: ends + HOUR_MS }
}

function nthSunday(year: number, month: number, nth: number): number {
  const first = new Date(Date.UTC(year, month, 1)).getUTCDay()
  return Date.UTC(year, month, 1 + ((7 - first) % 7) + (nth - 1) * 7)
}

function lastSunday(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month + 1, 0))
  return Date.UTC(year, month, last.getUTCDate() - last.getUTCDay())
}
