-- no transaction
create index concurrently if not exists intake_in_order on intake (priority, stage_changed_at) where stage not in ('published', 'failed');
