-- Lists at the size of all of EDGAR, second part: for every filter there is an index in the order of the list, so that a page
-- is read and nothing is sorted or passed over.

-- Copied from the filing like accepted_at, so that the forms and periods of one company are one index scan.
alter table filing_filers add column filed_form_type text, add column filed_period date;
update filing_filers named set filed_form_type = f.form_type, filed_period = f.period_of_report
from filings f where f.accession_number = named.accession_number;
alter table filing_filers alter column filed_form_type set not null;

create function filer_carries_filing() returns trigger language plpgsql as $$
begin
  select form_type, period_of_report into new.filed_form_type, new.filed_period
  from filings where accession_number = new.accession_number;
  return new;
end $$;
create trigger filer_carries_filing before insert on filing_filers
  for each row execute function filer_carries_filing();

create index filing_filers_by_cik_and_form on filing_filers (cik, filed_form_type, accepted_at desc, accession_number desc);
create index filing_filers_by_cik_and_period on filing_filers (cik, filed_period, accepted_at desc, accession_number desc)
  where filed_period is not null;

-- The items of filings, each in the order of lists: an array cannot be indexed in an order.
create table filing_items (
  dataset text not null,
  item_code text not null,
  accepted_at timestamptz not null,
  accession_number text not null references filings on delete cascade,
  primary key (dataset, item_code, accepted_at, accession_number)
);
grant select on filing_items to latent_api, latent_readonly;
grant select, insert on filing_items to latent_worker;
insert into filing_items
select distinct dataset, item_code, accepted_at, accession_number from filings, unnest(items) item_code;

create function filings_have_items() returns trigger language plpgsql as $$
begin
  insert into filing_items
  select distinct dataset, item_code, accepted_at, accession_number from filed_now, unnest(items) item_code;
  return null;
end $$;
create trigger filings_have_items after insert on filings
  referencing new table as filed_now for each statement execute function filings_have_items();

-- Ranges of periods are read month by month, each month in the order of the list. See core/src/list-order.ts.
create index filings_by_period_month on filings
  (dataset, date_trunc('month', period_of_report::timestamp), accepted_at desc, accession_number desc)
  where period_of_report is not null;
create index filings_by_form_and_period_month on filings
  (dataset, form_type, date_trunc('month', period_of_report::timestamp), accepted_at desc, accession_number desc)
  where period_of_report is not null;

create index signals_by_cik_and_type on signals (cik, signal_type, accepted_at desc, id desc);
create index signals_by_extractor_version on signals (dataset, extractor_version, accepted_at desc, id desc);
create index signals_by_period_month on signals
  (dataset, date_trunc('month', period_of_report::timestamp), accepted_at desc, id desc)
  where period_of_report is not null;

-- Filings whose date is not that of their acceptance or of the next business day. There are few; of all others a range of dates
-- is a range of acceptance.
create index filings_filed_elsewhen on filings (dataset, filing_date, accepted_at)
  where (accepted_at at time zone 'UTC') < filing_date - interval '4 days'
    or (accepted_at at time zone 'UTC') >= filing_date + interval '30 hours';

/* The forms that an amendment can amend. The schedules were renamed when they became XML in December 2024. */
create function base_forms(form_type text) returns setof text language sql immutable as $$
  select left(form_type, -2)
  union all select 'SC' || substr(left(form_type, -2), 9) where form_type like 'SCHEDULE 13%'
$$;

/*
 * What each of the filings amends among those available at a moment: the latest earlier filing of the base form about the same
 * company, by the same owner where owners are named, for the same period or, in an ownership report, of the date it names. Of
 * registration statements the one with the same file number goes first. Each way of looking is one range of an index, and those
 * after the one that finds it are not gone; `|| ''` and `offset 0` keep Postgres from beginning with all filings of a company. The
 * plan is made once for a connection: making it takes longer than the answer.
 */
create function amended_filings(asked text[], moment timestamptz) returns table (amendment text, amends text)
language plpgsql stable set plan_cache_mode = force_generic_plan as $$
begin
  return query
  select f.accession_number, coalesce(
    -- Of the date it names: accepted about then, or one of those that were not.
    case when f.original_filed_on is not null then coalesce((
      select e.accession_number
      from filing_filers named join filings e on e.accession_number = named.accession_number
      where named.cik = subject.cik and named.role = subject.role and named.filed_form_type = left(f.form_type, -2)
        and named.accepted_at >= (f.original_filed_on - interval '4 days') at time zone 'UTC'
        and named.accepted_at < (f.original_filed_on + interval '30 hours') at time zone 'UTC'
        and (named.accepted_at, named.accession_number) < (f.accepted_at, f.accession_number)
        and e.filing_date + 0 = f.original_filed_on
        and e.dataset = f.dataset and date_trunc('milliseconds', e.available_at) <= moment
        and (owners.named = 0 or exists (
          select from filing_filers mine join filing_filers theirs
            on theirs.accession_number = e.accession_number and theirs.cik || '' = mine.cik and theirs.role = mine.role
          where mine.accession_number = f.accession_number and mine.role in ('reporting_owner', 'filed_by')))
      order by coalesce(named.file_number = subject.file_number, false) desc, e.accepted_at desc, e.accession_number desc
      limit 1), (
      select e.accession_number
      from (
        select * from filings
        where dataset = f.dataset and filing_date = f.original_filed_on
          and ((accepted_at at time zone 'UTC') < filing_date - interval '4 days'
            or (accepted_at at time zone 'UTC') >= filing_date + interval '30 hours')
          and filings.form_type = left(f.form_type, -2)
          and (filings.accepted_at, filings.accession_number) < (f.accepted_at, f.accession_number)
          and date_trunc('milliseconds', available_at) <= moment
        offset 0
      ) e cross join lateral (
        select * from filing_filers
        where filing_filers.accession_number = e.accession_number and filing_filers.cik || '' = subject.cik
          and filing_filers.role = subject.role
        offset 0
      ) named
      where owners.named = 0 or exists (
          select from filing_filers mine join filing_filers theirs
            on theirs.accession_number = e.accession_number and theirs.cik || '' = mine.cik and theirs.role = mine.role
          where mine.accession_number = f.accession_number and mine.role in ('reporting_owner', 'filed_by'))
      order by coalesce(named.file_number = subject.file_number, false) desc, e.accepted_at desc, e.accession_number desc
      limit 1)) end,
    -- For the same period.
    case when f.period_of_report is not null then (
      select e.accession_number
      from filing_filers named join filings e on e.accession_number = named.accession_number
      where named.cik = subject.cik and named.role = subject.role and named.filed_period = f.period_of_report
        and (named.filed_form_type = left(f.form_type, -2)
          or (f.form_type like 'SCHEDULE 13%' and named.filed_form_type = 'SC' || substr(left(f.form_type, -2), 9)))
        and (named.accepted_at, named.accession_number) < (f.accepted_at, f.accession_number)
        and e.dataset = f.dataset and date_trunc('milliseconds', e.available_at) <= moment
        and (owners.named = 0 or exists (
          select from filing_filers mine join filing_filers theirs
            on theirs.accession_number = e.accession_number and theirs.cik || '' = mine.cik and theirs.role = mine.role
          where mine.accession_number = f.accession_number and mine.role in ('reporting_owner', 'filed_by')))
      order by coalesce(named.file_number = subject.file_number, false) desc, e.accepted_at desc, e.accession_number desc
      limit 1) end,
    -- Without a period the latest, out of the filings of the owners where they are fewer than those about the company.
    case when f.period_of_report is null and owners.named > 0 and owners.filings < subject.filings then (
      select e.accession_number
      from filing_filers mine cross join lateral base_forms(f.form_type) base (form_type)
        join filing_filers theirs on theirs.cik = mine.cik and theirs.role = mine.role
          and theirs.filed_form_type = base.form_type
        join filing_filers named on named.accession_number = theirs.accession_number
        join filings e on e.accession_number = theirs.accession_number
      where mine.accession_number = f.accession_number and mine.role in ('reporting_owner', 'filed_by')
        and named.cik = subject.cik and named.role = subject.role
        and (theirs.accepted_at, theirs.accession_number) < (f.accepted_at, f.accession_number)
        and e.dataset = f.dataset and date_trunc('milliseconds', e.available_at) <= moment
      order by coalesce(named.file_number = subject.file_number, false) desc, e.accepted_at desc, e.accession_number desc
      limit 1)
    when f.period_of_report is null then coalesce((
      select latest.accession_number
      from base_forms(f.form_type) base (form_type) cross join lateral (
        select e.accession_number, e.accepted_at
        from filing_filers named join filings e on e.accession_number = named.accession_number
        where named.cik = subject.cik and named.role = subject.role and named.filed_form_type = base.form_type
          and named.file_number = subject.file_number
          and (named.accepted_at, named.accession_number) < (f.accepted_at, f.accession_number)
          and e.dataset = f.dataset and date_trunc('milliseconds', e.available_at) <= moment
          and (owners.named = 0 or exists (
            select from filing_filers mine join filing_filers theirs
              on theirs.accession_number = e.accession_number and theirs.cik || '' = mine.cik and theirs.role = mine.role
            where mine.accession_number = f.accession_number and mine.role in ('reporting_owner', 'filed_by')))
        order by named.accepted_at desc, named.accession_number desc limit 1) latest
      order by latest.accepted_at desc, latest.accession_number desc limit 1), (
      select latest.accession_number
      from base_forms(f.form_type) base (form_type) cross join lateral (
        select e.accession_number, e.accepted_at
        from filing_filers named join filings e on e.accession_number = named.accession_number
        where named.cik = subject.cik and named.role = subject.role and named.filed_form_type = base.form_type
          and (named.accepted_at, named.accession_number) < (f.accepted_at, f.accession_number)
          and e.dataset = f.dataset and date_trunc('milliseconds', e.available_at) <= moment
          and (owners.named = 0 or exists (
            select from filing_filers mine join filing_filers theirs
              on theirs.accession_number = e.accession_number and theirs.cik || '' = mine.cik and theirs.role = mine.role
            where mine.accession_number = f.accession_number and mine.role in ('reporting_owner', 'filed_by')))
        order by named.accepted_at desc, named.accession_number desc limit 1) latest
      order by latest.accepted_at desc, latest.accession_number desc limit 1))
    end)
  from filings f
    cross join lateral (
      select named.cik, named.role, named.file_number,
        coalesce((select published from filing_counts
          where dataset = f.dataset and cik = named.cik and form_type = left(f.form_type, -2)), 0) as filings
      from filing_filers named where named.accession_number = f.accession_number
      order by array_position(
        array['issuer', 'subject_company', 'filer', 'serial_company', 'filed_by', 'reporting_owner', 'depositor',
          'securitizer', 'issuing_entity', 'sponsor', 'underwriter'], named.role), named.position
      limit 1) subject
    cross join lateral (
      select count(*) as named, coalesce(sum(counts.published), 0) as filings
      from filing_filers owner left join filing_counts counts
        on counts.dataset = f.dataset and counts.cik = owner.cik and counts.form_type = left(f.form_type, -2)
      where owner.accession_number = f.accession_number and owner.role in ('reporting_owner', 'filed_by')) owners
  where f.accession_number = any(asked) and f.form_type like '%/A';
end $$;
