import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { fillTemplate } from '../../deploy/template.ts'
import { listens } from '../cluster/answers.ts'
import { startProgram } from '../cluster/program.ts'
import { freePort } from '../services/ports.mjs'
import { findRedis } from '../services/redis-binaries.mjs'

const ROOT = join(import.meta.dirname, '..', '..')
const DEPLOY = join(ROOT, 'deploy', 'redis')
const NAME = 'queue'
const PASSWORD = 'a-password-for-loopback'
const WAIT_MS = 30_000

export type WatchedRedis = Awaited<ReturnType<typeof watchedRedis>>

/** A Redis and its replica as `deploy/redis` configures them, and the three Sentinels that watch them. */
export async function watchedRedis(folder: string) {
  const binary = findRedis({ folder: join(ROOT, '.latent', 'redis-package'), env: process.env })
  const primary = await server('one')
  const replica = await server('two', primary.port)
  const sentinels = await Promise.all(['a', 'b', 'c'].map((name) => sentinel(name, primary.port)))
  const asked = new Redis({
    port: sentinels[0]?.port as number,
    host: '127.0.0.1',
    maxRetriesPerRequest: 1,
    commandTimeout: 2_000,
  })
  asked.on('error', () => {})
  const deadline = Date.now() + WAIT_MS
  // They must know the replica and each other before one of them can act.
  for (;;) {
    const text = await asked.call('SENTINEL', 'MASTER', NAME).then(String, () => '')
    if (/num-slaves,1\b/.test(text) && /num-other-sentinels,2\b/.test(text)) break
    if (Date.now() > deadline) throw new Error(`the Sentinels do not know each other: ${text}`)
    await sleep(50)
  }

  async function server(name: string, primaryPort?: number) {
    const home = join(folder, `redis-${name}`)
    mkdirSync(home, { recursive: true })
    const port = await freePort()
    copyFileSync(join(DEPLOY, 'queue.conf'), join(home, 'queue.conf'))
    const config = join(home, 'redis.conf')
    const lines = [
      `include "${join(home, 'queue.conf')}"`,
      `port ${port}`,
      'bind 127.0.0.1',
      `dir "${home}"`,
      `requirepass ${PASSWORD}`,
      `masterauth ${PASSWORD}`,
      ...(primaryPort === undefined ? [] : [`replicaof 127.0.0.1 ${primaryPort}`]),
    ]
    writeFileSync(config, `${lines.join('\n')}\n`, { mode: 0o600 })
    const program = await startProgram({
      name,
      command: binary.file,
      args: [config],
      env: binary.env,
      cwd: home,
      folder: home,
      ready: () => listens(port),
    })
    return { name, port, program }
  }

  async function sentinel(name: string, primaryPort: number) {
    const home = join(folder, `sentinel-${name}`)
    mkdirSync(home, { recursive: true })
    const port = await freePort()
    const config = join(home, 'sentinel.conf')
    const text = fillTemplate(readFileSync(join(DEPLOY, 'sentinel.conf.template'), 'utf8'), {
      port: String(port),
      bind: '127.0.0.1',
      folder: home,
      name: NAME,
      primary_host: '127.0.0.1',
      primary_port: String(primaryPort),
      password: PASSWORD,
    })
    writeFileSync(config, text, { mode: 0o600 })
    const program = await startProgram({
      name: `sentinel ${name}`,
      command: binary.file,
      args: [config, '--sentinel'],
      env: binary.env,
      cwd: home,
      folder: home,
      ready: () => listens(port),
    })
    return { port, program }
  }

  return {
    primary,
    replica,
    /** What `REDIS_QUEUE_URL` says. */
    url: `redis-sentinel://:${PASSWORD}@${sentinels.map(({ port }) => `127.0.0.1:${port}`).join(',')}/0?name=${NAME}`,
    urlOf: ({ port }: { port: number }) => `redis://:${PASSWORD}@127.0.0.1:${port}/0`,
    async close(): Promise<void> {
      asked.disconnect()
      await Promise.allSettled([...sentinels, primary, replica].map(({ program }) => program.kill()))
    },
  }
}

/**
 * Starts a queue from a snapshot. With appendonly on and no append-only file a Redis begins empty, whatever snapshot lies there:
 * so it is switched on afterwards, which writes the file.
 */
export async function restoredRedis(home: string, snapshot: AsyncIterable<Uint8Array>) {
  const binary = findRedis({ folder: join(ROOT, '.latent', 'redis-package'), env: process.env })
  mkdirSync(home, { recursive: true })
  await writeFile(join(home, 'dump.rdb'), snapshot)
  copyFileSync(join(DEPLOY, 'queue.conf'), join(home, 'queue.conf'))
  const port = await freePort()
  const config = join(home, 'redis.conf')
  const lines = [
    `include "${join(home, 'queue.conf')}"`,
    'appendonly no',
    `port ${port}`,
    'bind 127.0.0.1',
    `dir "${home}"`,
    `requirepass ${PASSWORD}`,
  ]
  writeFileSync(config, `${lines.join('\n')}\n`, { mode: 0o600 })
  const url = `redis://:${PASSWORD}@127.0.0.1:${port}/0`
  const began = performance.now()
  const program = await startProgram({
    name: 'restored',
    command: binary.file,
    args: [config],
    env: binary.env,
    cwd: home,
    folder: home,
    ready: () => listens(port),
  })
  const redis = new Redis(url)
  try {
    // LOADING is an error until everything is there.
    while ((await redis.ping().catch(() => '')) !== 'PONG') await sleep(20)
    await redis.config('SET', 'appendonly', 'yes')
  } finally {
    redis.disconnect()
  }
  return { url, readyMs: performance.now() - began, close: () => program.kill() }
}
