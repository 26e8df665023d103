import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { indexText } from './index-text.ts'
import { MAX_QUERY_WORDS } from './parse-query.ts'
import { textOf } from './search-fixture.ts'
import { wordsOf } from './words.ts'

const DOCUMENT = { document_id: '0009990001-25-000001:1', sequence: 1 }

function indexed(content: string | Record<string, string>) {
  const { text, blocks, sections } = textOf(content)
  return { text, ...indexText(DOCUMENT, { text, blocks }, sections) }
}

/** Word and positions of a vector. */
function positions(terms: string): Map<string, number[]> {
  return new Map(
    terms
      .split(' ')
      .filter((entry) => entry !== '')
      .map((entry) => {
        const [, word = '', places = ''] = /^'(.*)':(.*)$/.exec(entry) ?? []
        return [word, places.split(',').map(Number)]
      }),
  )
}

describe('the index of a text', () => {
  test('has each word of it where it stands, and no phrase across blocks or sections', () => {
    const { chunks } = indexed({
      '10k.item_1': 'We sell robots. Robots!\n\nFew do.',
      '10k.item_2': 'One hall.',
    })
    expect(chunks.map(({ section_key }) => section_key)).toEqual(['10k.item_1', '10k.item_2'])
    expect(Object.fromEntries(positions(chunks[0]?.terms ?? ''))).toEqual({
      we: [2],
      sell: [3],
      robots: [4, 5],
      few: [7],
      do: [8],
    })
  })

  test('goes on behind page furniture, which it leaves out', () => {
    const { chunks } = indexed('a going\n\n42\n\nconcern')
    expect(Object.fromEntries(positions(chunks[0]?.terms ?? ''))).toEqual({
      a: [2],
      going: [3],
      concern: [4],
    })
  })

  test('weighs words by how often they stand there', () => {
    const { parts } = indexed(`once ${'few '.repeat(3)}${'some '.repeat(9)}${'many '.repeat(10)}`)
    expect(parts).toMatchObject([{ part: 0, words: 23, terms: "'once':1 'few':1C 'some':1B 'many':1A" }])
  })

  test.each([
    ['one word for ever', 'the '.repeat(20_000)],
    ['words that never repeat', Array.from({ length: 60_000 }, (_, at) => `w${at}`).join(' ')],
    ['very long words', Array.from({ length: 20_000 }, (_, at) => `é${at}`.padStart(64, '株')).join(' ')],
  ])('of %s keeps within the limits of a vector, and any phrase is whole in one chunk', (_title, text) => {
    const { chunks, parts } = indexed(text)
    for (const { terms } of [...chunks, ...parts]) expect(Buffer.byteLength(terms)).toBeLessThan(1_500_000)
    for (const { terms } of chunks) {
      for (const places of positions(terms).values()) {
        expect(places.length).toBeLessThanOrEqual(255)
        expect(Math.max(...places)).toBeLessThan(16_383)
      }
    }
    for (const [at, chunk] of chunks.entries()) {
      const next = chunks[at + 1]
      if (!next) break
      const overlap = [...text].slice(next.start, chunk.end).join('')
      expect([...wordsOf(overlap)].length).toBeGreaterThanOrEqual(MAX_QUERY_WORDS - 1)
    }
    expect(parts.reduce((sum, part) => sum + part.words, 0)).toBe([...wordsOf(text)].length)
  })

  test('covers every word by a chunk whose code points and bytes name the same stretch', () => {
    const paragraph = fc.array(fc.constantFrom('risk', 'Nestlé', '🤖', '10-K', '—', 'the', '17'), {
      maxLength: 30,
    })
    fc.assert(
      fc.property(fc.array(paragraph, { maxLength: 12 }), (paragraphs) => {
        const { text, chunks } = indexed(paragraphs.map((words) => words.join(' ')).join('\n\n'))
        const bytes = Buffer.from(text)
        for (const { start, end, byte_start, byte_end } of chunks) {
          expect(bytes.subarray(byte_start, byte_end).toString()).toBe([...text].slice(start, end).join(''))
        }
      }),
    )
  })
})
