import type { SealingKey } from './secrets/seal.ts'
import { hasDefaultPassword, weaknessOf, weaknessOfKey } from './secrets/strength.ts'

type Environment = Record<string, string | undefined>

/** Every variable of our prefix that any program reads; another one is a name somebody mistyped. */
const LATENT_VARIABLES = new Set([
  ...[
    'LATENT_ENV',
    'LATENT_BACKUP_ENV',
    'LATENT_STATE',
    'LATENT_NO_SYSTEM',
    'LATENT_NODE',
    'LATENT_PROGRAMS',
  ],
  ...['LATENT_API_KEY', 'LATENT_ADMIN_KEY', 'LATENT_API_URL', 'LATENT_BASE_URL', 'LATENT_PORTAL_URL'],
  ...['LATENT_CLIENT_ID', 'LATENT_CLIENT_SECRET', 'LATENT_CONFIG', 'LATENT_LOG', 'LATENT_PROFILE'],
])
const LATENT_TEST_VARIABLE = /^LATENT_TEST_[A-Z]+$/

/** What prints, opens or switches off more than a service for customers may. */
const FOR_DEVELOPERS: [name: string, forbidden: (value: string) => boolean][] = [
  ['DEBUG', (value) => value !== '0' && value !== 'false'],
  ['NODE_DEBUG', () => true],
  ['NODE_DEBUG_NATIVE', () => true],
  ['NODE_TLS_REJECT_UNAUTHORIZED', (value) => value === '0'],
  ['NODE_OPTIONS', (value) => /--(?:inspect|debug|tls-min-v1\.[01]|insecure-http-parser)/.test(value)],
  ['LOG_LEVEL', (value) => value === 'silent'],
]

/**
 * What is wrong with the environment of a process as a whole: one sentence each, without a value. Settings are judged one by one
 * by `parseConfig`; this finds what no single setting shows.
 */
export function environmentProblems(env: Environment): string[] {
  const problems: string[] = []
  for (const name of Object.keys(env)) {
    if (name.startsWith('LATENT_') && !LATENT_VARIABLES.has(name) && !LATENT_TEST_VARIABLE.test(name)) {
      problems.push(`${name} is no setting of this program`)
    }
  }
  // Images say NODE_ENV=production. Who forgets LATENT_ENV there would run with the secrets everybody knows.
  if (env.NODE_ENV === 'production' && !env.LATENT_ENV) {
    problems.push('LATENT_ENV must be named, development or production, where NODE_ENV is production')
  }
  if (env.LATENT_ENV !== 'production') return problems
  for (const [name, forbidden] of FOR_DEVELOPERS) {
    const value = env[name]
    if (value && forbidden(value)) problems.push(`${name} must not be set like this in production`)
  }
  return problems
}

/**
 * What is wrong with the secrets of a production process: weak ones, one that serves two purposes, and default passwords in
 * addresses. `settings` are values by name; those that are unset are left out.
 */
export function secretProblems(
  secrets: Record<string, string | undefined>,
  addresses: Record<string, string | undefined>,
  shortest: number,
): string[] {
  const problems: string[] = []
  const seen = new Map<string, string>()
  for (const [name, secret] of given(secrets)) {
    const weakness = weaknessOf(secret, shortest)
    if (weakness) problems.push(`${name} is too weak for production: it ${weakness}`)
    const other = seen.get(secret)
    if (other) problems.push(`${name} must not be the same as ${other}`)
    seen.set(secret, name)
  }
  for (const [name, url] of given(addresses)) {
    if (hasDefaultPassword(url)) problems.push(`${name} has a default password, which production refuses`)
  }
  return problems
}

/** Addresses customers and browsers call: in production over TLS, because cookies and keys go there. */
export function plainAddressProblems(addresses: Record<string, string | undefined>): string[] {
  return given(addresses)
    .filter(([, url]) => url.startsWith('http://') && !isLoopback(new URL(url).hostname))
    .map(([name]) => `${name} must begin with https:// in production`)
}

export function keyProblems(name: string, keys: readonly SealingKey[]): string[] {
  return keys.flatMap(({ key_id, key }) => {
    const weakness = weaknessOfKey(key)
    return weakness ? [`${name} is too weak for production: the key ${key_id} ${weakness}`] : []
  })
}

function given(values: Record<string, string | undefined>): [string, string][] {
  return Object.entries(values).filter((entry): entry is [string, string] => !!entry[1])
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127\./.test(host)
}
