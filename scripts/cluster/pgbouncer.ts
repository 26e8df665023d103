import { chmodSync, chownSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import postgres from 'postgres'
import { type Login, userlist } from '../../deploy/pgbouncer/logins.ts'
import { renderPgbouncer, STATS_USER } from '../../deploy/pgbouncer/render.ts'
import { scramVerifier } from '../../deploy/pgbouncer/scram.ts'
import { freePort } from '../services/ports.mjs'
import { unprivilegedUser } from '../services/unprivileged-user.mjs'
import { listens } from './answers.ts'
import { startProgram } from './program.ts'

const PASSWORD = 'of-a-cluster-on-loopback'
const verifier = scramVerifier(PASSWORD)

/** One login per role. */
export const LOGINS: Login[] = [
  { name: 'api_login', role: 'latent_api', verifier },
  { name: 'service_login', role: 'latent_service', verifier },
  { name: 'worker_login', role: 'latent_worker', verifier },
]

export interface Totals {
  queries: number
  /** Microseconds. */
  queryUs: number
  waitUs: number
}

/** PgBouncer with the configuration of production before the address of the primary. Like Postgres it refuses to run as root. */
export async function startPgbouncer(options: {
  folder: string
  database: string
  postgresPort: number
  poolSize?: number | undefined
}) {
  const { folder, database, postgresPort } = options
  const user = unprivilegedUser()
  const port = await freePort()
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, 0o755)
  const config = join(folder, 'pgbouncer.ini')
  const authFile = join(folder, 'userlist.txt')
  writeFileSync(authFile, userlist([...LOGINS, { name: STATS_USER, verifier }]))
  writeFileSync(
    config,
    renderPgbouncer({
      databases: [{ name: database, host: '127.0.0.1', port: postgresPort, database }],
      listenAddress: '127.0.0.1',
      listenPort: port,
      authFile,
      serverTls: { mode: 'disable' },
      ...(options.poolSize === undefined ? {} : { poolSize: options.poolSize }),
    }),
  )
  if (user) for (const path of [folder, config, authFile]) chownSync(path, user.uid, user.gid)
  const program = await startProgram({
    name: 'pgbouncer',
    command: 'pgbouncer',
    args: [config],
    cwd: folder,
    folder,
    ...(user ? { user } : {}),
    ready: () => listens(port),
  })
  return {
    program,
    port,
    /** What its console says of its work so far, for the database of the system. */
    async totals(): Promise<Totals> {
      const sql = postgres({
        ...{ host: '127.0.0.1', port, database: 'pgbouncer', username: STATS_USER, password: PASSWORD },
        ...{ max: 1, prepare: false, fetch_types: false, connect_timeout: 5, onnotice: () => {} },
      })
      try {
        // The console understands simple queries only.
        const rows = (await sql.unsafe('show stats_totals').simple()) as unknown as Record<string, string>[]
        const row = rows.find((one) => one.database === database)
        const of = (name: string) => Number(row?.[name] ?? 0)
        return { queries: of('query_count'), queryUs: of('query_time'), waitUs: of('wait_time') }
      } finally {
        await sql.end({ timeout: 1 })
      }
    },
    url: (login: string) => `postgres://${login}:${PASSWORD}@127.0.0.1:${port}/${database}`,
  }
}
