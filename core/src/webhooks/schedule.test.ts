import { describe, expect, it } from 'vitest'
import { afterFailure, type EndpointHealth, HEALTHY } from './endpoint-health.ts'
import { MAX_RETRY_AFTER_MS, nextWaitMs, RETRY_SCHEDULE_MS, retryAfterOf } from './schedule.ts'

const HOUR = 3_600_000

describe('the schedule', () => {
  it('is ten attempts over 75 hours, 35 minutes and 5 seconds', () => {
    expect(RETRY_SCHEDULE_MS).toHaveLength(10)
    expect(RETRY_SCHEDULE_MS.reduce((sum, wait) => sum + wait, 0)).toBe(75 * HOUR + 35 * 60_000 + 5_000)
    expect(nextWaitMs(10, undefined, 0.5)).toBeUndefined()
  })

  it('varies each wait by a fifth', () => {
    for (let step = 1; step < 10; step++) {
      const wait = RETRY_SCHEDULE_MS[step] as number
      expect([0, 0.5, 1].map((random) => nextWaitMs(step, undefined, random))).toEqual([
        wait * 0.8,
        wait,
        wait * 1.2,
      ])
    }
  })

  it('waits longer when the receiver asks for it, never less, and not for ever', () => {
    expect(nextWaitMs(1, 60_000, 0.5)).toBe(60_000)
    expect(nextWaitMs(3, 60_000, 0.5)).toBe(RETRY_SCHEDULE_MS[3])
    expect(nextWaitMs(1, 400 * HOUR, 0.5)).toBe(MAX_RETRY_AFTER_MS)
    expect(nextWaitMs(10, 60_000, 0.5)).toBeUndefined()
  })

  it.each([
    ['120', 120_000],
    ['0', 0],
    ['Sun, 22 Nov 2026 12:01:00 GMT', 60_000],
    ['Sun, 22 Nov 2026 11:00:00 GMT', 0],
    ['-1', undefined],
    ['soon', undefined],
    ['1e9', undefined],
    [undefined, undefined],
  ])('reads Retry-After: %s', (header, ms) => {
    expect(retryAfterOf(header, new Date('2026-11-22T12:00:00Z'))).toBe(ms)
  })
})

describe('an endpoint is given up', () => {
  /** At which of the hours, failing each time, it is given up first. */
  function givenUpAt(hours: number[]): number | undefined {
    let health: EndpointHealth = HEALTHY
    for (const hour of hours) {
      const { giveUp, ...next } = afterFailure(health, new Date(hour * HOUR))
      if (giveUp) return hour
      health = next
    }
    return undefined
  }

  it('five days after the first failure, once failures of one day lay twelve hours apart', () => {
    expect(givenUpAt([0, 1, 13, 60, 119, 120])).toBe(120)
    expect(givenUpAt(Array.from({ length: 300 }, (_, hour) => hour))).toBe(120)
  })

  it('not for failures that lie close together, or days apart', () => {
    expect(givenUpAt([0, 1, 2, 3, 11, 130])).toBeUndefined()
    expect(givenUpAt([0, 30, 60, 90, 120, 150, 180, 210])).toBeUndefined()
  })

  it('counted from the first failure of the span that showed it', () => {
    expect(givenUpAt([0, 100, 113, 218, 219, 220])).toBe(220)
  })
})
