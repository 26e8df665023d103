import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../db.ts'
import { newId } from '../ids.ts'
import { type TestDatabase, testDatabase } from '../testing/database.ts'
import { type TestRedis, testRedis } from '../testing/redis.ts'
import { forgetEnded } from './cleanup-store.ts'
import { sessionCache } from './session-cache.ts'
import { sessionStore } from './session-store.ts'
import { sessions } from './sessions.ts'

let database: TestDatabase
let redis: TestRedis
beforeAll(async () => {
  database = await testDatabase()
  redis = await testRedis({ own: true })
})
afterAll(async () => {
  await redis.close()
  await database.close()
})

async function signIn() {
  const { sql } = database
  const user_id = newId('usr')
  const token = `token-${user_id}`
  await sql`insert into users (id, email, name) values (${user_id}, ${`${user_id}@example.com`}, 'Ann')`
  await sql`insert into user_sessions (id, user_id, token, expires_at)
    values (${`s-${user_id}`}, ${user_id}, ${token}, now() + interval '1 hour')`
  return { user_id, token }
}
const open = (client: Redis) => sessions(sessionStore(database.sql), sessionCache(client, 'secret'))

describe('a session', () => {
  it('is found without Redis, and ends without it', async () => {
    const away = new Redis({
      port: 1,
      host: '127.0.0.1',
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      retryStrategy: () => null,
    })
    away.on('error', () => {})
    const people = open(away)
    const { token, user_id } = await signIn()
    expect((await people.personOf(token))?.user_id).toBe(user_id)
    await people.forget(await sessionStore(database.sql).endSessions(user_id))
    expect(await people.personOf(token)).toBeUndefined()
    away.disconnect()
  })

  it('that ended while Redis could not be told is over within five seconds', async () => {
    const { token, user_id } = await signIn()
    const one = open(redis.redis)
    const other = open(redis.redis)
    expect(await one.personOf(token)).toBeDefined()
    expect(await other.personOf(token)).toBeDefined()
    await sessionStore(database.sql).endSessions(user_id)
    const ended = Date.now()
    while ((await other.personOf(token)) !== undefined) {
      expect(Date.now() - ended).toBeLessThan(5_000)
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    expect(await open(redis.redis).personOf(token)).toBeUndefined()
  })

  it('is asked of Postgres once when several ask Redis in between', async () => {
    let asked = 0
    const store = sessionStore(database.sql)
    const counted = {
      ...store,
      findPerson: (token: string, idleMs: number) => {
        asked += 1
        return store.findPerson(token, idleMs)
      },
    }
    const { token } = await signIn()
    const processes = [0, 1, 2].map(() => sessions(counted, sessionCache(redis.redis, 'secret')))
    for (const people of processes) for (let i = 0; i < 5; i++) await people.personOf(token)
    expect(asked).toBe(1)
  })
})

describe('what has ended', () => {
  it('is removed by the workers, and nothing else', async () => {
    const over = await signIn()
    const idle = await signIn()
    const good = await signIn()
    await database.sql`update user_sessions set expires_at = now() - interval '1 second' where token = ${over.token}`
    await database.sql`update user_sessions set last_seen_at = now() - interval '3 days' where token = ${idle.token}`
    const worker = openDatabase(database.url, { max: 1, role: 'latent_worker' })
    try {
      expect(await forgetEnded(worker)).toBe(2)
      expect(await forgetEnded(worker)).toBe(0)
    } finally {
      await worker.end({ timeout: 5 })
    }
    expect(await open(redis.redis).personOf(good.token)).toBeDefined()
  })
})

describe('an organisation of their own', () => {
  it('comes once to somebody who has none, however often and at once it is asked', async () => {
    const store = sessionStore(database.sql)
    const { user_id } = await signIn()
    const person = { user_id, email: `${user_id}@example.com`, name: 'Ann' }
    let recorded = 0
    await Promise.all(
      Array.from({ length: 5 }, () =>
        store.ensureOrganisation(person, async () => {
          recorded += 1
        }),
      ),
    )
    expect(recorded).toBe(1)
    expect(await store.membershipsOf(user_id)).toMatchObject([{ role: 'owner', plan: 'free' }])
  })
})
