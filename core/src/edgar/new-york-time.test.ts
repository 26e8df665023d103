import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { filingDateCutoff, newYorkTime, newYorkToUtc } from './new-york-time.ts'

describe('a New York wall clock becomes UTC', () => {
  test.each([
    ['20251031060126', '2025-10-31T10:01:26Z'],
    ['20251103060126', '2025-11-03T11:01:26Z'],
    ['20240229235959', '2024-03-01T04:59:59Z'],
    // Daylight saving began on the first Sunday of April until 2006.
    ['20060315120000', '2006-03-15T17:00:00Z'],
    ['20070315120000', '2007-03-15T16:00:00Z'],
  ])('%s is %s', (wall, utc) => {
    expect(newYorkToUtc(wall)).toBe(utc)
  })

  test('the hour that happens twice in autumn is read as standard time, the later of the two', () => {
    expect(newYorkToUtc('20251102005959')).toBe('2025-11-02T04:59:59Z')
    expect(newYorkToUtc('20251102013000')).toBe('2025-11-02T06:30:00Z')
    expect(newYorkToUtc('20251102020000')).toBe('2025-11-02T07:00:00Z')
  })

  test('the hour that never happens in spring is read as standard time', () => {
    expect(newYorkToUtc('20250309015959')).toBe('2025-03-09T06:59:59Z')
    expect(newYorkToUtc('20250309023000')).toBe('2025-03-09T07:30:00Z')
    expect(newYorkToUtc('20250309030000')).toBe('2025-03-09T07:00:00Z')
  })

  test.each([
    '',
    '2025103106012',
    '20250230120000',
    '20251031250000',
    '20251031060160',
    '2025-10-31T06:01',
    '00000000000000',
  ])('%j is no time', (wall) => {
    expect(newYorkToUtc(wall)).toBeUndefined()
  })

  test('the clock of every moment reads back as the same moment, save the repeated hour', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(1993, 0, 1) / 1000, max: Date.UTC(2060, 0, 1) / 1000 }),
        (seconds) => {
          const { date, hour, minute, second } = newYorkTime(seconds * 1000)
          const two = (n: number) => String(n).padStart(2, '0')
          const back = newYorkToUtc(`${date.replaceAll('-', '')}${two(hour)}${two(minute)}${two(second)}`)
          const difference = Date.parse(back ?? '') / 1000 - seconds
          expect(difference === 0 || (difference === 3600 && hour === 1)).toBe(true)
        },
      ),
      { numRuns: 1000 },
    )
  })
})

describe('the cut-off of a filing date', () => {
  test('is 17:30 in New York', () => {
    expect(filingDateCutoff('2001-11-26')).toBe('2001-11-26T22:30:00Z')
    expect(filingDateCutoff('2001-07-26')).toBe('2001-07-26T21:30:00Z')
  })
  test.each(['2001-02-30', '20011126', 'soon'])('%j has none', (date) => {
    expect(filingDateCutoff(date)).toBeUndefined()
  })
})
