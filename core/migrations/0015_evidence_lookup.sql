-- Header evidence names a submission by its hash.
create index filings_by_submission on filings (submission_sha256);
