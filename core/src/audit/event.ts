import { sha256 } from '../sha256.ts'

/** Who did it. `system` is this platform itself: a job, a rule of retention. */
export interface Actor {
  type: 'key' | 'user' | 'service_account' | 'system' | 'support'
  id: string
  ip?: string
  user_agent?: string
}

/** One change of state, before it has its place in the chain. */
export interface NewAuditEvent {
  organisation_id: string
  actor: Actor
  /** `noun.verb` in the past tense: `key.created`, `webhook_endpoint.deleted`. */
  action: string
  target_type: string
  target_id: string
  /** What changed, without secrets. Null: there was nothing before, or nothing after. */
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
  request_id: string | null
  /**
   * The person the change is about, under whose key `before` and `after` are kept. Default: their `user_id`, else their
   * `email`, else the organisation.
   */
  subject_id?: string
}

/** An event as the log keeps it: what is personal in it is sealed. This is what the hash covers. */
export interface AuditRecord {
  action: string
  actor_id: string
  actor_ip: string | null
  actor_type: string
  actor_user_agent: string | null
  after: string | null
  before: string | null
  /** UTC with milliseconds. */
  created_at: string
  id: string
  organisation_id: string
  /** Hash of the event before, in hexadecimal; 64 zeros for the first. */
  prev_hash: string
  request_id: string | null
  /** 1, 2, 3 … within the organisation. */
  seq: number
  target_id: string
  target_type: string
}

export const NO_HASH = '0'.repeat(64)

/** The names of a record in the order of RFC 8785, so that the canonical JSON is written without sorting. */
const NAMES = [
  'action',
  'actor_id',
  'actor_ip',
  'actor_type',
  'actor_user_agent',
  'after',
  'before',
  'created_at',
  'id',
  'organisation_id',
  'prev_hash',
  'request_id',
  'seq',
  'target_id',
  'target_type',
] as const satisfies readonly (keyof AuditRecord)[]

/** SHA-256 of the canonical JSON of a record, in hexadecimal: `audit_event_json` of migration 0017 writes the same bytes. */
export function recordHash(record: AuditRecord): string {
  return sha256(`{${NAMES.map((name) => `"${name}":${JSON.stringify(record[name])}`).join(',')}}`)
}
