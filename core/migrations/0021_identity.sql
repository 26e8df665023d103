-- People who sign in, programs that sign in, and which of them belongs to which organisation.

create table users (
  id text primary key,
  email text not null check (email = lower(email)),
  email_verified boolean not null default false,
  name text not null,
  image_url text,
  two_factor_enabled boolean not null default false,
  -- Set: nothing of theirs works, sessions included.
  disabled_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (email)
);

-- The cookie carries the token and a signature that nobody makes without AUTH_SECRET, so a copy of this table opens nothing.
create table user_sessions (
  id text primary key,
  user_id text not null references users on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  -- The organisation the person works in; null: the first of theirs.
  active_organisation_id text references organisations,
  last_seen_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index user_sessions_by_user on user_sessions (user_id);

-- How a person can prove who they are: a password (scrypt), or an account at a sign-in provider.
create table user_identities (
  id text primary key,
  user_id text not null references users on delete cascade,
  provider_id text not null,
  provider_account_id text not null,
  password_hash text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider_id, provider_account_id)
);
create index user_identities_by_user on user_identities (user_id);

-- What was sent out to be brought back once: links of mails, states of a sign-in elsewhere.
create table user_verifications (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index user_verifications_by_identifier on user_verifications (identifier);
create index user_verifications_by_expiry on user_verifications (expires_at);

create table user_second_factors (
  id text primary key,
  user_id text not null references users on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default true,
  failed_verification_count integer not null default 0,
  locked_until timestamptz
);
create index user_second_factors_by_user on user_second_factors (user_id);

-- Our own people who may look at the account of a customer, with a reason, and leave a trace.
create table platform_staff (
  user_id text primary key references users on delete cascade,
  granted_by text not null,
  granted_at timestamptz not null default now()
);

-- A person in an organisation; without a user, an invitation that waits to be accepted.
create table members (
  id text primary key,
  organisation_id text not null references organisations,
  user_id text references users on delete cascade,
  email text not null check (email = lower(email)),
  role text not null check (role in ('owner', 'admin', 'developer', 'viewer')),
  -- SHA-256 of the token in the link; null once it was used.
  invitation_hash bytea unique check (length(invitation_hash) = 32),
  invitation_expires_at timestamptz,
  version bigint not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (organisation_id, user_id),
  unique (organisation_id, email),
  check ((user_id is null) = (invitation_hash is not null)),
  check ((invitation_hash is null) = (invitation_expires_at is null))
);
create index members_by_user on members (user_id);

create table service_accounts (
  id text primary key,
  organisation_id text not null references organisations,
  name text not null,
  scopes text[] not null,
  -- Public keys (JWK) with which the program may sign its own assertions (RFC 7523).
  public_keys jsonb not null default '[]',
  disabled_at timestamptz,
  -- Counts up with every change that must end the tokens given out before it.
  version bigint not null default 1,
  last_used_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index service_accounts_by_organisation on service_accounts (organisation_id, id);

create table service_account_secrets (
  id text primary key,
  organisation_id text not null,
  service_account_id text not null references service_accounts on delete cascade,
  -- HMAC-SHA-256 of the secret under the pepper of this id.
  secret_hash bytea not null check (length(secret_hash) = 32),
  pepper_id text not null,
  last_four text not null,
  created_at timestamptz not null default now(),
  -- Set when a newer secret took over: until then both work.
  expires_at timestamptz
);
create index service_account_secrets_by_account on service_account_secrets (service_account_id);

-- Ids (jti) of assertions of programs that were used; each may be used once while it is valid.
create table used_assertions (
  service_account_id text not null references service_accounts on delete cascade,
  jti text not null,
  expires_at timestamptz not null,
  primary key (service_account_id, jti)
);

-- Keys that sign access tokens. Published before they sign, and after, so that two are live while they change.
create table oauth_signing_keys (
  kid text primary key,
  algorithm text not null,
  public_jwk jsonb not null,
  sealed_private_jwk text not null,
  signs_from timestamptz not null,
  created_at timestamptz not null default now(),
  -- Tokens it signed are refused from then on. Null: it is the newest.
  retires_at timestamptz
);

-- Which notification went to which member by mail, so that nobody gets the same news twice and nobody is forgotten.
create table notification_mails (
  notification_id bigint not null,
  member_id text not null,
  organisation_id text not null,
  attempts integer not null default 0,
  next_attempt_at timestamptz not null default now(),
  sent_at timestamptz,
  primary key (notification_id, member_id)
);
select protect_tenant_table('notification_mails', '', '', 'select, insert, update, delete');

select protect_tenant_table('members', 'select, insert, update, delete', 'select, insert, update, delete', 'select');
select protect_tenant_table('service_accounts', 'select, insert, update, delete', 'select, update', 'select');
select protect_tenant_table('service_account_secrets', 'select, insert, update, delete', 'select', '');

-- Inside an organisation only the people who are its members can be seen.
alter table users enable row level security;
alter table users force row level security;
create policy fellow_member on users for select to latent_api using (
  exists (select 1 from members m where m.user_id = users.id and m.organisation_id = current_organisation())
);
create policy every_user on users to latent_service, latent_worker, latent_retention using (true) with check (true);

grant select on users to latent_api, latent_worker;
grant select, insert, update, delete on users, user_sessions, user_identities, user_verifications, user_second_factors,
  used_assertions to latent_service;
grant select on platform_staff to latent_service;
grant select, insert, update, delete on oauth_signing_keys to latent_service, latent_worker;
grant select, delete on user_sessions, user_verifications, used_assertions to latent_worker;
