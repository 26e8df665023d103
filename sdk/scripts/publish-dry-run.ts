import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

export interface WouldPublish {
  name: string
  version: string
  files: string[]
  unpackedBytes: number
}

/** What npm would publish of the unpacked package in that folder, by its own account. Nothing is sent, and no network is needed. */
export async function publishDryRun(folder: string): Promise<WouldPublish> {
  const args = ['publish', '--dry-run', '--json', '--ignore-scripts', '--offline', '--tag', 'latest']
  const { stdout } = await run('npm', args, { cwd: folder, shell: process.platform === 'win32' })
  const told = JSON.parse(stdout) as Record<string, unknown>
  // Newer versions of npm answer with one entry for each package.
  const { name, version, files, unpackedSize } = ('name' in told ? told : Object.values(told)[0]) as {
    name: string
    version: string
    files: { path: string }[]
    unpackedSize: number
  }
  return { name, version, files: files.map(({ path }) => path).sort(), unpackedBytes: unpackedSize }
}
