import type { Queryable } from '../db.ts'

/** Running totals of one process for one key, operation and hour. */
export interface UsageCounter {
  organisation_id: string
  key_id: string
  operation_id: string
  /** The hour it belongs to, RFC 3339. */
  hour: string
  requests: number
  cost: number
  errors: number
}

export interface UsageRow {
  period_start: string
  operation_id: string | null
  key_id: string | null
  requests: number
  cost: number
  errors: number
}

export interface UsageFilter {
  organisation_id: string
  from: string
  to: string
  granularity: 'hour' | 'day'
  by_operation: boolean
  by_key: boolean
  key_id?: string[]
  operation_id?: string[]
}

export function usageStore(sql: Queryable) {
  return {
    /** Writes running totals of an epoch. Totals only grow, so repeating or reordering a write changes nothing. */
    async write(epoch: string, counters: UsageCounter[]): Promise<void> {
      if (counters.length === 0) return
      await sql`
        insert into usage_counters (organisation_id, key_id, operation_id, hour, epoch, requests, cost, errors)
        select organisation_id, key_id, operation_id, hour, ${epoch}, requests, cost, errors
        from jsonb_to_recordset(${sql.json(counters as never)}) as c (organisation_id text, key_id text,
          operation_id text, hour timestamptz, requests bigint, cost bigint, errors bigint)
        on conflict (key_id, operation_id, hour, epoch) do update set
          requests = greatest(usage_counters.requests, excluded.requests),
          cost = greatest(usage_counters.cost, excluded.cost),
          errors = greatest(usage_counters.errors, excluded.errors)`
      await sql`
        update api_keys set last_used_at = greatest(last_used_at, now())
        where id in ${sql([...new Set(counters.map((counter) => counter.key_id))])}`
    },

    /** Billed cost units of an organisation since a moment. */
    async costSince(organisationId: string, since: string): Promise<number> {
      const [row] = await sql<{ cost: number }[]>`
        select coalesce(sum(cost), 0)::bigint as cost from usage_counters
        where organisation_id = ${organisationId} and hour >= ${since}`
      return row?.cost ?? 0
    },

    async list(
      filter: UsageFilter,
      page: { after?: { period_start: string; operation_id: string; key_id: string }; limit: number },
    ): Promise<UsageRow[]> {
      const period = filter.granularity === 'day' ? sql`date_trunc('day', hour, 'UTC')` : sql`hour`
      const operation = filter.by_operation ? sql`operation_id` : sql`''`
      const key = filter.by_key ? sql`key_id` : sql`''`
      const after = page.after
      return await sql<UsageRow[]>`
        select period_start, nullif(operation_id, '') as operation_id, nullif(key_id, '') as key_id,
          requests, cost, errors
        from (
          select ${period} as period_start, ${operation} as operation_id, ${key} as key_id,
            sum(requests)::bigint as requests, sum(cost)::bigint as cost, sum(errors)::bigint as errors
          from usage_counters
          where organisation_id = ${filter.organisation_id} and hour >= ${filter.from} and hour < ${filter.to}
            ${filter.key_id ? sql`and key_id in ${sql(filter.key_id)}` : sql``}
            ${filter.operation_id ? sql`and operation_id in ${sql(filter.operation_id)}` : sql``}
          group by 1, 2, 3
        ) usage
        ${
          after
            ? sql`where (period_start, operation_id, key_id)
                > (${after.period_start}::timestamptz, ${after.operation_id}, ${after.key_id})`
            : sql``
        }
        order by usage.period_start, usage.operation_id, usage.key_id limit ${page.limit}`
    },
  }
}
export type UsageStore = ReturnType<typeof usageStore>
