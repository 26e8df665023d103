import {
  type CachedResponse,
  cached,
  type Filing,
  LatentClient,
  type ServiceStatus,
} from '../../../sdk/src/index.ts'
import { readApiSettings } from '../api-settings.ts'
import { boundedMap } from '../filing/bounded-map.ts'
import { type Sample, sampleLog } from './history.ts'

export const PROBE_INTERVAL_MS = 30_000
/** What takes longer has failed for whoever waits. */
const TIMEOUT_MS = 5_000
/** A day of probes of each part. */
const KEPT = (24 * 3_600_000) / PROBE_INTERVAL_MS

export interface Component {
  id: 'readiness' | 'reading'
  name: string
  /** What is asked. */
  request: string
}

const READINESS: Component = { id: 'readiness', name: 'API', request: 'GET /readyz' }
const READING: Component = {
  id: 'reading',
  name: 'Reading filings with a key',
  request: 'GET /v1/filings?limit=1',
}

export interface Snapshot {
  measured_since: number | null
  components: (Component & { samples: readonly Sample[] })[]
  /** What the API says of itself; null when it did not answer. */
  service: ServiceStatus | null
  /** The latest filing the portal's key can see. */
  latest: Filing | null
  /** False when this portal has no key to read with. */
  reads: boolean
}

interface Monitor {
  snapshot(): Snapshot
  /** Looks once, now; who asks while it looks shares it. */
  look(): Promise<void>
}

function createMonitor(): Monitor {
  const { url, key } = readApiSettings(process.env)
  const logs = { readiness: sampleLog(KEPT), reading: sampleLog(KEPT) }
  const answers = boundedMap<string, CachedResponse>(1_000_000, ({ body }) => body.byteLength)
  // One attempt: a repetition would hide what a visitor of the API sees.
  const client = key
    ? new LatentClient({
        baseUrl: url,
        apiKey: key,
        maxRetries: 0,
        timeoutMs: TIMEOUT_MS,
        middleware: [cached(answers)],
        logLevel: 'off',
      })
    : undefined
  let measuredSince: number | null = null
  let service: ServiceStatus | null = null
  let latest: Filing | null = null
  let underWay: Promise<void> | undefined

  async function probe(log: ReturnType<typeof sampleLog>, ask: () => Promise<unknown>): Promise<void> {
    const at = Date.now()
    const began = performance.now()
    const fault = await ask().then(
      () => undefined,
      (error: Error) => error.message,
    )
    log.add({
      at,
      ok: fault === undefined,
      ms: performance.now() - began,
      ...(fault && { fault: faultInWords(fault) }),
    })
  }

  async function look(): Promise<void> {
    measuredSince ??= Date.now()
    await Promise.all([
      probe(logs.readiness, () => getJson(`${url}/readyz`)),
      client
        ? probe(logs.reading, async () => {
            latest = (await client.filings.list({ limit: 1 })).data[0] ?? null
          })
        : undefined,
      getJson(`${url}/v1/status`).then(
        (answer) => {
          service = answer as ServiceStatus
        },
        () => {
          service = null
        },
      ),
    ])
  }

  return {
    snapshot: () => ({
      measured_since: measuredSince,
      components: [
        { ...READINESS, samples: logs.readiness.all() },
        ...(client ? [{ ...READING, samples: logs.reading.all() }] : []),
      ],
      service,
      latest,
      reads: client !== undefined,
    }),
    look() {
      underWay ??= look().finally(() => {
        underWay = undefined
      })
      return underWay
    },
  }
}

async function getJson(url: string): Promise<unknown> {
  const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS), cache: 'no-store' })
  if (response.ok) return await response.json()
  const said = (await response.json().catch(() => undefined)) as { database?: string } | undefined
  throw new Error(
    `status ${response.status}${said?.database ? `, database ${said.database.replaceAll('_', ' ')}` : ''}`,
  )
}

const LONGEST_FAULT = 160

/** For everybody to read, so that it tells no address. */
function faultInWords(message: string): string {
  return message.replace(/https?:\/\/\S+/g, 'the API').slice(0, LONGEST_FAULT)
}

/** Next bundles the start of the server and its pages separately; what both use lives here. */
const HOLDER = globalThis as { latentStatusMonitor?: Monitor }

/** The one monitor of this process. It begins with the server and looks at an interval, whether or not anybody asks. */
export function statusMonitor(): Monitor {
  if (!HOLDER.latentStatusMonitor) {
    const monitor = createMonitor()
    HOLDER.latentStatusMonitor = monitor
    setInterval(() => monitor.look(), PROBE_INTERVAL_MS).unref()
    monitor.look()
  }
  return HOLDER.latentStatusMonitor
}

/** What was measured; the first look is waited for. */
export async function measured(): Promise<Snapshot> {
  const monitor = statusMonitor()
  if (monitor.snapshot().components.every(({ samples }) => samples.length === 0)) await monitor.look()
  return monitor.snapshot()
}
