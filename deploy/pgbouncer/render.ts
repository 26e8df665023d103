import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fillTemplate } from '../template.ts'

export interface PgbouncerDatabase {
  /** By what name clients ask for it. */
  name: string
  host: string
  port: number
  /** Its name in Postgres. */
  database: string
}

export interface Tls {
  mode: 'disable' | 'allow' | 'prefer' | 'require' | 'verify-ca' | 'verify-full'
  key?: string
  certificate?: string
  authority?: string
}

export interface PgbouncerSettings {
  databases: PgbouncerDatabase[]
  listenAddress: string
  listenPort: number
  /** The file of `userlist()`. */
  authFile: string
  pidFile?: string | undefined
  /** Connections of clients over all logins. */
  maxClients?: number
  /** Connections of Postgres per login and database. */
  poolSize?: number
  reserveSize?: number
  waitSeconds?: number
  clientTls?: Tls
  serverTls?: Tls
}

/** May pause and reload; not a login of Postgres. */
export const ADMIN_USER = 'pgbouncer_admin'
/** May read figures; not a login of Postgres. */
export const STATS_USER = 'pgbouncer_stats'

/** The configuration of PgBouncer. Throws when a setting would mean something else than it says. */
export function renderPgbouncer(settings: PgbouncerSettings): string {
  if (settings.databases.length === 0) throw new Error('There is no database to pool.')
  const template = readFileSync(join(import.meta.dirname, 'pgbouncer.ini.template'), 'utf8')
  const { clientTls = { mode: 'disable' }, serverTls = { mode: 'prefer' } } = settings
  return fillTemplate(template, {
    databases: settings.databases
      .map(
        ({ name, host, port, database }) =>
          `${word(name)} = host=${word(host)} port=${whole(port)} dbname=${word(database)}`,
      )
      .join('\n'),
    listen_address: word(settings.listenAddress),
    listen_port: whole(settings.listenPort),
    pid_file: settings.pidFile ? `pidfile = ${word(settings.pidFile)}` : '',
    auth_file: word(settings.authFile),
    admin_user: ADMIN_USER,
    stats_user: STATS_USER,
    max_clients: whole(settings.maxClients ?? 2000),
    pool_size: whole(settings.poolSize ?? 25),
    reserve_size: whole(settings.reserveSize ?? 5, 0),
    wait_seconds: whole(settings.waitSeconds ?? 5),
    client_tls_mode: clientTls.mode,
    client_tls: tlsFiles('client', clientTls),
    server_tls_mode: serverTls.mode,
    server_tls: tlsFiles('server', serverTls),
  })
}

function tlsFiles(side: 'client' | 'server', { key, certificate, authority }: Tls): string {
  const files = { key_file: key, cert_file: certificate, ca_file: authority }
  return Object.entries(files)
    .flatMap(([name, file]) => (file === undefined ? [] : [`${side}_tls_${name} = ${word(file)}`]))
    .join('\n')
}

/** One word, which cannot begin another setting. */
function word(text: string): string {
  if (!/^[\w./:*,@-]+$/.test(text))
    throw new Error(`${JSON.stringify(text)} cannot stand in a configuration.`)
  return text
}

function whole(count: number, least = 1): string {
  if (!Number.isInteger(count) || count < least)
    throw new Error(`${count} is no whole number of at least ${least}.`)
  return String(count)
}
