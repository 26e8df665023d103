alter table outbox add column priority smallint not null default 0;
