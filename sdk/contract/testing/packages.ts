import { execFile } from 'node:child_process'
import { cp, mkdir, readdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const SDK = join(import.meta.dirname, '..', '..')
const tsup = join(dirname(createRequire(import.meta.url).resolve('tsup/package.json')), 'dist/cli-default.js')

/** Builds a package beside the sources and not in them, so that two tests can do it at the same time. */
export async function buildPackage(name: 'cli' | 'mcp', outDir: string, more: string[] = []): Promise<void> {
  await run(process.execPath, [tsup, '--out-dir', outDir, ...more], { cwd: join(SDK, name) })
}

/** Builds and packs a package as for publishing. Answers the path of its tarball. */
export async function packPackage(name: 'cli' | 'mcp', folder: string): Promise<string> {
  const stage = join(folder, `stage-${name}`)
  await mkdir(stage)
  for (const file of ['package.json', 'README.md', 'LICENSE'])
    await cp(join(SDK, name, file), join(stage, file))
  await buildPackage(name, join(stage, 'dist'))
  // The prepack script would build once more, in a place that has no sources.
  await run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], {
    cwd: stage,
    shell: process.platform === 'win32',
  })
  const tarball = (await readdir(folder)).find((file) => file.startsWith(`sec-latent-${name}-`))
  if (!tarball) throw new Error('npm pack wrote no tarball')
  return join(folder, tarball)
}
