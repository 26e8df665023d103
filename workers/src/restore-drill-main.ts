import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { openAnchorStore } from '@sec-latent/core/audit/anchor-store'
import { statementSigner } from '@sec-latent/core/audit/signing'
import { openDatabase } from '@sec-latent/core/db'
import { createLogger, type LogLevel } from '@sec-latent/core/log'
import { openErasureLog } from '@sec-latent/core/privacy/erasure-log'
import { restoreDrill } from '@sec-latent/core/recovery/drill'
import { type RestoreDrill, recoveryStore } from '@sec-latent/core/recovery/store'
import { runMain } from '@sec-latent/core/run-main'
import { recoveryConfig } from './recovery/settings.ts'

const USAGE = `Usage: restore-drill [--to TIME] [--json]

Restores the latest backup, or that of TIME (ISO 8601), with its log into an empty cluster beside the running one, looks at what came
back, writes the result into restore_drills, and removes the cluster. Once a day, by the scheduler of the platform; its exit code
is 1 when the drill failed. A lost primary does not keep it from running: then the result is printed only.`

/** The program that brings segments, beside this one when built. */
const FETCH = import.meta.url.endsWith('.ts')
  ? ['--import', 'tsx', fileURLToPath(new URL('../../core/src/recovery/fetch-wal-main.ts', import.meta.url))]
  : [fileURLToPath(new URL('./fetch-wal-main.js', import.meta.url))]
const HANDED_ON = ['BACKUP_STORE_URL', 'BACKUP_KEYS', 'LATENT_ENV']
const RPO_S = 3_600
const RTO_S = 3_600

await runMain(async () => {
  const { values } = parseArgs({
    options: {
      to: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    process.stdout.write(`${USAGE}\n`)
    return
  }
  const target = values.to === undefined ? undefined : new Date(values.to)
  if (target && Number.isNaN(target.getTime())) throw new Error('--to is a time such as 2026-11-23T08:00:00Z')
  if (process.getuid?.() === 0)
    throw new Error('Postgres refuses to run as root: run the drill as another account.')
  const config = recoveryConfig(process.env)
  const { worker } = config
  const log = createLogger('restore-drill', worker.LOG_LEVEL as LogLevel)
  const folder = await mkdtemp(join(config.RECOVERY_SCRATCH ?? tmpdir(), 'latent-drill-'))
  let drill: RestoreDrill
  try {
    drill = await restoreDrill(config.backups, {
      folder: join(folder, 'cluster'),
      port: await freePort(),
      programs: config.programs(),
      fetchCommand: [process.execPath, ...FETCH].map((word) => `"${word}"`).join(' '),
      fetchEnvironment: Object.fromEntries(
        HANDED_ON.flatMap((name) => (process.env[name] ? [[name, process.env[name] as string]] : [])),
      ),
      login: { user: config.RECOVERY_OWNER, database: new URL(worker.DATABASE_URL).pathname.slice(1) },
      outside: {
        anchors: openAnchorStore(worker.OBJECT_STORE_URL),
        signer: statementSigner(worker.auditSigningKeys),
        erasures: openErasureLog(worker.OBJECT_STORE_URL),
      },
      ...(target ? { target } : {}),
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  for (const { check, ok, found } of drill.checks)
    process.stdout.write(`${ok ? 'ok ' : 'BAD'} ${check}: ${found}\n`)
  const event = {
    action: 'restore-drill',
    status: drill.outcome,
    message: drill.error ?? `restored to ${drill.recovered_to}`,
    metadata: { ...drill },
  }
  if (drill.outcome === 'failed') log.error(event)
  else log.info(event)
  if (drill.outcome === 'failed') process.exitCode = 1
  const sql = openDatabase(worker.DATABASE_URL, {
    max: 1,
    applicationName: 'restore-drill',
    role: 'latent_worker',
  })
  try {
    await recoveryStore(sql).recordDrill(drill)
  } catch (error) {
    log.warn({ action: 'restore-drill.record', status: 'failed', message: (error as Error).message })
  } finally {
    await sql.end({ timeout: 5 })
  }
  if (values.json) process.stdout.write(`${JSON.stringify(figuresOf(drill))}\n`)
})

function figuresOf(drill: RestoreDrill) {
  const failed = drill.checks.filter(({ ok }) => !ok).length + (drill.outcome === 'failed' ? 1 : 0)
  const atMost = (check: string, value: number, unit: string, bound: number) => ({
    check,
    value,
    unit,
    at_most: bound,
    ok: value <= bound,
  })
  return {
    name: 'restore-drill',
    rows: [
      atMost('checks that failed', failed, 'checks', 0),
      atMost('RPO', drill.rpo_seconds ?? Number.MAX_SAFE_INTEGER, 's', RPO_S),
      atMost('RTO', drill.rto_seconds ?? Number.MAX_SAFE_INTEGER, 's', RTO_S),
    ],
  }
}

async function freePort(): Promise<number> {
  return await new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}
