import { join } from 'node:path'
import type { Sql } from '../db.ts'
import type { Logger, LogLevel } from '../log.ts'
import { deliveryStore } from './delivery-store.ts'
import { newEpoch } from './epoch.ts'
import { journalWriter } from './journal-writer.ts'
import type { Meter } from './meter.ts'
import { shipThread } from './ship-thread.ts'
import { type Shipping, startShipping } from './shipping.ts'

export interface JournalMeterOptions {
  /** Where journals lie: a local disk that outlives the process. Several processes may share it. */
  folder: string
  logger: Logger
  /** Given: a thread ships, with connections of its own, as a server needs it. */
  databaseUrl?: string
  logLevel?: LogLevel
  /** Given instead: this process ships over a pool of role `latent_service`, which is enough for a test. */
  sql?: Sql
  epoch?: string
  intervalMs?: number
}

/** A meter that journals in `folder` and ships to Postgres. Design: decision 0011. */
export function journalMeter(options: JournalMeterOptions): Meter {
  const { folder, logger, epoch = newEpoch() } = options
  const writer = journalWriter(join(folder, epoch))
  const shipping = shippingOf(options, epoch)
  return {
    epoch,
    record: writer.record,
    afterJournal: writer.afterJournal,
    isAvailable: writer.isAvailable,
    async flush() {
      writer.write()
      await shipping.flush()
    },
    async close() {
      writer.close()
      await shipping.close()
    },
  }

  function shippingOf({ databaseUrl, sql }: JournalMeterOptions, name: string): Shipping {
    if (sql)
      return startShipping(deliveryStore(sql), {
        folder,
        epoch: name,
        logger,
        intervalMs: options.intervalMs,
      })
    if (databaseUrl === undefined) throw new Error('a meter ships over a database URL or a pool')
    return shipThread({ databaseUrl, folder, epoch: name, logLevel: options.logLevel ?? 'info' }, logger)
  }
}
