/** Which trace something belongs to, and which step of it led here. */
export interface TraceParent {
  trace_id: string
  span_id: string
  /** Whether whoever began it keeps what it records. */
  sampled: boolean
}

/** W3C Trace Context, version 00. Ids of zeros alone are none. */
const TRACEPARENT = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})$/

/** Reads the header, or a column that holds one; undefined for what is none. */
export function parseTraceparent(text: unknown): TraceParent | undefined {
  const found = typeof text === 'string' ? TRACEPARENT.exec(text) : null
  if (!found) return undefined
  const [, trace_id, span_id, flags] = found as unknown as [string, string, string, string]
  return { trace_id, span_id, sampled: (Number.parseInt(flags, 16) & 1) === 1 }
}

export function formatTraceparent({ trace_id, span_id, sampled }: TraceParent): string {
  return `00-${trace_id}-${span_id}-${sampled ? '01' : '00'}`
}
