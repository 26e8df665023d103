import type { Queryable } from '../db.ts'
import { anyOf, type Range, type View, visibleFiling, within } from '../knowledge-time.ts'
import type { Event } from './event.ts'

/** An event together with the report it stands in. */
export interface PublishedEvent extends Event {
  accession_number: string
  form_type: string
  filing_date: string
  accepted_at: string
  cik: string
  company_name: string | null
}

export interface EventFilter {
  cik?: string[]
  form_type?: string[]
  accession_number?: string[]
  event_type?: string[]
  item_code?: string[]
  event_date?: Range
  accepted_at?: Range
}

export function eventReadStore(sql: Queryable) {
  return {
    /** Events in the order of acceptance, and within a report as it names them. */
    async list(
      view: View,
      filter: EventFilter,
      page: {
        limit: number
        order: 'asc' | 'desc'
        after?: { accepted_at: string; accession_number: string; position: number }
      },
    ): Promise<PublishedEvent[]> {
      const direction = page.order === 'desc' ? sql`desc` : sql`asc`
      const beyond = page.order === 'desc' ? sql`<` : sql`>`
      const { after } = page
      const rows = await sql<(Omit<PublishedEvent, keyof Event> & { event: Event })[]>`
        select e.accession_number, e.cik, e.event, f.form_type, f.filing_date, f.accepted_at,
          (select name from filing_filers named where named.accession_number = e.accession_number
            and named.cik = e.cik order by position limit 1) as company_name
        from events e join filings f using (accession_number)
        where ${visibleFiling(sql, view, 'f')}
          ${
            // A report of several registrants is about each of them.
            filter.cik === undefined
              ? sql``
              : sql`and e.accession_number in (select accession_number from filing_filers where cik in ${sql(filter.cik)})`
          }
          ${anyOf(sql, 'f.form_type', filter.form_type)} ${anyOf(sql, 'e.accession_number', filter.accession_number)}
          ${anyOf(sql, 'e.event_type', filter.event_type)} ${anyOf(sql, 'e.item_code', filter.item_code)}
          ${within(sql, 'e.event_date', filter.event_date)} ${within(sql, 'f.accepted_at', filter.accepted_at)}
          ${
            after
              ? sql`and (f.accepted_at, e.accession_number, e.position) ${beyond}
                  (${after.accepted_at}::timestamptz, ${after.accession_number}, ${after.position})`
              : sql``
          }
        order by f.accepted_at ${direction}, e.accession_number ${direction}, e.position ${direction}
        limit ${page.limit}`
      return rows.map(({ event, ...filing }) => ({ ...event, ...filing }))
    },
  }
}
export type EventReadStore = ReturnType<typeof eventReadStore>
