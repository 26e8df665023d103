import { statusFeed } from '../../../src/status/feed.ts'
import { readIncidents } from '../../../src/status/incidents.ts'

export const dynamic = 'force-dynamic'

export function GET(request: Request): Response {
  const portalUrl = (process.env.PORTAL_URL || new URL(request.url).origin).replace(/\/+$/, '')
  return new Response(statusFeed(readIncidents(), portalUrl), {
    headers: { 'content-type': 'application/rss+xml; charset=utf-8', 'cache-control': 'public, max-age=60' },
  })
}
