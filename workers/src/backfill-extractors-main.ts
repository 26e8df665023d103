import { parseArgs } from 'node:util'
import { openDatabase } from '@sec-latent/core/db'
import { extractorBackfillStore } from '@sec-latent/core/processing/backfill-store'
import { runMain } from '@sec-latent/core/run-main'
import { workerConfig } from './config.ts'

const USAGE = `Usage: backfill-extractors [status | pause | resume] [--extractor NAME] [--json]

When a rule changes, filings that were read before are read again in the background. This tells how far that is, and stops
it or lets it go on, for one extractor or all.`

await runMain(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      extractor: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  const [command = 'status'] = positionals
  if (values.help || !['status', 'pause', 'resume'].includes(command)) {
    process.stdout.write(`${USAGE}\n`)
    return
  }
  const sql = openDatabase(workerConfig(process.env).DATABASE_URL, {
    applicationName: 'backfill-extractors',
    role: 'latent_worker',
  })
  try {
    const backfills = extractorBackfillStore(sql)
    if (command === 'pause') await backfills.pause(values.extractor)
    if (command === 'resume') await backfills.resume(values.extractor)
    const rows = await backfills.latest(values.extractor)
    if (values.json) {
      process.stdout.write(`${JSON.stringify(rows)}\n`)
      return
    }
    for (const { extractor, from_versions, to_version, state, total, done, updated_at } of rows) {
      const from = from_versions.length > 0 ? from_versions.join(', ') : 'new'
      process.stdout.write(
        `${extractor.padEnd(32)} ${from} → ${to_version}  ${state}  ${done} of ${total}  ${updated_at}\n`,
      )
    }
  } finally {
    await sql.end({ timeout: 5 })
  }
})
