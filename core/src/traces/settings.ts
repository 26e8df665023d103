import { Type } from 'typebox'

/** Settings of every process that takes part in traces. They have the names that OpenTelemetry gave them. */
export const traceSettings = {
  OTEL_EXPORTER_OTLP_ENDPOINT: Type.Optional(
    Type.String({
      pattern: '^https?://',
      description:
        'Where traces are sent: the base address of an OpenTelemetry collector that takes OTLP over HTTP. Unset: nothing is traced.',
    }),
  ),
  OTEL_EXPORTER_OTLP_HEADERS: Type.Optional(
    Type.String({
      pattern: '^[\\w-]+=[^,]+(,[\\w-]+=[^,]+)*$',
      description: 'Headers for the collector, such as its key: name=value, separated by commas.',
    }),
  ),
  OTEL_TRACES_SAMPLER_ARG: Type.Number({
    minimum: 0,
    maximum: 1,
    default: 1,
    description:
      'The share of traces that are sent. Those that are not keep their id: logs and webhooks name it.',
  }),
}

export interface TraceSettings {
  OTEL_EXPORTER_OTLP_ENDPOINT?: string | undefined
  OTEL_EXPORTER_OTLP_HEADERS?: string | undefined
  OTEL_TRACES_SAMPLER_ARG: number
  RELEASE: string
  LATENT_ENV: string
}
