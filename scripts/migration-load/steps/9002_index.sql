-- no transaction
create index concurrently if not exists rehearsal_index on api_keys (organisation_id, rehearsal_note);
