import type { Queryable } from '../../db.ts'

/** A signal beside what another part of the same filing, or a later filing, says of the same thing. */
export interface GovernanceLabelRow {
  accession_number: string
  subject: string | null
  label: string | number | boolean | null
  signal: string | number | boolean | null
}

/** A signal with the text of the main document to be searched for its label. */
export interface TextLabelRow {
  accession_number: string
  signal: string | boolean | null
  text_sha256: string
}

/** Questions of the accuracy run. Only current signals count. */
export function governanceLabelStore(sql: Queryable, dataset: 'live' | 'test') {
  const current = (type: string) =>
    sql`s.signal_type = ${type} and s.dataset = ${dataset} and s.superseded_at is null`

  return {
    /** The year in which the auditor began, by this report and by the next one that the same firm signed. */
    async tenures(): Promise<GovernanceLabelRow[]> {
      return await sql<GovernanceLabelRow[]>`
        with tenure as (
          select s.accession_number, s.cik, s.accepted_at, (s.payload ->> 'since')::int as since,
            (select i.value #>> '{}' from signals i where i.accession_number = s.accession_number
              and i.signal_type = 'auditor_identity' and i.superseded_at is null limit 1) as firm
          from signals s where ${current('auditor_tenure')}
        )
        select one.accession_number, null as subject, one.since as signal, next.since as label
        from tenure one cross join lateral (
          select since from tenure later
          where later.cik = one.cik and later.accepted_at > one.accepted_at and later.firm = one.firm
          order by later.accepted_at limit 1) next
        order by one.accession_number`
    },

    /** What a report found of a trading plan, and the text in which it describes the plan. */
    async plans(): Promise<GovernanceLabelRow[]> {
      return await sql<GovernanceLabelRow[]>`
        select s.accession_number, s.subject, s.value #>> '{}' as signal, x.value_text as label
        from signals s join xbrl_documents d using (accession_number)
          join facts x on x.document_id = d.document_id and x.taxonomy = 'ecd' and x.tag = 'MtrlTermsOfTrdArrTextBlock'
        where ${current('plan_adopt_terminate')} and s.status = 'ok' and x.value_text is not null
          and x.dimensions @> jsonb_build_array(jsonb_build_object('member', split_part(s.subject, ' ', 1)))
        order by s.accession_number, s.subject, x.position`
    },

    /** Growth of the shares on the cover, and that of the weighted averages of the same report. */
    async shareCounts(): Promise<GovernanceLabelRow[]> {
      return await sql<GovernanceLabelRow[]>`
        select distinct on (s.accession_number) s.accession_number, null as subject,
          (s.value #>> '{}')::double precision as signal, ln(now.value / before.value)::double precision as label
        from signals s join xbrl_documents d using (accession_number)
          join facts now on now.document_id = d.document_id and now.taxonomy = 'us-gaap'
            and now.tag = 'WeightedAverageNumberOfSharesOutstandingBasic' and now.dimension_hash is null and now.value > 0
            and now.period_end = s.period_of_report and now.period_end - now.period_start between 350 and 380
          join facts before on before.document_id = now.document_id and before.taxonomy = now.taxonomy
            and before.tag = now.tag and before.dimension_hash is null and before.value > 0
            and now.period_start - before.period_end between 0 and 7
            and before.period_end - before.period_start between 350 and 380
        where ${current('share_count_growth')}
        order by s.accession_number, now.decimals desc nulls last, before.decimals desc nulls last`
    },

    /** A signal of annual reports with the text of their main document. */
    async withText(type: 'auditor_identity' | 'cyber_governance'): Promise<TextLabelRow[]> {
      return await sql<TextLabelRow[]>`
        select s.accession_number, d.text_sha256,
          case when s.signal_type = 'auditor_identity' then to_jsonb(s.payload ->> 'name') else s.value end as signal
        from signals s join lateral (
          select text_sha256 from documents
          where accession_number = s.accession_number and text_sha256 is not null and document_type = s.form_type
          order by sequence limit 1) d on true
        where ${current(type)} and (s.subject is null or s.subject = 'materially_affected')
        order by s.accession_number`
    },
  }
}
