import { lstat, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Peer } from '../peers/peer.ts'
import type { Entry, Row } from '../verdict.ts'
import { kib } from './bundle.ts'

/** What `npm install` of the package alone put onto the disk. */
export async function measureInstalls(peers: readonly { peer: Peer; folder: string }[]): Promise<Row[]> {
  const sizes: Record<string, Entry> = {}
  const counts: Record<string, Entry> = {}
  for (const { peer, folder } of peers) {
    const bytes = await bytesOf(join(folder, 'node_modules'))
    sizes[peer.name] = { value: bytes, told: kib(bytes) }
    const { packages } = JSON.parse(await readFile(join(folder, 'package-lock.json'), 'utf8'))
    // Without the project itself and the package.
    const count = Object.keys(packages).length - 2
    counts[peer.name] = { value: count, told: `${count}` }
  }
  return [
    {
      id: 'install-size',
      check: 'installed, all files',
      unit: 'bytes',
      better: 'less',
      slack: 0,
      entries: sizes,
    },
    {
      id: 'install-packages',
      check: 'packages installed with it',
      unit: 'packages',
      better: 'less',
      slack: 0,
      entries: counts,
    },
  ]
}

/** Bytes of the files of packages; what npm notes for itself begins with a dot. */
async function bytesOf(modules: string): Promise<number> {
  const entries = await readdir(modules, { recursive: true, withFileTypes: true })
  const files = entries.filter(
    (entry) => entry.isFile() && !(entry.parentPath === modules && entry.name.startsWith('.')),
  )
  const sizes = await Promise.all(
    files.map(async ({ parentPath, name }) => (await lstat(join(parentPath, name))).size),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}
