import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase, type Sql } from '../db.ts'
import { asOrganisation } from '../tenancy/organisation.ts'
import { forEachPostgres, type TestDatabase, testDatabase } from '../testing/database.ts'
import { testObjectStore } from '../testing/object-store.ts'
import { lastAnchorNumber, openAnchorStore } from './anchor-store.ts'
import { anchorHeads } from './anchoring.ts'
import type { NewAuditEvent } from './event.ts'
import { listAuditEvents } from './read-store.ts'
import { statementSigner } from './signing.ts'
import { appendAuditEvent } from './store.ts'
import { verifyAudit } from './verify.ts'

const event = (organisation_id: string, more: Partial<NewAuditEvent> = {}): NewAuditEvent => ({
  organisation_id,
  actor: { type: 'user', id: 'usr_1', ip: '203.0.113.9', user_agent: 'curl/8 "ü\u0001\\' },
  action: 'key.created',
  target_type: 'key',
  target_id: 'key_1',
  before: null,
  after: { name: 'a key', nested: [1.5, null, { b: 'ü"' }] },
  request_id: 'req_1',
  ...more,
})

forEachPostgres((version) => {
  let database: TestDatabase
  let store: Awaited<ReturnType<typeof testObjectStore>>
  let api: Sql
  let retention: Sql
  let worker: Sql
  const signer = statementSigner([{ key_id: 'a1', key: Buffer.alloc(32, 5) }])
  const services = () => ({ sql: worker, anchors: openAnchorStore(store.url), signer })

  beforeAll(async () => {
    database = await testDatabase({ version })
    store = await testObjectStore()
    api = openDatabase(database.url, { max: 10, role: 'latent_api' })
    worker = openDatabase(database.url, { max: 4, role: 'latent_worker' })
    retention = openDatabase(database.url, { max: 1, role: 'latent_retention' })
  })
  afterAll(async () => {
    await Promise.all([api, retention, worker].map((one) => one.end({ timeout: 5 })))
    await database.close()
    await store.close()
  })

  test('concurrent writers make one chain without gaps, which verifies', async () => {
    await Promise.all(
      Array.from({ length: 40 }, () =>
        asOrganisation(api, 'org_a', (tx) => appendAuditEvent(tx, event('org_a'))),
      ),
    )
    const rows = await database.sql<{ seq: number }[]>`select seq from audit_events order by seq`
    expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1))
    expect(await verifyAudit(services())).toEqual({ organisations: 1, events: 40, faults: [] })
  })

  test('a change that is rolled back leaves no event and no gap', async () => {
    await expect(
      asOrganisation(api, 'org_a', async (tx) => {
        await appendAuditEvent(tx, event('org_a'))
        throw new Error('no')
      }),
    ).rejects.toThrow('no')
    await asOrganisation(api, 'org_a', (tx) => appendAuditEvent(tx, event('org_a')))
    expect((await verifyAudit(services())).faults).toEqual([])
  })

  test('what is read is what was written, until the key of its subject is gone', async () => {
    const person = { user_id: 'usr_9', email: 'ada@example.com', role: 'admin' }
    await asOrganisation(api, 'org_p', async (tx) => {
      await appendAuditEvent(
        tx,
        event('org_p', { action: 'member.added', target_id: 'mem_9', after: person }),
      )
      await appendAuditEvent(tx, event('org_p', { after: { recipients: ['bob@example.com'], name: 'm' } }))
    })
    const list = () =>
      asOrganisation(api, 'org_p', (tx) =>
        listAuditEvents(tx, 'org_p', {}, { limit: 10, beforeSeq: undefined }),
      )
    expect(await list()).toMatchObject([
      { seq: 2, after: { recipients: ['bob@example.com'], name: 'm' }, erased: false },
      { seq: 1, after: person, actor: { ip: '203.0.113.9' }, action: 'member.added' },
    ])
    const [{ text } = { text: '' }] = await database.sql<{ text: string }[]>`
      select string_agg(e::text, ' ') as text from audit_events e where organisation_id = 'org_p'`
    expect(text).not.toMatch(/example\.com|203\.0\.113|admin|curl/)

    await database.sql`update subject_keys set key = null, erased_at = now() where subject_id in ('usr_9', 'usr_1')
      or subject_id like 'eml_%'`
    expect(await list()).toMatchObject([
      { seq: 2, after: { recipients: [null], name: 'm' }, erased: true, actor: { ip: null } },
      { seq: 1, after: null, erased: true },
    ])
    expect((await verifyAudit(services())).faults).toEqual([])
    await asOrganisation(api, 'org_p', (tx) => appendAuditEvent(tx, event('org_p')))
    expect((await list())[0], 'an erased subject gets no new key').toMatchObject({ actor: { ip: null } })
  })

  test('no role changes, removes or forges a row, not even the owner', async () => {
    const attempts = [
      'update audit_events set action = $$x$$',
      'delete from audit_events',
      'truncate audit_events',
      'truncate audit_events_stray',
      `update audit_heads set seq = 0`,
      `insert into audit_events select * from audit_events limit 1`,
      `select append_audit_event('aud_x', 'org_other', 'key', 'k', null, null, 'a', 't', 'i', null, null, null)`,
      `select create_audit_partitions(1)`,
      `select remove_audit_partition('audit_events_2017_01')`,
      'drop table audit_events_stray',
    ]
    for (const attempt of attempts) {
      await expect(
        asOrganisation(api, 'org_a', (tx) => tx.unsafe(attempt)),
        attempt,
      ).rejects.toMatchObject({
        code: '42501',
      })
    }
    for (const attempt of attempts.slice(0, 4)) {
      await expect(database.sql.unsafe(attempt), attempt).rejects.toMatchObject({ code: '42501' })
    }
    expect(await asOrganisation(api, 'org_b', (tx) => tx`select from audit_events`)).toHaveLength(0)
    expect(await api`select from audit_events`, 'no organisation named').toHaveLength(0)
  })

  describe('anchors', () => {
    test('are numbered, hold what moved, and tell a tail that was cut off', async () => {
      const first = await anchorHeads(services())
      expect(first).toMatchObject({ number: 1, heads: 2, faults: [] })
      expect(await anchorHeads(services())).toMatchObject({ number: 1, heads: 0 })
      await asOrganisation(api, 'org_a', (tx) => appendAuditEvent(tx, event('org_a')))
      expect(await anchorHeads(services())).toMatchObject({ number: 2, heads: 1 })
      expect(await lastAnchorNumber(openAnchorStore(store.url))).toBe(2)
      expect((await verifyAudit(services())).faults).toEqual([])

      const { sql } = database
      await sql.begin(async (tx) => {
        await tx`set local session_replication_role = replica`
        await tx`delete from audit_events where organisation_id = 'org_a' and seq = 42`
        await tx`update audit_heads h set seq = 41, hash = e.hash from audit_events e
          where h.organisation_id = 'org_a' and e.organisation_id = 'org_a' and e.seq = 41`
        await tx`delete from audit_anchors where number = 2`
      })
      expect((await verifyAudit(services())).faults).toEqual([
        { organisation_id: 'org_a', seq: 41, kind: 'contradicts_anchor' },
      ])
      // Nor is the shorter chain ever signed, also when it has grown again.
      await asOrganisation(api, 'org_a', (tx) => appendAuditEvent(tx, event('org_a')))
      expect((await anchorHeads(services())).faults).toMatchObject([{ kind: 'contradicts_anchor' }])
      expect((await verifyAudit(services())).faults).toMatchObject([{ seq: 42, kind: 'contradicts_anchor' }])
    })

    test('of another key do not count', async () => {
      const other = statementSigner([{ key_id: 'a1', key: randomBytes(32) }])
      expect((await verifyAudit({ ...services(), signer: other })).faults).toMatchObject([
        { kind: 'bad_anchor' },
      ])
    })
  })
})
