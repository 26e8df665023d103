import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { findProblems } from './check.ts'
import { FOUNDING_ITEMS, type FoundingItem } from './founding-items.ts'
import type { Row } from './row.ts'

describe('findProblems', () => {
  const root = mkdtempSync(join(tmpdir(), 'ops-check-'))
  afterAll(() => rmSync(root, { recursive: true, force: true }))
  writeFileSync(join(root, 'made.conf'), '')
  writeFileSync(join(root, 'made.test.ts'), "it('answers in time', …)")
  const good = (item: FoundingItem): Row => ({
    item,
    artefacts: ['made.conf'],
    tests: ['made.test.ts > answers in time'],
    state: 'tested',
  })
  const all = (Object.keys(FOUNDING_ITEMS) as FoundingItem[]).map(good)
  const first = all[0] as Row
  const rest = all.slice(1)

  it('finds nothing when every item has a row whose artefacts and tests exist', () => {
    expect(findProblems(all, root, {})).toEqual([])
  })

  it.each<[string, Row[], string]>([
    ['an item without a row', rest, 'has no row'],
    ['an item with two rows', [first, ...all], 'has 2 rows'],
    [
      'an artefact that is not there',
      [{ ...first, artefacts: ['lost.conf'] }, ...rest],
      'lost.conf does not exist',
    ],
    [
      'a test file that is not there',
      [{ ...first, tests: ['lost.test.ts > x'] }, ...rest],
      'lost.test.ts does not exist',
    ],
    [
      'a title that the file lacks',
      [{ ...first, tests: ['made.test.ts > other'] }, ...rest],
      'has no title with "other"',
    ],
    ['a file without a title', [{ ...first, tests: ['made.test.ts'] }, ...rest], 'names no title'],
    ['tested without a test', [{ ...first, tests: [] }, ...rest], 'names no test'],
    ['paper without a reason', [{ ...first, state: 'paper', tests: [] }, ...rest], 'does not say why'],
    ['a command that does not exist', [{ ...first, commands: ['npm run lost'] }, ...rest], 'is no script'],
  ])('finds %s', (_, rows, problem) => {
    const found = findProblems(rows, root, {})
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ item: first.item, problem: expect.stringContaining(problem) })
  })
})
