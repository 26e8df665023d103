import { appendAuditEvent } from '../audit/store.ts'
import type { Queryable, Sql } from '../db.ts'
import type { Sealer } from '../secrets/seal.ts'
import { makeBundle } from './bundle.ts'
import { eraseSubject } from './erase.ts'
import type { ErasureLog } from './erasure-log.ts'
import {
  completeErasure,
  completeExport,
  dropBundles,
  duePrivacyRequests,
  type PrivacyRequest,
  takePrivacyRequest,
} from './store.ts'

const AT_ONCE = 20
/** Long enough to fetch it, short enough that a copy of somebody's data does not lie around. */
const BUNDLE_DAYS = 7

/** Where a bundle is sealed for. */
export const bundlePlace = (id: string) => `privacy_requests.sealed_bundle:${id}`

/** Serves what is due, each request in a transaction of its own, and removes bundles that have passed their time. */
export async function servePrivacyRequests(
  sql: Sql,
  sealer: Sealer,
  erasures: ErasureLog,
): Promise<PrivacyRequest[]> {
  await dropBundles(sql)
  const served: PrivacyRequest[] = []
  for (const { id } of await duePrivacyRequests(sql, AT_ONCE)) {
    const request = await sql.begin((tx) => serve(tx, id, sealer, erasures))
    if (request) served.push(request)
  }
  return served
}

async function serve(
  tx: Queryable,
  id: string,
  sealer: Sealer,
  erasures: ErasureLog,
): Promise<PrivacyRequest | undefined> {
  const request = await takePrivacyRequest(tx, id)
  if (!request) return undefined
  if (request.kind === 'export') {
    await tx`set local role latent_retention`
    const bundle = await makeBundle(tx, request, new Date())
    await tx`set local role latent_worker`
    await completeExport(tx, id, sealer.seal(JSON.stringify(bundle), bundlePlace(id)), BUNDLE_DAYS)
  } else {
    await tx`set local role latent_retention`
    const removed = await eraseSubject(tx, request)
    await tx`set local role latent_worker`
    await dropBundles(tx, request)
    await completeErasure(tx, id, removed)
    // Outside of the database before it is done inside: a database that is set back must not know more than this log.
    await erasures.append(request)
  }
  await appendAuditEvent(tx, {
    organisation_id: request.organisation_id,
    actor: { type: 'system', id: 'privacy' },
    action: request.kind === 'export' ? 'privacy_export.completed' : 'privacy_erasure.completed',
    target_type: `privacy_${request.kind}`,
    target_id: id,
    before: null,
    after: { subject_type: request.subject_type, subject_id: request.subject_id },
    request_id: null,
  })
  return request
}
