import type { Dataset } from '../dataset.ts'
import type { Queryable } from '../db.ts'
import { eventId, type PreparedEvent, prepareEvent } from './event.ts'
import type { EventTypeName } from './event-types.ts'

/** A change of the feed with what an event says of it. */
export interface Change {
  position: number
  change_type: string
  accession_number: string
  cik: string | null
  object_id: string
  created_at: string
  form_type: string | null
  accepted_at: string | null
  signal_type: string | null
  /** The step of a trace in which it became visible. */
  traceparent: string | null
}

/** The event of a change: the same bytes whenever it is made. */
export function eventOfChange(dataset: Dataset, change: Change): PreparedEvent {
  const { change_type, object_id, created_at } = change
  return prepareEvent({
    id: eventId([change_type, object_id], created_at),
    type: change_type as EventTypeName,
    created_at,
    dataset,
    data: dataOf(change),
    position: change.position,
  })
}

function dataOf(change: Change) {
  const { accession_number, cik, form_type, accepted_at, position } = change
  // What can happen more than once carries `@` and a number.
  const objectId = change.object_id.split('@')[0] as string
  const common = { accession_number, cik, form_type, accepted_at, position }
  if (change.change_type.startsWith('signal.')) {
    return {
      object: 'signal',
      id: objectId,
      signal_type: change.signal_type,
      ...common,
      url: `/v1/signals/${objectId}`,
    }
  }
  const filing = `/v1/filings/${accession_number}`
  if (change.change_type.startsWith('document.')) {
    const url = `${filing}/documents/${objectId.split(':')[1]}`
    return { object: 'document', document_id: objectId, ...common, url }
  }
  return { object: 'filing', ...common, url: filing }
}

/** Whether an endpoint `e` wants a change `c` of filing `f` and signal `s`. */
function wants(tx: Queryable) {
  return tx`c.change_type = any(e.event_types)
    and (e.ciks = '{}' or c.cik = any(e.ciks) or exists (
      select from filing_filers ff where ff.accession_number = c.accession_number and ff.cik = any(e.ciks)))
    and (e.form_types = '{}' or f.form_type = any(e.form_types))
    and (e.signal_types = '{}' or s.signal_type = any(e.signal_types))`
}

function columns(tx: Queryable) {
  return tx`c.position, c.change_type, c.accession_number, c.cik, c.object_id, c.created_at, f.form_type, f.accepted_at,
    s.signal_type, c.traceparent`
}

function origin(tx: Queryable) {
  return tx`left join filings f on f.accession_number = c.accession_number
    left join signals s on c.change_type like 'signal.%' and s.id = split_part(c.object_id, '@', 1)`
}

/** A change and an endpoint that wants it. */
export type Match = Change & { endpoint_id: string; organisation_id: string }

/** Up to which position the next `limit` visible changes reach; undefined when there are none. */
export async function nextPosition(
  tx: Queryable,
  dataset: Dataset,
  after: number,
  limit: number,
): Promise<number | undefined> {
  const [row] = await tx<{ last: number | null }[]>`
    select max(position) as last from (
      select position from changes
      where dataset = ${dataset} and position > ${after} and created_at <= clock_timestamp()
      order by position limit ${limit}) page`
  return row?.last ?? undefined
}

/** Who wants which of the changes after one position up to another. Endpoints hear of what happens after they were made. */
export async function matchesOf(
  tx: Queryable,
  dataset: Dataset,
  range: { after: number; upTo: number },
): Promise<Match[]> {
  return await tx<Match[]>`
    select ${columns(tx)}, e.id as endpoint_id, e.organisation_id
    from changes c ${origin(tx)}
    join webhook_endpoints e on e.dataset = c.dataset and e.status = 'enabled' and e.deleted_at is null
      and e.created_at <= c.created_at and ${wants(tx)}
    where c.dataset = ${dataset} and c.position > ${range.after} and c.position <= ${range.upTo}
    order by c.position`
}

/** The changes of a time that an endpoint wants and has no delivery of, oldest first. */
export async function matchingChanges(
  tx: Queryable,
  endpointId: string,
  wish: { since: string; until: string; event_types: string[] | null; limit: number },
): Promise<Change[]> {
  return await tx<Change[]>`
    select ${columns(tx)} from webhook_endpoints e
    join changes c on c.dataset = e.dataset ${origin(tx)}
    where e.id = ${endpointId} and ${wants(tx)}
      and c.created_at >= ${wish.since} and c.created_at < ${wish.until} and c.created_at <= clock_timestamp()
      ${wish.event_types ? tx`and c.change_type = any(${wish.event_types})` : tx``}
      and not exists (
        select from webhook_deliveries d where d.endpoint_id = e.id and d.position = c.position)
    order by c.position limit ${wish.limit}`
}
