import { runMain } from '@sec-latent/core/run-main'
import { workerConfig } from './config.ts'
import { rebuildQueues } from './recovery/rebuild-queues.ts'
import { openServices } from './services.ts'

/** Fills an empty queue from Postgres: `npm run queues:rebuild`. May be repeated, and done while workers run. */
await runMain(async () => {
  const services = openServices(workerConfig(process.env), 'rebuild-queues')
  try {
    const began = performance.now()
    const { filings, answers, sources, customer_jobs } = await rebuildQueues(services)
    const seconds = ((performance.now() - began) / 1_000).toFixed(1)
    process.stdout.write(
      `Announced again in ${seconds} s: ${filings} filings, ${answers} answers, ${sources} sources, ${customer_jobs} jobs of customers.\n`,
    )
  } finally {
    await services.close()
  }
})
