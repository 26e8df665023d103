import type { Queryable } from '../db.ts'
import type { FilingRecord } from '../filings/filing.ts'
import { subjectOf } from '../filings/subject.ts'
import type { Event } from './event.ts'

/** Stores the events of one report. Repeating it changes nothing: an event is keyed by filing and position. */
export async function insertEvents(
  tx: Queryable,
  filing: FilingRecord,
  events: readonly Event[],
): Promise<void> {
  const { accession_number, filers } = filing
  await tx`insert into events ${tx(
    events.map((event) => ({
      accession_number,
      position: event.position,
      cik: subjectOf(filers)?.cik ?? '',
      item_code: event.item_code,
      event_type: event.event_type,
      event_date: event.event_date,
      event: tx.json(event as never) as never,
    })),
  )} on conflict (accession_number, position) do nothing`
}
