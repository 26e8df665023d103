import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { filesOfTree } from '../analysis/sources.ts'
import { ACCEPTED_LICENCES, BUDGET, KNOWN_INSTALL_SCRIPTS } from './accepted.ts'
import { ageProblems, directDependencies, readAges } from './ages.ts'
import {
  type LockEntry,
  type LockFile,
  lockedPackages,
  ROOT,
  readLockFile,
  shippedPackages,
} from './lock-file.ts'
import {
  type Advisories,
  belowFloor,
  compareVersions,
  installScripts,
  licenceProblems,
  lockFileProblems,
  looseVersions,
} from './policy.ts'
import { changedComponents, normalised } from './sbom.ts'
import { PUBLISHED_EXAMPLE, secretsIn, secretsInPieces } from './secrets-in-tree.ts'
import { workflowProblems } from './workflows.ts'

const lock = readLockFile()
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const manifest = JSON.parse(read('package.json')) as { workspaces: string[] }
const advisories = JSON.parse(read('scripts/supply-chain/advisories.json')) as Advisories
const lockOf = (packages: Record<string, LockEntry>): LockFile => ({ lockfileVersion: 3, packages })
const HASH = `sha512-${'A'.repeat(86)}==`

describe('the lock file', () => {
  test('has nothing below the floor of an advisory', () => {
    expect(belowFloor(lock, advisories)).toEqual([])
    expect(Object.values(advisories).flatMap((one) => one.advisories)).toEqual(
      expect.arrayContaining(['CVE-2026-33806', 'CVE-2026-26278', 'CVE-2025-66478', 'CVE-2025-55184']),
    )
  })

  test('names no host, hashes what it holds with SHA-512, and takes no code from git', () => {
    expect(lockFileProblems(lock)).toEqual([])
    for (const folder of ['.', ...manifest.workspaces]) {
      expect(looseVersions(JSON.parse(read(`${folder}/package.json`))), folder).toEqual([])
    }
  })

  test('ships nothing under a licence that asks for more than a notice, but for what is accepted by name', () => {
    expect(licenceProblems(lock, ACCEPTED_LICENCES)).toEqual([])
  })

  test('knows every package that would run a program when it is installed', () => {
    const known = Object.fromEntries(KNOWN_INSTALL_SCRIPTS.map((name) => [name, false]))
    expect(installScripts(lock, known)).toEqual([])
  })

  test('stays within its budget of packages', () => {
    const here = (packages: { optional?: boolean }[]) => packages.filter(({ optional }) => !optional).length
    expect(here(shippedPackages(lock))).toBeLessThanOrEqual(BUDGET.shipped)
    expect(here(lockedPackages(lock))).toBeLessThanOrEqual(BUDGET.all)
  })

  test('has direct dependencies whose age was written down when they were taken', () => {
    expect(ageProblems(directDependencies(), readAges())).toEqual([])
  })
})

describe('the checks find', () => {
  test('a version below its floor, also in an older major line, and no newer one', () => {
    const known = { a: { floors: ['3.14.2', '4.1.1'], advisories: ['CVE-1'] } }
    const at = (version: string) => belowFloor(lockOf({ 'x/node_modules/a': { version } }), known).length
    expect(['2.9.9', '3.14.1', '4.1.0', '4.1.1-beta.1'].map(at)).toEqual([1, 1, 1, 1])
    expect(['3.14.2', '4.1.1', '5.0.0'].map(at)).toEqual([0, 0, 0])
    expect(compareVersions('10.2.0', '9.9.9')).toBeGreaterThan(0)
  })

  test.each<[string, LockEntry]>([
    ['an address', { version: '1.0.0', integrity: HASH, resolved: 'https://elsewhere.example/a.tgz' }],
    ['a repository', { version: 'git+ssh://git@host/a.git#1', integrity: HASH }],
    ['a weak hash', { version: '1.0.0', integrity: 'sha1-AAAA' }],
    ['no hash', { version: '1.0.0' }],
  ])('%s in a lock file', (_, entry) => {
    expect(lockFileProblems(lockOf({ 'node_modules/a': entry }))).toHaveLength(1)
  })

  test.each(['^1.0.0', '*', 'latest', 'github:a/b', 'https://host/a.tgz', '1.x'])(
    'the version %s',
    (version) => {
      expect(looseVersions({ dependencies: { a: version } })).toEqual([`a@${version}`])
    },
  )

  test('a licence that is shipped, not one that is for development, and an excuse nobody needs', () => {
    const packages = {
      'node_modules/a': { license: 'GPL-3.0-only' },
      'node_modules/b': { license: 'AGPL-3.0', dev: true },
      'node_modules/c': { license: '(MIT OR GPL-3.0)' },
      'node_modules/d': { license: 'MIT AND LGPL-3.0' },
      'node_modules/e': {},
    }
    const problems = licenceProblems(lockOf(packages), { unused: 'x' })
    expect(problems.map((problem) => problem.split(' ')[0])).toEqual([
      'node_modules/a',
      'node_modules/d',
      'node_modules/e',
      'unused',
    ])
  })

  test('a dependency that is new or was too young', () => {
    const ages = {
      before_the_rule: ['a@1.0.0'],
      taken: {
        'b@1.0.0': { published: '2026-01-01', taken: '2026-01-10' },
        'c@1.0.0': { published: '2026-01-01', taken: '2026-01-02', reason: 'mends a fault' },
        'd@1.0.0': { published: '2026-01-01', taken: '2026-01-15' },
      },
    }
    const problems = ageProblems(['a@1.0.0', 'b@1.0.0', 'c@1.0.0', 'd@1.0.0', 'e@1.0.0'], ages)
    expect(problems.map((problem) => problem.split(' ')[0])).toEqual(['b@1.0.0', 'e@1.0.0'])
  })
})

describe('the workflows', () => {
  const folder = join(ROOT, '.github/workflows')
  test.each(readdirSync(folder))('%s trusts no tag and begins with no right to write', (name) => {
    expect(workflowProblems(name, readFileSync(join(folder, name), 'utf8'))).toEqual([])
  })

  test.each([
    ['pull_request_target', 'on: pull_request_target\npermissions: {}\njobs: {}'],
    ['no permissions', 'on: push\njobs: {}'],
    ['a right to write for all jobs', 'on: push\npermissions: {contents: write}\njobs: {}'],
    ['a tag', 'on: push\npermissions: {}\njobs: {a: {steps: [{uses: actions/checkout@v5}]}}'],
    [
      'text of a stranger',
      `on: push\npermissions: {}\njobs: {a: {steps: [{run: "echo \${{ github.event.issue.title }}"}]}}`,
    ],
    [
      'an installation without the lock file',
      'on: push\npermissions: {}\njobs: {a: {steps: [{run: npm install}]}}',
    ],
  ])('%s is found', (_, text) => {
    expect(workflowProblems('w', text)).toHaveLength(1)
  })
})

describe('the tree', () => {
  test('holds no secret', () => {
    const found = filesOfTree()
      .filter((path) => statSync(join(ROOT, path)).size < 4_000_000)
      .flatMap((path) =>
        secretsIn(readFileSync(join(ROOT, path), 'latin1')).map((secret) => ({ path, ...secret })),
      )
      .filter(({ begins }) => begins !== PUBLISHED_EXAMPLE)
    expect(found).toEqual([])
  })

  test.each([
    ['key of AWS', ['AKIA', 'IOSFODNN7EXAMPLE'].join('')],
    ['token of GitHub', ['ghp', '_', 'a'.repeat(36)].join('')],
    ['token of npm', ['npm', '_', 'a'.repeat(36)].join('')],
    ['private key', ['-----BEGIN PRIVATE', ` KEY-----\n${'A'.repeat(64)}`].join('')],
    ['key of this product', ['slp', `_live_${'a'.repeat(49)}`].join('')],
    ['password in an address', ['postgres://admin', ':correcthorsebattery@db/x'].join('')],
  ])('a %s would be found', (kind, text) => {
    expect(secretsIn(`one\ntwo ${text} three`)).toMatchObject([{ kind, line: 2 }])
  })

  test('a secret is found once in a text that comes in pieces, wherever they are cut', async () => {
    const text = `${'some words\n'.repeat(300)}${['AKIA', 'IOSFODNN7EXAMPLE'].join('')}\n${'more words\n'.repeat(300)}`
    for (const cut of [3_290, 3_300, 3_305, 3_315, 3_320, 3_400, 6_000]) {
      async function* pieces() {
        yield text.slice(0, cut)
        yield text.slice(cut)
      }
      expect(await secretsInPieces(pieces()), String(cut)).toHaveLength(1)
    }
  })

  test('keeps files of secrets out of the repository and out of images', () => {
    const ignored = read('.gitignore').split('\n')
    expect(ignored).toEqual(expect.arrayContaining(['.env', '.env.*', '!.env.example']))
    const tracked = filesOfTree().filter((path) => /(?:^|\/)\.env(?:\.|$)/.test(path))
    expect(tracked).toEqual(['.env.example'])
    expect(read('.dockerignore')).toMatch(/^\*\*\/\.env\*?|^\.env/m)
  })
})

describe('the bill of materials', () => {
  const component = (name: string, version: string, group?: string) => ({
    name,
    version,
    ...(group ? { group } : {}),
  })

  test('names what came, went and changed', () => {
    const before = {
      components: [component('a', '1.0.0'), component('b', '1.0.0'), component('c', '1.0.0', '@x')],
    }
    const after = {
      components: [
        component('a', '1.0.0'),
        component('b', '2.0.0'),
        component('b', '1.0.0'),
        component('d', '1.0.0'),
      ],
    }
    expect(changedComponents(before, after)).toEqual([
      '- @x/c 1.0.0',
      '~ b 1.0.0 -> 1.0.0, 2.0.0',
      '+ d 1.0.0',
    ])
    expect(changedComponents(before, before)).toEqual([])
  })

  test('is the same for the same lock file', () => {
    const made = (time: string) => ({
      serialNumber: `urn:uuid:${time}`,
      metadata: { timestamp: time, component: 'x' },
      components: [],
    })
    expect(normalised(made('1'))).toEqual(normalised(made('2')))
    expect(normalised(made('1'))).toEqual({ metadata: { component: 'x' }, components: [] })
  })

  test('is made with every release and kept out of the repository', () => {
    expect(read('.gitignore')).toMatch(/^\/artefacts\/$/m)
    expect(read('.github/workflows/release.yml')).toMatch(/npm run sbom/)
  })
})
