import { parseArgs } from 'node:util'
import { runMain } from '@sec-latent/core/run-main'
import { faultKinds, MATRIX } from './kinds/index.ts'
import { runFaults } from './run.ts'

// npm run faults -- [--seed N] [--minutes M] [--only F1,F4] [--filings-per-second N] [--json]
// A running system under load, with faults of every kind of the matrix coming in an order the seed decides; then without, until
// everything has its end; then everything that must hold is checked. Two hundred faults and more in ten minutes.
const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    minutes: { type: 'string', default: '10' },
    only: { type: 'string' },
    'filings-per-second': { type: 'string', default: '2.5' },
    json: { type: 'boolean', default: false },
  },
})

await runMain(async () => {
  const seed = values.seed === undefined ? Date.now() & 0x7fffffff : Number(values.seed)
  const wanted = values.only?.split(',').map((id) => id.trim().toUpperCase())
  const kinds = faultKinds.filter(({ fault }) => !wanted || wanted.includes(fault))
  if (kinds.length === 0) throw new Error(`There is no fault ${values.only}; there are F1 to F22.`)
  const began = performance.now()
  const say = (line: string) => console.log(`${Math.round((performance.now() - began) / 1_000)} s  ${line}`)
  console.log(`seed ${seed}`)
  const { events, results } = await runFaults({
    seed,
    minutes: Number(values.minutes),
    kinds,
    filingsPerSecond: Number(values['filings-per-second']),
    say,
  })

  console.log(`\nfaults: ${events.length}`)
  for (const [fault, { title, notHere }] of Object.entries(MATRIX)) {
    const here = events.filter((event) => event.fault === fault)
    const failed = here.filter(({ failed: why }) => why !== undefined)
    const told = failed.length > 0 ? `, ${failed.length} could not be done or healed` : ''
    console.log(`  ${fault.padEnd(4)}${String(here.length).padStart(4)}  ${title}${told}`)
    if (notHere) console.log(`            not here: ${notHere}`)
  }
  for (const { id, title, rows } of results) {
    console.log(`${id}  ${title}`)
    for (const row of rows) {
      const bound =
        row.at_most !== undefined
          ? ` (at most ${row.at_most})`
          : row.at_least !== undefined
            ? ` (at least ${row.at_least})`
            : ''
      console.log(`  ${row.ok ? 'ok   ' : 'SHORT'} ${row.check}: ${row.value} ${row.unit}${bound}`)
    }
  }
  const injected = events.filter(({ failed }) => failed === undefined).length
  const enough = Math.round(Number(values.minutes) * 20)
  const rows = [
    { check: 'faults', value: injected, unit: 'faults', at_least: enough, ok: injected >= enough },
    ...results.flatMap(({ id, rows: some }) => some.map((row) => ({ ...row, check: `${id} ${row.check}` }))),
  ]
  if (values.json) console.log(JSON.stringify({ name: 'faults', seed, rows }))
  if (rows.some(({ ok }) => !ok)) process.exitCode = 1
})
