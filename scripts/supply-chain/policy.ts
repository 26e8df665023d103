import { type LockFile, lockedPackages, shippedPackages } from './lock-file.ts'

/** For each package the lowest version of each major line in which its known faults are mended. */
export type Advisories = Record<string, { floors: string[]; advisories: string[] }>

/** Packages below the floor of an advisory. A major line older than all floors was never mended. */
export function belowFloor(lock: LockFile, advisories: Advisories): string[] {
  return lockedPackages(lock).flatMap(({ name, path, version = '0.0.0' }) => {
    const known = advisories[name]
    if (!known) return []
    const major = partsOf(version)[0] ?? 0
    const floors = known.floors.filter((floor) => (partsOf(floor)[0] ?? 0) <= major)
    const floor = floors.sort(compareVersions).at(-1)
    if (floor !== undefined && compareVersions(version, floor) >= 0) return []
    return [`${path} is ${version}; ${known.advisories.join(', ')} end with ${known.floors.join(' or ')}`]
  })
}

/** What a lock file must not hold: other hosts than the registry of who installs, sources without a hash, code from git. */
export function lockFileProblems(lock: LockFile): string[] {
  const problems = lock.lockfileVersion === 3 ? [] : [`lockfileVersion is ${lock.lockfileVersion}`]
  for (const { path, resolved, integrity, version, optional, inBundle } of lockedPackages(lock)) {
    if (resolved !== undefined) problems.push(`${path} names where it comes from: ${resolved}`)
    if (!/^\d+\.\d+\.\d+/.test(version ?? '')) problems.push(`${path} has no version but ${version}`)
    if (integrity !== undefined && !/^sha512-[\w+/]{86}==$/.test(integrity))
      problems.push(`${path} has a weak hash: ${integrity.slice(0, 20)}`)
    // Entries that complete-lock.mjs adds for other platforms were never seen here, and have no hash to tell.
    if (integrity === undefined && !optional && !inBundle) problems.push(`${path} has no hash`)
  }
  return problems
}

/** Versions asked for in a package.json that are a range, a tag, an address or a repository. */
export function looseVersions(manifest: Record<string, unknown>): string[] {
  return ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
    Object.entries((manifest[kind] ?? {}) as Record<string, string>)
      .filter(([, version]) => !/^(?:npm:@?[\w./-]+@)?\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))
      .map(([name, version]) => `${name}@${version}`),
  )
}

export const PERMISSIVE = new Set([
  ...['MIT', 'MIT-0', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD', 'Unlicense', 'Zlib'],
  ...['BlueOak-1.0.0', 'CC0-1.0', 'Python-2.0'],
])

/** Shipped packages under a licence that asks for more than a notice. `excused` are names with the reason why it may ship. */
export function licenceProblems(lock: LockFile, excused: Record<string, string>): string[] {
  const used = new Set<string>()
  const problems = shippedPackages(lock).flatMap(({ name, path, license = 'none' }) => {
    if (isPermissive(license)) return []
    const excuse = Object.keys(excused).find(
      (one) => name === one || (one.endsWith('*') && name.startsWith(one.slice(0, -1))),
    )
    if (excuse === undefined) return [`${path} is under ${license}`]
    used.add(excuse)
    return []
  })
  const idle = Object.keys(excused).filter((name) => !used.has(name))
  return [...problems, ...idle.map((name) => `${name} is excused and not shipped`)]
}

/** Of "A OR B" one must be permissive, of "A AND B" both. */
function isPermissive(expression: string): boolean {
  const plain = expression.replace(/[()]/g, '')
  return plain.split(' OR ').some((side) => side.split(' AND ').every((one) => PERMISSIVE.has(one.trim())))
}

/** Packages that run a program when they are installed, beyond those the root manifest forbids by name. */
export function installScripts(lock: LockFile, forbidden: Record<string, boolean>): string[] {
  return lockedPackages(lock)
    .filter(({ hasInstallScript, name }) => hasInstallScript && !isForbidden(name, forbidden))
    .map(({ path }) => path)
}

function isForbidden(name: string, forbidden: Record<string, boolean>): boolean {
  return Object.entries(forbidden).some(([one, allowed]) => one === name && !allowed)
}

function partsOf(version: string): number[] {
  return (version.split(/[-+]/)[0] ?? '').split('.').map(Number)
}

/** Below zero when `a` is older. A pre-release counts as older than its release. */
export function compareVersions(a: string, b: string): number {
  const [one, other] = [partsOf(a), partsOf(b)]
  for (let i = 0; i < 3; i++) {
    const difference = (one[i] ?? 0) - (other[i] ?? 0)
    if (difference !== 0) return difference
  }
  return Number(b.includes('-')) - Number(a.includes('-'))
}
