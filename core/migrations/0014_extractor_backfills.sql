-- Filings read again after an extractor changed: how far each change has come, and what a row said before it was asked again.

create table extractor_backfills (
  extractor text not null,
  to_version text not null,
  -- The versions that were found in the ledger; filings without a row do not show here.
  from_versions text[] not null,
  state text not null check (state in ('running', 'paused', 'done')),
  -- Filings to go through, and those gone through.
  total integer not null,
  done integer not null default 0,
  -- The last accession number gone through: filings are taken in their order.
  cursor text not null default '',
  -- Until then a process is at work on it, and no other one begins.
  leased_until timestamptz not null default '-infinity',
  started_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (extractor, to_version)
);
create index extractor_backfills_open on extractor_backfills (cursor) where state <> 'done';

alter table processing
  -- An input hash now says what was read; the filing compared with is part of it.
  drop column prior_accession_number,
  -- Status, reason and details of a row that is asked for again: when its inputs turn out to be the same, it keeps them.
  add column last_answer jsonb;

-- Evidence names a document by its hash, also one of an earlier filing.
create index documents_by_sha256 on documents (document_sha256);
