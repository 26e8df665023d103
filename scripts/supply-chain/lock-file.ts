import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export const ROOT = join(import.meta.dirname, '../..')

export interface LockEntry {
  version?: string
  resolved?: string
  integrity?: string
  license?: string
  link?: boolean
  dev?: boolean
  devOptional?: boolean
  optional?: boolean
  hasInstallScript?: boolean
  inBundle?: boolean
}

export interface LockFile {
  lockfileVersion: number
  packages: Record<string, LockEntry>
}

/** A package of the lock file that is not ours. */
export interface LockedPackage extends LockEntry {
  path: string
  name: string
}

export function readLockFile(root = ROOT): LockFile {
  return JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as LockFile
}

export function lockedPackages(lock: LockFile): LockedPackage[] {
  return Object.entries(lock.packages)
    .filter(([path, entry]) => path.includes('node_modules/') && !entry.link)
    .map(([path, entry]) => ({ ...entry, path, name: path.slice(path.lastIndexOf('node_modules/') + 13) }))
}

/** What reaches a process that serves customers, or a customer: neither for development only nor for one platform alone. */
export function shippedPackages(lock: LockFile): LockedPackage[] {
  return lockedPackages(lock).filter(({ dev, devOptional }) => !dev && !devOptional)
}
