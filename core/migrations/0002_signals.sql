-- Signals, the evidence each must carry, the processing ledger, and the feed of changes.

create table signals (
  id text primary key,
  dataset text not null check (dataset in ('live', 'test')),
  signal_type text not null,
  accession_number text not null references filings,
  cik text not null,
  form_type text not null,
  accepted_at timestamptz not null,
  period_of_report date,
  value jsonb not null,
  unit text not null,
  direction smallint not null check (direction in (-1, 0, 1)),
  status text not null default 'ok',
  extractor_name text not null,
  extractor_version text not null,
  extractor_kind text not null check (extractor_kind in ('deterministic', 'llm')),
  input_sha256 text not null,
  config_sha256 text not null,
  fingerprint text not null,
  inputs jsonb not null,
  supersedes text references signals,
  -- When this API first showed the signal; null until its filing is published, set once.
  available_at timestamptz,
  superseded_at timestamptz
);
create unique index signals_current_fingerprint on signals (fingerprint) where superseded_at is null;
create index signals_by_accepted_at on signals (dataset, accepted_at desc, id desc);
create index signals_by_type on signals (dataset, signal_type, accepted_at desc, id desc);
create index signals_by_cik on signals (cik, accepted_at desc, id desc);
create index signals_by_accession on signals (accession_number);

create table evidence (
  id text primary key,
  signal_id text not null references signals,
  position integer not null,
  kind text not null check (kind in ('text_span', 'pair', 'header_field', 'xml_path')),
  body jsonb not null,
  unique (signal_id, position)
);

-- A signal without evidence is a bug: the transaction that stores one does not commit.
create function signal_has_evidence() returns trigger language plpgsql as $$
begin
  if not exists (select from evidence where signal_id = new.id) then
    raise exception 'signal % has no evidence', new.id using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger signal_has_evidence after insert on signals
  deferrable initially deferred for each row execute function signal_has_evidence();

-- The ledger: one row per filing and extractor, always.
create table processing (
  accession_number text not null references filings,
  extractor text not null,
  extractor_version text not null,
  status text not null check (status in ('ok_found', 'ok_none', 'not_applicable', 'pending', 'failed')),
  reason text,
  -- The comparable earlier filing the extractor used, for those that compare.
  prior_accession_number text,
  updated_at timestamptz not null default now(),
  primary key (accession_number, extractor),
  check (status <> 'failed' or reason is not null)
);
create index processing_by_status on processing (extractor, status);
create index processing_pending on processing (updated_at) where status = 'pending';

-- What became visible, in the order in which it did. Positions are handed out under one lock, so a reader that has seen
-- position n will never be shown a smaller one later.
create table changes (
  position bigint primary key,
  dataset text not null check (dataset in ('live', 'test')),
  change_type text not null check (change_type in ('filing.published', 'signal.created', 'signal.superseded')),
  accession_number text not null,
  cik text,
  object_id text not null,
  created_at timestamptz not null default now(),
  unique (change_type, object_id)
);
create index changes_by_dataset on changes (dataset, position);
