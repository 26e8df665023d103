import { timingSafeEqual } from 'node:crypto'
import { processMetrics } from '../../../src/process-metrics.ts'

export const dynamic = 'force-dynamic'

/** Metrics of this process, to whoever shows the token; without one the address does not exist. */
export function GET(request: Request): Response {
  const token = process.env.METRICS_TOKEN
  if (!token || !isToken(request.headers.get('authorization'), token)) {
    return new Response('Not found\n', { status: 404 })
  }
  return new Response(processMetrics(), {
    headers: { 'Content-Type': 'text/plain; version=0.0.4', 'Cache-Control': 'no-store' },
  })
}

function isToken(authorization: string | null, token: string): boolean {
  const given = Buffer.from(authorization ?? '')
  const wanted = Buffer.from(`Bearer ${token}`)
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}
