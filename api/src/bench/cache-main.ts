import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { runMain } from '@sec-latent/core/run-main'
import { publishFiling } from '../testing/publish.ts'
import { filer } from '../testing/seed.ts'
import { openGround, seedFilings } from './ground.ts'
import { type Publication, simulatedHits } from './perfect-cache.ts'
import { ask } from './processes.ts'
import { compareWithDatabase, replay, type Served } from './replay.ts'
import { report } from './report.ts'
import { randomNumbers, traceUrls, zipfTrace } from './trace.ts'

// npm run bench:cache -- [--seconds N] [--rate N] [--seed N] [--json]
// Replays a seeded trace of real URLs against an API whose cache cannot hold them all, while filings are published, and asks
// the database about every answer: was it true for the moment it names, and was it still true when it was given?
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '40' },
    rate: { type: 'string', default: '300' },
    seed: { type: 'string', default: '20261122' },
    json: { type: 'boolean', default: false },
  },
})
const FILINGS = 240
const ENTRIES = 250
const PUBLISH_EVERY_MS = 3_000

await runMain(async () => {
  const ground = await openGround()
  try {
    const random = randomNumbers(Number(values.seed))
    await seedFilings(ground, FILINGS)
    const key = await ground.makeKey()
    const cached = await ground.api(256, { cacheEntries: ENTRIES })
    const past = await ground.api(0, { core: 1 })
    const urls = traceUrls(FILINGS)
    const trace = zipfTrace(urls, Number(values.rate) * Number(values.seconds), random)

    const publications: Publication[] = []
    let publishing = true
    const publisher = (async () => {
      for (let n = 1; publishing; n++) {
        const company = String(9_900_001 + Math.floor(random() * 40)).padStart(10, '0')
        const form_type = ['10-K', '10-Q', '8-K'][n % 3] as string
        const accession_number = `0009900002-25-${String(n).padStart(6, '0')}`
        await ground.seed.filing({
          accession_number,
          cik: company,
          form_type,
          filers: [filer(company, 'LATER INC')],
          accepted_at: new Date(Date.now() - 60_000).toISOString(),
          available_at: null,
        })
        const moment = Date.parse(await publishFiling(ground.sql, accession_number))
        publications.push({ moment, cik: company, form_type })
        await sleep(PUBLISH_EVERY_MS)
      }
    })()
    const served: Served[] = await replay(Number(cached.hello.port), key, trace, Number(values.rate))
    publishing = false
    await publisher

    const counted = (await ask(cached)) as { cache: Record<string, number>; front: number }
    // What was found in Redis, in the tier that processes share, does not count as kept.
    const hits = counted.front + (counted.cache.hit ?? 0) + (counted.cache.joined ?? 0)
    const perfect = simulatedHits(served, publications, ENTRIES)
    const verdict = await compareWithDatabase(Number(past.hello.port), key, served)
    console.log(`${trace.length} requests for ${urls.length} addresses, ${publications.length} publications`)
    console.log(`cache: ${JSON.stringify(counted)}`)
    for (const { url, status, facts } of served.filter((one) => one.status !== 200).slice(0, 5)) {
      console.log(`${status} ${url}: ${facts.slice(0, 200)}`)
    }
    report(
      'bench:cache',
      [
        { check: 'requests', value: served.length, unit: 'requests' },
        { check: 'publications meanwhile', value: publications.length, unit: 'filings', at_least: 3 },
        { check: 'hit rate', value: hits / served.length, unit: 'ratio' },
        { check: 'hit rate of a perfect cache of this size', value: perfect / served.length, unit: 'ratio' },
        { check: 'hits against a perfect cache', value: hits / perfect, unit: 'ratio', at_least: 0.9 },
        { check: 'answers that are not 200', value: verdict.failed, unit: 'answers', at_most: 0 },
        {
          check: 'distinct answers compared with the database',
          value: verdict.compared,
          unit: 'answers',
          at_least: 1,
        },
        {
          check: 'not what the database says for their as_of',
          value: verdict.wrong,
          unit: 'answers',
          at_most: 0,
        },
        { check: 'stale when they were last given', value: verdict.stale, unit: 'answers', at_most: 0 },
        { check: 'of another coverage than now', value: verdict.coverage, unit: 'answers' },
      ],
      values.json,
    )
  } finally {
    await ground.close()
  }
})
