import type { Queryable } from '../db.ts'
import type { View } from '../knowledge-time.ts'

/** Requests to withdraw a registration statement or an amendment of one, and to take the request back. */
export const WITHDRAWAL_FORMS = ['RW', 'RW WD', 'AW', 'AW WD']

/** Notices that end a registration, or the duty to report. */
export const DEREGISTRATION_FORMS = [
  '15-12B',
  '15-12G',
  '15-15D',
  '15F-12B',
  '15F-12G',
  '15F-15D',
  '25',
  '25-NSE',
]

/**
 * The accession number that a filing `f` amends, among what is visible in the view; migration 0027 says how it is found. For
 * many filings, join `amended_filings` instead and ask once.
 */
export function amendedFiling(sql: Queryable, view: View) {
  return sql`case when f.form_type like '%/A' then (
    select amends from amended_filings(array[f.accession_number], ${view.as_of}::timestamptz)) end`
}
