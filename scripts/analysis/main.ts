/**
 * `npm run analysis [-- --update] [--json]`: looks through the sources of the product for what attackers look for, and proves its
 * regular expressions free of runaway backtracking. `--update` decides about expressions that are new and forgets those that are gone.
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { BOUNDED_TEXTS } from './bounded-texts.ts'
import { dangerousRegexes, unexcused } from './check.ts'
import { EXCEPTIONS } from './exceptions.ts'
import { keyOf, regexesOf, VERDICTS_FILE, type Verdict, verdictsOf } from './regexes.ts'
import { findingsOf, RULES } from './rules.ts'
import { productSources } from './sources.ts'

const PATIENCE_MS = 10_000

const { values } = parseArgs({ options: { update: { type: 'boolean' }, json: { type: 'boolean' } } })
const sources = productSources()
const regexes = regexesOf(sources)
const verdicts = await verdictsOf(regexes, PATIENCE_MS)
if (values.update) update(verdicts)
const findings = findingsOf(sources)
const problems = unexcused(findings, EXCEPTIONS)
const dangerous = dangerousRegexes(regexes, verdicts, BOUNDED_TEXTS)
for (const problem of [...problems, ...dangerous]) console.log(problem)
const count = (verdict: Verdict) => regexes.filter((regex) => verdicts[keyOf(regex)] === verdict).length
console.log(
  `${sources.length} files, ${Object.keys(RULES).length} rules, ${findings.length} places looked at and excused by ` +
    `${EXCEPTIONS.length} reasons; ${regexes.length} regular expressions, ${count('linear')} proved linear, ` +
    `${count('searched')} searched for a slow text in vain; ` +
    `${problems.length + dangerous.length} problems`,
)
if (values.json) {
  const row = (check: string, value: number) => ({
    check,
    value,
    unit: 'problems',
    at_most: 0,
    ok: value === 0,
  })
  console.log(
    JSON.stringify({
      name: 'analysis',
      rows: [row('rules', problems.length), row('regular expressions', dangerous.length)],
    }),
  )
}
process.exitCode = problems.length + dangerous.length > 0 ? 1 : 0

function update(verdicts: Record<string, Verdict>): void {
  const keys = [...new Set(regexes.map(keyOf))].sort()
  const kept = Object.fromEntries(keys.map((key) => [key, verdicts[key]]))
  writeFileSync(VERDICTS_FILE, `${JSON.stringify(kept, null, 2)}\n`)
}
