-- A key has secrets: two while it is rotated, so that its name, its limits and its usage stay one. What is known of keys in
-- memory follows the changes.

alter table api_keys
  -- Counts up with every change; the ETag of the key.
  add column version bigint not null default 1,
  -- The version of the API its requests are answered in; null: the current one.
  add column api_version text,
  -- Units it may use in a calendar month (UTC), below what its organisation may.
  add column monthly_unit_cap bigint check (monthly_unit_cap > 0),
  -- Put to rest by its organisation, or because nobody used it for a year.
  add column disabled_at timestamptz,
  add column disabled_reason text,
  add column revoked_reason text,
  add column created_by text,
  add constraint api_keys_of_organisation unique (organisation_id, id);

create table api_key_secrets (
  id text primary key,
  key_id text not null,
  organisation_id text not null,
  -- HMAC-SHA-256 of the key under the pepper of this id.
  secret_hash bytea not null unique check (length(secret_hash) = 32),
  pepper_id text not null,
  last_four text not null,
  created_at timestamptz not null default now(),
  -- When it stops working before its key does. Null: with its key.
  expires_at timestamptz,
  -- How many seconds it still works from when its successor is first used. Null: nothing waits for that.
  grace_seconds integer check (grace_seconds >= 0),
  foreign key (organisation_id, key_id) references api_keys (organisation_id, id)
);
create index api_key_secrets_by_key on api_key_secrets (key_id);

insert into api_key_secrets (id, key_id, organisation_id, secret_hash, pepper_id, last_four, created_at)
select 'ksc_' || substr(id, 5), id, organisation_id, key_hash, pepper_id, last_four, created_at from api_keys;

alter table api_keys drop column key_hash, drop column pepper_id, drop column last_four;

-- Changes of keys and of the organisations they belong to, numbered. The number comes from one row that every change locks, so
-- whoever sees a number sees all changes up to it: a reader that asks for later ones misses none.
create table key_change_counter (
  only_row boolean primary key default true check (only_row),
  version bigint not null,
  -- Whose numbers these are: several databases may share a Redis that tells of changes.
  origin uuid not null default gen_random_uuid()
);
insert into key_change_counter (version) values (0);
grant select, update on key_change_counter to latent_api, latent_service, latent_worker;

create table key_changes (
  version bigint primary key,
  organisation_id text not null,
  -- Null: all keys of the organisation.
  key_id text,
  changed_at timestamptz not null default now()
);
create index key_changes_by_time on key_changes (changed_at);

-- What an organisation should be told, once each, by mail and by webhook.
create table notifications (
  id bigint generated always as identity primary key,
  organisation_id text not null,
  kind text not null,
  -- The same news has the same key, however often it is found.
  dedupe_key text not null unique,
  payload jsonb not null,
  created_at timestamptz not null default now(),
  -- When it was mailed, and when it became an event for webhooks.
  sent_at timestamptz,
  published_at timestamptz
);
create index notifications_to_send on notifications (id) where sent_at is null;
create index notifications_to_publish on notifications (id) where published_at is null;

select protect_tenant_table('api_key_secrets', 'select, insert, update', 'select, insert, update', 'select');
select protect_tenant_table('key_changes', 'insert', 'select, insert', 'select, insert, delete');
select protect_tenant_table('notifications', 'select, insert', 'select, insert, update', 'select, insert, update');
