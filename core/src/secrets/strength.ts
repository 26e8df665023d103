/** Fewer different characters than this are no random text of any length worth having. */
const FEWEST_CHARACTERS = 8
/** Fewer different bytes than this among 32 happen to a random key less than once in 10^30. */
const FEWEST_BYTES = 12

/** What stands in examples, in templates and on lists of default passwords. */
const PLACEHOLDER =
  /not-a-secret|change[-_ ]?me|replace[-_ ]?me|placeholder|your[-_]|example|default|password|passw0rd|secret[-_]?(?:key|here)|dummy|letmein|qwerty|12345678|abcdefgh/i

const DEFAULT_PASSWORDS = new Set([
  ...[
    'admin',
    'administrator',
    'guest',
    'latent',
    'minioadmin',
    'pass',
    'password',
    'postgres',
    'redis',
    'root',
  ],
  ...['sec_latent', 'secret', 'test', 'user', 'changeme', '1234', '12345', '123456'],
])

/** Why a text is no secret: `undefined` when nothing speaks against it. The text itself is never repeated. */
export function weaknessOf(secret: string, shortest: number): string | undefined {
  if (secret.length < shortest) return `needs ${shortest} characters or more`
  if (PLACEHOLDER.test(secret)) return 'holds words of an example'
  if (new Set(secret).size < FEWEST_CHARACTERS)
    return 'repeats a few characters; make it by a random generator'
  return undefined
}

/** Why the bytes of a key are none. */
export function weaknessOfKey(key: Uint8Array): string | undefined {
  if (new Set(key).size < FEWEST_BYTES) return 'repeats a few bytes; make it by a random generator'
  return undefined
}

/** Whether an address logs in with what everybody would try first. An address without a password is none of that. */
export function hasDefaultPassword(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { username, password } = new URL(url)
  if (password === '') return false
  const plain = safeDecode(password)
  return DEFAULT_PASSWORDS.has(plain.toLowerCase()) || plain === safeDecode(username)
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
