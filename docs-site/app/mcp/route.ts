import { mcpHandler } from '../../../sdk/mcp/src/http.ts'
import { readApiSettings } from '../../src/api-settings.ts'
import { readPortalConfig } from '../../src/portal-config.ts'
import { portalDocs } from './portal-docs.ts'

export const dynamic = 'force-dynamic'

let handler: ReturnType<typeof mcpHandler> | undefined

/** The settings are read at the first request, because one build serves any installation. */
function answer(request: Request): Promise<Response> {
  handler ??= handlerOf(process.env)
  return handler(request)
}

function handlerOf(env: Record<string, string | undefined>): ReturnType<typeof mcpHandler> {
  return mcpHandler({
    apiUrl: readApiSettings(env).url,
    portalUrl: (env.PORTAL_URL || 'http://localhost:3000').replace(/\/+$/, ''),
    allowedHosts: (env.MCP_ALLOWED_HOSTS ?? '').split(',').flatMap((host) => host.trim() || []),
    // The key every visitor may read; the portal's own key is not for visitors to ask with.
    defaultKey: readPortalConfig(env).explorer_key ?? undefined,
    allowLiveKeys: env.MCP_ALLOW_LIVE_KEYS === '1',
    docs: portalDocs,
  })
}

export { answer as DELETE, answer as GET, answer as POST }
