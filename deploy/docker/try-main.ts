import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { freePort } from '../../scripts/services/ports.mjs'
import { type TriedImage, tryImage } from './try-image.ts'

// npm run images:try -- [--only api,workers] [--node /folder/of/another/node] [--json]
// Carries the steps of every Dockerfile out without Docker, starts what came of it, and says how it went.
const { values } = parseArgs({
  options: { only: { type: 'string' }, node: { type: 'string' }, json: { type: 'boolean', default: false } },
})
const ROOT = join(import.meta.dirname, '..', '..')
const PATIENCE_MS = 60_000
const only = values.only?.split(',')
const names = readdirSync(import.meta.dirname)
  .flatMap((file) => /^(.+)\.Dockerfile$/.exec(file)?.[1] ?? [])
  .filter((name) => only === undefined || only.includes(name))

const cache = mkdtempSync(join(tmpdir(), 'sec-latent-images-'))
const PATH = [values.node, process.env.PATH].filter(Boolean).join(':')
const rows = []
try {
  for (const name of names) {
    const begun = Date.now()
    let found: string
    try {
      const image = tryImage(join(import.meta.dirname, `${name}.Dockerfile`), {
        ...{ context: ROOT, cache },
        env: { ...(process.env as Record<string, string>), PATH, npm_config_prefer_offline: 'true' },
      })
      found = await start(image)
    } catch (error) {
      found = (error as Error).message
    }
    const ok = found === ''
    const seconds = Math.round((Date.now() - begun) / 1000)
    console.log(`${ok ? 'ok   ' : 'SHORT'} ${name}: ${ok ? `starts, made in ${seconds} s` : found}`)
    rows.push({ check: `${name} is made and starts`, value: ok ? 1 : 0, unit: 'images', at_least: 1, ok })
  }
} finally {
  rmSync(cache, { recursive: true, force: true })
}
if (values.json) console.log(JSON.stringify({ name: 'images', rows }))
process.exitCode = rows.every(({ ok }) => ok) ? 0 : 1

/** Empty when it starts. Programs without settings must get as far as asking for them: then everything they import is there. */
async function start({ folder, workdir, command, env }: TriedImage): Promise<string> {
  const [, ...args] = command
  const cwd = join(folder, workdir)
  const program = args.find((word) => word.endsWith('.js')) ?? ''
  if (!existsSync(join(cwd, program))) return `${program} is not in the image`
  const port = await freePort()
  const child = spawn('node', args, { cwd, env: { ...env, PATH, PORT: String(port), HOSTNAME: '127.0.0.1' } })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += String(part)))
  const deadline = Date.now() + PATIENCE_MS
  try {
    while (Date.now() < deadline) {
      if (/is required: /.test(said)) return ''
      const answer = await fetch(`http://127.0.0.1:${port}/api/health`).catch(() => undefined)
      if (answer?.ok) return ''
      if (child.exitCode !== null) return `ended with ${child.exitCode}: ${said.slice(-1_000)}`
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
    return `neither started nor ended: ${said.slice(-1_000)}`
  } finally {
    child.kill('SIGKILL')
  }
}
