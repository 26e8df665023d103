#!/bin/sh
# Brings the platform up in another region after one was lost: docs-site/content/docs/operate/recovery.mdx says when, and what
# comes after. Run on the machine of the new Postgres, as its account, with the environment of the workers in the new region
# (DATABASE_URL, REDIS_*_URL, OBJECT_STORE_URL), and BACKUP_STORE_URL, BACKUP_KEYS and REGION_OBJECT_STORE_URL of the old one.
# Each step may be repeated; a step that fails ends the script, and the next run goes on.
set -eu

data="${1:?Usage: fail-over.sh <empty data folder of Postgres> [time, ISO 8601]}"
to="${2:-}"
programs="${LATENT_PROGRAMS:?the folder of the built programs}"
node="${LATENT_NODE:-node}"
bin="${POSTGRES_BIN:-/usr/lib/postgresql/15/bin}"
say() { printf '%s  %s\n' "$(date -u +%H:%M:%SZ)" "$1"; }

say '1/5 objects, signed heads and erasures from the second copy'
"$node" "$programs/copy-objects-main.js" --from "${REGION_OBJECT_STORE_URL:?}" --to "${OBJECT_STORE_URL:?}"

say '2/5 the database from its backups'
if [ ! -f "$data/PG_VERSION" ]; then
  "$node" "$programs/restore-main.js" --data "$data" ${to:+--to "$to"} ${FETCH_WAL:+--fetch-command "$FETCH_WAL"}
fi
if ! "$bin/pg_ctl" -D "$data" status >/dev/null; then
  "$bin/pg_ctl" -D "$data" -w -t 7200 -l "$data/../postgres.log" ${POSTGRES_OPTIONS:+-o "$POSTGRES_OPTIONS"} start
fi
until "$bin/psql" -XAtq "${DATABASE_OWNER_URL:-$DATABASE_URL}" -c 'select not pg_is_in_recovery()' 2>/dev/null | grep -qx t; do
  sleep 1
done

say '3/5 whoever was erased is erased again, before anybody reads'
"$node" "$programs/replay-erasures-main.js"

say '4/5 the queues from the database'
"$node" "$programs/rebuild-queues-main.js"

say '5/5 what came back'
"$bin/psql" -XAtq "${DATABASE_OWNER_URL:-$DATABASE_URL}" \
  -c "select 'the last commit that is here is of ' || coalesce(max(marked_at)::text, 'an unknown time') from recovery_marks"
say 'Now start the processes, look at /readyz, and turn the DNS.'
