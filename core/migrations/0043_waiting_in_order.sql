-- no transaction
create index concurrently if not exists waiting_in_order on intake (dataset, first_seen_at) include (form_type, stage) where stage <> 'published';
