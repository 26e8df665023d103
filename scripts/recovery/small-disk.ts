import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Why a disk of a few megabytes cannot be made here; `undefined` where it can. */
export function missingForSmallDisk(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'only root on Linux can mount one'
  try {
    smallDisk(1).remove()
    return undefined
  } catch (error) {
    return `it cannot be mounted: ${(error as Error).message}`
  }
}

/** A disk of so many megabytes, in memory. */
export function smallDisk(megabytes: number, owner?: { uid: number; gid: number }) {
  const folder = mkdtempSync(join(tmpdir(), 'sec-latent-disk-'))
  chmodSync(folder, 0o755)
  const path = join(folder, 'disk')
  mkdirSync(path)
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path], {
    encoding: 'utf8',
  })
  if (mounted.status !== 0) {
    rmSync(folder, { recursive: true })
    throw new Error(mounted.stderr?.trim() || 'mount failed')
  }
  if (owner) chownSync(path, owner.uid, owner.gid)
  return {
    path,
    remove(): void {
      spawnSync('umount', ['-l', path])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
