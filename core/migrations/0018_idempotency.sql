-- Answers kept for the Idempotency-Key of a request, so that asking again repeats the answer and not the effect.

create table idempotency_keys (
  organisation_id text not null,
  -- Test and live keys of an organisation see different worlds, so their requests are never the same request.
  dataset text not null check (dataset in ('live', 'test')),
  -- Method and route pattern: `POST /v1/keys`.
  operation text not null,
  key_sha256 bytea not null,
  -- SHA-256 of what was asked for; the same key with anything else is a mistake of the caller.
  request_sha256 bytea not null,
  status smallint not null,
  headers jsonb not null,
  -- Sealed, because answers can hold secrets that are shown once.
  sealed_body text not null,
  request_id text not null,
  created_at timestamptz not null default now(),
  primary key (organisation_id, dataset, operation, key_sha256)
);
create index idempotency_keys_created_at on idempotency_keys (created_at);

select protect_tenant_table('idempotency_keys', 'select, insert, update', '', 'select, delete');
grant select, delete on idempotency_keys to latent_retention;
