import { deadJobStore } from '@sec-latent/core/dead-jobs/store'
import type { Invariant } from './invariant.ts'
import { poisonedWorkers } from './poisoned-workers.ts'
import { atMost, exactly, until } from './webhook-ground.ts'

const JOBS = 60
const MAX_DEATHS = 3
const PATIENCE_MS = 300_000

/** Sixty jobs, one of which ends the process that has it, five at a time: the others are done, and it is given up. */
export const invariant: Invariant = {
  id: 'I9',
  title: 'One poisonous job never fails its neighbours',
  async run(ground) {
    const workers = await poisonedWorkers(ground, 1)
    try {
      const count = ground.size ?? JOBS
      const names = Array.from({ length: count }, (_, n) => (n === 7 % count ? `exits-${n}` : `fine-${n}`))
      const fine = names.filter((name) => name.startsWith('fine'))
      await workers.add(names)
      workers.start()
      const dead = deadJobStore(workers.sql)
      await until(
        async () => (await workers.count('done', fine)) === fine.length && (await dead.list()).length === 1,
        PATIENCE_MS,
      )
      const poison = names.filter((name) => name.startsWith('exits'))
      const deaths = Number(await workers.redis.get(`begun:${poison[0]}`))
      const given = await dead.list()
      return [
        exactly('jobs done', await workers.count('done', fine), count - 1, 'jobs'),
        exactly('jobs given up', given.length, 1, 'jobs'),
        exactly(
          'of these for having ended their process alone',
          given.filter(({ reason }) => reason === 'worker_died').length,
          1,
          'jobs',
        ),
        atMost('neighbours that were failed', await workers.count('failed', fine), 0, 'jobs'),
        atMost('processes that died', deaths, MAX_DEATHS, 'deaths'),
      ]
    } finally {
      await workers.close()
    }
  },
}
