import { describe, expect, it } from 'vitest'
import { admissionControl, type Priority } from './admission.ts'
import { ADMISSION } from './load-shedding.ts'

const TICK_MS = 500

function control(settings = {}) {
  const admission = admissionControl({ ...ADMISSION, ...settings })
  return {
    ...admission,
    /** So many seconds at one delay. */
    feel(delayMs: number, seconds: number) {
      for (let ms = 0; ms < seconds * 1_000; ms += TICK_MS) {
        admission.sample(delayMs, TICK_MS)
        admission.look()
      }
    },
    /** How many of 1,000 are admitted. */
    admitted: (priority: Priority) =>
      Array.from({ length: 1_000 }, () => admission.admits(priority)).filter(Boolean).length,
  }
}

describe('admission under a slow event loop', () => {
  it('refuses nothing before five seconds beyond 200 ms', () => {
    const one = control()
    one.feel(250, 4.5)
    expect([one.admitted('low'), one.admitted('normal')]).toEqual([1_000, 1_000])
  })

  it('a short hang, however long it takes, is no overload', () => {
    const one = control()
    for (let i = 0; i < 20; i++) {
      one.feel(5_000, 0.5)
      one.feel(10, 0.5)
    }
    expect(one.admitted('low')).toBe(1_000)
  })

  it('then refuses low priority, and nothing else yet', () => {
    const one = control()
    one.feel(250, 5)
    expect([one.admitted('low'), one.admitted('normal'), one.admitted('critical')]).toEqual([0, 1_000, 1_000])
  })

  it('then more and more of the normal, never all of it, and never what is critical', () => {
    const one = control()
    one.feel(250, 5.5)
    expect(one.admitted('normal')).toBeGreaterThan(650)
    expect(one.admitted('normal')).toBeLessThan(750)
    one.feel(2_000, 60)
    expect(one.admitted('normal')).toBeGreaterThanOrEqual(333)
    expect(one.admitted('normal')).toBeLessThanOrEqual(334)
    expect(one.admitted('critical')).toBe(1_000)
  })

  it('admits more again while it is well, holds between the two marks, and ends only after five seconds of calm', () => {
    const one = control()
    one.feel(250, 10)
    const least = one.state().share
    one.feel(150, 10)
    expect(one.state()).toMatchObject({ share: least, shedding: true })
    one.feel(20, 5)
    expect(one.state().share).toBeGreaterThan(least)
    expect(one.admitted('low')).toBe(0)
    one.feel(20, 20)
    expect(one.state()).toMatchObject({ share: 1, shedding: false })
    expect(one.admitted('low')).toBe(1_000)
  })
})

describe('admission with many requests in work', () => {
  it('refuses low priority at three quarters, normal at the limit, critical never', () => {
    const one = control({ maxInFlight: 8 })
    const admits = () => (['low', 'normal', 'critical'] as const).map((priority) => one.admits(priority))
    expect(admits()).toEqual([true, true, true])
    for (let i = 0; i < 6; i++) one.begin()
    expect(admits()).toEqual([false, true, true])
    for (let i = 0; i < 2; i++) one.begin()
    expect(admits()).toEqual([false, false, true])
    for (let i = 0; i < 8; i++) one.end()
    expect(admits()).toEqual([true, true, true])
  })
})

describe('admission with a queue', () => {
  const settings = { maxInFlight: 100, standingAt: 10, standingLimit: 15 }

  it('a burst that drains is worked on as a whole', () => {
    const one = control(settings)
    for (let round = 0; round < 5; round++) {
      for (let i = 0; i < 50; i++) one.begin()
      expect(one.admits('normal')).toBe(true)
      for (let i = 0; i < 50; i++) one.answer()
      for (let i = 0; i < 50; i++) one.end()
      one.feel(0, 0.5)
    }
  })

  it('one that stands is kept short until it has drained, and what is critical joins it', () => {
    const one = control(settings)
    for (let i = 0; i < 50; i++) one.begin()
    for (let look = 0; look < 3; look++) {
      expect(one.admits('normal')).toBe(true)
      one.answer()
      one.begin()
      one.feel(0, 0.5)
    }
    expect([one.admits('normal'), one.isFull(), one.admits('critical')]).toEqual([false, true, true])
    for (let i = 0; i < 36; i++) one.answer()
    expect(one.admits('normal')).toBe(true)
    for (let i = 0; i < 14; i++) one.answer()
    one.feel(0, 0.5)
    // It drained, yet some were turned away: as many are still to come.
    for (let i = 0; i < 20; i++) one.begin()
    expect(one.admits('normal')).toBe(false)
    for (let i = 0; i < 20; i++) one.answer()
    for (let i = 0; i < 73; i++) one.end()
    one.feel(0, 1)
    for (let i = 0; i < 40; i++) one.begin()
    expect(one.admits('normal')).toBe(true)
  })

  it('what gathers while nothing is answered is none, nor is it while it drains', () => {
    const one = control(settings)
    for (let i = 0; i < 90; i++) one.begin()
    one.feel(0, 2)
    expect(one.admits('normal')).toBe(true)
    for (let waiting = 90; waiting > 10; waiting *= 0.7) {
      for (let i = Math.floor(waiting * 0.7); i < Math.floor(waiting); i++) one.answer()
      one.feel(0, 0.5)
      expect(one.admits('normal')).toBe(true)
    }
  })

  it('those who read long answers slowly are no queue', () => {
    const one = control(settings)
    for (let i = 0; i < 50; i++) {
      one.begin()
      one.answer()
    }
    one.feel(0, 1)
    expect(one.admits('normal')).toBe(true)
  })
})
