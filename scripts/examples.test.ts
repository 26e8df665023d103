import { type ChildProcess, spawn } from 'node:child_process'
import { access, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { hashKey, parsePeppers } from '@sec-latent/core/accounts/key-format'
import { accountStore } from '@sec-latent/core/accounts/store'
import { discoveryStore } from '@sec-latent/core/intake/discovery-store'
import { writeSampleCorpus } from '@sec-latent/core/sample-corpus/write'
import { testDatabase } from '@sec-latent/core/testing/database'
import { testPrograms } from '@sec-latent/core/testing/programs'
import { agedLimits, testRedis } from '@sec-latent/core/testing/redis'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import contract from '../openapi/openapi.json' with { type: 'json' }
import { startMirror } from '../workers/src/edgar-mirror/mirror.ts'
import { requestFullIndex, startPipeline, untilDone } from '../workers/src/testing/pipeline.ts'
import { installExamples, runExample, runProgram } from './examples.ts'
import { sdkSnippets } from './sdk-snippets/sdk-snippets.ts'
import { freePort } from './services/ports.mjs'
import { guideSnippets } from './snippets.ts'

interface Operation {
  operationId: string
  tags?: string[]
  'x-example'?: { path?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown }
}

const ROOT = join(import.meta.dirname, '..')
const PEPPER = 'v1:a-pepper-for-the-examples-test'
/** Without anything moving. */
const PATIENCE_MS = 180_000

const closers: (() => Promise<unknown>)[] = []
let project: string
let env: NodeJS.ProcessEnv

/** The sample corpus, through the real pipeline, behind the real API; the SDK from its tarball. */
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sec-latent-examples-'))
  closers.push(() => rm(folder, { recursive: true, force: true }))
  await writeSampleCorpus(join(folder, 'edgar'))
  const [programs, mirror, database, redis] = await Promise.all([
    testPrograms(),
    startMirror({ directory: join(folder, 'edgar') }),
    testDatabase(),
    testRedis({ own: true }),
  ])
  await agedLimits(redis.redis)
  closers.unshift(
    () => mirror.close(),
    () => database.close(),
    () => redis.close(),
  )
  const stores = {
    databaseUrl: database.url,
    redisUrl: redis.url,
    objectStoreUrl: pathToFileURL(join(folder, 'objects')).href,
  }
  const pipeline = startPipeline({ programs, ...stores, mirrorUrl: mirror.url })
  closers.unshift(() => pipeline.stopAll())
  pipeline.startScheduler()
  pipeline.startWorker()
  await discoveryStore(database.sql).request({ dataset: 'test', source: 'company_tickers', key: 'all' })
  await requestFullIndex(database.sql, mirror.url)

  const accounts = accountStore(database.sql)
  const [pepper] = parsePeppers(PEPPER)
  if (!pepper) throw new Error('the pepper was not read')
  const organisation = await accounts.createOrganisation({ name: 'Examples', plan: 'pro' })
  const { key } = await accounts.createKey(
    { organisation_id: organisation.id, name: 'Examples', mode: 'test', expiresInDays: null },
    pepper,
  )
  expect(await accounts.findKeyByHash([hashKey(key, pepper)])).toBeDefined()

  project = join(folder, 'project')
  await mkdir(project)
  const [port] = await Promise.all([
    freePort(),
    installExamples(project),
    untilDone(database.sql, PATIENCE_MS),
  ])
  const api = startApi(programs, stores, port)
  closers.unshift(async () => api.kill('SIGKILL'))
  const url = `http://127.0.0.1:${port}`
  await untilReady(url)
  env = { PATH: process.env.PATH, LATENT_API_URL: url, LATENT_API_KEY: key }
}, 900_000)

afterAll(async () => {
  for (const close of closers) await close()
})

describe('the examples of the contract', () => {
  const operations = Object.entries(contract.paths as Record<string, Record<string, Operation>>).flatMap(
    ([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
  )
  /** Ids of signals cannot be guessed, so there is no example that would answer everywhere. */
  const withoutExample = ['getSignal', 'listEvidence', 'reproduceSignal', 'streamChanges']
  /** What an organisation has or changes is different for each; these are tried by the contract's fuzzer and their own tests. */
  const ofAccounts = ({ tags = [], operationId }: Operation) =>
    tags.some((tag) => tag === 'Account' || tag === 'Delivery') &&
    !['listKeys', 'listUsage'].includes(operationId)

  test.each(operations.filter((one) => !withoutExample.includes(one.operationId) && !ofAccounts(one)))(
    '$operationId answers its example with 200 and something in it',
    async ({ path, method, operationId, 'x-example': example = {} }) => {
      const filled = path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(String(example.path?.[name])))
      const url = new URL(filled, env.LATENT_API_URL)
      for (const [name, value] of Object.entries(example.query ?? {}))
        url.searchParams.set(name, String(value))
      const response = await patiently(url, {
        method: method.toUpperCase(),
        headers: {
          authorization: `Bearer ${env.LATENT_API_KEY}`,
          ...(example.body ? { 'content-type': 'application/json' } : {}),
        },
        ...(example.body ? { body: JSON.stringify(example.body) } : {}),
      })
      const answer = (await response.json()) as { data?: unknown[]; verdict?: string; status?: string }
      expect(response.status, JSON.stringify(answer)).toBe(200)
      // Usage is counted a moment later, and an organisation may have none yet.
      if (answer.data && operationId !== 'listUsage') expect(answer.data.length).toBeGreaterThan(0)
      if (operationId === 'verifyEvidence') expect(JSON.stringify(answer)).toContain('"verified"')
    },
  )
})

test('rules that are run again on the stored bytes give the same fingerprints', async () => {
  const ask = async (path: string, method = 'GET') => {
    const headers = { authorization: `Bearer ${env.LATENT_API_KEY}` }
    for (;;) {
      const response = await fetch(new URL(path, env.LATENT_API_URL), { method, headers })
      if (response.status !== 429)
        return { status: response.status, body: (await response.json()) as Record<string, unknown> }
      await new Promise((done) => setTimeout(done, Number(response.headers.get('retry-after')) * 1_000))
    }
  }
  const { body: list } = await ask('/v1/signals?ticker=TWTI&limit=500')
  const types = new Map<string, string>(
    (list.data as { signal_type: string; id: string }[]).map(({ signal_type, id }) => [signal_type, id]),
  )
  expect(types.size).toBeGreaterThan(60)
  for (const [type, id] of types) {
    const { status, body } = await ask(`/v1/signals/${id}/reproduce`, 'POST')
    expect({ type, status, ...body }).toMatchObject({
      status: 200,
      outcome: 'reproduced',
      evidence_verified: true,
    })
  }
}, 120_000)

describe('the examples, with the packed SDK', () => {
  test('the quick start lists the 10-K filings, prints a year of signals and verifies every quote', async () => {
    const { code, output } = await runExample(project, 'quick-start.ts', ['TWTI', '2023'], env)
    expect(output).toMatch(/0009990001-23-\d{6} {2}year ended 2022-12-31, accepted 2023-02-24T21:31:08Z/)
    expect(output).toContain('rf_modified = 1')
    expect(output).toContain('> In January 2024 an intruder encrypted part of our network')
    expect(output).toMatch(/\n\d+ pieces of evidence verified here, \d+ by the API, 0 wrong\./)
    expect(code, output).toBe(0)
  })

  test('the quick start takes a CIK as well, and refuses a company that has no such report', async () => {
    const { code, output } = await runExample(project, 'quick-start.ts', ['9990003'], env)
    expect(code, output).toBe(0)
    expect((await runExample(project, 'quick-start.ts', ['TWTI', '1999'], env)).code).toBe(1)
  })

  test('watching signals prints each once and ends at the last position', async () => {
    const { code, output } = await runExample(project, 'watch-signals.ts', ['TWTI', '--once'], env)
    expect(code, output).toBe(0)
    const lines = output.split('\n').filter((line) => /^\d{4}-/.test(line))
    const current = lines.filter((line) => line.includes(' = '))
    expect(current.length).toBeGreaterThan(50)
    // A filing that came late makes signals that rest on it superseded: the feed has both.
    expect(output).toContain(`${lines.length} signals, up to position `)
    expect(current.every((line) => line.includes('0009990001'))).toBe(true)
  })

  test('verifying evidence finds every quote and notices a changed text', async () => {
    const { code, output } = await runExample(project, 'verify-evidence.ts', ['QFPV'], env)
    expect(output).toMatch(/\d+ quotes of QFPV stand where the signals say; 0 do not\./)
    expect(code, output).toBe(0)
  })

  test('screening a watchlist prints what was overlooked, each with its quote', async () => {
    const { code, output } = await runExample(project, 'screen-watchlist.ts', ['TWTI'], env)
    expect(output).toMatch(/TWTI {2}Numbers revised without a word: /)
    expect(output).toContain('us-gaap:CostOfRevenue 2023-12-31 = ')
    expect(output).toMatch(/TWTI {2}Risk factors added: 3 count/)
    expect(output).toMatch(/TWTI {2}Insiders buying together: 3 count/)
    expect(output).toMatch(/\n\d+ signals on TWTI; 0 pieces of evidence do not hold\./)
    expect(code, output).toBe(0)
  })

  test('a wrong key is an error with a code, not silence', async () => {
    const wrong = { ...env, LATENT_API_KEY: `slp_test_${'0'.repeat(49)}` }
    const { code, output } = await runExample(project, 'quick-start.ts', ['TWTI'], wrong)
    expect(code).toBe(1)
    expect(output).toContain('invalid_key')
    expect(output).not.toContain(wrong.LATENT_API_KEY)
  })
})

describe('the snippets of the guides, the SDK and its comments, as they are pasted', async () => {
  const snippets = [...(await guideSnippets()), ...(await sdkSnippets())]
  const fileOf = (name: string, language: string) => `${name.replaceAll(/[^a-z0-9]+/gi, '-')}.${language}`
  const programs = snippets.filter(({ language }) => language !== 'bash')
  const localised = (code: string) => code.replaceAll('http://localhost:8000', env.LATENT_API_URL ?? '')

  beforeAll(async () => {
    env.LATENT_BASE_URL = env.LATENT_API_URL
    for (const { name, language, code } of programs) {
      // A snippet is a module, whatever it imports.
      await writeFile(join(project, fileOf(name, language)), `${localised(code)}\nexport {}\n`)
    }
    const packages = [join(ROOT, 'node_modules/@types'), join(ROOT, 'node_modules/@opentelemetry')]
    for (const folder of packages) {
      await access(folder)
      await symlink(folder, join(project, 'node_modules', folder.split('/').pop() as string), 'junction')
    }
  })

  test('their types are right', async () => {
    const types = programs.filter(({ language }) => language === 'ts').map(({ name }) => fileOf(name, 'ts'))
    expect(types.length).toBeGreaterThan(8)
    const { code, output } = await runProgram(
      process.execPath,
      [
        join(ROOT, 'node_modules/typescript/bin/tsc'),
        ...'--noEmit --strict --skipLibCheck --noUncheckedIndexedAccess --target es2022'.split(' '),
        ...'--module nodenext --lib es2023,dom,dom.iterable,dom.asynciterable --types node'.split(' '),
        ...types,
      ],
      { cwd: project, env },
    )
    expect(code, output).toBe(0)
  }, 120_000)

  test.each(programs.filter(({ runs }) => runs))('$name runs', async ({ name, language }) => {
    const { code, output } = await runExample(project, fileOf(name, language), [], env)
    expect(code, output).toBe(0)
    if (name.startsWith('quick-start')) {
      expect(output).toContain('true')
      expect(output).not.toContain('false')
    }
  })

  test.each(snippets.filter(({ language }) => language === 'bash'))('$name is answered', async ({ code }) => {
    const failing = 'curl() { command curl --fail-with-body --silent --show-error --retry 3 "$@"; }\n'
    const answer = await runProgram('bash', ['-euc', failing + localised(code)], { cwd: project, env })
    expect(answer.code, answer.output).toBe(0)
    expect(answer.output).toContain('"object"')
  })
})

function startApi(
  programs: string,
  stores: { databaseUrl: string; redisUrl: string; objectStoreUrl: string },
  port: number,
): ChildProcess {
  const child = spawn(process.execPath, [join(programs, 'api', 'dist', 'main.js')], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      PATH: process.env.PATH ?? '',
      DATABASE_URL: stores.databaseUrl,
      REDIS_CACHE_URL: stores.redisUrl,
      OBJECT_STORE_URL: stores.objectStoreUrl,
      KEY_PEPPER: PEPPER,
      HOST: '127.0.0.1',
      PORT: String(port),
      LOG_LEVEL: 'error',
    },
  })
  child.stderr?.on('data', (chunk: Buffer) => process.stderr.write(chunk))
  return child
}

async function untilReady(url: string): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt++) {
    const response = await fetch(`${url}/readyz`).catch(() => undefined)
    if (response?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('the API did not become ready')
}

/** Asks as a client should: what is to be tried again in a moment is tried again. */
async function patiently(url: URL, init: RequestInit): Promise<Response> {
  for (let tries = 1; ; tries++) {
    const response = await fetch(url, init)
    if (response.headers.get('x-should-retry') !== 'true' || tries === 5) return response
    await new Promise((resolve) =>
      setTimeout(resolve, Number(response.headers.get('retry-after-ms') ?? 1_000)),
    )
  }
}
