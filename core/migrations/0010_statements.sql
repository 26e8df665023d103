-- Financial statements of a filing, as filed and standardised. Made once from its facts and its own taxonomy, and never
-- changed: another edition of the resolver is another parse. What is restated is not stored but asked of the facts.

create table financial_reports (
  accession_number text primary key references filings,
  -- The entity the report is about: its cover page's, else the subject of the filing.
  cik text not null,
  document_type text,
  document_fiscal_year smallint,
  document_fiscal_period text,
  document_period_end date,
  amendment boolean,
  -- ISO 4217; null for a report without amounts.
  currency text,
  -- Whether the filing brings the order and labels of its statements, and why not.
  presentation text not null check (presentation in ('filed', 'unavailable')),
  presentation_reason text,
  resolver_version text not null,
  check ((presentation = 'unavailable') = (presentation_reason is not null))
);
create index financial_reports_by_cik on financial_reports (cik);

create table standard_statements (
  accession_number text not null references financial_reports,
  position integer not null,
  statement text not null check (statement in ('income_statement', 'balance_sheet', 'cash_flow')),
  period_type text not null check (period_type in ('year', 'quarter', 'year_to_date', 'instant')),
  period_start date,
  period_end date not null,
  lines jsonb not null,
  checks jsonb not null,
  primary key (accession_number, position),
  check ((period_type = 'instant') = (period_start is null))
);

create table filed_statements (
  accession_number text not null references financial_reports,
  position integer not null,
  kind text not null check (kind in
    ('balance_sheet', 'income_statement', 'comprehensive_income', 'cash_flow', 'equity', 'cover', 'notes', 'other')),
  title text not null,
  role_uri text,
  definition text,
  parenthetical boolean not null,
  -- Why a presented role has no lines, such as a cycle.
  fault text,
  columns jsonb not null,
  columns_left_out integer not null,
  lines jsonb not null,
  primary key (accession_number, position)
);
create index filed_statements_by_kind on filed_statements (accession_number, kind, position);
