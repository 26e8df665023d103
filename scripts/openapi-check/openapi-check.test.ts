import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { judged } from './allowed.ts'
import { compareContracts } from './breaking/compare.ts'
import type { Finding } from './breaking/rules.ts'
import { changelog } from './changelog.ts'
import { contractAt, presentContract, RELEASED, releasedText } from './contracts.ts'
import { grouped } from './grouped.ts'

const ROOT = join(import.meta.dirname, '../..')
const TODAY = new Date('2026-12-01T00:00:00Z')

interface Poorer {
  paths: Record<string, Record<string, { parameters: unknown[] }>>
  components: { schemas: Record<string, { properties: Record<string, unknown>; required: string[] }> }
}

/** A copy of the present contract with something done to it. */
function present(change: (document: Poorer) => void = () => {}) {
  const contract = structuredClone(presentContract())
  change(contract.document as unknown as Poorer)
  return contract
}

const filingOf = (document: Poorer) =>
  document.components.schemas.Filing as { properties: Record<string, unknown>; required: string[] }

describe('our contract', () => {
  test('is no change of itself, and breaks all who read filings when it loses a field', () => {
    expect(compareContracts(present(), present(), TODAY)).toEqual([])
    const poorer = present((document) => delete filingOf(document).properties.accepted_at)
    const found = compareContracts(present(), poorer, TODAY)
    expect(new Set(found.map(({ rule }) => rule))).toEqual(new Set(['response-property-removed']))
    const places = found.map(({ at }) => at)
    expect(places).toContain('GET /v1/filings 200/data/[]/accepted_at')
    expect(places).toContain('GET /v1/filings/{accession_number}/related 200/data/[]/filing/accepted_at')
    const [group, ...others] = grouped(found)
    expect(others).toEqual([])
    expect(group).toMatchObject({ place: 'Filing/accepted_at', severity: 'breaking' })
    expect(group?.operations.length).toBeGreaterThan(1)
  })

  test('loses nothing that is compared when it is kept as the released one', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'released-'))
    try {
      const file = join(folder, 'released.json')
      const text = releasedText(presentContract())
      await writeFile(file, text)
      const kept = contractAt(relative(ROOT, file))
      expect(compareContracts(presentContract(), kept, TODAY)).toEqual([])
      expect(compareContracts(kept, presentContract(), TODAY)).toEqual([])
      expect(releasedText(kept)).toBe(text)
      expect(kept.problemStatuses).toMatchObject({ unknown_parameter: 400 })
      expect(kept.sdkMethods).toMatchObject({ listFilings: 'filings.list' })
    } finally {
      await rm(folder, { recursive: true })
    }
  })

  test('can be read from a revision of git, and from nothing else', () => {
    expect(contractAt('HEAD').sdkMethods).toMatchObject({ listFilings: 'filings.list' })
    expect(() => contractAt('--output=x')).toThrow(/no revision/)
    expect(() => contractAt('HEAD; ls')).toThrow(/no revision/)
  })
})

describe('exceptions', () => {
  const found = [
    { rule: 'a', at: 'GET /x 200/y', within: 'X/y' },
    { rule: 'a', at: 'GET /z 200/y', within: 'X/y' },
    { rule: 'b', at: 'GET /x' },
  ]

  test('let pass what they name, wherever a component is met, and are told when they name nothing', () => {
    const everywhere = { rule: 'a', at: 'X/y', reason: 'nobody reads it' }
    expect(judged(found, [everywhere])).toEqual({ left: [found[2]], unused: [] })
    const once = { rule: 'a', at: 'GET /x 200/y', reason: 'nobody reads it' }
    expect(judged(found, [once]).left).toEqual([found[1], found[2]])
    const other = { rule: 'b', at: 'GET /z', reason: 'nobody reads it' }
    expect(judged(found, [other])).toEqual({ left: found, unused: [other] })
  })
})

describe('the changelog', () => {
  test('says what is new, what changed and what breaks, once for all operations', () => {
    const base = present((document) => {
      delete document.paths['/v1/events']
      delete filingOf(document).properties.accepted_at
      filingOf(document).properties.gone = { type: 'string' }
    })
    const text = changelog(compareContracts(base, present(), TODAY))
    expect(text).toMatch(/^### Breaking\n\n- `Filing\/gone`: the field is gone \(`GET \/v1\/filings`, /)
    expect(text).toContain('### New operations\n\n- `GET /v1/events`: a new operation: List events')
    expect(text).toMatch(/### New\n\n- `Filing\/accepted_at`: a new field \(/)
    expect(text.match(/Filing\/accepted_at/g)).toHaveLength(1)
  })

  test('tells of each finding in one chapter, and is empty when nothing changed', () => {
    const of = (rule: Finding['rule'], severity: Finding['severity']): Finding => ({
      rule,
      severity,
      direction: 'operation',
      at: `GET /${rule}`,
      within: null,
      change: rule,
    })
    const text = changelog([
      of('response-null-removed', 'info'),
      of('operation-deprecated', 'info'),
      of('operation-removed-after-sunset', 'info'),
      of('response-limit-relaxed', 'warning'),
      of('request-enum-value-added', 'info'),
    ])
    expect([...text.matchAll(/^### (.+)$/gm)].map(([, title]) => title)).toEqual([
      'Deprecated',
      'Removed as announced',
      'Worth a look',
      'New',
      'Also changed',
    ])
    expect(text.match(/^- /gm)).toHaveLength(5)
    expect(changelog([])).toBe('')
  })
})

/** The program itself, on two contracts that are files: then neither the routes nor the linter are asked. */
describe('npm run openapi:check', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'openapi-check-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  async function check(
    base: Parameters<typeof present>[0],
    next: Parameters<typeof present>[0],
    ...more: string[]
  ) {
    const files = [join(folder, 'base.json'), join(folder, 'next.json')] as const
    await writeFile(files[0], releasedText(present(base)))
    await writeFile(files[1], releasedText(present(next)))
    const [one, other] = files.map((file) => relative(ROOT, file))
    const args = [
      '--import',
      'tsx',
      'scripts/openapi-check/main.ts',
      '--base',
      `${one}`,
      '--next',
      `${other}`,
      ...more,
    ]
    return await promisify(execFile)(process.execPath, args, { cwd: ROOT, maxBuffer: 64 * 1024 * 1024 }).then(
      ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
      ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
    )
  }

  test('ends with 1 and names the place when a client breaks, also for programs', async () => {
    const broken = (document: Poorer) => void delete filingOf(document).properties.accepted_at
    const { code, stderr } = await check(undefined, broken)
    expect(code).toBe(1)
    expect(stderr).toMatch(
      /response-property-removed {2}Filing\/accepted_at: the field is gone \(in \d+ operations\)/,
    )
    const { code: again, stdout } = await check(undefined, broken, '--json')
    expect(again).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({ failed: true, breaking: [{ place: 'Filing/accepted_at' }] })
  })

  test('ends with 0 when a contract only grew, and prints the changelog when it is asked', async () => {
    const smaller = (document: Poorer) => void delete document.paths['/v1/events']
    expect(await check(smaller, undefined)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('none of which breaks'),
    })
    expect(await check(smaller, undefined, '--changelog')).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^### New operations/),
    })
  })

  test('the released contract is there, and is one', async () => {
    const text = await readFile(join(ROOT, RELEASED), 'utf8')
    expect(releasedText(contractAt(RELEASED))).toBe(text)
  })
})
