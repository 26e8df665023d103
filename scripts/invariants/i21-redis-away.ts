import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { type Pepper, parsePeppers } from '@sec-latent/core/accounts/key-format'
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
/** Longer is not slow, it hangs. */
const SLOWEST_MS = 10_000
const MAX_FAILED_SHARE = 0.001
/** The others are refused by limits that begin empty when Redis goes: its edge must not admit a second burst. */
const MIN_ANSWERED = 0.9

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
        rows.push(...(await read(ground, api.url, keys, random, name)))
        for (const one of gone) await one.start()
        await sleep(1_500)
      }
      await api.stop()
      await Promise.all([cache.stop(), queue.stop()])
      const began = Date.now()
      api = await start()
      ground.say(`started without Redis in ${Date.now() - began} ms`)
      rows.push(...(await read(ground, api.url, keys, random, 'started without any Redis')))
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
  for (let n = 0; n < 8; n++) {
    const { id } = await accounts.createOrganisation({ name: `Reader ${n}`, plan: 'scale' })
    const made = await accounts.createKey({ organisation_id: id, name: 'reader', mode: 'live' }, pepper)
    keys.push(made.key)
  }
  return keys
}

async function read(
  ground: Ground,
  url: string,
  keys: string[],
  random: Random,
  phase: string,
): Promise<Row[]> {
  const reads = ground.size ?? READS
  const statuses = new Map<number, number>()
  let slowest = 0
  const one = async (n: number) => {
    const path = random.pick([
      `/v1/filings/${accession(1 + random.below(FILINGS))}`,
      `/v1/filings?limit=${1 + random.below(50)}`,
      `/v1/filings/${accession(1 + random.below(FILINGS))}/documents`,
    ])
    const began = performance.now()
    const status = await fetch(`${url}${path}`, {
      headers: { authorization: `Bearer ${keys[n % keys.length]}` },
      signal: AbortSignal.timeout(30_000),
    }).then(
      async (answer) => {
        await answer.arrayBuffer()
        return answer.status
      },
      () => 599,
    )
    slowest = Math.max(slowest, performance.now() - began)
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
  }
  const under: Promise<void>[] = []
  for (let n = 0; n < reads; n++) {
    under.push(one(n))
    await sleep(1000 / READS_PER_SECOND)
  }
  await Promise.all(under)
  ground.say(`${phase}: ${JSON.stringify(Object.fromEntries(statuses))}, slowest ${Math.round(slowest)} ms`)
  const failed = [...statuses].reduce((sum, [status, count]) => (status >= 500 ? sum + count : sum), 0)
  const share = failed / reads
  const answered = (statuses.get(200) ?? 0) / reads
  return [
    {
      check: `${phase}: reads that fail`,
      value: share,
      unit: 'share',
      at_most: MAX_FAILED_SHARE,
      ok: share <= MAX_FAILED_SHARE,
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
  ]
}

function accession(n: number): string {
  return `0009900001-25-${String(n).padStart(6, '0')}`
}
