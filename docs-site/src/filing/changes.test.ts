import { describe, expect, it } from 'vitest'
import type { Diff } from '../../../sdk/src/index.ts'
import { type Change, changesOf, pagesOf, passagesOf } from './changes.ts'

type Hunk = Diff['hunks'][number]

function hunk(operation: Hunk['operation'], from: string, to: string, more: Partial<Hunk> = {}): Hunk {
  const span = (quote: string) => ({ start: 0, end: 0, byte_start: 0, byte_end: 0, quote })
  return { operation, level: 'word', move: null, from: span(from), to: span(to), ...more }
}

const textOf = (changes: Change[], kinds: Change['kind'][]) =>
  changes
    .map((change) => (change.kind !== 'folded' && kinds.includes(change.kind) ? change.text : ''))
    .join('')

describe('a comparison as it is drawn', () => {
  it('without what is folded it is both texts', () => {
    const hunks = [
      hunk('equal', 'We sell 😀 ', 'We sell 😀 '),
      hunk('replace', 'ten', 'twelve'),
      hunk('equal', ' buoys', ' buoys'),
      hunk('delete', ' a year', ''),
      hunk('insert', '', '.\n\nSince May more.', { level: 'block' }),
    ]
    const changes = changesOf(hunks)
    expect(textOf(changes, ['same', 'removed'])).toBe('We sell 😀 ten buoys a year')
    expect(textOf(changes, ['same', 'added'])).toBe('We sell 😀 twelve buoys.\n\nSince May more.')
    expect(changes.map(({ kind }) => kind)).toEqual(['same', 'removed', 'added', 'same', 'removed', 'added'])
    expect(changes.at(-1)).toMatchObject({ whole: true })
  })

  it('what stayed is folded between changes, and says how much it is', () => {
    const same = '😀'.repeat(1000)
    const changes = changesOf([
      hunk('equal', same, same),
      hunk('insert', '', 'x'),
      hunk('equal', same, same),
      hunk('delete', 'y', ''),
    ])
    expect(
      changes.map((one) => (one.kind === 'folded' ? one.characters : Array.from(one.text).length)),
    ).toEqual([760, 240, 1, 240, 520, 240, 1])
  })

  it('texts that are the same are one fold', () => {
    const same = 'word '.repeat(500)
    expect(changesOf([hunk('equal', same, same)])).toEqual([{ kind: 'folded', characters: 2500 }])
    expect(changesOf([hunk('equal', '', '')])).toEqual([])
  })

  it('a replacement of any length comes in pages of bounded length and loses nothing', () => {
    const long = `${'😀 words of a paragraph. '.repeat(20)}\n\n`.repeat(300)
    const changes = changesOf([hunk('replace', long, '😀'.repeat(40_000), { level: 'coarse' })])
    expect(textOf(changes, ['removed'])).toBe(long)
    expect(textOf(changes, ['added'])).toBe('😀'.repeat(40_000))
    expect(changes.every((one) => one.kind !== 'folded' && one.text.isWellFormed())).toBe(true)
    const pages = pagesOf(changes)
    expect(pages.length).toBeGreaterThan(5)
    expect(pages.flat()).toEqual(changes)
    for (const page of pages) expect(textOf(page, ['removed', 'added']).length).toBeLessThanOrEqual(24_000)
  })

  it('what lies between two folds is one passage', () => {
    const same = 'word '.repeat(500)
    const passages = passagesOf(
      changesOf([hunk('equal', same, same), hunk('replace', 'a', 'b'), hunk('equal', same, same)]),
    )
    expect(passages.map(({ kind }) => kind)).toEqual(['folded', 'text', 'folded'])
    expect(passagesOf([])).toEqual([])
  })
})
