import { readPortalConfig } from '../../../../src/portal-config.ts'
import { postmanCollection } from '../../../../src/reference/postman.ts'

export const dynamic = 'force-dynamic'

export function GET(): Response {
  return Response.json(postmanCollection(readPortalConfig(process.env).api_url))
}
