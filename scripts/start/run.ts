import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { openDatabase, type Sql } from '@sec-latent/core/db'
import { countOpenWork } from '@sec-latent/core/intake/summary'
import { migrate } from '@sec-latent/core/migrate'
import { demoAccount } from '../demo-account.ts'
import { commandOf } from '../services/leftover.mjs'
import { freePort, isPortFree } from '../services/ports.mjs'
import { type Services, startServices } from '../services/services.mjs'
import type { StartOptions } from './arguments.mjs'
import { type Environment, type Ports, readEnvironment, sharedSettings } from './environment.ts'
import { loadDataset, printSummary } from './load.ts'
import { startMirror } from './mirrors.ts'
import { buildPortal } from './portal.ts'
import { endedEarly, processGroup, untilHealthy } from './processes.ts'

const ROOT = join(import.meta.dirname, '..', '..')
/** Everything a start leaves behind; `npm run reset` removes the default folder. */
const STATE = process.env.LATENT_STATE ? resolve(process.env.LATENT_STATE) : join(ROOT, '.latent')
const LOGS = join(STATE, 'logs')
/** A folder on this machine has no limit worth keeping. */
const MIRROR_REQUESTS_PER_SECOND = '500'

/** Brings everything up, stays until a signal, and takes everything down again. */
export async function run(options: StartOptions): Promise<void> {
  const given = readEnvironment(ROOT, process.env)
  mkdirSync(STATE, { recursive: true })
  const release = claimCheckout()
  const group = processGroup({ root: ROOT, logs: LOGS })
  let services: Services | undefined
  let stopping: Promise<void> | undefined
  const stop = () => {
    stopping ??= (async () => {
      await group.stop()
      await services?.stop()
      release()
    })()
    return stopping
  }
  const signalled = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve())
  })
  const interrupted = signalled.then(async () => {
    console.log('\nStopping …')
    await stop()
    console.log('Stopped. The data is kept; "npm run reset" removes it.')
    process.exit(0)
  })

  try {
    const ports = await choosePorts(given, options)
    services = await startServices({ root: ROOT, state: STATE, env: given, say: (line) => console.log(line) })
    console.log(services.described.map((line) => `  ${line}`).join('\n'))
    const shared = sharedSettings({ state: STATE, given, services, ports })
    const sql = await openCheckedDatabase(services.DATABASE_URL, given.DATABASE_URL)
    const migrated = await migrateOrExplain(sql, given.DATABASE_URL)
    if (migrated.length > 0) console.log(`  Schema       ${migrated.length} migrations ran`)
    const keys = await demoAccount(sql, String(shared.KEY_PEPPER), STATE)

    const pipeline = await startPipeline({ options, shared, ports, group })
    const api = group.start('api', 'api/src/main.ts', [], { ...shared, PORT: String(ports.api) })
    const portal = options.portal
      ? startPortal({
          shared,
          ports,
          group,
          testKey: keys.test,
          readingKey: keys[datasetShown(options)],
        }).catch((error: Error) => error)
      : Promise.resolve(undefined)
    await untilHealthy(pipeline.workers, `http://127.0.0.1:${ports.workersHealth}/health`)
    await untilHealthy(api, `http://127.0.0.1:${ports.api}/health`)

    await loadDataset({ sql, root: ROOT, group, env: pipeline.env, dataset: 'test', label: 'sample corpus' })
    if (options.edgarMirror || options.tickers.length > 0) {
      const label = options.edgarMirror ? 'mirror' : options.tickers.join(',')
      await loadDataset({
        sql,
        root: ROOT,
        group,
        env: pipeline.env,
        dataset: 'live',
        label,
        tickers: options.tickers,
      })
    }
    const filled = datasetShown(options)
    await printSummary(sql, filled)
    const curl = await checkedCurl(ports, filled === 'live' ? keys.live : keys.test, options)
    const portalProblem = await waitForPortal(portal)
    const { done: liveFilings } = await countOpenWork(sql, 'live')
    await sql.end({ timeout: 5 })
    printReady({
      options,
      ports,
      keys,
      liveFilings,
      curl,
      portalProblem,
      seconds: process.uptime(),
    })
    watch(group, services, stop)
  } catch (error) {
    if (stopping) return await interrupted
    await stop()
    throw error
  }
  await interrupted
}

/** What a newcomer looks at: the sample corpus, unless real filings were asked for. */
function datasetShown(options: StartOptions): 'live' | 'test' {
  return options.edgarMirror || options.tickers.length > 0 ? 'live' : 'test'
}

/** One start per checkout: two would fight over the same data. */
function claimCheckout(): () => void {
  const file = join(STATE, 'start.pid')
  if (existsSync(file)) {
    const pid = Number(readFileSync(file, 'utf8'))
    if (pid !== process.pid && commandOf(pid)?.includes('start.mjs')) {
      throw new Error(`This checkout is already started (process ${pid}): stop that one first, with Ctrl-C.`)
    }
  }
  writeFileSync(file, `${process.pid}\n`)
  return () => rmSync(file, { force: true })
}

async function choosePorts(given: Environment, options: StartOptions): Promise<Ports> {
  const api = await requirePort('API_PORT', given.API_PORT || given.PORT || '8000', 'the API')
  const portal = options.portal
    ? await requirePort('PORTAL_PORT', given.PORTAL_PORT || '3000', 'the portal')
    : 0
  if (api === portal)
    throw new Error(`API_PORT and PORTAL_PORT are both ${api}: give them different numbers.`)
  return { api, portal, workersHealth: await freePort(), schedulerHealth: await freePort() }
}

async function requirePort(variable: string, text: string, what: string): Promise<number> {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Error(`${variable} is not a port: ${text}`)
  if (!(await isPortFree(port)) || !(await isPortFree(port, '127.0.0.1'))) {
    throw new Error(
      `Port ${port}, where ${what} would listen, is in use: stop that program, or start with ${variable}=${port + 1}.`,
    )
  }
  return port
}

async function openCheckedDatabase(url: string, given: string | undefined): Promise<Sql> {
  const sql = openDatabase(url, { max: 3, applicationName: 'start' })
  try {
    const [row] = await sql<{ major: number }[]>`
      select current_setting('server_version_num')::int / 10000 as major`
    if ((row?.major ?? 0) >= 15) return sql
    throw new Error(`it is version ${row?.major}, and 15 or later is needed`)
  } catch (error) {
    await sql.end({ timeout: 1 })
    const cause = error as Error & { code?: string }
    const what = given ? 'The Postgres of DATABASE_URL' : 'The Postgres of this checkout'
    const hint = given ? '' : ' ("npm run reset" begins anew)'
    throw new Error(`${what} cannot be used: ${cause.message || cause.code}${hint}.`)
  }
}

/** A schema this version cannot continue is the user's to decide about: only data of our own can be thrown away. */
async function migrateOrExplain(sql: Sql, given: string | undefined): Promise<string[]> {
  try {
    return await migrate(sql)
  } catch (error) {
    const hint = given ? '' : ' "npm run reset" removes the data of this checkout.'
    throw new Error(`The schema cannot be brought up to date: ${(error as Error).message}.${hint}`)
  }
}

/** The mirrors the datasets are read from, then the workers and the scheduler that read them. */
async function startPipeline({
  options,
  shared,
  ports,
  group,
}: {
  options: StartOptions
  shared: Environment
  ports: Ports
  group: ReturnType<typeof processGroup>
}) {
  const sample = await startMirror({ root: ROOT, state: STATE, group, name: 'sample-mirror' })
  const mirror = options.edgarMirror
    ? await startMirror({
        root: ROOT,
        state: STATE,
        group,
        name: 'edgar-mirror',
        folder: options.edgarMirror,
      })
    : undefined
  const env: Environment = {
    ...shared,
    EDGAR_TEST_BASE_URL: sample,
    ...(mirror ? { EDGAR_BASE_URL: mirror, EDGAR_DATA_URL: mirror, DISCOVERY_SCOPE: 'all' } : {}),
    // Nothing but mirrors on this machine is read: then the SEC's limit would only make everybody wait.
    ...(mirror || !(shared.EDGAR_USER_AGENT || shared.EDGAR_BASE_URL)
      ? { EDGAR_MAX_REQUESTS_PER_SECOND: MIRROR_REQUESTS_PER_SECOND }
      : {}),
  }
  const workers = group.start('workers', 'workers/src/main.ts', [], {
    ...env,
    HEALTH_PORT: String(ports.workersHealth),
  })
  group.start('scheduler', 'workers/src/scheduler-main.ts', [], {
    ...env,
    HEALTH_PORT: String(ports.schedulerHealth),
  })
  return { workers, env }
}

async function startPortal({
  shared,
  ports,
  group,
  testKey,
  readingKey,
}: {
  shared: Environment
  ports: Ports
  group: ReturnType<typeof processGroup>
  testKey: string
  readingKey: string
}): Promise<undefined> {
  await buildPortal(ROOT, join(LOGS, 'portal-build.log'), shared)
  const portal = group.start('portal', 'docs-site/start.mjs', [], {
    NEXT_PUBLIC_API_URL: shared.PUBLIC_API_URL,
    EXPLORER_TEST_KEY: testKey,
    PORTAL_API_KEY: readingKey,
    ...shared,
    PORT: String(ports.portal),
  })
  await untilHealthy(portal, `http://127.0.0.1:${ports.portal}/api/health`)
}

async function waitForPortal(portal: Promise<Error | undefined>): Promise<Error | undefined> {
  const late = setTimeout(
    () => console.log('  The portal is being built; this takes about a minute the first time …'),
    500,
  )
  const problem = await portal
  clearTimeout(late)
  return problem
}

/** The line to paste, which we try ourselves before we print it. */
async function checkedCurl(ports: Ports, key: string, options: StartOptions): Promise<string> {
  const filter = options.tickers.length > 0 ? `ticker=${options.tickers[0]}&limit=3` : 'limit=3'
  const url = `http://localhost:${ports.api}/v1/filings?${filter}`
  const response = await fetch(url, { headers: { authorization: `Bearer ${key}` } })
  const body = (await response.json()) as { data?: unknown[] }
  if (!response.ok) throw new Error(`The API answered ${response.status} to ${url}: ${JSON.stringify(body)}`)
  if (!body.data?.length)
    throw new Error(`The API answered ${url} without a filing; the logs are in ${LOGS}.`)
  return `curl -H 'Authorization: Bearer ${key}' '${url}'`
}

function printReady(facts: {
  options: StartOptions
  ports: Ports
  keys: { live: string; test: string }
  liveFilings: number
  curl: string
  portalProblem: Error | undefined
  seconds: number
}): void {
  const { options, ports, keys, liveFilings, curl, portalProblem, seconds } = facts
  const live = liveFilings > 0 ? `${liveFilings} filings` : 'nothing yet, see npm start -- --help'
  const portal = portalProblem?.message ?? `http://localhost:${ports.portal}`
  console.log(
    [
      '',
      `  API          http://localhost:${ports.api}`,
      ...(options.portal ? [`  Portal       ${portal}`] : []),
      `  Test key     ${keys.test}   (the fictional sample corpus)`,
      `  Live key     ${keys.live}   (what was read from EDGAR: ${live})`,
      `  Logs         ${LOGS}`,
      '',
      `  ${curl}`,
      '',
      `ready (${seconds.toFixed(0)} s). Ctrl-C stops everything.`,
    ].join('\n'),
  )
}

/** A part that ends by itself ends the whole: half a system that looks alive is worse than none. */
function watch(group: ReturnType<typeof processGroup>, services: Services, stop: () => Promise<void>): void {
  let leaving = false
  process.once('SIGINT', () => {
    leaving = true
  })
  process.once('SIGTERM', () => {
    leaving = true
  })
  process.once('SIGHUP', () => {
    leaving = true
  })
  const fail = async (message: string) => {
    if (leaving) return
    leaving = true
    console.error(`\n${message}\nStopping …`)
    await stop()
    process.exit(1)
  }
  for (const one of group.running.filter((running) => running.stays)) {
    one.process.exited.then(() => fail(endedEarly(one)))
  }
  for (const one of services.servers) one.process.exited.then(() => fail(`${one.name} ended by itself.`))
}
