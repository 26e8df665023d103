-- Every change of state, in the order in which it happened.

create table audit_events (
  id text primary key,
  organisation_id text not null,
  actor_type text not null,
  actor_id text not null,
  actor_ip text,
  actor_user_agent text,
  action text not null,
  target_type text not null,
  target_id text not null,
  before jsonb,
  after jsonb,
  request_id text,
  created_at timestamptz not null default now()
);
select protect_tenant_table('audit_events', 'select, insert', 'select, insert', 'select, insert');
