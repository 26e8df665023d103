-- The pipeline's memory. Redis may be emptied at any moment: everything queued can be made again from these tables.

create table intake (
  accession_number text primary key check (accession_number ~ '^\d{10}-\d{2}-\d{6}$'),
  dataset text not null check (dataset in ('live', 'test')),
  -- A company folder in which EDGAR serves the filing, and what the index said of it.
  cik text not null,
  form_type text not null,
  filing_date date not null,
  company_name text,
  path text,
  primary_document text,
  discovered_by text not null,
  stage text not null default 'discovered'
    check (stage in ('discovered', 'fetched', 'parsed', 'extracted', 'published', 'failed')),
  reason text,
  submission_sha256 text,
  submission_source text,
  source_url text,
  first_seen_at timestamptz not null default now(),
  stage_changed_at timestamptz not null default now(),
  check ((stage = 'failed') = (reason is not null))
);
create index intake_unfinished on intake (stage_changed_at) where stage not in ('published', 'failed');
create index intake_by_cik on intake (cik, dataset);
create index intake_by_dataset on intake (dataset, stage, form_type);

-- A job is announced in the transaction that makes it necessary, and carried to the queue afterwards; a row that was
-- carried is deleted. What the queue then loses is announced again by the reconciler, from the tables above and below.
create table outbox (
  id bigint generated always as identity primary key,
  job_name text not null,
  job_id text not null,
  payload jsonb not null,
  created_at timestamptz not null default now()
);

-- Companies whose submissions JSON is polled.
create table followed_entities (
  dataset text not null check (dataset in ('live', 'test')),
  cik text not null,
  created_at timestamptz not null default now(),
  primary key (dataset, cik)
);

-- The discovery sources that were asked for. A source is due when it was never completed since it was last requested.
create table discovery_sources (
  dataset text not null check (dataset in ('live', 'test')),
  source text not null check (source in ('latest_filings', 'submissions_json', 'daily_index', 'full_index', 'company_tickers')),
  -- A CIK, a date, `2024-Q1`, `latest`, or `all`.
  key text not null,
  requested_at timestamptz not null default now(),
  last_completed_at timestamptz,
  filings_seen integer not null default 0,
  last_error text,
  primary key (dataset, source, key)
);
