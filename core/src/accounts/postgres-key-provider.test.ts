import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { forEachPostgres, type TestDatabase, testDatabase } from '../testing/database.ts'
import { type TestRedis, testRedis } from '../testing/redis.ts'
import { keyChangeStore, touchOrganisation } from './key-change-store.ts'
import { generateKey, parsePeppers } from './key-format.ts'
import type { KeyProvider } from './key-provider.ts'
import { type KeyStore, keyStore } from './key-store.ts'
import { type PostgresKeyOptions, postgresKeyProvider } from './postgres-key-provider.ts'
import { accountStore } from './store.ts'

const PEPPERS = parsePeppers('v2:second-pepper-secret,v1:first-pepper-of-old')
const [PEPPER, OLD_PEPPER] = PEPPERS as [(typeof PEPPERS)[number], (typeof PEPPERS)[number]]
const NEVER = 3_600_000

async function until(what: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    if (await what()) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error('it did not happen within five seconds')
}

forEachPostgres((version) => {
  let database: TestDatabase
  let redis: TestRedis
  let organisation: string
  const open: KeyProvider[] = []
  beforeAll(async () => {
    database = await testDatabase({ version })
    redis = await testRedis()
    organisation = (await accountStore(database.sql).createOrganisation({ name: 'Test', plan: 'pro' })).id
  })
  afterAll(async () => {
    for (const one of open) one.close()
    await redis.close()
    await database.close()
  })

  /** A process: what it asks of the database can be counted and held up. */
  function process(options: PostgresKeyOptions & { find?: KeyStore['findByHash'] } = {}) {
    const real = keyStore(database.sql)
    const asked = { count: 0 }
    const provider = postgresKeyProvider(
      {
        keys: {
          ...real,
          async findByHash(hashes) {
            asked.count += 1
            return await (options.find ?? real.findByHash)(hashes)
          },
        },
        changes: keyChangeStore(database.sql),
      },
      PEPPERS,
      { pollMs: NEVER, ...options },
    )
    open.push(provider)
    return { provider, asked }
  }
  const make = (wish = {}, pepper = PEPPER) =>
    keyStore(database.sql).createKey(
      { organisation_id: organisation, name: 'test', mode: 'live', ...wish },
      pepper,
    )
  const revoke = (id: string) => keyStore(database.sql).revokeKey(organisation, id)

  describe('a key that was verified', () => {
    it('is known without asking, however many ask at once', async () => {
      const { key, record } = await make()
      const { provider, asked } = process()
      await until(() => provider.health().ok)
      expect(provider.known(key)).toBeUndefined()
      const verdicts = await Promise.all(Array.from({ length: 50 }, () => provider.verify(key)))
      expect(verdicts.every((verdict) => verdict.outcome === 'valid')).toBe(true)
      expect(asked.count).toBe(1)
      expect(provider.known(key)).toMatchObject({
        outcome: 'valid',
        record: { id: record.id, plan: 'pro', subject: { key_id: record.id, organisation_id: organisation } },
      })
      expect(provider.known(key)).toBe(provider.known(key))
    })

    it('is read again after 20 seconds in the background, and not admitted after 30 when that fails', async () => {
      const { key } = await make()
      let elapsed = 1_000
      let away = false
      const { provider, asked } = process({
        clocks: { now: Date.now, elapsed: () => elapsed },
        find: async (hashes) => {
          if (away) throw new Error('away')
          return await keyStore(database.sql).findByHash(hashes)
        },
      })
      await until(() => provider.health().ok)
      await until(async () => (await provider.verify(key)) && provider.known(key) !== undefined)
      const before = asked.count
      elapsed += 19_999
      expect(provider.known(key)?.outcome).toBe('valid')
      expect(asked.count).toBe(before)
      away = true
      elapsed += 10_000
      expect(provider.known(key)?.outcome, 'one millisecond before').toBe('valid')
      expect(asked.count).toBe(before + 1)
      elapsed += 1
      await expect(provider.verify(key)).rejects.toMatchObject({ name: 'KeysUnavailable' })
      expect(provider.known(key)).toBeUndefined()
    })

    it('of an older pepper still verifies', async () => {
      const { key } = await make({}, OLD_PEPPER)
      expect((await process().provider.verify(key)).outcome).toBe('valid')
    })

    it('expires while it is remembered', async () => {
      const { key } = await make({ expiresInSeconds: 100 })
      let now = Date.now()
      const { provider } = process({ clocks: { now: () => now, elapsed: () => 0 } })
      expect((await provider.verify(key)).outcome).toBe('valid')
      now += 100_000
      expect((await provider.verify(key)).outcome).toBe('expired')
    })
  })

  describe('a change', () => {
    it('reaches the other processes through Redis', async () => {
      const { key, record } = await make()
      const [first, second] = [process({ redis: redis.redis }), process({ redis: redis.redis })]
      // Until they listen, a change might pass them by; with no poll they would never know.
      await until(async () => {
        const [[, count] = []] = [
          (await redis.redis.pubsub('NUMSUB', 'key-changes')) as unknown as [string, number],
        ]
        return Number(count) >= 2 && first.provider.health().ok && second.provider.health().ok
      })
      await Promise.all([first.provider.verify(key), second.provider.verify(key)])
      await until(() => second.provider.known(key) !== undefined)
      const revoked = await revoke(record.id)
      first.provider.announce(revoked?.change)
      expect((await first.provider.verify(key)).outcome, 'where it was made: at once').toBe('revoked')
      await until(() => second.provider.known(key)?.outcome !== 'valid')
      expect((await second.provider.verify(key)).outcome).toBe('revoked')
    })

    it('is found by asking when Redis tells nothing', async () => {
      const { key, record } = await make()
      const { provider } = process({ pollMs: 20 })
      await provider.verify(key)
      await revoke(record.id)
      await until(async () => (await provider.verify(key)).outcome === 'revoked')
    })

    it('that nobody can name any more makes a process forget everything', async () => {
      const { key, record } = await make()
      const { provider } = process({ pollMs: 20 })
      await provider.verify(key)
      await database.sql.begin(async (tx) => {
        await keyStore(tx).revokeKey(organisation, record.id)
        await tx`delete from key_changes`
      })
      await until(async () => (await provider.verify(key)).outcome === 'revoked')
    })

    it('that comes while a key is read is not lost: the old answer is not remembered', async () => {
      const { key, record } = await make()
      let held: (() => void) | undefined
      let reads = 0
      const { provider } = process({
        find: async (hashes) => {
          reads += 1
          const found = await keyStore(database.sql).findByHash(hashes)
          if (reads === 1)
            await new Promise<void>((resolve) => {
              held = resolve
            })
          return found
        },
      })
      const verdict = provider.verify(key)
      await until(() => held !== undefined)
      provider.announce((await revoke(record.id))?.change)
      held?.()
      expect((await verdict).outcome, 'it was asked before, and read again').toBe('revoked')
      expect(reads).toBe(2)
      expect(provider.known(key)?.outcome).toBe('revoked')
    })

    it('of the organisation concerns all its keys: its plan, and whether it is disabled', async () => {
      const { id } = await accountStore(database.sql).createOrganisation({ name: 'Changing', plan: 'free' })
      const { key } = await make({ organisation_id: id })
      const { provider } = process()
      expect(await provider.verify(key)).toMatchObject({ outcome: 'valid', record: { plan: 'free' } })
      const change = async (set: { plan?: string; disabled_at?: string }) =>
        await database.sql.begin(async (tx) => {
          await tx`update organisations set ${tx(set)} where id = ${id}`
          return await touchOrganisation(tx, id)
        })
      provider.announce(await change({ plan: 'scale' }))
      expect(await provider.verify(key)).toMatchObject({ outcome: 'valid', record: { plan: 'scale' } })
      provider.announce(await change({ disabled_at: new Date().toISOString() }))
      expect((await provider.verify(key)).outcome).toBe('organisation_disabled')
    })

    it('of another database on the same Redis changes nothing here', async () => {
      const { key } = await make()
      const { provider, asked } = process({ redis: redis.redis })
      await until(() => provider.health().ok)
      await until(async () => (await provider.verify(key)) && provider.known(key) !== undefined)
      const before = asked.count
      await redis.redis.publish(
        'key-changes',
        JSON.stringify({ origin: 'other', version: 1e12, organisation_id: organisation, key_id: null }),
      )
      await redis.redis.publish('key-changes', 'not json')
      await redis.redis.ping()
      expect((await provider.verify(key)).outcome).toBe('valid')
      expect(asked.count).toBe(before)
    })
  })

  describe('a key that does not exist', () => {
    it('is not looked up with a bad checksum, and remembered for five seconds with a good one', async () => {
      let elapsed = 0
      const { provider, asked } = process({ clocks: { now: Date.now, elapsed: () => elapsed } })
      await until(() => provider.health().ok)
      expect(provider.known(`slp_live_${'a'.repeat(49)}`)).toEqual({ outcome: 'unknown' })
      const key = generateKey('live')
      for (let times = 0; times < 3; times += 1) expect((await provider.verify(key)).outcome).toBe('unknown')
      expect(asked.count).toBe(1)
      elapsed = 5_000
      await provider.verify(key)
      expect(asked.count).toBe(2)
    })

    it('works from the moment it is made', async () => {
      const { provider } = process()
      await until(() => provider.health().ok)
      const tried = generateKey('live')
      expect((await provider.verify(tried)).outcome).toBe('unknown')
      const { hashKey } = await import('./key-format.ts')
      const made = await make()
      await database.sql`update api_key_secrets set secret_hash = ${hashKey(tried, PEPPER)} where key_id = ${made.record.id}`
      expect(provider.known(tried)?.outcome, 'nobody told').toBe('unknown')
      provider.announce(made.change)
      expect((await provider.verify(tried)).outcome).toBe('valid')
    })
  })

  describe('a rotated key', () => {
    const rotate = async (id: string, wish: { grace_seconds: number; start: 'now' | 'first_use' }) =>
      await database.sql.begin(async (tx) => {
        const keys = keyStore(tx)
        const key = await keys.lockKey(organisation, id)
        return await keys.rotateKey(key as never, wish, PEPPER)
      })

    it('keeps its id; the old secret works until its grace is over', async () => {
      const old = await make()
      const next = await rotate(old.record.id, { grace_seconds: 60, start: 'now' })
      let now = Date.now()
      const { provider } = process({ clocks: { now: () => now, elapsed: () => 0 } })
      for (const key of [old.key, next.key])
        expect(await provider.verify(key)).toMatchObject({ outcome: 'valid', record: { id: old.record.id } })
      now += 61_000
      expect((await provider.verify(old.key)).outcome).toBe('expired')
      expect((await provider.verify(next.key)).outcome).toBe('valid')
      expect(next.record.secrets).toHaveLength(2)
      expect(next.record.last_four).toBe(next.key.slice(-4))
    })

    it('waits with the end of the old secret for the first use of the new one, when asked to', async () => {
      const old = await make()
      const next = await rotate(old.record.id, { grace_seconds: 60, start: 'first_use' })
      let now = Date.now()
      const { provider } = process({ clocks: { now: () => now, elapsed: () => 0 } })
      now += 3_600_000
      expect((await provider.verify(old.key)).outcome).toBe('valid')
      now = Date.now()
      expect((await provider.verify(next.key)).outcome).toBe('valid')
      expect((await provider.verify(old.key)).outcome).toBe('valid')
      now += 61_000
      expect((await provider.verify(old.key)).outcome).toBe('expired')
    })

    it('has never more than two secrets that work', async () => {
      const first = await make()
      const second = await rotate(first.record.id, { grace_seconds: 600, start: 'first_use' })
      const third = await rotate(first.record.id, { grace_seconds: 600, start: 'now' })
      const { provider } = process()
      const outcomes = []
      for (const { key } of [first, second, third]) outcomes.push((await provider.verify(key)).outcome)
      expect(outcomes).toEqual(['expired', 'valid', 'valid'])
    })
  })

  it('keeps nothing of a secret but its keyed hash', async () => {
    const { key } = await make()
    const rows =
      await database.sql`select to_jsonb(s)::text || to_jsonb(k)::text as text from api_key_secrets s
      join api_keys k on k.id = s.key_id`
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.some(({ text }) => text.includes(key.slice(9, -6)))).toBe(false)
  })
})
