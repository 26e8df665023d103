import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openObjectStore } from '../objects/open.ts'
import { forEachPostgres, type TestDatabase, testDatabase } from '../testing/database.ts'
import { testObjectStore } from '../testing/object-store.ts'
import { openAnchorStore } from './anchor-store.ts'
import { anchorHeads } from './anchoring.ts'
import { recordHash } from './event.ts'
import type { HashedRecord } from './read-store.ts'
import { AUDIT_RETENTION_DAYS, createPartitionsAhead, duePartitions, retainAudit } from './retention.ts'
import { statementSigner } from './signing.ts'
import { verifyAudit } from './verify.ts'

const DAY_MS = 86_400_000

forEachPostgres((version) => {
  let database: TestDatabase
  let store: Awaited<ReturnType<typeof testObjectStore>>
  const signer = statementSigner([{ key_id: 'a1', key: Buffer.alloc(32, 5) }])
  beforeAll(async () => {
    database = await testDatabase({ version })
    store = await testObjectStore()
  })
  afterAll(async () => {
    await database.close()
    await store.close()
  })

  test('there is a partition for this month and three more, and none is made twice', async () => {
    expect(await createPartitionsAhead(database.sql)).toBe(0)
    const [row] = await database.sql`select count(*)::int as partitions from pg_inherits
      where inhparent = 'audit_events'::regclass`
    expect(row?.partitions, 'four months and the one for strays').toBe(5)
  })

  test('a partition is due 2,557 days after its last day, not a second earlier', async () => {
    await database.sql`select create_audit_partition('2015-03-01')`
    const due = Date.parse('2015-04-01T00:00:00Z') + AUDIT_RETENTION_DAYS * DAY_MS
    const at = (moment: number) => duePartitions(database.sql, new Date(moment).toISOString())
    expect(await at(due - 1_000)).toEqual([])
    expect(await at(due)).toEqual(['audit_events_2015_03'])
  })

  test('what is over seven years old is archived whole, then removed, and the rest still verifies', async () => {
    const { sql } = database
    const services = { sql, anchors: openAnchorStore(store.url), signer }
    await sql`select create_audit_partition('2015-04-01')`
    await oldChain('org_old', ['2015-03-05', '2015-03-09', '2015-04-02', '2024-01-01'])
    await oldChain('org_gone', ['2015-03-05'])
    await anchorHeads(services)
    expect((await verifyAudit(services)).faults).toMatchObject([{ kind: 'stray' }])

    const objects = openObjectStore(store.url)
    const due = await duePartitions(sql)
    expect(due).toEqual(['audit_events_2015_03', 'audit_events_2015_04'])
    await expect(
      sql`select remove_audit_partition(${due[0] as string})`,
      'not archived',
    ).rejects.toMatchObject({ code: '42501' })
    await expect(sql`select remove_audit_partition(${due[1] as string})`, 'not the oldest').rejects.toThrow(
      'not the oldest',
    )
    expect(await retainAudit(sql, objects)).toEqual(due)
    expect(await retainAudit(sql, objects)).toEqual([])

    const [archive] = await sql<{ object_sha256: string; events: number }[]>`
      select object_sha256, events from audit_archives where partition_name = 'audit_events_2015_03'`
    expect(archive?.events).toBe(3)
    const manifest = JSON.parse(String(await objects.get(archive?.object_sha256 as string)))
    const lines = gunzipSync((await objects.get(manifest.parts[0].sha256)) as Buffer)
      .toString()
      .trim()
      .split('\n')
    for (const { hash, ...record } of lines.map((line) => JSON.parse(line) as HashedRecord)) {
      expect(recordHash(record)).toBe(hash)
    }
    expect((await verifyAudit(services)).faults).toMatchObject([{ kind: 'stray' }])
    expect(await sql`select seq from audit_events`).toEqual([{ seq: 4 }])
  })

  /** Events of other years: the log itself takes no time but now. */
  async function oldChain(organisation_id: string, days: string[]): Promise<void> {
    let prev_hash = '0'.repeat(64)
    for (const [index, day] of days.entries()) {
      const record = {
        action: 'a.b',
        actor_id: 'k',
        actor_ip: null,
        actor_type: 'key',
        actor_user_agent: null,
        after: null,
        before: null,
        created_at: `${day}T00:00:00.000Z`,
        id: `aud_${index}`,
        organisation_id,
        prev_hash,
        request_id: null,
        seq: index + 1,
        target_id: 't',
        target_type: 't',
      }
      prev_hash = recordHash(record)
      await database.sql`insert into audit_events ${database.sql({
        ...record,
        prev_hash: Buffer.from(record.prev_hash, 'hex'),
        hash: Buffer.from(prev_hash, 'hex'),
      })}`
      await database.sql`insert into audit_heads values (${organisation_id}, ${record.seq}, decode(${prev_hash}, 'hex'),
        ${record.created_at}) on conflict (organisation_id) do update set seq = excluded.seq, hash = excluded.hash`
    }
  }
})
