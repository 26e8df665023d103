import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Fault } from './house-rules.ts'

const ROOT = join(import.meta.dirname, '../../..')
const MAX_MS = 120_000

interface Problem {
  ruleId: string
  severity: string
  message: string
  location?: { pointer?: string }[]
}

/** What redocly finds in a file. Nothing leaves the machine: its telemetry and its question for updates are off. */
export async function redoclyFaults(file: string): Promise<Fault[]> {
  const config = join(import.meta.dirname, 'redocly.yaml')
  const command = join(ROOT, 'node_modules/@redocly/cli/bin/cli.js')
  const args = [command, 'lint', file, '--format=json', `--config=${config}`, '--max-problems=1000']
  const { output, errors } = await run(process.execPath, args)
  const begin = output.indexOf('{')
  if (begin < 0) throw new Error(`redocly did not run: ${errors.trim()}`)
  const { problems } = JSON.parse(output.slice(begin)) as { problems: Problem[] }
  return problems.map(({ ruleId, message, location }) => ({
    rule: ruleId,
    at: location?.[0]?.pointer ?? '',
    message,
  }))
}

function run(command: string, args: string[]): Promise<{ output: string; errors: string }> {
  return new Promise((resolve, reject) => {
    const env = {
      ...process.env,
      REDOCLY_TELEMETRY: 'off',
      REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
      NO_COLOR: '1',
    }
    const child = spawn(command, args, { cwd: ROOT, env, timeout: MAX_MS, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    let errors = ''
    child.stdout.on('data', (bytes) => (output += bytes))
    child.stderr.on('data', (bytes) => (errors += bytes))
    child.once('error', reject)
    child.once('close', () => resolve({ output, errors }))
  })
}
