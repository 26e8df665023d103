import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { openDatabase, type Sql } from '@sec-latent/core/db'
import { type Receiver, startReceiver, TEST_CA } from '@sec-latent/core/egress/testing/receiver'
import { sampleCorpus } from '@sec-latent/core/sample-corpus/corpus'
import { type Mailbox, startMailbox } from '../mailbox.ts'
import { freePort } from '../running-portal.ts'

const ROOT = join(import.meta.dirname, '..', '..')
/** A first start builds the portal. */
const PATIENCE_MS = 900_000
const STOP_MS = 30_000

interface Services {
  DATABASE_URL: string
  REDIS_QUEUE_URL: string
  REDIS_CACHE_URL: string
  stop(): Promise<void>
}

/** The types of the portal know no JavaScript, in which what starts the product is written. */
const { startServices } = (await import(
  pathToFileURL(join(ROOT, 'scripts', 'services', 'services.mjs')).href
)) as {
  startServices(options: {
    root: string
    state: string
    env: Record<string, string | undefined>
    say: (line: string) => void
  }): Promise<Services>
}

/** Everything of the product, as `npm start` brings it up, with a mail server and a receiver of webhooks on this machine. */
export interface Platform {
  apiUrl: string
  portalUrl: string
  mailbox: Mailbox
  /** What it answers is up to whoever runs the journey. */
  receiver: Receiver & { answer: { status: number } }
  /** For what only time brings about otherwise. */
  sql: Sql
  close(): Promise<void>
}

export async function startPlatform(): Promise<Platform> {
  const state = await mkdtemp(join(tmpdir(), 'sec-latent-e2e-'))
  const closers: (() => unknown)[] = [() => rm(state, { recursive: true, force: true })]
  const close = async () => {
    for (const one of closers.splice(0).reverse()) await one()
  }
  try {
    const services = await startServices({ root: ROOT, state, env: {}, say: () => {} })
    closers.push(() => services.stop())
    const mailbox = await startMailbox()
    closers.push(() => mailbox.close())
    const answer = { status: 200 }
    const receiver = await startReceiver((_, response) => {
      response.writeHead(answer.status, { 'content-type': 'text/plain' }).end(`answer ${answer.status}`)
    })
    closers.push(() => receiver.close())
    const authority = join(state, 'authority.pem')
    await writeFile(authority, TEST_CA)
    const mirror = join(state, 'edgar')
    await writeLiveCorpus(mirror)
    const [api, portal] = [await freePort(), await freePort()]
    const stop = await startProgram(['--edgar-mirror', mirror], {
      LATENT_STATE: state,
      API_PORT: String(api),
      PORTAL_PORT: String(portal),
      DATABASE_URL: services.DATABASE_URL,
      REDIS_QUEUE_URL: services.REDIS_QUEUE_URL,
      REDIS_CACHE_URL: services.REDIS_CACHE_URL,
      MAIL_URL: mailbox.url,
      EGRESS_ALLOW_CIDRS: '127.0.0.1/32',
      EGRESS_PORTS: new URL(receiver.url).port,
      NODE_EXTRA_CA_CERTS: authority,
      // No attempt follows by itself, so that the one that is asked for is told apart.
      WEBHOOK_RETRY_SECONDS: '0,3600',
    })
    closers.push(stop)
    const sql = openDatabase(services.DATABASE_URL, { max: 2, applicationName: 'e2e' })
    closers.push(() => sql.end({ timeout: 5 }))
    return {
      apiUrl: `http://localhost:${api}`,
      portalUrl: `http://localhost:${portal}`,
      mailbox,
      receiver: Object.assign(receiver, { answer }),
      sql,
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** What live keys read: the invented companies of the test mode once more, under other numbers, for a filing is of one dataset. */
async function writeLiveCorpus(folder: string): Promise<void> {
  const renumbered = (text: string) => text.replaceAll('99900', '99800')
  for (const [path, bytes] of sampleCorpus()) {
    const target = join(folder, renumbered(path))
    await mkdir(dirname(target), { recursive: true })
    await writeFile(target, Buffer.from(renumbered(bytes.toString('latin1')), 'latin1'))
  }
}

/** Runs `npm start` until it is ready; what is returned ends it. */
async function startProgram(args: string[], env: Record<string, string>): Promise<() => Promise<void>> {
  const child = spawn(process.execPath, [join(ROOT, 'scripts', 'start.mjs'), ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  let output = ''
  const ready = new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk
        if (/^ready \(/m.test(output)) resolve()
      })
    }
    child.once('close', (code) => reject(new Error(`npm start ended with ${code}:\n${output}`)))
    setTimeout(() => reject(new Error(`npm start did not become ready:\n${output}`)), PATIENCE_MS).unref()
  })
  const stop = async () => {
    child.kill('SIGTERM')
    const late = setTimeout(() => child.kill('SIGKILL'), STOP_MS)
    await ended
    clearTimeout(late)
  }
  await ready.catch(async (error) => {
    await stop()
    throw error
  })
  if (/Portal +The portal could not be built/.test(output)) {
    await stop()
    throw new Error(output)
  }
  return stop
}
