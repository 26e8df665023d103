-- What EDGAR published and what was read out of it. Rows of filings, documents and signals are append-only: a correction
-- is a new row that supersedes an old one, so that an answer for a past moment never changes.

create table entities (
  cik text primary key check (cik ~ '^\d{10}$'),
  dataset text not null check (dataset in ('live', 'test')),
  name text not null,
  sic text,
  state_of_incorporation text,
  fiscal_year_end text,
  -- The filing the row was last taken from; an older filing that arrives later changes nothing.
  source_accepted_at timestamptz not null,
  source_accession_number text not null
);
create index entities_by_name on entities (dataset, lower(name) text_pattern_ops);
create index entities_by_sic on entities (dataset, sic);

create table entity_names (
  cik text not null references entities,
  name text not null,
  -- The day the company stopped using the name; null for a name a filing carries as its current one.
  changed_on date,
  primary key (cik, name)
);

-- Every ticker EDGAR knows, also of companies that no filing has named yet: a ticker that exists is not an unknown one.
create table entity_tickers (
  dataset text not null check (dataset in ('live', 'test')),
  cik text not null,
  ticker text not null,
  exchange text,
  primary key (dataset, cik, ticker)
);
create index entity_tickers_by_ticker on entity_tickers (dataset, ticker);

create table filings (
  accession_number text primary key check (accession_number ~ '^\d{10}-\d{2}-\d{6}$'),
  dataset text not null check (dataset in ('live', 'test')),
  form_type text not null,
  filing_date date not null,
  accepted_at timestamptz not null,
  accepted_at_source text not null
    check (accepted_at_source in ('sgml_header', 'index_page', 'submissions_json', 'filing_date')),
  period_of_report date,
  effective_date date,
  items text[] not null,
  document_count integer not null,
  declared_document_count integer,
  submission_source text not null check (submission_source in ('full_submission', 'primary_document')),
  submission_sha256 text not null,
  submission_bytes bigint,
  -- The file on sec.gov the bytes came from; null for the fictional filings of the test dataset.
  source_url text,
  warnings text[] not null,
  first_seen_at timestamptz not null,
  -- When this API first showed the filing. Null until published; set once.
  available_at timestamptz
);
create index filings_by_accepted_at on filings (dataset, accepted_at desc, accession_number desc);
create index filings_by_form on filings (dataset, form_type, accepted_at desc, accession_number desc);
create index filings_by_items on filings using gin (items);

create table filing_filers (
  accession_number text not null references filings,
  position integer not null,
  role text not null
    check (role in ('filer', 'issuer', 'subject_company', 'reporting_owner', 'filed_by', 'serial_company')),
  cik text not null,
  name text not null,
  sic text,
  irs_number text,
  state_of_incorporation text,
  fiscal_year_end text,
  file_number text,
  film_number text,
  sec_act text,
  -- Copied from the filing so that a company's list is one index scan.
  accepted_at timestamptz not null,
  primary key (accession_number, position)
);
create index filing_filers_by_cik on filing_filers (cik, accepted_at desc, accession_number desc);

create table documents (
  document_id text primary key,
  accession_number text not null references filings,
  sequence integer not null,
  document_type text not null,
  file_name text,
  description text,
  -- The content of the document inside the submission text.
  byte_start bigint not null,
  byte_end bigint not null check (byte_end >= byte_start),
  document_sha256 text not null,
  text_status text not null check (text_status in ('ok', 'not_text', 'failed')),
  text_sha256 text,
  -- Unicode code points and UTF-8 bytes of the canonical text.
  text_length bigint,
  text_byte_length bigint,
  -- The object with the blocks of the text, from which Markdown is rendered.
  blocks_sha256 text,
  normaliser_version text,
  unique (accession_number, sequence),
  check ((text_status = 'ok') = (text_sha256 is not null))
);
create index documents_by_text on documents (text_sha256);

create table sections (
  section_id text primary key,
  document_id text not null references documents,
  section_key text not null,
  position integer not null,
  title text,
  status text not null check (status in ('ok', 'uncertain', 'absent', 'failed')),
  boundary_method text not null,
  confidence real not null check (confidence between 0 and 1),
  "start" bigint not null,
  "end" bigint not null check ("end" >= "start"),
  byte_start bigint not null,
  byte_end bigint not null check (byte_end >= byte_start),
  note text,
  unique (document_id, section_key)
);

create table insider_transactions (
  document_id text not null references documents,
  position integer not null,
  accession_number text not null references filings,
  issuer_cik text not null,
  owner_cik text not null,
  owner_name text not null,
  row jsonb not null,
  primary key (document_id, position)
);
create index insider_transactions_by_issuer on insider_transactions (issuer_cik);
create index insider_transactions_by_accession on insider_transactions (accession_number);
