import { execFile } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { commandOf, endLeftover } from '../../../scripts/services/leftover.mjs'
import { freePort } from '../../../scripts/services/ports.mjs'
import { findPostgres } from '../../../scripts/services/postgres-binaries.mjs'
import { startPostgres } from '../../../scripts/services/postgres-server.mjs'
import { findRedis } from '../../../scripts/services/redis-binaries.mjs'
import { startRedis } from '../../../scripts/services/redis-server.mjs'
import { buildSdkTarball } from '../../../sdk/scripts/pack.ts'

const ROOT = resolve(import.meta.dirname, '../../..')
const FOLDER_PREFIX = 'sec-latent-test-'
/** Within the tree, because programs find their packages in the folders above them. */
const BUILDS = join(ROOT, '.latent', 'test-builds')
const run = promisify(execFile)

interface Server {
  url: string
  stop(): Promise<void>
}

/**
 * Runs once per `vitest run`, in the main process. Servers start when the first test asks for them, belong to this
 * run alone (own folder, free ports), and end with this process however it ends. Several runs may share one tree.
 */
export default async function setup(): Promise<() => Promise<void>> {
  await removeAbandonedRuns()
  const folder = mkdtempSync(join(tmpdir(), FOLDER_PREFIX))
  writeFileSync(join(folder, 'owner.pid'), `${process.pid}\n`)
  // Postgres runs as another account when we are root, and must be able to pass through.
  chmodSync(folder, 0o755)

  const installed = findPostgres(ROOT, process.env)
  const servers = new Map<string, Promise<Server>>()
  let redisDatabases = 0
  let built: Promise<string> | undefined
  let sdk: Promise<string> | undefined

  async function start(name: string): Promise<Server> {
    const port = await freePort()
    if (name.startsWith('postgres-')) {
      const binaries = installed.find((one) => `postgres-${one.major}` === name)
      if (!binaries) throw new Error(`No Postgres ${name.slice('postgres-'.length)} on this machine.`)
      return await startPostgres({ binaries, folder: join(folder, name), port, disposable: true })
    }
    const binary = findRedis({ folder: join(ROOT, '.latent', 'redis-package'), env: process.env })
    return await startRedis({ binary, role: 'disposable', folder: join(folder, name), port })
  }
  function server(name: string): Promise<Server> {
    const running = servers.get(name) ?? start(name)
    servers.set(name, running)
    return running
  }

  /** Test files run in processes of their own; they ask this one, which outlives them, for servers. */
  const broker = createServer((request, response) => {
    answer(request.url ?? '').then(
      (body) => response.end(JSON.stringify(body)),
      (error: Error) => response.writeHead(500).end(error.message),
    )
  })
  async function answer(path: string): Promise<{ url: string }> {
    if (path.startsWith('/postgres-')) return { url: (await server(path.slice(1))).url }
    if (path === '/programs') {
      built ??= buildPrograms()
      return { url: await built }
    }
    if (path === '/sdk') {
      sdk ??= buildSdkTarball(join(folder, 'sdk'))
      return { url: pathToFileURL(await sdk).href }
    }
    if (path === '/redis') {
      const { url } = await server('redis')
      redisDatabases += 1
      return { url: url.replace(/\/0$/, `/${redisDatabases}`) }
    }
    return { url: (await server(`redis-own-${servers.size}`)).url }
  }
  await new Promise<void>((done) => broker.listen(0, '127.0.0.1', done))
  process.env.LATENT_TEST_BROKER = `http://127.0.0.1:${(broker.address() as AddressInfo).port}`
  process.env.LATENT_TEST_POSTGRES = installed
    .map((one) => one.major)
    .sort((a, b) => a - b)
    .join(',')

  return async () => {
    broker.closeAllConnections()
    broker.close()
    const stops = [...servers.values()].map((one) => one.then((running) => running.stop()))
    await Promise.allSettled(stops)
    rmSync(folder, { recursive: true, force: true })
    rmSync(buildFolder(process.pid), { recursive: true, force: true })
  }
}

function buildFolder(pid: number): string {
  return join(BUILDS, String(pid))
}

/** The programs as `npm run build` makes them, in a folder of this run. Answers the URL of the folder. */
async function buildPrograms(): Promise<string> {
  const folder = buildFolder(process.pid)
  await run(process.execPath, [join(ROOT, 'node_modules/tsup/dist/cli-default.js')], {
    cwd: ROOT,
    env: { ...process.env, BUILD_FOLDER: relative(ROOT, folder) },
  })
  return pathToFileURL(folder).href
}

/** Folders of runs whose process is gone: the guard has ended their servers, or we do it now. */
async function removeAbandonedRuns(): Promise<void> {
  for (const pid of existsSync(BUILDS) ? readdirSync(BUILDS) : [])
    if (!commandOf(Number(pid))) rmSync(buildFolder(Number(pid)), { recursive: true, force: true })
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(FOLDER_PREFIX))) {
    const folder = join(tmpdir(), name)
    try {
      const owner = Number(readFileSync(join(folder, 'owner.pid'), 'utf8'))
      if (commandOf(owner)) continue
      for (const child of readdirSync(folder)) {
        await endLeftover(join(folder, child, 'data', 'postmaster.pid'), 'postgres', 'SIGINT')
        await endLeftover(join(folder, child, 'redis.pid'), 'redis-server', 'SIGTERM')
      }
      rmSync(folder, { recursive: true, force: true })
    } catch {
      // Another run is removing it, is just being made, or it belongs to another account.
    }
  }
}
