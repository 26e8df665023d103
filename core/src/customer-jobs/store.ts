import type { Queryable } from '../db.ts'
import { newId } from '../ids.ts'

export type JobStatus = 'queued' | 'running' | 'succeeded' | 'failed' | 'cancelled'

/** Work that a customer asked for and that outlasts the request. */
export interface CustomerJob {
  id: string
  organisation_id: string
  kind: 'export'
  status: JobStatus
  /** From 0 to 1. */
  progress: number
  /** A permanent word when it failed. */
  reason: string | null
  created_at: string
  started_at: string | null
  finished_at: string | null
}

/** Jobs of all organisations that the connection may see. */
export function customerJobStore(sql: Queryable) {
  const columns = sql`id, organisation_id, kind, status, progress, reason, created_at, started_at, finished_at`
  return {
    async create(organisation_id: string, kind: CustomerJob['kind']): Promise<CustomerJob> {
      const [row] = await sql<CustomerJob[]>`
        insert into customer_jobs ${sql({ id: newId('job'), organisation_id, kind })} returning ${columns}`
      return row as CustomerJob
    },

    async find(id: string): Promise<CustomerJob | undefined> {
      const [row] = await sql<CustomerJob[]>`select ${columns} from customer_jobs where id = ${id}`
      return row
    },

    async list(page: { after?: string; limit: number }): Promise<CustomerJob[]> {
      return await sql<CustomerJob[]>`
        select ${columns} from customer_jobs where ${page.after ? sql`id < ${page.after}` : sql`true`}
        order by id desc limit ${page.limit}`
    },

    /** How many are not finished: a customer may have only so many. */
    async countOpen(): Promise<number> {
      const [row] = await sql<{ count: number }[]>`
        select count(*)::int as count from customer_jobs where status in ('queued', 'running')`
      return row?.count ?? 0
    },

    /** Begins it, or goes on with it after a worker died; false when there is nothing to do any more. */
    async start(id: string): Promise<boolean> {
      const rows = await sql`
        update customer_jobs set status = 'running', started_at = coalesce(started_at, now()), touched_at = now()
        where id = ${id} and status in ('queued', 'running') returning id`
      return rows.length === 1
    },

    /** Says how far it is; false when it was cancelled meanwhile. */
    async advance(id: string, progress: number): Promise<boolean> {
      const rows = await sql`
        update customer_jobs set progress = greatest(progress, ${progress}), touched_at = now()
        where id = ${id} and status = 'running' returning id`
      return rows.length === 1
    },

    async finish(
      id: string,
      end: { status: 'succeeded' } | { status: 'failed'; reason: string },
    ): Promise<boolean> {
      const reason = end.status === 'failed' ? end.reason : null
      const rows = await sql`
        update customer_jobs set status = ${end.status}, reason = ${reason}, finished_at = now(), touched_at = now(),
          progress = case when ${end.status === 'succeeded'} then 1 else progress end
        where id = ${id} and status in ('queued', 'running') returning id`
      return rows.length === 1
    },

    /** Ends it before its time; undefined when it had ended already. */
    async cancel(id: string): Promise<CustomerJob | undefined> {
      const [row] = await sql<CustomerJob[]>`
        update customer_jobs set status = 'cancelled', finished_at = now(), touched_at = now()
        where id = ${id} and status in ('queued', 'running') returning ${columns}`
      return row
    },

    /** Open jobs of which nothing was heard for a while: the queue has lost them, or their worker died. */
    async silent(afterMs: number, limit: number): Promise<{ id: string; kind: CustomerJob['kind'] }[]> {
      return await sql<{ id: string; kind: CustomerJob['kind'] }[]>`
        select id, kind from customer_jobs where status in ('queued', 'running')
          and touched_at < now() - ${afterMs} * interval '1 millisecond'
        order by touched_at limit ${limit}`
    },
  }
}
export type CustomerJobStore = ReturnType<typeof customerJobStore>
