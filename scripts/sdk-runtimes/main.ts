import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packSdk } from '../../sdk/scripts/pack.ts'
import { inChromium, inDelivered, inNode, type Outcome } from './runtimes.ts'
import { startFakeApi, startPages } from './server.ts'

/** `npm run sdk:runtimes [-- --json]`: the packed SDK in Node, a newer Node, headless Chromium, Deno and Bun. */
const folder = await mkdtemp(join(tmpdir(), 'sdk-runtimes-'))
const api = await startFakeApi()
try {
  await packSdk(folder)
  const pages = await startPages(join(folder, 'package'))
  const outcomes = [
    await inNode(folder, api.url),
    await inChromium(pages.url, api.url),
    ...(await inDelivered(folder, api.url)),
  ]
  await pages.close()
  if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(outcomes, null, 2)}\n`)
  else for (const outcome of outcomes) process.stdout.write(told(outcome))
  process.exitCode = outcomes.some(({ status }) => status === 'failed') ? 1 : 0
} finally {
  await api.close()
  await rm(folder, { recursive: true, force: true })
}

function told({ runtime, version, status, reason, checks }: Outcome): string {
  const bad = Object.entries(checks).filter(([, result]) => result !== 'ok')
  const lines = bad.map(([name, result]) => `  ${name}: ${result}\n`)
  const count = `${Object.keys(checks).length - bad.length} of ${Object.keys(checks).length}`
  return `${runtime} ${version ?? ''} ${status}: ${reason ?? count}\n${lines.join('')}`
}
