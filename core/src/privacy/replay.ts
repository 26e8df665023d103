import { appendAuditEvent } from '../audit/store.ts'
import type { Queryable, Sql } from '../db.ts'
import { eraseSubject } from './erase.ts'
import type { ErasureLog, LoggedErasure } from './erasure-log.ts'
import { completeErasure, dropBundles, restoreErasure } from './store.ts'

/**
 * Applies every erasure of the log again: to be done after the database was set back to an earlier time, before anybody else uses
 * it. What is gone is not there to go, so it may be repeated. Role: `latent_worker`. Returns how many had something to do.
 */
export async function replayErasures(sql: Sql, erasures: ErasureLog): Promise<number> {
  let applied = 0
  for await (const erasure of erasures.entries()) {
    if (await sql.begin((tx) => replay(tx, erasure))) applied += 1
  }
  return applied
}

async function replay(tx: Queryable, erasure: LoggedErasure): Promise<boolean> {
  const { request, was_completed } = await restoreErasure(tx, erasure)
  await tx`set local role latent_retention`
  const removed = await eraseSubject(tx, request)
  await tx`set local role latent_worker`
  if (was_completed && Object.keys(removed).length === 0) return false
  await dropBundles(tx, request)
  await completeErasure(tx, request.id, removed)
  await appendAuditEvent(tx, {
    organisation_id: request.organisation_id,
    actor: { type: 'system', id: 'privacy' },
    action: 'privacy_erasure.replayed',
    target_type: 'privacy_erasure',
    target_id: request.id,
    before: null,
    after: { subject_type: request.subject_type, subject_id: request.subject_id },
    request_id: null,
  })
  return true
}
