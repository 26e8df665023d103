-- What a list covers costs the same however much there is: filings and answers of extractors are counted when they change, for
-- every moment that can be asked about. Counting again is `recount_filings` and `recount_answers`; what differs, `npm run counts`
-- says.

/* From when on a filing is visible: moments are served with milliseconds, and compared as such. */
create function visible_at(accepted_at timestamptz, available_at timestamptz) returns timestamptz
language sql immutable parallel safe as $$
  select case when available_at is not null
    then greatest(accepted_at, date_trunc('milliseconds', available_at at time zone 'UTC') at time zone 'UTC') end
$$;
create index filings_by_form_and_visibility on filings (dataset, form_type, visible_at(accepted_at, available_at))
  where available_at is not null;

-- Whom the published filings name, each company once, in the order in which they became visible.
create table visible_filings (
  cik text not null,
  form_type text not null,
  visible_at timestamptz not null,
  accession_number text not null,
  accepted_at timestamptz not null,
  dataset text not null,
  primary key (cik, form_type, visible_at, accession_number) include (accepted_at, dataset)
);

-- When the last of the filings of a row became visible: from then on the row says how many there are.
alter table filing_counts add column last_visible_at timestamptz;
-- A row as it was at one of the moments before: so much was visible at it. Kept true when something earlier is added later.
create table filing_count_marks (
  dataset text not null,
  cik text not null,
  form_type text not null,
  visible_at timestamptz not null,
  published bigint not null,
  first_accepted_at timestamptz not null,
  last_accepted_at timestamptz not null,
  primary key (dataset, cik, form_type, visible_at)
);
grant select on visible_filings, filing_count_marks to latent_api, latent_readonly;
grant select, insert, update, delete on visible_filings, filing_count_marks to latent_worker;

/* After how many filings there is another mark: no more are counted for an answer. */
create function filings_between_marks() returns integer language sql immutable parallel safe as $$ select 256 $$;

drop trigger filings_are_counted_when_inserted on filings;
drop trigger filings_are_counted_when_published on filings;
drop trigger filers_are_counted_when_named on filing_filers;
drop function count_inserted_filings, count_updated_filings, count_named_late, count_published;

/*
 * Adds filings to the counts of everybody or of those whom they name, from the earliest visible to the latest. The rows of
 * counts are locked in the order of their keys, and their marks are looked at under this lock.
 */
create function add_to_counts(additions jsonb) returns void language plpgsql as $$
declare
  counted record;
begin
  for counted in
    insert into filing_counts as counts (dataset, cik, form_type, published, first_accepted_at, last_accepted_at, last_visible_at)
    select dataset, cik, form_type, count(*), min(accepted_at), max(accepted_at), max(visible_at)
    from jsonb_to_recordset(additions) as one
      (dataset text, cik text, form_type text, accepted_at timestamptz, visible_at timestamptz)
    group by dataset, cik, form_type
    order by dataset, cik, form_type
    on conflict (dataset, cik, form_type) do update set
      published = counts.published + excluded.published,
      first_accepted_at = least(counts.first_accepted_at, excluded.first_accepted_at),
      last_accepted_at = greatest(counts.last_accepted_at, excluded.last_accepted_at),
      last_visible_at = greatest(counts.last_visible_at, excluded.last_visible_at)
    returning counts.*
  loop
    -- Hardly ever is there a mark at or after what becomes visible now.
    update filing_count_marks mark set (published, first_accepted_at, last_accepted_at) = (
      select mark.published + count(*), least(mark.first_accepted_at, min(one.accepted_at)),
        greatest(mark.last_accepted_at, max(one.accepted_at))
      from jsonb_to_recordset(additions) as one
        (dataset text, cik text, form_type text, accepted_at timestamptz, visible_at timestamptz)
      where one.dataset = mark.dataset and one.cik = mark.cik and one.form_type = mark.form_type
        and one.visible_at <= mark.visible_at)
    where mark.dataset = counted.dataset and mark.cik = counted.cik and mark.form_type = counted.form_type
      and mark.visible_at >= (
        select min(one.visible_at)
        from jsonb_to_recordset(additions) as one (dataset text, cik text, form_type text, visible_at timestamptz)
        where one.dataset = counted.dataset and one.cik = counted.cik and one.form_type = counted.form_type);
    if counted.published >= filings_between_marks() + coalesce((
      select published from filing_count_marks
      where (dataset, cik, form_type) = (counted.dataset, counted.cik, counted.form_type)
      order by visible_at desc limit 1), 0)
    then
      insert into filing_count_marks values (counted.dataset, counted.cik, counted.form_type, counted.last_visible_at,
        counted.published, counted.first_accepted_at, counted.last_accepted_at)
      on conflict (dataset, cik, form_type, visible_at) do nothing;
    end if;
  end loop;
end $$;

/* Notes whom published filings name, where it was not noted before, and counts them. */
create function count_named(accession_numbers text[]) returns void language plpgsql as $$
declare
  additions jsonb;
begin
  with noted as (
    insert into visible_filings
    select distinct named.cik, f.form_type, visible_at(f.accepted_at, f.available_at), f.accession_number, f.accepted_at,
      f.dataset
    from filings f join filing_filers named using (accession_number)
    where f.accession_number = any(accession_numbers) and f.available_at is not null
    on conflict do nothing
    returning *
  )
  select jsonb_agg(to_jsonb(noted)) into additions from noted;
  if additions is not null then perform add_to_counts(additions); end if;
end $$;

create function count_published(accession_numbers text[]) returns void language plpgsql as $$
declare
  additions jsonb;
begin
  select jsonb_agg(jsonb_build_object('dataset', dataset, 'cik', '', 'form_type', form_type, 'accepted_at', accepted_at,
    'visible_at', visible_at(accepted_at, available_at)))
  into additions from filings where accession_number = any(accession_numbers) and available_at is not null;
  if additions is null then return; end if;
  perform add_to_counts(additions);
  perform count_named(accession_numbers);
end $$;

/* Counts all filings again, or those of some companies; '' are the rows of everybody. */
create function recount_filings(ciks text[] default null) returns void language plpgsql set work_mem = '256MB' as $$
begin
  lock table filing_counts in share row exclusive mode;
  delete from visible_filings where ciks is null or cik = any(ciks);
  delete from filing_counts where ciks is null or cik = any(ciks);
  delete from filing_count_marks where ciks is null or cik = any(ciks);
  insert into visible_filings
  select distinct named.cik, f.form_type, visible_at(f.accepted_at, f.available_at), f.accession_number, f.accepted_at,
    f.dataset
  from filing_filers named join filings f using (accession_number)
  where f.available_at is not null and (ciks is null or named.cik = any(ciks))
  order by 1, 2, 3, 4;
  insert into filing_counts (dataset, cik, form_type, published, first_accepted_at, last_accepted_at, last_visible_at)
  select dataset, '', form_type, count(*), min(accepted_at), max(accepted_at), max(visible_at(accepted_at, available_at))
  from filings where available_at is not null and (ciks is null or '' = any(ciks)) group by dataset, form_type
  union all
  select dataset, cik, form_type, count(*), min(accepted_at), max(accepted_at), max(visible_at)
  from visible_filings where ciks is null or cik = any(ciks) group by dataset, cik, form_type;
  insert into filing_count_marks
  select distinct dataset, cik, form_type, visible_at, published, earliest, latest
  from (
    select *, count(*) over upto as published, min(accepted_at) over upto as earliest, max(accepted_at) over upto as latest,
      row_number() over (partition by dataset, cik, form_type order by visible_at) as place
    from (
      select dataset, '' as cik, form_type, visible_at(accepted_at, available_at) as visible_at, accepted_at
      from filings where available_at is not null and (ciks is null or '' = any(ciks))
      union all
      select v.dataset, v.cik, v.form_type, v.visible_at, v.accepted_at
      from filing_counts c join visible_filings v using (dataset, cik, form_type)
      where (ciks is null or c.cik = any(ciks)) and c.published >= filings_between_marks()
    ) visible
    window upto as (partition by dataset, cik, form_type order by visible_at)
  ) numbered
  where place % filings_between_marks() = 0;
end $$;

/* How many filings of a company and form were visible at a moment, for each of them: a mark, and the few after it. */
create function published_counts(of_dataset text, ciks text[], forms text[], moment timestamptz)
returns table (cik text, form_type text, published bigint, later bigint, first_accepted_at timestamptz, last_accepted_at timestamptz)
language plpgsql stable set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
begin
  return query
  select c.cik, c.form_type, visible.published, c.published - visible.published, visible.earliest, visible.latest
  from filing_counts c cross join lateral (
    select c.published, c.first_accepted_at as earliest, c.last_accepted_at as latest where c.last_visible_at <= moment
    union all
    select coalesce(mark.published, 0) + since.filings, least(mark.first_accepted_at, since.earliest),
      greatest(mark.last_accepted_at, since.latest)
    from (select 1 where c.last_visible_at > moment) asked
      left join lateral (
        select * from filing_count_marks m
        where m.dataset = c.dataset and m.cik = c.cik and m.form_type = c.form_type and m.visible_at <= moment
        order by m.visible_at desc limit 1
      ) mark on true
      cross join lateral (
        select count(*) as filings, min(accepted_at) as earliest, max(accepted_at) as latest
        from (
          select v.accepted_at from visible_filings v
          where c.cik <> '' and v.cik = c.cik and v.form_type = c.form_type and v.dataset = c.dataset
            and v.visible_at > coalesce(mark.visible_at, '-infinity') and v.visible_at <= moment
          union all
          select f.accepted_at from filings f
          where c.cik = '' and f.dataset = c.dataset and f.form_type = c.form_type and f.available_at is not null
            and visible_at(f.accepted_at, f.available_at) > coalesce(mark.visible_at, '-infinity')
            and visible_at(f.accepted_at, f.available_at) <= moment
        ) after_the_mark
      ) since
  ) visible
  where c.dataset = of_dataset and c.cik = any(ciks) and (forms is null or c.form_type = any(forms));
end $$;

-- How the extractors answered over the published filings of a company, '' being everybody, with a form, '' being any:
-- "extractor status" with the number of filings. What was not added yet stands in `answer_count_changes`: appended by whoever
-- changes the ledger, so that nobody waits for anybody, and added by the clock. Both together are the counts of this moment.
drop table answer_counts, answer_counts_taken;
create table answer_counts (
  dataset text not null,
  cik text not null,
  form_type text not null,
  answers jsonb not null,
  primary key (dataset, cik, form_type)
);
create table answer_count_changes (
  id bigint generated always as identity primary key,
  dataset text not null,
  cik text not null,
  form_type text not null,
  answers jsonb not null
);
create index answer_count_changes_by_cik on answer_count_changes (dataset, cik);
grant select on answer_counts, answer_count_changes to latent_api, latent_readonly;
grant select, insert, update, delete on answer_counts, answer_count_changes to latent_worker;

create function add_answers(one jsonb, other jsonb) returns jsonb language sql immutable as $$
  select case when one = '{}' then other else (
    select coalesce(jsonb_object_agg(answer, filings), '{}') from (
      select key as answer, sum(value::bigint) as filings
      from (select * from jsonb_each_text(one) union all select * from jsonb_each_text(other)) answers
      group by key having sum(value::bigint) <> 0) sums) end
$$;
create aggregate sum_answers(jsonb) (sfunc = add_answers, stype = jsonb, initcond = '{}');

/* Appends the ledger of published filings to the changes of everybody and of those whom they name; `sign` is 1 or -1. */
create function count_ledger(accession_numbers text[], sign integer, of_everybody boolean, ciks text[]) returns void
language sql as $$
  insert into answer_count_changes (dataset, cik, form_type, answers)
  select dataset, cik, form_type, jsonb_object_agg(answer, filings)
  from (
    select f.dataset, named.cik, f.form_type, p.extractor || ' ' || p.status as answer, sign * count(*) as filings
    from filings f join processing p using (accession_number)
      cross join lateral (
        select '' as cik where of_everybody
        union select filer.cik from filing_filers filer
          where filer.accession_number = f.accession_number and (ciks is null or filer.cik = any(ciks))
      ) named
    where f.accession_number = any(accession_numbers)
    group by 1, 2, 3, 4
  ) answers
  group by dataset, cik, form_type
$$;

/*
 * Adds changes to the counts, in the order of the keys; one transaction at a time, and whoever comes meanwhile does nothing.
 * Returns how many were added.
 */
create function fold_answer_counts(most integer) returns integer language plpgsql as $$
declare
  folded integer;
begin
  if not pg_try_advisory_xact_lock(hashtext('fold_answer_counts')) then return 0; end if;
  with taken as (
    delete from answer_count_changes where id in (select id from answer_count_changes order by id limit most) returning *
  ), added as (
    insert into answer_counts as counts
    select dataset, cik, form.form_type, sum_answers(answers)
    from taken cross join lateral (values (taken.form_type), ('')) form (form_type)
    group by 1, 2, 3 order by 1, 2, 3
    on conflict (dataset, cik, form_type) do update set answers = add_answers(counts.answers, excluded.answers)
  )
  select count(*) into folded from taken;
  return folded;
end $$;

/* Counts all answers again. Nobody changes the ledger meanwhile. */
create function recount_answers() returns void language plpgsql set work_mem = '256MB' as $$
begin
  lock table processing, filings in share row exclusive mode;
  delete from answer_count_changes;
  delete from answer_counts;
  insert into answer_counts
  select v.dataset, v.cik, v.form_type, sum_answers(ledger.answers)
  from (
    select accession_number, jsonb_object_agg(extractor || ' ' || status, 1) as answers
    from processing group by accession_number
  ) ledger join visible_filings v using (accession_number)
  group by v.dataset, v.cik, v.form_type;
  insert into answer_counts
  select dataset, '', form_type, jsonb_object_agg(answer, filings)
  from (
    select f.dataset, f.form_type, p.extractor || ' ' || p.status as answer, count(*) as filings
    from processing p join filings f using (accession_number) where f.available_at is not null group by 1, 2, 3
  ) answers
  group by dataset, form_type;
  insert into answer_counts
  select dataset, cik, '', sum_answers(answers) from answer_counts group by dataset, cik;
end $$;

/*
 * How the extractors answered over the filings that were visible at a moment, each company's added up: the counts of now, less
 * the filings that became visible since, or those visible then where they are the fewer.
 */
create function answers_at(of_dataset text, ciks text[], forms text[], extractors text[], moment timestamptz)
returns table (extractor text, status text, filings bigint)
language plpgsql stable set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
  visible bigint;
  coming bigint;
begin
  select coalesce(sum(published), 0), coalesce(sum(later), 0) into visible, coming
  from published_counts(of_dataset, ciks, forms, moment);
  return query
  select split_part(counted.answer, ' ', 1), split_part(counted.answer, ' ', 2), sum(counted.filings)::bigint
  from (
    select kept.key as answer, kept.value::bigint as filings
    from answer_counts a cross join lateral jsonb_each_text(a.answers) kept
    where visible >= coming and a.dataset = of_dataset and a.cik = any(ciks) and a.form_type = any(coalesce(forms, '{""}'))
    union all
    select changed.key, changed.value::bigint
    from answer_count_changes a cross join lateral jsonb_each_text(a.answers) changed
    where visible >= coming and a.dataset = of_dataset and a.cik = any(ciks)
      and (forms is null or a.form_type = any(forms))
    union all
    select p.extractor || ' ' || p.status, case when visible >= coming then -count(*) else count(*) end
    from (
      select v.accession_number
      from filing_counts c join visible_filings v
        on v.cik = c.cik and v.form_type = c.form_type and v.dataset = c.dataset
      where c.dataset = of_dataset and c.cik = any(ciks) and c.cik <> '' and (forms is null or c.form_type = any(forms))
        and (c.last_visible_at > moment or visible < coming)
        and v.visible_at > case when visible < coming then '-infinity' else moment end
        and v.visible_at <= case when visible < coming then moment else 'infinity' end
      union all
      select f.accession_number
      from filing_counts c join filings f on f.dataset = c.dataset and f.form_type = c.form_type
      where c.dataset = of_dataset and c.cik = any(ciks) and c.cik = '' and (forms is null or c.form_type = any(forms))
        and (c.last_visible_at > moment or visible < coming)
        and f.available_at is not null
        and visible_at(f.accepted_at, f.available_at) > case when visible < coming then '-infinity' else moment end
        and visible_at(f.accepted_at, f.available_at) <= case when visible < coming then moment else 'infinity' end
    ) those cross join lateral (
      select l.extractor, l.status from processing l where l.accession_number = those.accession_number offset 0
    ) p
    where coming > 0
    group by p.extractor, p.status
  ) counted
  where extractors is null or split_part(counted.answer, ' ', 1) = any(extractors)
  group by counted.answer having sum(counted.filings) <> 0;
end $$;

-- The triggers. A filing is published once, and then neither its form nor its moments change; whatever else is done to it is
-- counted again from the beginning.

create function count_inserted_filings() returns trigger language plpgsql as $$
begin
  perform count_published(array(select accession_number from changed where available_at is not null));
  return null;
end $$;
create trigger filings_are_counted_when_inserted after insert on filings
  referencing new table as changed for each statement execute function count_inserted_filings();

create function count_updated_filings() returns trigger language plpgsql as $$
declare
  published text[] := array(
    select n.accession_number from changed n join before o using (accession_number)
    where n.available_at is not null and o.available_at is null);
  changed_otherwise text[] := array(
    select n.accession_number from changed n join before o using (accession_number)
    where o.available_at is not null and (n.dataset, n.form_type, n.accepted_at, n.available_at)
      is distinct from (o.dataset, o.form_type, o.accepted_at, o.available_at));
begin
  if cardinality(published) > 0 then
    perform count_published(published);
    perform count_ledger(published, 1, true, null);
  end if;
  if cardinality(changed_otherwise) > 0 then
    perform recount_filings(array(
      select '' union select cik from filing_filers where accession_number = any(changed_otherwise)));
    perform recount_answers();
  end if;
  return null;
end $$;
create trigger filings_are_counted_when_published after update on filings
  referencing old table as before new table as changed for each statement execute function count_updated_filings();

create function count_deleted_filings() returns trigger language plpgsql as $$
begin
  if exists (select from gone where available_at is not null) then
    perform recount_filings(array['']);
  end if;
  return null;
end $$;
create trigger filings_are_counted_when_deleted after delete on filings
  referencing old table as gone for each statement execute function count_deleted_filings();

/* Whoever is named by a filing that is available already; the pipeline names them before. */
create function count_named_late() returns trigger language plpgsql as $$
declare
  fresh record;
begin
  for fresh in
    select distinct named.accession_number, named.cik from named_now named join filings f using (accession_number)
    where f.available_at is not null and not exists (
      select from visible_filings v where v.cik = named.cik and v.form_type = f.form_type
        and v.visible_at = visible_at(f.accepted_at, f.available_at) and v.accession_number = named.accession_number)
    order by 1, 2
  loop
    perform count_named(array[fresh.accession_number]);
    perform count_ledger(array[fresh.accession_number], 1, false, array[fresh.cik]);
  end loop;
  return null;
end $$;
create trigger filers_are_counted_when_named after insert on filing_filers
  referencing new table as named_now for each statement execute function count_named_late();

create function count_filers_again() returns trigger language plpgsql as $$
declare
  ciks text[] := array(
    select cik from named_before b join filings f using (accession_number) where f.available_at is not null);
begin
  if cardinality(ciks) > 0 then
    perform recount_filings(ciks);
    perform recount_answers();
  end if;
  return null;
end $$;
create trigger filers_are_counted_when_deleted after delete on filing_filers
  referencing old table as named_before for each statement execute function count_filers_again();

create function count_changed_filers() returns trigger language plpgsql as $$
declare
  ciks text[] := array(
    select unnest(array[n.cik, o.cik]) from named_now n join named_before o using (accession_number, position)
      join filings f using (accession_number)
    where f.available_at is not null and n.cik <> o.cik);
begin
  if cardinality(ciks) > 0 then
    perform recount_filings(ciks);
    perform recount_answers();
  end if;
  return null;
end $$;
create trigger filers_are_counted_when_changed after update on filing_filers
  referencing old table as named_before new table as named_now for each statement execute function count_changed_filers();

/*
 * Appends what changed in the ledger of published filings. Of a filing that is not published yet its row is held until the
 * transaction ends: whoever publishes it meanwhile waits, and then counts the ledger with this change in it.
 */
create function count_changed_answers(changed jsonb) returns void language plpgsql as $$
begin
  perform 1 from filings
  where accession_number in (select one->>'a' from jsonb_array_elements(changed) one) and available_at is null
  order by accession_number for share;
  insert into answer_count_changes (dataset, cik, form_type, answers)
  select dataset, cik, form_type, jsonb_object_agg(answer, filings)
  from (
    select f.dataset, named.cik, f.form_type, one.answer, sum(one.filings) as filings
    from jsonb_to_recordset(changed) as each (a text, e text, o text, n text)
      cross join lateral (values (e || ' ' || o, -1), (e || ' ' || n, 1)) one (answer, filings)
      join filings f on f.accession_number = each.a
      cross join lateral (
        select '' as cik union select filer.cik from filing_filers filer where filer.accession_number = f.accession_number
      ) named
    where f.available_at is not null and one.answer is not null
    group by 1, 2, 3, 4 having sum(one.filings) <> 0
  ) answers
  group by dataset, cik, form_type;
end $$;

create function count_inserted_answers() returns trigger language plpgsql as $$
begin
  perform count_changed_answers(jsonb_agg(jsonb_build_object('a', accession_number, 'e', extractor, 'n', status))) from now_there
  having count(*) > 0;
  return null;
end $$;
create trigger answers_are_counted_when_inserted after insert on processing
  referencing new table as now_there for each statement execute function count_inserted_answers();

create function count_updated_answers() returns trigger language plpgsql as $$
begin
  perform count_changed_answers(jsonb_agg(
    jsonb_build_object('a', accession_number, 'e', extractor, 'o', o.status, 'n', n.status)))
  from now_there n join before o using (accession_number, extractor) where n.status <> o.status
  having count(*) > 0;
  return null;
end $$;
create trigger answers_are_counted_when_updated after update on processing
  referencing old table as before new table as now_there for each statement execute function count_updated_answers();

create function count_deleted_answers() returns trigger language plpgsql as $$
begin
  perform count_changed_answers(jsonb_agg(jsonb_build_object('a', accession_number, 'e', extractor, 'o', status))) from before
  having count(*) > 0;
  return null;
end $$;
create trigger answers_are_counted_when_deleted after delete on processing
  referencing old table as before for each statement execute function count_deleted_answers();

select recount_filings();
alter table filing_counts alter column last_visible_at set not null;
select recount_answers();
