-- Ownership reports: Forms 3, 4 and 5 with all their owners and amendments, Form 144, Schedules 13D and 13G. Append-only;
-- a row is visible when its filing is.

-- One row per Form 3, 4 or 5: what belongs to the form and not to one of its rows.
create table ownership_documents (
  document_id text primary key references documents,
  accession_number text not null references filings,
  issuer_cik text not null,
  base_form text not null check (base_form in ('3', '4', '5')),
  is_amendment boolean not null,
  period_of_report date,
  date_of_original_submission date,
  owner_ciks text[] not null,
  -- Owners, footnotes, remarks, signatures, flags.
  document jsonb not null
);
create index ownership_documents_by_issuer on ownership_documents (issuer_cik, base_form);
create index ownership_documents_by_accession on ownership_documents (accession_number);
create index ownership_documents_by_owner on ownership_documents using gin (owner_ciks);

-- A line of a form that a later filing states again: an amendment that corrects it, or another owner's report of the same
-- transaction. Holds at every moment at which the later filing is visible.
create table ownership_restatements (
  document_id text not null references documents,
  position integer not null,
  restated_by_document_id text not null references documents,
  restated_by_position integer not null,
  restated_by_accession_number text not null references filings,
  kind text not null check (kind in ('amendment', 'joint_report')),
  primary key (document_id, position, restated_by_document_id, restated_by_position)
);

-- What an owner was left with, one row for each line that states a balance and each owner of the form.
create table insider_balances (
  document_id text not null references documents,
  position integer not null,
  owner_cik text not null,
  accession_number text not null references filings,
  issuer_cik text not null,
  -- Table, security, way of holding and, for derivatives, terms: what makes two balances one position.
  holding_key text not null,
  -- Day the balance is true for.
  balance_date date not null,
  shares double precision,
  primary key (document_id, position, owner_cik)
);
create index insider_balances_by_issuer on insider_balances (issuer_cik, owner_cik, holding_key, balance_date desc);
create index insider_balances_by_owner on insider_balances (owner_cik, issuer_cik, holding_key, balance_date desc);

create table proposed_sales (
  document_id text primary key references documents,
  accession_number text not null references filings,
  issuer_cik text not null,
  seller_ciks text[] not null,
  seller_name text not null,
  notice_date date,
  notice jsonb not null
);
create index proposed_sales_by_issuer on proposed_sales (issuer_cik);
create index proposed_sales_by_accession on proposed_sales (accession_number);
create index proposed_sales_by_seller on proposed_sales using gin (seller_ciks);

create table beneficial_ownership_reports (
  document_id text primary key references documents,
  accession_number text not null references filings,
  issuer_cik text,
  report jsonb not null,
  items jsonb not null
);
create index beneficial_ownership_reports_by_issuer on beneficial_ownership_reports (issuer_cik);
create index beneficial_ownership_reports_by_accession on beneficial_ownership_reports (accession_number);

create table beneficial_owners (
  document_id text not null references documents,
  position integer not null,
  accession_number text not null references filings,
  issuer_cik text,
  person_cik text,
  -- The name reduced to what stays the same from filing to filing.
  person_key text not null,
  percent_of_class double precision,
  person jsonb not null,
  primary key (document_id, position)
);
create index beneficial_owners_by_issuer on beneficial_owners (issuer_cik, person_key);
create index beneficial_owners_by_cik on beneficial_owners (person_cik);
create index beneficial_owners_by_key on beneficial_owners (person_key text_pattern_ops);
