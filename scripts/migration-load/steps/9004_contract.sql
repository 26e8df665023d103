-- Contract: once no process is left that knows of them.
alter table api_keys drop column rehearsal_note;
alter table filings drop column rehearsal_mark;
drop table rehearsal_notes;
