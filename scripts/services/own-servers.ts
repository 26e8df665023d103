import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase, type Sql } from '@sec-latent/core/db'
import { migrate } from '@sec-latent/core/migrate'
import { freePort } from './ports.mjs'
import { findPostgres } from './postgres-binaries.mjs'
import { startPostgres } from './postgres-server.mjs'
import { findRedis } from './redis-binaries.mjs'
import { startRedis } from './redis-server.mjs'

const ROOT = join(import.meta.dirname, '..', '..')

export interface OwnRedis {
  url: string
  /** Ends the server like a power cut; its data is gone unless the role keeps it. */
  stop(): Promise<void>
  /** Starts it again at the same address. */
  start(): Promise<void>
}

/**
 * The servers of one measuring command: a Postgres and as many Redis as it asks for, on free ports, in a folder that is
 * removed by `close`. `durable` makes Postgres sync its commits, as it does in production. With `keep` Postgres has its data in
 * that folder, where the next run finds them.
 */
export async function ownServers(
  options: { durable?: boolean; major?: number; settings?: string[]; keep?: string } = {},
) {
  const folder = mkdtempSync(join(tmpdir(), 'sec-latent-own-'))
  if (options.keep) mkdirSync(options.keep, { recursive: true, mode: 0o755 })
  // Postgres runs as another account when we are root, and must be able to pass through.
  chmodSync(folder, 0o755)
  const installed = findPostgres(ROOT, process.env)
  const binaries = options.major ? installed.find((one) => one.major === options.major) : installed[0]
  if (!binaries) throw new Error('No Postgres on this machine: run "npm ci", which brings one.')
  const port = await freePort()
  const startServer = () =>
    startPostgres({
      binaries,
      folder: join(options.keep ?? folder, 'postgres'),
      port,
      disposable: !options.durable,
      settings: options.settings,
    })
  let server: Awaited<ReturnType<typeof startServer>> | undefined = await startServer()
  const { url } = server
  const pools: Sql[] = []
  const redisServers: OwnRedis[] = []
  const redisBinary = findRedis({ folder: join(ROOT, '.latent', 'redis-package'), env: process.env })

  return {
    folder(name: string): string {
      const path = join(folder, name)
      mkdirSync(path, { recursive: true })
      return path
    },

    postgres: {
      url,
      async stop(): Promise<void> {
        await server?.stop()
        server = undefined
      },
      async start(): Promise<void> {
        server ??= await startServer()
      },
    },

    /** A migrated database, opened as its owner: a new one, or with a name the one that was kept under it. */
    async database(kept?: string): Promise<{ url: string; sql: Sql }> {
      const name = kept ?? `own_${randomBytes(6).toString('hex')}`
      const admin = openDatabase(url, { max: 1 })
      const [there] = await admin`select 1 from pg_database where datname = ${name}`
      if (!there) await admin.unsafe(`create database ${name}`)
      await admin.end({ timeout: 5 })
      const address = new URL(url)
      address.pathname = `/${name}`
      const sql = openDatabase(address.href, { max: 4, applicationName: 'measure' })
      pools.push(sql)
      await migrate(sql)
      return { url: address.href, sql }
    },

    async redis(role: 'disposable' | 'queue' | 'cache' = 'disposable'): Promise<OwnRedis> {
      const redisPort = await freePort()
      const home = join(folder, `redis-${redisPort}`)
      const launch = () => startRedis({ binary: redisBinary, role, folder: home, port: redisPort })
      let running: Awaited<ReturnType<typeof launch>> | undefined = await launch()
      const one: OwnRedis = {
        url: running.url,
        async stop() {
          await running?.stop()
          running = undefined
        },
        async start() {
          running ??= await launch()
        },
      }
      redisServers.push(one)
      return one
    },

    async close(): Promise<void> {
      await Promise.allSettled(pools.map((pool) => pool.end({ timeout: 2 })))
      await Promise.allSettled([server?.stop(), ...redisServers.map((one) => one.stop())])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
export type OwnServers = Awaited<ReturnType<typeof ownServers>>
