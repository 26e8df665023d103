import type { Queryable, Sql } from '../db.ts'
import { maskSecrets } from '../logs/mask.ts'
import { sha256 } from '../sha256.ts'

/** Larger payloads are not kept: ours carry ids, so such a one was not written by us. */
const MAX_PAYLOAD_BYTES = 16_384
const MAX_MESSAGE = 2_000
const MAX_STACK = 8_000
/** Nothing is forgotten sooner, done again or not. */
export const DEAD_JOB_DAYS = 30

export interface DeadJob {
  id: number
  job_name: string
  job_id: string
  /** JSON. */
  payload: string | null
  payload_sha256: string
  payload_bytes: number
  reason: string
  message: string
  stack: string | null
  attempts: number
  deaths: number
  trace_id: string | null
  first_at: string
  last_at: string
  redriven_at: string | null
}

export interface GivenUp {
  job_name: string
  job_id: string
  payload: unknown
  reason: string
  error: Error
  attempts: number
  deaths: number
  trace_id: string | null
  first_at: Date
}

export interface DeadJobFilter {
  id?: number | undefined
  job_name?: string | undefined
  reason?: string | undefined
}

export function deadJobStore(sql: Sql) {
  const matching = ({ id, job_name, reason }: DeadJobFilter) => sql`
    redriven_at is null
      ${id === undefined ? sql`` : sql`and id = ${id}`}
      ${job_name === undefined ? sql`` : sql`and job_name = ${job_name}`}
      ${reason === undefined ? sql`` : sql`and reason = ${reason}`}`

  const forgettable = (now?: Date) => sql`
    last_at < coalesce(${now?.toISOString() ?? null}::timestamptz, now()) - ${DEAD_JOB_DAYS} * interval '1 day'`

  return {
    /** Writes down that a job was given up. The same job given up again is the same row, of a later moment. */
    async bury({ payload, error, first_at, ...job }: GivenUp): Promise<void> {
      const text = JSON.stringify(payload) ?? 'null'
      const bytes = Buffer.byteLength(text)
      const row = {
        ...job,
        payload: bytes <= MAX_PAYLOAD_BYTES ? text : null,
        payload_sha256: sha256(text),
        payload_bytes: bytes,
        message: storable(error.message, MAX_MESSAGE),
        stack: error.stack === undefined ? null : storable(error.stack, MAX_STACK),
        first_at,
      }
      await sql`
        insert into dead_jobs ${sql([row])}
        on conflict (job_name, job_id) where redriven_at is null do update set
          payload = excluded.payload, payload_sha256 = excluded.payload_sha256, payload_bytes = excluded.payload_bytes,
          reason = excluded.reason, message = excluded.message, stack = excluded.stack, trace_id = excluded.trace_id,
          attempts = dead_jobs.attempts + excluded.attempts, deaths = greatest(dead_jobs.deaths, excluded.deaths),
          first_at = least(dead_jobs.first_at, excluded.first_at), last_at = now()`
    },

    /** The jobs that wait to be done again, the latest first. */
    async list(filter: DeadJobFilter = {}, limit = 1_000): Promise<DeadJob[]> {
      return await sql<DeadJob[]>`
        select * from dead_jobs where ${matching(filter)} order by last_at desc, id desc limit ${limit}`
    },

    /** The same, held until the transaction ends, so that nobody else has them done again too. */
    async take(tx: Queryable, filter: DeadJobFilter, limit: number): Promise<DeadJob[]> {
      return await tx<DeadJob[]>`
        select * from dead_jobs where ${matching(filter)} and payload is not null
        order by id limit ${limit} for update skip locked`
    },

    async markRedriven(tx: Queryable, ids: number[]): Promise<void> {
      if (ids.length > 0) await tx`update dead_jobs set redriven_at = now() where id in ${tx(ids)}`
    },

    /** Removes what was given up longer ago than it is kept; returns how many there were. */
    async forget(now?: Date): Promise<number> {
      const gone = await sql`delete from dead_jobs where ${forgettable(now)}`
      return gone.count
    },

    /** How many that would be. */
    async countForgettable(now?: Date): Promise<number> {
      const [row] = await sql<{ count: number }[]>`
        select count(*)::int as count from dead_jobs where ${forgettable(now)}`
      return row?.count ?? 0
    },
  }
}

export type DeadJobStore = ReturnType<typeof deadJobStore>

/** Postgres holds no NUL, and what failed may have said one. */
function storable(text: string, length: number): string {
  return maskSecrets(text.slice(0, length * 2))
    .replaceAll('\u0000', '\ufffd')
    .slice(0, length)
}
