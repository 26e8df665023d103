-- Whose rows are whose, and who may touch them. Every row of a customer carries organisation_id; row-level security shows a
-- transaction the rows of the organisation it named and nobody else's, and none at all when it named none.

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
