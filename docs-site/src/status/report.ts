import type { ServiceStatus } from '../../../sdk/src/index.ts'
import { bucketsOf, percentileOf, uptimeOf } from './history.ts'
import { type Incident, readIncidents } from './incidents.ts'
import { PROBE_INTERVAL_MS, type Snapshot } from './monitor.ts'

const DAY_MS = 24 * 3_600_000
/** Half an hour each. */
const BARS = 48

export type Overall = 'operational' | 'degraded' | 'down' | 'unknown'

/** What /status shows and /status.json says. */
export function statusReport(
  snapshot: Snapshot,
  now: number = Date.now(),
  incidents: Incident[] = readIncidents(),
) {
  const { components, service, latest } = snapshot
  return {
    status: overall(snapshot, incidents),
    generated_at: instant(now),
    measured_since: snapshot.measured_since === null ? null : instant(snapshot.measured_since),
    probe_interval_seconds: PROBE_INTERVAL_MS / 1000,
    components: components.map(({ id, name, request, samples }) => ({
      id,
      name,
      request,
      up: samples.at(-1)?.ok ?? null,
      fault: samples.at(-1)?.fault ?? null,
      probes: samples.length,
      uptime: uptimeOf(samples),
      latency_ms: { p50: rounded(percentileOf(samples, 0.5)), p95: rounded(percentileOf(samples, 0.95)) },
      last_24_hours: bucketsOf(samples, now, DAY_MS, BARS).map(({ from, to, ...rest }) => ({
        from: instant(from),
        to: instant(to),
        ...rest,
      })),
    })),
    pipeline: service && {
      ...service.pipeline,
      /** From EDGAR's acceptance of the latest filing to its being available here. */
      lag_seconds: secondsBetween(service.pipeline.last_accepted_at, service.pipeline.last_published_at),
      since_last_accepted_seconds: secondsBetween(service.pipeline.last_accepted_at, instant(now)),
      /** How long the filing that has waited longest has been known; null when none waits. */
      queue_age_seconds: secondsBetween(oldestPending(service), instant(now)),
    },
    api: service && { status: service.status, version: service.version, components: service.components },
    latest_visible_filing: latest && {
      accession_number: latest.accession_number,
      form_type: latest.form_type,
      accepted_at: latest.accepted_at,
      available_at: latest.available_at,
    },
    incidents,
  }
}
export type StatusReport = ReturnType<typeof statusReport>

function overall({ components, service }: Snapshot, incidents: readonly Incident[]): Overall {
  const last = components.flatMap(({ samples }) => samples.at(-1) ?? [])
  if (last.length === 0) return 'unknown'
  if (last.every(({ ok }) => !ok)) return 'down'
  const isOngoing = incidents.some(({ resolved_at }) => resolved_at === null)
  if (isOngoing || last.some(({ ok }) => !ok) || service?.status !== 'ok') return 'degraded'
  return 'operational'
}

/** An API that is older than this portal does not say it. */
function oldestPending({ pipeline }: ServiceStatus): string | null {
  return (pipeline as { oldest_pending_at?: string | null }).oldest_pending_at ?? null
}

function instant(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`
}

function rounded(ms: number | null): number | null {
  return ms === null ? null : Math.round(ms * 10) / 10
}

function secondsBetween(from: string | null, to: string | null): number | null {
  return from === null || to === null ? null : Math.round((Date.parse(to) - Date.parse(from)) / 1000)
}
