-- What the payment service says, plans that change, tokens that are taken back, and counters that are put together.

-- Alerts are handed over in the transaction that notes it, so nobody claims them for a while.
alter table usage_alerts drop column claimed_until;

-- The last attempt to pay that failed; null while there was none, and once it is paid.
alter table invoices add column payment_failed_at timestamptz;

-- Events of the payment service that were taken in, each once. They name our invoices by id and nobody by name.
create table stripe_events (
  id text primary key,
  type text not null,
  -- When the payment service says it happened: events come in any order.
  occurred_at timestamptz not null,
  outcome text not null check (outcome in ('applied', 'stale', 'ignored', 'conflict', 'unknown')),
  received_at timestamptz not null default now()
);
create index stripe_events_by_time on stripe_events (received_at);
grant select, insert, update on stripe_events to latent_service;
grant select, delete on stripe_events to latent_retention;
grant select on stripe_customers to latent_service;

-- Which plan is in force from the beginning of which month. Written when it changes; before its first row an organisation had
-- the plan that the row calls the previous one.
create table plan_changes (
  organisation_id text not null references organisations,
  effective_from date not null check (extract(day from effective_from) = 1),
  plan text not null,
  previous_plan text not null,
  created_at timestamptz not null default now(),
  -- When it came into force; null: it waits for its month.
  applied_at timestamptz,
  primary key (organisation_id, effective_from)
);
create index plan_changes_waiting on plan_changes (effective_from) where applied_at is null;
select protect_tenant_table('plan_changes', 'select, insert, update, delete', 'select', 'select, update');
grant select on plan_changes to latent_retention;

-- Access tokens that were taken back before their end; after it nobody needs to know.
create table revoked_tokens (
  jti text primary key,
  organisation_id text not null,
  service_account_id text not null references service_accounts on delete cascade,
  expires_at timestamptz not null
);
create index revoked_tokens_by_account on revoked_tokens (service_account_id);
create index revoked_tokens_by_expiry on revoked_tokens (expires_at);
select protect_tenant_table('revoked_tokens', '', 'select, insert', 'select, delete');
grant select, update, delete on revoked_tokens to latent_retention;

-- Erasures are applied again to a database that was set back to a time before they were asked for.
grant insert on privacy_requests to latent_worker;

-- Counters of processes that are over are put together: one row per key, operation, status and hour.
grant select, insert, update, delete on usage_cells to latent_retention;
grant select on usage_final_hours to latent_retention;
