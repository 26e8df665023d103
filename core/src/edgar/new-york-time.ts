/**
 * EDGAR keeps New York time: the SGML header writes its acceptance moment as a bare wall clock, and a filing date ends
 * when the desk closes in New York. Everything we store is UTC, so this is the one place that crosses over. Offsets come
 * from the time zone database in `Intl`; there is no table of daylight saving dates to fall out of date.
 */
const wallClock = new Intl.DateTimeFormat('en-US', {
  timeZone: 'America/New_York',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

const HOUR_MS = 3_600_000

/** What a clock in New York shows; `month` and `day` count from 1. */
export interface NewYorkTime {
  /** `YYYY-MM-DD`. */
  date: string
  hour: number
  minute: number
  second: number
}

/** The New York wall clock at a moment given in milliseconds since 1970 (UTC). */
export function newYorkTime(epochMs: number): NewYorkTime {
  const parts: Record<string, string> = {}
  for (const { type, value } of wallClock.formatToParts(epochMs)) parts[type] = value
  return {
    date: `${parts.year}-${parts.month}-${parts.day}`,
    hour: Number(parts.hour),
    minute: Number(parts.minute),
    second: Number(parts.second),
  }
}

/**
 * A New York wall clock `YYYYMMDDhhmmss` (the form of ACCEPTANCE-DATETIME) as RFC 3339 UTC, or `undefined` when it is not a
 * date and time. An hour that happens twice in autumn, or never in spring, is read as standard time (UTC−5): of two
 * possible moments the later one, so that a filing never counts as known before it was. EDGAR is closed in both hours.
 */
export function newYorkToUtc(wall: string): string | undefined {
  const epochMs = newYorkToEpoch(wall)
  return epochMs === undefined ? undefined : rfc3339(epochMs)
}

/** Seconds precision, `Z`: the one form in which moments are stored. */
export function rfc3339(epochMs: number): string {
  return `${new Date(epochMs).toISOString().slice(0, 19)}Z`
}

function newYorkToEpoch(wall: string): number | undefined {
  if (!/^\d{14}$/.test(wall)) return undefined
  const field = (start: number, end: number) => Number(wall.slice(start, end))
  const asUtc = Date.UTC(
    field(0, 4),
    field(4, 6) - 1,
    field(6, 8),
    field(8, 10),
    field(10, 12),
    field(12, 14),
  )
  // `Date.UTC` rolls 30 February over to March; a wall clock that does not survive the round trip is no time at all.
  if (new Date(asUtc).toISOString().replace(/[-:T]/g, '').slice(0, 14) !== wall) return undefined
  // A day either side brackets every change of the clock, so the right offset is one of these two.
  const offsets = [offsetMs(asUtc - 24 * HOUR_MS), offsetMs(asUtc + 24 * HOUR_MS)]
  const standard = Math.max(...offsets)
  for (const offset of [standard, Math.min(...offsets)]) {
    if (offsetMs(asUtc + offset) === offset) return asUtc + offset
  }
  return asUtc + standard
}

/** What must be added to the New York wall clock to get UTC. */
function offsetMs(epochMs: number): number {
  const { date, hour, minute, second } = newYorkTime(epochMs)
  const shown = Date.parse(`${date}T00:00:00Z`) + hour * HOUR_MS + minute * 60_000 + second * 1000
  return Math.floor(epochMs / 1000) * 1000 - shown
}

/**
 * The moment at which a filing date closes: 17:30 in New York, the latest acceptance that still carries that date
 * (17 CFR 232.13(a)(2)). Stands in for the acceptance time where a header has none, as before about 2001: a filing so
 * dated was certainly known by then. `undefined` when the input is not a `YYYY-MM-DD` date.
 */
export function filingDateCutoff(filingDate: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(filingDate)) return undefined
  return newYorkToUtc(`${filingDate.replaceAll('-', '')}173000`)
}
