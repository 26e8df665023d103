import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyDiff, diffSteps } from './apply-diff.ts'
import type { DiffHunk } from './diff.ts'
import { diffTexts } from './diff-texts.ts'

/** Texts of few words, so that both sides have much in common, with everything that breaks offsets. */
const someText = fc
  .array(
    fc.constantFrom(
      'risk',
      'Risk',
      'the',
      ' ',
      ' ',
      '. ',
      '\n',
      '\n\n',
      '🤖',
      'é',
      '10b5-1',
      ' | ',
      '—',
      '\n\n\n',
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''))
const related = someText.chain((left) =>
  fc.tuple(
    fc.constant(left),
    fc.oneof(
      someText,
      fc
        .tuple(fc.nat(left.length), fc.nat(left.length), someText)
        .map(([from, to, middle]) => [left.slice(0, from), middle, left.slice(to)].join('')),
    ),
  ),
)

function expectExact(left: string, right: string): DiffHunk[] {
  const { hunks } = diffTexts(left, right)
  expect(applyDiff(left, diffSteps(hunks, right))).toBe(right)
  expect(applyDiff(right, diffSteps(hunks, left, 'backward'))).toBe(left)
  let [i, j] = [0, 0]
  for (const hunk of hunks) {
    expect([hunk.left_start, hunk.right_start]).toEqual([i, j])
    i = hunk.left_end
    j = hunk.right_end
    const [ours, theirs] = textsOf(hunk, left, right)
    if (hunk.operation === 'equal') expect(ours).toBe(theirs)
    if (hunk.operation === 'insert') expect(ours).toBe('')
    if (hunk.operation === 'delete') expect(theirs).toBe('')
    if (hunk.operation === 'replace') expect(ours).not.toBe(theirs)
  }
  expect([i, j]).toEqual([left.length, right.length])
  const moves = new Map<number, string[]>()
  for (const hunk of hunks) {
    if (hunk.move === null) continue
    moves.set(hunk.move, [...(moves.get(hunk.move) ?? []), textsOf(hunk, left, right).join('')])
  }
  for (const [one, other, ...more] of moves.values()) expect([other, more]).toEqual([one, []])
  return hunks
}

function textsOf(hunk: DiffHunk, left: string, right: string): [string, string] {
  return [left.slice(hunk.left_start, hunk.left_end), right.slice(hunk.right_start, hunk.right_end)]
}

const shown = (left: string, right: string) =>
  expectExact(left, right)
    .filter(({ operation }) => operation !== 'equal')
    .map((hunk) => [hunk.operation, ...textsOf(hunk, left, right)])

describe('a diff', () => {
  test('of any two texts tiles both, and applied to either side gives the other', () => {
    fc.assert(
      fc.property(related, ([left, right]) => {
        expectExact(left, right)
      }),
      { numRuns: 1_500 },
    )
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (left, right) => {
        expectExact(left, right)
      }),
      { numRuns: 500 },
    )
  })

  test('never cuts through a character', () => {
    fc.assert(
      fc.property(related, (pair) => {
        const [left, right] = pair.map((text) => text.toWellFormed()) as [string, string]
        for (const hunk of diffTexts(left, right).hunks) {
          for (const part of textsOf(hunk, left, right)) expect(part.isWellFormed()).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('of equal texts is one equal hunk, of two empty ones none', () => {
    expect(diffTexts('One.\n\nTwo.', 'One.\n\nTwo.').hunks).toMatchObject([
      { operation: 'equal', level: null, left_end: 10, right_end: 10 },
    ])
    expect(diffTexts('', '')).toEqual({ hunks: [], complete: true })
  })

  test('shows the words that changed in a sentence', () => {
    expect(
      shown(
        'We rely on one supplier for our sensors. Our robots may fail.',
        'We rely on two suppliers for our sensors. Our robots may fail.',
      ),
    ).toEqual([['replace', 'one supplier', 'two suppliers']])
    expect(shown('Revenue rose 12.5% to $1,204 million.', 'Revenue rose 13.5% to $1,366 million.')).toEqual([
      ['replace', '12.5', '13.5'],
      ['replace', '1,204', '1,366'],
    ])
  })

  test('shows a new block as an insertion and a dropped sentence as a deletion', () => {
    const first = 'We depend on a single manufacturer for the arms of our robots.'
    const last = 'Our insurance may not cover every loss that we suffer from such failures.'
    expect(shown(`${first}\n\n${last}`, `${first}\n\nTariffs may raise our costs.\n\n${last}`)).toEqual([
      ['insert', '', 'Tariffs may raise our costs.\n\n'],
    ])
    expect(shown(`${first} It may stop. ${last}`, `${first} ${last}`)).toEqual([
      ['delete', 'It may stop. ', ''],
    ])
  })

  test('two unrelated blocks are a deletion and an insertion, not a salad of words', () => {
    expect(
      shown(
        'Same.\n\nThe loss of the chief executive would harm the business of the company.',
        'Same.\n\nIn the event of a drought, water for cooling of our halls may be short.',
      ).map(([operation]) => operation),
    ).toEqual(['delete', 'insert'])
  })

  test('a block that stands elsewhere word for word has moved, with the heading above it', () => {
    const cyber =
      'Cybersecurity\n\nAn attack on our systems could stop every robot that we have delivered so far.\n\n'
    const others = ['Competition is fierce.', 'Demand may fall.', 'Rates may rise.', 'Costs may rise.'].join(
      '\n\n',
    )
    const hunks = expectExact(`${cyber}${others}\n\nEnd.`, `${others}\n\n${cyber}End.`)
    expect(hunks.filter(({ move }) => move !== null)).toMatchObject([
      { operation: 'delete', move: 1 },
      { operation: 'insert', move: 1 },
    ])
  })

  test('is the same on every run', () => {
    const [left, right] = [longText(200, 7), longText(200, 11)]
    expect(diffTexts(left, right)).toEqual(diffTexts(left, right))
  })
})

describe('hostile texts', () => {
  test.each([
    ['nothing in common', longText(9_000, 3), longText(9_000, 5).toUpperCase().replaceAll('A', 'Z')],
    ['one word, a million times', 'a '.repeat(500_000), 'a '.repeat(499_999)],
    ['two words that alternate', 'a b '.repeat(200_000), 'b a '.repeat(200_000)],
    ['one line of different words', numbered(100_000, 'x'), numbered(100_000, 'y')],
    ['lines in reverse', numbered(60_000, '\n'), numbered(60_000, '\n').split('\n').reverse().join('\n')],
    ['empty lines alone', '\n'.repeat(400_000), '\n'.repeat(399_000)],
    ['punctuation alone', '.;:'.repeat(200_000), ';.:'.repeat(200_000)],
  ])('of %s end within seconds, exact, and say when they are coarse', (_title, left, right) => {
    const began = performance.now()
    const { hunks, complete } = diffTexts(left, right)
    expect(performance.now() - began).toBeLessThan(8_000)
    expect(applyDiff(left, diffSteps(hunks, right)) === right).toBe(true)
    if (hunks.some(({ level }) => level === 'coarse')) expect(complete).toBe(false)
  })
})

/** Invented prose of so many sentences, the same for the same seed. */
function longText(sentences: number, seed: number): string {
  let state = seed
  const next = (bound: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state % bound
  }
  return Array.from({ length: sentences }, (_, at) => {
    const words = Array.from({ length: 6 + next(20) }, () => `word${next(3_000)}`)
    return `${words.join(' ')}.${at % 4 === 3 ? '\n\n' : ' '}`
  }).join('')
}

function numbered(count: number, separator: string): string {
  return Array.from({ length: count }, (_, at) => `${separator}${at * 7_919}`).join(
    separator === '\n' ? '' : ' ',
  )
}
