-- What is counted when filings are published or answered is looked up by key, whatever the planner believes of the tables: one
-- that was never analysed, or a plan that was kept from when it was small, read all of the ledger for every filing.

create or replace function count_named(accession_numbers text[]) returns void language plpgsql as $$
declare
  additions jsonb;
begin
  with noted as (
    insert into visible_filings
    select distinct named.cik, f.form_type, visible_at(f.accepted_at, f.available_at), one.accession_number, f.accepted_at,
      f.dataset
    from unnest(accession_numbers) one (accession_number)
      cross join lateral (
        select * from filings where accession_number = one.accession_number and available_at is not null offset 0
      ) f
      cross join lateral (
        select cik from filing_filers where accession_number = one.accession_number offset 0
      ) named
    on conflict do nothing
    returning *
  )
  select jsonb_agg(to_jsonb(noted)) into additions from noted;
  if additions is not null then perform add_to_counts(additions); end if;
end $$;

create or replace function count_published(accession_numbers text[]) returns void language plpgsql as $$
declare
  additions jsonb;
begin
  select jsonb_agg(jsonb_build_object('dataset', f.dataset, 'cik', '', 'form_type', f.form_type, 'accepted_at', f.accepted_at,
    'visible_at', visible_at(f.accepted_at, f.available_at)))
  into additions
  from unnest(accession_numbers) one (accession_number)
    cross join lateral (
      select * from filings where accession_number = one.accession_number and available_at is not null offset 0
    ) f;
  if additions is null then return; end if;
  perform add_to_counts(additions);
  perform count_named(accession_numbers);
end $$;

create or replace function count_ledger(accession_numbers text[], sign integer, of_everybody boolean, ciks text[]) returns void
language sql as $$
  insert into answer_count_changes (dataset, cik, form_type, answers)
  select dataset, cik, form_type, jsonb_object_agg(answer, filings)
  from (
    select f.dataset, named.cik, f.form_type, ledger.answer, sign * count(*) as filings
    from unnest(accession_numbers) one (accession_number)
      cross join lateral (
        select dataset, form_type from filings where accession_number = one.accession_number offset 0
      ) f
      cross join lateral (
        select extractor || ' ' || status as answer from processing where accession_number = one.accession_number offset 0
      ) ledger
      cross join lateral (
        select '' as cik where of_everybody
        union select filer.cik from filing_filers filer
          where filer.accession_number = one.accession_number and (ciks is null or filer.cik = any(ciks))
      ) named
    group by 1, 2, 3, 4
  ) answers
  group by dataset, cik, form_type
$$;

create or replace function count_changed_answers(changed jsonb) returns void language plpgsql as $$
begin
  perform 1 from filings
  where accession_number = any(array(select distinct one->>'a' from jsonb_array_elements(changed) one)) and available_at is null
  order by accession_number for share;
  insert into answer_count_changes (dataset, cik, form_type, answers)
  select dataset, cik, form_type, jsonb_object_agg(answer, filings)
  from (
    select f.dataset, named.cik, f.form_type, one.answer, sum(one.filings) as filings
    from jsonb_to_recordset(changed) as each (a text, e text, o text, n text)
      cross join lateral (values (e || ' ' || o, -1), (e || ' ' || n, 1)) one (answer, filings)
      cross join lateral (
        select dataset, form_type from filings where accession_number = each.a and available_at is not null offset 0
      ) f
      cross join lateral (
        select '' as cik union select filer.cik from filing_filers filer where filer.accession_number = each.a
      ) named
    where one.answer is not null
    group by 1, 2, 3, 4 having sum(one.filings) <> 0
  ) answers
  group by dataset, cik, form_type;
end $$;
