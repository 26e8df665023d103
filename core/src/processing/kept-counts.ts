import type { Sql } from '../db.ts'

/** A count that is kept and is not what counting gives; null where there is none. */
export interface DifferingCount {
  of: 'filings' | 'filings at a mark' | 'visible filings' | 'answers'
  dataset: string
  /** Empty for everybody. */
  cik: string
  form_type: string
  /** The moment of a mark, the extractor and its answer, or an accession number. */
  what: string
  kept: string | null
  counted: string | null
}

/** More than these say no more. */
const MOST_DIFFERENCES = 1_000
const CHANGES_AT_ONCE = 2_000

/**
 * Adds what was appended to the counts of answers. Several processes may do it at once, one of them does; counts are as true
 * before as after, and only cheaper to read. Returns how many changes were added.
 */
export async function foldAnswerCounts(sql: Sql): Promise<number> {
  let folded = 0
  for (;;) {
    const [row] = await sql<{ folded: number }[]>`select fold_answer_counts(${CHANGES_AT_ONCE}) as folded`
    folded += row?.folded ?? 0
    if ((row?.folded ?? 0) < CHANGES_AT_ONCE) return folded
  }
}

/** Counts everything again; nobody publishes meanwhile. */
export async function recount(sql: Sql): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`select recount_filings()`
    await tx`select recount_answers()`
  })
}

/** Where what is kept is not what counting gives, at one moment; reads all filings and the whole ledger. */
export async function differingCounts(sql: Sql): Promise<DifferingCount[]> {
  return await sql.begin('isolation level repeatable read read only', async (tx) => {
    const filings = await tx<DifferingCount[]>`
      with named as (
        select dataset, '' as cik, form_type, accepted_at, visible_at(accepted_at, available_at) as visible_at
        from filings where available_at is not null
        union all
        select f.dataset, n.cik, f.form_type, f.accepted_at, visible_at(f.accepted_at, f.available_at)
        from (select distinct accession_number, cik from filing_filers) n join filings f using (accession_number)
        where f.available_at is not null
      ), counted as (
        select dataset, cik, form_type,
          concat_ws(' ', count(*), min(accepted_at), max(accepted_at), max(visible_at)) as counted
        from named group by dataset, cik, form_type
      ), kept as (
        select dataset, cik, form_type,
          concat_ws(' ', published, first_accepted_at, last_accepted_at, last_visible_at) as kept
        from filing_counts
      ), counted_at as (
        select distinct dataset, cik, form_type, visible_at,
          concat_ws(' ', count(*) over upto, min(accepted_at) over upto, max(accepted_at) over upto) as counted
        from named window upto as (partition by dataset, cik, form_type order by visible_at)
      ), kept_at as (
        select dataset, cik, form_type, visible_at, concat_ws(' ', published, first_accepted_at, last_accepted_at) as kept
        from filing_count_marks
      )
      select 'filings' as "of", dataset, cik, form_type, 'all' as what, kept, counted
      from kept full join counted using (dataset, cik, form_type) where kept is distinct from counted
      union all
      select 'filings at a mark', dataset, cik, form_type, visible_at::text, kept, counted
      from kept_at left join counted_at using (dataset, cik, form_type, visible_at) where kept is distinct from counted
      limit ${MOST_DIFFERENCES}`
    const visible = await tx<DifferingCount[]>`
      with should as (
        select distinct n.cik, f.form_type, visible_at(f.accepted_at, f.available_at) as visible_at, f.accession_number,
          f.accepted_at, f.dataset
        from filing_filers n join filings f using (accession_number) where f.available_at is not null
      )
      select 'visible filings' as "of", dataset, cik, form_type, accession_number as what, 'noted' as kept, null as counted
      from (select * from visible_filings except select * from should) too_many
      union all
      select 'visible filings', dataset, cik, form_type, accession_number, null, 'named'
      from (select * from should except select * from visible_filings) missing
      limit ${MOST_DIFFERENCES}`
    const answers = await tx<DifferingCount[]>`
      with counted as (
        select f.dataset, named.cik, form.form_type, p.extractor || ' ' || p.status as answer, count(*) as filings
        from processing p join filings f using (accession_number) join (
          select accession_number, '' as cik from filings
          union all select distinct accession_number, cik from filing_filers
        ) named using (accession_number) cross join lateral (values (f.form_type), ('')) form (form_type)
        where f.available_at is not null
        group by 1, 2, 3, 4
      ), kept as (
        select dataset, cik, form_type, answer, sum(filings) as filings
        from (
          select dataset, cik, form_type, one.key as answer, one.value::bigint as filings
          from answer_counts cross join lateral jsonb_each_text(answers) one
          union all
          select dataset, cik, form.form_type, one.key, one.value::bigint
          from answer_count_changes c cross join lateral jsonb_each_text(answers) one
            cross join lateral (values (c.form_type), ('')) form (form_type)
        ) each group by 1, 2, 3, 4 having sum(filings) <> 0
      )
      select 'answers' as "of", dataset, cik, form_type, answer as what, kept.filings::text as kept,
        counted.filings::text as counted
      from kept full join counted using (dataset, cik, form_type, answer)
      where kept.filings is distinct from counted.filings
      limit ${MOST_DIFFERENCES}`
    return [...filings, ...visible, ...answers]
  })
}
