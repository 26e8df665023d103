import { currentTraceparent, inTrace } from './current.ts'

/** `server`: somebody asked us; `client`: we ask somebody; `consumer`: work out of a queue; `internal`: none of these. */
export type SpanKind = 'server' | 'client' | 'consumer' | 'internal'
export type Attributes = Record<string, string | number | boolean>

export interface SpanOptions {
  kind: SpanKind
  /** What it follows from; without one it begins a trace. */
  parent?: string | null | undefined
  attributes?: Attributes
}

/** One step while it lasts. */
export interface Span {
  readonly traceparent: string
  readonly trace_id: string
  rename(name: string): void
  set(attributes: Attributes): void
  /** Ends the step; with an error or a sentence it failed. Of an error only its class is told, never what it says. */
  end(failure?: unknown): void
}

export interface Tracer {
  /** Begins a step; undefined when nothing is traced. */
  start(name: string, options: SpanOptions): Span | undefined
  /** Sends what is still to be sent. */
  close(): Promise<void>
}

/** What a process has to which nobody said where traces go. */
export const noTracer: Tracer = {
  start: () => undefined,
  close: async () => {},
}

/**
 * Does something as one step of a trace. Where nothing is traced it still belongs to the trace of its parent, so that a trace
 * that somebody else began is not torn by a process that keeps none.
 */
export async function traced<T>(
  tracer: Tracer,
  name: string,
  options: SpanOptions,
  run: (span: Span | undefined) => Promise<T>,
): Promise<T> {
  const parent = options.parent ?? currentTraceparent()
  const span = tracer.start(name, { ...options, parent })
  if (!span) return await inTrace(parent, () => run(undefined))
  try {
    const result = await inTrace(span.traceparent, () => run(span))
    span.end()
    return result
  } catch (error) {
    span.end(error)
    throw error
  }
}
