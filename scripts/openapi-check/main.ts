import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Allowance, judged, readAllowances } from './allowed.ts'
import { compareContracts } from './breaking/compare.ts'
import { changelog } from './changelog.ts'
import { contractAt, presentContract, RELEASED, releasedText } from './contracts.ts'
import { drift } from './drift.ts'
import { grouped } from './grouped.ts'
import { type Fault, houseFaults } from './lint/house-rules.ts'
import { redoclyFaults } from './lint/redocly.ts'

/**
 * `npm run openapi:check`: whether the contract is what the routes say, well written, and harmless to clients of the last release.
 *
 *   --base <file or revision>   compare with another contract than openapi/released.json
 *   --next <file or revision>   compare that one, not the present contract; nothing else is checked then
 *   --json                      everything found, for programs
 *   --changelog                 only print what changed, as Markdown
 *   --release                   make the present contract the released one; run when a version is published
 */
const ROOT = join(import.meta.dirname, '../..')
const { values: options } = parseArgs({
  options: {
    base: { type: 'string', default: RELEASED },
    next: { type: 'string' },
    json: { type: 'boolean', default: false },
    changelog: { type: 'boolean', default: false },
    release: { type: 'boolean', default: false },
  },
})

const base = contractAt(options.base)
const next = options.next ? contractAt(options.next) : presentContract()
const found = compareContracts(base, next)

if (options.release) {
  writeFileSync(join(ROOT, RELEASED), releasedText(next))
  process.stdout.write(changelog(found))
} else if (options.changelog) process.stdout.write(changelog(found))
else process.exitCode = await check()

async function check(): Promise<number> {
  const allowances = readAllowances()
  const stale = options.next ? null : await drift()
  const faults = options.next ? [] : await lint()
  const lint_ = judged(faults, options.next ? [] : allowances.lint)
  const breaks = found.filter(({ severity }) => severity === 'breaking')
  const breaking = judged(breaks, allowances.breaking)
  // Another base knows nothing of what was let pass since the last release.
  const unused = [...lint_.unused, ...(options.base === RELEASED ? breaking.unused : [])]
  const failed = [stale !== null, lint_.left.length > 0, breaking.left.length > 0, unused.length > 0].some(
    Boolean,
  )
  if (options.json) {
    const report = {
      base: options.base,
      failed,
      drift: stale,
      lint: lint_.left,
      unused_allowances: unused,
      changes: grouped(found),
      breaking: grouped(breaking.left),
    }
    process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
  } else {
    tell(stale, lint_.left, unused)
    tellBreaks(grouped(breaking.left))
    if (!failed) process.stdout.write(`${summary(allowances)}\n`)
  }
  return failed ? 1 : 0
}

async function lint(): Promise<Fault[]> {
  const read = (name: string) => JSON.parse(readFileSync(join(ROOT, 'openapi', name), 'utf8'))
  const { document, problemStatuses = {} } = presentContract()
  const house = houseFaults({ document, scopes: read('scopes.json'), problemStatuses })
  return [...(await redoclyFaults('openapi/openapi.json')), ...house]
}

function tell(stale: string | null, faults: Fault[], unused: Allowance[]): void {
  if (stale !== null) process.stderr.write(`${stale}\n`)
  for (const { rule, at, message } of faults) process.stderr.write(`${rule}  ${at}: ${message}\n`)
  for (const { rule, at } of unused) {
    process.stderr.write(`allowed.json: ${rule} at ${at} is not found any more; take it out of the list\n`)
  }
}

function tellBreaks(breaks: ReturnType<typeof grouped>): void {
  if (breaks.length === 0) return
  process.stderr.write(`Clients of ${options.base} break in ${breaks.length} ways:\n`)
  for (const { rule, place, change, operations } of breaks) {
    const where = operations.length > 1 ? ` (in ${operations.length} operations)` : ''
    process.stderr.write(`${rule}  ${place}: ${change}${where}\n`)
  }
  process.stderr.write(
    'A break that is meant goes into scripts/openapi-check/allowed.json, with its reason.\n',
  )
}

function summary(allowances: { lint: Allowance[]; breaking: Allowance[] }): string {
  const operations = Object.values(next.document.paths ?? {}).flatMap((item) => Object.keys(item)).length
  const let_ = allowances.lint.length + allowances.breaking.length
  return `${operations} operations; ${grouped(found).length} changes since ${options.base}, none of which breaks a client; ${let_} exceptions.`
}
