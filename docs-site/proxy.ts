import { type NextRequest, NextResponse } from 'next/server'
import { readPortalConfig } from './src/portal-config.ts'
import { contentSecurityPolicy } from './src/shell/content-security-policy.ts'

const NONCE_BYTES = 16

/**
 * Gives every page its own nonce. Next puts it on its scripts when it renders, because it finds it in the policy of the
 * request; so pages are rendered per request.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(NONCE_BYTES))).toString('base64')
  const policy = contentSecurityPolicy({
    nonce,
    apiUrl: readPortalConfig(process.env).api_url,
    isDevelopment: process.env.NODE_ENV === 'development',
  })
  const headers = new Headers(request.headers)
  headers.set('Content-Security-Policy', policy)
  headers.set('X-Nonce', nonce)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('Content-Security-Policy', policy)
  return response
}

/** Files carry no scripts of their own; everything else that a browser could show does. */
export const config = { matcher: ['/((?!_next/static|_next/image|api/).*)'] }
