import { parseArgs } from 'node:util'
import { runMain } from '@sec-latent/core/run-main'
import { interleaved } from '../../scripts/invariants/interleaved-tenants.ts'
import { openPooledGround } from './ground.ts'

// npm run pgbouncer:isolation -- [--queries N] [--seed N] [--json]
// Two organisations take turns on the few connections that PgBouncer has in transaction mode, and see nothing of each other.
const { values } = parseArgs({
  options: {
    queries: { type: 'string', default: '10000' },
    seed: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
})
const CLIENTS = 20
const CONNECTIONS_OF_POSTGRES = 2

await runMain(async () => {
  const seed = values.seed === undefined ? Date.now() & 0x7fffffff : Number(values.seed)
  console.log(`seed ${seed}`)
  process.env.DATABASE_ROLES = 'off'
  const ground = await openPooledGround({
    poolSize: CONNECTIONS_OF_POSTGRES,
    reserveSize: 0,
    waitSeconds: 60,
  })
  try {
    const rows = await interleaved(ground.url('api_login'), {
      organisations: [await ground.organisation('One'), await ground.organisation('Other')],
      seed,
      queries: Number(values.queries),
      connections: CLIENTS,
    })
    for (const row of rows)
      console.log(`${row.ok ? 'ok   ' : 'SHORT'} ${row.check}: ${row.value} ${row.unit}`)
    if (values.json) console.log(JSON.stringify({ name: 'pgbouncer-isolation', rows }))
    if (rows.some((row) => !row.ok)) process.exitCode = 1
  } finally {
    await ground.close()
  }
})
