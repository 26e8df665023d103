import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { type Pepper, parsePeppers } from '@sec-latent/core/accounts/key-format'
import { scopes } from '@sec-latent/core/accounts/scopes'
import { accountStore } from '@sec-latent/core/accounts/store'
import { openObjectStore } from '@sec-latent/core/objects/open'
import { seeder } from '../../api/src/testing/seed.ts'
import { PEPPER, startApi } from './api-process.ts'
import type { Ground, Invariant, Row } from './invariant.ts'
import { type Random, randomOf } from './random.ts'

/** Reads in each of the phases. */
const READS = 1_000
/** Kept below what an organisation may have while its limits cannot be asked for. */
const READS_PER_SECOND = 60
const FILINGS = 40
/** With what it waited for, when it was refused before it was answered. */
const SLOWEST_MS = 2_000
const MAX_FAILED_SHARE = 0.001
const MIN_ANSWERED = 0.999
/** Exports asked for in each phase, one of each organisation: what is answered with the help of the queue. */
const EXPORTS = 8
const EXPORT_MS = 500
/** Limits begin empty when Redis goes, because its edge must not admit a second burst: some are asked to come back in a moment. */
const MAX_ATTEMPTS = 4

interface Phase {
  name: string
  away: ('cache' | 'queue')[]
}
const PHASES: Phase[] = [
  { name: 'all there', away: [] },
  { name: 'the Redis of caches and limits away', away: ['cache'] },
  { name: 'the Redis of the queue away', away: ['queue'] },
  { name: 'both away', away: ['cache', 'queue'] },
]

export const invariant: Invariant = {
  id: 'I21',
  title: 'Without Redis everything can still be read, and the API starts',
  async run(ground) {
    const [{ url: databaseUrl, sql }, cache, queue] = await Promise.all([
      ground.database(),
      ground.redis(),
      ground.redis(),
    ])
    const objects = openObjectStore(pathToFileURL(ground.folder('i21-objects')).href)
    for (let n = 1; n <= FILINGS; n++) {
      await seeder(sql, objects).filing({ accession_number: accession(n) })
    }
    const keys = await makeKeys(sql)
    const start = () => startApi(ground, { databaseUrl, redisUrl: cache.url })
    const random = randomOf(ground.seed)
    const rows: Row[] = []
    let api = await start()
    try {
      for (const { name, away } of PHASES) {
        const gone = away.map((which) => ({ cache, queue })[which])
        for (const one of gone) await one.stop()
        rows.push(...(await tryAll(ground, api.url, keys, random, name)))
        for (const one of gone) await one.start()
        await sleep(1_500)
      }
      await api.stop()
      await Promise.all([cache.stop(), queue.stop()])
      const began = Date.now()
      api = await start()
      ground.say(`started without Redis in ${Date.now() - began} ms`)
      rows.push(...(await tryAll(ground, api.url, keys, random, 'started without any Redis')))
      const ready = (await fetch(`${api.url}/readyz`)).status
      rows.push({
        check: 'readiness without any Redis',
        value: ready,
        unit: 'status',
        at_most: 200,
        ok: ready === 200,
      })
    } finally {
      await api.stop()
    }
    return rows
  },
}

/** Keys of several organisations: while Redis is away each gets only a part of its limits. */
async function makeKeys(sql: Parameters<typeof accountStore>[0]): Promise<string[]> {
  const accounts = accountStore(sql)
  const [pepper] = parsePeppers(PEPPER) as [Pepper]
  const keys: string[] = []
  for (let n = 0; n < EXPORTS; n++) {
    const { id } = await accounts.createOrganisation({ name: `Reader ${n}`, plan: 'scale' })
    const made = await accounts.createKey(
      { organisation_id: id, name: 'reader', mode: 'live', scopes },
      pepper,
    )
    keys.push(made.key)
  }
  return keys
}

/** Reads, and exports spread over them. */
async function tryAll(
  ground: Ground,
  url: string,
  keys: string[],
  random: Random,
  phase: string,
): Promise<Row[]> {
  const reads = ground.size ?? READS
  const reading: Promise<Outcome>[] = []
  const exporting: Promise<Outcome>[] = []
  const key = (n: number) => keys[n % keys.length] as string
  for (let n = 0; n < reads; n++) {
    const path = random.pick([
      `/v1/filings/${accession(1 + random.below(FILINGS))}`,
      `/v1/filings?limit=${1 + random.below(50)}`,
      `/v1/filings/${accession(1 + random.below(FILINGS))}/documents`,
    ])
    reading.push(ask(url + path, key(n)))
    if (n % Math.ceil(reads / EXPORTS) === 0) {
      const body = JSON.stringify({ resource: 'filings', format: 'ndjson' })
      exporting.push(ask(`${url}/v1/exports`, key(exporting.length), body))
    }
    await sleep(1000 / READS_PER_SECOND)
  }
  const [read, exports] = [await Promise.all(reading), await Promise.all(exporting)]
  const refused = read.filter(({ attempts }) => attempts > 1).length
  const slowest = Math.max(...read.map(({ ms }) => ms))
  ground.say(
    `${phase}: ${tally(read)}, slowest ${Math.round(slowest)} ms, ${refused} were asked to come back; exports ${tally(exports)}`,
  )
  const share = (of: (one: Outcome) => boolean) => read.filter(of).length / reads
  const failed = share(({ status }) => status >= 500)
  const answered = share(({ status }) => status === 200)
  const badExports = exports.filter(
    ({ status, lastMs }) => ![202, 503].includes(status) || lastMs > EXPORT_MS,
  )
  return [
    {
      check: `${phase}: reads that fail`,
      value: failed,
      unit: 'share',
      at_most: MAX_FAILED_SHARE,
      ok: failed <= MAX_FAILED_SHARE,
    },
    {
      check: `${phase}: reads that are answered`,
      value: answered,
      unit: 'share',
      at_least: MIN_ANSWERED,
      ok: answered >= MIN_ANSWERED,
    },
    {
      check: `${phase}: slowest read`,
      value: Math.round(slowest),
      unit: 'ms',
      at_most: SLOWEST_MS,
      ok: slowest <= SLOWEST_MS,
    },
    {
      check: `${phase}: exports neither taken nor refused within ${EXPORT_MS} ms`,
      value: badExports.length,
      unit: 'exports',
      at_most: 0,
      ok: badExports.length === 0,
    },
  ]
}

interface Outcome extends Omit<Answer, 'retryMs'> {
  /** From the first attempt on, and of the last alone. */
  ms: number
  lastMs: number
  attempts: number
}

/** Asks as a client does: who is told to come back in a moment comes back then. */
async function ask(url: string, key: string, body?: string): Promise<Outcome> {
  const began = performance.now()
  for (let attempts = 1; ; attempts++) {
    const askedAt = performance.now()
    const { retryMs, ...answer } = await once(url, key, body)
    const now = performance.now()
    if (answer.status !== 429 || attempts === MAX_ATTEMPTS)
      return { ...answer, ms: now - began, lastMs: now - askedAt, attempts }
    await sleep(retryMs)
  }
}

interface Answer {
  /** 599: no answer. */
  status: number
  /** Of the problem. */
  code: string
  retryMs: number
}

async function once(url: string, key: string, body?: string): Promise<Answer> {
  try {
    const answer = await fetch(url, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        authorization: `Bearer ${key}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body }),
      signal: AbortSignal.timeout(30_000),
    })
    const text = await answer.text()
    const code = answer.ok ? '' : String((JSON.parse(text) as { code?: string }).code)
    return { status: answer.status, code, retryMs: Number(answer.headers.get('retry-after-ms') ?? 1_000) }
  } catch (error) {
    return { status: 599, code: (error as Error).message, retryMs: 0 }
  }
}

function tally(outcomes: Outcome[]): string {
  const counts: Record<string, number> = {}
  for (const { status, code } of outcomes) {
    const name = `${status} ${code}`.trim()
    counts[name] = (counts[name] ?? 0) + 1
  }
  return JSON.stringify(counts)
}

function accession(n: number): string {
  return `0009900001-25-${String(n).padStart(6, '0')}`
}
