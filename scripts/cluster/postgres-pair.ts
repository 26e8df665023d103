import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openDatabase, type Sql } from '@sec-latent/core/db'
import { freePort } from '../services/ports.mjs'
import { findPostgres } from '../services/postgres-binaries.mjs'
import { startPostgres } from '../services/postgres-server.mjs'
import { unprivilegedUser } from '../services/unprivileged-user.mjs'
import { faultProxy } from './fault-proxy.ts'
import { family, send } from './program.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const START_TRIES = 120
const SETTINGS = ['max_connections=300', 'shared_buffers=256MB', 'max_wal_size=2GB', 'log_lock_waits=on']

/**
 * A primary and a streaming replica that confirms every commit, with an address that always leads to the primary: what a
 * floating address or a service name does elsewhere.
 */
export async function postgresPair(options: { folder: string; major?: number; settings?: string[] }) {
  const { folder } = options
  const binaries = findPostgres(ROOT, process.env).find(
    ({ major, folder: programs }) =>
      major === (options.major ?? 15) && existsSync(join(programs, 'pg_basebackup')),
  )
  if (!binaries) throw new Error('There is no Postgres 15 with pg_basebackup: apt-get install postgresql-15')
  const user = unprivilegedUser()
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, 0o755)
  let servers = 0
  let primary = await server()
  const proxy = await faultProxy({ targetPort: primary.port })
  let replica = await replicate()
  await awaitReplica(true)

  /** A server of its own folder: a new one, or a copy that was put there. */
  async function server(name = `postgres-${servers++}`) {
    const home = join(folder, name)
    const port = await freePort()
    const launch = async () =>
      await startPostgres({
        binaries: binaries as NonNullable<typeof binaries>,
        folder: home,
        port,
        settings: [...SETTINGS, ...(options.settings ?? [])],
      })
    let running: Awaited<ReturnType<typeof launch>> | undefined = await launch()
    const pid = () => Number(readFileSync(join(home, 'data', 'postmaster.pid'), 'utf8').split('\n', 1)[0])
    const everyProcess = (signal: NodeJS.Signals) => {
      for (const one of family(pid())) send(one, signal)
    }
    return {
      name,
      port,
      home,
      url: (database: string) => `postgres://latent@127.0.0.1:${port}/${database}`,
      isRunning: () => running?.process.running() ?? false,
      /** `kill -9` of the postmaster: what it leaves behind ends by itself. */
      async kill(): Promise<void> {
        const gone = running
        running = undefined
        if (!gone) return
        process.kill(pid(), 'SIGKILL')
        await gone.process.exited
      },
      /** Immediate: open transactions are lost and the log is read at the start. Fast: they are rolled back first. */
      async stop(how: 'immediate' | 'fast'): Promise<void> {
        const gone = running
        running = undefined
        if (!gone) return
        process.kill(pid(), how === 'immediate' ? 'SIGQUIT' : 'SIGINT')
        await gone.process.exited
      },
      /** The children of a killed server need a moment to notice; until then its memory is in use. */
      async start(): Promise<void> {
        for (let tries = 1; !running; tries++) {
          try {
            running = await launch()
          } catch (error) {
            if (tries === START_TRIES) throw error
            await sleep(250)
          }
        }
      },
      pause: () => everyProcess('SIGSTOP'),
      resume: () => everyProcess('SIGCONT'),
      async remove(): Promise<void> {
        await running?.stop()
        running = undefined
        rmSync(home, { recursive: true, force: true })
      },
    }
  }

  /** Copies the primary as it runs and starts the copy as its replica. */
  async function replicate() {
    const name = `postgres-${servers++}`
    const home = join(folder, name)
    mkdirSync(home, { recursive: true, mode: 0o700 })
    if (user) chownSync(home, user.uid, user.gid)
    const made = spawnSync(
      join((binaries as NonNullable<typeof binaries>).folder, 'pg_basebackup'),
      [
        ...['-D', join(home, 'data'), '-R', '-X', 'stream', '-c', 'fast'],
        ...['-d', `host=127.0.0.1 port=${primary.port} user=latent application_name=replica`],
      ],
      { cwd: home, encoding: 'utf8', timeout: 120_000, ...(user ? { uid: user.uid, gid: user.gid } : {}) },
    )
    if (made.status !== 0) throw new Error(`pg_basebackup failed: ${made.stderr || made.error}`)
    return await server(name)
  }

  async function asOwner<T>(port: number, work: (sql: Sql) => Promise<T>): Promise<T> {
    const sql = openDatabase(`postgres://latent@127.0.0.1:${port}/postgres`, { max: 1 })
    try {
      return await work(sql)
    } finally {
      await sql.end({ timeout: 2 })
    }
  }

  /** Whether a commit is only acknowledged once the replica has it. */
  async function awaitReplica(on: boolean): Promise<void> {
    await asOwner(primary.port, async (sql) => {
      await sql.unsafe(`alter system set synchronous_standby_names = '${on ? 'replica' : ''}'`)
      await sql`select pg_reload_conf()`
    })
  }

  return {
    proxy,
    primary: () => primary,
    replica: () => replica,
    /** Of the primary, past the proxy. */
    url: (database: string) => primary.url(database),
    awaitReplica,

    async createDatabase(name: string): Promise<void> {
      await asOwner(primary.port, (sql) => sql.unsafe(`create database ${name}`))
    },

    /** How far the replica is behind, in bytes; undefined while there is none. */
    async lagBytes(): Promise<number | undefined> {
      return await asOwner(primary.port, async (sql) => {
        const [row] = await sql<{ lag: number | null }[]>`
          select pg_wal_lsn_diff(pg_current_wal_lsn(), replay_lsn)::bigint as lag from pg_stat_replication limit 1`
        return row?.lag ?? undefined
      })
    },

    /**
     * The primary is killed and the replica takes its place; milliseconds from the kill until the address leads to a server
     * that writes. Then the new primary gets a replica again.
     */
    async failOver(): Promise<{ writableAfterMs: number }> {
      const began = performance.now()
      const old = primary
      await old.kill()
      await asOwner(replica.port, async (sql) => {
        await sql`select pg_promote(true, 30)`
        await sql.unsafe(`alter system reset synchronous_standby_names`)
        await sql`select pg_reload_conf()`
      })
      primary = replica
      proxy.retarget(primary.port)
      const writableAfterMs = performance.now() - began
      await old.remove()
      replica = await replicate()
      await awaitReplica(true)
      return { writableAfterMs }
    },

    async close(): Promise<void> {
      await proxy.close()
      for (const one of [primary, replica]) {
        try {
          one.resume()
        } catch {
          // It was not running.
        }
      }
      await Promise.allSettled([primary.stop('immediate'), replica.stop('immediate')])
    },
  }
}

export type PostgresPair = Awaited<ReturnType<typeof postgresPair>>
