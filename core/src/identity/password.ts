import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

export const MIN_PASSWORD_CHARS = 12
export const MAX_PASSWORD_CHARS = 128

/** OWASP's parameters for scrypt (2^15, 8, 3): 32 MiB for each pass. */
const COST = { N: 32_768, r: 8, p: 3, maxmem: 96 * 1024 * 1024 }
const HASH_BYTES = 32
const SALT_BYTES = 16
/** Passwords hashed at once: each takes memory and a thread that others need too. */
const AT_ONCE = 2
const MAX_WAITING = 200

/** Words that passwords of twelve characters or more are made of when people follow the letter of a rule. */
const COMMON =
  /^(?:(?:password|passw0rd|p@ssw0rd|qwerty|qwertyuiop|asdfgh|letmein|welcome|admin|administrator|iloveyou|monkey|dragon|football|baseball|superman|batman|sunshine|princess|trustno1|changeme|default|secret|test|hello|login|master|google|facebook|company|summer|winter|spring|autumn|january|sec ?latent|latent)[\W_\d]*){1,3}$/i
const RUNS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
  'qwertyuiopasdfghjklzxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
]

/** Why a password is refused, as a sentence; `undefined` when it is good enough. Length is what counts, and being unknown. */
export function passwordFault(
  password: string,
  about: { email?: string; name?: string } = {},
): string | undefined {
  const { length } = [...password]
  if (length < MIN_PASSWORD_CHARS) return `The password needs ${MIN_PASSWORD_CHARS} characters or more.`
  if (length > MAX_PASSWORD_CHARS) return `The password may have at most ${MAX_PASSWORD_CHARS} characters.`
  const folded = password.toLowerCase()
  if (new Set(folded).size < 5) return 'The password repeats a few characters.'
  if (RUNS.some((run) => run.includes(folded) || [...run].reverse().join('').includes(folded)))
    return 'The password is a run of neighbouring characters.'
  if (COMMON.test(password)) return 'The password is one of those that are tried first.'
  for (const part of [about.email?.split('@', 1)[0], about.email, about.name]) {
    if (part && part.length >= 4 && folded.replace(part.toLowerCase(), '').length < 6)
      return 'The password is little more than your name or address.'
  }
  return undefined
}

/** Hashes passwords with scrypt, a bounded number at once. `scrypt$N$r$p$salt$hash`, the last two in base64url. */
export function passwordHasher() {
  let running = 0
  const waiting: (() => void)[] = []

  async function derive(password: string, salt: Buffer, cost: typeof COST): Promise<Buffer> {
    if (running >= AT_ONCE) {
      if (waiting.length >= MAX_WAITING) throw new Error('too many passwords wait to be checked')
      await new Promise<void>((resolve) => waiting.push(resolve))
    }
    running += 1
    try {
      return await new Promise((resolve, reject) =>
        scrypt(password.normalize('NFKC'), salt, HASH_BYTES, cost, (error, key) =>
          error ? reject(error) : resolve(key),
        ),
      )
    } finally {
      running -= 1
      waiting.shift()?.()
    }
  }

  return {
    async hash(password: string): Promise<string> {
      const salt = randomBytes(SALT_BYTES)
      const key = await derive(password, salt, COST)
      return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64url'), key.toString('base64url')].join(
        '$',
      )
    },

    async verify({ hash, password }: { hash: string; password: string }): Promise<boolean> {
      const [, N, r, p, salt, key] = /^scrypt\$(\d+)\$(\d+)\$(\d+)\$([\w-]+)\$([\w-]+)$/.exec(hash) ?? []
      if (!salt || !key || password.length > MAX_PASSWORD_CHARS * 2) return false
      const cost = { ...COST, N: Number(N), r: Number(r), p: Number(p) }
      const expected = Buffer.from(key, 'base64url')
      const given = await derive(password, Buffer.from(salt, 'base64url'), cost)
      return expected.length === given.length && timingSafeEqual(expected, given)
    },
  }
}
