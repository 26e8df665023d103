-- What people may ask about their data: all of it, and the end of it.

create table privacy_requests (
  id text primary key,
  organisation_id text not null,
  kind text not null check (kind in ('export', 'erasure')),
  subject_type text not null check (subject_type in ('organisation', 'user')),
  subject_id text not null,
  status text not null default 'pending' check (status in ('pending', 'completed', 'cancelled')),
  requested_by text not null,
  created_at timestamptz not null default now(),
  -- An erasure may be taken back until then; an export has to be there by then.
  due_at timestamptz not null,
  completed_at timestamptz,
  -- Of an export, until it expires: the bundle, sealed.
  sealed_bundle text,
  bundle_expires_at timestamptz,
  -- Of an erasure: how many rows of which table went.
  result jsonb,
  check ((status = 'completed') = (completed_at is not null))
);
create index privacy_requests_by_organisation on privacy_requests (organisation_id, id desc);
create index privacy_requests_open on privacy_requests (due_at) where status = 'pending';
create index privacy_requests_with_bundle on privacy_requests (bundle_expires_at) where sealed_bundle is not null;
select protect_tenant_table('privacy_requests', 'select, insert, update', '', 'select, update');

-- Others who hold data of the subject on our behalf and must be told.
create table privacy_forwards (
  request_id text not null references privacy_requests,
  organisation_id text not null,
  processor text not null,
  reference text not null,
  created_at timestamptz not null default now(),
  forwarded_at timestamptz,
  primary key (request_id, processor, reference)
);
select protect_tenant_table('privacy_forwards', 'select', '', 'select, insert, update');
grant insert on privacy_forwards to latent_retention;

-- Erasures work in the role of retention, which until here removes nothing of a customer. The audit log stays out of its reach.
do $$
declare
  name text;
begin
  for name in
    select distinct c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and (a.attname in ('organisation_id', 'user_id') or c.relname in ('organisations', 'users', 'user_verifications'))
      and c.relname !~ '^(audit_|privacy_)'
  loop
    execute format('grant select on %I to latent_retention', name);
    -- What accounting keeps stays as it is.
    if name !~ '^(usage_cells|usage_hours|usage_adjustments|invoices|stripe_meter_events)$' then
      execute format('grant update, delete on %I to latent_retention', name);
    end if;
  end loop;
end $$;
-- A bundle repeats what the log says of its subject.
grant select on audit_events to latent_retention;
