import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { asOrganisation } from '../tenancy/organisation.ts'
import { type TestDatabase, testDatabase } from '../testing/database.ts'
import { keyChangeStore, touchOrganisation } from './key-change-store.ts'
import { generateKey, parsePeppers } from './key-format.ts'
import type { KeyProvider, KeyVerdict } from './key-provider.ts'
import type { NewKey } from './key-store.ts'
import { postgresKeyProvider } from './postgres-key-provider.ts'
import { accountStore } from './store.ts'
import { type UnkeyFault, type UnkeyServer, unkeyServer } from './unkey/testing/unkey-server.ts'
import { momentOfReset } from './unkey/unkey-client.ts'
import { unkeyKeyProvider } from './unkey/unkey-key-provider.ts'

const PEPPERS = parsePeppers('v1:a-pepper-for-tests-only')
const MINUTE = 60_000

let database: TestDatabase
let server: UnkeyServer
let organisation: string
let other: string
let skew = 0
let elapsed = 0
/** Two clocks that the tests move; the services outside keep their own. */
const clocks = { now: () => Date.now() + skew, elapsed: () => elapsed }

beforeAll(async () => {
  database = await testDatabase()
  server = await unkeyServer()
  const accounts = accountStore(database.sql)
  organisation = (await accounts.createOrganisation({ name: 'Test', plan: 'pro' })).id
  other = (await accounts.createOrganisation({ name: 'Other', plan: 'free' })).id
})
afterAll(async () => {
  await server.close()
  await database.close()
})
beforeEach(() => {
  skew = 0
  for (const { operation } of server.calls) server.script(operation)
  server.habits.resetIsMoment = true
  server.habits.cached = false
})

function openPostgres(): KeyProvider {
  const accounts = accountStore(database.sql)
  return postgresKeyProvider({ keys: accounts, changes: keyChangeStore(database.sql) }, PEPPERS, {
    clocks,
    pollMs: 3_600_000,
  })
}

function openUnkey(failMode: 'closed' | 'cached' = 'cached'): KeyProvider {
  return unkeyKeyProvider(
    { changes: keyChangeStore(database.sql), limitsOf: accountStore(database.sql).limitsOf },
    { rootKey: server.rootKey, apiId: server.apiId, baseUrl: server.url, failMode },
    { clocks, pollMs: 3_600_000 },
  )
}

const inside = <T>(run: Parameters<typeof asOrganisation<T>>[2], of = organisation) =>
  asOrganisation(database.sql, of, run)
const create = (keys: KeyProvider, wish: Partial<NewKey> = {}) =>
  inside((tx) =>
    keys.create(tx, {
      organisation_id: organisation,
      name: 'test',
      mode: 'live',
      scopes: ['filings:read'],
      ...wish,
    }),
  )
const outcome = async (keys: KeyProvider, key: string) => (await keys.verify(key)).outcome

describe.each([
  ['postgres', openPostgres],
  ['unkey', () => openUnkey()],
] as const)('keys of %s', (name, open) => {
  let keys: KeyProvider
  /** Another process: nothing is remembered there. */
  let elsewhere: KeyProvider
  beforeAll(async () => {
    keys = open()
    elsewhere = open()
  })
  afterAll(() => {
    keys.close()
    elsewhere.close()
  })
  async function announced<T extends { change: Parameters<KeyProvider['announce']>[0] }>(
    made: T,
  ): Promise<T> {
    keys.announce(made.change)
    elsewhere.announce(made.change)
    return made
  }
  const made = async (wish: Partial<NewKey> = {}) => announced(await create(keys, wish))

  it('say who keeps them and how well they are', () => {
    expect(keys.name).toBe(name)
    expect(keys.health()).toMatchObject({ ok: expect.any(Boolean), lagMs: expect.any(Number) })
    expect(keys.capabilities.rotateKeepsId).toBe(true)
  })

  it('work from the moment they are made, with all that was asked for', async () => {
    const { key, record } = await made({
      name: 'Nightly',
      scopes: ['filings:read', 'facts:*'],
      allowed_cidrs: ['203.0.113.0/24'],
      monthly_unit_cap: 500,
      api_version: '2026-11-01',
      expiresInDays: 30,
      created_by: 'usr_1',
    })
    expect(await keys.verify(key)).toMatchObject({
      outcome: 'valid',
      record: {
        id: record.id,
        organisation_id: organisation,
        mode: 'live',
        plan: 'pro',
        scopes: ['filings:read', 'facts:*'],
        allowed_cidrs: ['203.0.113.0/24'],
        api_version: '2026-11-01',
      },
    })
    expect(record).toMatchObject({
      name: 'Nightly',
      monthly_unit_cap: 500,
      version: 1,
      created_by: 'usr_1',
      last_four: key.slice(-4),
      revoked_at: null,
      disabled_at: null,
    })
    expect(Math.round((Date.parse(record.expires_at as string) - Date.now()) / 86_400_000)).toBe(30)
  })

  it('carry the limits of their organisation and their own cap', async () => {
    const { key } = await made({ monthly_unit_cap: 500 })
    const { record } = (await keys.verify(key)) as KeyVerdict & { outcome: 'valid' }
    expect(record.subject.organisation_id).toBe(organisation)
    expect(record.subject.policies.find((policy) => policy.name === 'key_month')).toMatchObject({
      limit: 500,
    })
  })

  it('expire after 90 days unless asked otherwise, or never', async () => {
    const ninety = await made()
    expect(Math.round((Date.parse(ninety.record.expires_at as string) - Date.now()) / 86_400_000)).toBe(90)
    const never = await made({ expiresInDays: null })
    expect(never.record.expires_at).toBeNull()
    expect(await outcome(keys, never.key)).toBe('valid')
  })

  it('have the prefix of their mode', async () => {
    for (const [mode, start] of [
      ['live', 'slp_live_'],
      ['test', 'slp_test_'],
      ['admin', 'slp_adm_'],
      ['explorer', 'slp_exp_'],
    ] as const) {
      const { key, record } = await made({ mode })
      expect(key.startsWith(start)).toBe(true)
      expect(record).toMatchObject({ mode, key_start: start })
      expect(await keys.verify(key)).toMatchObject({ outcome: 'valid', record: { mode } })
    }
  })

  it('are known without waiting once they were verified, and not before', async () => {
    const { key } = await made()
    expect(elsewhere.known(key)).toBeUndefined()
    await elsewhere.verify(key)
    expect(elsewhere.known(key)?.outcome).toBe('valid')
  })

  it('are unknown when nobody made them; a malformed one is not even looked up', async () => {
    const calls = server.calls.length
    expect(keys.known('nonsense')).toEqual({ outcome: 'unknown' })
    expect(keys.known(`slp_live_${'!'.repeat(49)}`)).toEqual({ outcome: 'unknown' })
    expect(server.calls.length).toBe(calls)
    const { key } = await made()
    const wrong = `${key.slice(0, -1)}${key.endsWith('1') ? '2' : '1'}`
    expect(await outcome(keys, wrong)).toBe('unknown')
    expect(await outcome(keys, `${key}\0`)).toBe('unknown')
  })

  it('expire while they are remembered', async () => {
    const { key } = await made({ expiresInSeconds: 3_600 })
    expect(await outcome(keys, key)).toBe('valid')
    skew = 3_600_000
    expect(await outcome(keys, key)).toBe('expired')
  })

  it('that expired before they were first asked for are expired', async () => {
    const { key } = await made({ expiresInSeconds: -1 })
    expect(await outcome(keys, key)).toBe('expired')
  })

  it('change as asked; what was not named stays', async () => {
    const { key, record } = await made({ allowed_cidrs: ['10.0.0.0/8'] })
    await keys.verify(key)
    const changed = await announced(
      (await inside((tx) =>
        keys.update(tx, organisation, record.id, { name: 'Renamed', scopes: ['signals:read'] }),
      )) as never,
    )
    expect(changed).toMatchObject({
      before: { name: 'test', version: 1 },
      record: { name: 'Renamed', scopes: ['signals:read'], allowed_cidrs: ['10.0.0.0/8'], version: 2 },
    })
    expect(await keys.verify(key)).toMatchObject({ outcome: 'valid', record: { scopes: ['signals:read'] } })
  })

  it('can be given another end, and none', async () => {
    const { key, record } = await made({ expiresInSeconds: 60 })
    const end = new Date(Date.now() + 7_200_000).toISOString()
    for (const expires_at of [end, null]) {
      const changed = await inside((tx) => keys.update(tx, organisation, record.id, { expires_at }))
      await announced(changed as never)
      expect(changed?.record.expires_at && Date.parse(changed.record.expires_at)).toBe(
        expires_at && Date.parse(expires_at),
      )
      skew = 3_600_000
      expect(await outcome(keys, key)).toBe('valid')
      skew = 0
    }
  })

  it('rest and work again', async () => {
    const { key, record } = await made()
    const set = async (disabled: boolean) =>
      announced((await inside((tx) => keys.update(tx, organisation, record.id, { disabled }))) as never)
    await set(true)
    expect(await outcome(keys, key)).toBe('disabled')
    await set(false)
    expect(await outcome(keys, key)).toBe('valid')
  })

  it('are not changed when the check of their state refuses', async () => {
    const { record } = await made()
    const refuse = () => {
      throw new Error('refused')
    }
    for (const change of [
      () => inside((tx) => keys.update(tx, organisation, record.id, { name: 'Other' }, refuse)),
      () =>
        inside((tx) => keys.rotate(tx, organisation, record.id, { grace_seconds: 0, start: 'now' }, refuse)),
      () => inside((tx) => keys.revoke(tx, organisation, record.id, 'owner', refuse)),
    ])
      await expect(change()).rejects.toThrow('refused')
    expect(await inside((tx) => keys.get(tx, organisation, record.id))).toEqual(record)
  })

  it('when revoked do not work, and stay revoked', async () => {
    const { key, record } = await made()
    await keys.verify(key)
    const revoked = await inside((tx) => keys.revoke(tx, organisation, record.id, 'leaked'))
    await announced(revoked as never)
    expect(revoked?.record).toMatchObject({ revoked_reason: 'leaked' })
    expect(await outcome(keys, key)).toBe('revoked')
    const again = await inside((tx) => keys.revoke(tx, organisation, record.id, 'owner'))
    expect(again?.record.revoked_at).toBe(revoked?.record.revoked_at)
    expect(again?.record.revoked_reason).toBe('leaked')
  })

  it('when rotated keep their id; the old secret works until its grace is over', async () => {
    const old = await made()
    const next = await inside((tx) =>
      keys.rotate(tx, organisation, old.record.id, { grace_seconds: 3_600, start: 'now' }),
    )
    await announced(next as never)
    expect(next?.record.id).toBe(old.record.id)
    expect(next?.record.secrets).toHaveLength(2)
    expect(next?.record.last_four).toBe(next?.key.slice(-4))
    expect(next?.key).not.toBe(old.key)
    for (const key of [old.key, next?.key as string])
      expect(await keys.verify(key)).toMatchObject({ outcome: 'valid', record: { id: old.record.id } })
    skew = 3_601_000
    expect(await outcome(keys, old.key)).toBe('expired')
    expect(await outcome(keys, next?.key as string)).toBe('valid')
  })

  it('when rotated without grace end their old secret at once', async () => {
    const old = await made()
    const next = await inside((tx) =>
      keys.rotate(tx, organisation, old.record.id, { grace_seconds: 0, start: 'now' }),
    )
    await announced(next as never)
    expect(await outcome(keys, old.key)).toBe('expired')
    expect(await outcome(keys, next?.key as string)).toBe('valid')
  })

  it('when rotated twice have two secrets, not three', async () => {
    const first = await made()
    const rotate = async () => {
      const next = await inside((tx) =>
        keys.rotate(tx, organisation, first.record.id, { grace_seconds: 600, start: 'now' }),
      )
      return announced(next as never) as Promise<{ key: string; change: never }>
    }
    const [second, third] = [await rotate(), await rotate()]
    expect([
      await outcome(keys, first.key),
      await outcome(keys, second.key),
      await outcome(keys, third.key),
    ]).toEqual(['expired', 'valid', 'valid'])
  })

  it('when rotated and revoked end with both secrets', async () => {
    const old = await made()
    const next = await inside((tx) =>
      keys.rotate(tx, organisation, old.record.id, { grace_seconds: 600, start: 'now' }),
    )
    await announced((await inside((tx) => keys.revoke(tx, organisation, old.record.id, 'owner'))) as never)
    expect([await outcome(keys, old.key), await outcome(keys, next?.key as string)]).toEqual([
      'revoked',
      'revoked',
    ])
  })

  it('of another organisation are not there', async () => {
    const { record } = await made()
    const foreign = await inside(
      async (tx) => [
        await keys.get(tx, other, record.id),
        await keys.update(tx, other, record.id, { name: 'x' }),
        await keys.rotate(tx, other, record.id, { grace_seconds: 0, start: 'now' }),
        await keys.revoke(tx, other, record.id, 'owner'),
      ],
      other,
    )
    expect(foreign).toEqual([undefined, undefined, undefined, undefined])
    expect((await inside((tx) => keys.get(tx, organisation, record.id)))?.version).toBe(1)
  })

  it('are listed latest first, by pages, without those of the explorer, and counted', async () => {
    const { id } = await accountStore(database.sql).createOrganisation({ name: 'Listing', plan: 'free' })
    const ids: string[] = []
    for (let index = 0; index < 5; index += 1) {
      const one = await inside(
        (tx) => keys.create(tx, { organisation_id: id, name: `k${index}`, mode: 'live', scopes: [] }),
        id,
      )
      ids.unshift(one.record.id)
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
    await inside(
      (tx) => keys.create(tx, { organisation_id: id, name: 'e', mode: 'explorer', scopes: [] }),
      id,
    )
    const page = (after?: string) =>
      inside((tx) => keys.list(tx, id, { limit: 2, ...(after ? { after: { id: after } } : {}) }), id)
    const pages = [...(await page()), ...(await page(ids[1])), ...(await page(ids[3]))]
    expect(pages.map((key) => key.id)).toEqual(ids)
    expect(await inside((tx) => keys.count(tx, id, ['live']), id)).toBe(5)
    expect(await inside((tx) => keys.count(tx, id, ['explorer']), id)).toBe(1)
  })

  it('are found by their secret without being used, and only by it', async () => {
    const { key, record } = await made()
    expect((await keys.findBySecret(key))?.id).toBe(record.id)
    expect(await keys.findBySecret(generateKey('live'))).toBeUndefined()
    expect(await keys.findBySecret('nonsense')).toBeUndefined()
  })

  it('follow the plan of their organisation, and whether it is disabled', async () => {
    const { id } = await accountStore(database.sql).createOrganisation({ name: 'Changing', plan: 'free' })
    const { key } = await inside(
      (tx) => keys.create(tx, { organisation_id: id, name: 'test', mode: 'live', scopes: [] }),
      id,
    )
    const set = async (values: { plan?: string; disabled_at?: string }) => {
      const change = await database.sql.begin(async (tx) => {
        await tx`update organisations set ${tx(values)} where id = ${id}`
        return await touchOrganisation(tx, id)
      })
      keys.announce(change)
    }
    expect(await keys.verify(key)).toMatchObject({ record: { plan: 'free' } })
    await set({ plan: 'scale' })
    expect(await keys.verify(key)).toMatchObject({ outcome: 'valid', record: { plan: 'scale' } })
    await set({ disabled_at: new Date().toISOString() })
    expect(await outcome(keys, key)).toBe('organisation_disabled')
  })

  it('tell whoever asked of every change, until they stop asking', async () => {
    const seen: string[] = []
    const stop = keys.onChange((change) => seen.push(change.key_id ?? change.organisation_id))
    const { record } = await made()
    stop()
    await made()
    expect(seen).toEqual([record.id])
  })
})

describe('keys of unkey when Unkey', () => {
  let keys: KeyProvider
  beforeEach(() => {
    keys = openUnkey()
    return () => keys.close()
  })
  /** A key that was verified, and whose verdict is no longer fresh. */
  async function staleKey(ageMs = 20_000): Promise<string> {
    const { key } = await create(keys)
    expect(await outcome(keys, key)).toBe('valid')
    elapsed += ageMs
    return key
  }

  it.each<[string, UnkeyFault]>([
    ['answers 500', { status: 500 }],
    ['answers 503', { status: 503 }],
    ['throttles our workspace (429): never our customer’s limit', { status: 429 }],
    ['refuses our root key (401)', { status: 401 }],
    ['says our root key may not verify (403)', { status: 403 }],
    ['hangs: nobody waits longer than 800 ms', { hangs: true }],
    ['breaks the connection', { resets: true }],
    ['answers in another shape (meta: null)', { drifts: true }],
    ['answers with a page', { page: true }],
  ])('%s, a verdict of the last minute stands in, and nothing is asked twice', async (_title, fault) => {
    const key = await staleKey()
    const before = server.callsOf('keys.verifyKey')
    server.script('keys.verifyKey', fault)
    const started = performance.now()
    expect(await outcome(keys, key)).toBe('valid')
    expect(performance.now() - started).toBeLessThan(3_000)
    expect(server.callsOf('keys.verifyKey')).toBe(before + 1)
    elapsed += 40_001
    server.script('keys.verifyKey', fault)
    await expect(keys.verify(key)).rejects.toMatchObject({ name: 'KeysUnavailable' })
  })

  it('cannot be asked and the mode is closed, nothing stands in', async () => {
    const closed = openUnkey('closed')
    const { key } = await create(closed)
    expect(await outcome(closed, key)).toBe('valid')
    elapsed += 20_000
    server.script('keys.verifyKey', { status: 500 })
    await expect(closed.verify(key)).rejects.toMatchObject({ name: 'KeysUnavailable' })
    closed.close()
  })

  it('loses an answer, the verification is not repeated: it would spend a credit twice', async () => {
    const { key, record } = await create(keys)
    const [stored] = server.stored(record.id)
    Object.assign(stored as object, { credits: 10 })
    server.script('keys.verifyKey', { losesAnswer: true })
    await expect(keys.verify(key)).rejects.toMatchObject({ name: 'KeysUnavailable' })
    expect(stored?.credits).toBe(9)
  })

  it('fails again and again, it is left alone for a second, then asked once', async () => {
    const key = await staleKey()
    server.script('keys.verifyKey', ...Array.from({ length: 20 }, () => ({ status: 500 }) as const))
    const before = server.callsOf('keys.verifyKey')
    for (let times = 0; times < 20; times += 1) await keys.verify(key)
    expect(server.callsOf('keys.verifyKey') - before).toBe(5)
    expect(keys.health().ok).toBe(false)
    server.script('keys.verifyKey')
    elapsed += 1_001
    expect(await outcome(keys, key)).toBe('valid')
    expect(keys.health().ok).toBe(true)
  })

  it('is asked by many at once, it is asked once', async () => {
    const { key } = await create(keys)
    const before = server.callsOf('keys.verifyKey')
    await Promise.all(Array.from({ length: 30 }, () => keys.verify(key)))
    expect(server.callsOf('keys.verifyKey')).toBe(before + 1)
  })

  it('answered less than ten seconds ago, it is not asked', async () => {
    const { key } = await create(keys)
    await keys.verify(key)
    elapsed += 9_999
    expect(keys.known(key)?.outcome).toBe('valid')
    elapsed += 1
    expect(keys.known(key)).toBeUndefined()
  })

  it.each([
    ['a moment, as it is sent', true],
    ['a duration, as the contract says', false],
  ])(
    'limits a key, the reset is read as %s; an empty id of the limit is no fault',
    async (_title, isMoment) => {
      const { key, record } = await create(keys)
      server.habits.resetIsMoment = isMoment
      const [stored] = server.stored(record.id)
      stored?.limits.push({ id: '', name: 'requests', limit: 0, duration: MINUTE, used: 0 })
      const verdict = await keys.verify(key)
      expect(verdict.outcome).toBe('limited')
      const wait = ((verdict as { retry_at: number }).retry_at ?? 0) - Date.now()
      expect(wait).toBeGreaterThan(MINUTE - 10_000)
      expect(wait).toBeLessThanOrEqual(MINUTE)
      stored?.limits.pop()
      expect(await outcome(keys, key), 'a limit is not remembered').toBe('valid')
    },
  )

  it('tells both kinds of reset apart', () => {
    expect(momentOfReset(2_592_000_000, 5)).toBe(2_592_000_005)
    expect(momentOfReset(1_700_000_000_000, 5)).toBe(1_700_000_000_000)
  })

  it('says a key has no credits left, it is limited without an end', async () => {
    const { key, record } = await create(keys)
    Object.assign(server.stored(record.id)[0] as object, { credits: 0 })
    expect(await keys.verify(key)).toMatchObject({ outcome: 'limited', retry_at: null })
  })

  it('goes on admitting a key that was ended elsewhere, an expiry we know holds all the same', async () => {
    const { key, record } = await create(keys, { expiresInSeconds: 3_600 })
    server.habits.cached = true
    expect(await outcome(keys, key)).toBe('valid')
    Object.assign(server.stored(record.id)[0] as object, { enabled: false })
    elapsed += 11_000
    expect(await outcome(keys, key), 'its own cache: up to a minute').toBe('valid')
    skew = 3_600_000
    expect(await outcome(keys, key)).toBe('expired')
  })

  it('has a key that was not made by us, its own id and an identity are enough, without one it is unknown', async () => {
    const { key, record } = await create(keys)
    const [stored] = server.stored(record.id)
    Object.assign(stored as object, { meta: undefined })
    expect(await keys.verify(key)).toMatchObject({
      outcome: 'valid',
      record: { id: stored?.keyId, allowed_cidrs: [] },
    })
    Object.assign(stored as object, { externalId: undefined })
    elapsed += 10_000
    expect(await outcome(keys, key)).toBe('unknown')
  })

  it('is asked, our root key goes along and the key of the customer in the body only', async () => {
    const { key } = await create(keys)
    await keys.verify(key)
    const call = server.calls.at(-1)
    expect(call).toMatchObject({ operation: 'keys.verifyKey', authorization: `Bearer ${server.rootKey}` })
    expect(Object.keys(call?.body ?? {})).toEqual(['key'])
  })
})
