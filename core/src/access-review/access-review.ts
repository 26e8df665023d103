import { csvCell } from '../csv.ts'
import type { Queryable } from '../db.ts'

/** Something that may act for an organisation, and what speaks for looking at it. */
export interface AccessEntry {
  kind: 'person' | 'invitation' | 'service_account' | 'api_key' | 'webhook_endpoint' | 'platform_staff'
  id: string
  /** The address of a person, the name somebody gave to anything else. */
  name: string
  /** The role of a person; the scopes of what acts by itself. */
  rights: string
  created_at: string
  last_used_at: string | null
  expires_at: string | null
  /** Live sessions of a person; live secrets of a key or an account. */
  live: number
  remarks: string[]
}

export interface AccessReview {
  organisation_id: string
  organisation: string
  reviewed_at: string
  entries: AccessEntry[]
}

const UNUSED_DAYS = 90
const DAY_MS = 86_400_000

/**
 * Who may do what for an organisation at this moment, for the regular review of access: people with their roles and sessions, open
 * invitations, service accounts and keys with their scopes and last use, endpoints that are sent data, and staff of the platform.
 * `undefined` when there is no such organisation. Reads in the role of the caller, who must see people of all organisations.
 */
export async function accessReview(tx: Queryable, organisationId: string): Promise<AccessReview | undefined> {
  const [organisation] = await tx<{ name: string; now: string }[]>`
    select name, now() as now from organisations where id = ${organisationId}`
  if (!organisation) return undefined
  const entries = [
    ...(await people(tx, organisationId)),
    ...(await serviceAccounts(tx, organisationId)),
    ...(await keys(tx, organisationId)),
    ...(await endpoints(tx, organisationId)),
    ...(await staff(tx)),
  ]
  return {
    organisation_id: organisationId,
    organisation: organisation.name,
    reviewed_at: organisation.now,
    entries: entries.map((entry) => ({ ...entry, remarks: remarksOn(entry, organisation.now) })),
  }
}

interface Found extends Omit<AccessEntry, 'remarks'> {
  remarks?: (string | null)[]
}

function remarksOn(entry: Found, now: string): string[] {
  const remarks = (entry.remarks ?? []).filter((remark): remark is string => remark !== null)
  const reference = entry.last_used_at ?? entry.created_at
  const idle = Math.floor((Date.parse(now) - Date.parse(reference)) / DAY_MS)
  const acts = entry.kind === 'person' || entry.kind === 'api_key' || entry.kind === 'service_account'
  if (acts && idle >= UNUSED_DAYS) remarks.push(`not used for ${idle} days`)
  if (entry.kind === 'api_key' && entry.expires_at === null) remarks.push('never expires')
  return remarks
}

async function people(tx: Queryable, organisationId: string): Promise<Found[]> {
  const rows = await tx<(Omit<Found, 'remarks'> & { second_factor: boolean; disabled: boolean })[]>`
    select case when m.user_id is null then 'invitation' else 'person' end as kind, m.id,
      coalesce(u.email, m.email) as name, m.role as rights, m.created_at, s.last_used_at,
      m.invitation_expires_at as expires_at, coalesce(s.live, 0)::int as live,
      coalesce(u.two_factor_enabled, false) as second_factor, u.disabled_at is not null as disabled
    from members m left join users u on u.id = m.user_id
    left join lateral (
      select max(last_seen_at) as last_used_at, count(*) filter (where expires_at > now()) as live
      from user_sessions where user_id = m.user_id) s on true
    where m.organisation_id = ${organisationId} order by m.created_at, m.id`
  return rows.map(({ second_factor, disabled, ...row }) => ({
    ...row,
    remarks: [
      disabled ? 'the account is disabled' : null,
      row.kind === 'person' && !second_factor && /^(?:owner|admin)$/.test(row.rights)
        ? 'administers without a second factor'
        : null,
    ],
  }))
}

async function serviceAccounts(tx: Queryable, organisationId: string): Promise<Found[]> {
  const rows = await tx<(Omit<Found, 'remarks'> & { disabled: boolean })[]>`
    select 'service_account' as kind, a.id, a.name, array_to_string(a.scopes, ' ') as rights, a.created_at, a.last_used_at,
      null as expires_at, a.disabled_at is not null as disabled,
      (select count(*) from service_account_secrets s where s.service_account_id = a.id
        and (s.expires_at is null or s.expires_at > now()))::int as live
    from service_accounts a where a.organisation_id = ${organisationId} order by a.created_at, a.id`
  return rows.map(({ disabled, ...row }) => ({ ...row, remarks: [disabled ? 'disabled' : null] }))
}

async function keys(tx: Queryable, organisationId: string): Promise<Found[]> {
  const rows = await tx<(Omit<Found, 'remarks'> & { disabled: boolean; mode: string; anywhere: boolean })[]>`
    select 'api_key' as kind, k.id, k.name, array_to_string(k.scopes, ' ') as rights, k.created_at, k.last_used_at, k.expires_at,
      k.disabled_at is not null as disabled, k.mode, k.allowed_cidrs is null or cardinality(k.allowed_cidrs) = 0 as anywhere,
      (select count(*) from api_key_secrets s where s.key_id = k.id
        and (s.expires_at is null or s.expires_at > now()))::int as live
    from api_keys k
    where k.organisation_id = ${organisationId} and k.revoked_at is null and k.mode <> 'explorer'
      and (k.expires_at is null or k.expires_at > now())
    order by k.created_at, k.id`
  return rows.map(({ disabled, mode, anywhere, ...row }) => ({
    ...row,
    remarks: [
      disabled ? 'disabled' : null,
      mode === 'admin' ? 'administers the organisation' : null,
      mode === 'admin' && anywhere ? 'administers from any network' : null,
    ],
  }))
}

async function endpoints(tx: Queryable, organisationId: string): Promise<Found[]> {
  return await tx<Found[]>`
    select 'webhook_endpoint' as kind, id, url as name, array_to_string(event_types, ' ') as rights, created_at,
      null as last_used_at, null as expires_at, (status = 'enabled')::int as live
    from webhook_endpoints where organisation_id = ${organisationId} and deleted_at is null order by created_at, id`
}

/** They belong to no organisation and may look into all of them, with a reason and a trace in the audit log. */
async function staff(tx: Queryable): Promise<Found[]> {
  return await tx<Found[]>`
    select 'platform_staff' as kind, p.user_id as id, u.email as name, 'support' as rights, p.granted_at as created_at,
      null as last_used_at, null as expires_at, 0 as live
    from platform_staff p join users u on u.id = p.user_id order by p.granted_at, p.user_id`
}

const COLUMNS = [
  ...['kind', 'id', 'name', 'rights', 'created_at', 'last_used_at', 'expires_at', 'live', 'remarks'],
] as const

/** The review as a table (RFC 4180), for whoever signs it. */
export function accessReviewCsv({ entries }: AccessReview): string {
  const rows = entries.map((entry) =>
    [
      ...[entry.kind, entry.id, entry.name, entry.rights, entry.created_at, entry.last_used_at],
      ...[entry.expires_at, entry.live, entry.remarks.join('; ')],
    ]
      .map(csvCell)
      .join(','),
  )
  return [COLUMNS.join(','), ...rows].map((row) => `${row}\r\n`).join('')
}
