-- Events sent to addresses of customers: who wants which, what is due, and what was answered. These rows are the record; no
-- queue has to remember anything.

create table webhook_endpoints (
  id text primary key,
  organisation_id text not null references organisations,
  dataset text not null check (dataset in ('live', 'test')),
  url text not null check (length(url) <= 2048),
  description text not null,
  event_types text[] not null check (cardinality(event_types) > 0),
  -- They narrow the events of the feed of changes; empty: any.
  ciks text[] not null,
  form_types text[] not null,
  signal_types text[] not null,
  status text not null default 'enabled' check (status in ('enabled', 'disabled')),
  disabled_reason text check (disabled_reason in ('customer', 'gone', 'failing')),
  disabled_at timestamptz,
  -- Sealed. While a rotation lasts both are used.
  secret_sealed text not null,
  public_key text not null,
  previous_secret_sealed text,
  previous_public_key text,
  previous_secret_expires_at timestamptz,
  -- The failures since the last success that decide whether the endpoint is given up.
  first_failure_at timestamptz,
  failing_since timestamptz,
  version bigint not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  -- Its deliveries stay readable to nobody and go with their time.
  deleted_at timestamptz,
  check ((status = 'disabled') = (disabled_reason is not null))
);
create index webhook_endpoints_by_organisation on webhook_endpoints (organisation_id, id) where deleted_at is null;
create index webhook_endpoints_listening on webhook_endpoints (dataset) where deleted_at is null and status = 'enabled';

create table webhook_deliveries (
  id text primary key,
  organisation_id text not null,
  endpoint_id text not null references webhook_endpoints,
  event_id text not null,
  event_type text not null,
  -- The body as it is sent: every attempt sends the same bytes.
  payload text not null check (length(payload) <= 20480),
  occurred_at timestamptz not null,
  -- Its place in the feed of changes, if it is of the feed.
  position bigint,
  -- pending: not tried yet; failed: tried, and will be again; exhausted: given up.
  status text not null default 'pending' check (status in ('pending', 'succeeded', 'failed', 'exhausted')),
  attempts integer not null default 0,
  -- How far it is in the schedule; a retry by hand begins anew.
  schedule_step integer not null default 0,
  next_attempt_at timestamptz,
  -- Who sends it at the moment, and until when nobody else does.
  lease_id text,
  leased_until timestamptz,
  created_at timestamptz not null,
  completed_at timestamptz,
  -- Handing out an event twice changes nothing.
  unique (endpoint_id, event_id),
  check ((next_attempt_at is not null) = (status in ('pending', 'failed')))
);
create index webhook_deliveries_due on webhook_deliveries (endpoint_id, next_attempt_at) where next_attempt_at is not null;
create index webhook_deliveries_leased on webhook_deliveries (endpoint_id) where leased_until is not null;
create index webhook_deliveries_by_endpoint on webhook_deliveries (endpoint_id, id desc);
create index webhook_deliveries_by_position on webhook_deliveries (endpoint_id, position) where position is not null;
create index webhook_deliveries_by_age on webhook_deliveries (created_at);

create table webhook_attempts (
  id text primary key,
  organisation_id text not null,
  delivery_id text not null references webhook_deliveries on delete cascade,
  number integer not null,
  started_at timestamptz not null,
  duration_ms integer not null,
  request_headers jsonb not null,
  response_status integer,
  response_headers jsonb,
  response_body text,
  -- Why there was no answer, or what was wrong with it.
  error text,
  error_detail text
);
-- What an endpoint missed is looked up by time.
create index changes_by_time on changes (dataset, created_at);

create index webhook_attempts_by_delivery on webhook_attempts (delivery_id, id);

-- How far the feed of changes was handed out.
create table webhook_cursors (
  dataset text primary key check (dataset in ('live', 'test')),
  position bigint not null
);
insert into webhook_cursors
select dataset, coalesce((select max(position) from changes c where c.dataset = d.dataset), 0)
from (values ('live'), ('test')) d (dataset);
grant select, insert, update on webhook_cursors to latent_worker;

select protect_tenant_table('webhook_endpoints', 'select, insert, update', 'select', 'select, update');
select protect_tenant_table('webhook_deliveries', 'select, insert, update', 'select, insert', 'select, insert, update, delete');
select protect_tenant_table('webhook_attempts', 'select', 'select', 'select, insert, delete');
grant select, delete on webhook_endpoints, webhook_deliveries, webhook_attempts to latent_retention;
