import { execFile } from 'node:child_process'
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { promisify } from 'node:util'
import { commandOf } from '../services/leftover.mjs'

const ROOT = join(import.meta.dirname, '..', '..')
/** Within the tree, because programs find their packages in the folders above them. */
const BUILDS = join(ROOT, '.latent', 'cluster-builds')
const run = promisify(execFile)

/** The programs as `npm run build` makes them, in a folder of this process. */
export async function buildPrograms(): Promise<{ folder: string; remove(): void }> {
  for (const pid of existsSync(BUILDS) ? readdirSync(BUILDS) : [])
    if (!commandOf(Number(pid))) rmSync(join(BUILDS, pid), { recursive: true, force: true })
  const folder = join(BUILDS, String(process.pid))
  if (!existsSync(folder))
    await run(process.execPath, [join(ROOT, 'node_modules/tsup/dist/cli-default.js')], {
      cwd: ROOT,
      env: { ...process.env, BUILD_FOLDER: relative(ROOT, folder) },
    })
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
