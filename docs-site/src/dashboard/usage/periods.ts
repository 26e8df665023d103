const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

export type Granularity = 'hour' | 'day' | 'month'

export interface PeriodChoice {
  id: string
  name: string
  granularity: Granularity
  /** So many hours, days or months, the current one included. */
  count: number
}

export const periodChoices: readonly PeriodChoice[] = [
  { id: '24h', name: '24 hours', granularity: 'hour', count: 24 },
  { id: '7d', name: '7 days', granularity: 'day', count: 7 },
  { id: '30d', name: '30 days', granularity: 'day', count: 30 },
  { id: '90d', name: '90 days', granularity: 'day', count: 90 },
  { id: '12m', name: '12 months', granularity: 'month', count: 12 },
]

/** The beginning of the hour, day or month around a moment, UTC. */
export function startOf(granularity: Granularity, moment: number): number {
  const at = new Date(moment)
  if (granularity === 'month') return Date.UTC(at.getUTCFullYear(), at.getUTCMonth())
  const length = granularity === 'hour' ? HOUR_MS : DAY_MS
  return Math.floor(moment / length) * length
}

/** The beginnings of the periods of a choice, the current one last. */
export function startsOf(
  { granularity, count }: Pick<PeriodChoice, 'granularity' | 'count'>,
  now: number,
): number[] {
  const current = startOf(granularity, now)
  return Array.from({ length: count }, (_, index) => {
    const back = count - 1 - index
    if (granularity !== 'month') return current - back * (granularity === 'hour' ? HOUR_MS : DAY_MS)
    const at = new Date(current)
    return Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - back)
  })
}

/** Units of a whole month if it goes on as it did. Before an hour has passed nothing is foretold. */
export function forecastUnits(units: number, now: number): number {
  const start = startOf('month', now)
  const at = new Date(start)
  const length = Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1) - start
  const passed = Math.max(now - start, HOUR_MS)
  return Math.max(units, Math.round((units * length) / Math.min(passed, length)))
}
