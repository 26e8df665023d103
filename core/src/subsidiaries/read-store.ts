import type { Queryable } from '../db.ts'
import { anyOf, type Range, type View, visibleFiling, within } from '../knowledge-time.ts'

/** A subsidiary together with the filing whose exhibit lists it. Offsets are code points and bytes of the canonical text. */
export interface PublishedSubsidiary {
  document_id: string
  position: number
  accession_number: string
  form_type: string
  filing_date: string
  accepted_at: string
  period_of_report: string | null
  cik: string
  name: string
  jurisdiction: string | null
  ownership_percent: number | null
  start: number
  end: number
  byte_start: number
  byte_end: number
}

export interface SubsidiaryFilter {
  cik?: string[]
  /** Beginning of the name, in any case. */
  name?: string
  jurisdiction?: string[]
  form_type?: string[]
  accession_number?: string[]
  accepted_at?: Range
}

export function subsidiaryReadStore(sql: Queryable) {
  return {
    /** Rows in the order of acceptance, and within an exhibit as listed. */
    async list(
      view: View,
      filter: SubsidiaryFilter,
      page: {
        limit: number
        order: 'asc' | 'desc'
        after?: { accepted_at: string; document_id: string; position: number }
      },
    ): Promise<PublishedSubsidiary[]> {
      const direction = page.order === 'desc' ? sql`desc` : sql`asc`
      const beyond = page.order === 'desc' ? sql`<` : sql`>`
      const { after } = page
      return await sql<PublishedSubsidiary[]>`
        select s.*, f.form_type, f.filing_date, f.accepted_at, f.period_of_report
        from subsidiaries s join filings f using (accession_number)
        where ${visibleFiling(sql, view, 'f')}
          ${anyOf(sql, 's.cik', filter.cik)} ${anyOf(sql, 's.jurisdiction', filter.jurisdiction)}
          ${filter.name === undefined ? sql`` : sql`and lower(s.name) like ${prefix(filter.name)}`}
          ${anyOf(sql, 'f.form_type', filter.form_type)} ${anyOf(sql, 's.accession_number', filter.accession_number)}
          ${within(sql, 'f.accepted_at', filter.accepted_at)}
          ${
            after
              ? sql`and (f.accepted_at, s.document_id, s.position) ${beyond}
                  (${after.accepted_at}::timestamptz, ${after.document_id}, ${after.position})`
              : sql``
          }
        order by f.accepted_at ${direction}, s.document_id ${direction}, s.position ${direction}
        limit ${page.limit}`
    },
  }
}
export type SubsidiaryReadStore = ReturnType<typeof subsidiaryReadStore>

/** A pattern that matches what begins with the text; its own wildcards are taken as they are. */
function prefix(text: string): string {
  return `${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
}
