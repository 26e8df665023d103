import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { startGuarded } from '../services/guarded-process.mjs'
import type { Environment } from './environment.ts'

/** What the portal is built from: with the contract and the samples, of which the reference is made, the table of plans, the SDK and the MCP server. */
const SOURCES = [
  'docs-site',
  'openapi',
  'scripts/samples',
  'core/src/accounts/plans.ts',
  'sdk/src',
  'sdk/contract',
  'sdk/mcp/src',
  'package-lock.json',
]
/** Folders that builds and installations write, and those of programs that only look at the portal. */
const NOT_SOURCES = new Set([
  'e2e',
  'node_modules',
  '.next',
  '.source',
  'tsconfig.tsbuildinfo',
  'next-env.d.ts',
])

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
  rmSync(logFile, { force: true })
  const build = startGuarded({
    command: process.execPath,
    args: ['docs-site/build.mjs'],
    cwd: root,
    env: { ...env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', PATH: withBinaries(root, env) },
    logFile,
  })
  const code = await build.exited
  if (code !== 0) throw new Error(`The portal could not be built; the log is ${logFile}.`)
  writeFileSync(stamp, wanted)
  return 'built'
}

/** What `npm run` would put in front of the path. */
function withBinaries(root: string, env: Environment): string {
  const folders = ['docs-site', '.'].map((workspace) => join(root, workspace, 'node_modules', '.bin'))
  return [...folders, env.PATH ?? ''].join(delimiter)
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
    .filter((name) => !NOT_SOURCES.has(name) && !name.startsWith('.next-'))
    .sort()
    .flatMap((name) => filesBelow(join(path, name)))
}
