import { describe, expect, it } from 'vitest'
import type { SessionApi } from '../api.ts'
import { isOfPerson } from './is-of-person.ts'
import { usageReader } from './load-usage.ts'
import { forecastUnits, periodChoices, startOf, startsOf } from './periods.ts'
import { NAMED_SERIES, stack, totalsOf, type UsageRow } from './series.ts'

const at = Date.parse

function row(period_start: string, key_id: string, requests: number, more: Partial<UsageRow> = {}): UsageRow {
  return { period_start, key_id, operation_id: null, status: null, requests, units: 0, errors: 0, ...more }
}

describe('periods', () => {
  it('begin on the hour, day and month in UTC, the current one last', () => {
    const now = at('2026-03-31T13:45:00Z')
    expect(startOf('hour', now)).toBe(at('2026-03-31T13:00:00Z'))
    expect(
      startsOf({ granularity: 'month', count: 3 }, now).map((start) => new Date(start).toISOString()),
    ).toEqual(['2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z', '2026-03-01T00:00:00.000Z'])
    expect(startsOf({ granularity: 'day', count: 30 }, now)).toHaveLength(30)
    for (const choice of periodChoices)
      expect(startsOf(choice, now).at(-1)).toBe(startOf(choice.granularity, now))
  })
})

describe('the forecast', () => {
  it('is what a month comes to at this pace, and never less than there is', () => {
    expect(forecastUnits(100, at('2026-11-16T00:00:00Z'))).toBe(200)
    expect(forecastUnits(0, at('2026-11-16T00:00:00Z'))).toBe(0)
    expect(forecastUnits(500, at('2026-11-30T23:59:59Z'))).toBe(500)
    // In the first minute one request is not forty thousand.
    expect(forecastUnits(1, at('2026-11-01T00:01:00Z'))).toBe(720)
  })
})

describe('stacked bars', () => {
  const starts = [at('2026-11-01T00:00:00Z'), at('2026-11-02T00:00:00Z')]
  const given = {
    dimension: 'key',
    measure: 'requests',
    starts,
    nameOf: (id: string) => `Key ${id}`,
  } as const

  it('have the largest series first, and zeros where nothing was asked', () => {
    const rows = [row('2026-11-01T00:00:00Z', 'a', 1), row('2026-11-02T00:00:00Z', 'b', 5)]
    expect(stack(rows, given)).toEqual({
      series: [
        { id: 'b', name: 'Key b', isRest: false },
        { id: 'a', name: 'Key a', isRest: false },
      ],
      values: [
        [0, 1],
        [5, 0],
      ],
    })
  })

  it('put what is small together, and lose nothing', () => {
    const rows = 'abcdefgh'.split('').map((id, index) => row('2026-11-01T00:00:00Z', id, 10 - index))
    const { series, values } = stack(rows, given)
    expect(series).toHaveLength(NAMED_SERIES + 1)
    expect(series.at(-1)).toEqual({ id: '', name: '3 others', isRest: true })
    expect(values[0]?.reduce((sum, value) => sum + value, 0)).toBe(totalsOf(rows).requests)
    expect(stack(rows.slice(0, NAMED_SERIES + 1), given).series.some(({ isRest }) => isRest)).toBe(false)
  })

  it('leave out rows of periods that are not shown, and series without anything', () => {
    const rows = [
      row('2026-10-01T00:00:00Z', 'a', 1),
      row('2026-11-01T00:00:00Z', 'b', 1),
      row('2026-11-01T00:00:00Z', 'c', 0),
    ]
    const { series, values } = stack(rows, given)
    expect(series.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(values).toEqual([
      [0, 1],
      [0, 0],
    ])
  })
})

it('usage is that of programs, not of the people who look at it', async () => {
  const asked: Record<string, unknown>[] = []
  const api = {
    all: async (_path: string, query: Record<string, unknown>) => {
      asked.push(query)
      const today = new Date(startOf('day', Date.now())).toISOString()
      const entries = [row(today, 'key_1', 2), row(today, 'usr_1', 70)]
      return { entries, is_cut: false }
    },
  } as unknown as SessionApi
  const [, , month] = periodChoices
  if (!month) throw new Error('no period')
  const byKey = await usageReader(api, month, 'key')(new AbortController().signal)
  expect(byKey.rows.map(({ key_id }) => key_id)).toEqual(['key_1'])
  const read = usageReader(api, month, 'operation')
  await read(new AbortController().signal)
  expect(asked.at(-1)).toMatchObject({ group_by: ['operation'], key_id: ['key_1'] })
  const whole = String(asked.at(-1)?.from)
  await read(new AbortController().signal)
  expect(at(String(asked.at(-1)?.from))).toBeGreaterThan(at(whole))
  expect([isOfPerson('usr_1'), isOfPerson('key_1'), isOfPerson(null)]).toEqual([true, false, false])
})
