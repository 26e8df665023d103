import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Gauge, type Registry } from 'prom-client'

/**
 * `disk_size_bytes` and `disk_available_bytes` of the file systems that this process writes to. The disks of Postgres and Redis
 * are seen by the node exporter of their machines.
 */
export function diskMetrics(registry: Registry, folders: Record<string, string | undefined>): void {
  const present = Object.entries(folders).flatMap(([volume, folder]) => (folder ? [{ volume, folder }] : []))
  if (present.length === 0) return
  const gauge = (name: string, help: string, of: (space: Space) => number) =>
    new Gauge({
      name,
      help,
      labelNames: ['volume'],
      registers: [registry],
      async collect() {
        for (const { volume, folder } of present) {
          const space = await spaceOf(folder)
          // A folder that cannot be looked at is told as nothing, not as an empty disk.
          if (space) this.set({ volume }, of(space))
          else this.remove({ volume })
        }
      },
    })
  gauge('disk_size_bytes', 'Size of the file system under a folder of this process.', ({ size }) => size)
  gauge(
    'disk_available_bytes',
    'Room that is left for this process on the file system under a folder of its.',
    ({ available }) => available,
  )
}

interface Space {
  size: number
  available: number
}

async function spaceOf(folder: string): Promise<Space | undefined> {
  for (let path = folder; ; path = dirname(path)) {
    try {
      const { bsize, blocks, bavail, bfree } = await statfs(path)
      // What only root may use is neither used nor there: as `df` counts it.
      return { size: (blocks - bfree + bavail) * bsize, available: bavail * bsize }
    } catch (error) {
      // It is made by the first write.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || dirname(path) === path) return undefined
    }
  }
}
