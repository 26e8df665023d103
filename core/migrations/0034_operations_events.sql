-- What was done to the running installation, for those who run it: the daily digest tells of it.
create table operations_events (
  id bigint generated always as identity primary key,
  -- deployment: a process began to run another release. scaling: a service was given another number of replicas.
  kind text not null check (kind in ('deployment', 'scaling')),
  service text not null check (length(service) between 1 and 100),
  happened_at timestamptz not null default now(),
  -- Of a deployment `release` and `previous_release`; of a scaling `from`, `to` and `reason`.
  details jsonb not null
);
create index operations_events_by_time on operations_events (happened_at);
create index operations_events_by_service on operations_events (kind, service, id desc);
grant select, insert, delete on operations_events to latent_worker;
grant select, insert on operations_events to latent_service;
grant select on operations_events to latent_readonly;

-- The days whose digest was sent.
create table operations_digests (
  day date primary key,
  sent_at timestamptz not null default now()
);
grant select, insert, delete on operations_digests to latent_worker;
grant select on operations_digests to latent_readonly;
