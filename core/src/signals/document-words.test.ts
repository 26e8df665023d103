import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CanonicalText } from '../documents/document.ts'
import { documentWords, sharedVocabulary, wordAt } from './document-words.ts'
import { filingFixture } from './filing-fixture.ts'
import { wordsOf } from './words.ts'

function canonical(...blocks: string[]): CanonicalText {
  const text = filingFixture({ blocks }).filing.documents[0]?.text
  if (!text) throw new Error('a fixture has a text')
  return text
}

function listed(document: CanonicalText): string[] {
  const { words, vocabulary } = documentWords(document)
  return Array.from(words, (word) => vocabulary[word] ?? '')
}

const character = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...'abcXYZ019 \n.,') },
  { weight: 4, arbitrary: fc.constantFrom(..."'’-‐‑—“” \u00a0\u2003\u200b\u00ad™²½ﬁéÅΣςßİ漢") },
  { weight: 1, arbitrary: fc.constantFrom('\u0301', '\u0338', '\u0345', '😀', '\ud800', '=', '<', '\u1160') },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }) },
)
const text = fc.array(character, { maxLength: 60 }).map((characters) => characters.join(''))

describe('the words of a document', () => {
  it('are those of every block, whatever it is written with', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (blocks) => {
        expect(listed(canonical(...blocks))).toEqual(blocks.flatMap(wordsOf))
      }),
      { numRuns: 3000 },
    )
  })

  it('stand where they say, and each block begins where it says', () => {
    const document = canonical("The firm's Q3-2024 well‑known ’risks’-", '12 345', 'Größe counts')
    const { words, starts, ends, blocks, vocabulary } = documentWords(document)
    expect(Array.from(starts, (start, index) => document.text.slice(start, ends[index]))).toEqual([
      'The',
      "firm's",
      'Q3-2024',
      'well‑known',
      'risks',
      'Größe',
      'counts',
    ])
    expect(vocabulary[words[3] ?? -1]).toBe('well-known')
    expect([...blocks]).toEqual([0, 5, 5, 7])
    const words_ = documentWords(document)
    expect(wordAt(words_, 0)).toBe(0)
    expect(wordAt(words_, starts[4] ?? 0)).toBe(4)
    expect(wordAt(words_, document.text.length)).toBe(7)
  })

  it('are split once', () => {
    const document = canonical('Once.')
    expect(documentWords(document)).toBe(documentWords(document))
  })

  it('are numbered rightly when there are very many, and when their hashes crowd', () => {
    const many = Array.from({ length: 30_000 }, (_, index) => `w${index}`)
    expect(listed(canonical(many.join(' ')))).toEqual(many)
    // Hashes of all these words end in the same bits: they differ by what a multiplication shifts out.
    const crowd: string[] = []
    for (let index = 0; crowd.length < 100; index++) {
      const word = `x${index.toString(36)}`
      let hash = 0x811c9dc5 | 0
      for (const letter of word) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193)
      if ((hash & 0x3fff) === 5) crowd.push(word)
    }
    const twice = [...crowd, ...many, ...crowd]
    expect(listed(canonical(twice.join(' ')))).toEqual(twice)
    expect(new Set(documentWords(canonical(twice.join(' '))).vocabulary).size).toBe(30_100)
    expect(documentWords(canonical(twice.join(' '))).vocabulary.length).toBe(30_100)
  })

  it('of two texts share one numbering', () => {
    const left = documentWords(canonical('We expect demand to increase.'))
    const right = documentWords(canonical('We expect weakness in sales.'))
    const { vocabulary, renumbered } = sharedVocabulary(left, right)
    expect(vocabulary).toEqual(wordsOf('We expect demand to increase weakness in sales'))
    expect(Array.from(right.words, (word) => vocabulary[renumbered[word] ?? -1])).toEqual(
      wordsOf('We expect weakness in sales.'),
    )
  })
})
