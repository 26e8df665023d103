import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { join, relative } from 'node:path'
import { promisify } from 'node:util'

const ROOT = join(import.meta.dirname, '..', '..')
const run = promisify(execFile)

/** The programs and the schema as they were before the last migrations, out of the history of this repository. */
export async function oldBuild(before: string) {
  const git = async (...args: string[]) =>
    (await run('git', args, { cwd: ROOT, maxBuffer: 1e9 })).stdout.trim()
  const added = await git('log', '--diff-filter=A', '--format=%H', '-1', '--', `core/migrations/${before}`)
  if (!added) throw new Error(`no commit added core/migrations/${before}`)
  const commit = await git('rev-parse', `${added}^`)
  // Within the tree, because programs find their packages in the folders above them.
  const folder = join(ROOT, '.latent', 'old-build', String(process.pid))
  const source = join(folder, 'source')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(source, { recursive: true })
  await run('sh', ['-c', `git archive ${commit} | tar -x -C "$0"`, source], { cwd: ROOT, maxBuffer: 1e9 })
  if (!existsSync(join(source, 'node_modules')))
    symlinkSync(join(ROOT, 'node_modules'), join(source, 'node_modules'))
  const ofCore = join(ROOT, 'core/node_modules')
  if (existsSync(ofCore)) symlinkSync(ofCore, join(source, 'core/node_modules'))
  // Packages of the workspace are links into the tree of today: in the old one they must be the old ones.
  await run(
    process.execPath,
    [join(ROOT, 'scripts/migration-load/build-old.mjs'), source, relative(source, join(folder, 'built'))],
    {
      cwd: source,
      env: process.env,
    },
  )
  return {
    commit: commit.slice(0, 10),
    programs: join(folder, 'built'),
    migrations: new URL(`file://${join(source, 'core/migrations')}/`),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
