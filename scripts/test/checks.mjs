// @ts-check
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..', '..')

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */
/** @typedef {{ name: string, command: string, args: string[] }} Check */

/** What is checked besides the tests; each counts as one. */
const CHECKS = [
  { name: 'lock file names every platform', command: 'node', args: ['scripts/complete-lock.mjs', '--check'] },
  {
    name: 'lint and format',
    command: 'npx',
    args: ['--no-install', 'biome', 'check', '--error-on-warnings', '.'],
  },
  {
    name: 'the contract is what the routes say, well written, and breaks no client',
    command: 'npm',
    args: ['run', '--silent', 'openapi:check'],
  },
  { name: 'types', command: 'npx', args: ['--no-install', 'tsc', '-p', 'tsconfig.json'] },
  { name: 'production build', command: 'npm', args: ['run', '--silent', 'build'] },
  // Its build checks its types; what was built is then opened by the tests.
  { name: 'portal build', command: 'npx', args: ['--no-install', 'tsx', 'scripts/build-portal.ts'] },
]

/**
 * Runs everything, prints what failed, and ends with the tally on a line of its own.
 *
 * @returns {Promise<number>} The exit code.
 */
export async function runChecks() {
  const begun = Date.now()
  /** @type {Tally} */
  const tally = { passed: 0, failed: 0, skipped: 0 }
  const left = [...CHECKS]
  const lane = async () => {
    for (let check = left.shift(); check; check = left.shift()) add(tally, await runCheck(check))
  }
  await Promise.all([lane(), lane()])
  add(tally, await runVitest())
  console.log(`\n${((Date.now() - begun) / 1000).toFixed(0)} s`)
  console.log(`${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped`)
  return tally.failed === 0 ? 0 : 1
}

/** @param {Check} check */
async function runCheck({ name, command, args }) {
  const begun = Date.now()
  const { code, output } = await run(command, args, { quiet: true })
  const seconds = ((Date.now() - begun) / 1000).toFixed(1)
  console.log(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)`)
  if (code !== 0) console.log(output.trim())
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 }
}

/** The tests themselves; their numbers come from vitest's own report, not from its exit code alone. */
async function runVitest() {
  const folder = mkdtempSync(join(tmpdir(), 'sec-latent-report-'))
  const report = join(folder, 'report.json')
  try {
    const { code } = await run(
      'npx',
      [
        '--no-install',
        'vitest',
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
      ],
      {},
    )
    return tallyOf(JSON.parse(readFileSync(report, 'utf8')), code)
  } catch (error) {
    console.error(`vitest wrote no report: ${error instanceof Error ? error.message : error}`)
    return { passed: 0, failed: 1, skipped: 0 }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * A file that cannot even be loaded has no tests to fail, and an unhandled error belongs to none: both must count.
 *
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number, testResults: { status: string, assertionResults: unknown[] }[] }} report
 * @param {number} code
 * @returns {Tally}
 */
export function tallyOf(report, code) {
  const unloadable = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  )
  const failed = report.numFailedTests + unloadable.length
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/**
 * @param {Tally} tally
 * @param {Tally} more
 */
function add(tally, more) {
  tally.passed += more.passed
  tally.failed += more.failed
  tally.skipped += more.skipped
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {{ quiet?: boolean }} options
 * @returns {Promise<{ code: number, output: string }>}
 */
async function run(command, args, { quiet = false }) {
  return await new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
      shell: process.platform === 'win32',
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', REDOCLY_TELEMETRY: 'off' },
    })
    let output = ''
    child.stdout?.on('data', (bytes) => (output += bytes))
    child.stderr?.on('data', (bytes) => (output += bytes))
    child.once('error', (error) => resolve({ code: 127, output: error.message }))
    child.once('close', (code) => resolve({ code: code ?? 1, output }))
  })
}
