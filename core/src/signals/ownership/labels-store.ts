import type { Queryable } from '../../db.ts'

/** A signal of a filing with what another part of the same filing says of it. */
export interface LabelRow {
  accession_number: string
  label: number | string | boolean | null
  signal: number | string | boolean | null
}

/** Questions of the accuracy run over stored ownership forms. Only current signals count. */
export function ownershipLabelStore(sql: Queryable, dataset: 'live' | 'test') {
  const current = (type: string) =>
    sql`s.signal_type = ${type} and s.dataset = ${dataset} and s.superseded_at is null`

  return {
    /** Rows counted for the filing itself, and the number of entries on its summary page. */
    async holdingsEntries(): Promise<LabelRow[]> {
      return await sql<LabelRow[]>`
        select s.accession_number, (r.report ->> 'table_entry_total')::double precision as label,
          (i.value ->> 'value')::double precision as signal
        from signals s join holdings_reports r using (accession_number), jsonb_array_elements(s.inputs) i
        where ${current('inst_delta')} and i.value ->> 'name' = 'rows'
          and i.value ->> 'accession_number' = s.accession_number
        order by s.accession_number`
    },

    /** Dollars of a quarter that one report makes up, and the total of its summary page in the unit of its rows. */
    async holdingsTotal(): Promise<LabelRow[]> {
      return await sql<LabelRow[]>`
        select s.accession_number, (s.payload ->> 'total_value')::double precision as signal,
          (r.report ->> 'table_value_total')::double precision
            * case r.report ->> 'value_unit' when 'thousand_usd' then 1000 else 1 end as label
        from signals s join holdings_reports r using (accession_number)
        where ${current('inst_delta')} and jsonb_array_length(s.payload -> 'accession_numbers') = 1
        order by s.accession_number`
    },

    /** The stake of a new Schedule 13D, and the text of its Item 5. */
    async stakes(): Promise<{ accession_number: string; percent: number | null; item_5: string | null }[]> {
      return await sql<{ accession_number: string; percent: number | null; item_5: string | null }[]>`
        select s.accession_number, (s.payload ->> 'percent_of_class')::double precision as percent,
          (select i.value ->> 'text' from jsonb_array_elements(r.items) i where i.value ->> 'item' = '5' limit 1) as item_5
        from signals s join beneficial_ownership_reports r using (accession_number)
        where ${current('activist_13d')} order by s.accession_number`
    },

    /** Forms 4 with sales whose checkbox is answered: the share found, and whether a footnote of a sale speaks of a plan. */
    async plannedSales(): Promise<LabelRow[]> {
      return await sql<LabelRow[]>`
        select s.accession_number, (s.value #>> '{}')::double precision > 0 as signal, exists (
            select from insider_transactions t, jsonb_array_elements_text(t.row -> 'footnotes') note
            where t.accession_number = s.accession_number and t.row ->> 'transaction_code' = 'S'
              and note ~* '10b5[-\u2010-\u2014]1') as label
        from signals s
        where ${current('planned_sale_share')} and s.payload ->> 'decided_by' = 'checkbox'
        order by s.accession_number`
    },

    /** Forms 4: whether a line is marked as late by its filer, and by how many business days we find the form late. */
    async lateForms(): Promise<LabelRow[]> {
      return await sql<LabelRow[]>`
        select f.accession_number, coalesce(bool_or(t.row ->> 'transaction_timeliness' = 'L'), false) as label,
          exists (select from signals s where s.accession_number = f.accession_number and ${current('late_form4')}) as signal
        from filings f join processing p on p.accession_number = f.accession_number and p.extractor = 'late_form4'
          join insider_transactions t on t.accession_number = f.accession_number
        where f.dataset = ${dataset} and f.form_type = '4' and p.status in ('ok_found', 'ok_none')
        group by f.accession_number order by f.accession_number`
    },

    /** Purchases of chief officers: whether every line with code P is marked as acquired and leaves a balance as large. */
    async purchases(): Promise<LabelRow[]> {
      return await sql<LabelRow[]>`
        select s.accession_number, true as signal, bool_and(t.row ->> 'acquired_disposed' = 'A'
            and coalesce((t.row ->> 'shares_owned_following')::double precision
              >= (t.row ->> 'shares')::double precision - 1, true)) as label
        from signals s join insider_transactions t using (accession_number)
        where ${current('insider_csuite_buy')} and t.row ->> 'transaction_code' = 'P'
          and t.row ->> 'table' = 'non_derivative'
        group by s.accession_number order by s.accession_number`
    },
  }
}
