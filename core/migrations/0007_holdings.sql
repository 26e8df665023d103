-- What institutional managers, funds and issuers state on structured forms: 13F holdings, fund portfolios and votes,
-- offerings, subsidiaries, and the events of current reports. Every row belongs to one filing, is written with it and never
-- changed; it is visible when its filing is. What an amendment does to an earlier report is decided when it is asked.

-- Cover and summary page of Form 13F.
create table holdings_reports (
  accession_number text primary key references filings,
  manager_cik text not null,
  -- End of the quarter; null when neither cover nor header says.
  period_of_report date,
  report_type text check (report_type in ('holdings', 'notice', 'combination')),
  is_amendment boolean not null,
  amendment_type text check (amendment_type in ('restatement', 'new_holdings')),
  report jsonb not null
);
create index holdings_reports_by_manager on holdings_reports (manager_cik, period_of_report);
create index holdings_reports_by_period on holdings_reports (period_of_report);

-- Rows of the information table of Form 13F.
create table holdings (
  document_id text not null references documents,
  position integer not null,
  accession_number text not null references filings,
  manager_cik text not null,
  issuer_name text not null,
  title_of_class text,
  cusip text,
  figi text,
  value_as_filed double precision,
  -- US dollars.
  value double precision,
  value_status text not null check (value_status in ('reported', 'normalized', 'unavailable')),
  value_reason text,
  shares double precision,
  shares_type text check (shares_type in ('SH', 'PRN')),
  put_call text check (put_call in ('put', 'call')),
  investment_discretion text check (investment_discretion in ('SOLE', 'DFND', 'OTR')),
  other_managers text[] not null,
  voting_sole double precision,
  voting_shared double precision,
  voting_none double precision,
  primary key (document_id, position),
  check ((value_status = 'unavailable') = (value is null))
);
create index holdings_by_accession on holdings (accession_number);
create index holdings_by_cusip on holdings (cusip);
create index holdings_by_manager on holdings (manager_cik, cusip);
create index holdings_by_issuer on holdings (lower(issuer_name) text_pattern_ops);

-- One report of a fund: a month's portfolio (NPORT), a year's census (N-CEN), votes (N-PX), a registration fee (24F-2NT).
create table fund_reports (
  document_id text primary key references documents,
  accession_number text not null references filings,
  cik text not null,
  report_type text not null,
  series_ids text[] not null,
  period_of_report date,
  report jsonb not null
);
create index fund_reports_by_accession on fund_reports (accession_number);
create index fund_reports_by_cik on fund_reports (cik, period_of_report);
create index fund_reports_by_series on fund_reports using gin (series_ids);

-- A position of a fund's portfolio (NPORT).
create table fund_holdings (
  document_id text not null references documents,
  position integer not null,
  accession_number text not null references filings,
  cik text not null,
  series_id text,
  issuer_name text,
  cusip text,
  isin text,
  holding jsonb not null,
  primary key (document_id, position)
);
create index fund_holdings_by_accession on fund_holdings (accession_number);
create index fund_holdings_by_cik on fund_holdings (cik);
create index fund_holdings_by_series on fund_holdings (series_id);
create index fund_holdings_by_cusip on fund_holdings (cusip);
create index fund_holdings_by_isin on fund_holdings (isin);

-- A matter a fund or manager voted on (N-PX).
create table proxy_votes (
  document_id text not null references documents,
  position integer not null,
  accession_number text not null references filings,
  cik text not null,
  issuer_name text,
  cusip text,
  isin text,
  meeting_date date,
  vote jsonb not null,
  primary key (document_id, position)
);
create index proxy_votes_by_accession on proxy_votes (accession_number);
create index proxy_votes_by_cik on proxy_votes (cik);
create index proxy_votes_by_cusip on proxy_votes (cusip);
create index proxy_votes_by_isin on proxy_votes (isin);

-- An offering of securities as one document states it.
create table offerings (
  document_id text primary key references documents,
  accession_number text not null references filings,
  cik text not null,
  offering_type text not null
    check (offering_type in ('regulation_d', 'regulation_crowdfunding', 'regulation_a', 'registered')),
  offering jsonb not null
);
create index offerings_by_accession on offerings (accession_number);
create index offerings_by_cik on offerings (cik);
create index offerings_by_type on offerings (offering_type);

-- Subsidiaries named in Exhibit 21.
create table subsidiaries (
  document_id text not null references documents,
  position integer not null,
  accession_number text not null references filings,
  cik text not null,
  name text not null,
  jurisdiction text,
  ownership_percent double precision,
  "start" bigint not null,
  "end" bigint not null check ("end" >= "start"),
  byte_start bigint not null,
  byte_end bigint not null check (byte_end >= byte_start),
  primary key (document_id, position)
);
create index subsidiaries_by_accession on subsidiaries (accession_number);
create index subsidiaries_by_cik on subsidiaries (cik);
create index subsidiaries_by_name on subsidiaries (lower(name) text_pattern_ops);

-- Items of current reports as typed events.
create table events (
  accession_number text not null references filings,
  position integer not null,
  cik text not null,
  item_code text not null,
  event_type text not null,
  event_date date,
  event jsonb not null,
  primary key (accession_number, position)
);
create index events_by_cik on events (cik);
create index events_by_type on events (event_type);
create index events_by_item on events (item_code);
