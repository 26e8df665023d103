import { readPortalConfig } from '../../../../src/portal-config.ts'
import { workflows } from '../../../../src/reference/workflows.ts'

export const dynamic = 'force-dynamic'

/** Arazzo names the contract by its address: that of the API this portal belongs to. */
export function GET(): Response {
  return Response.json(workflows(`${readPortalConfig(process.env).api_url}/openapi.json`))
}
