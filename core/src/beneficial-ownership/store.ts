import type { Queryable } from '../db.ts'
import type { FilingRecord } from '../filings/filing.ts'
import { personKey } from './person-key.ts'
import type { ScheduleReading } from './reader.ts'

/** Stores a schedule and its persons. Repeating it changes nothing: rows are keyed by document and position. */
export async function insertBeneficialOwnership(
  tx: Queryable,
  { accession_number }: Pick<FilingRecord, 'accession_number'>,
  { document_id, report }: ScheduleReading,
): Promise<void> {
  const { reporting_persons, items, ...rest } = report
  await tx`insert into beneficial_ownership_reports ${tx([
    {
      document_id,
      accession_number,
      issuer_cik: report.issuer_cik,
      report: tx.json(rest as never) as never,
      items: tx.json(items as never) as never,
    },
  ])} on conflict (document_id) do nothing`
  if (reporting_persons.length === 0) return
  await tx`insert into beneficial_owners ${tx(
    reporting_persons.map((person) => ({
      document_id,
      position: person.position,
      accession_number,
      issuer_cik: report.issuer_cik,
      person_cik: person.cik,
      person_key: personKey(person.name),
      percent_of_class: person.percent_of_class,
      person: tx.json(person as never) as never,
    })),
  )} on conflict (document_id, position) do nothing`
}
