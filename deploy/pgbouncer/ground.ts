import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { accountStore } from '@sec-latent/core/accounts/store'
import { openDatabase } from '@sec-latent/core/db'
import { migrate } from '@sec-latent/core/migrate'
import { freePort } from '../../scripts/services/ports.mjs'
import { findPostgres } from '../../scripts/services/postgres-binaries.mjs'
import { startPostgres } from '../../scripts/services/postgres-server.mjs'
import { type Login, loginStatements } from './logins.ts'
import type { PgbouncerSettings } from './render.ts'
import { scramVerifier } from './scram.ts'
import { startPgbouncer } from './start.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const NAME = 'sec_latent'
const OWNER_PASSWORD = 'of-the-owner'

/** A Postgres that asks for passwords, migrated and with a login per role, behind a PgBouncer. */
export async function openPooledGround(settings: Partial<PgbouncerSettings> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'sec-latent-pooled-'))
  // Both servers run as another account when we are root, and must be able to pass through.
  chmodSync(folder, 0o755)
  const binaries = findPostgres(ROOT, process.env)[0]
  if (!binaries) throw new Error('No Postgres on this machine: run "npm ci", which brings one.')
  const postgresPort = await freePort()
  const server = await startPostgres({
    binaries,
    folder: join(folder, 'postgres'),
    port: postgresPort,
    password: OWNER_PASSWORD,
    disposable: true,
  })
  const owner = openDatabase(server.url, { max: 4 })
  await migrate(owner)
  const logins: (Login & { password: string })[] = (
    [
      ['api_login', 'latent_api'],
      ['service_login', 'latent_service'],
      ['worker_login', 'latent_worker'],
    ] as const
  ).map(([name, role]) => {
    const password = `of-${name}`
    return { name, role, password, verifier: scramVerifier(password) }
  })
  for (const statement of loginStatements(logins)) await owner.unsafe(statement)
  const pooler = await startPgbouncer(
    join(folder, 'pgbouncer'),
    {
      databases: [{ name: NAME, host: '127.0.0.1', port: postgresPort, database: NAME }],
      listenPort: await freePort(),
      serverTls: { mode: 'disable' },
      ...settings,
    },
    logins,
  )
  return {
    folder,
    /** Past the pooler, as the login that migrates. */
    owner,
    logins,
    pooler,
    url(login: 'api_login' | 'service_login' | 'worker_login'): string {
      return pooler.url(login, `of-${login}`, NAME)
    },
    async organisation(name: string): Promise<string> {
      return (await accountStore(owner).createOrganisation({ name, plan: 'scale' })).id
    },
    async close(): Promise<void> {
      await owner.end({ timeout: 5 })
      await pooler.stop()
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
export type PooledGround = Awaited<ReturnType<typeof openPooledGround>>
