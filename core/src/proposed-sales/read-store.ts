import type { Queryable } from '../db.ts'
import { anyOf, type Range, type View, visibleFiling, within } from '../knowledge-time.ts'
import type { ProposedSaleNotice } from './proposed-sale.ts'

/** A notice together with the filing it is. */
export interface PublishedNotice extends ProposedSaleNotice {
  document_id: string
  accession_number: string
  form_type: string
  filing_date: string
  accepted_at: string
}

export interface NoticeFilter {
  issuer_cik?: string[]
  seller_cik?: string[]
  form_type?: string[]
  accession_number?: string[]
  accepted_at?: Range
  notice_date?: Range
}

export function proposedSaleReadStore(sql: Queryable) {
  return {
    /** Notices in the order of acceptance. */
    async list(
      view: View,
      filter: NoticeFilter,
      page: { limit: number; order: 'asc' | 'desc'; after?: { accepted_at: string; document_id: string } },
    ): Promise<PublishedNotice[]> {
      const direction = page.order === 'desc' ? sql`desc` : sql`asc`
      const beyond = page.order === 'desc' ? sql`<` : sql`>`
      const { after } = page
      const rows = await sql<
        (Omit<PublishedNotice, keyof ProposedSaleNotice> & { notice: ProposedSaleNotice })[]
      >`
        select p.document_id, p.accession_number, f.form_type, f.filing_date, f.accepted_at, p.notice
        from proposed_sales p join filings f using (accession_number)
        where ${visibleFiling(sql, view, 'f')}
          ${anyOf(sql, 'p.issuer_cik', filter.issuer_cik)}
          ${filter.seller_cik ? sql`and p.seller_ciks && ${filter.seller_cik}::text[]` : sql``}
          ${anyOf(sql, 'f.form_type', filter.form_type)}
          ${anyOf(sql, 'p.accession_number', filter.accession_number)}
          ${within(sql, 'f.accepted_at', filter.accepted_at)} ${within(sql, 'p.notice_date', filter.notice_date)}
          ${
            after
              ? sql`and (f.accepted_at, p.document_id) ${beyond}
                  (${after.accepted_at}::timestamptz, ${after.document_id})`
              : sql``
          }
        order by f.accepted_at ${direction}, p.document_id ${direction}
        limit ${page.limit}`
      return rows.map(({ notice, ...filing }) => ({ ...notice, ...filing }))
    },
  }
}
export type ProposedSaleReadStore = ReturnType<typeof proposedSaleReadStore>
