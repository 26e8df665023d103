import type { Queryable } from '../db.ts'

export type UsageGranularity = 'hour' | 'day' | 'month'

export interface UsageRow {
  period_start: string
  operation_id: string | null
  key_id: string | null
  status: number | null
  requests: number
  units: number
  errors: number
  finalized: boolean
}

export interface UsageFilter {
  organisation_id: string
  from: string
  to: string
  granularity: UsageGranularity
  by_operation: boolean
  by_key: boolean
  by_status: boolean
  key_id?: string[]
  operation_id?: string[]
  status?: number[]
}

/** The place of a row in the order of the list; empty where rows are not told apart. */
export interface UsagePlace {
  period_start: string
  operation_id: string
  key_id: string
  status: number
}

/** What was used, out of the counters as they arrive: seconds behind, and exact from the moment an hour is final. */
export function usageStore(sql: Queryable) {
  return {
    /** Billed units of an organisation, or of one key of it, since a moment. */
    async unitsSince(organisationId: string, since: string, keyId?: string): Promise<number> {
      const [row] = await sql<{ units: number }[]>`
        select coalesce(sum(units), 0)::bigint as units from usage_cells
        where organisation_id = ${organisationId} and hour >= ${since} ${keyId ? sql`and key_id = ${keyId}` : sql``}`
      return row?.units ?? 0
    },

    async list(filter: UsageFilter, page: { after?: UsagePlace; limit: number }): Promise<UsageRow[]> {
      const { granularity, ...rest } = filter
      const period = granularity === 'hour' ? sql`c.hour` : sql`date_trunc(${granularity}, c.hour, 'UTC')`
      const after = page.after
      return await sql<UsageRow[]>`
        select period_start, nullif(operation_id, '') as operation_id, nullif(key_id, '') as key_id,
          nullif(status, 0) as status, requests, units, errors, finalized
        from (
          select period_start, operation_id, key_id, status, sum(requests)::bigint as requests,
            sum(units)::bigint as units, sum(errors)::bigint as errors, bool_and(finalized) as finalized
          from (
            select ${period} as period_start, ${rest.by_operation ? sql`c.operation_id` : sql`''`} as operation_id,
              ${rest.by_key ? sql`c.key_id` : sql`''`} as key_id,
              ${rest.by_status ? sql`c.status::int` : sql`0`} as status, c.requests, c.units,
              case when c.status >= 400 then c.requests else 0 end as errors, f.hour is not null as finalized
            from usage_cells c left join usage_final_hours f on f.hour = c.hour
            where c.organisation_id = ${rest.organisation_id} and c.hour >= ${rest.from} and c.hour < ${rest.to}
              ${rest.key_id ? sql`and c.key_id in ${sql(rest.key_id)}` : sql``}
              ${rest.operation_id ? sql`and c.operation_id in ${sql(rest.operation_id)}` : sql``}
              ${rest.status ? sql`and c.status in ${sql(rest.status)}` : sql``}
          ) cells
          group by period_start, operation_id, key_id, status
        ) usage
        ${
          after
            ? sql`where (period_start, operation_id, key_id, status)
                > (${after.period_start}::timestamptz, ${after.operation_id}, ${after.key_id}, ${after.status})`
            : sql``
        }
        order by usage.period_start, usage.operation_id, usage.key_id, usage.status limit ${page.limit}`
    },
  }
}
export type UsageStore = ReturnType<typeof usageStore>
