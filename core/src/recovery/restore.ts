import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, chown, mkdir, mkdtemp, open, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { archiveName, type BaseBackup, listBaseBackups } from './base-backup.ts'
import { type Account, runProgram, startProgram } from './postgres-programs.ts'
import { getSealed } from './sealed-parts.ts'
import type { Backups } from './settings.ts'
import { readArchivedWal, WAL_PREFIX } from './wal.ts'

/** The moment cannot be restored, and the sentence says why. */
export class RestoreError extends Error {
  override name = 'RestoreError'
}

const POLL_MS = 50
const STOP_MS = 20_000

/** How many segments are looked through for the last commit; a mark is committed every minute. */
const SEGMENTS_LOOKED_THROUGH = 64

/** When the last transaction was committed that the archive holds whole: nothing later can be restored from it. */
export async function lastArchivedCommit(
  { store, keys }: Backups,
  programs: string,
): Promise<Date | undefined> {
  const segments: string[] = []
  for await (const { name } of store.list(WAL_PREFIX)) {
    const file = name.slice(WAL_PREFIX.length)
    if (/^[0-9A-F]{24}$/.test(file)) segments.push(file)
  }
  const folder = await mkdtemp(join(tmpdir(), 'latent-wal-'))
  try {
    for (const segment of segments.reverse().slice(0, SEGMENTS_LOOKED_THROUGH)) {
      const bytes = await readArchivedWal(store, keys, segment)
      if (bytes === undefined) continue
      const path = join(folder, segment)
      await writeFile(path, bytes)
      // It ends in an error where the records end, which is what we want it to reach.
      const printed = await runProgram(join(programs, 'pg_waldump'), ['--rmgr=Transaction', path], {
        mayFail: true,
      })
      await rm(path)
      const commits = [
        ...printed.matchAll(/desc: COMMIT(?:_PREPARED)? (\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)?) UTC/g),
      ]
      const last = commits.at(-1)?.[1]
      if (last) return new Date(`${last.replace(' ', 'T')}Z`)
    }
    return undefined
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * The backup to begin from. Throws a `RestoreError` where no backup is old enough, or where the moment lies behind the end of
 * the archive: Postgres would replay everything and then refuse to open.
 */
export function chooseBackup(
  backups: readonly BaseBackup[],
  target: Date | undefined,
  lastCommit: Date | undefined,
): BaseBackup {
  const newest = backups.at(-1)
  if (!newest) throw new RestoreError('the store holds no backup')
  if (target === undefined) return newest
  if (lastCommit === undefined || target > lastCommit) {
    throw new RestoreError(
      `${target.toISOString()} is later than the last commit of the archive, ${lastCommit?.toISOString() ?? 'which has none'}`,
    )
  }
  const base = backups.findLast((one) => Date.parse(one.finished_at) <= target.getTime())
  if (!base) {
    throw new RestoreError(
      `${target.toISOString()} is before the first backup was whole, ${backups[0]?.finished_at}`,
    )
  }
  return base
}

/** Unpacks a backup into an empty folder and compares every file with the checksum that was taken of it on the server. */
export async function unpackBackup(
  { store, keys }: Backups,
  backup: BaseBackup,
  options: { data: string; programs: string; account?: Account | undefined },
): Promise<void> {
  const { data, programs, account } = options
  await mkdir(data, { recursive: true, mode: 0o700 })
  if ((await readdir(data)).length > 0) throw new RestoreError(`${data} is not empty`)
  await chmod(data, 0o700)
  if (account) await chown(data, account.uid, account.gid)
  const { child, ended } = startProgram('tar', ['-xzf', '-', '-C', data], { account, input: true })
  await Promise.all([
    pipeline(
      Readable.from(getSealed(store, keys, archiveName(backup.id))),
      child.stdin as NodeJS.WritableStream,
    ),
    ended,
  ])
  // Of the log there is nothing in it: that is read when it is replayed.
  await runProgram(join(programs, 'pg_verifybackup'), ['--no-parse-wal', '--quiet', data], { account })
}

export interface RestoredCluster {
  url: string
  backup: BaseBackup
  /** Milliseconds from the empty folder to a database that answers; the first part of it brought the backup and compared it. */
  unpacked_ms: number
  ready_ms: number
  stop(): Promise<void>
}

export interface RestoreOptions {
  /** Empty, or not there yet. */
  folder: string
  port: number
  programs: string
  account?: Account | undefined
  /** The command line of `fetch-wal-main`, without its arguments. */
  fetchCommand: string
  /** What the command needs of the environment: the settings of the backups. */
  fetchEnvironment: Record<string, string>
  /** Everything up to this moment and nothing after it. Unset: everything that was archived. */
  target?: Date | undefined
  /** A login of the restored cluster, and a database of it. */
  login: { user: string; database: string; password?: string | undefined }
  settings?: string[]
  patienceMs?: number
}

/** Restores a moment into an empty folder and starts the cluster there, on the loopback interface, archiving nothing. */
export async function restoreCluster(backups: Backups, options: RestoreOptions): Promise<RestoredCluster> {
  const { folder, port, programs, account, target } = options
  const began = performance.now()
  const lastCommit = target && (await lastArchivedCommit(backups, programs))
  const backup = chooseBackup(await listBaseBackups(backups), target, lastCommit)
  const data = join(folder, 'data')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if (account) await chown(folder, account.uid, account.gid)
  await unpackBackup(backups, backup, { data, programs, account })
  const unpacked_ms = performance.now() - began
  await configure(data, options)

  const logFile = join(folder, 'postgres.log')
  const log = await open(logFile, 'a')
  const server = spawn(
    join(programs, 'postgres'),
    [
      '-D',
      data,
      '-c',
      `config_file=${join(data, 'restored.conf')}`,
      '-c',
      `hba_file=${join(data, 'restored_hba.conf')}`,
    ],
    {
      cwd: data,
      stdio: ['ignore', log.fd, log.fd],
      env: { PATH: process.env.PATH, LC_ALL: 'C', ...options.fetchEnvironment },
      ...(account ?? {}),
    },
  )
  await log.close()
  const stop = () => stopServer(server)
  try {
    await untilOpen(server, join(data, 'postmaster.pid'), logFile, options.patienceMs ?? 3_600_000)
  } catch (error) {
    await stop()
    throw error
  }
  const { user, password, database } = options.login
  const credentials = `${encodeURIComponent(user)}${password ? `:${encodeURIComponent(password)}` : ''}`
  return {
    url: `postgres://${credentials}@127.0.0.1:${port}/${database}`,
    backup,
    unpacked_ms,
    ready_ms: performance.now() - began,
    stop,
  }
}

/**
 * Unpacks a backup into the empty folder of a server and tells it to bring the log up to the moment when it is started next, with
 * its own settings: how a lost cluster comes back for good. It then is a primary on a timeline of its own, and archives again.
 */
export async function prepareCluster(
  backups: Backups,
  options: {
    data: string
    programs: string
    account?: Account | undefined
    target?: Date | undefined
    /** The command line of `fetch-wal`, without its arguments. */
    fetchCommand: string
  },
): Promise<BaseBackup> {
  const { data, programs, account, target } = options
  const lastCommit = target && (await lastArchivedCommit(backups, programs))
  const backup = chooseBackup(await listBaseBackups(backups), target, lastCommit)
  await unpackBackup(backups, backup, { data, programs, account })
  // What ALTER SYSTEM said to the lost server, such as for which standby to wait, does not hold for this one.
  const lines = recoverySettings(options)
  await writeOwned(join(data, 'postgresql.auto.conf'), `${lines.join('\n')}\n`, account)
  await writeOwned(join(data, 'recovery.signal'), '', account)
  return backup
}

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`

function recoverySettings({
  target,
  fetchCommand,
}: {
  target?: Date | undefined
  fetchCommand: string
}): string[] {
  return [
    `restore_command = ${quoted(`${fetchCommand} "%f" "%p"`)}`,
    'recovery_target_timeline = latest',
    'recovery_target_action = promote',
    // Abbreviations of time zones are not known yet when this is read.
    ...(target
      ? [
          `recovery_target_time = ${quoted(target.toISOString().replace('T', ' ').replace('Z', '+00'))}`,
          'recovery_target_inclusive = on',
        ]
      : []),
  ]
}

async function writeOwned(path: string, text: string, account: Account | undefined): Promise<void> {
  await writeFile(path, text, { mode: 0o600 })
  if (account) await chown(path, account.uid, account.gid)
}

async function configure(data: string, options: RestoreOptions): Promise<void> {
  const { port, account, settings = [] } = options
  // The settings of the old server may name folders, addresses and an archive that are not ours.
  const lines = [
    `port = ${port}`,
    `listen_addresses = '127.0.0.1'`,
    `unix_socket_directories = ''`,
    'archive_mode = off',
    'hot_standby = off',
    'max_connections = 100',
    'timezone = UTC',
    'log_timezone = UTC',
    ...recoverySettings(options),
    ...settings,
  ]
  // Reached from this machine only, by the logins that were restored.
  const hba = `host all all 127.0.0.1/32 ${options.login.password ? 'scram-sha-256' : 'trust'}\n`
  await writeOwned(join(data, 'restored.conf'), `${lines.join('\n')}\n`, account)
  await writeOwned(join(data, 'restored_hba.conf'), hba, account)
  await writeOwned(join(data, 'postgresql.auto.conf'), '', account)
  await writeOwned(join(data, 'recovery.signal'), '', account)
}

/** With hot_standby off the eighth line of postmaster.pid says "ready" only when the recovery is over. */
async function untilOpen(
  server: ChildProcess,
  pidFile: string,
  logFile: string,
  patienceMs: number,
): Promise<void> {
  let failed: Error | undefined
  server.once('error', (error) => {
    failed = error
  })
  const deadline = Date.now() + patienceMs
  while (Date.now() < deadline && !failed && server.exitCode === null && server.signalCode === null) {
    const lines = (await readFile(pidFile, 'utf8').catch(() => '')).split('\n')
    if (lines[0] === String(server.pid) && lines[7]?.startsWith('ready')) return
    await sleep(POLL_MS)
  }
  const log = await readFile(logFile, 'utf8').catch(() => '')
  const said = log
    .split('\n')
    .findLast((line) => /FATAL|PANIC|LOG: {2}(?:syntax error|invalid value|unrecognized)/.test(line))
  throw new RestoreError(
    `the restored cluster did not open: ${failed?.message ?? said ?? 'it took too long'}`,
  )
}

async function stopServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null || server.pid === undefined) return
  const ended = once(server, 'exit')
  server.kill('SIGINT')
  const timer = setTimeout(() => server.kill('SIGKILL'), STOP_MS)
  await ended
  clearTimeout(timer)
}
