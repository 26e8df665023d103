export const dynamic = 'force-dynamic'

export function GET(): Response {
  return Response.json({ status: 'ok', service: 'docs-site' }, { headers: { 'Cache-Control': 'no-store' } })
}
