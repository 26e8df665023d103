import { parseArgs } from 'node:util'
import { copyObjects } from '@sec-latent/core/recovery/copy-objects'
import { runMain } from '@sec-latent/core/run-main'

const USAGE = `Usage: objects:copy [--from URL] [--to URL] [--after KEY] [--verify] [--json]

Brings what a copy of the object store lacks to it: from OBJECT_STORE_URL to REGION_OBJECT_STORE_URL unless named. It may be repeated
and goes on where it was cut short, or behind KEY. --verify also reads what is there, compares it with its hash and replaces what
went bad.`

/** Brings the second copy of the object store up to date: `npm run objects:copy`. */
await runMain(async () => {
  const { values } = parseArgs({
    options: {
      from: { type: 'string', default: process.env.OBJECT_STORE_URL },
      to: { type: 'string', default: process.env.REGION_OBJECT_STORE_URL },
      after: { type: 'string', default: '' },
      verify: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help || !values.from || !values.to) {
    process.stdout.write(`${USAGE}\n`)
    if (!values.help) process.exitCode = 1
    return
  }
  const began = performance.now()
  const { from, to, after, verify } = values
  const copy = await copyObjects({ from, to, after, verify })
  const seconds = (performance.now() - began) / 1_000
  process.stdout.write(
    `${copy.seen} objects seen, ${copy.copied} copied, ${copy.log_entries} entries of logs, ${copy.corrupt.length} not what their names say, in ${seconds.toFixed(1)} s.\n`,
  )
  for (const key of copy.corrupt) process.stdout.write(`corrupt: ${key}\n`)
  if (copy.corrupt.length > 0) process.exitCode = 1
  if (values.json) {
    const rows = [
      { check: 'objects seen', value: copy.seen, unit: 'objects', at_least: 1, ok: copy.seen >= 1 },
      {
        check: 'objects that are corrupt',
        value: copy.corrupt.length,
        unit: 'objects',
        at_most: 0,
        ok: copy.corrupt.length === 0,
      },
    ]
    process.stdout.write(`${JSON.stringify({ name: 'objects-copy', rows })}\n`)
  }
})
