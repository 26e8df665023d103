import { parseArgs } from 'node:util'
import { surviveDriverFaults } from '@sec-latent/core/driver-faults'
import { createLogger } from '@sec-latent/core/log'
import { runMain } from '@sec-latent/core/run-main'
import { confirmedBy, failOver } from './failover-scenario.ts'
import { atLeast, atMost, report } from './figures.ts'
import { recoveryGround } from './recovery-ground.ts'

// npm run failover:drill -- [--writers N] [--rows N] [--json]
// Kills the primary of a replicated pair with -9 under writers; the controller of deploy/postgres promotes the standby, the
// writers find it by their address, and the old primary comes back as its standby.
const { values } = parseArgs({
  options: {
    writers: { type: 'string', default: '8' },
    rows: { type: 'string', default: '2000' },
    json: { type: 'boolean', default: false },
  },
})

await runMain(async () => {
  surviveDriverFaults(createLogger('failover-drill', 'error'))
  const ground = await recoveryGround({ durable: true })
  try {
    const found = await failOver(ground, { writers: Number(values.writers), rows: Number(values.rows) })
    const began = performance.now()
    await ground.rewind(found.primary, found.standby)
    const old = await ground.start(found.primary.name)
    await confirmedBy(found.standby, old.name)
    const rejoinedMs = performance.now() - began
    report(
      'failover-drill',
      [
        atLeast('writes acknowledged before and after', found.acknowledged, 'rows', 2 * Number(values.rows)),
        atMost('acknowledged writes that were lost', found.lost, 'rows', 0),
        atMost('from kill -9 until the standby is the primary', found.promotedMs / 1_000, 's', 30),
        atMost('from kill -9 until a write is acknowledged again', found.resumedMs / 1_000, 's', 30),
        atMost('longest pause between two acknowledged writes', found.longestGapMs / 1_000, 's', 30),
        atMost('until the old primary confirms commits of the new one', rejoinedMs / 1_000, 's', 120),
      ],
      values.json,
    )
  } finally {
    await ground.close()
  }
})
