import type { Queryable, Sql } from '../db.ts'
import { type JobName, type JobPayload, jobs } from '../jobs.ts'
import { announce } from '../outbox/store.ts'
import { type DeadJob, type DeadJobFilter, deadJobStore } from './store.ts'

const BATCH = 500

/** The stage in which a filing waits for the job: that of a filing that was given up is set back to it. */
const STAGE_BEFORE: Partial<Record<JobName, string>> = {
  'fetch-filing': 'discovered',
  'parse-filing': 'fetched',
  'extract-signals': 'parsed',
  'publish-filing': 'extracted',
}

/**
 * Announces jobs that were given up again, each in the transaction that marks it, and sets back what was written down because
 * of them. Safe to repeat: what was announced is not taken again. Returns how many there were.
 */
export async function redrive(sql: Sql, filter: DeadJobFilter = {}): Promise<number> {
  const store = deadJobStore(sql)
  let redriven = 0
  for (;;) {
    const taken = await sql.begin(async (tx) => {
      const dead = await store.take(tx, filter, BATCH)
      const known = dead.filter(({ job_name }) => job_name in jobs)
      for (const job of known) await reopen(tx, job)
      await announce(
        tx,
        known.map((job) => ({
          job_name: job.job_name as JobName,
          job_id: job.job_id,
          payload: JSON.parse(job.payload as string) as JobPayload<JobName>,
        })),
      )
      await store.markRedriven(
        tx,
        dead.map(({ id }) => id),
      )
      redriven += known.length
      return dead.length
    })
    if (taken < BATCH) return redriven
  }
}

async function reopen(tx: Queryable, { job_name, payload }: DeadJob): Promise<void> {
  const stage = STAGE_BEFORE[job_name as JobName]
  const { accession_number } = JSON.parse(payload as string) as { accession_number?: unknown }
  if (!stage || typeof accession_number !== 'string') return
  await tx`
    update intake set stage = ${stage}, reason = null, stage_changed_at = now()
    where accession_number = ${accession_number} and stage = 'failed'`
}
