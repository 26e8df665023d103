-- Logins of the processes, once per cluster and after the first migration. Passwords come by ALTER ROLE from the secrets of the
-- platform; until then nobody logs in. What each may do and how long is in migration 0016 and in core/src/tenancy/grants.json.

create role replicator login replication connection limit 10;
create role backup_login login replication connection limit 5;
grant pg_read_all_settings to backup_login;

create role api_login login connection limit 120;
create role service_login login connection limit 120;
create role worker_login login connection limit 60;
select prepare_login('api_login', 'latent_api');
select prepare_login('service_login', 'latent_service');
select prepare_login('worker_login', 'latent_worker');
-- The workers remove parts of the audit log that are over seven years old, and erase people, in this role.
alter role worker_login noinherit;
grant latent_retention to worker_login;
