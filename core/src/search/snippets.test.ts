import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseQuery } from './parse-query.ts'
import { wantedLeaves } from './query.ts'
import { snippetsOf } from './snippets.ts'

const FILLER = Array.from({ length: 120 }, (_, at) => `filler${at}`).join(' ')

function snippets(text: string, query: string, limit = 3, base = { start: 0, byte_start: 0 }) {
  return snippetsOf(text, base, wantedLeaves(parseQuery(query)), limit)
}

const quoted = (text: string, query: string, limit?: number) =>
  snippets(text, query, limit).map(({ highlights }) =>
    highlights.map(({ start, end }) => [...text].slice(start, end).join('')),
  )

describe('snippets', () => {
  test('mark phrases whatever stands between their words, and prefixes as whole words', () => {
    expect(quoted('A “going-concern” doubt. Going\nConcern!', '"going concern"')).toEqual([
      ['going-concern', 'Going\nConcern'],
    ])
    expect(quoted('Restated, restating; rest.', 'restat*')).toEqual([['Restated', 'restating']])
    expect(quoted('Nestlé of NESTLE', 'nestle')).toEqual([['Nestlé', 'NESTLE']])
  })

  test('prefer the passage with most parts of the query, and show others in the order of the text', () => {
    const text = `alpha once. ${FILLER} alpha beside beta. ${FILLER} beta alone.`
    expect(quoted(text, 'alpha beta', 1)).toEqual([['alpha', 'beta']])
    expect(quoted(text, 'alpha beta')).toEqual([['alpha'], ['alpha', 'beta'], ['beta']])
  })

  test('are about forty words, and as long as a phrase that is longer', () => {
    const [one] = snippets(`${FILLER} needle ${FILLER}`, 'needle')
    expect(one?.quote.split(' ').length).toBeLessThanOrEqual(41)
    expect(one?.quote).toContain('needle')
    const phrase = FILLER.split(' ').slice(10, 60).join(' ')
    expect(snippets(FILLER, `"${phrase}"`)[0]?.quote).toContain(phrase)
  })

  test('keep to the index: no phrase across blocks, and the words alone where a page number interrupts it', () => {
    expect(quoted('going concern. We are going\n\nconcern yourself', '"going concern"')).toEqual([
      ['going concern'],
    ])
    expect(quoted('as a going\n\n17\n\nconcern', '"going concern"')).toEqual([['going', 'concern']])
  })

  test('do not show what is excluded, and are none where nothing stands', () => {
    expect(quoted('alpha beta', 'alpha NOT beta')).toEqual([['alpha']])
    expect(snippets('alpha', 'gamma')).toEqual([])
    expect(snippets('', 'gamma')).toEqual([])
  })

  test('quote exactly what stands at their offsets, in code points and in bytes, of the whole text', () => {
    const part = fc.constantFrom(
      'risk ',
      'going ',
      'concern ',
      '🤖 ',
      'é',
      '— ',
      '\n\n',
      'the ',
      '10-K ',
      '“',
      '”. ',
    )
    const whole = fc.tuple(fc.array(part, { maxLength: 20 }), fc.array(part, { maxLength: 200 }))
    fc.assert(
      fc.property(whole, ([before, inside]) => {
        const [head, text] = [before.join(''), inside.join('')]
        const base = { start: [...head].length, byte_start: Buffer.byteLength(head) }
        const [points, bytes] = [[...head, ...text], Buffer.from(head + text)]
        for (const snippet of snippets(text, 'going OR "the 10-k" OR ris*', 3, base)) {
          expect(points.slice(snippet.start, snippet.end).join('')).toBe(snippet.quote)
          expect(bytes.subarray(snippet.byte_start, snippet.byte_end).toString()).toBe(snippet.quote)
          expect(snippet.highlights.length).toBeGreaterThan(0)
          for (const { start, end, byte_start, byte_end } of snippet.highlights) {
            expect(start).toBeGreaterThanOrEqual(snippet.start)
            expect(end).toBeLessThanOrEqual(snippet.end)
            expect(bytes.subarray(byte_start, byte_end).toString()).toBe(points.slice(start, end).join(''))
          }
        }
      }),
      { numRuns: 300 },
    )
  })

  test('of a long stretch full of matches are made at once', () => {
    const began = performance.now()
    expect(snippets('the '.repeat(20_000), 'the OR th*').length).toBe(3)
    expect(performance.now() - began).toBeLessThan(2_000)
  })
})
