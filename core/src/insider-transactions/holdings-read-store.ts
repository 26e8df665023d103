import type { Queryable } from '../db.ts'
import { anyOf, type View, visibleFiling } from '../knowledge-time.ts'
import type { OwnershipRow, ReportingOwner } from './ownership-document.ts'

/** What an owner was last known to hold of one security in one way. */
export interface InsiderHolding {
  issuer_cik: string
  owner_cik: string
  owner_name: string | null
  /** The key that is stable from form to form; the sort key within an owner. */
  holding_key: string
  /** Day the balance is true for. */
  balance_date: string
  row: OwnershipRow
  /** Other owners who hold the same thing jointly. */
  joint_owner_ciks: string[]
  document_id: string
  position: number
  accession_number: string
  form_type: string
  filing_date: string
  accepted_at: string
}

export interface HoldingFilter {
  issuer_cik?: string[]
  owner_cik?: string[]
  table?: string[]
  /** Positions that were closed are known too. */
  include_zero?: boolean
}

export interface HoldingKey {
  issuer_cik: string
  owner_cik: string
  holding_key: string
}

export function insiderHoldingReadStore(sql: Queryable) {
  return {
    /** The latest balances, by issuer, owner and holding. A line that was restated counts no more. */
    async list(
      view: View,
      filter: HoldingFilter,
      page: { limit: number; after?: HoldingKey },
    ): Promise<InsiderHolding[]> {
      const { after } = page
      const rows = await sql<(InsiderHolding & { owners: ReportingOwner[] | null })[]>`
        select latest.*, t.row, d.document -> 'owners' as owners
        from (
          select distinct on (b.issuer_cik, b.owner_cik, b.holding_key)
            b.issuer_cik, b.owner_cik, b.holding_key, b.balance_date, b.shares, b.document_id, b.position,
            b.accession_number, f.form_type, f.filing_date, f.accepted_at
          from insider_balances b join filings f using (accession_number)
          where ${visibleFiling(sql, view, 'f')}
            ${anyOf(sql, 'b.issuer_cik', filter.issuer_cik)} ${anyOf(sql, 'b.owner_cik', filter.owner_cik)}
            ${filter.table ? sql`and split_part(b.holding_key, '|', 1) in ${sql(filter.table)}` : sql``}
            ${
              after
                ? sql`and (b.issuer_cik, b.owner_cik, b.holding_key) >
                    (${after.issuer_cik}, ${after.owner_cik}, ${after.holding_key})`
                : sql``
            }
            and not exists (
              select from ownership_restatements s
                join filings sf on sf.accession_number = s.restated_by_accession_number
              where s.document_id = b.document_id and s.position = b.position and s.kind = 'amendment'
                and ${visibleFiling(sql, view, 'sf')})
          order by b.issuer_cik, b.owner_cik, b.holding_key, b.balance_date desc, f.accepted_at desc,
            b.document_id desc, b.position desc
        ) latest
          join insider_transactions t using (document_id, position)
          left join ownership_documents d using (document_id)
        ${filter.include_zero ? sql`` : sql`where latest.shares is distinct from 0`}
        order by latest.issuer_cik, latest.owner_cik, latest.holding_key
        limit ${page.limit}`
      return rows.map(({ owners, ...holding }) => ({
        ...holding,
        owner_name: owners?.find(({ owner_cik }) => owner_cik === holding.owner_cik)?.owner_name ?? null,
        joint_owner_ciks: (owners ?? [])
          .map(({ owner_cik }) => owner_cik)
          .filter((cik) => cik !== holding.owner_cik),
      }))
    },
  }
}
export type InsiderHoldingReadStore = ReturnType<typeof insiderHoldingReadStore>
