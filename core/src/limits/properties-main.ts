import { parseArgs } from 'node:util'
import fc from 'fast-check'
import { runMain } from '../run-main.ts'
import { scenarios } from './testing/scenarios.ts'
import { simulate } from './testing/simulation.ts'

// npm run limits:properties -- [--runs 6000] [--seed N] [--json]
// Simulated lives of an organisation: how many admit more than the bound of the rate, or than a quota.
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '6000' },
    seed: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
})

await runMain(async () => {
  const runs = Number(values.runs)
  const seed = values.seed === undefined ? Date.now() & 0x7fffffff : Number(values.seed)
  console.log(`seed ${seed}`)
  const total = { cases: 0, requests: 0, admitted: 0, redisCalls: 0, violations: 0 }
  const faults = { crash: 0, outage: 0, flush: 0 }
  for (const scenario of fc.sample(scenarios, { numRuns: runs, seed })) {
    const outcome = await simulate(scenario)
    total.cases += 1
    total.requests += outcome.requests
    total.admitted += outcome.admitted
    total.redisCalls += outcome.redisCalls
    for (const { kind } of scenario.faults) faults[kind] += 1
    if (outcome.violations.length === 0) continue
    total.violations += 1
    if (total.violations <= 3) console.log(outcome.violations.slice(0, 3), JSON.stringify(scenario))
  }
  console.log({ ...total, ...faults })
  const rows = [
    { check: 'cases', value: total.cases, unit: 'cases', at_least: runs, ok: total.cases >= runs },
    {
      check: 'cases that admitted more than the bound or a quota',
      value: total.violations,
      unit: 'cases',
      at_most: 0,
      ok: total.violations === 0,
    },
  ]
  if (values.json) console.log(JSON.stringify({ name: 'limits:properties', rows }))
  if (rows.some((row) => !row.ok)) process.exitCode = 1
})
