import { randomFillSync } from 'node:crypto'

/** Crockford's base 32 keeps the order of the bytes, so ids sort by the time they were made. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const TIME_BYTES = 6
const RANDOM_BYTES = 10

export type IdPrefix =
  | 'sig'
  | 'evd'
  /** An event of the feed, as webhooks and streams carry it. */
  | 'evt'
  | 'org'
  | 'usr'
  /** A member of an organisation: a user with a role. */
  | 'mem'
  /** A service account: a program that signs in with client credentials. */
  | 'sva'
  | 'key'
  /** One secret of a key; a key that is rotated has two for a while. */
  | 'ksc'
  | 'whk'
  /** A delivery of one event to one webhook endpoint, and one attempt at it. */
  | 'dlv'
  | 'att'
  | 'mon'
  | 'exp'
  | 'job'
  | 'inv'
  | 'aud'
  | 'era'
  /** A backup, and a drill that restored one. */
  | 'bkp'
  | 'drl'
  | 'req'

/** A new identifier such as `sig_06bx…`: 48 bits of milliseconds, then 80 random bits, as 26 characters. */
export function newId(prefix: IdPrefix, now: number = Date.now()): string {
  if (now !== then) {
    then = now
    // 45 bits of the moment are nine characters; its last three bits share one with the first two random ones.
    moment = ''
    for (let unit = 2 ** 43; unit >= 8; unit /= 32) moment += ALPHABET[Math.floor(now / unit) % 32]
    rest = now % 8
  }
  if (used > random.length - 8) {
    randomFillSync(random)
    used = 0
  }
  const at = used
  used += 8
  const first = random[at] as number
  return (
    `${prefix}_${moment}${PAIRS[(rest << 7) | (first & 127)]}${PAIRS[(random[at + 1] as number) & 1023]}` +
    `${PAIRS[(random[at + 2] as number) & 1023]}${PAIRS[(random[at + 3] as number) & 1023]}` +
    `${PAIRS[(random[at + 4] as number) & 1023]}${PAIRS[(random[at + 5] as number) & 1023]}` +
    `${PAIRS[(random[at + 6] as number) & 1023]}${PAIRS[(random[at + 7] as number) & 1023]}${ALPHABET[(first >> 7) & 28]}`
  )
}

/** Two characters at a time. */
const PAIRS = Array.from({ length: 1024 }, (_, i) => `${ALPHABET[i >> 5]}${ALPHABET[i & 31]}`)
let then = -1
let moment = ''
let rest = 0
/** Random bytes are cheap in bulk and dear ten at a time. Each is used once. */
const random = new Uint16Array(8 * 512)
let used = random.length

/** The identifier of a moment and 80 bits that say which one: the same for the same input. */
export function idOf(prefix: IdPrefix, now: number, which: Buffer): string {
  const bytes = Buffer.alloc(TIME_BYTES + RANDOM_BYTES)
  bytes.writeUIntBE(now, 0, TIME_BYTES)
  which.copy(bytes, TIME_BYTES, 0, RANDOM_BYTES)
  return `${prefix}_${base32(bytes)}`
}

function base32(bytes: Buffer): string {
  let text = ''
  let value = 0
  let bits = 0
  for (const byte of bytes) {
    value = (value << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += ALPHABET[(value >> bits) & 31]
      value &= (1 << bits) - 1
    }
  }
  return bits > 0 ? text + ALPHABET[(value << (5 - bits)) & 31] : text
}
