import { describe, expect, it } from 'vitest'
import { bucketsOf, percentInWords, percentileOf, type Sample, sampleLog, uptimeOf } from './history.ts'

const sample = (at: number, ok = true, ms = 10): Sample => ({ at, ok, ms })

describe('uptime', () => {
  it('what was not measured is neither up nor down', () => {
    const buckets = bucketsOf(
      [sample(650), sample(700, false), sample(850, false), sample(1000)],
      1000,
      1000,
      5,
    )
    expect(buckets.map(({ state, probes, failed }) => [state, probes, failed])).toEqual([
      ['none', 0, 0],
      ['none', 0, 0],
      ['none', 0, 0],
      ['partly', 2, 1],
      ['partly', 2, 1],
    ])
    expect(bucketsOf([sample(850, false)], 1000, 1000, 5).at(-1)?.state).toBe('down')
    expect(uptimeOf([])).toBeNull()
  })

  it('buckets tile the stretch, and what lies outside of it is left out', () => {
    const buckets = bucketsOf([sample(-1), sample(0), sample(100), sample(1001)], 1000, 1000, 10)
    expect(buckets.map(({ from }) => from)).toEqual([0, 100, 200, 300, 400, 500, 600, 700, 800, 900])
    expect(buckets.map(({ probes }) => probes)).toEqual([1, 1, 0, 0, 0, 0, 0, 0, 0, 0])
    expect(buckets.at(-1)?.to).toBe(1000)
  })

  it('is never rounded up', () => {
    const samples = [...Array.from({ length: 99_999 }, (_, at) => sample(at)), sample(99_999, false)]
    expect(percentInWords(uptimeOf(samples) ?? 0)).toBe('99.99 %')
    expect(percentInWords(1)).toBe('100.00 %')
  })
})

describe('latency', () => {
  it('is the nearest rank of what was answered', () => {
    const samples = Array.from({ length: 100 }, (_, index) => sample(index, true, 100 - index))
    expect([0.5, 0.95, 1].map((share) => percentileOf(samples, share))).toEqual([50, 95, 100])
    expect(percentileOf([sample(1, false, 5000), sample(2, true, 7)], 0.95)).toBe(7)
    expect(percentileOf([sample(1, false)], 0.5)).toBeNull()
  })
})

it('the log forgets the oldest', () => {
  const log = sampleLog(3)
  for (const at of [1, 2, 3, 4, 5]) log.add(sample(at))
  expect(log.all().map(({ at }) => at)).toEqual([3, 4, 5])
})
