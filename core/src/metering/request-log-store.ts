import type { Queryable } from '../db.ts'

export interface LoggedRequest {
  request_id: string
  key_id: string
  operation_id: string
  method: string
  path: string
  status: number
  cost: number
  units: number
  answered_at: string
  duration_us: number
}

export interface RequestLogFilter {
  organisation_id: string
  from: string
  to: string
  status?: number[]
  key_id?: string[]
  operation_id?: string[]
}

/** What an organisation asked in the last 30 days, request by request. */
export function requestLogStore(sql: Queryable) {
  const columns = sql`request_id, key_id, operation_id, method, path, status::int as status, cost, units,
    at as answered_at, duration_us`
  return {
    /** Latest first. */
    async list(
      filter: RequestLogFilter,
      page: { after?: { answered_at: string; request_id: string }; limit: number },
    ): Promise<LoggedRequest[]> {
      const { organisation_id, from, to, status, key_id, operation_id } = filter
      const { after, limit } = page
      return await sql<LoggedRequest[]>`
        select ${columns} from request_log
        where organisation_id = ${organisation_id} and at >= ${from} and at < ${to}
          ${status ? sql`and status in ${sql(status)}` : sql``}
          ${key_id ? sql`and key_id in ${sql(key_id)}` : sql``}
          ${operation_id ? sql`and operation_id in ${sql(operation_id)}` : sql``}
          ${after ? sql`and at <= ${after.answered_at} and (at, request_id) < (${after.answered_at}, ${after.request_id})` : sql``}
        order by at desc, request_id desc limit ${limit}`
    },

    async find(organisationId: string, requestId: string): Promise<LoggedRequest | undefined> {
      const [row] = await sql<LoggedRequest[]>`
        select ${columns} from request_log where organisation_id = ${organisationId} and request_id = ${requestId}
        order by at limit 1`
      return row
    },
  }
}
export type RequestLogStore = ReturnType<typeof requestLogStore>
