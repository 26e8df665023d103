import { spawn } from 'node:child_process'
import startServers from '@sec-latent/core/testing/global-setup'

// tsx scripts/with-test-servers.ts <program> [arguments]
// Runs a program that uses the helpers of tests, which ask for Postgres and Redis, outside of a test run.
const [program = '', ...args] = process.argv.slice(2)

const stopServers = await startServers()
const child = spawn(process.execPath, ['--import', 'tsx', program, ...args], { stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
const code = await new Promise<number>((resolve) => {
  child.once('error', () => resolve(1))
  child.once('close', (ended) => resolve(ended ?? 1))
})
await stopServers()
process.exit(code)
