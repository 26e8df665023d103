-- Every change of state, in the order in which it happened, as one chain of hashes per organisation. Nothing but
-- append_audit_event writes it; nothing at all changes or removes a row.

create table audit_events (
  organisation_id text not null,
  -- 1, 2, 3 … without gaps; each row holds the hash of the one before, and its own hash covers that and everything else.
  seq bigint not null check (seq > 0),
  created_at timestamptz not null,
  id text not null,
  actor_type text not null,
  actor_id text not null,
  -- Sealed under the key of whoever they are about; see subject_keys.
  actor_ip text,
  actor_user_agent text,
  before text,
  after text,
  action text not null,
  target_type text not null,
  target_id text not null,
  request_id text,
  prev_hash bytea not null check (length(prev_hash) = 32),
  hash bytea not null check (length(hash) = 32)
) partition by range (created_at);
create index audit_events_by_seq on audit_events (organisation_id, seq);
create index audit_events_by_action on audit_events (organisation_id, action, seq);
create index audit_events_by_actor on audit_events (organisation_id, actor_id, seq);
create index audit_events_by_target on audit_events (organisation_id, target_id, seq);
select protect_tenant_table('audit_events', 'select', 'select', 'select');

/* Where each chain ends. The row is what concurrent writers wait for. */
create table audit_heads (
  organisation_id text primary key,
  seq bigint not null,
  hash bytea not null,
  at timestamptz not null
);
select protect_tenant_table('audit_heads', 'select', 'select', 'select');

/* Where what is left of a chain begins, once its oldest part was archived and removed. */
create table audit_bases (
  organisation_id text primary key,
  seq bigint not null,
  hash bytea not null
);
select protect_tenant_table('audit_bases', 'select', 'select', 'select');

/* Heads as they were signed and written outside of this database; `jws` is the signed statement. */
create table audit_anchors (
  organisation_id text not null,
  number bigint not null,
  seq bigint not null,
  hash bytea not null,
  anchored_at timestamptz not null,
  jws text not null,
  primary key (organisation_id, number)
);
select protect_tenant_table('audit_anchors', 'select', 'select', 'select, insert');

/*
 * The key under which the log keeps what is personal about a subject: a user, an e-mail address, or the organisation itself.
 * Without the key it is unreadable for ever, and the chain still holds. A null key says that the subject was erased.
 */
create table subject_keys (
  organisation_id text not null,
  subject_id text not null,
  key bytea check (length(key) = 32),
  created_at timestamptz not null default now(),
  erased_at timestamptz,
  primary key (organisation_id, subject_id),
  check ((key is null) = (erased_at is not null))
);
select protect_tenant_table('subject_keys', 'select, insert', 'select, insert', 'select, insert, update');

/* What was found each time the chains were verified. */
create table audit_verifications (
  id bigint generated always as identity primary key,
  started_at timestamptz not null,
  finished_at timestamptz not null default now(),
  organisations bigint not null,
  events bigint not null,
  fault_count bigint not null,
  -- The first hundred.
  faults jsonb not null
);
grant select, insert on audit_verifications to latent_worker;
grant select on audit_verifications to latent_service;

/* Partitions that were written to the object store, which is a condition of their removal. */
create table audit_archives (
  partition_name text primary key,
  object_sha256 text not null,
  events bigint not null,
  archived_at timestamptz not null default now(),
  removed_at timestamptz
);
grant select, insert on audit_archives to latent_worker;
grant select on audit_archives to latent_retention;

create function refuse_audit_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger append_only before update or delete on audit_events for each row execute function refuse_audit_change();
create trigger never_emptied before truncate on audit_events for each statement execute function refuse_audit_change();
create trigger append_only before update or delete on audit_anchors for each row execute function refuse_audit_change();
create trigger never_emptied before truncate on audit_anchors for each statement execute function refuse_audit_change();

/* Makes the partition of the month that holds the day, once. */
create function create_audit_partition(day date) returns void language plpgsql security definer
  set search_path = pg_catalog, public, pg_temp as $$
declare
  month date := date_trunc('month', day::timestamp)::date;
  name text := 'audit_events_' || to_char(month, 'YYYY_MM');
begin
  if to_regclass('public.' || name) is not null then return; end if;
  execute format('create table public.%I partition of public.audit_events for values from (%L) to (%L)',
    name, month || ' 00:00:00+00', (month + interval '1 month')::date || ' 00:00:00+00');
  execute format('create unique index on public.%I (organisation_id, seq)', name);
  execute format('create trigger never_emptied before truncate on public.%I for each statement execute function public.refuse_audit_change()', name);
  -- Reached through the log only, under the policies of the log.
  execute format('alter table public.%I enable row level security', name);
  execute format('alter table public.%I force row level security', name);
end $$;

/* The partitions of this month and of the months ahead; returns how many rows fell beside all of them. */
create function create_audit_partitions(months_ahead integer) returns bigint language plpgsql security definer
  set search_path = pg_catalog, public, pg_temp as $$
declare
  strays bigint;
begin
  for i in 0 .. least(months_ahead, 24) loop
    perform public.create_audit_partition(((now() at time zone 'UTC') + make_interval(months => i))::date);
  end loop;
  select count(*) into strays from public.audit_events_stray;
  return strays;
end $$;

/* So that no change of a customer ever fails for want of a partition. It is watched, and stays empty. */
create table audit_events_stray partition of audit_events default;
create unique index on audit_events_stray (organisation_id, seq);
create trigger never_emptied before truncate on audit_events_stray for each statement execute function refuse_audit_change();
alter table audit_events_stray enable row level security;
alter table audit_events_stray force row level security;
select create_audit_partitions(3);

/*
 * The canonical JSON of a row without its hash (RFC 8785): keys in order, no white space. Every value is a string, a whole
 * number or null, for which to_json and JSON.stringify write the same.
 */
create function audit_event_json(e audit_events) returns text language sql immutable
  set search_path = pg_catalog, public, pg_temp as $$
  select concat(
    '{"action":', to_json(e.action),
    ',"actor_id":', to_json(e.actor_id),
    ',"actor_ip":', coalesce(to_json(e.actor_ip)::text, 'null'),
    ',"actor_type":', to_json(e.actor_type),
    ',"actor_user_agent":', coalesce(to_json(e.actor_user_agent)::text, 'null'),
    ',"after":', coalesce(to_json(e.after)::text, 'null'),
    ',"before":', coalesce(to_json(e.before)::text, 'null'),
    ',"created_at":"', to_char(e.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    '","id":', to_json(e.id),
    ',"organisation_id":', to_json(e.organisation_id),
    ',"prev_hash":"', encode(e.prev_hash, 'hex'),
    '","request_id":', coalesce(to_json(e.request_id)::text, 'null'),
    ',"seq":', e.seq,
    ',"target_id":', to_json(e.target_id),
    ',"target_type":', to_json(e.target_type),
    '}')
$$;

/*
 * Appends a row to the chain of its organisation. The head is locked first and read after the wait, so that of two writers
 * one goes on from the other; the lock ends with the transaction that makes the change. Times never go back along a chain,
 * so a partition holds one stretch of it.
 */
create function append_audit_event(
  p_id text, p_organisation_id text, p_actor_type text, p_actor_id text, p_actor_ip text, p_actor_user_agent text,
  p_action text, p_target_type text, p_target_id text, p_before text, p_after text, p_request_id text
) returns bigint language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  caller text := coalesce(nullif(current_setting('role', true), 'none'), session_user);
  head public.audit_heads;
  event public.audit_events;
begin
  if not (pg_has_role(caller, 'latent_service', 'usage') or pg_has_role(caller, 'latent_worker', 'usage'))
    and p_organisation_id is distinct from public.current_organisation() then
    raise exception 'the event belongs to another organisation' using errcode = 'insufficient_privilege';
  end if;
  select * into head from public.audit_heads where organisation_id = p_organisation_id for update;
  if not found then
    insert into public.audit_heads values (p_organisation_id, 0, decode(repeat('00', 32), 'hex'), '-infinity')
      on conflict do nothing;
    select * into head from public.audit_heads where organisation_id = p_organisation_id for update;
  end if;
  event.id := p_id;
  event.organisation_id := p_organisation_id;
  event.seq := head.seq + 1;
  event.created_at := greatest(date_trunc('milliseconds', clock_timestamp()), head.at);
  event.actor_type := p_actor_type;
  event.actor_id := p_actor_id;
  event.actor_ip := p_actor_ip;
  event.actor_user_agent := p_actor_user_agent;
  event.action := p_action;
  event.target_type := p_target_type;
  event.target_id := p_target_id;
  event.before := p_before;
  event.after := p_after;
  event.request_id := p_request_id;
  event.prev_hash := head.hash;
  event.hash := sha256(convert_to(public.audit_event_json(event), 'UTF8'));
  insert into public.audit_events select event.*;
  update public.audit_heads set seq = event.seq, hash = event.hash, at = event.created_at
    where organisation_id = p_organisation_id;
  return event.seq;
end $$;

/*
 * Removes a partition of the log: only one that ended at least 2,557 days (seven years) ago, was archived with all its rows,
 * and is the oldest there is. The last hashes of it stay as the beginnings of what is left.
 */
create function remove_audit_partition(p_name text) returns void language plpgsql security definer
  set search_path = pg_catalog, public, pg_temp as $$
declare
  ends timestamptz;
  held bigint;
begin
  if p_name !~ '^audit_events_\d{4}_\d{2}$' or to_regclass('public.' || p_name) is null then
    raise exception 'no partition of the audit log is named %', p_name;
  end if;
  ends := (to_date(right(p_name, 7), 'YYYY_MM') + interval '1 month')::timestamp at time zone 'UTC';
  if ends > now() - interval '2557 days' then
    raise exception '% must be kept until %', p_name, ends + interval '2557 days' using errcode = 'insufficient_privilege';
  end if;
  if exists (select from pg_inherits where inhparent = 'public.audit_events'::regclass
    and inhrelid::regclass::text ~ '^(public\.)?audit_events_\d{4}_\d{2}$' and right(inhrelid::regclass::text, 7) < right(p_name, 7)) then
    raise exception '% is not the oldest partition', p_name;
  end if;
  execute format('lock table public.%I in access exclusive mode', p_name);
  execute format('select count(*) from public.%I', p_name) into held;
  if not exists (select from public.audit_archives where partition_name = p_name and events = held and removed_at is null) then
    raise exception '% was not archived as it is', p_name using errcode = 'insufficient_privilege';
  end if;
  execute format('insert into public.audit_bases select distinct on (organisation_id) organisation_id, seq, hash from public.%I
    order by organisation_id, seq desc
    on conflict (organisation_id) do update set seq = excluded.seq, hash = excluded.hash', p_name);
  execute format('drop table public.%I', p_name);
  update public.audit_archives set removed_at = now() where partition_name = p_name;
end $$;

revoke execute on function append_audit_event, create_audit_partition, create_audit_partitions, remove_audit_partition
  from public;
grant execute on function append_audit_event to latent_api, latent_service, latent_worker;
grant execute on function create_audit_partitions to latent_worker;
grant execute on function remove_audit_partition to latent_retention;
