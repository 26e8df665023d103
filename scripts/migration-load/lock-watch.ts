import { setTimeout as sleep } from 'node:timers/promises'
import { openDatabase } from '@sec-latent/core/db'

const LOOK_MS = 2
/** Nobody else can write while one of these is held, and with the last nobody can read. */
const EXCLUSIVE = ['ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock']

/** Looks at the locks of whoever migrates, again and again. */
export function watchLocks(url: string, applicationName: string) {
  const sql = openDatabase(url, { max: 1, applicationName: 'lock-watch' })
  const held = new Map<string, { since: number; until: number; what: string }>()
  let waits = 0
  let stopped = false
  const running = (async () => {
    while (!stopped) {
      const rows = await sql<
        { pid: number; xid: string | null; relation: string; mode: string; granted: boolean }[]
      >`
        select l.pid, l.virtualtransaction as xid, l.relation::regclass::text as relation, l.mode, l.granted
        from pg_locks l join pg_stat_activity a using (pid) join pg_class c on c.oid = l.relation
        where a.application_name = ${applicationName} and l.mode in ${sql(EXCLUSIVE)} and c.relkind in ('r', 'p')
          -- A table it has just made is nobody else's.
          and exists (select 1 from pg_locks other where other.relation = l.relation and other.pid <> l.pid)`
      const now = performance.now()
      for (const { pid, xid, relation, mode, granted } of rows) {
        if (!granted) {
          waits += 1
          continue
        }
        const key = `${pid} ${xid} ${relation} ${mode}`
        const known = held.get(key)
        if (known) known.until = now
        else held.set(key, { since: now, until: now, what: `${mode} on ${relation}` })
      }
      await sleep(LOOK_MS)
    }
  })()
  return {
    async stop() {
      stopped = true
      await running
      await sql.end({ timeout: 1 })
      const longest = [...held.values()].sort(
        (one, other) => other.until - other.since - (one.until - one.since),
      )[0]
      return {
        locks: held.size,
        /** Times somebody was seen waiting. */
        waits,
        longestMs: longest ? Math.round(longest.until - longest.since) + LOOK_MS : 0,
        longest: longest?.what ?? 'none',
      }
    },
  }
}
