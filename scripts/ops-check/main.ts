/**
 * `npm run ops:check [-- --run] [--json]`: one row per promise of the founding document, with what keeps it, the test
 * that shows it and whether it was tested, simulated or stands on paper only. With `--run` the named tests are run.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { findProblems } from './check.ts'
import { FOUNDING_ITEMS } from './founding-items.ts'
import { ROWS } from './rows.ts'

const root = join(import.meta.dirname, '../..')
const { values } = parseArgs({ options: { json: { type: 'boolean' }, run: { type: 'boolean' } } })

const scripts = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts as Record<string, string>
const problems = findProblems(ROWS, root, scripts)
for (const item of Object.keys(FOUNDING_ITEMS)) {
  const row = ROWS.find((candidate) => candidate.item === item)
  const wrong = problems.filter((problem) => problem.item === item)
  const state = wrong.length > 0 ? 'MISSING' : (row?.state ?? 'MISSING')
  console.log(`${state.padEnd(10)} ${item.padEnd(30)} ${row?.artefacts.join(', ') ?? ''}`)
  for (const test of row?.tests ?? []) console.log(`${' '.repeat(42)}test: ${test}`)
  for (const command of row?.commands ?? []) console.log(`${' '.repeat(42)}command: ${command}`)
  if (row?.note) console.log(`${' '.repeat(42)}note: ${row.note}`)
  for (const { problem } of wrong) console.log(`${' '.repeat(42)}PROBLEM: ${problem}`)
}

const failedFiles = values.run ? runTests() : 0
const count = (state: string) => ROWS.filter((row) => row.state === state).length
console.log(
  `\n${Object.keys(FOUNDING_ITEMS).length} items: ${count('tested')} tested, ${count('simulated')} simulated, ` +
    `${count('paper')} on paper; ${problems.length} problems${values.run ? `, tests exited with ${failedFiles}` : ''}`,
)
if (values.json) {
  const rows = [
    { check: 'items', value: ROWS.length, unit: 'rows', at_least: Object.keys(FOUNDING_ITEMS).length },
    { check: 'problems', value: problems.length, unit: 'problems', at_most: 0 },
    ...(values.run
      ? [{ check: 'exit code of the tests', value: failedFiles, unit: 'code', at_most: 0 }]
      : []),
  ].map((row) => ({
    ...row,
    ok: 'at_least' in row ? row.value >= (row.at_least ?? 0) : row.value <= (row.at_most ?? 0),
  }))
  console.log(JSON.stringify({ name: 'ops-check', rows }))
}
process.exitCode = problems.length > 0 || failedFiles > 0 ? 1 : 0

function runTests(): number {
  const files = [...new Set(ROWS.flatMap((row) => row.tests.map((test) => test.split(' > ')[0] ?? test)))]
  return spawnSync('npx', ['vitest', 'run', ...files], { cwd: root, stdio: 'inherit' }).status ?? 1
}
