import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase, type Sql } from '../db.ts'
import { forEachPostgres, type TestDatabase, testDatabase } from '../testing/database.ts'
import { parsePeppers } from './key-format.ts'
import { keyStore } from './key-store.ts'
import { disableUnusedKeys, forgetOldChanges, noteExpiringKeys } from './key-upkeep.ts'
import { accountStore } from './store.ts'

const [PEPPER] = parsePeppers('v1:a-pepper-for-tests-only')

forEachPostgres((version) => {
  let database: TestDatabase
  /** With the privileges that the workers have. */
  let worker: Sql
  let organisation: string
  beforeAll(async () => {
    database = await testDatabase({ version })
    worker = openDatabase(database.url, { max: 2, role: 'latent_worker' })
    organisation = (await accountStore(database.sql).createOrganisation({ name: 'Test', plan: 'pro' })).id
  })
  afterAll(async () => {
    await worker.end({ timeout: 5 })
    await database.close()
  })

  async function make(days: {
    left: number
    lived?: number
    unused?: number
    used?: number
  }): Promise<string> {
    const { record } = await keyStore(database.sql).createKey(
      { organisation_id: organisation, name: 'test', mode: 'live', expiresInDays: null },
      PEPPER as never,
    )
    await database.sql`
      update api_keys set created_at = now() - make_interval(days => ${days.lived ?? days.unused ?? 60}),
        expires_at = ${days.left === 0 ? null : database.sql`now() + make_interval(days => ${days.left}) - interval '1 minute'`},
        last_used_at = ${days.used === undefined ? null : database.sql`now() - make_interval(days => ${days.used})`}
      where id = ${record.id}`
    return record.id
  }
  const notices = async (keyId: string) =>
    (
      await database.sql<{ payload: { days_left?: number } }[]>`
        select payload from notifications where payload->>'key_id' = ${keyId} order by id`
    ).map(({ payload }) => payload.days_left)
  const events = async (keyId: string) =>
    (await database.sql`select action from audit_events where target_id = ${keyId}`).map(
      ({ action }) => action,
    )

  describe('a key that ends soon', () => {
    it('is told of at 14, 7 and 1 days, however many run at once', async () => {
      const id = await make({ left: 14 })
      const early = await make({ left: 20 })
      for (const passed of [0, 3, 4, 3, 3]) {
        // Days pass: for this key everything lies so much earlier.
        await database.sql`
          update api_keys set created_at = created_at - make_interval(days => ${passed}),
            expires_at = expires_at - make_interval(days => ${passed}) where id = ${id}`
        await Promise.all([noteExpiringKeys(worker), noteExpiringKeys(worker)])
      }
      expect(new Set(await notices(id))).toEqual(new Set([14, 7, 1]))
      expect(await notices(early)).toEqual([])
      expect(await events(id)).toHaveLength((await notices(id)).length)
    })

    it.each([
      [14, 14],
      [9, 14],
      [7, 7],
      [3, 7],
      [1, 1],
    ])('with %i days left is told of the mark at %i', async (left, mark) => {
      const id = await make({ left })
      await noteExpiringKeys(worker)
      await noteExpiringKeys(worker)
      expect(await notices(id)).toEqual([mark])
    })

    it('that was made for less than a mark is not told of it', async () => {
      const id = await make({ left: 5, lived: 1 })
      await noteExpiringKeys(worker)
      expect(await notices(id)).toEqual([])
    })

    it('and is given another end is told of that one too; one that was revoked is not', async () => {
      const id = await make({ left: 7 })
      await noteExpiringKeys(worker)
      await database.sql`update api_keys set expires_at = now() + interval '6 days' where id = ${id}`
      await noteExpiringKeys(worker)
      expect(await notices(id)).toEqual([7, 7])
      const revoked = await make({ left: 7 })
      await keyStore(database.sql).revokeKey(organisation, revoked)
      await noteExpiringKeys(worker)
      expect(await notices(revoked)).toEqual([])
    })
  })

  describe('a key that nobody used for a year', () => {
    it('is put to rest, once, and its change is numbered', async () => {
      const [never, long, lately] = [
        await make({ left: 0, unused: 366 }),
        await make({ left: 0, lived: 800, used: 366 }),
        await make({ left: 0, lived: 800, used: 364 }),
      ]
      expect(await disableUnusedKeys(worker)).toBe(2)
      expect(await disableUnusedKeys(worker)).toBe(0)
      for (const [id, reason] of [
        [never, 'unused'],
        [long, 'unused'],
        [lately, null],
      ] as const)
        expect((await keyStore(database.sql).findKey(organisation, id))?.disabled_reason).toBe(reason)
      expect(await events(never)).toEqual(['key.disabled'])
      const [change] =
        await database.sql`select max(version) as version from key_changes where key_id = ${never}`
      const [made] =
        await database.sql`select min(version) as version from key_changes where key_id = ${never}`
      expect(change?.version).toBeGreaterThan(made?.version)
    })
  })

  it('changes of long ago are forgotten, their numbers go on', async () => {
    await database.sql`update key_changes set changed_at = now() - interval '8 days'`
    await forgetOldChanges(worker)
    expect(await database.sql`select 1 from key_changes`).toHaveLength(0)
    await make({ left: 30 })
    const [row] =
      await database.sql`select version, (select min(version) from key_changes) as first from key_change_counter`
    expect(row?.first).toBe(row?.version)
  })
})
