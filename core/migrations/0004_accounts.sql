-- Who may call, what they may do, and how much they did.

create table organisations (
  id text primary key,
  name text not null,
  plan text not null default 'free',
  created_at timestamptz not null default now()
);

create table api_keys (
  id text primary key,
  organisation_id text not null references organisations,
  name text not null,
  mode text not null check (mode in ('live', 'test', 'admin', 'explorer')),
  -- HMAC-SHA-256 of the key under the pepper of this id; the key itself is shown once and kept nowhere.
  key_hash bytea not null unique check (length(key_hash) = 32),
  pepper_id text not null,
  key_start text not null,
  last_four text not null,
  scopes text[] not null,
  allowed_cidrs text[] not null default '{}',
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  revoked_at timestamptz,
  last_used_at timestamptz
);
create index api_keys_by_organisation on api_keys (organisation_id);

-- Usage as counters that only grow: each process writes its own running totals under its own epoch, with max on conflict,
-- so a repeated or reordered delivery changes nothing. The sum over epochs is the truth.
create table usage_counters (
  organisation_id text not null,
  key_id text not null,
  operation_id text not null,
  hour timestamptz not null,
  epoch text not null,
  requests bigint not null,
  cost bigint not null,
  errors bigint not null,
  primary key (key_id, operation_id, hour, epoch)
);
create index usage_counters_by_organisation on usage_counters (organisation_id, hour);
