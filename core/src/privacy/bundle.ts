import { listAuditEvents } from '../audit/read-store.ts'
import type { Queryable } from '../db.ts'
import { SECRET_COLUMN, type TenantTable, tenantTables } from './catalogue.ts'
import type { PrivacyRequest } from './store.ts'

const MAX_ROWS = 10_000
/** Tables that say nothing to whoever reads them. */
const UNREADABLE = /^(?:audit_|subject_keys$|privacy_)/

type Rows = Record<string, readonly unknown[]>

/** Everything we hold about the subject, by table; what opens something is left out. */
export interface Bundle {
  object: 'privacy_bundle'
  subject: { type: string; id: string }
  made_at: string
  tables: Record<string, unknown[]>
  /** Tables of which there are more rows than are here. */
  truncated: string[]
}

export async function makeBundle(tx: Queryable, request: PrivacyRequest, now: Date): Promise<Bundle> {
  const { organisation_id, subject_type, subject_id } = request
  const found =
    subject_type === 'organisation'
      ? await organisationRows(tx, organisation_id)
      : await userRows(tx, organisation_id, subject_id)
  const filter = subject_type === 'user' ? { actor_id: subject_id } : {}
  found.audit_events = await listAuditEvents(tx, organisation_id, filter, {
    limit: MAX_ROWS + 1,
    beforeSeq: undefined,
  })
  const truncated = Object.keys(found).filter((name) => (found[name]?.length ?? 0) > MAX_ROWS)
  const tables = Object.fromEntries(
    Object.entries(found).map(([name, rows]) => [name, rows.slice(0, MAX_ROWS)]),
  )
  const subject = { type: subject_type, id: subject_id }
  return { object: 'privacy_bundle', subject, made_at: now.toISOString(), tables, truncated }
}

async function organisationRows(tx: Queryable, organisationId: string): Promise<Rows> {
  const rows: Rows = {
    organisations: await tx`select * from organisations where id = ${organisationId}`,
    users:
      await tx`select u.* from users u join members m on m.user_id = u.id where m.organisation_id = ${organisationId}`,
  }
  for (const table of await tenantTables(tx)) {
    if (UNREADABLE.test(table.name)) continue
    rows[table.name] = await readable(tx, table, tx`organisation_id = ${organisationId}`)
  }
  return rows
}

/** What is held about a person: the account, and the part in this organisation. */
async function userRows(tx: Queryable, organisationId: string, userId: string): Promise<Rows> {
  return {
    users: await tx`select * from users where id = ${userId}`,
    user_sessions:
      await tx`select id, expires_at, ip_address, user_agent, active_organisation_id, last_seen_at, created_at
      from user_sessions where user_id = ${userId}`,
    members: await tx`select id, organisation_id, user_id, email, role, created_at, updated_at from members
      where user_id = ${userId} and organisation_id = ${organisationId}`,
  }
}

async function readable(tx: Queryable, { name, columns }: TenantTable, condition: ReturnType<Queryable>) {
  const shown = columns.map((column) => column.name).filter((column) => !SECRET_COLUMN.test(column))
  return await tx`select ${tx(shown)} from ${tx(name)} where ${condition} limit ${MAX_ROWS + 1}`
}
