import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase, type Sql } from '../db.ts'
import { newId } from '../ids.ts'
import { type TestDatabase, testDatabase } from '../testing/database.ts'
import { accessReview, accessReviewCsv } from './access-review.ts'
import { databaseAccess } from './database-access.ts'

const organisation = newId('org')
const other = newId('org')
const [owner, leaver, guest] = [newId('usr'), newId('usr'), newId('usr')]
let database: TestDatabase
let service: Sql

beforeAll(async () => {
  database = await testDatabase()
  const { sql } = database
  service = openDatabase(database.url, { max: 1, role: 'latent_service' })
  await sql`insert into organisations (id, name, plan) values (${organisation}, 'Reviewed', 'free'), (${other}, 'Other', 'free')`
  await sql`insert into users (id, email, name, two_factor_enabled, disabled_at) values
    (${owner}, 'owner@customer.test', 'O', false, null), (${leaver}, 'left@customer.test', 'L', true, now()),
    (${guest}, 'guest@elsewhere.test', 'G', true, null)`
  await sql`insert into members (id, organisation_id, user_id, email, role, created_at) values
    (${newId('mem')}, ${organisation}, ${owner}, 'owner@customer.test', 'owner', now() - interval '2 hours'),
    (${newId('mem')}, ${organisation}, ${leaver}, 'left@customer.test', 'viewer', now() - interval '1 hour'),
    (${newId('mem')}, ${other}, ${guest}, 'guest@elsewhere.test', 'owner', now())`
  await sql`insert into members (id, organisation_id, email, role, invitation_hash, invitation_expires_at)
    values (${newId('mem')}, ${organisation}, 'new@customer.test', 'developer', ${Buffer.alloc(32)}, now() + interval '7 days')`
  await sql`insert into user_sessions (id, user_id, token, expires_at, last_seen_at) values
    ('ses_live', ${owner}, 'a', now() + interval '1 day', now()), ('ses_over', ${owner}, 'b', now() - interval '1 day', now())`
  await sql`insert into service_accounts (id, organisation_id, name, scopes, created_at)
    values ('sva_old', ${organisation}, '=cmd()', '{filings:read}', now() - interval '200 days')`
  const key = (id: string, owned: string, mode: string, more = '') => sql`
    insert into api_keys (id, organisation_id, name, mode, key_start, scopes, expires_at, revoked_at)
    values (${id}, ${owned}, ${id}, ${mode}, 'slp_', '{filings:read,keys:write}', ${more === 'expires' ? sql`now() + interval '9 days'` : null},
      ${more === 'revoked' ? sql`now()` : null})`
  await key('key_admin', organisation, 'admin')
  await key('key_live', organisation, 'live', 'expires')
  await key('key_gone', organisation, 'live', 'revoked')
  await key('key_other', other, 'live')
  await sql`insert into platform_staff (user_id, granted_by) values (${guest}, ${owner})`
})
afterAll(async () => {
  await service.end({ timeout: 5 })
  await database.close()
})

test('a review names everybody who may act for an organisation, with what they may do, and nobody else', async () => {
  const review = await accessReview(service, organisation)
  const seen = review?.entries.map(({ kind, name, rights, live }) => ({ kind, name, rights, live }))
  expect(seen).toEqual([
    { kind: 'person', name: 'owner@customer.test', rights: 'owner', live: 1 },
    { kind: 'person', name: 'left@customer.test', rights: 'viewer', live: 0 },
    { kind: 'invitation', name: 'new@customer.test', rights: 'developer', live: 0 },
    { kind: 'service_account', name: '=cmd()', rights: 'filings:read', live: 0 },
    { kind: 'api_key', name: 'key_admin', rights: 'filings:read keys:write', live: 0 },
    { kind: 'api_key', name: 'key_live', rights: 'filings:read keys:write', live: 0 },
    { kind: 'platform_staff', name: 'guest@elsewhere.test', rights: 'support', live: 0 },
  ])
  expect(await accessReview(service, newId('org'))).toBeUndefined()
})

test('it remarks on what a reviewer looks for', async () => {
  const review = await accessReview(service, organisation)
  const remarks = Object.fromEntries(review?.entries.map(({ name, remarks }) => [name, remarks]) ?? [])
  expect(remarks).toEqual({
    'owner@customer.test': ['administers without a second factor'],
    'left@customer.test': ['the account is disabled'],
    'new@customer.test': [],
    '=cmd()': ['not used for 200 days'],
    key_admin: ['administers the organisation', 'administers from any network', 'never expires'],
    key_live: [],
    'guest@elsewhere.test': [],
  })
})

test('as a table it holds no formula and no secret', async () => {
  const review = await accessReview(service, organisation)
  const table = accessReviewCsv(review as NonNullable<typeof review>)
  expect(table.split('\r\n')).toHaveLength(9)
  expect(table).toContain(`"'=cmd()"`)
  expect(table).not.toMatch(/hash|slp_/)
})

test('of the database it names who can enter, what they may become, and who stands above the rows', async () => {
  const { sql } = database
  const suffix = newId('org').slice(-8)
  const [narrow, wide, backup] = [`narrow_${suffix}`, `wide_${suffix}`, `backup_${suffix}`]
  await sql.unsafe(`create role ${narrow} login valid until '2099-01-01'; grant latent_api to ${narrow};
    create role ${wide} login bypassrls; grant latent_api, latent_worker to ${wide};
    create role ${backup} login replication`)
  try {
    const access = Object.fromEntries((await databaseAccess(sql)).map((one) => [one.role, one]))
    expect(access[narrow]).toMatchObject({ enters: true, may_become: ['latent_api'], remarks: [] })
    expect(access[narrow]?.expires_at).toContain('2099-01-01')
    expect(access[wide]).toMatchObject({
      may_become: ['latent_api', 'latent_worker'],
      expires_at: null,
      remarks: ['stands above row-level security', 'may become 2 roles'],
    })
    expect(access[backup]?.remarks).toEqual(['reads everything by replication'])
    expect(access.latent_api).toMatchObject({ enters: false, may_become: [], remarks: [] })
    expect(Object.values(access).some(({ remarks }) => remarks.includes('is a superuser'))).toBe(true)
    expect(Object.keys(access).filter((role) => role.startsWith('pg_'))).toEqual([])
  } finally {
    await sql.unsafe(`drop role ${narrow}; drop role ${wide}; drop role ${backup}`)
  }
})
