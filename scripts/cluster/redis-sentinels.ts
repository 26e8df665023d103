import { writeFileSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { freePort } from '../services/ports.mjs'
import { findRedis } from '../services/redis-binaries.mjs'
import { startRedis } from '../services/redis-server.mjs'
import { listens } from './answers.ts'
import { faultProxy } from './fault-proxy.ts'
import { type Program, startProgram } from './program.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const SENTINELS = 3
const DOWN_AFTER_MS = 1_000
const FOLLOW_MS = 100
const MASTER = 'redis'

/**
 * A Redis with a replica, watched by three Sentinels, and an address that leads to whichever of the two they name: what
 * HAProxy does before Redis with high availability.
 */
export async function redisWithSentinels(options: { folder: string; role: 'queue' | 'cache' }) {
  const { folder, role } = options
  const binary = findRedis({ folder: join(ROOT, '.latent', 'redis-package'), env: process.env })

  async function server(name: string) {
    const port = await freePort()
    const launch = () => startRedis({ binary, role, folder: join(folder, name), port })
    let running: Awaited<ReturnType<typeof launch>> | undefined = await launch()
    return {
      name,
      port,
      isRunning: () => running?.process.running() ?? false,
      async kill(): Promise<void> {
        const gone = running
        running = undefined
        if (!gone) return
        const pid = await pidOf(join(folder, name))
        process.kill(pid, 'SIGKILL')
        await gone.process.exited
      },
      async start(): Promise<void> {
        running ??= await launch()
      },
      async pause(): Promise<void> {
        process.kill(await pidOf(join(folder, name)), 'SIGSTOP')
      },
      async resume(): Promise<void> {
        process.kill(await pidOf(join(folder, name)), 'SIGCONT')
      },
      async stop(): Promise<void> {
        await running?.stop()
        running = undefined
      },
    }
  }

  const servers = [await server('one'), await server('two')] as const
  const [first, second] = servers
  const proxy = await faultProxy({ targetPort: first.port })
  await command(second.port, (redis) => redis.call('REPLICAOF', '127.0.0.1', String(first.port)))
  const sentinels = await Promise.all(
    Array.from({ length: SENTINELS }, (_, index) => sentinel(join(folder, `sentinel-${index}`), first.port)),
  )
  let master = first.port
  let failovers = 0
  let stopped = false
  const following = follow()

  async function follow(): Promise<void> {
    while (!stopped) {
      const named = await masterByName(sentinels.map(({ port }) => port))
      if (named !== undefined && named !== master && !stopped) {
        master = named
        failovers += 1
        proxy.retarget(master)
      }
      await sleep(FOLLOW_MS)
    }
  }

  const current = () => (master === second.port ? second : first)

  return {
    proxy,
    /** The address clients use. */
    url: `redis://127.0.0.1:${proxy.port}/0`,
    master: current,
    failovers: () => failovers,

    /** Speaks to the server that is master now, past the proxy. */
    command: <T>(work: (redis: Redis) => Promise<T>) => command(current().port, work),

    /** Kills the master, waits for the other to take over, and starts the old one as its replica. */
    async failOver(): Promise<{ writableAfterMs: number }> {
      const old = current()
      const before = failovers
      const began = performance.now()
      await old.kill()
      const deadline = Date.now() + 30_000
      while (failovers === before && Date.now() < deadline) await sleep(20)
      while (!(await writes(master)) && Date.now() < deadline) await sleep(20)
      const writableAfterMs = performance.now() - began
      await old.start()
      // A Sentinel would do the same after ten seconds.
      if (old !== current())
        await command(old.port, (redis) => redis.call('REPLICAOF', '127.0.0.1', String(master)))
      if (failovers === before) throw new Error('the Sentinels named no new master')
      return { writableAfterMs }
    },

    async close(): Promise<void> {
      stopped = true
      await following
      await proxy.close()
      await Promise.allSettled(sentinels.map(({ program }) => program.kill()))
      for (const one of servers) await one.resume().catch(() => {})
      await Promise.allSettled(servers.map((one) => one.stop()))
    },
  }
}

export type RedisWithSentinels = Awaited<ReturnType<typeof redisWithSentinels>>

async function sentinel(folder: string, masterPort: number): Promise<{ port: number; program: Program }> {
  await mkdir(folder, { recursive: true })
  const port = await freePort()
  const config = join(folder, 'sentinel.conf')
  writeFileSync(
    config,
    [
      `port ${port}`,
      'bind 127.0.0.1',
      `dir "${folder}"`,
      `sentinel monitor ${MASTER} 127.0.0.1 ${masterPort} 2`,
      `sentinel down-after-milliseconds ${MASTER} ${DOWN_AFTER_MS}`,
      `sentinel failover-timeout ${MASTER} 5000`,
      `sentinel parallel-syncs ${MASTER} 1`,
      '',
    ].join('\n'),
  )
  const program = await startProgram({
    name: 'redis-sentinel',
    command: 'redis-sentinel',
    args: [config],
    cwd: folder,
    folder,
    ready: () => listens(port),
  })
  return { port, program }
}

async function masterByName(ports: number[]): Promise<number | undefined> {
  const votes = await Promise.all(
    ports.map((port) =>
      command(port, (redis) => redis.call('SENTINEL', 'get-master-addr-by-name', MASTER)).then(
        (answer) => Number((answer as [string, string] | null)?.[1]) || undefined,
        () => undefined,
      ),
    ),
  )
  return votes.find((one, index) => one !== undefined && votes.indexOf(one) !== index)
}

async function writes(port: number): Promise<boolean> {
  return await command(port, (redis) => redis.set('cluster:probe', '1')).then(
    () => true,
    () => false,
  )
}

async function command<T>(port: number, work: (redis: Redis) => Promise<T>): Promise<T> {
  const redis = new Redis({
    port,
    host: '127.0.0.1',
    lazyConnect: true,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
    connectTimeout: 5_000,
    commandTimeout: 10_000,
  })
  redis.on('error', () => {})
  try {
    await redis.connect()
    return await work(redis)
  } finally {
    redis.disconnect()
  }
}

async function pidOf(folder: string): Promise<number> {
  return Number((await readFile(join(folder, 'redis.pid'), 'utf8')).trim())
}
