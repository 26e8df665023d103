import { readdirSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { runMain } from '@sec-latent/core/run-main'
import { openGround } from './ground.ts'
import type { Invariant, Row } from './invariant.ts'

// npm run invariants -- [--only I13,I14] [--seed N] [--size N] [--json]
// Runs what must hold whatever happens, each on servers of its own, and prints what was counted. The files beside this one
// are the invariants; their names begin with their ids.
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    seed: { type: 'string' },
    size: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
})

await runMain(async () => {
  const wanted = values.only?.split(',').map((id) => id.trim().toUpperCase())
  const files = readdirSync(import.meta.dirname).filter(
    (name) => /^i\d+-.*\.ts$/.test(name) && !name.endsWith('.test.ts'),
  )
  const known = await Promise.all(
    files.map(async (name) => ((await import(`./${name}`)) as { invariant: Invariant }).invariant),
  )
  known.sort((one, other) => Number(one.id.slice(1)) - Number(other.id.slice(1)))
  const unknown = wanted?.filter((id) => !known.some((one) => one.id === id)) ?? []
  if (unknown.length > 0) {
    throw new Error(`There is no ${unknown.join(', ')}; there are ${known.map(({ id }) => id).join(', ')}.`)
  }
  const seed = values.seed === undefined ? Date.now() & 0x7fffffff : Number(values.seed)
  console.log(`seed ${seed}`)
  const rows: Row[] = []
  for (const invariant of known) {
    if (wanted && !wanted.includes(invariant.id)) continue
    console.log(`${invariant.id}  ${invariant.title}`)
    const ground = await openGround({
      seed,
      size: values.size === undefined ? undefined : Number(values.size),
    })
    try {
      for (const row of await invariant.run(ground)) {
        rows.push({ ...row, check: `${invariant.id} ${row.check}` })
        const bound =
          row.at_most !== undefined
            ? ` (at most ${row.at_most})`
            : row.at_least !== undefined
              ? ` (at least ${row.at_least})`
              : ''
        console.log(`  ${row.ok ? 'ok   ' : 'SHORT'} ${row.check}: ${row.value} ${row.unit}${bound}`)
      }
    } finally {
      await ground.close()
    }
  }
  if (values.json) console.log(JSON.stringify({ name: 'invariants', rows }))
  if (rows.some((row) => !row.ok)) process.exitCode = 1
})
