import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Registry } from 'prom-client'
import { expect, it } from 'vitest'
import { diskMetrics } from './disk-metrics.ts'

it('a disk is as large and as full as df says, also under a folder that is made later', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'latent-disk-'))
  try {
    const registry = new Registry()
    diskMetrics(registry, { objects: folder, meter: join(folder, 'not', 'yet'), none: undefined })
    const told = async (name: string) => (await registry.getSingleMetric(name)?.get())?.values ?? []
    const columns = execFileSync('df', ['-B1', '--output=size,used,avail', folder], { encoding: 'utf8' })
    const [size = 0, used = 0, available = 0] = columns.replace(/^.*\n/, '').match(/\d+/g)?.map(Number) ?? []
    const sizes = await told('disk_size_bytes')
    expect(sizes.map(({ labels }) => labels.volume)).toEqual(['objects', 'meter'])
    // Without what only root may use.
    expect(sizes[0]?.value).toBeLessThanOrEqual(size)
    expect(sizes[1]?.value).toBe(sizes[0]?.value)
    // Others write to this disk meanwhile.
    const margin = size / 50
    expect(Math.abs((sizes[0]?.value ?? 0) - used - available)).toBeLessThan(margin)
    expect(Math.abs(((await told('disk_available_bytes'))[0]?.value ?? 0) - available)).toBeLessThan(margin)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
