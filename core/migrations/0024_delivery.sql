-- Work a customer asked for that outlasts a request, what it makes, and what a customer wants to hear of.

create table customer_jobs (
  id text primary key,
  organisation_id text not null,
  kind text not null check (kind in ('export')),
  status text not null default 'queued' check (status in ('queued', 'running', 'succeeded', 'failed', 'cancelled')),
  -- From 0 to 1.
  progress real not null default 0 check (progress between 0 and 1),
  -- A permanent word when it failed.
  reason text,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz,
  -- A running job says that it is alive; one that fell silent is announced again.
  touched_at timestamptz not null default now(),
  check ((status = 'failed') = (reason is not null)),
  check ((status in ('succeeded', 'failed', 'cancelled')) = (finished_at is not null))
);
create index customer_jobs_by_organisation on customer_jobs (organisation_id, id desc);
create index customer_jobs_open on customer_jobs (touched_at) where status in ('queued', 'running');
select protect_tenant_table('customer_jobs', 'select, insert, update', '', 'select, update');

create table exports (
  id text primary key,
  organisation_id text not null,
  job_id text not null unique references customer_jobs,
  dataset text not null check (dataset in ('live', 'test')),
  resource text not null,
  format text not null check (format in ('ndjson', 'csv', 'parquet')),
  filter jsonb not null,
  as_of timestamptz not null,
  created_at timestamptz not null default now(),
  -- Files are there until then; the row stays.
  expires_at timestamptz not null,
  -- The manifest as it was made: its files with rows, bytes and SHA-256.
  manifest jsonb,
  manifest_sha256 text
);
create index exports_by_organisation on exports (organisation_id, id desc);
select protect_tenant_table('exports', 'select, insert', '', 'select, update');

create table monitors (
  id text primary key,
  organisation_id text not null,
  dataset text not null check (dataset in ('live', 'test')),
  name text not null,
  change_types text[] not null,
  ciks text[] not null,
  form_types text[] not null,
  signal_types text[] not null,
  enabled boolean not null default true,
  version bigint not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  -- Only what became visible after this place in the feed is matched.
  starts_after bigint not null
);
create index monitors_by_organisation on monitors (organisation_id, id desc);
create index monitors_enabled on monitors (dataset) where enabled;
select protect_tenant_table('monitors', 'select, insert, update, delete', '', 'select');

create table monitor_matches (
  organisation_id text not null,
  monitor_id text not null references monitors on delete cascade,
  position bigint not null,
  change_type text not null,
  accession_number text not null,
  cik text,
  object_id text not null,
  matched_at timestamptz not null default now(),
  primary key (monitor_id, position)
);
select protect_tenant_table('monitor_matches', 'select', '', 'select, insert, delete');

-- How far the feed has been matched, moved in the transaction that writes the matches.
create table monitor_progress (
  dataset text primary key check (dataset in ('live', 'test')),
  position bigint not null
);
grant select, insert, update on monitor_progress to latent_worker;

-- A request announces the work it makes necessary in its own transaction.
grant insert on outbox to latent_api;
