import type { Queryable } from '../db.ts'
import { type View, visibleFiling } from '../knowledge-time.ts'
import { subjectFiler } from './subject-sql.ts'

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
 * The accession number that a filing `f` amends, among what is visible in the view: the latest earlier filing of the base
 * form about the same company, by the same owner where owners are named, for the same period or, in an ownership
 * report, of the date it names. Of registration statements, the one with the same file number goes first.
 */
export function amendedFiling(sql: Queryable, view: View) {
  const owners = sql`('reporting_owner', 'filed_by')`
  return sql`case when f.form_type like '%/A' then (
    select e.accession_number
    from (${subjectFiler(sql)}) subject
      join filing_filers named on named.cik = subject.cik and named.role = subject.role
      join filings e on e.accession_number = named.accession_number
    where ${visibleFiling(sql, view, 'e')}
      and (e.form_type = left(f.form_type, -2)
        -- The schedules were renamed when they became XML in December 2024.
        or (f.form_type like 'SCHEDULE 13%' and e.form_type = 'SC' || substr(left(f.form_type, -2), 9)))
      and (e.accepted_at, e.accession_number) < (f.accepted_at, f.accession_number)
      and (f.period_of_report is null or e.period_of_report = f.period_of_report or e.filing_date = f.original_filed_on)
      and (not exists (
          select from filing_filers where accession_number = f.accession_number and role in ${owners})
        or exists (
          select from filing_filers mine join filing_filers theirs using (cik, role)
          where mine.accession_number = f.accession_number and theirs.accession_number = e.accession_number
            and role in ${owners}))
    order by coalesce(e.filing_date = f.original_filed_on, false) desc,
      coalesce(named.file_number = subject.file_number, false) desc, e.accepted_at desc, e.accession_number desc
    limit 1) end`
}
