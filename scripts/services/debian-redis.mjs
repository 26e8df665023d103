// @ts-check
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'

const APT_TIMEOUT_MS = 180_000
/** The server is one of the programs of this package: it looks at the name it is called by. */
const PACKAGE = 'redis-tools'

/**
 * Unpacks Debian's or Ubuntu's Redis without root, without installing anything: apt gets its own state folders, and
 * the packages are extracted into the project. The result is kept for the next start.
 *
 * @param {object} options
 * @param {string} options.folder
 * @param {Record<string, string | undefined>} options.env
 * @param {(line: string) => void} [options.say]
 * @returns {{ file: string, env: Record<string, string> } | undefined} Nothing where apt is missing or has no such package.
 */
export function unpackDebianRedis({ folder, env, say = () => {} }) {
  const kept = usable(folder)
  if (kept) return kept
  if (!['apt-get', 'apt-cache', 'dpkg'].every((name) => run(name, ['--version'], '/', env).ok))
    return undefined
  say('Fetching Redis (Debian package, about 30 MB with the package lists) into the project …')
  const work = `${folder}.${process.pid}`
  rmSync(work, { recursive: true, force: true })
  const options = aptOptions(join(work, 'apt'))
  const downloads = join(work, 'downloads')
  mkdirSync(downloads, { recursive: true })
  try {
    run('apt-get', [...options, 'update'], work, env)
    const names = [PACKAGE, ...missingDependencies(options, PACKAGE, work, env)]
    if (!run('apt-get', [...options, 'download', ...names], downloads, env).ok) return undefined
    const unpacked = join(work, 'files')
    mkdirSync(unpacked)
    for (const file of readdirSync(downloads).filter((name) => name.endsWith('.deb'))) {
      if (!run('dpkg', ['-x', file, unpacked], downloads, env).ok) return undefined
    }
    const bin = join(unpacked, 'usr', 'bin')
    if (!existsSync(join(bin, 'redis-server')) && existsSync(join(bin, 'redis-check-rdb'))) {
      symlinkSync('redis-check-rdb', join(bin, 'redis-server'))
    }
    moveInto(unpacked, folder)
    return usable(folder)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/**
 * Another process may be doing the same; whoever is first wins, and both use the result.
 *
 * @param {string} from
 * @param {string} to
 */
function moveInto(from, to) {
  if (usable(to)) return
  rmSync(to, { recursive: true, force: true })
  try {
    renameSync(from, to)
  } catch (error) {
    if (!usable(to)) throw error
  }
}

/** @param {string} folder */
function usable(folder) {
  const file = join(folder, 'usr', 'bin', 'redis-server')
  if (!existsSync(file)) return undefined
  const base = join(folder, 'usr', 'lib')
  const libraries = existsSync(base) ? readdirSync(base, { withFileTypes: true }) : []
  const folders = libraries.filter((entry) => entry.isDirectory()).map((entry) => join(base, entry.name))
  const env = { LD_LIBRARY_PATH: [...folders, base].join(':') }
  return run(file, ['--version'], '/', env).ok ? { file, env } : undefined
}

/**
 * State, lists and cache of our own; sources and keys of the system. Without the sandbox user apt, run by root, does
 * not try to hand the download folder to an account that cannot enter it.
 *
 * @param {string} base
 */
function aptOptions(base) {
  const folders = {
    'Dir::State': join(base, 'state'),
    'Dir::State::Lists': join(base, 'lists'),
    'Dir::Cache': join(base, 'cache'),
    'Dir::Log': join(base, 'log'),
  }
  for (const folder of Object.values(folders)) mkdirSync(join(folder, 'partial'), { recursive: true })
  mkdirSync(join(base, 'cache', 'archives', 'partial'), { recursive: true })
  return [
    ...Object.entries(folders).flatMap(([name, value]) => ['-o', `${name}=${value}`]),
    ...['-o', 'Dir::State::status=/var/lib/dpkg/status', '-o', 'APT::Sandbox::User='],
    ...['-o', 'Acquire::Languages=none', '-o', 'Acquire::Retries=2', '-q'],
  ]
}

/**
 * The libraries the package needs and this system lacks.
 *
 * @param {string[]} options
 * @param {string} name
 * @param {string} cwd
 * @param {Record<string, string | undefined>} env
 */
function missingDependencies(options, name, cwd, env) {
  /** @type {Set<string>} */
  const wanted = new Set()
  const queue = [name]
  for (let next = queue.shift(); next; next = queue.shift()) {
    const { output } = run(
      'apt-cache',
      [
        ...options,
        'depends',
        '--no-recommends',
        '--no-suggests',
        '--no-conflicts',
        '--no-breaks',
        '--no-replaces',
        '--no-enhances',
        next,
      ],
      cwd,
      env,
    )
    for (const match of output.matchAll(/^\s*\|?Depends: ([a-z0-9][a-z0-9.+-]*)/gm)) {
      const dependency = String(match[1])
      if (wanted.has(dependency) || !/^(lib|lua)/.test(dependency) || isInstalled(dependency, cwd, env))
        continue
      wanted.add(dependency)
      queue.push(dependency)
    }
  }
  return wanted
}

/**
 * @param {string} name
 * @param {string} cwd
 * @param {Record<string, string | undefined>} env
 */
function isInstalled(name, cwd, env) {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: this is dpkg's own notation.
  const { ok, output } = run('dpkg-query', ['-W', '-f', '${db:Status-Status}\n', name], cwd, env)
  return ok && output.includes('installed') && !output.includes('not-installed')
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {string} cwd
 * @param {Record<string, string | undefined>} env
 */
function run(command, args, cwd, env) {
  const result = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    timeout: APT_TIMEOUT_MS,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      ...env,
      LC_ALL: 'C',
      DEBIAN_FRONTEND: 'noninteractive',
    },
  })
  return { ok: result.status === 0, output: result.stdout ?? '' }
}
