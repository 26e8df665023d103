-- The archive of a day is a source that brings the bytes of its filings along.
alter table discovery_sources drop constraint discovery_sources_source_check;
alter table discovery_sources add constraint discovery_sources_source_check check (source in
  ('latest_filings', 'submissions_json', 'daily_index', 'full_index', 'feed_archive', 'company_tickers'));
