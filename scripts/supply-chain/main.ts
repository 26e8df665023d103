/**
 * `npm run supply:check [-- --json] [-- --history] [-- --record name@version [--reason "…"]]`: what the lock file may hold. `--record`
 * asks the registry when a version was published and writes it down; `--history` looks for secrets in everything that was ever committed.
 */
import { execFileSync, spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ACCEPTED_LICENCES, BUDGET, KNOWN_INSTALL_SCRIPTS } from './accepted.ts'
import { AGES_FILE, ageProblems, directDependencies, readAges } from './ages.ts'
import { lockedPackages, ROOT, readLockFile, shippedPackages } from './lock-file.ts'
import { belowFloor, installScripts, licenceProblems, lockFileProblems } from './policy.ts'
import { PUBLISHED_EXAMPLE, secretsInPieces } from './secrets-in-tree.ts'

const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    history: { type: 'boolean' },
    record: { type: 'string' },
    reason: { type: 'string' },
  },
})
if (values.record) record(values.record, values.reason)

const lock = readLockFile()
const advisories = JSON.parse(readFileSync(join(import.meta.dirname, 'advisories.json'), 'utf8'))
const known = Object.fromEntries(KNOWN_INSTALL_SCRIPTS.map((name) => [name, false]))
const checks: [check: string, problems: string[]][] = [
  ['below the floor of an advisory', belowFloor(lock, advisories)],
  ['against the policy of the lock file', lockFileProblems(lock)],
  ['licences that are not permissive', licenceProblems(lock, ACCEPTED_LICENCES)],
  ['unknown install scripts', installScripts(lock, known)],
  ['ages unknown or too young', ageProblems(directDependencies(), readAges())],
]
if (values.history) checks.push(['secrets in what was ever committed', await secretsInHistory()])
for (const [check, problems] of checks) {
  console.log(`${String(problems.length).padStart(4)} ${check}`)
  for (const problem of problems) console.log(`     ${problem}`)
}
const shipped = shippedPackages(lock).filter(({ optional }) => !optional).length
const all = lockedPackages(lock).filter(({ optional }) => !optional).length
console.log(
  `${String(shipped).padStart(4)} packages shipped, ${BUDGET.shipped} at most; ${all} in all, ${BUDGET.all} at most`,
)
const rows = [
  ...checks.map(([check, problems]) => ({ check, value: problems.length, unit: 'packages', at_most: 0 })),
  { check: 'shipped packages', value: shipped, unit: 'packages', at_most: BUDGET.shipped },
  { check: 'all packages', value: all, unit: 'packages', at_most: BUDGET.all },
].map((row) => ({ ...row, ok: row.value <= row.at_most }))
if (values.json) console.log(JSON.stringify({ name: 'supply-chain', rows }))
process.exitCode = rows.every(({ ok }) => ok) ? 0 : 1

async function secretsInHistory(): Promise<string[]> {
  const args = ['log', '--all', '--patch', '--unified=0', '--no-color', '--no-renames', '--format=']
  const git = spawn('git', args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] })
  const found = await secretsInPieces(git.stdout.setEncoding('latin1'))
  return [
    ...new Set(
      found
        .filter(({ begins }) => begins !== PUBLISHED_EXAMPLE)
        .map(({ kind, begins }) => `${kind} that begins with ${begins}`),
    ),
  ]
}

function record(dependency: string, reason: string | undefined): void {
  const at = dependency.lastIndexOf('@')
  const [name, version] = [dependency.slice(0, at), dependency.slice(at + 1)]
  const times = JSON.parse(
    execFileSync('npm', ['view', name, 'time', '--json'], { encoding: 'utf8', timeout: 60_000 }),
  ) as Record<string, string>
  const published = times[version]?.slice(0, 10)
  if (!published) throw new Error(`the registry does not say when ${dependency} was published`)
  const ages = readAges()
  ages.taken[dependency] = {
    published,
    taken: new Date().toISOString().slice(0, 10),
    ...(reason ? { reason } : {}),
  }
  writeFileSync(AGES_FILE, `${JSON.stringify(ages, null, 2)}\n`)
}
