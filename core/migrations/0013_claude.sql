-- What was asked of Claude, what it cost, and what came back. Money is counted in millionths of a millionth of a dollar, so
-- that the price of a single token is a whole number.

-- What is spent or promised, per budget: the day, a filing, the backfill of an extractor version. A call is promised at the
-- most it can cost before it is made, and counted at what it did cost afterwards, so that no cap is ever exceeded, however
-- many processes ask and whichever of them dies.
create table claude_budgets (
  scope text not null check (scope in ('day', 'filing', 'backfill', 'evaluation')),
  -- A UTC date, an accession number, or extractor@version.
  key text not null,
  committed_picousd bigint not null default 0 check (committed_picousd >= 0),
  primary key (scope, key)
);

-- Replies worth keeping: the same question about the same text is answered from here and paid once.
create table claude_answers (
  cache_key text primary key,
  model text not null,
  effort text not null,
  prompt_id text not null,
  prompt_version text not null,
  prompt_sha256 text not null,
  schema_sha256 text not null,
  input_sha256 text not null,
  outcome text not null check (outcome in ('answered', 'refused', 'truncated')),
  refusal_category text,
  -- The reply as it came, JSON as text: jsonb could not hold every string that JSON can.
  reply text,
  request_id text,
  created_at timestamptz not null default now(),
  -- What became of its findings when they were last looked up in the filing.
  findings integer,
  grounded integer,
  grounding_failed integer,
  contradicted integer,
  -- {"quote_not_found": 2, …}
  dropped jsonb,
  check ((outcome = 'answered') = (reply is not null))
);
create index claude_answers_by_prompt on claude_answers (prompt_id, prompt_version);

-- One row per attempt that could cost money.
create table claude_calls (
  id bigint generated always as identity primary key,
  cache_key text not null,
  input_sha256 text not null,
  dataset text not null check (dataset in ('live', 'test')),
  accession_number text not null,
  extractor text not null,
  extractor_version text not null,
  prompt_id text not null,
  prompt_version text not null,
  model text not null,
  mode text not null check (mode in ('direct', 'batch')),
  -- reserved: promised, maybe under way. settled: counted as used. released: certainly not billed. lost: nobody knows what it
  -- cost, so it stays counted at the most it can have cost.
  state text not null default 'reserved' check (state in ('reserved', 'settled', 'released', 'lost')),
  outcome text,
  reserved_picousd bigint not null,
  cost_picousd bigint,
  input_tokens integer not null default 0,
  cache_write_5m_tokens integer not null default 0,
  cache_write_1h_tokens integer not null default 0,
  cache_read_tokens integer not null default 0,
  output_tokens integer not null default 0,
  thinking_tokens integer not null default 0,
  -- The reply did not say what it used: counted at the most it can have been.
  usage_estimated boolean not null default false,
  request_id text,
  duration_ms integer,
  budget_day text not null,
  backfill_key text,
  -- Of a batch: its row in claude_batches, the request as it is sent, how often it was.
  batch_id bigint,
  request jsonb,
  attempt integer not null default 1,
  -- Until then nobody else asks the same.
  lease_until timestamptz not null,
  created_at timestamptz not null default now(),
  settled_at timestamptz,
  check ((state = 'reserved') = (settled_at is null))
);
create unique index claude_calls_under_way on claude_calls (cache_key) where state = 'reserved';
create index claude_calls_by_filing on claude_calls (accession_number);
create index claude_calls_by_extractor on claude_calls (extractor, prompt_version);
create index claude_calls_open on claude_calls (mode, lease_until) where state = 'reserved';
create index claude_calls_by_day on claude_calls (budget_day);
create index claude_calls_by_batch on claude_calls (batch_id) where batch_id is not null;

create table claude_batches (
  id bigint generated always as identity primary key,
  -- Null while it is being submitted; it stays null when the process died before it learned the id.
  message_batch_id text unique,
  state text not null default 'submitting' check (state in ('submitting', 'in_progress', 'ended', 'abandoned')),
  requests integer not null,
  created_at timestamptz not null default now(),
  ended_at timestamptz
);
create index claude_batches_open on claude_batches (id) where state in ('submitting', 'in_progress');
