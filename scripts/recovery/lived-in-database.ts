import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openAnchorStore } from '@sec-latent/core/audit/anchor-store'
import { anchorHeads } from '@sec-latent/core/audit/anchoring'
import { statementSigner } from '@sec-latent/core/audit/signing'
import { appendAuditEvent } from '@sec-latent/core/audit/store'
import { openDatabase, type Sql } from '@sec-latent/core/db'
import { newId } from '@sec-latent/core/ids'
import { migrate } from '@sec-latent/core/migrate'
import { openErasureLog } from '@sec-latent/core/privacy/erasure-log'
import { servePrivacyRequests } from '@sec-latent/core/privacy/serve'
import { insertPrivacyRequest } from '@sec-latent/core/privacy/store'
import { countRows } from '@sec-latent/core/recovery/restored-checks'
import { recoveryStore } from '@sec-latent/core/recovery/store'
import { sealer } from '@sec-latent/core/secrets/seal'
import { TEST_SEALING_KEYS } from '@sec-latent/core/testing/sealing-keys'
import { seedFiling } from '@sec-latent/core/testing/seed-filing'
import { type ArchivedPostgres, DATABASE, type RecoveryGround } from './recovery-ground.ts'

const ROLES = join(import.meta.dirname, '..', '..', 'deploy', 'postgres', 'roles.sql')
const LOGINS = ['replicator', 'backup_login', 'api_login', 'service_login', 'worker_login']
const WAIT_MS = 120_000

/** The database of the product on a new cluster: migrated, and with the logins of `deploy/postgres/roles.sql`. */
export async function prepareDatabase(ground: RecoveryGround, server: ArchivedPostgres): Promise<void> {
  const admin = openDatabase(server.url('postgres'), { max: 1 })
  try {
    await admin.unsafe(`create database ${DATABASE}`)
  } finally {
    await admin.end({ timeout: 5 })
  }
  const sql = openDatabase(server.url(), { max: 1 })
  try {
    await migrate(sql)
    await sql.unsafe(readFileSync(ROLES, 'utf8'))
    for (const login of LOGINS) await sql.unsafe(`alter role ${login} password '${ground.password}'`)
  } finally {
    await sql.end({ timeout: 5 })
  }
}

/** A database with customers, filings and a signed audit log in it, to which things go on happening. */
export async function livedInDatabase(ground: RecoveryGround, server: ArchivedPostgres) {
  await prepareDatabase(ground, server)
  const sql = openDatabase(server.url(), { max: 2, applicationName: 'drill' })
  const worker = openDatabase(server.url(), { max: 1, applicationName: 'drill', role: 'latent_worker' })
  const outside = {
    anchors: openAnchorStore(ground.objectsUrl),
    signer: statementSigner([{ key_id: 'a1', key: Buffer.alloc(32, 5) }]),
    erasures: openErasureLog(ground.objectsUrl),
  }
  const store = recoveryStore(worker)
  const erased = newId('org')
  const kept = newId('org')
  let filings = 0

  const database = {
    sql,
    outside,
    store,
    erased,

    /** Something a customer changed: it is in the audit log before it is acknowledged. */
    async change(organisation_id = kept): Promise<void> {
      await worker.begin((tx) =>
        appendAuditEvent(tx, {
          organisation_id,
          actor: { type: 'user', id: 'usr_drill', ip: '203.0.113.9' },
          action: 'key.created',
          target_type: 'key',
          target_id: newId('key'),
          before: null,
          after: { name: 'a key' },
          request_id: null,
        }),
      )
    },

    async filing(): Promise<void> {
      filings += 1
      await seedFiling(sql, {
        accession_number: `0009990001-24-${String(filings).padStart(6, '0')}`,
        available_at: new Date().toISOString(),
      })
    },

    async live(steps: number): Promise<void> {
      for (let step = 0; step < steps; step++) {
        await database.change(step % 3 === 0 ? erased : kept)
        await database.filing()
      }
      await store.mark()
    },

    anchor: () => anchorHeads({ sql: worker, anchors: outside.anchors, signer: outside.signer }),

    /** A moment to come back to: nothing is written around it, and what every table holds at it is counted. */
    async moment(): Promise<{ at: Date; rows: Record<string, number> }> {
      await store.mark()
      const rows = await countRows(sql)
      const [clock] = await sql<{ at: string }[]>`select clock_timestamp() as at`
      // The next commit must come at a later millisecond.
      await new Promise((resolve) => setTimeout(resolve, 20))
      return { at: new Date(clock?.at as string), rows }
    },

    /** One of the organisations asks to be forgotten, and is. */
    async erase(): Promise<void> {
      await insertPrivacyRequest(
        sql,
        {
          organisation_id: erased,
          kind: 'erasure',
          subject_type: 'organisation',
          subject_id: erased,
          requested_by: 'usr_drill',
        },
        0,
      )
      await servePrivacyRequests(worker, sealer(TEST_SEALING_KEYS), outside.erasures)
    },

    /** Closes the segment and waits until it is in the archive. */
    async archived(): Promise<void> {
      // A statement of its own: the commit before must be in the segment that is closed.
      await store.mark()
      const [closed] = await sql<{ wal: string }[]>`select pg_walfile_name(pg_switch_wal()) as wal`
      await archivedUpTo(sql, closed?.wal as string)
    },

    async close(): Promise<void> {
      await Promise.allSettled([sql.end({ timeout: 2 }), worker.end({ timeout: 2 })])
    },
  }
  await sql`insert into organisations (id, name, plan) values (${erased}, 'To be forgotten', 'free'), (${kept}, 'Kept', 'free')`
  return database
}

export type LivedInDatabase = Awaited<ReturnType<typeof livedInDatabase>>

export async function archivedUpTo(sql: Sql, segment: string): Promise<void> {
  const deadline = Date.now() + WAIT_MS
  for (;;) {
    const [row] = await sql<{ last: string | null; failed: string | null; failures: number }[]>`
      select last_archived_wal as last, last_failed_wal as failed, failed_count as failures from pg_stat_archiver`
    // Labels of backups come between the segments; a segment's name is the first part of theirs.
    if (row?.last && row.last.slice(0, 24) >= segment) return
    if (Date.now() > deadline)
      throw new Error(
        `the archive did not take ${segment}: ${row?.failures} failures, the last of ${row?.failed}`,
      )
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
