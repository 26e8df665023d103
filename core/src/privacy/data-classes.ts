import { keptTables, PERSONAL_COLUMN, publishedTables, SECRET_COLUMN, userTables } from './catalogue.ts'

/**
 * How sensitive a value is, from what everybody may read to what opens something.
 *
 * `public`: what companies filed with the SEC and what is computed from it. `operational`: how this installation runs; names no
 * customer. `account`: what a customer set up or used, known by an organisation's id. `personal`: names a person or leads to one.
 * `secret`: opens something; stored hashed or sealed.
 */
export type DataClass = 'public' | 'operational' | 'account' | 'personal' | 'secret'

export interface TableClass {
  class: Exclude<DataClass, 'personal' | 'secret'> | 'people'
  /** How long a row is kept. */
  retention: string
}

const FILED = 'as long as EDGAR shows the filing; what is withdrawn is marked'
const ORGANISATION = 'as long as the organisation'
const BILLS = 'for good: what bills rest on; the organisation is an id'
const AUDIT = '2,557 days (seven years), then archived and removed'

const of = (kind: TableClass['class'], retention: string, names: string): [string, TableClass][] =>
  names.split(/\s+/).map((name) => [name, { class: kind, retention }])

/** What each table holds and how long. A table that is not here fails the build. */
export const TABLE_CLASSES: Readonly<Record<string, TableClass>> = Object.fromEntries([
  ...of(
    'public',
    FILED,
    `beneficial_owners beneficial_ownership_reports changes custody_checks custody_events documents entities entity_names
    entity_tickers events evidence facts filed_statements filing_filers filing_items filings financial_reports fund_holdings
    fund_reports holdings holdings_reports insider_balances insider_transactions offerings ownership_documents
    ownership_restatements proposed_sales proxy_votes sections signals standard_statements subsidiaries xbrl_documents
    search_chunks search_documents visible_filings processing`,
  ),
  ...of(
    'operational',
    'as long as what it counts',
    `answer_count_changes answer_counts filing_count_marks filing_counts discovery_sources followed_entities intake
    extractor_backfills migrations monitor_progress webhook_cursors key_change_counter`,
  ),
  ...of(
    'operational',
    'the answers and their cost, to be able to repeat them',
    'claude_answers claude_batches claude_calls',
  ),
  ...of('operational', 'one row per day, filing and backfill', 'claude_budgets'),
  ...of('operational', 'until it was handed to the queue', 'outbox'),
  ...of('operational', '30 days after the last failure', 'dead_jobs'),
  ...of(
    'operational',
    'for good: the record that backups were made and tried',
    'backups restore_drills audit_verifications',
  ),
  ...of('operational', '45 days', 'recovery_marks'),
  ...of('operational', '400 days', 'operations_events'),
  ...of('operational', 'one row per day', 'operations_digests'),
  ...of('operational', 'for good: the record of what was archived and removed', 'audit_archives'),
  ...of(
    'operational',
    'until the hours it holds are final, 40 days at most',
    'metering_epochs usage_open_hours usage_final_hours',
  ),
  ...of('operational', '90 days', 'stripe_events'),
  ...of('operational', 'until its tokens have ended, and a day', 'oauth_signing_keys'),
  ...of(
    'account',
    ORGANISATION,
    `organisations api_keys api_key_secrets service_accounts service_account_secrets monitors monitor_matches
    webhook_endpoints stripe_customers customer_jobs usage_alerts notifications notification_mails`,
  ),
  ...of('account', BILLS, 'invoices plan_changes stripe_meter_events usage_hours usage_adjustments'),
  ...of('account', 'until its hours are final, 40 days at least', 'usage_cells'),
  ...of('account', 'seven days, until every process has seen the change', 'key_changes'),
  ...of('account', '24 hours', 'idempotency_keys'),
  ...of('account', '30 days', 'request_log'),
  ...of('account', '30 days', 'webhook_deliveries webhook_attempts'),
  ...of('account', 'the files seven days, the row as long as the organisation', 'exports'),
  ...of('account', 'until the token or assertion would have ended', 'revoked_tokens used_assertions'),
  ...of('account', 'for good: the record that a request was served', 'privacy_requests privacy_forwards'),
  ...of('account', AUDIT, 'audit_events audit_heads audit_bases audit_anchors'),
  ...of('account', 'the key until its subject is erased, the row for good', 'subject_keys'),
  ...of('people', 'until the person leaves the organisation; invitations seven days', 'members'),
  ...of(
    'people',
    'as long as somebody has the account',
    'users user_identities user_second_factors platform_staff',
  ),
  ...of('people', 'two weeks at most, a day without use', 'user_sessions'),
  ...of('people', 'minutes to a day, until used', 'user_verifications'),
])

/** Columns that a name would put into the wrong class. */
const COLUMN_CLASSES: Readonly<Record<string, DataClass>> = {
  'audit_events.before': 'personal',
  'audit_events.after': 'personal',
  'audit_events.actor_id': 'personal',
  'audit_events.hash': 'account',
  'audit_events.prev_hash': 'account',
  'audit_anchors.hash': 'account',
  'audit_bases.hash': 'account',
  'audit_heads.hash': 'account',
  'invoices.document_sha256': 'account',
  'notifications.dedupe_key': 'account',
  'notifications.payload': 'personal',
  'oauth_signing_keys.public_jwk': 'operational',
  'api_keys.created_by': 'personal',
  'privacy_requests.requested_by': 'personal',
  'privacy_requests.subject_id': 'personal',
  'privacy_requests.sealed_bundle': 'personal',
  'subject_keys.subject_id': 'personal',
  'webhook_endpoints.public_key': 'account',
  'webhook_endpoints.previous_public_key': 'account',
  'webhook_endpoints.previous_secret_expires_at': 'account',
  'idempotency_keys.key_sha256': 'account',
  'claude_answers.cache_key': 'operational',
  'claude_calls.cache_key': 'operational',
  'user_verifications.identifier': 'personal',
  'user_verifications.value': 'secret',
  'user_identities.access_token_expires_at': 'operational',
  'user_identities.refresh_token_expires_at': 'operational',
  'user_second_factors.secret': 'secret',
  'members.invitation_hash': 'secret',
  'users.name': 'personal',
}

const OPERATIONAL_IN_PEOPLE = /(?:_at|_until|_count|^version|^verified|_enabled|email_verified|^role|^scope)$/

/** The class of a column. `undefined` when its table is not classified. */
export function classOf(table: string, column: string): DataClass | undefined {
  const known = TABLE_CLASSES[table]
  if (known === undefined) return undefined
  const override = COLUMN_CLASSES[`${table}.${column}`]
  if (override) return override
  if (known.class === 'public' || publishedTables.has(table)) return 'public'
  if (known.class === 'operational')
    return SECRET_COLUMN.test(column) && /secret|sealed|private/.test(column) ? 'secret' : 'operational'
  if (SECRET_COLUMN.test(column)) return 'secret'
  if (PERSONAL_COLUMN.test(column) || column === 'user_id') return 'personal'
  if (known.class === 'people') return OPERATIONAL_IN_PEOPLE.test(column) ? 'account' : 'personal'
  return 'account'
}

/** Columns that are named above and do not exist any more. */
export function staleColumns(columns: { table: string; column: string }[]): string[] {
  const present = new Set(columns.map(({ table, column }) => `${table}.${column}`))
  return Object.keys(COLUMN_CLASSES).filter((name) => !present.has(name))
}

/**
 * What ends a personal or secret value when its subject is erased; `undefined` when nothing does. `tenant` says whether the table has
 * rows of organisations.
 */
export function erasureOf(table: string, tenant: boolean): string | undefined {
  if (table === 'audit_events') return 'sealed under the key of the subject, which is destroyed'
  if (table === 'subject_keys')
    return 'the key is destroyed; the id that stays leads nowhere once the person is gone'
  if (table === 'privacy_requests')
    return 'the bundle goes after its days; the id that stays leads nowhere once the person is gone'
  if (table === 'organisations') return 'its name is overwritten, its rows elsewhere are removed'
  if (table in keptTables) return undefined
  if ((userTables as readonly string[]).includes(table)) return 'removed with the user'
  if (tenant) return 'removed with the organisation; the address of a person who leaves is overwritten'
  return undefined
}
