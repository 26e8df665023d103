import { redrive } from '@sec-latent/core/dead-jobs/redrive'
import { type DeadJob, deadJobStore } from '@sec-latent/core/dead-jobs/store'
import type { Invariant } from './invariant.ts'
import { poisonedWorkers } from './poisoned-workers.ts'
import { atMost, exactly, until } from './webhook-ground.ts'

const PATIENCE_MS = 600_000
/** Every kind of poison, and neighbours. */
const POISON = ['throws-1', 'exits-1', 'hangs-1', 'eats-1']
const NEIGHBOURS = Array.from({ length: 10 }, (_, n) => `fine-${n}`)

/** Whatever a job dies of is written down with all that is known of it, and it is done once its cause is gone. */
export const invariant: Invariant = {
  id: 'I10',
  title: 'Dead jobs are complete and can be done again',
  async run(ground) {
    const workers = await poisonedWorkers(ground, 2)
    try {
      const dead = deadJobStore(workers.sql)
      await workers.add([...POISON, ...NEIGHBOURS])
      const queue = workers.queues.queueOf('parse-filing')
      await queue.add('parse-filing', { nonsense: true }, { jobId: 'unreadable', removeOnFail: true })
      await queue.add(
        'parse-filing',
        { accession_number: 'x'.repeat(10 * 1024 * 1024) },
        { jobId: 'large', removeOnFail: true },
      )
      workers.start()
      const expected = POISON.length + 2
      await until(
        async () =>
          (await dead.list()).length === expected &&
          (await workers.count('done', NEIGHBOURS)) === NEIGHBOURS.length,
        PATIENCE_MS,
      )
      const given = await dead.list()
      for (const { job_id, reason, deaths, attempts } of given)
        ground.say(`${job_id.slice(0, 20)}: ${reason}, ${attempts} attempts, ${deaths} deaths`)
      await workers.redis.set('cured', '1')
      await workers.sql`delete from dead_jobs where reason = 'bad_payload'`
      const redriven = await redrive(workers.sql)
      await until(async () => (await workers.count('done', POISON)) === POISON.length, PATIENCE_MS)
      return [
        exactly('jobs given up', given.length, expected, 'jobs'),
        atMost(
          'of these without reason, stack, attempts, hash of the payload, trace or times',
          given.filter(isIncomplete).length,
          0,
          'jobs',
        ),
        exactly('neighbours done', await workers.count('done', NEIGHBOURS), NEIGHBOURS.length, 'jobs'),
        exactly('announced again', redriven, POISON.length, 'jobs'),
        exactly('done once their cause was gone', await workers.count('done', POISON), POISON.length, 'jobs'),
        atMost('still given up', (await dead.list()).length, 0, 'jobs'),
      ]
    } finally {
      await workers.close()
    }
  },
}

function isIncomplete(job: DeadJob): boolean {
  const { reason, stack, attempts, payload_sha256, trace_id, first_at, last_at } = job
  return !(reason && stack && attempts > 0 && payload_sha256 && trace_id && first_at && last_at)
}
