alter table filings drop constraint filings_submission_source_check;
-- Every filing would be read under the lock: the next migration does that without it.
alter table filings add constraint filings_submission_source_check
  check (submission_source in ('full_submission', 'primary_document', 'feed_archive')) not valid;
