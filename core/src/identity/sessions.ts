import { LRUCache } from 'lru-cache'
import type { SessionCache } from './session-cache.ts'
import type { Person, SessionStore } from './session-store.ts'

const HOUR_MS = 3_600_000
/** A session ends when nobody used it for so long, */
export const SESSION_IDLE_MS = 24 * HOUR_MS
/** and in any case after so long. */
export const SESSION_ABSOLUTE_MS = 14 * 24 * HOUR_MS
const TOUCH_EVERY_MS = 10 * 60_000
/** What a process keeps without asking anybody. With the copy in Redis (3 s) a change of role holds within five seconds. */
const KEPT_MS = 1_500
const KEPT_ENTRIES = 10_000

/** Who is signed in: kept for a moment in the process, then in Redis, then asked of Postgres. */
export function sessions(store: SessionStore, cache: SessionCache, options: { idleMs?: number } = {}) {
  const idleMs = options.idleMs ?? SESSION_IDLE_MS
  const kept = new LRUCache<string, Person>({ max: KEPT_ENTRIES, ttl: KEPT_MS })

  async function read(token: string): Promise<Person | undefined> {
    const copied = await cache.get(token)
    if (copied) return copied
    const person = await store.findPerson(token, idleMs)
    if (!person) return undefined
    if (Date.now() - Date.parse(person.last_seen_at) > TOUCH_EVERY_MS) {
      await store.touch(person.session_id, TOUCH_EVERY_MS)
    }
    await cache.put(token, person)
    return person
  }

  return {
    /** The person whose session this is; `undefined` when it is unknown or over. */
    async personOf(token: string): Promise<Person | undefined> {
      const known = kept.get(token)
      const person = known ?? (await read(token))
      if (!person || Date.parse(person.expires_at) <= Date.now()) return undefined
      if (!known) kept.set(token, person)
      return person
    },

    /** Writes a session through after Postgres has it: a new one, or one that changed. */
    async refresh(token: string): Promise<Person | undefined> {
      kept.delete(token)
      const person = await store.findPerson(token, idleMs)
      if (person) await cache.put(token, person)
      else await cache.remove([token])
      return person
    },

    /** Forgets sessions that ended. */
    async forget(tokens: readonly string[]): Promise<void> {
      for (const token of tokens) kept.delete(token)
      await cache.remove(tokens)
    },
  }
}
export type Sessions = ReturnType<typeof sessions>
