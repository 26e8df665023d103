// @ts-check
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startGuarded } from './guarded-process.mjs'
import { endLeftover } from './leftover.mjs'
import { unprivilegedUser } from './unprivileged-user.mjs'

const SUPERUSER = 'latent'
const DATABASE = 'sec_latent'
const READY_TIMEOUT_MS = 60_000

/**
 * Settings of a server whose data nobody will miss: tests need speed, not durability.
 */
const DISPOSABLE_SETTINGS = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'shared_buffers=32MB',
]
const KEPT_SETTINGS = ['synchronous_commit=on', 'shared_buffers=128MB', 'max_wal_size=1GB']

/**
 * Starts a Postgres on the loopback interface, creating its data folder on the first start.
 *
 * @param {object} options
 * @param {import('./postgres-binaries.mjs').PostgresBinaries} options.binaries
 * @param {string} options.folder The folder for the data, the log and the process id; its name should carry the major version.
 * @param {number} options.port
 * @param {string} [options.password] Without one every local connection is trusted.
 * @param {boolean} [options.disposable]
 * @param {string[]} [options.settings] Further settings, such as `shared_buffers=2GB`; they win.
 * @returns {Promise<{ url: string, process: import('./guarded-process.mjs').GuardedProcess, stop: () => Promise<void> }>}
 * @throws {Error} with one sentence and the end of the server's log
 */
export async function startPostgres({
  binaries,
  folder,
  port,
  password,
  disposable = false,
  settings: own = [],
}) {
  const user = unprivilegedUser()
  const data = join(folder, 'data')
  const logFile = join(folder, 'postgres.log')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (user) chownSync(folder, user.uid, user.gid)
  if (!existsSync(join(data, 'PG_VERSION')))
    createCluster({ binaries, folder, data, user, password, disposable })
  else if (user) requireOwner(data, user)
  await endLeftover(join(data, 'postmaster.pid'), 'postgres', 'SIGINT')
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
    'timezone=UTC',
    'log_timezone=UTC',
    ...(disposable ? DISPOSABLE_SETTINGS : KEPT_SETTINGS),
    ...own,
  ]
  // SIGINT is Postgres's fast shutdown: it does not wait for clients to leave.
  const server = startGuarded({
    command: join(binaries.folder, 'postgres'),
    args: ['-D', data, ...settings.flatMap((setting) => ['-c', setting])],
    cwd: data,
    env: { PATH: process.env.PATH, LC_ALL: 'C' },
    ...(user ? { user } : {}),
    logFile,
    stopSignal: 'INT',
  })
  await untilReady(server, join(data, 'postmaster.pid'), logFile)
  const credentials = password ? `${SUPERUSER}:${encodeURIComponent(password)}` : SUPERUSER
  return {
    url: `postgres://${credentials}@127.0.0.1:${port}/${DATABASE}`,
    process: server,
    stop: () => server.stop(20_000),
  }
}

/**
 * @param {object} options
 * @param {import('./postgres-binaries.mjs').PostgresBinaries} options.binaries
 * @param {string} options.folder
 * @param {string} options.data
 * @param {{ uid: number, gid: number } | undefined} options.user
 * @param {string | undefined} options.password
 * @param {boolean} options.disposable
 */
function createCluster({ binaries, folder, data, user, password, disposable }) {
  rmSync(data, { recursive: true, force: true })
  const passwordFile = join(folder, 'password')
  if (password) {
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
    if (user) chownSync(passwordFile, user.uid, user.gid)
  }
  const account = user ? { uid: user.uid, gid: user.gid } : {}
  const environment = { PATH: process.env.PATH, LC_ALL: 'C' }
  const made = spawnSync(
    join(binaries.folder, 'initdb'),
    [
      ...['-D', data, '-U', SUPERUSER, '--encoding=UTF8', '--no-instructions'],
      process.platform === 'linux' ? '--locale=C.UTF-8' : '--locale=C',
      ...(password ? ['--auth=scram-sha-256', `--pwfile=${passwordFile}`] : ['--auth=trust']),
      ...(disposable ? ['--no-sync'] : []),
    ],
    { cwd: folder, encoding: 'utf8', env: environment, ...account },
  )
  rmSync(passwordFile, { force: true })
  if (made.status !== 0) {
    rmSync(data, { recursive: true, force: true })
    throw new Error(
      `Postgres could not create its data folder ${data}: ${lastLine(made.stderr || String(made.error))}`,
    )
  }
  // No client comes with the npm package, so the database is made in the server's single-user mode.
  const created = spawnSync(join(binaries.folder, 'postgres'), ['--single', '-D', data, 'postgres'], {
    cwd: data,
    input: `create database ${DATABASE}\n`,
    encoding: 'utf8',
    env: environment,
    ...account,
  })
  if (created.status !== 0) {
    rmSync(data, { recursive: true, force: true })
    throw new Error(`Postgres could not create the database: ${lastLine(created.stderr)}`)
  }
  chmodSync(data, 0o700)
}

/**
 * @param {string} data
 * @param {{ uid: number, name?: string }} user
 */
function requireOwner(data, user) {
  if (statSync(data).uid === user.uid) return
  throw new Error(
    `The data folder ${data} belongs to another account: start as the user who made it, or remove it with "npm run reset".`,
  )
}

/**
 * The eighth line of postmaster.pid says "ready" as soon as the server accepts connections.
 *
 * @param {import('./guarded-process.mjs').GuardedProcess} server
 * @param {string} pidFile
 * @param {string} logFile
 */
async function untilReady(server, pidFile, logFile) {
  const deadline = Date.now() + READY_TIMEOUT_MS
  while (Date.now() < deadline) {
    if (!server.running()) break
    if (existsSync(pidFile) && readFileSync(pidFile, 'utf8').split('\n')[7]?.startsWith('ready')) return
    await sleep(20)
  }
  await server.stop()
  throw new Error(`Postgres did not start: ${lastLine(readFileSync(logFile, 'utf8'))} (log: ${logFile})`)
}

/** @param {string} text */
function lastLine(text) {
  const lines = text.trim().split('\n')
  return (lines.findLast((line) => /FATAL|PANIC|error/i.test(line)) ?? lines.at(-1) ?? 'no message').trim()
}
