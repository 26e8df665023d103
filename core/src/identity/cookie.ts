import { createHmac, timingSafeEqual } from 'node:crypto'

const MAX_COOKIE_CHARS = 512

/** Plain http cannot set a `__Host-` cookie; with https the browser then keeps it to one host and to encrypted requests. */
export function sessionCookieName(publicUrl: string): string {
  return `${cookiePrefixOf(publicUrl)}.session_token`
}

export function cookiePrefixOf(publicUrl: string): string {
  return publicUrl.startsWith('https://') ? '__Host-latent' : 'latent'
}

/** The value of one cookie of a `Cookie` header, decoded. Of several of the same name the first counts, as in RFC 6265. */
export function readCookie(header: string | undefined, name: string): string | undefined {
  for (const pair of (header ?? '').split(';')) {
    const equals = pair.indexOf('=')
    if (equals === -1 || pair.slice(0, equals).trim() !== name) continue
    try {
      return decodeURIComponent(pair.slice(equals + 1).trim())
    } catch {
      return undefined
    }
  }
  return undefined
}

/** The token in a session cookie, `token.signature` with HMAC-SHA-256 in base64; `undefined` when we did not sign it. */
export function openSessionCookie(value: string, secret: string): string | undefined {
  const dot = value.lastIndexOf('.')
  if (dot < 1 || value.length > MAX_COOKIE_CHARS) return undefined
  const token = value.slice(0, dot)
  const expected = createHmac('sha256', secret).update(token).digest()
  const given = Buffer.from(value.slice(dot + 1), 'base64')
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : undefined
}
