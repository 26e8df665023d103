import type { Queryable } from '../db.ts'
import { keptTables, type TenantTable, tenantTables } from './catalogue.ts'
import type { PrivacyRequest } from './store.ts'
import { emailSubject } from './subject-keys.ts'

const ERASED = 'erased'

/**
 * Ends what is held about the subject of the request, in one transaction that acts as `latent_retention`. Returns how many rows
 * of which table went. Safe to repeat: what is gone is not there to go.
 */
export async function eraseSubject(tx: Queryable, request: PrivacyRequest): Promise<Record<string, number>> {
  const removed: Record<string, number> = {}
  if (request.subject_type === 'organisation') await eraseOrganisation(tx, request, removed)
  else await eraseMember(tx, request.organisation_id, request.subject_id, removed)
  return removed
}

type Removed = Record<string, number>

function count(removed: Removed, name: string, rows: { count: number }): void {
  if (rows.count > 0) removed[name] = (removed[name] ?? 0) + rows.count
}

async function eraseOrganisation(
  tx: Queryable,
  { id, organisation_id }: PrivacyRequest,
  removed: Removed,
): Promise<void> {
  const people = await tx<{ user_id: string }[]>`
    select user_id from members where organisation_id = ${organisation_id} and user_id is not null`
  await forwardTo(tx, id, organisation_id)
  const tables = (await tenantTables(tx)).filter(({ name }) => !(name in keptTables))
  await removeRows(tx, tables, organisation_id, removed)
  await tx`update organisations set name = ${ERASED}, disabled_at = coalesce(disabled_at, now()), version = version + 1
    where id = ${organisation_id} and (name <> ${ERASED} or disabled_at is null)`
  for (const { user_id } of people) await eraseUserWithoutMembership(tx, user_id, removed)
  await shred(tx, organisation_id, undefined, removed)
}

/** Rows refer to each other in ways that other nouns know best: what is still referred to waits for the next turn. */
async function removeRows(
  tx: Queryable,
  tables: TenantTable[],
  organisationId: string,
  removed: Removed,
): Promise<void> {
  let left = tables
  while (left.length > 0) {
    const waiting: TenantTable[] = []
    for (const table of left) {
      try {
        const rows = await (tx as Transaction).savepoint(
          (nested) => nested`delete from ${nested(table.name)} where organisation_id = ${organisationId}`,
        )
        count(removed, table.name, rows)
      } catch (error) {
        if ((error as { code?: string }).code !== '23503') throw error
        waiting.push(table)
      }
    }
    if (waiting.length === left.length)
      throw new Error(`rows of ${waiting.map(({ name }) => name)} refer to each other`)
    left = waiting
  }
}

type Transaction = Extract<Queryable, { savepoint: unknown }>

/** A person leaves this organisation, and all of the platform when it was their last. */
async function eraseMember(
  tx: Queryable,
  organisationId: string,
  userId: string,
  removed: Removed,
): Promise<void> {
  const [user] = await tx<{ email: string }[]>`select email from users where id = ${userId}`
  count(
    removed,
    'members',
    await tx`delete from members where organisation_id = ${organisationId} and user_id = ${userId}`,
  )
  if (user) await eraseAddress(tx, organisationId, user.email, removed)
  const subjects = [userId, ...(user ? [emailSubject(user.email)] : [])]
  await shred(tx, organisationId, subjects, removed)
  await eraseUserWithoutMembership(tx, userId, removed)
}

async function eraseUserWithoutMembership(tx: Queryable, userId: string, removed: Removed): Promise<void> {
  const [user] = await tx<{ email: string }[]>`
    select email from users where id = ${userId} and not exists (select from members where user_id = ${userId})`
  if (!user) return
  count(
    removed,
    'user_verifications',
    await tx`delete from user_verifications
    where position(${user.email} in lower(identifier)) > 0 or position(${user.email} in lower(value)) > 0
      or position(${userId} in value) > 0`,
  )
  // Sessions, identities and second factors go with the user.
  count(removed, 'users', await tx`delete from users where id = ${userId}`)
  await tx`update subject_keys set key = null, erased_at = now()
    where subject_id in (${userId}, ${emailSubject(user.email)}) and key is not null`
}

/** Takes an e-mail address out of every text of the organisation in which it stands. */
async function eraseAddress(
  tx: Queryable,
  organisationId: string,
  email: string,
  removed: Removed,
): Promise<void> {
  for (const { name, columns } of await tenantTables(tx)) {
    if (name in keptTables) continue
    for (const column of columns) {
      if (!/^(?:text|jsonb?)$/.test(column.type) || column.name === 'organisation_id') continue
      const cast = tx.unsafe(column.type)
      count(
        removed,
        name,
        await tx`
        update ${tx(name)} set ${tx(column.name)} = replace(${tx(column.name)}::text, ${email}, ${ERASED})::${cast}
        where organisation_id = ${organisationId} and position(${email} in ${tx(column.name)}::text) > 0`,
      )
    }
  }
  // Sealed answers may hold it and cannot be searched; they would be gone within days.
  count(
    removed,
    'idempotency_keys',
    await tx`delete from idempotency_keys
    where organisation_id = ${organisationId} and operation like '%/members%'`,
  )
}

/** Destroys keys: what was sealed under them is unreadable from then on, in every copy of the log. */
async function shred(
  tx: Queryable,
  organisationId: string,
  subjects: string[] | undefined,
  removed: Removed,
): Promise<void> {
  count(
    removed,
    'subject_keys',
    await tx`
    update subject_keys set key = null, erased_at = now()
    where organisation_id = ${organisationId} and key is not null
      ${subjects === undefined ? tx`` : tx`and subject_id in ${tx(subjects)}`}`,
  )
}

/** Whom else to tell: those who bill for us and those who keep keys for us. */
async function forwardTo(tx: Queryable, requestId: string, organisationId: string): Promise<void> {
  await tx`insert into privacy_forwards (request_id, organisation_id, processor, reference)
    select ${requestId}, organisation_id, 'stripe', customer_id from stripe_customers
    where organisation_id = ${organisationId} on conflict do nothing`
  await tx`insert into privacy_forwards (request_id, organisation_id, processor, reference)
    values (${requestId}, ${organisationId}, 'unkey', ${organisationId}) on conflict do nothing`
}
