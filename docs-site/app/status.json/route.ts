import { measured } from '../../src/status/monitor.ts'
import { statusReport } from '../../src/status/report.ts'

export const dynamic = 'force-dynamic'

/** What the status page shows, for programs; any site may read it. */
export async function GET(): Promise<Response> {
  return Response.json(statusReport(await measured()), {
    headers: { 'cache-control': 'public, max-age=10', 'access-control-allow-origin': '*' },
  })
}
