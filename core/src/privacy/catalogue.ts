import type { Queryable } from '../db.ts'

/** A table that holds rows of an organisation, with its columns. */
export interface TenantTable {
  name: string
  columns: { name: string; type: string }[]
}

/**
 * Tables whose rows outlive an erasure, and why that is no loss to anybody: none of them names a person. A table that is not
 * here loses its rows.
 */
export const keptTables: Record<string, string> = {
  audit_events: 'what is personal in it is sealed, and the key goes',
  audit_heads: 'hashes',
  audit_bases: 'hashes',
  audit_anchors: 'hashes and signatures',
  subject_keys: 'the row stays without the key, so that no other is ever made',
  privacy_requests: 'the record that the request was served; its bundle goes',
  privacy_forwards: 'the record of who was told',
  invoices: 'accounts must be kept; they name the organisation by its id',
  stripe_meter_events: 'what was billed, by ids',
  plan_changes: 'what bills rest on, by ids',
  usage_cells: 'counters for accounting, by ids',
  usage_hours: 'counters for accounting, by ids',
  usage_adjustments: 'counters for accounting, by ids',
}

/** Columns that open something. No export shows them. */
export const SECRET_COLUMN = /hash|secret|sealed|token|password|_key$|^key$|backup_codes|jwk|pepper/

/** Columns that name a person or lead to one, wherever they stand. */
export const PERSONAL_COLUMN =
  /email|(?:^|_)ip(?:_|$)|user_agent|phone|first_name|last_name|full_name|image_url|billing_name|postal/

/** Tables about people that belong to no single organisation. Erasing the user removes the row; the rest cascades. */
export const userTables = [
  'users',
  'user_sessions',
  'user_identities',
  'user_verifications',
  'user_second_factors',
  'platform_staff',
] as const

/** Tables of what companies published: persons in filings are there because EDGAR says so. */
export const publishedTables = new Set(['entities', 'insider_transactions', 'filing_filers'])

/** Every table with rows of organisations, partitions left out. */
export async function tenantTables(tx: Queryable): Promise<TenantTable[]> {
  return await tx<TenantTable[]>`
    select c.relname as name,
      jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, null)) order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and a.attnum > 0 and not a.attisdropped
    group by c.relname having bool_or(a.attname = 'organisation_id') order by c.relname`
}
