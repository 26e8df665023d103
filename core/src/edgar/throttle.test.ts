import { setTimeout as sleep } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type TestRedis, testRedis } from '../testing/redis.ts'
import { EdgarError } from './errors.ts'
import { edgarThrottle } from './throttle.ts'

let server: TestRedis
let key = ''
let keys = 0
beforeAll(async () => {
  server = await testRedis({ own: true })
})
afterAll(() => server.close())
afterEach(() => server.redis.flushall())

/** Two limiters with a connection each, as two processes have. */
function pair(limit: number) {
  key = `throttle-test-${keys++}`
  return [
    edgarThrottle(server.redis, { limit, key }),
    edgarThrottle(server.redis.duplicate(), { limit, key }),
  ] as const
}

async function refusal(promise: Promise<unknown>): Promise<EdgarError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(EdgarError)
  return error as EdgarError
}

describe('the budget', () => {
  it('two limiters share it evenly spread, and neither starves', async () => {
    const [a, b] = pair(50)
    const times: number[] = []
    const counts = [0, 0]
    const until = performance.now() + 2000
    const lane = async (limiter: typeof a, index: 0 | 1) => {
      while (performance.now() < until) {
        await limiter.acquire()
        times.push(performance.now())
        counts[index] = (counts[index] as number) + 1
      }
    }
    await Promise.all([lane(a, 0), lane(a, 0), lane(b, 1), lane(b, 1)])
    const most = Math.max(
      ...times.map((from) => times.filter((time) => time >= from && time < from + 1000).length),
    )
    expect(most).toBeLessThanOrEqual(50)
    expect(times.length).toBeGreaterThan(40)
    expect(Math.min(...counts)).toBeGreaterThan(5)
  })

  it('after a flush the first leave comes later than everything handed out before', async () => {
    const [a, b] = pair(10)
    await a.acquire()
    const before = performance.now()
    await server.redis.flushall()
    await b.acquire()
    expect(performance.now() - before).toBeGreaterThan(100)
  })

  it('a limiter far in the future, after a clock that was set back, starts over', async () => {
    const [a] = pair(10)
    await a.acquire()
    await server.redis.hset(key, 'next', String((Date.now() + 3_600_000) * 1000))
    await a.acquire()
  })

  it('a caller that gives up leaves the queue and takes no turn', async () => {
    const [a] = pair(2)
    await a.acquire()
    const giveUp = new AbortController()
    const waiting = refusal(a.acquire(giveUp.signal))
    giveUp.abort()
    expect((await waiting).reason).toBe('aborted')
    expect((await refusal(a.acquire(AbortSignal.abort()))).reason).toBe('aborted')
    await a.acquire()
  })
})

describe('the pause', () => {
  it('reaches the others at once, says how long, and ends with one probe', async () => {
    const [a, b] = pair(50)
    await b.acquire()
    await a.pause('rate_limited', 800)
    const refused = await refusal(b.acquire())
    expect(refused).toMatchObject({ reason: 'paused', retryable: true })
    expect(refused.retry_after_ms).toBeGreaterThan(500)
    expect(refused.retry_after_ms).toBeLessThanOrEqual(800)
    expect(await b.state()).toMatchObject({ state: 'paused', reason: 'rate_limited' })
    await sleep(850)
    const probe = await b.acquire()
    expect(probe.probe).toBe(true)
    expect((await refusal(a.acquire())).reason).toBe('paused')
    expect((await a.state()).state).toBe('probing')
    await probe.succeeded()
    expect((await a.acquire()).probe).toBe(false)
    expect((await a.state()).state).toBe('open')
  })

  it('refuses those who were already waiting', async () => {
    const [a, b] = pair(1)
    await a.acquire()
    const waiting = [refusal(a.acquire()), refusal(b.acquire())]
    await sleep(50)
    await a.pause('rate_limited', 60_000)
    expect((await Promise.all(waiting)).map(({ reason }) => reason)).toEqual(['paused', 'paused'])
  })

  it('a longer pause is not shortened by a shorter one', async () => {
    const [a, b] = pair(50)
    await a.pause('first', 60_000)
    await b.pause('second', 10)
    expect((await a.state()).pause_left_ms).toBeGreaterThan(50_000)
  })

  it('outlives a flush of Redis, because the processes remember it', async () => {
    const [a, b] = pair(50)
    await a.pause('rate_limited', 5000)
    await server.redis.flushall()
    expect((await refusal(a.acquire())).reason).toBe('paused')
    const refused = await refusal(b.acquire())
    expect(refused.retry_after_ms).toBeGreaterThan(3000)
  })

  it('a flush while the probe is out leaves a probe owed', async () => {
    const [a, b] = pair(50)
    await a.pause('rate_limited', 50)
    await sleep(80)
    await a.acquire()
    expect((await refusal(b.acquire())).reason).toBe('paused')
    await server.redis.flushall()
    expect((await b.acquire()).probe).toBe(true)
  })

  it('a probe that proved nothing is followed by another, later', async () => {
    const [a, b] = pair(50)
    await a.pause('rate_limited', 20)
    await sleep(40)
    const probe = await a.acquire()
    await probe.undecided()
    const refused = await refusal(b.acquire())
    expect(refused.reason).toBe('paused')
    expect(refused.retry_after_ms).toBeLessThanOrEqual(1000)
  })

  it('a probe whose process died is replaced soon, one that only takes long is not', async () => {
    key = `throttle-test-${keys++}`
    const mortal = server.redis.duplicate()
    const [a, b] = [mortal, server.redis].map((redis) =>
      edgarThrottle(redis, { limit: 50, key, probeLeaseMs: 600 }),
    ) as [ReturnType<typeof edgarThrottle>, ReturnType<typeof edgarThrottle>]
    await b.pause('rate_limited', 20)
    await sleep(40)
    expect((await a.acquire()).probe).toBe(true)
    await sleep(1_500)
    expect((await refusal(b.acquire())).reason).toBe('paused')
    mortal.disconnect()
    await expect
      .poll(async () => (await b.acquire().catch(() => undefined))?.probe, { timeout: 10_000, interval: 100 })
      .toBe(true)
  })

  it('a refused probe begins the pause again', async () => {
    const [a, b] = pair(50)
    await a.pause('rate_limited', 20)
    await sleep(40)
    await a.acquire()
    await a.pause('rate_limited', 60_000)
    expect((await refusal(b.acquire())).retry_after_ms).toBeGreaterThan(50_000)
  })
})

describe('without Redis', () => {
  it('nobody sends, and the caller is told by name after a bounded wait', async () => {
    const nowhere = new Redis('redis://127.0.0.1:1', { maxRetriesPerRequest: null, retryStrategy: () => 50 })
    nowhere.on('error', () => {})
    const limiter = edgarThrottle(nowhere, { limiterWaitMs: 500 })
    const started = performance.now()
    const refused = await refusal(limiter.acquire())
    expect(refused).toMatchObject({ reason: 'limiter_unavailable', retryable: true })
    expect(performance.now() - started).toBeLessThan(5000)
    expect((await limiter.state()).state).toBe('unknown')
    nowhere.disconnect()
  })

  it('a pause that Redis could not be told of is told as soon as Redis is back', async () => {
    key = `throttle-test-${keys++}`
    let broken = true
    const flaky = new Proxy(server.redis, {
      get(target, property) {
        if (property === 'eval' && broken) return () => Promise.reject(new Error('connection lost'))
        const value = Reflect.get(target, property) as unknown
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
    const a = edgarThrottle(flaky, { limit: 50, key })
    const b = edgarThrottle(server.redis, { limit: 50, key })
    await b.acquire()
    await expect(a.pause('rate_limited', 60_000)).rejects.toThrow('connection lost')
    broken = false
    await sleep(500)
    expect((await refusal(b.acquire())).reason).toBe('paused')
    expect((await refusal(a.acquire())).reason).toBe('paused')
  })
})
