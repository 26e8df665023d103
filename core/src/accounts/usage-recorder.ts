import { randomUUID } from 'node:crypto'
import type { Logger } from '../log.ts'
import type { UsageCounter, UsageStore } from './usage-store.ts'

const FLUSH_INTERVAL_MS = 1_000
const HOUR_MS = 3_600_000

export interface ServedRequest {
  organisation_id: string
  key_id: string
  operation_id: string
  /** Cost units of the operation; billed only when the status is 2xx. */
  cost: number
  status: number
}

/**
 * Counts what this process served, as totals that only grow, and writes them each second under an epoch of its own.
 * A write that failed is repeated with the next one; `close` writes the rest.
 */
export function usageRecorder(
  store: Pick<UsageStore, 'write'>,
  logger: Logger,
  options: { epoch?: string; now?: () => number; intervalMs?: number } = {},
) {
  const epoch = options.epoch ?? randomUUID()
  const now = options.now ?? Date.now
  const counters = new Map<string, UsageCounter>()
  let changed = new Set<string>()
  let writing: Promise<void> = Promise.resolve()
  const timer = setInterval(() => void flush(), options.intervalMs ?? FLUSH_INTERVAL_MS)
  timer.unref()

  function record(request: ServedRequest): void {
    const hour = new Date(Math.floor(now() / HOUR_MS) * HOUR_MS).toISOString()
    const address = `${request.key_id} ${request.operation_id} ${hour}`
    let counter = counters.get(address)
    if (!counter) {
      const { organisation_id, key_id, operation_id } = request
      counter = { organisation_id, key_id, operation_id, hour, requests: 0, cost: 0, errors: 0 }
      counters.set(address, counter)
    }
    counter.requests += 1
    if (request.status >= 200 && request.status < 300) counter.cost += request.cost
    if (request.status >= 400) counter.errors += 1
    changed.add(address)
  }

  async function write(): Promise<void> {
    if (changed.size === 0) return
    const batch = changed
    changed = new Set()
    try {
      await store.write(
        epoch,
        [...batch].map((address) => ({ ...(counters.get(address) as UsageCounter) })),
      )
      forgetPastHours()
    } catch (cause) {
      for (const address of batch) changed.add(address)
      logger.warn({ action: 'usage.flush', status: 'failed', message: (cause as Error).message })
    }
  }

  /** A past hour that has been written can no longer grow. */
  function forgetPastHours(): void {
    const current = Math.floor(now() / HOUR_MS) * HOUR_MS
    for (const [address, counter] of counters) {
      if (Date.parse(counter.hour) < current && !changed.has(address)) counters.delete(address)
    }
  }

  /** One write at a time: a later total never overtakes an earlier one. */
  function flush(): Promise<void> {
    writing = writing.then(write)
    return writing
  }

  return {
    record,
    flush,
    async close(): Promise<void> {
      clearInterval(timer)
      await flush()
    },
  }
}
export type UsageRecorder = ReturnType<typeof usageRecorder>
