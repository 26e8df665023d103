-- XBRL facts as filed: one row for each statement a filing makes, never changed. Restatements are rows of later filings.

create table xbrl_documents (
  document_id text primary key references documents,
  accession_number text not null references filings,
  -- Inline XBRL of the document itself, or a separate instance document.
  source text not null check (source in ('inline', 'instance')),
  -- What the cover page says about the document (dei), not about any fact in it.
  document_type text,
  document_fiscal_year smallint,
  document_fiscal_period text,
  document_period_end date,
  -- Namespace URI of each taxonomy used, by its customary prefix.
  namespaces jsonb not null,
  schema_refs text[] not null,
  fact_count integer not null
);
create index xbrl_documents_by_accession on xbrl_documents (accession_number);

create table facts (
  document_id text not null references xbrl_documents,
  position integer not null,
  accession_number text not null,
  -- Copied from the filing so that a company's list is one index scan.
  accepted_at timestamptz not null,
  -- The entity of the fact's context; the subject of the filing where the context names none.
  cik text not null,
  taxonomy text not null,
  tag text not null,
  -- Only where the document uses two editions of one taxonomy.
  namespace text,
  is_extension boolean not null,
  unit text,
  -- Exact; a number is kept once, here, and a text in value_text.
  value numeric,
  value_text text,
  decimals smallint,
  decimals_exact boolean not null,
  nil boolean not null,
  period_start date,
  period_end date,
  instant date,
  -- Calendar frame of the period as the SEC assigns it: CY2023, CY2023Q1, CY2023Q1I.
  frame text,
  dimensions jsonb,
  -- Of the dimensions in their canonical order; null for the whole entity.
  dimension_hash text check ((dimension_hash is null) = (dimensions is null)),
  context_id text not null,
  fact_id text,
  footnotes text[] not null,
  hidden boolean not null,
  flags text[] not null,
  -- Unicode code points and UTF-8 bytes of the canonical text; null for what is not shown in it.
  "start" bigint,
  "end" bigint check ("end" >= "start"),
  byte_start bigint,
  byte_end bigint check (byte_end >= byte_start),
  continuations jsonb,
  primary key (document_id, position)
);
create index facts_by_company on facts (cik, accepted_at, document_id, position);
create index facts_by_tag on facts (cik, tag, taxonomy, accepted_at, document_id, position);
create index facts_by_frame on facts (tag, frame, taxonomy, unit, cik, accepted_at)
  where frame is not null and dimension_hash is null and value is not null;
