import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { YOUNGEST_DAYS } from './accepted.ts'
import { ROOT } from './lock-file.ts'

export interface Ages {
  /** `name@version` of direct dependencies that were taken before their ages were written down. */
  before_the_rule: string[]
  /** Since then: when it was published, when it was taken, and why it could not wait, where it was too young. */
  taken: Record<string, { published: string; taken: string; reason?: string }>
}

export const AGES_FILE = join(import.meta.dirname, 'ages.json')

export function readAges(): Ages {
  return JSON.parse(readFileSync(AGES_FILE, 'utf8')) as Ages
}

/** `name@version` of everything a package.json of ours names. */
export function directDependencies(root = ROOT): string[] {
  const manifest = (folder: string) => JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))
  const { workspaces } = manifest('.') as { workspaces: string[] }
  const own = new Set(workspaces.map((folder) => manifest(folder).name as string))
  const named = ['.', ...workspaces].flatMap((folder) =>
    ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
      Object.entries((manifest(folder)[kind] ?? {}) as Record<string, string>),
    ),
  )
  const foreign = named.filter(([name]) => !own.has(name)).map(([name, version]) => `${name}@${version}`)
  return [...new Set(foreign)].sort()
}

/** Dependencies nobody wrote down, and those that were taken too young without a reason. */
export function ageProblems(dependencies: string[], { before_the_rule, taken }: Ages): string[] {
  const old = new Set(before_the_rule)
  return dependencies.flatMap((one) => {
    if (old.has(one)) return []
    const entry = taken[one]
    if (!entry) return [`${one} is new: npm run supply:check -- --record ${one}`]
    const days = (Date.parse(entry.taken) - Date.parse(entry.published)) / 86_400_000
    return days >= YOUNGEST_DAYS || entry.reason
      ? []
      : [`${one} was ${Math.floor(days)} days old when it was taken, and nobody says why it could not wait`]
  })
}
