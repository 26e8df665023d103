import { createHmac, randomBytes } from 'node:crypto'
import { crc32 } from 'node:zlib'

/** Four kinds of keys; a `test` key reads the fictional corpus, an `explorer` key lives for minutes in a browser. */
export type KeyMode = 'live' | 'test' | 'admin' | 'explorer'

const PREFIXES: Record<KeyMode, string> = { live: 'live', test: 'test', admin: 'adm', explorer: 'exp' }
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
/** 32 random bytes fit into 43 digits of base 62, a 32-bit checksum into 6. */
const SECRET_DIGITS = 43
const CHECKSUM_DIGITS = 6
const KEY_PATTERN = /^slp_(live|test|adm|exp)_[0-9A-Za-z]{49}$/

/** Finds keys inside any text, whole or cut short, so that logs can leave them out. */
const KEY_ANYWHERE = /slp_(live|test|adm|exp)_[0-9A-Za-z]*/g

/** A new key: `slp_live_` + 43 digits of 256 random bits + 6 digits of checksum. Shown once, kept nowhere. */
export function generateKey(mode: KeyMode): string {
  const secret = base62(BigInt(`0x${randomBytes(32).toString('hex')}`), SECRET_DIGITS)
  const body = `slp_${PREFIXES[mode]}_${secret}`
  return body + checksum(body)
}

/** The mode of a well-formed key whose checksum is right, or `undefined`: then there is nothing to look up. */
export function parseKey(key: string): { mode: KeyMode } | undefined {
  const prefix = KEY_PATTERN.exec(key)?.[1]
  if (prefix === undefined) return undefined
  const body = key.slice(0, -CHECKSUM_DIGITS)
  if (checksum(body) !== key.slice(-CHECKSUM_DIGITS)) return undefined
  const mode = (Object.keys(PREFIXES) as KeyMode[]).find((name) => PREFIXES[name] === prefix)
  return mode === undefined ? undefined : { mode }
}

/** What may be shown of a key afterwards: `slp_live_…` and the last four characters. */
export function keyHint(key: string): { key_start: string; last_four: string } {
  return { key_start: key.slice(0, key.lastIndexOf('_') + 1), last_four: key.slice(-4) }
}

/** Replaces every key in a text, also a shortened one, by its prefix and an ellipsis. */
export function redactKeys(text: string): string {
  return text.replace(KEY_ANYWHERE, 'slp_$1_[redacted]')
}

/** Whatever looks like a key in a text, whole or cut short. */
export function keysIn(text: string): string[] {
  return text.match(KEY_ANYWHERE) ?? []
}

/** True when the text holds something that begins like a key. */
export function containsKey(text: string): boolean {
  return /slp_(live|test|adm|exp)_/.test(text)
}

export interface Pepper {
  pepper_id: string
  secret: string
}

/**
 * Reads `id:secret` pairs, separated by commas. The first is used for new keys, the others still verify old ones, so
 * that a pepper can be replaced without a day on which keys fail. Throws when a pair is malformed.
 */
export function parsePeppers(setting: string): Pepper[] {
  return setting.split(',').map((pair) => {
    const match = /^([a-z0-9]{1,16}):(.{16,})$/.exec(pair.trim())
    if (match?.[1] === undefined || match[2] === undefined) {
      throw new Error(
        'a pepper is written id:secret with an id of a-z0-9 and a secret of 16 characters or more',
      )
    }
    return { pepper_id: match[1], secret: match[2] }
  })
}

/** HMAC-SHA-256 of the key under a pepper. A slow hash would buy nothing: the input has 256 random bits. */
export function hashKey(key: string, pepper: Pepper): Buffer {
  return createHmac('sha256', pepper.secret).update(key).digest()
}

function checksum(body: string): string {
  return base62(BigInt(crc32(body)), CHECKSUM_DIGITS)
}

function base62(value: bigint, digits: number): string {
  let text = ''
  for (let rest = value; text.length < digits; rest /= 62n) text = ALPHABET[Number(rest % 62n)] + text
  return text
}
