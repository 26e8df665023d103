import { Gauge } from 'prom-client'
import type { Services } from '../services.ts'
import { within } from './within.ts'

/** `queue_jobs` by state and `queue_oldest_job_age_seconds`. Without Redis there are none. */
export function queueGauges({ metrics: { registry }, queues }: Pick<Services, 'metrics' | 'queues'>): void {
  new Gauge({
    name: 'queue_jobs',
    help: 'Jobs in the queue, by state. `prioritized` are those that come after all that wait: history that is read again.',
    labelNames: ['queue', 'state'],
    registers: [registry],
    async collect() {
      this.reset()
      const depths = await within(queues.depths(), {})
      for (const [queue, counts] of Object.entries(depths)) {
        for (const [state, count] of Object.entries(counts)) this.set({ queue, state }, count)
      }
    },
  })
  new Gauge({
    name: 'queue_oldest_job_age_seconds',
    help: 'How long the job that waits longest has been in the queue; 0 when none waits.',
    labelNames: ['queue'],
    registers: [registry],
    async collect() {
      this.reset()
      const ages = await within(queues.oldestAges(), {})
      for (const [queue, seconds] of Object.entries(ages)) this.set({ queue }, seconds)
    },
  })
}
