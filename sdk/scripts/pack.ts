import { execFile } from 'node:child_process'
import { cp, mkdir, readdir, symlink, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { askBroker } from '../../core/src/testing/broker.ts'

const run = promisify(execFile)
const SDK = join(import.meta.dirname, '..')

/**
 * Makes `folder` a project that has the SDK installed as it would be published: what is imported there is what a user gets.
 * The package has no dependencies, so unpacking it is installing it. In a test run it is built once, for all tests.
 */
export async function packSdk(folder: string): Promise<void> {
  const built = process.env.LATENT_TEST_BROKER
    ? fileURLToPath(await askBroker('/sdk'))
    : await buildSdkTarball(join(folder, 'stage'))
  const tarball = join(folder, basename(built))
  await cp(built, tarball)
  await run('tar', ['-xzf', basename(tarball)], { cwd: folder })
  await mkdir(join(folder, 'node_modules/@sec-latent'), { recursive: true })
  await symlink(join(folder, 'package'), join(folder, 'node_modules/@sec-latent/sdk'), 'junction')
  await writeFile(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'user', private: true, type: 'module' }),
  )
}

/** Builds and packs the SDK as for publishing, in a folder of its own beside the sources. Answers the path of the tarball. */
export async function buildSdkTarball(stage: string): Promise<string> {
  await mkdir(stage, { recursive: true })
  for (const name of ['package.json', 'README.md', 'LICENSE']) await cp(join(SDK, name), join(stage, name))
  const tsup = join(
    dirname(createRequire(import.meta.url).resolve('tsup/package.json')),
    'dist/cli-default.js',
  )
  await run(process.execPath, [tsup, '--out-dir', join(stage, 'dist')], { cwd: SDK })
  await run(process.execPath, [join(import.meta.dirname, 'concise-declarations.mjs'), join(stage, 'dist')])
  // The prepack script would build once more, in a place that has no sources.
  await run('npm', ['pack', '--ignore-scripts'], { cwd: stage, shell: process.platform === 'win32' })
  const tarball = (await readdir(stage)).find((name) => name.endsWith('.tgz'))
  if (!tarball) throw new Error('npm pack wrote no tarball')
  return join(stage, tarball)
}
