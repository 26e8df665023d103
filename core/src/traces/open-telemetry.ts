import type { Context, Span as OpenTelemetrySpan } from '@opentelemetry/api'
import type { SpanExporter } from '@opentelemetry/sdk-trace-base'
import type { TraceSettings } from './settings.ts'
import { formatTraceparent, parseTraceparent } from './traceparent.ts'
import type { Span, SpanKind, Tracer } from './tracer.ts'

/** What waits to be sent; more is dropped, so that a collector that is away costs memory of a known size. */
const MAX_WAITING = 4_096
const BATCH = 512
const SEND_EVERY_MS = 2_000
const CLOSE_MS = 3_000

/**
 * Spans made with OpenTelemetry. Parents are always named; nothing is patched into other libraries. Everything of it is
 * imported here and not at the top, where a bundle would load it for processes that trace nothing.
 */
export async function openTelemetryTracer(
  exporter: SpanExporter,
  settings: TraceSettings,
  service: string,
): Promise<Tracer> {
  const {
    ROOT_CONTEXT,
    SpanKind: Kind,
    SpanStatusCode,
    TraceFlags,
    trace,
  } = await import('@opentelemetry/api')
  const { resourceFromAttributes } = await import('@opentelemetry/resources')
  const { BasicTracerProvider, BatchSpanProcessor, ParentBasedSampler, TraceIdRatioBasedSampler } =
    await import('@opentelemetry/sdk-trace-base')
  const kinds: Record<SpanKind, number> = {
    server: Kind.SERVER,
    client: Kind.CLIENT,
    consumer: Kind.CONSUMER,
    internal: Kind.INTERNAL,
  }
  const ratio = new TraceIdRatioBasedSampler(settings.OTEL_TRACES_SAMPLER_ARG)
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({
      'service.name': `sec-latent-${service}`,
      'service.version': settings.RELEASE,
      'deployment.environment.name': settings.LATENT_ENV,
    }),
    /* What comes from outside must not decide how much we record: the share holds for it as for what begins here. The id
       decides, so that every process keeps the same traces. */
    sampler: new ParentBasedSampler({
      root: ratio,
      remoteParentSampled: ratio,
      remoteParentNotSampled: ratio,
    }),
    spanLimits: { attributeValueLengthLimit: 500, attributeCountLimit: 32 },
    spanProcessors: [
      new BatchSpanProcessor(exporter, {
        maxQueueSize: MAX_WAITING,
        maxExportBatchSize: BATCH,
        scheduledDelayMillis: SEND_EVERY_MS,
      }),
    ],
  })
  const tracer = provider.getTracer('sec-latent')

  function contextOf(parent: string | null | undefined): Context {
    const known = parseTraceparent(parent)
    if (!known) return ROOT_CONTEXT
    return trace.setSpanContext(ROOT_CONTEXT, {
      traceId: known.trace_id,
      spanId: known.span_id,
      traceFlags: known.sampled ? TraceFlags.SAMPLED : TraceFlags.NONE,
      isRemote: true,
    })
  }

  function spanOf(span: OpenTelemetrySpan): Span {
    const { traceId, spanId, traceFlags } = span.spanContext()
    const sampled = (traceFlags & TraceFlags.SAMPLED) !== 0
    return {
      trace_id: traceId,
      traceparent: formatTraceparent({ trace_id: traceId, span_id: spanId, sampled }),
      rename: (name) => span.updateName(name),
      set: (attributes) => span.setAttributes(attributes),
      end(failure) {
        if (failure !== undefined) {
          span.setAttribute('error.type', failure instanceof Error ? failure.name : String(failure))
          span.setStatus({ code: SpanStatusCode.ERROR })
        }
        span.end()
      },
    }
  }

  return {
    start(name, { kind, parent, attributes = {} }) {
      return spanOf(tracer.startSpan(name, { kind: kinds[kind], attributes }, contextOf(parent)))
    },
    async close() {
      await Promise.race([
        provider.shutdown().catch(() => {}),
        new Promise((resolve) => setTimeout(resolve, CLOSE_MS).unref()),
      ])
    },
  }
}
