import { parseArgs } from 'node:util'
import { findPostgresPrograms } from '@sec-latent/core/recovery/postgres-programs'
import { prepareCluster } from '@sec-latent/core/recovery/restore'
import { openBackups } from '@sec-latent/core/recovery/settings'
import { runMain } from '@sec-latent/core/run-main'

const USAGE = `Usage: restore --data FOLDER [--to TIME] [--fetch-command COMMAND]

Unpacks the latest backup, or that of TIME (ISO 8601), into the empty data folder of a Postgres and compares it with its checksums.
When that Postgres is started next, it brings the log up to TIME, or as far as the archive goes, and is a primary. Run as the
account of Postgres. COMMAND brings segments: /usr/local/bin/fetch-wal of deploy/postgres unless named.`

await runMain(async () => {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      to: { type: 'string' },
      'fetch-command': { type: 'string', default: '/usr/local/bin/fetch-wal' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help || !values.data) {
    process.stdout.write(`${USAGE}\n`)
    if (!values.help) process.exitCode = 1
    return
  }
  const target = values.to === undefined ? undefined : new Date(values.to)
  if (target && Number.isNaN(target.getTime())) throw new Error('--to is a time such as 2026-11-23T08:00:00Z')
  if (process.getuid?.() === 0)
    throw new Error('The folder must belong to the account of Postgres: run this as it.')
  const programs = findPostgresPrograms(process.env)
  if (!programs)
    throw new Error(
      'There is no Postgres with pg_verifybackup here: install postgresql-15 or set POSTGRES_BIN.',
    )
  const began = performance.now()
  const backup = await prepareCluster(openBackups(process.env), {
    data: values.data,
    programs,
    fetchCommand: values['fetch-command'],
    ...(target ? { target } : {}),
  })
  const seconds = ((performance.now() - began) / 1_000).toFixed(1)
  process.stdout.write(
    `${backup.id} of ${backup.finished_at} lies in ${values.data}, whole, after ${seconds} s. Start Postgres now.\n`,
  )
})
