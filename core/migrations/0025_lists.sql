-- Lists and their coverage at the size of all of EDGAR: no answer may cost more because there is more.

-- Published filings by whom they name and by form; cik '' stands for everybody. Kept by triggers, so that it is never wrong.
create table filing_counts (
  dataset text not null,
  cik text not null,
  form_type text not null,
  published bigint not null,
  first_accepted_at timestamptz not null,
  last_accepted_at timestamptz not null,
  primary key (dataset, cik, form_type)
);
grant select on filing_counts to latent_api, latent_readonly;
grant select, insert, update, delete on filing_counts to latent_worker;

/* Adds filings that became available, and those who are named by filings that are. */
create function count_published(accession_numbers text[]) returns void language sql as $$
  insert into filing_counts as counts
  select dataset, cik, form_type, count(*), min(accepted_at), max(accepted_at)
  from (
    select f.dataset, '' as cik, f.form_type, f.accepted_at from filings f where f.accession_number = any(accession_numbers)
    union all
    select f.dataset, named.cik, f.form_type, f.accepted_at
    from filings f join (
      select distinct accession_number, cik from filing_filers where accession_number = any(accession_numbers)
    ) named using (accession_number)
  ) published
  group by dataset, cik, form_type
  order by dataset, cik, form_type
  on conflict (dataset, cik, form_type) do update set
    published = counts.published + excluded.published,
    first_accepted_at = least(counts.first_accepted_at, excluded.first_accepted_at),
    last_accepted_at = greatest(counts.last_accepted_at, excluded.last_accepted_at)
$$;

create function count_inserted_filings() returns trigger language plpgsql as $$
begin
  perform count_published(array(select accession_number from changed where available_at is not null));
  return null;
end $$;
create function count_updated_filings() returns trigger language plpgsql as $$
begin
  perform count_published(array(
    select n.accession_number from changed n join before o using (accession_number)
    where n.available_at is not null and o.available_at is null));
  return null;
end $$;
create trigger filings_are_counted_when_inserted after insert on filings
  referencing new table as changed for each statement execute function count_inserted_filings();
create trigger filings_are_counted_when_published after update on filings
  referencing old table as before new table as changed for each statement execute function count_updated_filings();

/* Whoever is named by a filing that is available already; the pipeline names them before. */
create function count_named_late() returns trigger language plpgsql as $$
begin
  insert into filing_counts as counts
  select f.dataset, named.cik, f.form_type, count(*), min(f.accepted_at), max(f.accepted_at)
  from (select distinct accession_number, cik from named_now) named join filings f using (accession_number)
  where f.available_at is not null and not exists (
    select from filing_filers known
    where known.accession_number = named.accession_number and known.cik = named.cik
      and not exists (select from named_now n
        where n.accession_number = known.accession_number and n.position = known.position))
  group by 1, 2, 3 order by 1, 2, 3
  on conflict (dataset, cik, form_type) do update set
    published = counts.published + excluded.published,
    first_accepted_at = least(counts.first_accepted_at, excluded.first_accepted_at),
    last_accepted_at = greatest(counts.last_accepted_at, excluded.last_accepted_at);
  return null;
end $$;
create trigger filers_are_counted_when_named after insert on filing_filers
  referencing new table as named_now for each statement execute function count_named_late();

select count_published(array(select accession_number from filings where available_at is not null));

-- What is not published is little, and looked for by form and by company.
create index intake_waiting on intake (dataset, form_type) where stage <> 'published';
create index intake_waiting_by_cik on intake (cik, dataset) where stage <> 'published';
-- What becomes visible within the next seconds, and what came after a moment.
create index filings_by_available_at on filings (dataset, available_at);
create index filings_by_filing_date on filings (dataset, filing_date, accepted_at desc, accession_number desc);
create index filings_by_period on filings (dataset, period_of_report, accepted_at desc, accession_number desc)
  where period_of_report is not null;

create index signals_by_form on signals (dataset, form_type, accepted_at desc, id desc);
create index signals_by_extractor on signals (dataset, extractor_name, accepted_at desc, id desc);
create index signals_by_period on signals (dataset, period_of_report, accepted_at desc, id desc)
  where period_of_report is not null;
create index signals_quarantined on signals (dataset, accepted_at desc, id desc) where status = 'quarantined';

-- How the extractors answered, by form, over the published filings of a dataset: counted again every minute or so.
create table answer_counts (
  dataset text not null,
  form_type text not null,
  extractor text not null,
  status text not null,
  filings bigint not null,
  primary key (dataset, form_type, extractor, status)
);
create table answer_counts_taken (
  dataset text primary key,
  counted_at timestamptz not null,
  took_ms integer not null
);
grant select on answer_counts, answer_counts_taken to latent_api, latent_readonly;
grant select, insert, update, delete on answer_counts, answer_counts_taken to latent_worker;
