import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createWriteStream, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Environment } from './environment.ts'

/** What the portal is built from. The contract and its tables are among it, because the reference is rendered from it. */
const SOURCES = ['docs-site', 'openapi', 'package-lock.json']
const NOT_SOURCES = new Set(['node_modules', '.next', '.source', 'tsconfig.tsbuildinfo', 'next-env.d.ts'])

/**
 * Builds the portal unless the last build was made from the same sources; addresses are read when it starts. Resolves
 * when it can be started. Throws one sentence.
 */
export async function buildPortal(
  root: string,
  logFile: string,
  env: Environment,
): Promise<'built' | 'kept'> {
  const stamp = join(root, 'docs-site', '.next', 'built-from')
  const wanted = fingerprint(root)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return 'kept'
  const log = createWriteStream(logFile)
  const code = await new Promise<number>((resolve) => {
    const child = spawn('npm', ['run', 'build', '-w', 'docs-site'], {
      cwd: root,
      env: { ...env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' } as NodeJS.ProcessEnv,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    })
    child.stdout.pipe(log, { end: false })
    child.stderr.pipe(log, { end: false })
    child.once('error', () => resolve(127))
    child.once('exit', (status) => resolve(status ?? 1))
  })
  log.end()
  if (code !== 0) throw new Error(`The portal could not be built; the log is ${logFile}.`)
  writeFileSync(stamp, wanted)
  return 'built'
}

/** A hash over every source. */
function fingerprint(root: string): string {
  const hash = createHash('sha256')
  for (const source of SOURCES) {
    for (const file of filesBelow(join(root, source)))
      hash.update(file).update('\0').update(readFileSync(file))
  }
  return hash.digest('hex')
}

function filesBelow(path: string): string[] {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .filter((name) => !NOT_SOURCES.has(name))
    .sort()
    .flatMap((name) => filesBelow(join(path, name)))
}
