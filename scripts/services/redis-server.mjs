// @ts-check
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startGuarded } from './guarded-process.mjs'
import { endLeftover } from './leftover.mjs'

const READY_TIMEOUT_MS = 30_000

/** What each role needs: a queue must never lose a key to eviction, a cache must never fill the machine. */
const ROLES = {
  queue: ['maxmemory-policy noeviction', 'appendonly yes', 'appendfsync everysec', 'save ""'],
  cache: ['maxmemory 128mb', 'maxmemory-policy allkeys-lru', 'appendonly no', 'save ""'],
  disposable: ['maxmemory-policy noeviction', 'appendonly no', 'save ""', 'databases 512'],
}

/**
 * Starts a Redis on the loopback interface.
 *
 * @param {object} options
 * @param {import('./redis-binaries.mjs').RedisBinary} options.binary
 * @param {'queue' | 'cache' | 'disposable'} options.role
 * @param {string} options.folder
 * @param {number} options.port
 * @param {string} [options.password]
 * @returns {Promise<{ url: string, process: import('./guarded-process.mjs').GuardedProcess, stop: () => Promise<void> }>}
 */
export async function startRedis({ binary, role, folder, port, password }) {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const pidFile = join(folder, 'redis.pid')
  const logFile = join(folder, 'redis.log')
  const configFile = join(folder, 'redis.conf')
  await endLeftover(pidFile, 'redis-server', 'SIGTERM')
  await endLeftover(pidFile, 'valkey-server', 'SIGTERM')
  const settings = [
    ...['bind 127.0.0.1', `port ${port}`, 'daemonize no', `pidfile "${pidFile}"`, `dir "${folder}"`],
    ...ROLES[role],
    ...(password ? [`requirepass ${password}`] : []),
  ]
  // A file rather than arguments, because arguments are visible to every account of the machine.
  writeFileSync(configFile, `${settings.join('\n')}\n`, { mode: 0o600 })
  const server = startGuarded({
    command: binary.file,
    args: [configFile],
    cwd: folder,
    env: { PATH: process.env.PATH, LC_ALL: 'C', ...binary.env },
    logFile,
  })
  const deadline = Date.now() + READY_TIMEOUT_MS
  while (!(await answers(port, password))) {
    if (!server.running() || Date.now() > deadline) {
      await server.stop()
      const log = existsSync(logFile) ? readFileSync(logFile, 'utf8').trim().split('\n').at(-1) : ''
      throw new Error(`Redis did not start: ${log} (log: ${logFile})`)
    }
    await sleep(20)
  }
  return {
    url: `redis://${password ? `:${password}@` : ''}127.0.0.1:${port}/0`,
    process: server,
    stop: () => server.stop(20_000),
  }
}

/**
 * A server that loads its append-only file answers LOADING until it is ready.
 *
 * @param {number} port
 * @param {string | undefined} password
 * @returns {Promise<boolean>}
 */
async function answers(port, password) {
  return await new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' })
    let answer = ''
    const finish = (/** @type {boolean} */ ok) => {
      socket.destroy()
      resolve(ok)
    }
    socket.setTimeout(1000, () => finish(false))
    socket.once('error', () => finish(false))
    socket.once('close', () => finish(false))
    socket.once('connect', () => socket.write(`${password ? `AUTH ${password}\r\n` : ''}PING\r\n`))
    socket.on('data', (bytes) => {
      answer += bytes.toString()
      if (answer.includes('+PONG')) finish(true)
      else if (answer.includes('-')) finish(false)
    })
  })
}
