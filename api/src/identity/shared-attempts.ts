import { createHash } from 'node:crypto'
import type { Redis } from 'ioredis'
import { attemptCounter } from '../plugins/attempt-counter.ts'

/** Counts in a window that begins with the first try. One command, so that no count can be left without its end. */
const COUNT = `
local count = redis.call('INCR', KEYS[1])
local left = redis.call('PTTL', KEYS[1])
if left < 0 then
  redis.call('PEXPIRE', KEYS[1], ARGV[1])
  left = tonumber(ARGV[1])
end
return {count, left}`
const REDIS_TIMEOUT_MS = 250

/**
 * Counts tries over all processes, in Redis. While it is away, or does not answer in time, each process holds back by what it
 * counted itself, which it does all the time.
 */
export function sharedAttempts(
  redis: Pick<Redis, 'eval'>,
  { name, limit, windowMs }: { name: string; limit: number; windowMs: number },
) {
  const own = attemptCounter(limit, windowMs)

  async function everywhere(of: string): Promise<[number, number]> {
    // Nobody who looks into Redis finds addresses of people.
    const key = `attempts:${name}:${createHash('sha256').update(of).digest('base64url')}`
    return (await within(redis.eval(COUNT, 1, key, windowMs) as Promise<[number, number]>)) as [
      number,
      number,
    ]
  }

  return {
    /** Counts a try. Milliseconds until the next may be made; 0: this one may be. */
    async count(of: string): Promise<number> {
      const wait = own.blockedForMs(of)
      if (wait > 0) return wait
      own.count(of)
      try {
        const [count, left] = await everywhere(of)
        return count > limit ? Math.max(1, left) : 0
      } catch {
        return 0
      }
    },
  }
}

async function within<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('Redis did not answer in time')), REDIS_TIMEOUT_MS)
  })
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
  }
}
