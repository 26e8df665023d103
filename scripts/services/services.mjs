// @ts-check
import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from './ports.mjs'
import { findPostgres } from './postgres-binaries.mjs'
import { startPostgres } from './postgres-server.mjs'
import { findRedis } from './redis-binaries.mjs'
import { startRedis } from './redis-server.mjs'
import { canEnter, unprivilegedUser } from './unprivileged-user.mjs'

/**
 * @typedef {object} Services
 * @property {string} DATABASE_URL
 * @property {string} REDIS_QUEUE_URL
 * @property {string} REDIS_CACHE_URL
 * @property {{ name: string, process: import('./guarded-process.mjs').GuardedProcess }[]} servers What we started ourselves.
 * @property {string[]} described One line each, for whoever watches the start.
 * @property {() => Promise<void>} stop
 */

/**
 * Brings up Postgres and the two roles of Redis: those the environment names, otherwise installed programs, otherwise
 * those that come with the project. Always real servers. Data stays in `<root>/.latent`.
 *
 * @param {object} options
 * @param {string} options.root The checkout, whose packages may bring a Postgres.
 * @param {string} [options.state] Where data and logs go.
 * @param {Record<string, string | undefined>} options.env
 * @param {(line: string) => void} options.say
 * @returns {Promise<Services>}
 * @throws {Error} with one sentence
 */
export async function startServices({ root, state = join(root, '.latent'), env, say }) {
  mkdirSync(state, { recursive: true })
  const password = secret(state, 'services_password')
  /** @type {Services['servers']} */
  const servers = []
  /** @type {string[]} */
  const described = []
  const stop = async () => {
    await Promise.all(servers.map((server) => server.process.stop(20_000)))
  }
  try {
    const postgres = async () => {
      if (env.DATABASE_URL) {
        described.push(`Postgres     ${withoutPassword(env.DATABASE_URL)} (DATABASE_URL)`)
        return env.DATABASE_URL
      }
      const { url, process, line } = await ownPostgres({ root, state, env, password })
      servers.push({ name: 'Postgres', process })
      described.push(line)
      return url
    }
    const redis = async (/** @type {'queue' | 'cache'} */ role) => {
      const variable = `REDIS_${role.toUpperCase()}_URL`
      const given = env[variable]
      if (given) {
        described.push(`Redis ${role}  ${withoutPassword(given)} (${variable})`)
        return given
      }
      // Beside the packages of the checkout rather than with the data: it is fetched once.
      const binary = findRedis({ folder: join(root, '.latent', 'redis-package'), env, say })
      const port = await rememberedPort(state, `redis-${role}`)
      const folder = join(state, `redis-${role}`)
      const { url, process } = await startRedis({ binary, role, folder, port, password })
      servers.push({ name: `Redis (${role})`, process })
      described.push(`Redis ${role}  127.0.0.1:${port} (${binary.source})`)
      return url
    }
    const DATABASE_URL = await postgres()
    const REDIS_QUEUE_URL = await redis('queue')
    const REDIS_CACHE_URL = await redis('cache')
    return { DATABASE_URL, REDIS_QUEUE_URL, REDIS_CACHE_URL, servers, described, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/**
 * @param {object} options
 * @param {string} options.root
 * @param {string} options.state
 * @param {Record<string, string | undefined>} options.env
 * @param {string} options.password
 */
async function ownPostgres({ root, state, env, password }) {
  const installed = findPostgres(root, env)
  const parent = postgresParent(state)
  // A folder made by one major version cannot be read by another: data that exists decides.
  const binaries =
    installed.find((one) => existsSync(join(parent, `postgres-${one.major}`, 'data', 'PG_VERSION'))) ??
    installed[0]
  if (!binaries) {
    throw new Error(
      'Postgres is missing: run "npm ci" without --omit=optional, install Postgres 15 or later, or set DATABASE_URL.',
    )
  }
  const port = await rememberedPort(state, 'postgres')
  const folder = join(parent, `postgres-${binaries.major}`)
  const { url, process } = await startPostgres({ binaries, folder, port, password })
  return {
    url,
    process,
    line: `Postgres     127.0.0.1:${port} (version ${binaries.major}, ${binaries.source})`,
  }
}

/**
 * Where the data folder goes. Root's Postgres runs as another account, which cannot pass a 0700 home: then the data
 * lies outside the project, and a file in it says where, for the next start and for the reset.
 *
 * @param {string} state
 */
function postgresParent(state) {
  const note = join(state, 'postgres-folder')
  if (existsSync(note) && existsSync(readFileSync(note, 'utf8').trim()))
    return readFileSync(note, 'utf8').trim()
  const user = unprivilegedUser()
  if (canEnter(user, state)) return state
  // A name nobody can foresee, and that a later checkout at the same path does not inherit.
  const elsewhere = mkdtempSync('/var/tmp/sec-latent-')
  chmodSync(elsewhere, 0o755)
  writeFileSync(note, `${elsewhere}\n`)
  return elsewhere
}

/**
 * The port of the last start when it is still free, so that a database client can stay configured.
 *
 * @param {string} state
 * @param {string} name
 */
async function rememberedPort(state, name) {
  const file = join(state, `${name}.port`)
  const port = await freePort(existsSync(file) ? Number(readFileSync(file, 'utf8')) : undefined)
  writeFileSync(file, `${port}\n`)
  return port
}

/**
 * A secret of this checkout: made once, kept in `.latent/secrets.json`, readable by its owner only.
 *
 * @param {string} state
 * @param {string} name
 * @returns {string}
 */
export function secret(state, name) {
  const secrets = readSecrets(state)
  const value = secrets[name] ?? randomBytes(32).toString('hex')
  if (secrets[name] !== value) writeSecrets(state, { ...secrets, [name]: value })
  return value
}

/**
 * @param {string} state
 * @returns {Record<string, string>}
 */
export function readSecrets(state) {
  const file = join(state, 'secrets.json')
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
}

/**
 * @param {string} state
 * @param {Record<string, string>} secrets
 */
export function writeSecrets(state, secrets) {
  writeFileSync(join(state, 'secrets.json'), `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
}

/** @param {string} text */
function withoutPassword(text) {
  try {
    const url = new URL(text)
    return `${url.hostname}${url.port ? `:${url.port}` : ''}${url.pathname}`
  } catch {
    return 'given'
  }
}
