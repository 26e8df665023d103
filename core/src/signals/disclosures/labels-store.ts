import type { Queryable } from '../../db.ts'

export interface GoingConcernLabelRow {
  accession_number: string
  /** Whether the filer tags a note or policy on going concern. */
  tagged: boolean
  /** What the signal says; null for none. */
  found: string | null
}

/** Questions of the accuracy run. Only current signals count. */
export function disclosureLabelStore(sql: Queryable, dataset: 'live' | 'test') {
  return {
    /** Every filing with tagged statements in which the rule looked for doubt, found or not. */
    async goingConcern(): Promise<GoingConcernLabelRow[]> {
      return await sql<GoingConcernLabelRow[]>`
        select p.accession_number,
          exists (select from xbrl_documents d join facts x on x.document_id = d.document_id
            where d.accession_number = p.accession_number and x.tag like '%GoingConcern%TextBlock') as tagged,
          (select s.value #>> '{}' from signals s where s.accession_number = p.accession_number
            and s.signal_type = 'going_concern' and s.superseded_at is null limit 1) as found
        from processing p join filings f using (accession_number)
        where p.extractor = 'going_concern' and p.status in ('ok_found', 'ok_none') and f.dataset = ${dataset}
          and exists (select from xbrl_documents d where d.accession_number = p.accession_number)
        order by p.accession_number`
    },
  }
}
