import { createHmac } from 'node:crypto'
import type { Redis } from 'ioredis'
import type { Person } from './session-store.ts'

/** How long a copy may be used without asking Postgres. Together with what a process keeps: under five seconds. */
const COPY_MS = 3_000
const REDIS_TIMEOUT_MS = 50
const REDIS_PAUSE_MS = 1_000

/**
 * Copies of sessions in Redis, written whenever Postgres is. Postgres is the record: a copy lives for seconds, so one that
 * could not be taken back while Redis was away is gone by itself. Never throws; without Redis it knows nothing.
 */
export function sessionCache(redis: Redis, secret: string, options: { prefix?: string } = {}) {
  const prefix = options.prefix ?? 'session'
  let askAgainAt = 0

  /** Names in Redis are seen by whoever looks at it, so they must not be what the cookie carries. */
  const nameOf = (token: string) =>
    `${prefix}:${createHmac('sha256', secret).update(`session-cache:${token}`).digest('base64url')}`

  async function attempt<T>(run: () => Promise<T>): Promise<T | undefined> {
    if (Date.now() < askAgainAt) return undefined
    let timer: NodeJS.Timeout | undefined
    try {
      return await Promise.race([
        run(),
        new Promise<never>((_, reject) => {
          timer = setTimeout(() => reject(new Error('Redis did not answer in time')), REDIS_TIMEOUT_MS)
        }),
      ])
    } catch {
      askAgainAt = Date.now() + REDIS_PAUSE_MS
      return undefined
    } finally {
      clearTimeout(timer)
    }
  }

  return {
    async get(token: string): Promise<Person | undefined> {
      const text = await attempt(() => redis.get(nameOf(token)))
      return text ? (JSON.parse(text) as Person) : undefined
    },
    async put(token: string, person: Person): Promise<void> {
      await attempt(() => redis.set(nameOf(token), JSON.stringify(person), 'PX', COPY_MS))
    },
    async remove(tokens: readonly string[]): Promise<void> {
      if (tokens.length > 0) await attempt(() => redis.del(...tokens.map(nameOf)))
    },
  }
}
export type SessionCache = ReturnType<typeof sessionCache>
