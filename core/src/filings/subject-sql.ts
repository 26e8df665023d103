import type { Queryable } from '../db.ts'

/** The same choice as `subjectOf`, for a filing `f`. */
export function subjectFiler(sql: Queryable) {
  return sql`select cik, role, file_number from filing_filers where accession_number = f.accession_number
    order by array_position(
      array['issuer', 'subject_company', 'filer', 'serial_company', 'filed_by', 'reporting_owner', 'depositor',
        'securitizer', 'issuing_entity', 'sponsor', 'underwriter'], role), position
    limit 1`
}
