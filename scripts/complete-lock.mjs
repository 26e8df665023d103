// @ts-check
// A registry that lacks a platform's package makes `npm install` leave it out of the lock file without a word, and
// then `npm ci` refuses that lock ("Missing: … from lock file"). This adds the entries by name, so that one lock file
// serves every platform. Run it after every `npm install`; with `--check` it only says whether it would change anything.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const SYSTEMS = [
  'darwin',
  'linux',
  'win32',
  'windows',
  'android',
  'freebsd',
  'openbsd',
  'netbsd',
  'sunos',
  'aix',
  'openharmony',
]
const PROCESSORS = [
  'x64',
  'arm64',
  'arm',
  'ia32',
  'ppc64',
  'riscv64',
  's390x',
  'loong64',
  'mips64el',
  'wasm32',
]
const EXACT_VERSION = /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/

/**
 * @typedef {object} LockEntry
 * @property {string} [version]
 * @property {string} [license]
 * @property {boolean} [link]
 * @property {boolean} [optional]
 * @property {string} [name]
 * @property {string[]} [os]
 * @property {string[]} [cpu]
 * @property {string[]} [libc]
 * @property {Record<string, string>} [optionalDependencies]
 */

/**
 * Adds what is missing and returns the names of what it added.
 *
 * @param {{ packages: Record<string, LockEntry> }} lock Changed in place.
 * @returns {string[]}
 */
export function completeLock(lock) {
  const added = []
  for (const [path, entry] of Object.entries(lock.packages)) {
    for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
      const { target, version } = parseRange(name, range)
      if (!EXACT_VERSION.test(version)) continue
      const found = resolve(lock.packages, path, name)
      if (found && lock.packages[found]?.version === version) continue
      // The top level is shared; where another version sits there, the entry goes beside its dependant.
      const place = found ? `${path ? `${path}/` : ''}node_modules/${name}` : `node_modules/${name}`
      lock.packages[place] = {
        ...(target === name ? {} : { name: target }),
        version,
        ...platformOf(target),
        ...(entry.license ? { license: entry.license } : {}),
        optional: true,
      }
      added.push(`${name}@${version}`)
    }
  }
  lock.packages = Object.fromEntries(
    Object.entries(lock.packages).sort(([a], [b]) => (a === b ? 0 : a.localeCompare(b, 'en'))),
  )
  return added
}

/**
 * `npm:other@1.2.3` is an alias: the package of another name under this one.
 *
 * @param {string} name
 * @param {string} range
 */
function parseRange(name, range) {
  const alias = /^npm:(.+)@([^@]+)$/.exec(range)
  return alias ? { target: String(alias[1]), version: String(alias[2]) } : { target: name, version: range }
}

/**
 * The entry a package would load by this name: its own folder first, then every folder above.
 *
 * @param {Record<string, LockEntry>} packages
 * @param {string} from
 * @param {string} name
 * @returns {string | undefined}
 */
function resolve(packages, from, name) {
  for (let folder = from; folder !== ''; folder = parentOf(folder)) {
    if (packages[`${folder}/node_modules/${name}`]) return `${folder}/node_modules/${name}`
  }
  return packages[`node_modules/${name}`] ? `node_modules/${name}` : undefined
}

/** @param {string} path The parent of `a/node_modules/b` is `a`; a workspace's and a top-level package's is the root. */
function parentOf(path) {
  const cut = path.lastIndexOf('/node_modules/')
  return cut === -1 ? '' : path.slice(0, cut)
}

/**
 * The platform, read from words of the name such as `@rollup/rollup-linux-arm64-musl`.
 *
 * @param {string} name
 * @returns {{ os?: string[], cpu?: string[], libc?: string[] }}
 */
function platformOf(name) {
  const words = name.toLowerCase().split(/[/@_-]+/)
  const system = SYSTEMS.find((one) => words.includes(one))
  const processor = PROCESSORS.find((one) => words.includes(one))
  const libc = words.some((word) => word.startsWith('musl'))
    ? 'musl'
    : words.some((word) => word.startsWith('gnu'))
      ? 'glibc'
      : undefined
  return {
    ...(processor ? { cpu: [processor] } : {}),
    ...(libc && system === 'linux' ? { libc: [libc] } : {}),
    ...(system ? { os: [system === 'windows' ? 'win32' : system] } : {}),
  }
}

function main() {
  const file = join(import.meta.dirname, '..', 'package-lock.json')
  const text = readFileSync(file, 'utf8')
  const lock = JSON.parse(text)
  const added = completeLock(lock)
  const addresses = text.match(/"resolved": "https?:[^"]*"/g) ?? []
  if (process.argv.includes('--check')) {
    if (added.length > 0) {
      console.error(
        `package-lock.json lacks ${added.length} platform packages: run "node scripts/complete-lock.mjs".`,
      )
      process.exitCode = 1
    }
    if (addresses.length > 0) {
      console.error(
        `package-lock.json names ${addresses.length} registry addresses: install again with the settings of .npmrc.`,
      )
      process.exitCode = 1
    }
    if (!process.exitCode) console.log('package-lock.json is complete.')
    return
  }
  if (added.length > 0) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
  console.log(
    added.length > 0 ? `Added ${added.length} platform packages.` : 'package-lock.json is complete.',
  )
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main()
