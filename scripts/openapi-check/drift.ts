import { spawn } from 'node:child_process'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')
const MAX_MS = 300_000

/** What is said when the committed contract is not what the routes give; null when it is. */
export function drift(): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const args = ['--import', 'tsx', 'scripts/openapi.ts', '--check']
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      timeout: MAX_MS,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => (output += bytes))
    child.once('error', reject)
    child.once('close', (code) => resolve(code === 0 ? null : output.trim()))
  })
}
