import type { Queryable } from '../db.ts'
import { newId } from '../ids.ts'

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
}

/**
 * Appends to the audit log in the transaction that makes the change, so there is no change without its row and no row
 * without its change.
 */
export async function appendAuditEvent(tx: Queryable, event: NewAuditEvent): Promise<string> {
  const id = newId('aud')
  const { actor, before, after, ...rest } = event
  await tx`insert into audit_events ${tx({
    id,
    ...rest,
    actor_type: actor.type,
    actor_id: actor.id,
    actor_ip: actor.ip ?? null,
    actor_user_agent: actor.user_agent ?? null,
    before: before === null ? null : (tx.json(before as never) as never),
    after: after === null ? null : (tx.json(after as never) as never),
  })}`
  return id
}
