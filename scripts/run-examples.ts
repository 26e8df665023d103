import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installExamples, runExample } from './examples.ts'

/**
 * Runs the examples as a user would, with the packed SDK, against a running API (LATENT_API_URL, LATENT_API_KEY).
 * Arguments are those of the quick start; ends with code 1 when an example fails.
 */
const company = process.argv[2] ?? 'TWTI'
const folder = await mkdtemp(join(tmpdir(), 'sec-latent-examples-'))
try {
  await installExamples(folder)
  for (const [name, ...rest] of [
    ['quick-start.ts', ...process.argv.slice(2)],
    ['watch-signals.ts', company, '--once'],
    ['verify-evidence.ts', company],
    ['screen-watchlist.ts', company],
  ] as [string, ...string[]][]) {
    process.stdout.write(`\n== ${[name, ...rest].join(' ')}\n`)
    const { code, output } = await runExample(folder, name, rest, process.env)
    process.stdout.write(output)
    if (code !== 0) process.exitCode = 1
  }
} finally {
  await rm(folder, { recursive: true, force: true })
}
