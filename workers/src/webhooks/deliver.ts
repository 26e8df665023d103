import type { Dataset } from '@sec-latent/core/dataset'
import { openDatabase } from '@sec-latent/core/db'
import type { EgressClient } from '@sec-latent/core/egress/client'
import type { Logger } from '@sec-latent/core/log'
import type { Sealer } from '@sec-latent/core/secrets/seal'
import { noTracer, type SpanOptions, type Tracer, traced } from '@sec-latent/core/traces/tracer'
import { attemptDelivery } from '@sec-latent/core/webhooks/attempt'
import {
  type AttemptOutcome,
  type ClaimedDelivery,
  dispatchStore,
  type Recorded,
} from '@sec-latent/core/webhooks/dispatch-store'
import { fanOut } from '@sec-latent/core/webhooks/fan-out'
import { publishNotifications } from '@sec-latent/core/webhooks/publish-notifications'

const DATASETS: readonly Dataset[] = ['live', 'test']
/** How often Postgres is asked while nothing happens. */
const IDLE_MS = 250
const TROUBLE_MS = 1_000
const CLEAN_UP_MS = 3_600_000
const KEEP_DAYS = 30
const REMOVE_ROWS = 5_000
/** Connections of its own, so that neither waits for the reading of filings nor the other way round. */
const CONNECTIONS = 6

export interface WebhookServices {
  databaseUrl: string
  concurrency: number
  /** Waits before the attempts, in milliseconds. */
  schedule: readonly number[]
  sealer: Sealer
  egress: Pick<EgressClient, 'post'>
  log: Logger
  tracer?: Tracer
  /** Told of every attempt. */
  observe?: (delivery: ClaimedDelivery, outcome: AttemptOutcome, recorded: Recorded) => void
}

/**
 * Hands out the feed of changes and what accounts are told, and sends what is due until it is told to stop. Every worker process runs one; Postgres says
 * what is due and who has it, so none needs the queue, and any may die at any moment.
 */
export function startWebhooks(services: WebhookServices) {
  const { log, concurrency, schedule, observe, tracer = noTracer } = services
  const sql = openDatabase(services.databaseUrl, {
    max: CONNECTIONS,
    applicationName: 'webhooks',
    role: 'latent_worker',
  })
  const store = dispatchStore(sql, { schedule })
  const underway = new Set<Promise<void>>()
  const recordInTurn = turns()
  const due = wakeable()
  const changes = wakeable()
  const cleaning = wakeable()
  let stopped = false

  async function deliver(delivery: ClaimedDelivery): Promise<void> {
    const outcome = await traced(tracer, 'webhook attempt', stepOf(delivery), async (span) => {
      const made = await attemptDelivery(delivery, services)
      span?.set({ 'http.response.status_code': made.response?.status ?? 0 })
      if (made.error !== null) span?.set({ 'error.type': made.error })
      return made
    })
    const recorded = await recordInTurn(delivery.endpoint_id, () => store.record(delivery, outcome))
    observe?.(delivery, outcome, recorded)
  }

  function begin(delivery: ClaimedDelivery): void {
    const one = deliver(delivery)
      // It stays leased and is sent again when the lease is over, with the same id.
      .catch((error: Error) =>
        log.warn({ action: 'webhooks.record', status: 'failed', message: error.message }),
      )
      .finally(() => {
        underway.delete(one)
        due.wake()
      })
    underway.add(one)
  }

  const sending = repeat('webhooks.send', due, async () => {
    const room = concurrency - underway.size
    const claimed = room > 0 ? await store.claim(room) : []
    for (const delivery of claimed) begin(delivery)
    return claimed.length > 0 ? 0 : IDLE_MS
  })

  const handingOut = repeat('webhooks.fan-out', changes, async () => {
    let passed = await publishNotifications(sql)
    if (passed > 0) due.wake()
    for (const dataset of DATASETS) {
      const { changes, deliveries } = await fanOut(sql, dataset)
      passed += changes
      if (deliveries > 0) due.wake()
    }
    return passed > 0 ? 0 : IDLE_MS
  })

  const removing = repeat('webhooks.clean-up', cleaning, async () => {
    return (await store.removeOld(KEEP_DAYS, REMOVE_ROWS)) === REMOVE_ROWS ? 0 : CLEAN_UP_MS
  })

  /** Does `step` again and again; it says how long to pause. */
  async function repeat(action: string, pause: Wakeable, step: () => Promise<number>): Promise<void> {
    while (!stopped) {
      let wait = TROUBLE_MS
      try {
        wait = await step()
      } catch (error) {
        log.warn({ action, status: 'failed', message: (error as Error).message })
      }
      if (!stopped && wait > 0) await pause.sleep(wait)
    }
  }

  return {
    /** Takes nothing more and waits for what is under way. */
    async stop(): Promise<void> {
      stopped = true
      for (const one of [due, changes, cleaning]) one.wake()
      await Promise.all([sending, handingOut, removing])
      await Promise.all(underway)
      await sql.end({ timeout: 5 })
    },
  }
}

/**
 * Runs what has the same key one after another. What is recorded of one endpoint would wait for the lock on it otherwise, each
 * with a connection that other endpoints need.
 */
function turns() {
  const last = new Map<string, Promise<unknown>>()
  return async <T>(key: string, run: () => Promise<T>): Promise<T> => {
    const mine = (last.get(key) ?? Promise.resolve()).then(run, run)
    last.set(key, mine)
    try {
      return await mine
    } finally {
      if (last.get(key) === mine) last.delete(key)
    }
  }
}

/** Ids only: the address of an endpoint may hold a secret of the customer. */
function stepOf({ traceparent, event_id, event_type, endpoint_id, attempts }: ClaimedDelivery): SpanOptions {
  return {
    kind: 'client',
    parent: traceparent,
    attributes: {
      'http.request.method': 'POST',
      'http.request.resend_count': attempts,
      'latent.event_id': event_id,
      'latent.event_type': event_type,
      'latent.endpoint_id': endpoint_id,
    },
  }
}

interface Wakeable {
  /** Returns after so many milliseconds, or when somebody wakes it, or has since the last sleep. */
  sleep(ms: number): Promise<void>
  wake(): void
}

function wakeable(): Wakeable {
  let woken = false
  let end = () => {}
  return {
    async sleep(ms) {
      if (!woken) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms)
          end = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
      woken = false
    },
    wake() {
      woken = true
      end()
    },
  }
}
