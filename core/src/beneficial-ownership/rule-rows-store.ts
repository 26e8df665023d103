import type { Queryable } from '../db.ts'
import type { FormPlace } from '../insider-transactions/rule-rows-store.ts'
import type { BeneficialOwnershipReport, ReportingPerson, ScheduleItem } from './beneficial-ownership.ts'

/** A person of a stored schedule, with the key that compares names. */
export interface StoredPerson
  extends Pick<ReportingPerson, 'position' | 'name' | 'percent_of_class' | 'aggregate_amount'> {
  person_cik: string | null
  person_key: string
}

/** A Schedule 13D or 13G with the place of its document. */
export interface StoredSchedule extends FormPlace {
  accession_number: string
  form_type: string
  filing_date: string
  /** RFC 3339 UTC. */
  accepted_at: string
  issuer_cik: string | null
  report: Omit<BeneficialOwnershipReport, 'reporting_persons' | 'items'>
  items: ScheduleItem[]
  persons: StoredPerson[]
}

const MAX_SCHEDULES = 500

export function scheduleRuleStore(sql: Queryable) {
  const columns = sql`d.document_id, d.document_sha256, f.submission_sha256, d.byte_start, d.byte_end,
    f.accession_number, f.form_type, f.filing_date, f.accepted_at, r.issuer_cik, r.report,
    coalesce((select jsonb_agg(jsonb_build_object('position', o.position, 'name', o.person ->> 'name',
        'percent_of_class', o.percent_of_class, 'aggregate_amount', o.person -> 'aggregate_amount',
        'person_cik', o.person_cik, 'person_key', o.person_key) order by o.position)
      from beneficial_owners o where o.document_id = r.document_id), '[]'::jsonb) as persons`

  return {
    async ofFiling(accessionNumber: string): Promise<StoredSchedule | undefined> {
      const [row] = await sql<StoredSchedule[]>`
        select ${columns}, r.items from beneficial_ownership_reports r join documents d using (document_id)
          join filings f on f.accession_number = r.accession_number
        where r.accession_number = ${accessionNumber} order by d.sequence limit 1`
      return row
    },

    /** Schedules on an issuer that name one of the persons, accepted in the range, in that order; without their items. */
    async earlier(
      ask: { dataset: string; issuer_cik: string; person_ciks: string[]; person_keys: string[] },
      accepted: { from: string; before: string },
    ): Promise<StoredSchedule[]> {
      return await sql<StoredSchedule[]>`
        select ${columns}, '[]'::jsonb as items
        from beneficial_ownership_reports r join documents d using (document_id)
          join filings f on f.accession_number = r.accession_number
        where r.issuer_cik = ${ask.issuer_cik} and f.dataset = ${ask.dataset}
          and f.accepted_at >= ${accepted.from} and f.accepted_at < ${accepted.before}
          and exists (
            select from beneficial_owners o where o.document_id = r.document_id
              and (o.person_cik = any (${ask.person_ciks}::text[]) or o.person_key = any (${ask.person_keys}::text[])))
        order by f.accepted_at, f.accession_number limit ${MAX_SCHEDULES}`
    },
  }
}
