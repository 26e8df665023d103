-- Whose rows are whose, and who may touch them. Every row of a customer carries organisation_id; row-level security shows a
-- transaction the rows of the organisation it named and nobody else's, and none at all when it named none.

revoke all on schema public from public;

do $$
declare
  name text;
begin
  foreach name in array array[
    'latent_api',       -- answers requests: reads what everybody may read, and the rows of one organisation at a time
    'latent_service',   -- the API's own errands over all organisations: look up keys, write usage, keep sessions
    'latent_worker',    -- the workers and the scheduler
    'latent_readonly',  -- people who look: no tenant rows
    'latent_retention'  -- removes what has passed its time
  ] loop
    begin
      execute format('create role %I nologin', name);
    exception when duplicate_object or unique_violation then null;
    end;
    execute format('grant %I to %I', name, current_user);
    execute format('grant usage on schema public to %I', name);
  end loop;
end $$;

/* The organisation this transaction acts for: `set_config('latent.organisation_id', …, true)`. */
create function current_organisation() returns text language sql stable
  as $$ select nullif(current_setting('latent.organisation_id', true), '') $$;

/*
 * Puts a table of tenant rows under protection. `for_api` are the privileges of the API inside an organisation,
 * `for_service` and `for_worker` those of the roles that work for all of them; '' means none.
 */
create function protect_tenant_table(
  tenant_table regclass, for_api text, for_service text, for_worker text, owner_column text default 'organisation_id'
) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', tenant_table);
  execute format('alter table %s force row level security', tenant_table);
  execute format(
    'create policy tenant on %s to latent_api using (%I = current_organisation()) with check (%I = current_organisation())',
    tenant_table, owner_column, owner_column);
  execute format(
    'create policy every_tenant on %s to latent_service, latent_worker, latent_retention using (true) with check (true)',
    tenant_table);
  execute format('revoke all on %s from latent_api, latent_service, latent_worker, latent_readonly, latent_retention',
    tenant_table);
  if for_api <> '' then execute format('grant %s on %s to latent_api', for_api, tenant_table); end if;
  if for_service <> '' then execute format('grant %s on %s to latent_service', for_service, tenant_table); end if;
  if for_worker <> '' then execute format('grant %s on %s to latent_worker', for_worker, tenant_table); end if;
end $$;

/*
 * Makes a login the login of a role: its sessions begin in the role and within its limits, also behind a pooler that hands
 * over no settings. The limits are those of core/src/db.ts.
 */
create function prepare_login(login text, role text) returns void language plpgsql as $$
declare
  statement_ms integer := case role when 'latent_worker' then 900000 when 'latent_retention' then 3600000
    when 'latent_readonly' then 60000 else 30000 end;
  lock_ms integer := case role when 'latent_worker' then 120000 when 'latent_readonly' then 5000 else 10000 end;
  idle_ms integer := case role when 'latent_worker' then 600000 when 'latent_api' then 30000 when 'latent_service' then 30000
    else 60000 end;
begin
  if role not in ('latent_api', 'latent_service', 'latent_worker', 'latent_readonly', 'latent_retention') then
    raise exception 'there is no role %', role;
  end if;
  execute format('grant %I to %I', role, login);
  execute format('alter role %I set role = %L', login, role);
  execute format('alter role %I set search_path = public', login);
  execute format('alter role %I set statement_timeout = %L', login, statement_ms || 'ms');
  execute format('alter role %I set lock_timeout = %L', login, lock_ms || 'ms');
  execute format('alter role %I set idle_in_transaction_session_timeout = %L', login, idle_ms || 'ms');
end $$;
revoke execute on function prepare_login from public;

-- What is public may be read by all; what the pipeline writes, the workers write. Tables that come later say so themselves.
grant select on all tables in schema public to latent_api, latent_readonly;
grant select, insert, update, delete, truncate on all tables in schema public to latent_worker;
grant usage on all sequences in schema public to latent_worker;

alter table organisations
  add column disabled_at timestamptz,
  -- The most that may be spent in a calendar month (UTC) beyond the price of the plan. Null: nothing beyond the quota.
  add column spend_cap_cents bigint check (spend_cap_cents >= 0),
  -- Counts up with every change of what its keys may do.
  add column version bigint not null default 1;

select protect_tenant_table('organisations', 'select, update', 'select, insert, update', 'select, update', 'id');
select protect_tenant_table('api_keys', 'select, insert, update', 'select, insert, update', 'select, update');
select protect_tenant_table('usage_counters', 'select', 'select, insert, update', 'select, insert, update');
