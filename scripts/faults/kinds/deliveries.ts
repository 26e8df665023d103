import { openDatabase } from '@sec-latent/core/db'
import { Queue } from 'bullmq'
import type { FaultKind, Field } from '../fault.ts'

async function withSql(
  { cluster }: Field,
  work: (sql: ReturnType<typeof openDatabase>) => Promise<void>,
): Promise<void> {
  const sql = openDatabase(cluster.postgres.url(cluster.database), { max: 1 })
  try {
    await work(sql)
  } finally {
    await sql.end({ timeout: 1 })
  }
}

async function withQueue({ cluster }: Field, name: string, work: (queue: Queue) => Promise<unknown>) {
  const queue = new Queue(name, {
    connection: { host: '127.0.0.1', port: cluster.queue.proxy.port, maxRetriesPerRequest: 1 },
  })
  queue.on('error', () => {})
  try {
    await work(queue)
  } finally {
    await queue.close()
  }
}

/** Every step of some filings is asked for again, under other names and in any order. */
const again: FaultKind = {
  fault: 'F12',
  name: 'jobs delivered again, out of order and under other ids',
  part: 'workers',
  resource: 'redelivery',
  weight: 3,
  holdMs: [0, 0],
  async inject(field, random) {
    await withSql(field, async (sql) => {
      const tag = random.below(1_000_000)
      await sql`
        insert into outbox (job_name, job_id, payload)
        select step, step || '.again.' || ${tag}::text || '.' || accession_number,
          jsonb_build_object('dataset', 'live', 'accession_number', accession_number)
        from (select accession_number from intake where dataset = 'live' order by random() limit 10) picked,
          unnest(array['publish-filing', 'extract-signals', 'parse-filing', 'fetch-filing']) step
        order by random()`
    })
    return undefined
  },
}

function poison(name: string, queue: string, data: unknown): FaultKind {
  return {
    fault: 'F13',
    name: `a job that ${name}`,
    part: 'workers',
    resource: 'poison',
    weight: 1,
    holdMs: [0, 0],
    async inject(field, random) {
      await withQueue(field, queue, (one) =>
        one.add(queue, data, {
          jobId: `poison-${random.below(1_000_000_000)}`,
          attempts: 2,
          removeOnComplete: true,
          removeOnFail: true,
        }),
      )
      return undefined
    },
  }
}

export const deliveryFaults: FaultKind[] = [
  again,
  poison('has no payload', 'parse-filing', {}),
  poison('names a filing nobody knows', 'fetch-filing', {
    dataset: 'live',
    accession_number: '0000000000-00-000000',
  }),
  poison('is of a schema to come', 'extract-signals', {
    dataset: 'live',
    accession_number: '0000000000-00-000001',
    version: 99,
    plan: { steps: [] },
  }),
  poison('carries ten megabytes', 'parse-filing', {
    dataset: 'live',
    accession_number: 'x'.repeat(10 * 1024 * 1024),
  }),
]
