import { closeSync, openSync, readdirSync, rmSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import type { Logger } from '../log.ts'
import { isEpoch, startOfEpoch } from './epoch.ts'
import { isAbandoned, touchLock } from './epoch-lock.ts'
import { type Deliveries, type EpochShipper, epochShipper } from './shipper.ts'

const INTERVAL_MS = 1_000
const RECOVER_EVERY_MS = 5_000
const HEARTBEAT_EVERY_MS = 5_000
/** No answer is timed and then kept out of the journal for longer: what is older than this is in it. */
const JOURNAL_DELAY_MS = 60_000
const CLOSE_WITHIN_MS = 8_000
/** A file whose time is what the file system takes for now. */
const CLOCK = 'clock'

/**
 * Ships the journal of this process each second, and those it finds of processes that died. Runs in a thread beside the
 * process, or in the process itself for tests. While Postgres is away everything waits on disk.
 */
export function startShipping(
  store: Deliveries,
  options: { folder: string; epoch: string; logger: Logger; intervalMs?: number; batch?: number },
) {
  const { folder, epoch, logger, batch } = options
  const own = shipperOf(epoch)
  let running: Promise<void> = Promise.resolve()
  let recoveredAt = 0
  let heartbeatAt = 0
  let failing = false
  const timer = setInterval(() => void tick(), options.intervalMs ?? INTERVAL_MS)
  timer.unref()
  void tick()

  function shipperOf(name: string): EpochShipper {
    return epochShipper(store, {
      epoch: name,
      folder: join(folder, name),
      startedAt: startOfEpoch(name),
      batch,
    })
  }

  async function shipOwn(): Promise<void> {
    const now = Date.now()
    touchLock(join(folder, epoch))
    await own.ship()
    if (now - heartbeatAt < HEARTBEAT_EVERY_MS) return
    await own.heartbeat(new Date(now - JOURNAL_DELAY_MS))
    heartbeatAt = now
  }

  /** Takes over the journals of dead processes. Several may do so at once; the second finds the work done. */
  async function recover(): Promise<void> {
    if (Date.now() - recoveredAt < RECOVER_EVERY_MS) return
    recoveredAt = Date.now()
    const clock = join(folder, CLOCK)
    closeSync(openSync(clock, 'a'))
    utimesSync(clock, new Date(), new Date())
    for (const name of readdirSync(folder)) {
      if (name === epoch || !isEpoch(name) || !isAbandoned(join(folder, name), clock)) continue
      const shipper = shipperOf(name)
      const entries = await shipper.ship()
      await shipper.end('recovered')
      shipper.close()
      rmSync(join(folder, name), { recursive: true, force: true })
      logger.info({ action: 'metering.recovered', metadata: { epoch: name, entries } })
    }
  }

  async function shipAll(): Promise<void> {
    await shipOwn()
    await recover()
  }

  async function tick(): Promise<void> {
    try {
      await oneAfterTheOther(shipAll)
      failing = false
    } catch (error) {
      // Told once per outage: the journal keeps everything until it is over.
      if (!failing)
        logger.warn({ action: 'metering.ship', status: 'failed', message: (error as Error).message })
      failing = true
    }
  }

  function oneAfterTheOther(work: () => Promise<void>): Promise<void> {
    const done = running.then(work)
    running = done.catch(() => {})
    return done
  }

  return {
    /** Ships what is in the journals now. Rejects when Postgres is away. */
    flush: () => oneAfterTheOther(shipOwn),

    /** Ships the rest and ends the epoch; when that takes too long, the journal stays for the next start. */
    async close(): Promise<void> {
      clearInterval(timer)
      const finish = async () => {
        await own.ship()
        await own.end('closed')
        own.close()
        rmSync(join(folder, epoch), { recursive: true, force: true })
      }
      try {
        await within(oneAfterTheOther(finish), CLOSE_WITHIN_MS)
      } catch (error) {
        logger.warn({ action: 'metering.close', status: 'failed', message: (error as Error).message })
      }
    },
  }
}
export type Shipping = ReturnType<typeof startShipping>

async function within(work: Promise<void>, timeoutMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done after ${timeoutMs} ms`)), timeoutMs)
  })
  try {
    await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
