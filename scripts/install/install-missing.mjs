// @ts-check
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { repairDriver } from './repair-driver.mjs'

const ROOT = join(import.meta.dirname, '..', '..')
const NODE_MODULES = join(ROOT, 'node_modules')
/** Which lock file the installed packages came from. Inside node_modules, so that it vanishes with them. */
const STAMP = join(NODE_MODULES, '.installed-lock')

/**
 * Installs the packages when there are none or the lock file changed since.
 *
 * @throws {Error} with one sentence
 */
export function installMissing() {
  installPackages()
  repairDriver()
}

function installPackages() {
  const lock = createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex')
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8').trim() === lock) return
  if (isInstalledByHand()) {
    writeFileSync(STAMP, `${lock}\n`)
    return
  }
  console.log('Installing packages (npm ci; about 400 MB the first time) …')
  const result = spawnSync('npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error'], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
    env: { ...process.env, NODE_ENV: 'development' },
  })
  if (result.status !== 0) {
    throw new Error(
      'The packages could not be installed: the lines of npm above say why. Repair that and start again.',
    )
  }
  writeFileSync(STAMP, `${lock}\n`)
}

/**
 * npm writes its own copy of the lock into node_modules. When that one agrees with ours, somebody ran npm by hand and
 * there is nothing to do.
 */
function isInstalledByHand() {
  const present = entriesOf(join(NODE_MODULES, '.package-lock.json'))
  const wanted = entriesOf(join(ROOT, 'package-lock.json'))
  const same = Object.entries(present).every(([name, entry]) => wanted[name]?.version === entry.version)
  const complete = Object.entries(wanted).every(
    ([name, entry]) => entry.optional || entry.devOptional || name in present,
  )
  return Object.keys(present).length > 0 && same && complete
}

/**
 * The installed packages a lock file names.
 *
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }>}
 */
function entriesOf(file) {
  if (!existsSync(file)) return {}
  const entries = Object.entries(JSON.parse(readFileSync(file, 'utf8')).packages)
  return Object.fromEntries(entries.filter(([name]) => name.includes('node_modules/')))
}
