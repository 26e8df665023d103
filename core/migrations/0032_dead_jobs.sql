-- Jobs that were given up although nothing was found out about what they worked on: they died, went silent, could not be read, or
-- failed in every attempt. They stay until somebody has them done again.

create table dead_jobs (
  id bigint generated always as identity primary key,
  job_name text not null,
  job_id text not null,
  -- JSON as text: jsonb could not hold every string that JSON can. Null when it was too large to be kept; its hash still says which it was.
  payload text check (octet_length(payload) <= 16384),
  payload_sha256 text not null,
  payload_bytes bigint not null,
  -- `worker_died`, `unresponsive`, `bad_payload`, or the reason the error carried.
  reason text not null,
  message text not null,
  stack text,
  attempts integer not null,
  -- How often it stood still because the process that had it was gone.
  deaths integer not null,
  trace_id text,
  -- When the job was first asked for, and when it was last given up.
  first_at timestamptz not null,
  last_at timestamptz not null default now(),
  -- When it was asked for again.
  redriven_at timestamptz
);
-- The same work, given up again before anybody looked, is one row.
create unique index dead_jobs_open on dead_jobs (job_name, job_id) where redriven_at is null;
create index dead_jobs_by_time on dead_jobs (last_at desc);
grant select, insert, update, delete on dead_jobs to latent_worker;
grant select on dead_jobs to latent_service, latent_readonly;
