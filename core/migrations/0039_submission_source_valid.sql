-- Reads every filing while others write: what 0038 promised of new ones holds for all.
alter table filings validate constraint filings_submission_source_check;
