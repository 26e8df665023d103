// @ts-check
// `npm run release:version`: turns the changesets into versions and changelogs, and the present contract into the released one.
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')

/** @param {string[]} args */
function npx(...args) {
  execFileSync('npx', ['--no-install', ...args], {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
}

npx('changeset', 'version')
const { version } = JSON.parse(readFileSync(join(ROOT, 'sdk/package.json'), 'utf8'))
const file = join(ROOT, 'sdk/src/version.ts')
const source = readFileSync(file, 'utf8')
const next = source.replace(/(SDK_VERSION = ')[^']+'/, `$1${version}'`)
if (!next.includes(`'${version}'`))
  throw new Error('sdk/src/version.ts does not say its version where it is looked for')
writeFileSync(file, next)
npx('tsx', 'scripts/openapi-check/main.ts', '--release')
execFileSync('npm', ['install', '--package-lock-only', '--ignore-scripts'], { cwd: ROOT, stdio: 'inherit' })
execFileSync(process.execPath, ['scripts/complete-lock.mjs'], { cwd: ROOT, stdio: 'inherit' })
