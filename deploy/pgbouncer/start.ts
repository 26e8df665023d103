import { spawnSync } from 'node:child_process'
import { chownSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import { startGuarded } from '../../scripts/services/guarded-process.mjs'
import { unprivilegedUser } from '../../scripts/services/unprivileged-user.mjs'
import { type Login, userlist } from './logins.ts'
import { ADMIN_USER, type PgbouncerSettings, renderPgbouncer, STATS_USER } from './render.ts'
import { scramVerifier } from './scram.ts'

const PROGRAM = process.env.PGBOUNCER_PATH ?? 'pgbouncer'
const START_TIMEOUT_MS = 60_000
/** Of the console, in tests and on clusters of one machine. */
const CONSOLE_PASSWORD = 'of-the-console'

/** Whether there is a PgBouncer on this machine. */
export function hasPgbouncer(): boolean {
  return spawnSync(PROGRAM, ['--version'], { stdio: 'ignore' }).status === 0
}

export interface OwnPgbouncer {
  /** The address of a database for a login. */
  url(login: string, password: string, database?: string): string
  /** What the console answers to `SHOW POOLS` and its like. */
  show(
    what: 'pools' | 'stats' | 'servers' | 'clients' | 'version' | 'config',
  ): Promise<Record<string, string>[]>
  /** Orders such as `PAUSE`, `RESUME` and `RECONNECT`. */
  order(command: 'pause' | 'resume' | 'reconnect' | 'reload'): Promise<void>
  /** Points its databases somewhere else, for connections that are made from now on. */
  reload(databases: PgbouncerSettings['databases']): Promise<void>
  log(): string
  stop(): Promise<void>
}

/** A real PgBouncer with the configuration of production, in a folder of its own, on the loopback interface. */
export async function startPgbouncer(
  folder: string,
  settings: Omit<PgbouncerSettings, 'authFile' | 'listenAddress'>,
  logins: Pick<Login, 'name' | 'verifier'>[],
): Promise<OwnPgbouncer> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const configuration = join(folder, 'pgbouncer.ini')
  const authFile = join(folder, 'userlist.txt')
  const logFile = join(folder, 'pgbouncer.log')
  const verifier = scramVerifier(CONSOLE_PASSWORD)
  const write = (databases: PgbouncerSettings['databases']) =>
    writeFileSync(
      configuration,
      renderPgbouncer({ ...settings, databases, authFile, listenAddress: '127.0.0.1' }),
    )
  write(settings.databases)
  writeFileSync(
    authFile,
    userlist([...logins, { name: ADMIN_USER, verifier }, { name: STATS_USER, verifier }]),
    { mode: 0o600 },
  )
  const user = unprivilegedUser()
  if (user) for (const path of [folder, configuration, authFile]) chownSync(path, user.uid, user.gid)
  const server = startGuarded({
    command: PROGRAM,
    args: [configuration],
    cwd: folder,
    logFile,
    stopSignal: 'INT',
    ...(user ? { user } : {}),
  })
  const log = () => readFileSync(logFile, 'utf8')
  const ask = (text: string) => askConsole(settings.listenPort, text)
  const deadline = Date.now() + START_TIMEOUT_MS
  for (;;) {
    const answer = await ask('show version').catch(() => undefined)
    if (answer) break
    if (!server.running() || Date.now() > deadline) throw new Error(`PgBouncer did not start: ${log()}`)
    await sleep(20)
  }
  return {
    url(login, password, database = settings.databases[0]?.name ?? '') {
      return `postgres://${login}:${encodeURIComponent(password)}@127.0.0.1:${settings.listenPort}/${database}`
    },
    show: (what) => ask(`show ${what}`),
    async order(command) {
      await ask(command)
    },
    async reload(databases) {
      write(databases)
      await ask('reload')
      await ask('reconnect')
    },
    log,
    stop: () => server.stop(5_000),
  }
}

async function askConsole(port: number, text: string): Promise<Record<string, string>[]> {
  const sql = postgres({
    ...{ host: '127.0.0.1', port, database: 'pgbouncer', username: ADMIN_USER, password: CONSOLE_PASSWORD },
    ...{ max: 1, prepare: false, fetch_types: false, connect_timeout: 5, onnotice: () => {} },
  })
  try {
    // The console understands simple queries only.
    return [...(await sql.unsafe(text).simple())] as unknown as Record<string, string>[]
  } finally {
    await sql.end({ timeout: 1 })
  }
}
