-- Expand: nothing here is in the way of code that does not know of it.
alter table api_keys add column rehearsal_note text;
alter table filings add column rehearsal_mark integer not null default 0;
alter table api_keys add constraint rehearsal_note_is_short check (length(rehearsal_note) < 100) not valid;
create table rehearsal_notes (key_id text primary key, note text not null);
grant select, insert, update on rehearsal_notes to latent_api, latent_service;
