import type { Queryable, Sql } from '../db.ts'
import type { JobName, JobPayload } from '../jobs.ts'

export interface Announcement<N extends JobName = JobName> {
  job_name: N
  /** The same work has the same id, so that the queue holds it once. BullMQ refuses a colon in it. */
  job_id: string
  payload: JobPayload<N>
}

/** Writes jobs in the transaction that makes them necessary; `carry` brings them to the queue afterwards. */
export async function announce(tx: Queryable, announcements: Announcement[]): Promise<void> {
  if (announcements.length === 0) return
  await tx`insert into outbox ${tx(
    announcements.map((one) => ({ ...one, payload: tx.json(one.payload as never) as never })),
    'job_name',
    'job_id',
    'payload',
  )}`
}

/**
 * Hands waiting announcements to `add` and deletes them; returns how many. When `add` fails or the process dies, they stay
 * and are handed out again: `add` must accept the same job id twice. Several carriers may run: each takes other rows.
 */
export async function carry(
  sql: Sql,
  limit: number,
  add: (announcements: Announcement[]) => Promise<void>,
): Promise<number> {
  return await sql.begin(async (tx) => {
    const rows = await tx<(Announcement & { id: number })[]>`
      select id, job_name, job_id, payload from outbox order by id limit ${limit} for update skip locked`
    if (rows.length === 0) return 0
    await add(rows)
    await tx`delete from outbox where id in ${tx(rows.map((row) => row.id))}`
    return rows.length
  })
}
