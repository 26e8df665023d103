import { execFile } from 'node:child_process'
import { cp, mkdir, readdir, symlink, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const SDK = join(import.meta.dirname, '..')

/**
 * Builds and packs the SDK as for publishing, and makes `folder` a project that has the tarball installed: what is
 * imported there is what a user gets. The package has no dependencies, so unpacking it is installing it. Built beside the
 * sources and not in them, so that two tests can do it at the same time.
 */
export async function packSdk(folder: string): Promise<void> {
  const stage = join(folder, 'stage')
  await mkdir(stage)
  for (const name of ['package.json', 'README.md', 'LICENSE']) await cp(join(SDK, name), join(stage, name))
  const tsup = join(
    dirname(createRequire(import.meta.url).resolve('tsup/package.json')),
    'dist/cli-default.js',
  )
  await run(process.execPath, [tsup, '--out-dir', join(stage, 'dist')], { cwd: SDK })
  await run(process.execPath, [join(import.meta.dirname, 'concise-declarations.mjs'), join(stage, 'dist')])
  // The prepack script would build once more, in a place that has no sources.
  await run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], {
    cwd: stage,
    shell: process.platform === 'win32',
  })
  const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz'))
  if (!tarball) throw new Error('npm pack wrote no tarball')
  await run('tar', ['-xzf', tarball], { cwd: folder })
  await mkdir(join(folder, 'node_modules/@sec-latent'), { recursive: true })
  await symlink(join(folder, 'package'), join(folder, 'node_modules/@sec-latent/sdk'), 'junction')
  await writeFile(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'user', private: true, type: 'module' }),
  )
}
