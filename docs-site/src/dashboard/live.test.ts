import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { looker, waitMs } from './live.ts'

describe('how long to wait', () => {
  it('doubles with each failure up to two minutes, and is never less than the API asks', () => {
    expect([0, 1, 2, 3, 4, 9].map((failures) => waitMs(10_000, failures, 0))).toEqual([
      10_000, 20_000, 40_000, 80_000, 120_000, 120_000,
    ])
    expect(waitMs(10_000, 1, 0, 300_000)).toBe(300_000)
    expect(waitMs(10_000, 0, 1)).toBeCloseTo(11_000)
    expect(waitMs(600_000, 3, 0)).toBe(600_000)
  })
})

describe('looking again and again', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    // The jitter of every wait is known: half of what it may be.
    vi.spyOn(Math, 'random').mockReturnValue(0.5)
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.restoreAllMocks()
  })

  function start(load: () => Promise<number>, isHidden = () => false) {
    const seen: unknown[] = []
    const one = looker({
      load,
      everyMs: 10_000,
      isHidden,
      onData: (data) => seen.push(data),
      onError: (error) => seen.push(error.message),
    })
    return { one, seen }
  }

  it('goes on after each look, and stops for good', async () => {
    let count = 0
    const { one, seen } = start(async () => ++count)
    await one.look()
    await vi.advanceTimersByTimeAsync(11_000)
    expect(seen).toEqual([1, 2])
    one.stop()
    await vi.advanceTimersByTimeAsync(100_000)
    await one.look()
    expect(seen).toEqual([1, 2])
  })

  it('asks nothing while nobody sees the page', async () => {
    let hidden = false
    const load = vi.fn(async () => 1)
    const { one } = start(load, () => hidden)
    await one.look()
    hidden = true
    await vi.advanceTimersByTimeAsync(100_000)
    expect(load).toHaveBeenCalledTimes(1)
    hidden = false
    await vi.advanceTimersByTimeAsync(10_100)
    expect(load).toHaveBeenCalledTimes(2)
    one.stop()
  })

  it('is one look at a time, and one that begins after a change has seen it', async () => {
    let release = (_: number) => {}
    const load = vi.fn(() => new Promise<number>((resolve) => (release = resolve)))
    const { one, seen } = start(load)
    void one.look()
    void one.look()
    const again = one.lookAgain()
    expect(load).toHaveBeenCalledTimes(1)
    release(1)
    await vi.advanceTimersByTimeAsync(0)
    expect(load).toHaveBeenCalledTimes(2)
    release(2)
    await again
    expect(seen).toEqual([1, 2])
    one.stop()
  })

  it('looks less often while it fails, and as before when it works again', async () => {
    let fails = true
    const load = vi.fn(async () => {
      if (fails) throw new Error('away')
      return 1
    })
    const { one, seen } = start(load)
    await one.look()
    await vi.advanceTimersByTimeAsync(19_000)
    expect(load).toHaveBeenCalledTimes(1)
    fails = false
    await vi.advanceTimersByTimeAsync(4_000)
    expect(seen).toEqual(['away', 1])
    await vi.advanceTimersByTimeAsync(11_000)
    expect(seen).toEqual(['away', 1, 1])
    one.stop()
  })
})
