/** An entry of package-lock.json. */
export interface LockEntry {
  version?: string
  license?: string
  dev?: boolean
  devOptional?: boolean
  optional?: boolean
  link?: boolean
  resolved?: string
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
}

/** Licences that ask for nothing but their text to be kept. */
const PERMISSIVE = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Python-2.0',
  'Unlicense',
  'Zlib',
])

/** One name, or names with OR (any suffices) and AND (all must be). */
export function isPermissive(expression: string): boolean {
  const plain = expression.replace(/[()]/g, ' ').trim()
  return plain
    .split(/\s+OR\s+/)
    .some((choice) => choice.split(/\s+AND\s+/).every((one) => PERMISSIVE.has(one.trim())))
}

/** Everything that is installed where the product runs, with a licence that is none of those, as `name@version: licence`. */
export function notPermissive(packages: Record<string, LockEntry>): string[] {
  return Object.entries(packages)
    .filter(([path, { dev, link }]) => path.includes('node_modules/') && dev !== true && link !== true)
    .filter(([, { license }]) => !isPermissive(license ?? ''))
    .map(
      ([path, { version, license }]) =>
        `${path.split('node_modules/').pop()}@${version}: ${license ?? 'none named'}`,
    )
    .sort()
}

/** The paths of everything a workspace may put into what it publishes: what it depends on, and what it bundles. */
export function closureOf(packages: Record<string, LockEntry>, workspace: string): string[] {
  const found = new Set<string>()
  const visit = (path: string, names: string[]): void => {
    for (const name of names) {
      const target = locate(packages, path, name)
      // What is optional may have been left out of the lock file.
      if (target === undefined || found.has(target)) continue
      found.add(target)
      const { dependencies, optionalDependencies } = packages[target] ?? {}
      visit(target, [...Object.keys(dependencies ?? {}), ...Object.keys(optionalDependencies ?? {})])
    }
  }
  const { dependencies, devDependencies } = (packages[workspace] ?? {}) as LockEntry & {
    devDependencies?: Record<string, string>
  }
  visit(workspace, [...Object.keys(dependencies ?? {}), ...Object.keys(devDependencies ?? {})])
  return [...found]
}

/** Where Node would find it: beside the package, else beside those it is in. */
function locate(packages: Record<string, LockEntry>, from: string, name: string): string | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')))) {
    const path = `${folder ? `${folder}/` : ''}node_modules/${name}`
    if (packages[path]) return path
    if (folder === '') return undefined
  }
}
