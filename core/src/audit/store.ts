import type { Queryable } from '../db.ts'
import { newId } from '../ids.ts'
import { subjectKeys } from '../privacy/subject-keys.ts'
import type { NewAuditEvent } from './event.ts'
import { sealEvent, subjectsOf } from './personal.ts'

export type { Actor, NewAuditEvent } from './event.ts'

/**
 * Appends to the audit log in the transaction that makes the change, so there is no change without its row and no row
 * without its change. Two round trips: the keys for what is personal, and the row. From then on every other change of the
 * organisation waits for the end of this transaction: append last.
 */
export async function appendAuditEvent(tx: Queryable, event: NewAuditEvent): Promise<string> {
  const id = newId('aud')
  const { organisation_id, actor } = event
  const sealed = sealEvent(event, id, await subjectKeys(tx, organisation_id, subjectsOf(event)))
  await tx`select append_audit_event(${id}, ${organisation_id}, ${actor.type}, ${actor.id}, ${sealed.actor_ip},
    ${sealed.actor_user_agent}, ${event.action}, ${event.target_type}, ${event.target_id}, ${sealed.before}, ${sealed.after},
    ${event.request_id})`
  return id
}
