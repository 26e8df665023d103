import type { Queryable } from '../db.ts'
import { knownSubjectKeys, openForSubject, subjectOfSealed } from '../privacy/subject-keys.ts'
import { type AuditRecord, NO_HASH } from './event.ts'
import { mapStrings } from './personal.ts'

/** A record with its own hash, in hexadecimal. */
export type HashedRecord = AuditRecord & { hash: string }

/** An event as people read it. What was sealed under a key that is gone is null. */
export interface AuditEvent {
  id: string
  seq: number
  created_at: string
  action: string
  actor: { type: string; id: string; ip: string | null; user_agent: string | null }
  target: { type: string; id: string }
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
  request_id: string | null
  /** True when some of it was sealed under a key that was destroyed at somebody's request. */
  erased: boolean
  hash: string
}

export interface AuditFilter {
  action?: string
  actor_id?: string
  target_id?: string
  from?: string
  to?: string
}

/** The last head that was signed and written outside of the database. */
export interface Anchor {
  number: number
  seq: number
  hash: string
  anchored_at: string
  jws: string
}

/** Columns of a record. Milliseconds always, because the hash covers the spelling. */
const recordColumns = (
  tx: Queryable,
) => tx`action, actor_id, actor_ip, actor_type, actor_user_agent, after, before,
  to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as created_at, id, organisation_id,
  encode(prev_hash, 'hex') as prev_hash, request_id, seq, target_id, target_type, encode(hash, 'hex') as hash`

/** The latest events first, from below `beforeSeq`. */
export async function listAuditEvents(
  tx: Queryable,
  organisationId: string,
  filter: AuditFilter,
  page: { limit: number; beforeSeq: number | undefined },
): Promise<AuditEvent[]> {
  const { action, actor_id, target_id, from, to } = filter
  const records = await tx<HashedRecord[]>`
    select ${recordColumns(tx)} from audit_events e where organisation_id = ${organisationId}
      ${action === undefined ? tx`` : tx`and action = ${action}`}
      ${actor_id === undefined ? tx`` : tx`and actor_id = ${actor_id}`}
      ${target_id === undefined ? tx`` : tx`and target_id = ${target_id}`}
      ${from === undefined ? tx`` : tx`and e.created_at >= ${from}::timestamptz`}
      ${to === undefined ? tx`` : tx`and e.created_at < ${to}::timestamptz`}
      ${page.beforeSeq === undefined ? tx`` : tx`and seq < ${page.beforeSeq}`}
    order by seq desc limit ${page.limit}`
  return (await openRecords(tx, organisationId, records)).map(({ event }) => event)
}

/** A stretch of the chain in its order, each record with what it says. */
export async function readChain(
  tx: Queryable,
  organisationId: string,
  stretch: { afterSeq: number; toSeq: number; limit: number },
): Promise<{ record: HashedRecord; event: AuditEvent }[]> {
  const records = await tx<HashedRecord[]>`
    select ${recordColumns(tx)} from audit_events e
    where organisation_id = ${organisationId} and seq > ${stretch.afterSeq} and seq <= ${stretch.toSeq}
    order by seq limit ${stretch.limit}`
  return await openRecords(tx, organisationId, records)
}

/** The first and last place of the chain between two moments; `undefined` when nothing happened. */
export async function stretchBetween(
  tx: Queryable,
  organisationId: string,
  range: { from?: string; to?: string },
): Promise<{ first: number; last: number } | undefined> {
  const [row] = await tx<{ first: number | null; last: number }[]>`
    select min(seq) as first, max(seq) as last from audit_events e where organisation_id = ${organisationId}
      ${range.from === undefined ? tx`` : tx`and e.created_at >= ${range.from}::timestamptz`}
      ${range.to === undefined ? tx`` : tx`and e.created_at < ${range.to}::timestamptz`}`
  return row?.first ? { first: row.first, last: row.last } : undefined
}

/** Where the chain ends now, and the latest anchors that stand on it: those at or before each of the seqs, and the last. */
export async function chainProof(tx: Queryable, organisationId: string) {
  const [head] = await tx<{ seq: number; hash: string }[]>`
    select seq, encode(hash, 'hex') as hash from audit_heads where organisation_id = ${organisationId}`
  const anchors = await tx<Anchor[]>`
    select number, seq, encode(hash, 'hex') as hash, anchored_at, jws from audit_anchors
    where organisation_id = ${organisationId} order by number desc limit 100`
  return { head: head ?? { seq: 0, hash: NO_HASH }, anchors: [...anchors] }
}

async function openRecords(tx: Queryable, organisationId: string, records: readonly HashedRecord[]) {
  const sealed = records.flatMap((one) => [one.actor_ip, one.actor_user_agent, one.before, one.after])
  const subjects = sealed.flatMap((text) => (text === null ? [] : [subjectOfSealed(text) ?? '']))
  const keys = await knownSubjectKeys(tx, organisationId, subjects)
  const opened = records.map((record) => ({ record, ...opener(record.id, keys) }))
  const snapshots = opened.map(({ record, open }) => ({
    before: open(record.before, 'before'),
    after: open(record.after, 'after'),
  }))
  // Addresses inside the snapshots have subjects of their own, known only now.
  const inner = await knownSubjectKeys(tx, organisationId, snapshots.flatMap(innerSubjects))
  return opened.map(({ record, open, wasErased }, index) => {
    const address = opener(record.id, inner)
    const parse = (text: string | null | undefined) =>
      text == null
        ? null
        : (mapStrings(JSON.parse(text), (one) => address.openInner(one)) as AuditEvent['before'])
    const before = parse(snapshots[index]?.before)
    const after = parse(snapshots[index]?.after)
    const actor_ip = open(record.actor_ip, 'actor_ip')
    const actor_user_agent = open(record.actor_user_agent, 'actor_user_agent')
    const event: AuditEvent = {
      id: record.id,
      seq: record.seq,
      created_at: record.created_at,
      action: record.action,
      actor: { type: record.actor_type, id: record.actor_id, ip: actor_ip, user_agent: actor_user_agent },
      target: { type: record.target_type, id: record.target_id },
      before,
      after,
      request_id: record.request_id,
      erased: wasErased() || address.wasErased(),
      hash: record.hash,
    }
    return { record, event }
  })
}

/** Opens what is sealed in one event, and remembers whether something could not be opened any more. */
function opener(id: string, keys: ReadonlyMap<string, Buffer>) {
  let erased = false
  const open = (sealed: string | null, field: string): string | null => {
    const text = sealed === null ? null : openForSubject(sealed, keys, `${id}:${field}`)
    erased ||= sealed !== null && text === null
    return text
  }
  return {
    open,
    openInner: (text: string) => (subjectOfSealed(text)?.startsWith('eml_') ? open(text, 'email') : text),
    wasErased: () => erased,
  }
}

function innerSubjects({ before, after }: { before: string | null; after: string | null }): string[] {
  return [...`${before ?? ''} ${after ?? ''}`.matchAll(/"s1\.(eml_[0-9a-f]+)\./g)].map((match) =>
    String(match[1]),
  )
}
