-- The rest of the header, what an amendment changes, and what became of the bytes after we first saw them.

alter table filing_filers drop constraint filing_filers_role_check;
alter table filing_filers add constraint filing_filers_role_check check (role in ('filer', 'issuer', 'subject_company',
  'reporting_owner', 'filed_by', 'serial_company', 'depositor', 'securitizer', 'issuing_entity', 'sponsor', 'underwriter'));
-- The form under which the filer takes part, then addresses, former names and the like, as the header has them.
alter table filing_filers add column form_type text;
alter table filing_filers add column details jsonb not null default '{}';

alter table filings add column details jsonb not null default '{}';
-- Null for a filing that amends nothing. Which filing it amends is asked of the filings visible at a moment.
alter table filings add column amendment_scope text check (amendment_scope in
  ('full', 'part_iii_only', 'exhibit_only', 'holdings_only', 'new_holdings', 'restatement', 'unknown'));
-- The filing date of the original, where the amendment states it (ownership reports).
alter table filings add column original_filed_on date;
-- Registration statements, their withdrawals and deregistrations share a file number.
create index filing_filers_by_file_number on filing_filers (file_number) where file_number is not null;

-- The acceptance time of the company's submissions JSON, its "Z" taken at its word (see decision 0002).
alter table intake add column accepted_at_json timestamptz;

-- The bytes of a filing are those first seen. What EDGAR served later is kept beside them; nothing is overwritten.
create table custody_events (
  accession_number text not null references filings,
  position integer not null check (position > 0),
  kind text not null check (kind in ('changed', 'withdrawn', 'restored')),
  -- Of the bytes then served; null where nothing was.
  submission_sha256 text,
  submission_bytes bigint,
  noticed_at timestamptz not null,
  -- When this API first showed the event.
  available_at timestamptz not null,
  primary key (accession_number, position),
  check ((kind = 'withdrawn') = (submission_sha256 is null))
);

-- When EDGAR was last asked for the bytes again.
create table custody_checks (
  accession_number text primary key references filings,
  last_checked_at timestamptz not null,
  -- Consecutive checks that found nothing: one may be a fault of the moment.
  times_missing integer not null default 0
);
create index custody_checks_by_time on custody_checks (last_checked_at);

alter table changes drop constraint changes_change_type_check;
alter table changes add constraint changes_change_type_check check (change_type in
  ('filing.published', 'filing.changed', 'filing.withdrawn', 'document.changed', 'signal.created', 'signal.superseded'));
