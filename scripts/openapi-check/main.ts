import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { breakages } from './compare.ts'

/**
 * Compares the contract with an earlier one and ends with code 1 when it breaks clients of that one:
 * `tsx scripts/openapi-check/main.ts [git revision or file]`, by default the commit before this one.
 */
const CONTRACT = 'openapi/openapi.json'
const base = process.argv[2] ?? 'HEAD~1'
const earlier = base.endsWith('.json')
  ? readFileSync(base, 'utf8')
  : execFileSync('git', ['show', `${base}:${CONTRACT}`], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
const found = breakages(JSON.parse(earlier), JSON.parse(readFileSync(CONTRACT, 'utf8')))
for (const { path, change } of found) process.stderr.write(`${path}: ${change}\n`)
process.stdout.write(
  found.length === 0
    ? `The contract breaks no client of ${base}.\n`
    : `The contract breaks clients of ${base} in ${found.length} places.\n`,
)
process.exit(found.length === 0 ? 0 : 1)
