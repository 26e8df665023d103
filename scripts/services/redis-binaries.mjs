// @ts-check
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { unpackDebianRedis } from './debian-redis.mjs'

const OLDEST_MAJOR = 6

/**
 * @typedef {object} RedisBinary
 * @property {string} file
 * @property {Record<string, string>} env What the program needs in its environment.
 * @property {'system' | 'debian package'} source
 */

/**
 * An installed Valkey or Redis (unless `LATENT_NO_SYSTEM=1`), otherwise Debian's package unpacked into the project.
 *
 * @param {object} options
 * @param {string} options.folder Where an unpacked package is kept.
 * @param {Record<string, string | undefined>} options.env
 * @param {(line: string) => void} [options.say]
 * @returns {RedisBinary}
 * @throws {Error} with one sentence that says how to install it
 */
export function findRedis({ folder, env, say }) {
  if (env.LATENT_NO_SYSTEM !== '1') {
    for (const name of ['valkey-server', 'redis-server']) {
      for (const place of [
        ...(env.PATH ?? '').split(delimiter),
        '/usr/bin',
        '/usr/local/bin',
        '/opt/homebrew/bin',
      ]) {
        const file = join(place, name)
        if (existsSync(file) && isUsable(file)) return { file, env: {}, source: 'system' }
      }
    }
  }
  const unpacked = unpackDebianRedis({ folder, env, ...(say ? { say } : {}) })
  if (unpacked) return { ...unpacked, source: 'debian package' }
  throw new Error(
    'Redis is missing: install it with "apt-get install redis-server", "brew install redis" or a container, or set REDIS_QUEUE_URL and REDIS_CACHE_URL.',
  )
}

/** @param {string} file */
function isUsable(file) {
  const result = spawnSync(file, ['--version'], { encoding: 'utf8', timeout: 10_000 })
  return Number(/v=(\d+)/.exec(result.stdout ?? '')?.[1] ?? 0) >= OLDEST_MAJOR
}
