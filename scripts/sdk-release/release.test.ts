import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { closureOf, isPermissive, type LockEntry, notPermissive } from './licences.ts'

const run = promisify(execFile)
const ROOT = join(import.meta.dirname, '../..')
const PUBLISHED = ['sdk', 'sdk/mcp', 'sdk/cli']
const read = (name: string) => readFile(join(ROOT, name), 'utf8')

describe('the workflow of a release', () => {
  test('names every action by its commit, with the version beside it', async () => {
    const uses = [...(await read('.github/workflows/release.yml')).matchAll(/uses: (.+)$/gm)].map(
      ([, one]) => one,
    )
    expect(uses.length).toBeGreaterThan(0)
    for (const one of uses) expect(one).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
  })

  test('keeps no token, and only what publishes may say who it is', async () => {
    const text = await read('.github/workflows/release.yml')
    expect(text).not.toMatch(/secrets\.|NODE_AUTH_TOKEN|NPM_TOKEN/)
    expect(text).toMatch(/^permissions: \{\}$/m)
    const [, check = '', publish = ''] = text.split(/^ {2}(?:check|publish):$/m)
    expect(check).not.toContain('id-token')
    expect(publish).toContain('id-token: write')
    expect(publish).toContain('needs: check')
    expect(publish).toMatch(/NPM_CONFIG_PROVENANCE: (["'])true\1$/m)
  })

  test('runs what there is', async () => {
    const { scripts } = JSON.parse(await read('package.json')) as { scripts: Record<string, string> }
    const text = await read('.github/workflows/release.yml')
    for (const [, name] of text.matchAll(/npm run ([\w:]+)/g)) expect(scripts).toHaveProperty([name ?? ''])
    expect(scripts).toHaveProperty(['release:version'])
  })
})

/** With the changesets of this repository's configuration, on a copy of its packages. */
test('a changeset becomes a version of all packages that go together, and a line of the changelog', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'release-'))
  try {
    await cp(join(ROOT, '.changeset/config.json'), join(folder, '.changeset/config.json'), {
      recursive: true,
    })
    await writeFile(
      join(folder, 'package.json'),
      JSON.stringify({ name: 'root', private: true, workspaces: PUBLISHED }),
    )
    await writeFile(join(folder, 'package-lock.json'), '{}')
    for (const name of PUBLISHED) {
      await mkdir(join(folder, name), { recursive: true })
      await cp(join(ROOT, name, 'package.json'), join(folder, name, 'package.json'))
    }
    await cp(join(ROOT, 'sdk/CHANGELOG.md'), join(folder, 'sdk/CHANGELOG.md'))
    const words = 'Lists can be read from the end.'
    await writeFile(join(folder, '.changeset/one.md'), `---\n"@sec-latent/sdk": minor\n---\n\n${words}\n`)
    await run('git', ['init', '--quiet', '--initial-branch=main'], { cwd: folder })
    const before = JSON.parse(await read('sdk/package.json')).version as string
    await run(process.execPath, [join(ROOT, 'node_modules/@changesets/cli/bin.js'), 'version'], {
      cwd: folder,
    })
    const [major, minor] = before.split('.').map(Number)
    for (const name of PUBLISHED) {
      const { version } = JSON.parse(await readFile(join(folder, name, 'package.json'), 'utf8'))
      expect([name, version]).toEqual([name, `${major}.${Number(minor) + 1}.0`])
    }
    expect(await readFile(join(folder, 'sdk/CHANGELOG.md'), 'utf8')).toContain(words)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})

describe('licences', () => {
  /** Reviewed: what they ask for is met, and they are not part of what is published on npm. */
  const REVIEWED: [pattern: RegExp, why: string][] = [
    [/^@img\/sharp/, 'LGPL library that Next may load for images, beside it and replaceable'],
    [/^lightningcss/, 'MPL, builds the style sheet and is not in it'],
    [/^caniuse-lite@/, 'CC-BY data that the build of the portal reads'],
  ]

  test('of everything that is installed where the product runs are permissive, or were reviewed', async () => {
    const { packages } = JSON.parse(await read('package-lock.json')) as {
      packages: Record<string, LockEntry>
    }
    const others = notPermissive(packages)
    expect(others.filter((one) => !REVIEWED.some(([pattern]) => pattern.test(one)))).toEqual([])
    for (const [pattern] of REVIEWED) expect(others.some((one) => pattern.test(one))).toBe(true)
  })

  test.each(PUBLISHED)('of all that goes into %s are permissive, without exception', async (workspace) => {
    const { packages } = JSON.parse(await read('package-lock.json')) as {
      packages: Record<string, LockEntry>
    }
    const closure = closureOf(packages, workspace)
    const others = closure.filter(
      (path) => !isPermissive(packages[path]?.license ?? '') && !packages[path]?.link,
    )
    expect(others).toEqual([])
    if (workspace === 'sdk') expect(closure).toEqual([])
    if (workspace === 'sdk/mcp') expect(closure).toContain('node_modules/@modelcontextprotocol/sdk')
    const manifest = JSON.parse(await read(`${workspace}/package.json`)) as {
      license: string
      files: string[]
    }
    expect(isPermissive(manifest.license)).toBe(true)
    expect(manifest.files).toContain('LICENSE')
  })

  test('are read as they are written', () => {
    expect(['MIT', '(MIT OR GPL-3.0)', 'MIT AND ISC', 'Apache-2.0'].every(isPermissive)).toBe(true)
    expect(['', 'GPL-3.0', 'MIT AND LGPL-3.0-or-later', 'SEE LICENSE IN LICENSE'].some(isPermissive)).toBe(
      false,
    )
  })

  test('are found in nested packages, and not in those of development', () => {
    const packages = {
      '': {},
      a: { dependencies: { x: '1' } },
      'a/node_modules/x': { license: 'GPL-3.0', version: '1.0.0', dependencies: { y: '1' } },
      'node_modules/x': { license: 'MIT', version: '2.0.0' },
      'node_modules/y': { version: '3.0.0' },
      'node_modules/z': { license: 'GPL-3.0', version: '3.0.0', dev: true },
    }
    expect(notPermissive(packages)).toEqual(['x@1.0.0: GPL-3.0', 'y@3.0.0: none named'])
    expect(closureOf(packages, 'a').sort()).toEqual(['a/node_modules/x', 'node_modules/y'])
  })
})
