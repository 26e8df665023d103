import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openAnchorStore } from '../audit/anchor-store.ts'
import { anchorHeads } from '../audit/anchoring.ts'
import { statementSigner } from '../audit/signing.ts'
import { appendAuditEvent } from '../audit/store.ts'
import { verifyAudit } from '../audit/verify.ts'
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
    expect((await servePrivacyRequests(worker, seals)).map(({ id }) => id)).toContain(request.id)
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
})
