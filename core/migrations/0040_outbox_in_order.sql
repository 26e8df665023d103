-- no transaction
create index concurrently if not exists outbox_in_order on outbox (priority, id);
