import { runMain } from '@sec-latent/core/run-main'
import { Redis } from 'ioredis'
import { workerConfig } from '../config.ts'
import { startCarrier } from '../intake/carrier.ts'
import { defineJob, type JobDefinition, startWorker } from '../job.ts'
import { answerAlone } from '../queue/isolated.ts'
import { ISOLATED, isolation } from '../queue/isolation.ts'
import { openServices } from '../services.ts'
import { startWatchdog } from '../watchdog.ts'

const redis = new Redis(process.env.REDIS_QUEUE_URL as string)
const SILENCE_MS = 5_000
const WORK_MS = 250

/**
 * A worker process as it runs in production, whose one job does what its accession number says: `throws`, `exits`, `hangs`,
 * `eats` all memory, or is done and says so in Redis. The word `cured` in Redis heals all of them.
 */
const poisonous = defineJob({
  name: 'parse-filing',
  concurrency: () => 5,
  async run({ accession_number }, { intake }) {
    await redis.incr(`begun:${accession_number}`)
    const cured = (await redis.get('cured')) !== null
    const [kind] = cured ? ['fine'] : accession_number.split('-')
    if (kind === 'throws') throw new Error('this job always throws')
    if (kind === 'exits') process.kill(process.pid, 'SIGKILL')
    if (kind === 'hangs') for (;;) Math.sqrt(2)
    if (kind === 'eats') {
      const eaten: number[][] = []
      for (;;) eaten.push(new Array(1_000_000).fill(eaten.length))
    }
    await new Promise((done) => setTimeout(done, WORK_MS))
    await intake.find(accession_number)
    await redis.incr(`done:${accession_number}`)
  },
  async fail({ accession_number }, reason) {
    await redis.set(`failed:${accession_number}`, reason)
  },
})

await runMain(async () => {
  const services = openServices(workerConfig(process.env), 'workers')
  const definitions = [poisonous] as unknown as JobDefinition[]
  if (process.argv[2] === ISOLATED) return answerAlone(definitions, services)
  startWatchdog(SILENCE_MS)
  startCarrier(services)
  startWorker(poisonous, services, isolation(services.log, { silenceMs: SILENCE_MS }))
})
