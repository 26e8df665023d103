import { createHash, timingSafeEqual } from 'node:crypto'

/** Guessing a random token this often takes longer than the universe has; it only keeps the log readable. */
const FAILURES_PER_MINUTE = 20
const MINUTE_MS = 60_000

export type SignIn = 'ok' | 'refused' | 'too_many'

/**
 * Judges the credential of a request: `Basic`, whose password is the token, or `Bearer`. Compared as digests, so that the time
 * tells neither the token nor its length.
 */
export function signIn(token: string, now: () => number = Date.now) {
  const expected = digest(token)
  let minute = 0
  let failures = 0
  return function judge(authorization: string | undefined): SignIn {
    const current = Math.floor(now() / MINUTE_MS)
    if (current !== minute) {
      minute = current
      failures = 0
    }
    if (failures >= FAILURES_PER_MINUTE) return 'too_many'
    const given = tokenIn(authorization)
    if (given !== undefined && timingSafeEqual(digest(given), expected)) return 'ok'
    // A browser asks once without before it asks for a password.
    if (given !== undefined) failures += 1
    return 'refused'
  }
}

function tokenIn(authorization: string | undefined): string | undefined {
  const [, scheme = '', value = ''] =
    /^(basic|bearer) +([\x21-\x7e]{1,1000})$/i.exec(authorization ?? '') ?? []
  if (value === '') return undefined
  if (scheme.toLowerCase() === 'bearer') return value
  const pair = Buffer.from(value, 'base64').toString('utf8')
  return pair.slice(pair.indexOf(':') + 1)
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
