import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  appendFileSync,
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findPostgresPrograms } from '@sec-latent/core/recovery/postgres-programs'
import { openBackups } from '@sec-latent/core/recovery/settings'
import { prepareRewind } from '../../deploy/postgres/failover.ts'
import { startProgram } from '../cluster/program.ts'
import { freePort } from '../services/ports.mjs'
import { unprivilegedUser } from '../services/unprivileged-user.mjs'
import { buildWalPrograms } from './programs.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const DEPLOY = join(ROOT, 'deploy', 'postgres')
const MAJOR = 15
export const OWNER = 'postgres'
export const DATABASE = 'sec_latent'
/** Small machines run several of these at once; everything else is what `deploy/postgres` says. */
const SMALL = [
  'shared_buffers=64MB',
  'max_wal_size=512MB',
  'ssl=off',
  'unix_socket_directories=',
  'log_min_duration_statement=-1',
]

/** Why drills cannot run here; `undefined` where they can. Tests that need them say this when they are skipped. */
export function missingForRecovery(): string | undefined {
  if (process.env.LATENT_NO_SYSTEM === '1') return 'LATENT_NO_SYSTEM leaves installed programs alone'
  return findPostgresPrograms(process.env, MAJOR)
    ? undefined
    : 'no Postgres 15 with pg_basebackup on this machine'
}

/**
 * What the drills of recovery stand on: a folder, a backup store and an object store in it, the programs for the log as they are
 * deployed, and the configuration of `deploy/postgres`. Commands make it durable; tests, whose machine never loses its power, do
 * not wait for the disk. `close` ends all servers that were started on it and removes it.
 */
export async function recoveryGround(
  options: { durable?: boolean; storeUrl?: string; objectsUrl?: string } = {},
) {
  const programs = findPostgresPrograms(process.env, MAJOR)
  if (!programs) throw new Error(`There is ${missingForRecovery()}: apt-get install postgresql-15`)
  const user = unprivilegedUser()
  const account = user && { uid: user.uid, gid: user.gid }
  const folder = mkdtempSync(join(tmpdir(), 'sec-latent-recovery-'))
  chmodSync(folder, 0o755)
  const own = (path: string) => {
    if (account) chownSync(path, account.uid, account.gid)
    return path
  }
  const within = (name: string) => {
    const path = join(folder, name)
    mkdirSync(path, { recursive: true, mode: 0o755 })
    return own(path)
  }
  const unsynced = options.durable ? [] : ['--no-sync']
  const speed = options.durable ? [] : ['fsync=off']
  const walPrograms = within('programs')
  await buildWalPrograms(walPrograms)
  const config = within('config')
  for (const name of ['postgresql.conf', 'pg_hba.conf', 'archive-wal', 'fetch-wal']) {
    copyFileSync(join(DEPLOY, name), join(config, name))
    own(join(config, name))
  }
  chmodSync(join(config, 'archive-wal'), 0o755)
  chmodSync(join(config, 'fetch-wal'), 0o755)
  const storeUrl = options.storeUrl ?? pathToFileURL(within('store')).href
  if (!options.storeUrl) within('store/backups')
  const BACKUP_KEYS = `drill:${randomBytes(32).toString('base64')}`
  const envFile = join(config, 'backups.env')
  writeFileSync(
    envFile,
    [
      `BACKUP_STORE_URL='${storeUrl}'`,
      `BACKUP_KEYS='${BACKUP_KEYS}'`,
      `LATENT_PROGRAMS='${walPrograms}'`,
      `LATENT_NODE='${process.execPath}'`,
      '',
    ].join('\n'),
    { mode: 0o600 },
  )
  own(envFile)
  const password = randomBytes(16).toString('hex')
  const servers: ArchivedPostgres[] = []

  const ground = {
    folder,
    within,
    programs,
    account,
    password,
    config,
    speed,
    backups: openBackups({ BACKUP_STORE_URL: storeUrl, BACKUP_KEYS }),
    objectsUrl: options.objectsUrl ?? pathToFileURL(within('objects')).href,
    fetchCommand: join(config, 'fetch-wal'),
    fetchEnvironment: { LATENT_BACKUP_ENV: envFile },
    /** What programs that open the backups need of the environment. */
    environment: { BACKUP_STORE_URL: storeUrl, BACKUP_KEYS },
    own,

    /** Makes a new cluster with checksums and passwords, and starts it with the archive on; its log may lie elsewhere. */
    async primary(name: string, settings: string[] = [], walFolder?: string): Promise<ArchivedPostgres> {
      const home = within(name)
      const passwordFile = own(write(join(home, 'password'), `${password}\n`))
      run(
        join(programs, 'initdb'),
        [
          ...[
            '-D',
            join(home, 'data'),
            '-U',
            OWNER,
            '--encoding=UTF8',
            '--locale=C.UTF-8',
            '--data-checksums',
          ],
          ...['--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--no-instructions', '--no-sync'],
          ...(walFolder ? ['--waldir', walFolder] : []),
        ],
        home,
      )
      rmSync(passwordFile)
      return await ground.start(name, settings)
    },

    /** Copies a running server and starts the copy as its replica, under the name that the primary may wait for. */
    async replica(name: string, of: ArchivedPostgres, settings: string[] = []): Promise<ArchivedPostgres> {
      const home = within(name)
      const passfile = own(write(join(home, 'pgpass'), `*:*:*:*:${password}\n`))
      run(
        join(programs, 'pg_basebackup'),
        [
          ...['-D', join(home, 'data'), '-R', '-X', 'stream', '-c', 'fast', ...unsynced],
          ...[
            '-d',
            `host=127.0.0.1 port=${of.port} user=replicator passfile=${passfile} application_name=${name}`,
          ],
        ],
        home,
      )
      return await ground.start(name, settings)
    },

    /** Starts what lies in the folder of that name. */
    async start(name: string, settings: string[] = []): Promise<ArchivedPostgres> {
      const home = join(folder, name)
      const data = join(home, 'data')
      const port = await freePort()
      const given = [
        `config_file=${join(config, 'postgresql.conf')}`,
        `hba_file=${join(config, 'pg_hba.conf')}`,
        `archive_command=${join(config, 'archive-wal')} "%p" "%f"`,
        'listen_addresses=127.0.0.1',
        `port=${port}`,
        ...SMALL,
        ...speed,
        ...settings,
      ]
      const pidFile = join(data, 'postmaster.pid')
      const program = await startProgram({
        name,
        command: join(programs, 'postgres'),
        args: ['-D', data, ...given.flatMap((setting) => ['-c', setting])],
        env: { TZ: 'UTC', LATENT_BACKUP_ENV: envFile },
        cwd: data,
        folder: home,
        ...(account ? { user: account } : {}),
        ready: async () =>
          existsSync(pidFile) && readFileSync(pidFile, 'utf8').split('\n')[7]?.startsWith('ready') === true,
      })
      const server: ArchivedPostgres = {
        name,
        port,
        data,
        program,
        url: (database = DATABASE, user = OWNER) =>
          `postgres://${user}:${password}@127.0.0.1:${port}/${database}`,
      }
      servers.push(server)
      return server
    },

    /** Hands over what this process wrote as root to the account under which programs run. */
    handOver(): void {
      for (const entry of account ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : []) {
        own(join(folder, entry))
      }
    },

    /** Turns an old primary that was killed into a standby of the new one, without copying everything. */
    async rewind(old: ArchivedPostgres, primary: ArchivedPostgres): Promise<void> {
      await prepareRewind(primary.url('postgres'))
      const home = join(folder, old.name)
      const passfile = own(write(join(home, 'pgpass'), `*:*:*:*:${password}\n`))
      // Its log is read before it is rewound, which needs the settings it ran with.
      const settingsFile = join(old.data, 'postgresql.conf')
      copyFileSync(join(config, 'postgresql.conf'), settingsFile)
      own(settingsFile)
      appendFileSync(settingsFile, `restore_command = '${join(config, 'fetch-wal')} "%f" "%p"'\n`)
      run(
        join(programs, 'pg_rewind'),
        [
          ...['--target-pgdata', old.data, '--write-recovery-conf', '--restore-target-wal', ...unsynced],
          ...['--source-server', `${addressOf(primary, OWNER, passfile)} dbname=postgres`],
        ],
        home,
      )
      // What it wrote names the owner; a standby comes as the replicator, under its own name.
      const settings = join(old.data, 'postgresql.auto.conf')
      writeFileSync(
        settings,
        `primary_conninfo = '${addressOf(primary, 'replicator', passfile)} application_name=${old.name}'\n`,
      )
      own(settings)
    },

    async close(): Promise<void> {
      await Promise.allSettled(servers.map(({ program }) => program.kill()))
      rmSync(folder, { recursive: true, force: true })
    },
  }
  return ground

  function addressOf(server: ArchivedPostgres, user: string, passfile: string): string {
    return `host=127.0.0.1 port=${server.port} user=${user} passfile=${passfile}`
  }

  function run(program: string, args: string[], cwd: string): void {
    const made = spawnSync(program, args, {
      cwd,
      encoding: 'utf8',
      timeout: 120_000,
      env: { PATH: process.env.PATH, LC_ALL: 'C', LATENT_BACKUP_ENV: envFile },
      ...(account ?? {}),
    })
    if (made.status !== 0) throw new Error(`${program} failed: ${made.stderr || made.error}`)
  }
}

export interface ArchivedPostgres {
  name: string
  port: number
  data: string
  program: Awaited<ReturnType<typeof startProgram>>
  url(database?: string, user?: string): string
}

function write(path: string, text: string): string {
  writeFileSync(path, text, { mode: 0o600 })
  return path
}
export type RecoveryGround = Awaited<ReturnType<typeof recoveryGround>>
