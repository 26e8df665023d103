/**
 * `npm run security:check [-- --run] [--page] [--json]`: one row for each of the hundred checks of the security plan, with the test that shows it
 * or the reason why there is none. With `--run` the named tests are run; with
 * `--page` the page of the documentation is written.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ROOT } from '../analysis/sources.ts'
import { asvsPage, asvsProblems, readAsvs } from './asvs.ts'
import { SECURITY_CHECKS } from './checks.ts'
import { CHECKS, problemsOf } from './problems.ts'
import { type State, stateOf } from './security-check.ts'

const { values } = parseArgs({
  options: { json: { type: 'boolean' }, run: { type: 'boolean' }, page: { type: 'boolean' } },
})
const scripts = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).scripts as Record<string, string>
const problems = [...problemsOf(SECURITY_CHECKS, scripts), ...asvsProblems(readAsvs(), SECURITY_CHECKS)]
if (values.page)
  writeFileSync(
    join(ROOT, 'docs-site/content/docs/operate/security-checks.mdx'),
    asvsPage(readAsvs(), SECURITY_CHECKS),
  )

for (const check of SECURITY_CHECKS) {
  console.log(`${String(check.id).padStart(3)} ${stateOf(check).padEnd(11)} ${check.what}`)
  for (const test of check.tests) console.log(`${' '.repeat(16)}test: ${test}`)
  for (const command of check.commands ?? []) console.log(`${' '.repeat(16)}command: ${command}`)
  if (check.reason) console.log(`${' '.repeat(16)}reason: ${check.reason}`)
}
for (const problem of problems) console.log(`PROBLEM ${problem}`)
const failed = values.run ? runTests() : 0
const count = (state: State) => SECURITY_CHECKS.filter((check) => stateOf(check) === state).length
console.log(
  `\n${SECURITY_CHECKS.length} checks: ${count('tested')} tested, ${count('in part')} in part, ` +
    `${count('reason only')} by a reason only; ${problems.length} problems${values.run ? `, tests exited with ${failed}` : ''}`,
)
if (values.json) {
  const rows = [
    { check: 'checks', value: SECURITY_CHECKS.length, unit: 'checks', at_least: CHECKS },
    { check: 'problems', value: problems.length, unit: 'problems', at_most: 0 },
    { check: 'tested', value: count('tested'), unit: 'checks', at_least: 70 },
    { check: 'by a reason only', value: count('reason only'), unit: 'checks', at_most: 10 },
    ...(values.run ? [{ check: 'exit code of the tests', value: failed, unit: 'code', at_most: 0 }] : []),
  ].map((row) => ({
    ...row,
    ok: 'at_least' in row ? row.value >= (row.at_least ?? 0) : row.value <= (row.at_most ?? 0),
  }))
  console.log(JSON.stringify({ name: 'security-check', rows }))
}
process.exitCode = problems.length > 0 || failed > 0 ? 1 : 0

function runTests(): number {
  const files = [
    ...new Set(SECURITY_CHECKS.flatMap(({ tests }) => tests.map((test) => test.split(' > ')[0] ?? test))),
  ]
  return spawnSync('npx', ['vitest', 'run', ...files], { cwd: ROOT, stdio: 'inherit' }).status ?? 1
}
