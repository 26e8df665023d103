-- New filings go before the history that is taken in beside them: 0 is live, 20 is history (see core/src/outbox/priority.ts).
-- One table to a file from here to 0038: no lock is held while another is waited for.
alter table intake add column priority smallint not null default 0;
