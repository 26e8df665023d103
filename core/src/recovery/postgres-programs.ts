import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const DEBIAN = '/usr/lib/postgresql'
const NEEDED = ['postgres', 'pg_basebackup', 'pg_verifybackup', 'pg_waldump']
const ERROR_CHARS = 2_000

/** The account Postgres runs as where this process is root; Postgres itself refuses root. */
export interface Account {
  uid: number
  gid: number
}

/**
 * The folder that holds Postgres with the programs for its backups: `POSTGRES_BIN`, on the `PATH`, or Debian's newest. With a
 * major version only that one: a backup opens in no other.
 */
export function findPostgresPrograms(
  env: Record<string, string | undefined>,
  major?: number,
): string | undefined {
  const debian = existsSync(DEBIAN) ? readdirSync(DEBIAN).filter((name) => /^\d+$/.test(name)) : []
  const versions = major === undefined ? debian.sort((a, b) => Number(b) - Number(a)) : [String(major)]
  const folders = env.POSTGRES_BIN
    ? [env.POSTGRES_BIN]
    : [
        ...versions.map((version) => join(DEBIAN, version, 'bin')),
        ...(env.PATH ?? '').split(delimiter).filter(Boolean),
      ]
  return folders.find((folder) => NEEDED.every((name) => existsSync(join(folder, name))))
}

/** How a program of Postgres is told where the server is, without the password on its command line. */
export function connectionEnvironment(url: string): Record<string, string> {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url)
  const sslmode = searchParams.get('sslmode')
  return {
    PGHOST: hostname,
    PGPORT: port || '5432',
    PGUSER: decodeURIComponent(username),
    PGDATABASE: pathname.slice(1) || 'postgres',
    PGCONNECT_TIMEOUT: '10',
    ...(password ? { PGPASSWORD: decodeURIComponent(password) } : {}),
    ...(sslmode ? { PGSSLMODE: sslmode } : {}),
  }
}

/** Starts a program of Postgres; `ended` fails with what it said when it does not end well. */
export function startProgram(
  program: string,
  args: string[],
  options: {
    cwd?: string
    env?: Record<string, string>
    account?: Account | undefined
    input?: boolean
  } = {},
) {
  const child = spawn(program, args, {
    cwd: options.cwd ?? '/',
    stdio: [options.input ? 'pipe' : 'ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC', ...options.env },
    ...(options.account ?? {}),
  })
  let said = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-ERROR_CHARS)
  })
  const ended = (async () => {
    const [code, signal] = await once(child, 'close')
    if (code !== 0)
      throw new Error(`${program.split('/').at(-1)} ended with ${code ?? signal}: ${said.trim()}`)
  })()
  // Whoever reads its output asks for the end afterwards.
  ended.catch(() => {})
  return { child, ended }
}

/** Runs a program to its end and returns what it printed. */
export async function runProgram(
  program: string,
  args: string[],
  options: Parameters<typeof startProgram>[2] & { mayFail?: boolean } = {},
): Promise<string> {
  const { child, ended } = startProgram(program, args, options)
  let printed = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    printed += text
  })
  await (options.mayFail ? ended.catch(() => {}) : ended)
  return printed
}
