import { openTelemetryTracer } from './open-telemetry.ts'
import type { TraceSettings } from './settings.ts'
import { noTracer, type Tracer } from './tracer.ts'

const EXPORT_TIMEOUT_MS = 5_000

/**
 * Opens the way of traces as the settings say. The libraries are loaded only where traces are sent: they cost a process a
 * third of a second and fourteen megabytes.
 */
export async function openTracer(settings: TraceSettings, service: string): Promise<Tracer> {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_EXPORTER_OTLP_HEADERS: headers } = settings
  if (endpoint === undefined) return noTracer
  const { OTLPTraceExporter } = await import('@opentelemetry/exporter-trace-otlp-http')
  return await openTelemetryTracer(
    new OTLPTraceExporter({
      url: `${endpoint.replace(/\/+$/, '')}/v1/traces`,
      headers: headersOf(headers),
      timeoutMillis: EXPORT_TIMEOUT_MS,
    }),
    settings,
    service,
  )
}

function headersOf(setting: string | undefined): Record<string, string> {
  return Object.fromEntries(
    (setting ?? '')
      .split(',')
      .filter(Boolean)
      .map((pair) => {
        const at = pair.indexOf('=')
        return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()]
      }),
  )
}
