import type { Sql } from '../db.ts'
import type { Logger } from '../log.ts'
import { operationsEventStore } from './store.ts'

/** Has a process say which release it runs. Nothing waits for it, and nothing fails with it. */
export function tellRelease(sql: Sql, logger: Logger, service: string, release: string): void {
  if (release === 'development') return
  operationsEventStore(sql)
    .deployed(service, release)
    .then(
      (isNew) => {
        if (isNew)
          logger.info({ action: 'deployment', message: `${service} runs ${release}.`, metadata: { release } })
      },
      (error: Error) => logger.warn({ action: 'deployment', status: 'unrecorded', message: error.message }),
    )
}
