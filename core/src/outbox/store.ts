import type { Queryable, Sql } from '../db.ts'
import type { JobName, JobPayload } from '../jobs.ts'
import { currentTraceparent } from '../traces/current.ts'
import { LIVE } from './priority.ts'

export interface Announcement<N extends JobName = JobName> {
  job_name: N
  /** The same work has the same id, so that the queue holds it once. BullMQ refuses a colon in it. */
  job_id: string
  payload: JobPayload<N>
  /** The step of a trace that made it necessary; `announce` notes the one under way. */
  traceparent?: string | null
  /** `LIVE` unless told otherwise. */
  priority?: number
}

type Waiting = Announcement & { id: number; priority: number }

const SHARE_BEHIND = 10

/** Writes jobs in the transaction that makes them necessary; `carry` brings them to the queue afterwards. */
export async function announce(tx: Queryable, announcements: Announcement[]): Promise<void> {
  if (announcements.length === 0) return
  const traceparent = currentTraceparent() ?? null
  await tx`insert into outbox ${tx(
    announcements.map((one) => ({
      traceparent,
      priority: LIVE,
      ...one,
      payload: tx.json(one.payload as never) as never,
    })),
    'job_name',
    'job_id',
    'payload',
    'traceparent',
    'priority',
  )}`
}

/**
 * Hands waiting announcements to `add` and deletes them; returns how many. When `add` fails or the process dies, they stay
 * and are handed out again: `add` must accept the same job id twice. Several carriers may run: each takes other rows.
 * What is live goes before all history, however long that has waited; but a tenth more is taken of what is behind a full batch,
 * so that there is always history in the queue for whenever the queue has nothing newer.
 */
export async function carry(
  sql: Sql,
  limit: number,
  add: (announcements: Announcement[]) => Promise<void>,
): Promise<number> {
  return await sql.begin(async (tx) => {
    const rows = await first(tx, limit, -1)
    const last = rows.at(-1)
    if (last && rows.length === limit)
      rows.push(...(await first(tx, Math.ceil(limit / SHARE_BEHIND), last.priority)))
    if (rows.length === 0) return 0
    await add(rows)
    await tx`delete from outbox where id in ${tx(rows.map((row) => row.id))}`
    return rows.length
  })
}

/** The first that wait behind a priority. */
async function first(tx: Queryable, limit: number, behind: number): Promise<Waiting[]> {
  const rows = await tx<Waiting[]>`
    select id, job_name, job_id, payload, traceparent, priority from outbox where priority > ${behind}
    order by priority, id limit ${limit} for update skip locked`
  return [...rows]
}
