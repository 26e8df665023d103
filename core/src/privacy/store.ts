import type { Queryable } from '../db.ts'
import { newId } from '../ids.ts'

export type PrivacyKind = 'export' | 'erasure'

export interface PrivacyRequest {
  id: string
  organisation_id: string
  kind: PrivacyKind
  subject_type: 'organisation' | 'user'
  subject_id: string
  status: 'pending' | 'completed' | 'cancelled'
  requested_by: string
  created_at: string
  due_at: string
  completed_at: string | null
  bundle_expires_at: string | null
  result: Record<string, number> | null
}

const columns = (
  tx: Queryable,
) => tx`id, organisation_id, kind, subject_type, subject_id, status, requested_by, created_at,
  due_at, completed_at, bundle_expires_at, result`

export async function insertPrivacyRequest(
  tx: Queryable,
  request: Pick<PrivacyRequest, 'organisation_id' | 'kind' | 'subject_type' | 'subject_id' | 'requested_by'>,
  dueInDays: number,
): Promise<PrivacyRequest> {
  const [row] = await tx<PrivacyRequest[]>`
    insert into privacy_requests (id, organisation_id, kind, subject_type, subject_id, requested_by, due_at)
    values (${newId('era')}, ${request.organisation_id}, ${request.kind}, ${request.subject_type}, ${request.subject_id},
      ${request.requested_by}, now() + make_interval(days => ${dueInDays}))
    returning ${columns(tx)}`
  return row as PrivacyRequest
}

export async function findPrivacyRequest(
  tx: Queryable,
  organisationId: string,
  kind: PrivacyKind,
  id: string,
): Promise<PrivacyRequest | undefined> {
  const [row] = await tx<PrivacyRequest[]>`
    select ${columns(tx)} from privacy_requests where organisation_id = ${organisationId} and kind = ${kind} and id = ${id}`
  return row
}

/** Latest first, from below the id. */
export async function listPrivacyRequests(
  tx: Queryable,
  organisationId: string,
  kind: PrivacyKind,
  page: { limit: number; before: string | undefined },
): Promise<PrivacyRequest[]> {
  return await tx<PrivacyRequest[]>`
    select ${columns(tx)} from privacy_requests where organisation_id = ${organisationId} and kind = ${kind}
      ${page.before === undefined ? tx`` : tx`and id < ${page.before}`}
    order by id desc limit ${page.limit}`
}

/** Takes back what was not served yet; `undefined` when it is not pending. */
export async function cancelPrivacyRequest(
  tx: Queryable,
  organisationId: string,
  id: string,
): Promise<PrivacyRequest | undefined> {
  const [row] = await tx<PrivacyRequest[]>`
    update privacy_requests set status = 'cancelled'
    where organisation_id = ${organisationId} and kind = 'erasure' and id = ${id} and status = 'pending'
    returning ${columns(tx)}`
  return row
}

export async function sealedBundle(
  tx: Queryable,
  organisationId: string,
  id: string,
): Promise<string | undefined> {
  const [row] = await tx<{ sealed_bundle: string | null }[]>`
    select sealed_bundle from privacy_requests
    where organisation_id = ${organisationId} and kind = 'export' and id = ${id} and bundle_expires_at > now()`
  return row?.sealed_bundle ?? undefined
}

/** What is to be done now: exports at once, erasures when their grace is over. */
export async function duePrivacyRequests(tx: Queryable, limit: number): Promise<PrivacyRequest[]> {
  return await tx<PrivacyRequest[]>`
    select ${columns(tx)} from privacy_requests
    where status = 'pending' and (kind = 'export' or due_at <= now()) order by id limit ${limit}`
}

/** Locks a request that is still to be served. */
export async function takePrivacyRequest(tx: Queryable, id: string): Promise<PrivacyRequest | undefined> {
  const [row] = await tx<PrivacyRequest[]>`
    select ${columns(tx)} from privacy_requests where id = ${id} and status = 'pending' for update skip locked`
  return row
}

export async function completeExport(tx: Queryable, id: string, sealed: string, days: number): Promise<void> {
  await tx`update privacy_requests set status = 'completed', completed_at = now(), sealed_bundle = ${sealed},
    bundle_expires_at = now() + make_interval(days => ${days}) where id = ${id}`
}

export async function completeErasure(
  tx: Queryable,
  id: string,
  result: Record<string, number>,
): Promise<void> {
  await tx`update privacy_requests set status = 'completed', completed_at = now(), result = ${tx.json(result)}
    where id = ${id}`
}

/** Removes the bundles that have passed their time, and those that speak of somebody who was erased. */
export async function dropBundles(tx: Queryable, erased?: { organisation_id: string }): Promise<void> {
  await tx`update privacy_requests set sealed_bundle = null where sealed_bundle is not null
    and (bundle_expires_at <= now() or organisation_id = ${erased?.organisation_id ?? null})`
}

export async function isMember(tx: Queryable, organisationId: string, userId: string): Promise<boolean> {
  const rows = await tx`select from members where organisation_id = ${organisationId} and user_id = ${userId}`
  return rows.length > 0
}

/** The request of an erasure that was served, also when the database was set back to before it was; locked. */
export async function restoreErasure(
  tx: Queryable,
  erasure: Omit<PrivacyRequest, 'kind' | 'status' | 'completed_at' | 'bundle_expires_at' | 'result'>,
): Promise<{ request: PrivacyRequest; was_completed: boolean }> {
  const { id, organisation_id, subject_type, subject_id, requested_by, created_at, due_at } = erasure
  await tx`
    insert into privacy_requests (id, organisation_id, kind, subject_type, subject_id, requested_by, created_at, due_at)
    values (${id}, ${organisation_id}, 'erasure', ${subject_type}, ${subject_id}, ${requested_by}, ${created_at}, ${due_at})
    on conflict (id) do nothing`
  const [row] = await tx<
    PrivacyRequest[]
  >`select ${columns(tx)} from privacy_requests where id = ${id} for update`
  const request = row as PrivacyRequest
  return { request, was_completed: request.status === 'completed' }
}
