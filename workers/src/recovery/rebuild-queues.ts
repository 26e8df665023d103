import { workOf } from '@sec-latent/core/customer-jobs/announcement'
import { customerJobStore } from '@sec-latent/core/customer-jobs/store'
import { discoveryJob } from '@sec-latent/core/intake/discovery-store'
import { nextJob } from '@sec-latent/core/intake/intake'
import type { UnfinishedStage } from '@sec-latent/core/intake/store'
import { unfinishedStore } from '@sec-latent/core/intake/unfinished-store'
import type { Announcement } from '@sec-latent/core/outbox/store'
import { askingOf, extractionOf } from '../filings/extraction-jobs.ts'
import type { Services } from '../services.ts'

const CUSTOMER_JOBS = 10_000

export interface Rebuilt {
  filings: number
  answers: number
  sources: number
  customer_jobs: number
}

/**
 * Fills the queue with everything Postgres knows to be unfinished, at once: after a Redis was lost or emptied. What the queue
 * holds already it refuses, so it may be repeated, and done while workers run. What the scheduler starts by the clock the
 * scheduler puts back itself, and deliveries of webhooks never were in Redis.
 */
export async function rebuildQueues(
  services: Pick<Services, 'sql' | 'queues' | 'extractors'>,
): Promise<Rebuilt> {
  const { sql, queues, extractors } = services
  const unfinished = unfinishedStore(sql)
  const namesOf = (kind: 'deterministic' | 'llm') =>
    extractors.filter((one) => one.kind === kind).map(({ name }) => name)
  const rebuilt: Rebuilt = { filings: 0, answers: 0, sources: 0, customer_jobs: 0 }
  const add = async (kind: keyof Rebuilt, announcements: Announcement[]) => {
    await queues.add(announcements)
    rebuilt[kind] += announcements.length
  }
  await add('sources', (await unfinished.sources()).map(discoveryJob))
  for await (const page of unfinished.filings()) {
    await add(
      'filings',
      page.map((filing) => nextJob(filing, filing.stage as UnfinishedStage)),
    )
  }
  for await (const page of unfinished.answers(namesOf('deterministic'))) {
    await add('answers', page.map(extractionOf))
  }
  for await (const page of unfinished.answers(namesOf('llm'))) await add('answers', page.flatMap(askingOf))
  await add('customer_jobs', (await customerJobStore(sql).silent(0, CUSTOMER_JOBS)).map(workOf))
  return rebuilt
}
