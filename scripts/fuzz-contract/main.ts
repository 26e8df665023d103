import { parseArgs } from 'node:util'
import { parsePeppers } from '@sec-latent/core/accounts/key-format'
import { scopes } from '@sec-latent/core/accounts/scopes'
import { accountStore } from '@sec-latent/core/accounts/store'
import { openObjectStore } from '@sec-latent/core/objects/open'
import { runMain } from '@sec-latent/core/run-main'
import { fuzz } from '../../api/src/fuzz/fuzz.ts'
import { overSocket } from '../../api/src/fuzz/over-socket.ts'
import { regressionOf } from '../../api/src/fuzz/shrink.ts'
import { seeder } from '../../api/src/testing/seed.ts'
import { seedSample, seedTexts } from '../../api/src/testing/seed-sample.ts'
import { PEPPER, startApi } from '../invariants/api-process.ts'
import { openGround } from '../invariants/ground.ts'

// npm run fuzz:contract -- [--requests N] [--seed N] [--max-ms N] [--json]
// Starts a real API with the sample corpus, reads the contract it serves, and sends requests that the contract allows and
// requests it does not to every operation. A request that is answered otherwise than the contract says is made as small as
// it can be and printed as a test.
const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '10000' },
    seed: { type: 'string' },
    'max-ms': { type: 'string', default: '10000' },
    json: { type: 'boolean', default: false },
  },
})
const NARROW = ['coverage:read']

await runMain(async () => {
  const seed = values.seed === undefined ? Date.now() & 0x7fffffff : Number(values.seed)
  console.log(`seed ${seed}`)
  const ground = await openGround({ seed, size: undefined })
  const closers: (() => Promise<void>)[] = [() => ground.close()]
  try {
    const { url: databaseUrl, sql } = await ground.database()
    const redis = await ground.redis()
    const objects = openObjectStore(`file://${ground.folder('objects')}`)
    console.log('storing the sample corpus')
    const samples = await seedSample(sql, () => true)
    await seedTexts(sql, objects, samples)
    await seeder(sql, objects).filing({
      accession_number: '0009900001-25-000001',
      sections: [{ section_key: '10k.item_1a', start: 0, end: 21 }],
    })
    console.log('starting the API')
    const api = await startApi(ground, { databaseUrl, redisUrl: redis.url })
    closers.unshift(() => api.stop())

    const accounts = accountStore(sql)
    const [pepper] = parsePeppers(PEPPER)
    if (!pepper) throw new Error('no pepper')
    const { id: organisation_id } = await accounts.createOrganisation({ name: 'Fuzz', plan: 'scale' })
    const makeKey = async (granted: readonly string[]) => {
      const { key, record } = await accounts.createKey(
        { organisation_id, name: 'fuzz', mode: 'live', scopes: granted },
        pepper,
      )
      return { key, id: record.id }
    }
    const narrow = await makeKey(NARROW)
    const target = overSocket(api.url, {
      makeKey: () => makeKey(scopes),
      narrow: { key: narrow.key, scopes: NARROW },
      protectedIds: [narrow.id, organisation_id],
    })
    closers.unshift(() => target.close())
    const document = (await (await fetch(`${api.url}/openapi.json`)).json()) as never
    console.log('sending')
    const report = await fuzz(document, target, {
      requests: Number(values.requests),
      seed,
      maxMs: Number(values['max-ms']),
      say: (line) => console.log(`  ${line.slice(0, 400)}`),
    })

    const rows = [
      {
        check: 'requests',
        value: report.requests,
        unit: 'requests',
        at_least: Number(values.requests),
        ok: report.requests >= Number(values.requests),
      },
      {
        check: 'operations reached',
        value: report.operations_reached,
        unit: 'operations',
        at_least: report.operations,
        ok: report.operations_reached === report.operations,
      },
      ...Object.entries(report.checks).map(([check, value]) => ({
        check,
        value,
        unit: 'violations',
        at_most: 0,
        ok: value === 0,
      })),
    ]
    for (const row of rows)
      console.log(`  ${row.ok ? 'ok   ' : 'SHORT'} ${row.check}: ${row.value} ${row.unit}`)
    const answers = Object.entries(report.answers).map(([status, count]) => `${status} ${count}`)
    console.log(`answers: ${answers.join(', ')}`)
    for (const violation of report.violations) console.log(`\n${regressionOf(violation)}`)
    if (values.json) console.log(JSON.stringify({ name: 'fuzz:contract', rows }))
    if (rows.some((row) => !row.ok)) process.exitCode = 1
  } finally {
    for (const close of closers) await close()
  }
})
