-- What was put away for the day on which everything is lost, and whether it came back when that was tried.

/* A moment that is committed every minute: what a restored database holds of it says to which moment it goes. */
create table recovery_marks (
  id bigint generated always as identity primary key,
  marked_at timestamptz not null default clock_timestamp()
);
create index recovery_marks_by_time on recovery_marks (marked_at);
grant select, insert, delete on recovery_marks to latent_worker;
grant select on recovery_marks to latent_service, latent_readonly;

create table backups (
  id text primary key,
  /* database: everything of a cluster, as pg_basebackup gives it. redis: the snapshot of one Redis. objects: a pass over the
     object store that copies what its second copy lacks. */
  kind text not null check (kind in ('database', 'redis', 'objects')),
  -- Which server or bucket: `primary`, `queue`, `cache`, `second-copy`. Never an address.
  source text not null,
  started_at timestamptz not null,
  -- Null while it is under way, or when its process died.
  finished_at timestamptz,
  outcome text check (outcome in ('succeeded', 'failed')),
  check ((outcome is null) = (finished_at is null)),
  -- As stored, and before it was compressed.
  stored_bytes bigint,
  plain_bytes bigint,
  -- Of a pass over objects: how many there are, and how many of them were copied by it.
  objects_seen bigint,
  objects_copied bigint,
  -- Of a database: from where on the log is needed to make it whole.
  start_wal text,
  /* Read back from the store, opened, and compared with the list of its files and their checksums. */
  verified_at timestamptz,
  -- When retention removed it from the store.
  removed_at timestamptz,
  error text
);
create index backups_by_time on backups (kind, source, started_at desc);
grant select, insert, update on backups to latent_worker;
grant select on backups to latent_service, latent_readonly;

/* Each time a backup was restored into an empty cluster to see whether that can be done. */
create table restore_drills (
  id text primary key,
  started_at timestamptz not null,
  finished_at timestamptz not null default now(),
  outcome text not null check (outcome in ('succeeded', 'failed')),
  backup_id text,
  -- The moment that was asked for; null: as late as the archive goes.
  target_at timestamptz,
  -- The moment of the last commit that came back.
  recovered_to timestamptz,
  -- How long nothing had been put away when the drill began, and how long it took until the database answered.
  rpo_seconds double precision,
  rto_seconds double precision,
  -- Each check with its finding.
  checks jsonb not null,
  error text
);
create index restore_drills_by_time on restore_drills (started_at desc);
grant select, insert on restore_drills to latent_worker;
grant select on restore_drills to latent_service, latent_readonly;
