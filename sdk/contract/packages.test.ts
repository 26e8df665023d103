import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CLI_VERSION } from '../cli/src/version.ts'
import { MCP_VERSION } from '../mcp/src/version.ts'
import { packSdk } from '../scripts/pack.ts'
import { publishDryRun } from '../scripts/publish-dry-run.ts'
import { packPackage } from './testing/packages.ts'

const run = promisify(execFile)
const ROOT = join(import.meta.dirname, '..', '..')
const MAX_INSTALLED_BYTES = { cli: 600_000, mcp: 1_300_000 }

let folder: string
let project: string
let tarballs: { cli: string; mcp: string }

/** The three packages as they would be published, installed into an empty project without a network. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sec-latent-packages-'))
  const sdk = join(folder, 'sdk')
  project = join(folder, 'project')
  await Promise.all([mkdir(sdk), mkdir(project)])
  await packSdk(sdk)
  tarballs = { cli: await packPackage('cli', folder), mcp: await packPackage('mcp', folder) }
  const sdkTarball = join(sdk, (await readdir(sdk)).find((name) => name.endsWith('.tgz')) ?? '')
  await writeFile(
    join(project, 'package.json'),
    JSON.stringify({ name: 'user', private: true, type: 'module' }),
  )
  const options = [
    '--offline',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--cache',
    join(folder, 'cache'),
  ]
  await run('npm', ['install', ...options, sdkTarball, tarballs.cli, tarballs.mcp], {
    cwd: project,
    shell: process.platform === 'win32',
  })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const installed = (...path: string[]) => join(project, 'node_modules', ...path)

describe('the packed packages, installed without a network', () => {
  test('give their programs, which run', async () => {
    const version = async (name: string) => (await run(installed('.bin', name), ['--version'])).stdout.trim()
    expect(await version('latent')).toBe(CLI_VERSION)
    expect(await version('latent-mcp')).toBe(MCP_VERSION)
    const { stdout } = await run(installed('.bin', 'latent'), ['filings', 'list', '--help'])
    expect(stdout).toContain('--form-type')
  })

  test('need nothing else', async () => {
    for (const name of ['cli', 'mcp']) {
      const manifest = JSON.parse(await readFile(installed('@sec-latent', name, 'package.json'), 'utf8'))
      expect(manifest).not.toHaveProperty('dependencies')
      expect(manifest).not.toHaveProperty('peerDependencies')
    }
    const all = (await readdir(installed())).filter((name) => !name.startsWith('.'))
    expect(all).toEqual(['@sec-latent'])
  })

  test.each(['cli', 'mcp'] as const)(
    '%s has nothing in it but what was built, and is small',
    async (name) => {
      const files = await readdir(installed('@sec-latent', name), { recursive: true, withFileTypes: true })
      const paths = files.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name))
      const sizes = await Promise.all(paths.map(async (path) => (await readFile(path)).length))
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(MAX_INSTALLED_BYTES[name])
      expect(paths.filter((path) => /\.ts$/.test(path) && !path.endsWith('.d.ts'))).toEqual([])
    },
  )

  test.each(['cli', 'mcp'] as const)('%s would be published to everybody, with these files', async (name) => {
    const home = installed('@sec-latent', name)
    const { version, publishConfig } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8'))
    expect(publishConfig).toEqual({ access: 'public' })
    const would = await publishDryRun(home)
    expect([would.name, would.version]).toEqual([`@sec-latent/${name}`, version])
    expect(would.unpackedBytes).toBeLessThan(MAX_INSTALLED_BYTES[name])
    const entries = await readdir(home, { recursive: true, withFileTypes: true })
    const files = entries.filter((file) => file.isFile())
    expect(would.files).toEqual(files.map((file) => relative(home, join(file.parentPath, file.name))).sort())
    expect(would.files).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'dist/main.js']))
  })

  test('the server for assistants brings the licences of what it bundles', async () => {
    const notices = await readFile(installed('@sec-latent/mcp/dist/NOTICES.txt'), 'utf8')
    for (const name of ['@modelcontextprotocol/sdk', 'zod', 'ajv']) expect(notices).toContain(`${name} `)
    expect(notices).not.toMatch(/^\S+ \d\S* \((?!MIT|ISC|BSD)/m)
  })

  test('the server for assistants can be put into another server', async () => {
    const source = `import { mcpHandler } from '@sec-latent/mcp'
const handler = mcpHandler({ apiUrl: 'http://localhost:1', portalUrl: 'http://localhost:3000' })
const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' })
const headers = { host: 'localhost', 'content-type': 'application/json', accept: 'application/json, text/event-stream' }
const answer = await handler(new Request('http://localhost/mcp', { method: 'POST', headers, body }))
console.log(answer.status, (await answer.json()).result.tools.length)`
    await writeFile(join(project, 'serve.mjs'), source)
    expect((await run(process.execPath, ['serve.mjs'], { cwd: project })).stdout.trim()).toBe('200 13')
  })

  test.each(['cli', 'mcp'] as const)('%s is one that publint and attw accept', async (name) => {
    const publint = await run(join(ROOT, 'node_modules/.bin/publint'), [
      ...['--strict', '--pack', 'false'],
      installed('@sec-latent', name),
    ])
    expect(publint.stdout).toContain('All good')
    // A package of nothing but a program has no types to look at.
    if (name === 'cli') return
    await run(join(ROOT, 'node_modules/.bin/attw'), [tarballs[name], '--profile', 'esm-only'])
  })
})
