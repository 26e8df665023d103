import { execFile } from 'node:child_process'
import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const SDK = join(import.meta.dirname, '..')

/**
 * Builds and packs the SDK as for publishing, and makes `folder` a project that has the tarball installed: what is
 * imported there is what a user gets. The package has no dependencies, so unpacking it is installing it.
 */
export async function packSdk(folder: string): Promise<void> {
  // npm runs `prepack`, which builds; with --ignore-scripts in the user's settings it would not.
  await run('npm', ['pack', '--ignore-scripts=false', '--pack-destination', folder], {
    cwd: SDK,
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
