-- What was served, counted exactly once. A process journals its answers on disk; what stands here was shipped out of journals.

-- The counters of the processes before this migration counted per key and hour without a status; nothing was billed by them.
drop table usage_counters;

-- One life of one process of the API: its journal, and how much of it has arrived.
create table metering_epochs (
  epoch text primary key,
  started_at timestamptz not null,
  -- Everything this process answered up to this moment is here.
  heartbeat_at timestamptz not null,
  -- The last journal entry whose counters and log row are here. Moves in the transaction that brings them.
  shipped_seq bigint not null default 0,
  closed_at timestamptz,
  -- Another process found the journal after this one had died, and brought the rest.
  recovered_at timestamptz
);
create index metering_epochs_open on metering_epochs (heartbeat_at) where closed_at is null and recovered_at is null;
grant select, insert, update on metering_epochs to latent_service;
grant select on metering_epochs to latent_worker, latent_readonly;
grant select, delete on metering_epochs to latent_retention;

-- Running totals of one epoch. They only grow and are written with greatest(), so that a delivery that is repeated, late
-- or out of order changes nothing. The sum over epochs is the truth.
create table usage_cells (
  organisation_id text not null,
  key_id text not null,
  operation_id text not null,
  status smallint not null,
  hour timestamptz not null,
  epoch text not null,
  requests bigint not null,
  units bigint not null,
  primary key (organisation_id, hour, key_id, operation_id, status, epoch)
);
create index usage_cells_by_hour on usage_cells (hour);
create index usage_cells_by_epoch on usage_cells (epoch, hour);
select protect_tenant_table('usage_cells', 'select', 'select, insert, update', 'select');

-- Hours with cells that no roll-up has settled: those that are not final, and final ones to which something came late.
create table usage_open_hours (
  hour timestamptz primary key
);
grant select, insert on usage_open_hours to latent_service;
grant select, delete on usage_open_hours to latent_worker;

create table usage_final_hours (
  hour timestamptz primary key,
  finalized_at timestamptz not null
);
grant select on usage_final_hours to latent_api, latent_service;
grant select, insert on usage_final_hours to latent_worker;

-- The sum over epochs, overwritten by each roll-up until finalized_at is set. Invoices are made of final rows only.
create table usage_hours (
  organisation_id text not null,
  key_id text not null,
  operation_id text not null,
  status smallint not null,
  hour timestamptz not null,
  requests bigint not null,
  units bigint not null,
  finalized_at timestamptz,
  primary key (organisation_id, hour, key_id, operation_id, status)
);
create index usage_hours_open on usage_hours (hour) where finalized_at is null;
select protect_tenant_table('usage_hours', 'select', 'select', 'select, insert, update');

-- What came after its hour was final: the difference, once. An invoice of a later month bills it.
create table usage_adjustments (
  id bigint generated always as identity primary key,
  organisation_id text not null,
  key_id text not null,
  operation_id text not null,
  status smallint not null,
  hour timestamptz not null,
  requests bigint not null,
  units bigint not null,
  finalized_at timestamptz not null default now()
);
create index usage_adjustments_by_hour on usage_adjustments (organisation_id, hour);
create index usage_adjustments_by_time on usage_adjustments (organisation_id, finalized_at);
select protect_tenant_table('usage_adjustments', 'select', 'select', 'select, insert');

create function refuse_change_of_final_usage() returns trigger language plpgsql as $$
begin
  if old.finalized_at is not null then
    raise exception 'usage of % is final since %', old.hour, old.finalized_at using errcode = 'restrict_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger final_usage_is_frozen before update or delete on usage_hours
  for each row execute function refuse_change_of_final_usage();
create trigger adjustments_are_frozen before update or delete on usage_adjustments
  for each row execute function refuse_change_of_final_usage();

-- One row per answer, for the organisation that asked. A day is a partition, so that 30 days can be kept by dropping one.
create table request_log (
  organisation_id text not null,
  request_id text not null,
  key_id text not null,
  operation_id text not null,
  method text not null,
  path text not null,
  status smallint not null,
  cost integer not null,
  units integer not null,
  at timestamptz not null,
  duration_us bigint not null,
  primary key (organisation_id, request_id, at)
) partition by range (at);
create index request_log_by_time on request_log (organisation_id, at desc, request_id desc);
select protect_tenant_table('request_log', 'select', 'select, insert', 'select');

/* Makes the partition of a day unless it is there. Attaching takes a lock that neither reads nor writes wait for. */
create function ensure_request_log_partition(day date) returns void
  language plpgsql security definer set search_path = public as $$
declare
  name text := 'request_log_' || to_char(day, 'YYYYMMDD');
begin
  if to_regclass(name) is not null then return; end if;
  perform pg_advisory_xact_lock(hashtext('request_log'), 0);
  if to_regclass(name) is not null then return; end if;
  execute format('create table %I (like request_log including all)', name);
  perform protect_tenant_table(name::regclass, '', '', '');
  execute format('alter table request_log attach partition %I for values from (%L) to (%L)',
    name, day::timestamp at time zone 'UTC', (day + 1)::timestamp at time zone 'UTC');
end $$;

/* Drops the partitions of the days before `keep_from`, and returns how many there were. */
create function drop_request_log_partitions(keep_from date) returns integer
  language plpgsql security definer set search_path = public as $$
declare
  partition_name text;
  dropped integer := 0;
begin
  -- Rather another time than to hold up everybody who asks for the log.
  set local lock_timeout = '5s';
  perform pg_advisory_xact_lock(hashtext('request_log'), 0);
  for partition_name in
    select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'request_log'::regclass and c.relname < 'request_log_' || to_char(keep_from, 'YYYYMMDD')
  loop
    execute format('drop table %I', partition_name);
    dropped := dropped + 1;
  end loop;
  return dropped;
end $$;
revoke all on function ensure_request_log_partition(date), drop_request_log_partitions(date) from public;
grant execute on function ensure_request_log_partition(date) to latent_service, latent_worker;
grant execute on function drop_request_log_partitions(date) to latent_worker, latent_retention;

-- A share of the quota or of the spend cap was reached. Written once; whoever sends messages claims it.
create table usage_alerts (
  organisation_id text not null,
  month date not null,
  kind text not null check (kind in ('quota', 'spend_cap')),
  threshold smallint not null,
  -- What was used and what may be used when it was found out: units, or US cents.
  used bigint not null,
  allowed bigint not null,
  status text not null default 'pending' check (status in ('pending', 'sent')),
  created_at timestamptz not null default now(),
  claimed_until timestamptz,
  sent_at timestamptz,
  primary key (organisation_id, month, kind, threshold)
);
create index usage_alerts_pending on usage_alerts (created_at) where status = 'pending';
select protect_tenant_table('usage_alerts', 'select', 'select', 'select, insert, update');
