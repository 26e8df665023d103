import { parseArgs } from 'node:util'
import { openDatabase } from '@sec-latent/core/db'
import { createLogger, type LogLevel } from '@sec-latent/core/log'
import { backUpDatabase, expireDatabaseBackups } from '@sec-latent/core/recovery/back-up-database'
import { copyObjects } from '@sec-latent/core/recovery/copy-objects'
import { expireRedisSnapshots, takeRedisSnapshot } from '@sec-latent/core/recovery/redis-snapshot'
import { recoveryStore } from '@sec-latent/core/recovery/store'
import { runMain } from '@sec-latent/core/run-main'
import { recoveryConfig } from './recovery/settings.ts'

const USAGE = `Usage: backup [--database] [--redis] [--objects]

Once a day, by the scheduler of the platform; without an option all three. --database: a whole backup of the cluster, compared with
its checksums, and the removal of what is over its time. --redis: a snapshot of the queue, kept for seven days. --objects: what the
second copy of the object store lacks (REGION_OBJECT_STORE_URL).`

await runMain(async () => {
  const { values } = parseArgs({
    options: {
      database: { type: 'boolean', default: false },
      redis: { type: 'boolean', default: false },
      objects: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    process.stdout.write(`${USAGE}\n`)
    return
  }
  const all = !(values.database || values.redis || values.objects)
  const config = recoveryConfig(process.env)
  const { backups, worker } = config
  const log = createLogger('backup', worker.LOG_LEVEL as LogLevel)
  const sql = openDatabase(worker.DATABASE_URL, { max: 2, applicationName: 'backup', role: 'latent_worker' })
  // As whoever may replicate: what a backup asks of the server it asks there.
  const server = openDatabase(config.databaseUrl, { max: 1, applicationName: 'backup' })
  const store = recoveryStore(sql)
  const tasks: [name: string, wanted: boolean, run: () => Promise<object>][] = [
    [
      'database',
      all || values.database,
      async () => {
        const backup = await backUpDatabase(backups, store, {
          sql: server,
          databaseUrl: config.databaseUrl,
          programs: config.programs(),
          scratch: config.RECOVERY_SCRATCH,
        })
        return { ...backup, expired: await expireDatabaseBackups(backups, store) }
      },
    ],
    [
      'redis',
      all || values.redis,
      async () => {
        const id = await store.beginBackup('redis', 'queue')
        try {
          const snapshot = await takeRedisSnapshot(backups, { url: worker.REDIS_QUEUE_URL, source: 'queue' })
          const { plain_bytes, stored_bytes } = snapshot
          await store.succeedBackup(id, { plain_bytes, stored_bytes })
          return { ...snapshot, expired: await expireRedisSnapshots(backups, 'queue') }
        } catch (error) {
          await store.failBackup(id, error as Error)
          throw error
        }
      },
    ],
    [
      'objects',
      config.REGION_OBJECT_STORE_URL !== undefined && (all || values.objects),
      async () => {
        const id = await store.beginBackup('objects', 'second-copy')
        try {
          const copy = await copyObjects({
            from: worker.OBJECT_STORE_URL,
            to: config.REGION_OBJECT_STORE_URL as string,
          })
          if (copy.corrupt.length > 0)
            throw new Error(
              `${copy.corrupt.length} objects are not what their names say, such as ${copy.corrupt[0]}`,
            )
          await store.succeedBackup(id, { objects_seen: copy.seen, objects_copied: copy.copied })
          return copy
        } catch (error) {
          await store.failBackup(id, error as Error)
          throw error
        }
      },
    ],
  ]
  try {
    // One that fails keeps none of the others from being done.
    for (const [name, wanted, run] of tasks) {
      if (!wanted) continue
      const began = performance.now()
      try {
        const metadata = { ...(await run()) }
        log.info({ action: `backup.${name}`, duration_ms: Math.round(performance.now() - began), metadata })
      } catch (error) {
        log.error({ action: `backup.${name}`, status: 'failed', message: (error as Error).message })
        process.exitCode = 1
      }
    }
  } finally {
    await Promise.all([sql.end({ timeout: 5 }), server.end({ timeout: 5 })])
  }
})
