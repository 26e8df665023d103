import type { Announcement } from '../outbox/store.ts'
import type { CustomerJob } from './store.ts'

/** The work of the queue that does a customer's job. */
export function workOf({ id, kind }: Pick<CustomerJob, 'id' | 'kind'>): Announcement {
  return { job_name: `run-${kind}`, job_id: `run-${kind}.${id}`, payload: { job_id: id } }
}
