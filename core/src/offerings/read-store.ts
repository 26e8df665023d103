import type { Queryable } from '../db.ts'
import { anyOf, type Range, type View, visibleFiling, within } from '../knowledge-time.ts'
import type { Offering } from './offering.ts'

/** An offering together with the filing that states it. */
export interface PublishedOffering extends Offering {
  document_id: string
  accession_number: string
  filing_date: string
  accepted_at: string
  cik: string
}

export interface OfferingFilter {
  cik?: string[]
  form_type?: string[]
  accession_number?: string[]
  offering_type?: string[]
  stage?: string[]
  exemption?: string[]
  total_amount_gte?: number
  total_amount_lte?: number
  accepted_at?: Range
}

export function offeringReadStore(sql: Queryable) {
  /** Amounts stand in the document of the offering; one without an amount never matches a bound. */
  const amount = sql`(o.offering ->> 'total_amount')::double precision`
  return {
    /** Offerings in the order of acceptance. */
    async list(
      view: View,
      filter: OfferingFilter,
      page: { limit: number; order: 'asc' | 'desc'; after?: { accepted_at: string; document_id: string } },
    ): Promise<PublishedOffering[]> {
      const direction = page.order === 'desc' ? sql`desc` : sql`asc`
      const beyond = page.order === 'desc' ? sql`<` : sql`>`
      const { after } = page
      const rows = await sql<(Omit<PublishedOffering, keyof Offering> & { offering: Offering })[]>`
        select o.document_id, o.accession_number, o.cik, o.offering, f.filing_date, f.accepted_at
        from offerings o join filings f using (accession_number)
        where ${visibleFiling(sql, view, 'f')}
          ${
            filter.cik === undefined
              ? sql``
              : sql`and o.accession_number in (select accession_number from filing_filers where cik in ${sql(filter.cik)})`
          }
          ${anyOf(sql, 'f.form_type', filter.form_type)} ${anyOf(sql, 'o.accession_number', filter.accession_number)}
          ${anyOf(sql, 'o.offering_type', filter.offering_type)}
          ${filter.stage ? sql`and o.offering ->> 'stage' in ${sql(filter.stage)}` : sql``}
          ${filter.exemption ? sql`and o.offering -> 'exemptions' ?| ${sql.array(filter.exemption)}` : sql``}
          ${filter.total_amount_gte === undefined ? sql`` : sql`and ${amount} >= ${filter.total_amount_gte}`}
          ${filter.total_amount_lte === undefined ? sql`` : sql`and ${amount} <= ${filter.total_amount_lte}`}
          ${within(sql, 'f.accepted_at', filter.accepted_at)}
          ${
            after
              ? sql`and (f.accepted_at, o.document_id) ${beyond} (${after.accepted_at}::timestamptz, ${after.document_id})`
              : sql``
          }
        order by f.accepted_at ${direction}, o.document_id ${direction}
        limit ${page.limit}`
      return rows.map(({ offering, ...filing }) => ({ ...offering, ...filing }))
    },
  }
}
export type OfferingReadStore = ReturnType<typeof offeringReadStore>
