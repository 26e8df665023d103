import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eraseUnkeyKeys } from '../accounts/unkey/erase.ts'
import { unkeyServer } from '../accounts/unkey/testing/unkey-server.ts'
import { unkeyClient } from '../accounts/unkey/unkey-client.ts'
import { openAnchorStore } from '../audit/anchor-store.ts'
import { anchorHeads } from '../audit/anchoring.ts'
import { statementSigner } from '../audit/signing.ts'
import { appendAuditEvent } from '../audit/store.ts'
import { verifyAudit } from '../audit/verify.ts'
import { stripeClient } from '../billing/stripe.ts'
import { startStripe } from '../billing/testing/stripe-server.ts'
import { openDatabase, type Sql } from '../db.ts'
import { newId } from '../ids.ts'
import { sealer } from '../secrets/seal.ts'
import { type TestDatabase, testDatabase } from '../testing/database.ts'
import { testObjectStore } from '../testing/object-store.ts'
import { TEST_SEALING_KEYS } from '../testing/sealing-keys.ts'
import {
  keptTables,
  PERSONAL_COLUMN,
  publishedTables,
  SECRET_COLUMN,
  tenantTables,
  userTables,
} from './catalogue.ts'
import { openErasureLog } from './erasure-log.ts'
import { forwardErasures } from './forward.ts'
import { replayErasures } from './replay.ts'
import { bundlePlace, servePrivacyRequests } from './serve.ts'
import { insertPrivacyRequest, sealedBundle } from './store.ts'

let database: TestDatabase
let sql: Sql
let worker: Sql
let store: Awaited<ReturnType<typeof testObjectStore>>
const signer = statementSigner([{ key_id: 'a1', key: Buffer.alloc(32, 5) }])
const seals = sealer(TEST_SEALING_KEYS)

beforeAll(async () => {
  database = await testDatabase()
  sql = database.sql
  worker = openDatabase(database.url, { max: 2, role: 'latent_worker' })
  store = await testObjectStore()
})
afterAll(async () => {
  await worker.end({ timeout: 5 })
  await database.close()
  await store.close()
})

describe('the catalogue', () => {
  test('knows every column that looks personal: add the table to it when this fails', async () => {
    const known = new Set<string>([...userTables, ...publishedTables])
    for (const { name } of await tenantTables(sql)) known.add(name)
    const columns = await sql<{ table: string; column: string }[]>`
      select c.relname as table, a.attname as column from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
        and a.attnum > 0 and not a.attisdropped`
    const unknown = columns.filter(({ table, column }) => PERSONAL_COLUMN.test(column) && !known.has(table))
    expect(unknown).toEqual([])
    const unclaimed = columns.filter(({ table, column }) => column === 'user_id' && !known.has(table))
    expect(unclaimed, 'rows of a person in a table that nobody erases').toEqual([])
  })

  test('holds no table that erasures may not empty: grant its migration what 0026 grants', async () => {
    const names = (await tenantTables(sql)).map(({ name }) => name).filter((name) => !(name in keptTables))
    const closed = await sql<{ name: string }[]>`select name from unnest(${names}::text[]) name
      where not has_table_privilege('latent_retention', name, 'delete')
        or not has_table_privilege('latent_retention', name, 'update')`
    expect(closed.map(({ name }) => name)).toEqual([])
  })

  test('keeps every table whose rows cannot be removed', async () => {
    const frozen = await sql<{ name: string }[]>`
      select distinct c.relname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation_id'
      where not t.tgisinternal and not c.relispartition and t.tgtype & 8 > 0`
    expect(frozen.map(({ name }) => name).filter((name) => !(name in keptTables))).toEqual([])
  })

  test('keeps no table with a column that looks personal, except sealed ones', async () => {
    const tables = await tenantTables(sql)
    expect(Object.keys(keptTables).filter((name) => !tables.some((table) => table.name === name))).toEqual([])
    const personal = tables
      .filter(({ name }) => name in keptTables && name !== 'audit_events')
      .flatMap(({ name, columns }) =>
        columns
          .filter((column) => PERSONAL_COLUMN.test(column.name))
          .map((column) => `${name}.${column.name}`),
      )
    expect(personal).toEqual([])
  })
})

describe('a person and an organisation', () => {
  const organisation = newId('org')
  const other = newId('org')
  const person = newId('usr')
  const guest = newId('usr')
  const canary = (name: string) => `canary-${name}-7f3a`
  const guestAddress = `${canary('guest')}@example.com`

  beforeAll(async () => {
    await sql`insert into organisations (id, name, plan) values (${organisation}, ${canary('organisation')}, 'free'),
      (${other}, 'Other', 'free')`
    await sql`insert into users (id, email, name) values (${person}, ${`${canary('mail')}@example.com`}, ${canary('name')}),
      (${guest}, ${guestAddress}, 'Guest')`
    await sql`insert into user_sessions (id, user_id, token, expires_at, ip_address, user_agent)
      values ('ses_1', ${person}, ${canary('token')}, now() + interval '1 day', ${canary('ip')}, ${canary('agent')})`
    await sql`insert into members (id, organisation_id, user_id, email, role) values
      (${newId('mem')}, ${organisation}, ${person}, ${`${canary('mail')}@example.com`}, 'owner'),
      (${newId('mem')}, ${organisation}, ${guest}, ${guestAddress}, 'viewer'),
      (${newId('mem')}, ${other}, ${guest}, ${guestAddress}, 'viewer')`
    await sql`insert into service_accounts (id, organisation_id, name, scopes) values ('sva_1', ${organisation}, ${canary('program')}, '{}')`
    await sql`insert into stripe_customers (organisation_id, customer_id) values (${organisation}, ${canary('stripe')})`
    await sql`insert into notifications (organisation_id, kind, dedupe_key, payload)
      values (${organisation}, 'k', 'd1', ${sql.json({ to: guestAddress, note: canary('note') })})`
    for (const user_id of [person, guest]) {
      await appendAuditEvent(sql, {
        organisation_id: organisation,
        actor: { type: 'user', id: user_id, ip: canary('auditip'), user_agent: canary('auditagent') },
        action: 'key.created',
        target_type: 'key',
        target_id: 'key_1',
        before: null,
        after: { name: canary('keyname'), recipients: [guestAddress] },
        request_id: null,
      })
    }
    await anchorHeads({ sql, anchors: openAnchorStore(store.url), signer })
  })

  const ask = async (
    kind: 'export' | 'erasure',
    subject_type: 'organisation' | 'user',
    subject_id: string,
  ) => {
    const wish = {
      organisation_id: organisation,
      kind,
      subject_type,
      subject_id,
      requested_by: 'usr_x',
    } as const
    const request = await insertPrivacyRequest(sql, wish, 0)
    expect(
      (await servePrivacyRequests(worker, seals, openErasureLog(store.url))).map(({ id }) => id),
    ).toContain(request.id)
    return request.id
  }
  const everything = async () => {
    let text = ''
    const tables = await sql<{ name: string }[]>`select relname as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind = 'r'`
    for (const { name } of tables) {
      for (const row of await sql`select t::text as row from ${sql(name)} t`) text += `${row.row}\n`
    }
    return text
  }

  test('get everything that is held about them, and nothing that opens anything', async () => {
    const id = await ask('export', 'organisation', organisation)
    const bundle = seals.open((await sealedBundle(sql, organisation, id)) as string, bundlePlace(id))
    for (const name of [
      'organisation',
      'mail',
      'name',
      'program',
      'note',
      'auditip',
      'auditagent',
      'keyname',
      'guest',
    ]) {
      expect(bundle, name).toContain(canary(name))
    }
    expect(Object.keys(JSON.parse(bundle).tables).filter((name) => SECRET_COLUMN.test(name))).toEqual(
      expect.not.arrayContaining(['subject_keys']),
    )
    const own = await ask('export', 'user', person)
    const about = seals.open((await sealedBundle(sql, organisation, own)) as string, bundlePlace(own))
    for (const name of ['mail', 'name', 'ip', 'agent', 'auditip']) expect(about, name).toContain(canary(name))
    expect(about).not.toContain(canary('token'))
  })

  test('a person who belongs elsewhere too leaves this organisation only', async () => {
    await ask('erasure', 'user', guest)
    expect(await sql`select organisation_id from members where user_id = ${guest}`).toEqual([
      { organisation_id: other },
    ])
    expect(await sql`select from users where id = ${guest}`).toHaveLength(1)
    const left = (await everything()).split('\n').filter((line) => line.includes(guestAddress))
    expect(left, 'the account and the other membership').toHaveLength(2)
  })

  test('an organisation is gone with its people: nothing of it is found anywhere, and the log verifies', async () => {
    const id = await ask('erasure', 'organisation', organisation)
    const text = await everything()
    for (const name of [
      'organisation',
      'mail',
      'name',
      'token',
      'ip',
      'agent',
      'program',
      'note',
      'auditip',
      'auditagent',
      'keyname',
    ]) {
      expect(text, name).not.toContain(canary(name))
    }
    expect(await sql`select from users where id = ${person}`).toHaveLength(0)
    const [request] = await sql<{ status: string; result: Record<string, number> }[]>`
      select status, result from privacy_requests where id = ${id}`
    expect(request).toMatchObject({
      status: 'completed',
      result: { users: 1, members: 1, service_accounts: 1 },
    })
    const log = { sql, anchors: openAnchorStore(store.url), signer }
    expect((await verifyAudit(log)).faults).toEqual([])
    expect(await sql`select from organisations where id = ${other} and disabled_at is null`).toHaveLength(1)
  })

  test('who holds data for us is told until it is done, also when it fails or its answer is lost', async () => {
    const stripe = await startStripe()
    const unkey = await unkeyServer()
    try {
      const settings = { rootKey: unkey.rootKey, apiId: unkey.apiId, baseUrl: unkey.url } as const
      const eraseKeys = eraseUnkeyKeys({ ...settings, failMode: 'closed' })
      const client = unkeyClient(
        { ...settings, failMode: 'closed' },
        { now: () => Date.now(), elapsed: () => performance.now() },
      )
      for (const externalId of [organisation, organisation, other])
        await client.create({
          name: 'k',
          meta: {},
          permissions: [],
          prefix: 'slp',
          externalId,
          expires: undefined,
        })
      const payments = stripeClient({ secretKey: 'sk_test_loopback', baseUrl: stripe.url })
      const waiting = async () =>
        (await sql`select processor from privacy_forwards where forwarded_at is null`).map(
          (row) => row.processor,
        )
      expect((await waiting()).sort()).toEqual(['stripe', 'unkey'])
      expect(await forwardErasures(worker, {})).toEqual({ forwarded: 0, failed: [] })
      // The client tries each three times: all fail once, then answers are lost after the work was done.
      stripe.faults.push('error_500', 'error_500', 'error_500', 'lost_answer', 'lost_answer', 'lost_answer')
      unkey.script('keys.deleteKey', { losesAnswer: true }, { status: 500 })
      const told = { stripe: payments.deleteCustomer, unkey: eraseKeys }
      const failures = []
      for (let tries = 0; tries < 6 && (await waiting()).length > 0; tries++)
        failures.push(...(await forwardErasures(worker, told)).failed)
      expect(await waiting()).toEqual([])
      expect(new Set(failures.map(({ processor }) => processor))).toEqual(new Set(['stripe', 'unkey']))
      expect([...stripe.deleted]).toEqual([canary('stripe')])
      expect([await client.list(organisation), (await client.list(other)).length]).toEqual([[], 1])
      expect(await forwardErasures(worker, told)).toEqual({ forwarded: 0, failed: [] })
    } finally {
      await stripe.close()
      await unkey.close()
    }
  })

  test('stay erased when the database is set back: the log applies them again, and once more changes nothing', async () => {
    const log = openErasureLog(store.url)
    expect(await replayErasures(worker, log)).toBe(0)
    // As a copy from before has it: the request was never made, and the rows are there.
    await sql`delete from privacy_forwards`
    await sql`delete from privacy_requests where kind = 'erasure' and subject_type = 'organisation'`
    await sql`update organisations set name = ${canary('organisation')}, disabled_at = null where id = ${organisation}`
    await sql`insert into users (id, email, name) values (${person}, ${`${canary('mail')}@example.com`}, ${canary('name')})`
    await sql`insert into members (id, organisation_id, user_id, email, role) values
      (${newId('mem')}, ${organisation}, ${person}, ${`${canary('mail')}@example.com`}, 'owner')`
    await sql`insert into stripe_customers (organisation_id, customer_id) values (${organisation}, ${canary('stripe')})`
    expect(await replayErasures(worker, log)).toBe(1)
    const text = await everything()
    for (const name of ['organisation', 'mail', 'name']) expect(text, name).not.toContain(canary(name))
    expect(
      await sql`select processor from privacy_forwards where organisation_id = ${organisation}`,
    ).toHaveLength(2)
    expect(await replayErasures(worker, log)).toBe(0)
    expect((await verifyAudit({ sql, anchors: openAnchorStore(store.url), signer })).faults).toEqual([])
  })
})
