import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase, type Queryable, type Sql } from '../db.ts'
import { sealer } from '../secrets/seal.ts'
import { asOrganisation } from '../tenancy/organisation.ts'
import { forEachPostgres, type TestDatabase, testDatabase } from '../testing/database.ts'
import { TEST_SEALING_KEYS } from '../testing/sealing-keys.ts'
import { deleteExpiredAnswers, type IdempotencyScope, idempotencyStore } from './store.ts'

const store = idempotencyStore(sealer(TEST_SEALING_KEYS))
const scope: IdempotencyScope = {
  organisation_id: 'org_a',
  dataset: 'live',
  operation: 'POST /v1/keys',
  key: 'k1',
}
const HASH = Buffer.alloc(32, 1)
const answer = {
  status: 201,
  headers: { location: '/v1/keys/key_1' },
  body: '{"secret":"slp_live_shown_once"}',
}

forEachPostgres((version) => {
  let database: TestDatabase
  let api: Sql
  beforeAll(async () => {
    database = await testDatabase({ version })
    api = openDatabase(database.url, { max: 4, role: 'latent_api' })
  })
  afterAll(async () => {
    await api.end({ timeout: 5 })
    await database.close()
  })
  beforeEach(async () => {
    await database.sql`truncate idempotency_keys`
  })

  const within = <T>(run: (tx: Queryable) => Promise<T>, organisation = 'org_a') =>
    asOrganisation(api, organisation, run)
  const claim = (more: Partial<IdempotencyScope> = {}, hash = HASH) => {
    const wish = { ...scope, ...more }
    return within((tx) => store.claim(tx, wish, hash), wish.organisation_id)
  }
  const keep = (more: Partial<IdempotencyScope> = {}) => {
    const wish = { ...scope, ...more }
    return within((tx) => store.keep(tx, wish, HASH, answer, 'req_1'), wish.organisation_id)
  }

  describe('an Idempotency-Key', () => {
    it('is claimed once and answered afterwards, to the byte', async () => {
      expect(await claim()).toEqual({ outcome: 'claimed' })
      await keep()
      expect(await claim()).toEqual({ outcome: 'answered', answer })
    })

    it('is refused for another request', async () => {
      await keep()
      expect(await claim({}, Buffer.alloc(32, 2))).toEqual({ outcome: 'reused' })
    })

    it.each([
      { organisation_id: 'org_b' },
      { dataset: 'test' as const },
      { operation: 'POST /v1/monitors' },
      { key: 'k2' },
    ])('means something else with %j', async (more) => {
      await keep()
      expect(await claim(more)).toEqual({ outcome: 'claimed' })
    })

    it('held by another transaction is in progress, without waiting for it', async () => {
      await within(async (tx) => {
        expect(await store.claim(tx, scope, HASH)).toEqual({ outcome: 'claimed' })
        expect(await claim()).toEqual({ outcome: 'in_progress' })
        expect(await claim({ key: 'k2' })).toEqual({ outcome: 'claimed' })
      })
      expect(await claim()).toEqual({ outcome: 'claimed' })
    })

    it('is free again when the transaction that held it fails', async () => {
      const failed = within(async (tx) => {
        await store.claim(tx, scope, HASH)
        await store.keep(tx, scope, HASH, answer, 'req_1')
        throw new Error('after all')
      })
      await expect(failed).rejects.toThrow('after all')
      expect(await claim()).toEqual({ outcome: 'claimed' })
    })

    it('cannot be answered twice', async () => {
      await keep()
      await expect(keep()).rejects.toThrow('undo the effect')
    })

    it('is forgotten after 24 hours, and can be claimed and answered anew before it is deleted', async () => {
      await keep()
      await database.sql`update idempotency_keys set created_at = now() - interval '23 hours 59 minutes'`
      expect((await claim()).outcome).toBe('answered')
      await database.sql`update idempotency_keys set created_at = now() - interval '24 hours 1 second'`
      expect(await claim({}, Buffer.alloc(32, 2))).toEqual({ outcome: 'claimed' })
      await keep()
      expect((await claim()).outcome).toBe('answered')
    })

    it('gives up its lock when its transaction hangs', async () => {
      await within(async (tx) => {
        await store.claim(tx, scope, HASH)
        const [limits] = await tx<{ statement: string; idle: string }[]>`
          select current_setting('statement_timeout') as statement,
            current_setting('idle_in_transaction_session_timeout') as idle`
        expect(limits).toEqual({ statement: '30s', idle: '30s' })
      })
    })
  })

  describe('the table', () => {
    it('holds neither the key nor a readable body', async () => {
      await keep({ key: 'a-key-of-the-customer' })
      const text = JSON.stringify(await database.sql`select * from idempotency_keys`)
      expect(text).not.toContain('a-key-of-the-customer')
      expect(text).not.toContain('shown_once')
    })

    it('shows an organisation its own rows only', async () => {
      await keep()
      const seen = await within(async (tx) => await tx`select 1 from idempotency_keys`, 'org_b')
      expect(seen).toHaveLength(0)
    })

    it('loses what is older than 24 hours, and nothing else', async () => {
      await keep()
      await keep({ key: 'k2' })
      await database.sql`
        update idempotency_keys set created_at = now() - interval '25 hours' where organisation_id = 'org_a'
          and sealed_body = (select sealed_body from idempotency_keys limit 1)`
      const retention = openDatabase(database.url, { max: 1, role: 'latent_retention' })
      expect(await deleteExpiredAnswers(retention)).toBe(1)
      await retention.end({ timeout: 5 })
      const [left] = await database.sql<{ n: number }[]>`select count(*)::int as n from idempotency_keys`
      expect(left?.n).toBe(1)
    })
  })
})
