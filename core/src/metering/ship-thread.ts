import type { Worker } from 'node:worker_threads'
import type { Logger, LogLevel } from '../log.ts'
import { startThread } from '../thread.ts'
import type { Shipping } from './shipping.ts'

export interface ShipThreadData {
  databaseUrl: string
  folder: string
  epoch: string
  logLevel: LogLevel
}

export interface ShipOrder {
  id: number
  order: 'flush' | 'close'
}

export interface ShipAnswer {
  id: number
  failure: string | undefined
}

const RESTART_MS = 1_000
const CLOSE_WITHIN_MS = 10_000
const MEMORY_MB = 256
/** Its garbage is collected often and a little at a time: it shares the memory of the process that answers. */
const YOUNG_MB = 6

/** In a bundle the thread's program lies beside it under the name of a script. */
const ENTRY = new URL(
  import.meta.url.endsWith('.ts') ? './ship-thread-main.ts' : './ship-thread-main.js',
  import.meta.url,
)

/** Shipping in a thread of its own; one that dies is replaced, and goes on where Postgres says that it stands. */
export function shipThread(data: ShipThreadData, logger: Logger, entry: URL = ENTRY): Shipping {
  const waiting = new Map<number, { resolve(): void; reject(error: Error): void }>()
  let orders = 0
  let closed = false
  let worker = start()

  function start(): Worker {
    const started = startThread(entry, {
      workerData: data,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB, maxYoungGenerationSizeMb: YOUNG_MB },
    })
    started.unref()
    started.on('message', ({ id, failure }: ShipAnswer) => {
      const one = waiting.get(id)
      waiting.delete(id)
      if (failure === undefined) one?.resolve()
      else one?.reject(new Error(failure))
    })
    started.on('error', (error) =>
      logger.error({ action: 'metering.thread', status: 'failed', message: error.message }),
    )
    started.on('exit', () => {
      for (const one of waiting.values()) one.reject(new Error('the shipping thread ended'))
      waiting.clear()
      if (closed) return
      setTimeout(() => {
        if (!closed) worker = start()
      }, RESTART_MS).unref()
    })
    return started
  }

  function ask(order: ShipOrder['order']): Promise<void> {
    return new Promise<void>((resolve, reject) => {
      const id = ++orders
      waiting.set(id, { resolve, reject })
      // Unreferenced otherwise: somebody waits now, so the process must not end meanwhile.
      worker.ref()
      worker.postMessage({ id, order } satisfies ShipOrder)
    }).finally(() => worker.unref())
  }

  return {
    flush: () => ask('flush'),

    async close(): Promise<void> {
      closed = true
      const patience = setTimeout(() => void worker.terminate(), CLOSE_WITHIN_MS)
      try {
        await ask('close')
      } catch (error) {
        logger.warn({ action: 'metering.close', status: 'failed', message: (error as Error).message })
      } finally {
        clearTimeout(patience)
        await worker.terminate()
      }
    },
  }
}
