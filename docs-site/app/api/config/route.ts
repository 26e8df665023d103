import { readPortalConfig } from '../../../src/portal-config.ts'

export const dynamic = 'force-dynamic'

export function GET(): Response {
  return Response.json(readPortalConfig(process.env), { headers: { 'Cache-Control': 'no-store' } })
}
