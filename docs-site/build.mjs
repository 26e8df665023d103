import { spawnSync } from 'node:child_process'
import { cpSync, existsSync } from 'node:fs'
import { join } from 'node:path'

const here = import.meta.dirname
const built = join(here, '.next')
const server = join(built, 'standalone', 'docs-site')

function run(command, ...args) {
  const { status, error } = spawnSync(command, args, {
    cwd: here,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
  })
  if (error) throw error
  if (status !== 0) process.exit(status ?? 1)
}

run('fumadocs-mdx')
run('next', 'build')

// Next leaves the browser's files out of the standalone server, because a CDN may serve them. Here the server does.
cpSync(join(built, 'static'), join(server, '.next', 'static'), { recursive: true })
if (existsSync(join(here, 'public')))
  cpSync(join(here, 'public'), join(server, 'public'), { recursive: true })
