import type { Queryable, Sql } from '../db.ts'

/** Longer than any question about them reaches back; the log of deployments of a platform is kept elsewhere. */
export const OPERATIONS_EVENT_DAYS = 400
/** Any number: what follows on it decides whether a release is new. */
const DEPLOYMENT_LOCK = 8_100_733

export interface Deployment {
  service: string
  release: string
  previous_release: string | null
  happened_at: string
}

export interface Scaling {
  service: string
  from: number
  to: number
  reason: string
  happened_at: string
}

/** What was done to the installation. Roles: latent_worker, latent_service. */
export function operationsEventStore(sql: Sql) {
  const forgettable = (now: Date) =>
    sql`happened_at < ${now.toISOString()}::timestamptz - make_interval(days => ${OPERATIONS_EVENT_DAYS})`

  return {
    /**
     * Notes that a service runs a release, if that is another than it was last known to run: each of its processes may say it.
     * Going back to an earlier release is a deployment as well. Returns whether it was one.
     */
    async deployed(service: string, release: string): Promise<boolean> {
      return await sql.begin(async (tx) => {
        await tx`select pg_advisory_xact_lock(${DEPLOYMENT_LOCK})`
        const [last] = await tx<{ release: string }[]>`
          select details ->> 'release' as release from operations_events
          where kind = 'deployment' and service = ${service} order by id desc limit 1`
        if (last?.release === release) return false
        const details = { release, previous_release: last?.release ?? null }
        await tx`insert into operations_events (kind, service, details)
          values ('deployment', ${service}, ${tx.json(details)})`
        return true
      })
    },

    async scaled({ service, from, to, reason }: Omit<Scaling, 'happened_at'>): Promise<void> {
      const details = { from, to, reason: reason.slice(0, 500) }
      await sql`insert into operations_events (kind, service, details)
        values ('scaling', ${service}, ${sql.json(details)})`
    },

    async deploymentsOf(tx: Queryable, from: string, until: string): Promise<Deployment[]> {
      return await tx<Deployment[]>`
        select service, happened_at, details ->> 'release' as release,
          details ->> 'previous_release' as previous_release
        from operations_events where kind = 'deployment' and happened_at >= ${from} and happened_at < ${until}
        order by id limit 500`
    },

    async scalingsOf(tx: Queryable, from: string, until: string): Promise<Scaling[]> {
      return await tx<Scaling[]>`
        select service, happened_at, (details ->> 'from')::int as from, (details ->> 'to')::int as to,
          details ->> 'reason' as reason
        from operations_events where kind = 'scaling' and happened_at >= ${from} and happened_at < ${until}
        order by id limit 500`
    },

    /** Removes what is older than it is kept; returns how many there were. */
    async forget(now = new Date()): Promise<number> {
      const { count } = await sql`delete from operations_events where ${forgettable(now)}`
      return count
    },

    /** How many that would be. */
    async countForgettable(now = new Date()): Promise<number> {
      const [row] = await sql<{ count: number }[]>`
        select count(*)::int as count from operations_events where ${forgettable(now)}`
      return row?.count ?? 0
    },
  }
}
export type OperationsEventStore = ReturnType<typeof operationsEventStore>
