/** Where readers find this portal: `PORTAL_URL`, and without it the address they asked. */
export function originOf(request: Request, env: Record<string, string | undefined>): string {
  if (env.PORTAL_URL) return env.PORTAL_URL.replace(/\/+$/, '')
  const host = request.headers.get('host')
  return host ? `http://${host}` : new URL(request.url).origin
}
