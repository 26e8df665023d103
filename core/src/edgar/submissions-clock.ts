import { newYorkTime, newYorkToUtc, rfc3339 } from './new-york-time.ts'

/**
 * What the `Z` in a submissions JSON file means. For most companies it is UTC; for some (Apple among them) the same
 * field holds the New York wall clock with a `Z` behind it. One file keeps to one meaning.
 */
export type SubmissionsClock = 'utc' | 'new_york' | 'unknown'

/** A row of the submissions JSON. Form and accession number sharpen the judgement where they are given. */
export interface SubmissionsClockRow {
  acceptanceDateTime: string
  /** `YYYY-MM-DD`. */
  filingDate: string
  form?: string
  accessionNumber?: string
}

/** EDGAR accepts from 6 a.m. to 10 p.m.; what is being received at the close may finish a few minutes later. */
const OPENS = 6 * 3600
const CLOSES = 22 * 3600 + 10 * 60
/** What is accepted after 5:30 p.m. carries the next business day's date (17 CFR 232.13(a)(2)) … */
const DATE_CUTOFF = 17 * 3600 + 30 * 60
/** … except these, which keep the day until 10 p.m. (232.13(a)(4)). */
const LATE_FORMS = /^(?:3|4|5|144|S-?\d*MEF|F-?\d*MEF|SC(?:HEDULE)? 13[DG]|D)(?:\/A)?$/

/** The staff's own notices are entered by night, outside the hours of acceptance. */
const STAFF_SUBMITTER = '9999999'

/** How few rows may contradict the rest: a file was never seen to hold any, so one in fifty is generous. */
const MAX_CONTRADICTING_SHARE = 0.02
/** The filing dates alone decide only when this many rows speak. */
const MIN_DATED_ROWS = 5

/**
 * Decides by the whole file which reading puts its acceptance times into EDGAR's opening hours. A time that only one
 * reading puts there speaks for that reading. Where the hours leave it open, the dates of filings between half past five
 * and ten in the evening decide: by which reading do they carry the date they should. `unknown` when nothing speaks, or
 * when the rows contradict each other.
 */
export function resolveSubmissionsClock(rows: SubmissionsClockRow[]): SubmissionsClock {
  let utc = 0
  let newYork = 0
  let sameDay = 0
  let nextDay = 0
  for (const row of rows) {
    if (row.accessionNumber?.startsWith(STAFF_SUBMITTER)) continue
    const written = clockFields(row.acceptanceDateTime)
    if (written === undefined) continue
    const converted = newYorkTime(written.epochMs)
    const convertedSeconds = converted.hour * 3600 + converted.minute * 60 + converted.second
    const asUtc = isOpen(convertedSeconds)
    const asNewYork = isOpen(written.seconds)
    // Many acceptances on the stroke of midnight are no acceptances: no time was recorded.
    if (written.seconds === 0) newYork++
    else if (asUtc && !asNewYork) utc++
    else if (asNewYork && !asUtc) newYork++
    else if (
      asUtc &&
      asNewYork &&
      written.seconds > DATE_CUTOFF + 60 &&
      convertedSeconds < DATE_CUTOFF - 60
    ) {
      // In the evening by one reading, in the afternoon by the other.
      if (row.filingDate > written.date) nextDay++
      else if (row.filingDate === written.date && !LATE_FORMS.test(row.form ?? '4')) sameDay++
    }
  }
  const byHours = majority(utc, newYork, 1)
  if (byHours !== 'unknown') return byHours
  return utc + newYork > 0 ? 'unknown' : majority(sameDay, nextDay, MIN_DATED_ROWS)
}

function majority(utc: number, newYork: number, least: number): SubmissionsClock {
  const [more, fewer] = utc > newYork ? [utc, newYork] : [newYork, utc]
  if (more < least || fewer > more * MAX_CONTRADICTING_SHARE) return 'unknown'
  return utc > newYork ? 'utc' : 'new_york'
}

/** Within the hours of acceptance, or the midnight that stands for "no time recorded" (before about 2001). */
function isOpen(seconds: number): boolean {
  return seconds === 0 || (seconds >= OPENS && seconds <= CLOSES)
}

function clockFields(text: string): { epochMs: number; date: string; seconds: number } | undefined {
  const parts = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d{1,9})?Z$/.exec(text)
  if (parts === null) return undefined
  const [, date, hour, minute, second] = parts as unknown as [string, string, string, string, string]
  const epochMs = Date.parse(`${date}T${hour}:${minute}:${second}Z`)
  if (Number.isNaN(epochMs)) return undefined
  return { epochMs, date, seconds: Number(hour) * 3600 + Number(minute) * 60 + Number(second) }
}

/**
 * The moment of one row as RFC 3339 UTC. Null when the clock of its file is unknown, when the row has no readable time,
 * and for midnight in New York, which EDGAR writes where it recorded no time.
 */
export function acceptedAtFromSubmissionsJson(
  acceptanceDateTime: string,
  clock: SubmissionsClock,
): string | null {
  const written = clockFields(acceptanceDateTime)
  if (written === undefined || clock === 'unknown') return null
  if (clock === 'new_york') {
    if (written.seconds === 0) return null
    return newYorkToUtc(acceptanceDateTime.slice(0, 19).replace(/[-:T]/g, '')) ?? null
  }
  const { hour, minute, second } = newYorkTime(written.epochMs)
  return hour + minute + second === 0 ? null : rfc3339(written.epochMs)
}
