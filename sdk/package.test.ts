import { execFile } from 'node:child_process'
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import manifest from './package.json' with { type: 'json' }
import { apiReport, committedReport, difference, ENTRY_POINTS, packageFiles } from './scripts/api-report.ts'
import { sdkFiles } from './scripts/generate.ts'
import { methodNames, methodsOf } from './scripts/operations.ts'
import { packSdk } from './scripts/pack.ts'
import { publishDryRun } from './scripts/publish-dry-run.ts'
import { LatentClient } from './src/client.ts'
import { SDK_VERSION } from './src/version.ts'

const run = promisify(execFile)
const ROOT = join(import.meta.dirname, '..')
const MAX_CLIENT_GZIP_BYTES = 6 * 1024
const MAX_FUNCTION_GZIP_BYTES = 4 * 1024
const MAX_WEBHOOKS_GZIP_BYTES = 1024
const MAX_EVIDENCE_GZIP_BYTES = 1536
const MAX_INSTALLED_BYTES = 600_000

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sdk-package-'))
  await packSdk(folder)
}, 120_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('the generated files', () => {
  test('are what the contract gives: otherwise run "npm run openapi" and commit the result', async () => {
    const read = async (name: string) => JSON.parse(await readFile(join(ROOT, 'openapi', name), 'utf8'))
    const expected = await sdkFiles(await read('openapi.json'), await read('problems.json'))
    expect(await read('sdk-methods.json')).toEqual(JSON.parse(methodNames(await read('openapi.json'))))
    const generated = join(import.meta.dirname, 'src/generated')
    expect((await readdir(generated)).sort()).toEqual(Object.keys(expected).sort())
    for (const [name, content] of Object.entries(expected)) {
      expect((await readFile(join(generated, name), 'utf8')) === content, `${name} is up to date`).toBe(true)
    }
  })

  test('have a method for every operation', async () => {
    const contract = JSON.parse(await readFile(join(ROOT, 'openapi/openapi.json'), 'utf8'))
    const client = new LatentClient({ apiKey: 'slp_test_x' }) as unknown as Record<
      string,
      Record<string, unknown>
    >
    const names = Object.values(JSON.parse(methodNames(contract))) as string[]
    expect(names).toHaveLength(methodsOf(contract).length)
    for (const path of names) {
      const [resource = '', name = ''] = path.split('.')
      expect(typeof client[resource]?.[name], path).toBe('function')
    }
  })
})

describe('the package', () => {
  test('names its own version', () => {
    expect(SDK_VERSION).toBe(manifest.version)
  })

  test('depends on nothing', () => {
    expect(manifest).not.toHaveProperty('dependencies')
    expect(manifest).not.toHaveProperty('peerDependencies')
  })

  test('has nothing in it but what was built, and is small', async () => {
    const files = await readdir(join(folder, 'package'), { recursive: true, withFileTypes: true })
    const names = files.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name))
    expect(names.length).toBeLessThanOrEqual(40)
    expect(names.filter((name) => /\.ts$/.test(name) && !name.endsWith('.d.ts'))).toEqual([])
    const sizes = await Promise.all(names.map(async (name) => (await readFile(name)).length))
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(MAX_INSTALLED_BYTES)
  })

  test.each([
    [
      'the default client',
      `import { LatentClient } from '@sec-latent/sdk'\nexport default new LatentClient({ apiKey: 'k' }).filings.list()`,
      MAX_CLIENT_GZIP_BYTES,
    ],
    [
      'the check of evidence',
      `export { verifyEvidence } from '@sec-latent/sdk/evidence'`,
      MAX_EVIDENCE_GZIP_BYTES,
    ],
    [
      'one function',
      `import { createClient } from '@sec-latent/sdk/core'\nimport { listFilings } from '@sec-latent/sdk/operations'\nexport default listFilings(createClient())`,
      MAX_FUNCTION_GZIP_BYTES,
    ],
    ['the check of webhooks', `export { unwrap } from '@sec-latent/sdk/webhooks'`, MAX_WEBHOOKS_GZIP_BYTES],
  ])('%s stays small in a bundle', async (_name, source, limit) => {
    const bundle = await build({
      stdin: { contents: source, resolveDir: folder },
      bundle: true,
      minify: true,
      write: false,
      format: 'esm',
      target: 'es2022',
    })
    const bytes = gzipSync(bundle.outputFiles[0]?.contents ?? '', { level: 9 }).length
    expect(bytes).toBeGreaterThan(300)
    expect(bytes).toBeLessThanOrEqual(limit)
  })

  test('loads as an ES module and as CommonJS, both entry points', async () => {
    const names = `[typeof sdk.LatentClient, typeof sdk.RateLimitError, typeof evidence.verifyEvidence].join()`
    await writeFile(
      join(folder, 'a.mjs'),
      `import * as sdk from '@sec-latent/sdk'\nimport * as evidence from '@sec-latent/sdk/evidence'\nconsole.log(${names})`,
    )
    await writeFile(
      join(folder, 'b.cjs'),
      `const sdk = require('@sec-latent/sdk')\nconst evidence = require('@sec-latent/sdk/evidence')\nconsole.log(${names})`,
    )
    for (const file of ['a.mjs', 'b.cjs']) {
      const { stdout } = await run(process.execPath, [file], { cwd: folder })
      expect(stdout.trim()).toBe('function,function,function')
    }
  })

  test('loads where nothing global can be changed, and leaves nothing running', async () => {
    const specifiers = ENTRY_POINTS.map((entry) => `@sec-latent/sdk${entry === 'index' ? '' : `/${entry}`}`)
    await writeFile(
      join(folder, 'c.mjs'),
      `const before = Object.getOwnPropertyNames(globalThis).length
const listeners = () => process.eventNames().flatMap((name) => process.listeners(name)).length
const listening = listeners()
globalThis.fetch = () => { throw new Error('a request on import') }
for (const name of ['setTimeout', 'setInterval', 'queueMicrotask']) {
  globalThis[name] = () => { throw new Error(name + ' on import') }
}
for (const name of Object.getOwnPropertyNames(globalThis)) {
  const prototype = globalThis[name]?.prototype
  if (prototype && !/^(?:Event|Node|Process|Message|Broadcast|Worker)/.test(name)) Object.freeze(prototype)
}
Object.freeze(globalThis)
const found = []
for (const specifier of ${JSON.stringify(specifiers)}) found.push(Object.keys(await import(specifier)).length)
console.log(JSON.stringify([found.every((count) => count > 0), Object.getOwnPropertyNames(globalThis).length - before, listeners() - listening]))`,
    )
    const { stdout } = await run(process.execPath, ['c.mjs'], { cwd: folder })
    expect(JSON.parse(stdout)).toEqual([true, 0, 0])
  })

  test.each(ENTRY_POINTS)('%s leaves nothing in a bundle that uses nothing of it', async (entry) => {
    const specifier = entry === 'index' ? '@sec-latent/sdk' : `@sec-latent/sdk/${entry}`
    const bundled = async (contents: string) => {
      const made = await build({
        stdin: { contents, resolveDir: folder },
        bundle: true,
        minify: true,
        write: false,
        format: 'esm',
        // That it leaves out what has no effects is what is asked here.
        logLevel: 'error',
      })
      return made.outputFiles[0]?.text.trim() ?? ''
    }
    expect(await bundled(`import '${specifier}'`)).toBe('')
    expect(await bundled(`import * as all from '${specifier}'`)).toBe('')
    expect((await bundled(`export * from '${specifier}'`)).length).toBeGreaterThan(300)
  })

  test('has the surface that was reviewed: otherwise look at the difference, run "npm run sdk:api-report" and commit', async () => {
    const packed = join(folder, 'package')
    const expected = await committedReport(join(import.meta.dirname, 'api-report'))
    const actual = { ...apiReport(packed), 'package-files.txt': await packageFiles(packed) }
    const names = [...new Set([...Object.keys(expected), ...Object.keys(actual)])].sort()
    const changes = names.map((name) =>
      difference(expected[name] ?? '', (actual as Record<string, string>)[name] ?? '', name),
    )
    expect(changes.join('')).toBe('')
  })

  test('would be published as it is, with these files and no other', async () => {
    const { name, version, files, unpackedBytes } = await publishDryRun(join(folder, 'package'))
    expect([name, version]).toEqual([manifest.name, manifest.version])
    expect(unpackedBytes).toBeLessThan(MAX_INSTALLED_BYTES)
    const unpacked = await readdir(join(folder, 'package'), { recursive: true, withFileTypes: true })
    const names = unpacked
      .filter((file) => file.isFile())
      .map((file) => join(file.parentPath, file.name).slice(join(folder, 'package').length + 1))
    expect(files).toEqual(names.sort())
  })

  test('has types that publint and attw accept', async () => {
    const packed = join(folder, 'package')
    const publint = await run(join(ROOT, 'node_modules/.bin/publint'), [
      '--strict',
      '--pack',
      'false',
      packed,
    ])
    expect(publint.stdout).toContain('All good')
    const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz')) ?? ''
    await run(join(ROOT, 'node_modules/.bin/attw'), [join(folder, tarball), '--profile', 'node16'])
  })

  test('has types that a program of a user compiles against, without those of Node', async () => {
    await cp(join(import.meta.dirname, 'scripts/consumer.fixture.ts'), join(folder, 'consumer.ts'))
    await writeFile(
      join(folder, 'tsconfig.json'),
      JSON.stringify({
        compilerOptions: {
          strict: true,
          noEmit: true,
          module: 'nodenext',
          target: 'es2022',
          lib: ['ES2022', 'DOM'],
          types: [],
          skipLibCheck: false,
        },
        files: ['consumer.ts'],
      }),
    )
    await run(join(ROOT, 'node_modules/.bin/tsc'), ['-p', folder])
  })
})
