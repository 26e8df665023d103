import { describe, expect, test } from 'vitest'
import { newYorkTime, newYorkToUtc } from './new-york-time.ts'
import { acceptedAtFromSubmissionsJson, resolveSubmissionsClock } from './submissions-clock.ts'

/** Rows of an invented company whose filings arrive at these New York times, written by one clock or the other. */
function rows(clock: 'utc' | 'new_york', times: string[]) {
  return times.map((time, index) => {
    const digits = time.replace(/\D/g, '')
    const late = digits.slice(8) > '173000'
    const date = new Date(`${time.slice(0, 10)}T00:00:00Z`)
    if (late) date.setUTCDate(date.getUTCDate() + 1)
    return {
      acceptanceDateTime: clock === 'utc' ? (newYorkToUtc(digits) as string) : `${time}.000Z`,
      filingDate: date.toISOString().slice(0, 10),
      form: '8-K',
      accessionNumber: `0001999999-25-${String(index + 1).padStart(6, '0')}`,
    }
  })
}
const EARLY = ['2025-10-31T06:01:26', '2025-11-04T08:30:00', '2025-11-05T07:15:12']
const EVENING = ['2025-10-30T16:30:10', '2025-11-06T17:05:00', '2025-11-10T20:45:59']

describe('the clock of a submissions JSON file', () => {
  test('is New York when only that puts early filings into opening hours', () => {
    expect(resolveSubmissionsClock(rows('new_york', [...EARLY, ...EVENING]))).toBe('new_york')
  })

  test('is UTC when only that puts evening filings into opening hours', () => {
    expect(resolveSubmissionsClock(rows('utc', [...EARLY, ...EVENING]))).toBe('utc')
  })

  test('is New York where rows without a time stand at midnight as written, UTC where they stand at midnight in New York', () => {
    const noon = { acceptanceDateTime: '1998-05-05T16:00:00.000Z', filingDate: '1998-05-05', form: '10-Q' }
    const old = (acceptanceDateTime: string) => ({
      acceptanceDateTime,
      filingDate: '1997-01-15',
      form: '10-K',
    })
    expect(resolveSubmissionsClock([noon, old('1997-01-15T00:00:00.000Z')])).toBe('new_york')
    expect(resolveSubmissionsClock([noon, old('1997-01-15T05:00:00.000Z')])).toBe('utc')
  })

  test('is decided by the filing dates of evening filings when the hours leave it open', () => {
    const times = Array.from({ length: 6 }, (_, day) => `2025-06-0${day + 2}T14:30:00`)
    expect(resolveSubmissionsClock(rows('utc', times))).toBe('utc')
    const late = Array.from({ length: 6 }, (_, day) => `2025-06-0${day + 2}T18:30:00`)
    expect(resolveSubmissionsClock(rows('new_york', late))).toBe('new_york')
  })

  test('a Form 4 of the evening, which keeps its day, does not pass for UTC', () => {
    const forms = rows(
      'new_york',
      Array.from({ length: 6 }, (_, day) => `2025-06-0${day + 2}T18:30:00`),
    ).map((row) => ({ ...row, form: '4', filingDate: row.acceptanceDateTime.slice(0, 10) }))
    expect(resolveSubmissionsClock(forms)).toBe('unknown')
  })

  test('is unknown for no rows, for rows at noon, and for rows that contradict each other', () => {
    expect(resolveSubmissionsClock([])).toBe('unknown')
    expect(resolveSubmissionsClock(rows('utc', ['2025-06-02T10:30:00']))).toBe('unknown')
    expect(resolveSubmissionsClock([...rows('utc', EVENING), ...rows('new_york', EARLY)])).toBe('unknown')
  })

  test('the notices of the staff, entered by night, say nothing', () => {
    const notice = {
      acceptanceDateTime: '2025-06-03T04:15:00.000Z',
      filingDate: '2025-06-02',
      form: 'EFFECT',
    }
    const staff = rows('new_york', EARLY).map((row, index) => ({
      ...notice,
      accessionNumber: `9999999995-25-00000${index}`,
      filingDate: row.filingDate,
    }))
    expect(resolveSubmissionsClock(staff)).toBe('unknown')
  })
})

describe('an acceptance time of the submissions JSON', () => {
  test('is read by the clock of its file', () => {
    expect(acceptedAtFromSubmissionsJson('2025-10-31T06:01:26.000Z', 'new_york')).toBe('2025-10-31T10:01:26Z')
    expect(acceptedAtFromSubmissionsJson('2025-10-31T10:01:26.000Z', 'utc')).toBe('2025-10-31T10:01:26Z')
  })
  test('is null by an unknown clock, at midnight (no time recorded), and when it is no time', () => {
    expect(acceptedAtFromSubmissionsJson('2025-10-31T06:01:26.000Z', 'unknown')).toBeNull()
    expect(acceptedAtFromSubmissionsJson('1997-01-15T00:00:00.000Z', 'new_york')).toBeNull()
    expect(acceptedAtFromSubmissionsJson('1997-01-15T05:00:00.000Z', 'utc')).toBeNull()
    expect(acceptedAtFromSubmissionsJson('1997-02-30', 'utc')).toBeNull()
    expect(newYorkTime(Date.parse('1997-01-15T05:00:00Z')).hour).toBe(0)
  })
})
