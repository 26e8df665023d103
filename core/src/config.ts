import { type Static, type TObject, Type } from 'typebox'
import { Value } from 'typebox/value'
import { keyProblems } from './production.ts'
import { REDIS_URL_PATTERN } from './redis.ts'
import { parseSealingKeys, type SealingKey } from './secrets/seal.ts'

const DEVELOPMENT_SEALING_KEYS = `dev:${Buffer.alloc(32, 'not-a-secret').toString('base64')}`

/** Every bad variable at once, by name, so that one start is enough to repair a configuration. */
export class ConfigError extends Error {
  readonly problems: string[]
  constructor(problems: string[]) {
    super(
      `The configuration has ${problems.length} problem(s):\n${problems.map((line) => `  ${line}`).join('\n')}`,
    )
    this.name = 'ConfigError'
    this.problems = problems
  }
}

/** Reads the settings of a process from its environment. Empty strings count as unset; values are converted to their types. */
export function parseConfig<S extends TObject>(
  schema: S,
  env: Record<string, string | undefined>,
): Static<S> {
  const given: Record<string, unknown> = {}
  for (const name of Object.keys(schema.properties)) {
    if (env[name] !== undefined && env[name] !== '') given[name] = env[name]
  }
  const value = Value.Default(schema, Value.Convert(schema, given)) as Record<string, unknown>
  const problems: string[] = []
  for (const [name, property] of Object.entries(schema.properties)) {
    if (value[name] === undefined) {
      if (schema.required?.includes(name)) problems.push(`${name} is required: ${describe(property)}`)
    } else if (!Value.Check(property, value[name])) {
      problems.push(`${name} is not valid: ${describe(property)}`)
    }
  }
  if (problems.length > 0) throw new ConfigError(problems)
  return value as Static<S>
}

function describe(property: { description?: string }): string {
  return property.description ?? 'see the configuration page of the documentation'
}

/** The sealing keys of a process. Throws a `ConfigError`; production refuses the one everybody knows. */
export function sealingKeysOf(config: {
  SEALING_KEYS: string
  LATENT_ENV: string
}): [SealingKey, ...SealingKey[]] {
  if (config.LATENT_ENV === 'production' && config.SEALING_KEYS === DEVELOPMENT_SEALING_KEYS) {
    throw new ConfigError(['SEALING_KEYS must be set in production'])
  }
  return readKeys('SEALING_KEYS', config.SEALING_KEYS, config.LATENT_ENV)
}

/** Reads `id:key` pairs. Throws a `ConfigError`; production refuses keys that nobody made at random. */
export function readKeys(name: string, setting: string, environment: string): [SealingKey, ...SealingKey[]] {
  let keys: SealingKey[]
  try {
    keys = parseSealingKeys(setting)
  } catch (error) {
    throw new ConfigError([`${name} is not valid: ${(error as Error).message}`])
  }
  const problems = environment === 'production' ? keyProblems(name, keys) : []
  if (problems.length > 0) throw new ConfigError(problems)
  return keys as [SealingKey, ...SealingKey[]]
}

/** Settings that every process shares. */
export const dataSettings = {
  DATABASE_URL: Type.String({
    pattern: '^postgres(ql)?://',
    description: 'The URL of the primary Postgres (15 or later).',
  }),
  DATABASE_ROLES: Type.Union([Type.Literal('on'), Type.Literal('off')], {
    default: 'on',
    description:
      'on: connections take their role as they begin. off: the logins have the roles as defaults, for poolers such as PgBouncer.',
  }),
  DATABASE_SERVICE_URL: Type.Optional(
    Type.String({
      pattern: '^postgres(ql)?://',
      description: 'With DATABASE_ROLES=off: the same database with the login of the role latent_service.',
    }),
  ),
  REDIS_QUEUE_URL: Type.String({
    pattern: REDIS_URL_PATTERN,
    description:
      'The Redis of the queues, with maxmemory-policy noeviction: redis://…, or redis-sentinel://… for its Sentinels.',
  }),
  REDIS_CACHE_URL: Type.String({
    pattern: REDIS_URL_PATTERN,
    description: 'The Redis of caches and limits, with maxmemory-policy allkeys-lru.',
  }),
  OBJECT_STORE_URL: Type.String({
    pattern: '^(file|s3|s3\\+http)://',
    description: 'Where raw bytes live: file:///folder, or s3://key:secret@host/bucket?region=… .',
  }),
  SEALING_KEYS: Type.String({
    default: DEVELOPMENT_SEALING_KEYS,
    description:
      'id:key pairs (32 bytes in base64), separated by commas, that encrypt secrets at rest; the first seals, all open. The same in all processes.',
  }),
  LATENT_ENV: Type.Union([Type.Literal('development'), Type.Literal('production')], {
    default: 'development',
    description: 'development or production; production refuses weak or missing secrets.',
  }),
  RELEASE: Type.String({
    pattern: '^[\\w.:@/+-]{1,100}$',
    default: 'development',
    description: 'Name of what is deployed, such as the tag of an image; metrics carry it.',
  }),
  LOG_LEVEL: Type.Union(
    ['debug', 'info', 'warn', 'error', 'silent'].map((level) => Type.Literal(level)),
    {
      default: 'info',
      description: 'debug, info, warn, error or silent.',
    },
  ),
}
