const DEFAULT_PORT = 6379
const DEFAULT_SENTINEL_PORT = 26379
const KEEP_ALIVE_MS = 10_000
const SENTINEL_TIMEOUT_MS = 2_000
const MAX_SENTINEL_WAIT_MS = 1_000

/** What a URL of a Redis looks like: of one server, or of the Sentinels that know which server it is. */
export const REDIS_URL_PATTERN = '^rediss?(-sentinel)?://'

/** Options of ioredis, as far as an address says them: for clients of ours and for those of the queue. */
export interface RedisAddress {
  host?: string
  port?: number
  db: number
  family: 0
  keepAlive: number
  username?: string
  password?: string
  tls?: Record<string, never>
  reconnectOnError: (error: Error) => 2 | false
  sentinels?: { host: string; port: number }[]
  name?: string
  role?: 'master'
  sentinelCommandTimeout?: number
  sentinelRetryStrategy?: (attempt: number) => number
  sentinelPassword?: string
  enableTLSForSentinelMode?: boolean
  sentinelTLS?: Record<string, never>
}

/**
 * The options of ioredis that a URL stands for: `redis://user:password@host:port/0`, `rediss://` with TLS, and
 * `redis-sentinel://user:password@one:26379,two:26379,three:26379/0?name=queue`, with `sentinel_password` where the Sentinels ask
 * for one. After a failover a server that became a replica is left at once. Hosts may be of either IP family.
 */
export function redisOptions(url: string): RedisAddress {
  const [, scheme, credentials, hosts = '', database, query] =
    /^(rediss?(?:-sentinel)?):\/\/(?:([^@/]*)@)?([^/?]*)(?:\/(\d*))?(?:\?(.*))?$/.exec(url) ?? []
  if (scheme === undefined)
    throw new TypeError('a Redis is named redis://…, rediss://… or redis-sentinel://…')
  const [user, password] = (credentials ?? '').split(':', 2).map(decodeURIComponent)
  const withTls = scheme.startsWith('rediss')
  const shared: RedisAddress = {
    db: Number(database || 0),
    family: 0,
    // A machine that is gone without a word is noticed by the system.
    keepAlive: KEEP_ALIVE_MS,
    ...(user ? { username: user } : {}),
    ...(password ? { password } : {}),
    ...(withTls ? { tls: {} } : {}),
    // A replica refuses to write: ask again where the primary is, and send the command there.
    reconnectOnError: (error: Error) => (error.message.startsWith('READONLY') ? 2 : false),
  }
  const parameters = new URLSearchParams(query)
  if (!scheme.endsWith('-sentinel')) {
    return { ...shared, ...hostOf(hosts, DEFAULT_PORT) }
  }
  const name = parameters.get('name')
  if (!name) throw new TypeError('redis-sentinel://… needs ?name= of what the Sentinels watch')
  const sentinelPassword = parameters.get('sentinel_password')
  return {
    ...shared,
    sentinels: hosts.split(',').map((one) => hostOf(one, DEFAULT_SENTINEL_PORT)),
    name,
    role: 'master',
    sentinelCommandTimeout: SENTINEL_TIMEOUT_MS,
    sentinelRetryStrategy: (attempt) => Math.min(50 * attempt, MAX_SENTINEL_WAIT_MS),
    ...(sentinelPassword ? { sentinelPassword } : {}),
    ...(withTls ? { enableTLSForSentinelMode: true, sentinelTLS: {} } : {}),
  }
}

function hostOf(text: string, defaultPort: number): { host: string; port: number } {
  const [, ipv6, host, port] = /^(?:\[([^\]]+)\]|([^:]*))(?::(\d+))?$/.exec(text.trim()) ?? []
  const name = ipv6 ?? host
  if (!name) throw new TypeError('a Redis needs the name of its host')
  return { host: name, port: Number(port ?? defaultPort) }
}
