import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { ROOT } from '../analysis/sources.ts'
import { asvsPage, asvsProblems, readAsvs } from './asvs.ts'
import { SECURITY_CHECKS } from './checks.ts'
import { CHECKS, problemsOf } from './problems.ts'
import type { SecurityCheck } from './security-check.ts'
import { titlesIn } from './titles.ts'

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }

describe('the hundred checks', () => {
  test('are each shown by a test that there is, or have a reason', () => {
    expect(problemsOf(SECURITY_CHECKS, scripts)).toEqual([])
  })
})

describe('the map of ASVS', () => {
  const map = readAsvs()
  const [first = ''] = Object.keys(map)
  const section = map[first] as (typeof map)[string]

  test('has every section, each with checks that have tests, or with a reason', () => {
    expect(asvsProblems(map, SECURITY_CHECKS)).toEqual([])
  })

  test('and the checks are on their page as they are: run npm run security:check -- --page', () => {
    expect(read('docs-site/content/docs/operate/security-checks.mdx')).toBe(asvsPage(map, SECURITY_CHECKS))
  })

  test.each<[string, object, string]>([
    ['a section that is none', { ...map, '18.1': section }, 'V18.1 is no section'],
    ['a check without a test', { ...map, [first]: { ...section, checks: [60] } }, 'names 60'],
    ['nothing at all', { ...map, [first]: { about: 'x', checks: [] } }, 'neither'],
  ])('would show %s', (_, changed, problem) => {
    expect(asvsProblems(changed as typeof map, SECURITY_CHECKS)).toEqual([expect.stringContaining(problem)])
  })

  test('would show a section that is missing', () => {
    const { [first]: _, ...rest } = map
    expect(asvsProblems(rest, SECURITY_CHECKS)).toEqual([`V${first} has no entry`])
  })
})

describe('the check of the checks finds', () => {
  const root = mkdtempSync(join(tmpdir(), 'security-checks-'))
  afterAll(() => rmSync(root, { recursive: true, force: true }))
  writeFileSync(join(root, 'made.test.ts'), "// other words\ntest.each([1])('holds for %s', () => {})")
  const all = Array.from(
    { length: CHECKS },
    (_, index): SecurityCheck => ({ id: index + 1, what: 'x', tests: ['made.test.ts > holds for'] }),
  )
  const [first, ...rest] = all as [SecurityCheck, ...SecurityCheck[]]

  test('nothing in a whole list', () => expect(problemsOf(all, {}, root)).toEqual([]))

  test.each<[string, SecurityCheck[], string]>([
    ['a number that is missing', rest, '1 is there 0 times'],
    ['one that is there twice', [first, ...all], '1 is there 2 times'],
    ['a file that is not there', [{ ...first, tests: ['lost.test.ts > x'] }, ...rest], 'no tests in lost'],
    [
      'words that stand in no title',
      [{ ...first, tests: ['made.test.ts > other words'] }, ...rest],
      'no test "',
    ],
    ['a file without a title', [{ ...first, tests: ['made.test.ts'] }, ...rest], 'without a title'],
    ['neither test nor reason', [{ ...first, tests: [], reason: 'later' }, ...rest], 'neither'],
    ['a command that is none', [{ ...first, commands: ['npm run lost'] }, ...rest], 'no script'],
  ])('%s', (_, checks, problem) => {
    expect(problemsOf(checks, {}, root)).toEqual([expect.stringContaining(problem)])
  })

  test('titles are those of tests, however they are made', () => {
    const text =
      "describe('d', () => { it('a', f); test.each([1])('b %s', f); test.skipIf(x)('c', f); other('e') })"
    expect(titlesIn(text)).toEqual(['a', 'b %s', 'c'])
  })
})

test('SECURITY.md says where to write, and how long a mend of each severity may take', () => {
  const text = read('SECURITY.md')
  expect(text).toMatch(/\*\*security@\S+\*\*/)
  for (const row of ['critical | 48 hours', 'high | 7 days', 'medium | 30 days']) expect(text).toContain(row)
})
