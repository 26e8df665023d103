import { csvCell } from '../csv.ts'
import type { AuditEvent, HashedRecord } from './read-store.ts'

const COLUMNS = [
  'seq',
  'created_at',
  'id',
  'action',
  'actor_type',
  'actor_id',
  'actor_ip',
  'actor_user_agent',
  'target_type',
  'target_id',
  'request_id',
  'before',
  'after',
  'erased',
  'record',
] as const

/** One line of the NDJSON export: what people read, and the record with its hash that proves it. */
export function exportLine({ record, event }: { record: HashedRecord; event: AuditEvent }): string {
  return `${JSON.stringify({ object: 'audit_event', ...event, record })}\n`
}

export function csvHeader(): string {
  return `${COLUMNS.join(',')}\r\n`
}

/** The same as a row of CSV (RFC 4180); `record` holds JSON. */
export function csvRow({ record, event }: { record: HashedRecord; event: AuditEvent }): string {
  const { actor, target } = event
  const cells: Record<(typeof COLUMNS)[number], string | number | boolean | null> = {
    seq: event.seq,
    created_at: event.created_at,
    id: event.id,
    action: event.action,
    actor_type: actor.type,
    actor_id: actor.id,
    actor_ip: actor.ip,
    actor_user_agent: actor.user_agent,
    target_type: target.type,
    target_id: target.id,
    request_id: event.request_id,
    before: event.before && JSON.stringify(event.before),
    after: event.after && JSON.stringify(event.after),
    erased: event.erased,
    record: JSON.stringify(record),
  }
  return `${COLUMNS.map((name) => csvCell(cells[name])).join(',')}\r\n`
}
