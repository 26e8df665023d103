import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseEnv } from 'node:util'
import { auditPublicKeysOf } from '../../core/src/audit/public-keys.ts'
import { secret } from '../services/services.mjs'

/** What a process gets, and nothing beyond it that it could stumble over. */
export type Environment = Record<string, string | undefined>

/** The environment, completed by the project's `.env`; what is set outside wins. */
export function readEnvironment(root: string, outside: Environment): Environment {
  const file = join(root, '.env')
  return existsSync(file) ? { ...parseEnv(readFileSync(file, 'utf8')), ...outside } : { ...outside }
}

export interface Ports {
  api: number
  portal: number
  workersHealth: number
  schedulerHealth: number
}

/** The settings every process of a start shares. Secrets are made once per checkout and kept beside the data. */
export function sharedSettings(options: {
  state: string
  given: Environment
  services: { DATABASE_URL: string; REDIS_QUEUE_URL: string; REDIS_CACHE_URL: string }
  ports: Ports
}): Environment {
  const { state, given, services, ports } = options
  const auditKey = Buffer.from(secret(state, 'audit_signing_key'), 'hex')
  return {
    LATENT_ENV: 'development',
    LOG_LEVEL: 'info',
    OBJECT_STORE_URL: pathToFileURL(join(state, 'objects')).href,
    KEY_PEPPER: `dev:${secret(state, 'key_pepper')}`,
    METER_FOLDER: join(state, 'meter'),
    CURSOR_SECRET: secret(state, 'cursor_secret'),
    AUTH_SECRET: secret(state, 'auth_secret'),
    MAIL_URL: pathToFileURL(join(state, 'mails')).href,
    SEALING_KEYS: `dev:${Buffer.from(secret(state, 'sealing_key'), 'hex').toString('base64')}`,
    AUDIT_SIGNING_KEYS: `dev:${auditKey.toString('base64')}`,
    // Whoever brings keys of their own says what of them is published.
    ...(given.AUDIT_SIGNING_KEYS
      ? {}
      : { AUDIT_PUBLIC_KEYS: auditPublicKeysOf([{ key_id: 'dev', key: auditKey }]) }),
    PUBLIC_API_URL: `http://localhost:${ports.api}`,
    PORTAL_URL: `http://localhost:${ports.portal}`,
    ...given,
    NODE_ENV: 'production',
    // Not HOST from outside: some shells and build tools export one that means something else.
    HOST: given.API_HOST || '127.0.0.1',
    DATABASE_URL: services.DATABASE_URL,
    REDIS_QUEUE_URL: services.REDIS_QUEUE_URL,
    REDIS_CACHE_URL: services.REDIS_CACHE_URL,
  }
}
