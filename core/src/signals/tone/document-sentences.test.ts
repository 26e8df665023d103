import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type FixtureBlock, filingFixture } from '../filing-fixture.ts'
import { documentSentences, NOT_MEASURED, PROSE, WORDS_ONLY } from './document-sentences.ts'

function read(...blocks: (string | FixtureBlock)[]) {
  const text = filingFixture({ blocks }).filing.documents[0]?.text
  if (!text) throw new Error('a fixture has a text')
  const found = documentSentences(text)
  const rows = Array.from(found.starts, (start, index) => ({
    text: text.text.slice(start, found.ends[index]),
    amounts: found.amounts[index],
    whole: found.whole[index] === 1,
  }))
  return { rows, texts: rows.map((row) => row.text), found, text }
}

describe('the sentences of a document', () => {
  it.each([
    ['end at a point, a question mark and an exclamation mark', 'We grew. Did we? We did! So be it.', 4],
    ['go on over decimals and amounts', 'Sales rose 3.5% to $4.2 million. Costs fell.', 2],
    [
      'go on over abbreviations',
      'Acme Corp. and Foo Inc. were sued by Mr. J. Smith et al. on Jan. 3. We won.',
      2,
    ],
    [
      'end after an abbreviation before a word that begins sentences',
      'It was sold to Acme Inc. The price was low.',
      2,
    ],
    [
      'go on over the names of countries and papers',
      'Our U.S. Treasury notes, e.g. those of the U.S. Government, i.e. No. 5, are safe.',
      1,
    ],
    ['end after a year', 'We began in 2023. We ended in 2024.', 2],
    [
      'go on over the number of an item',
      'Item 1. Business of the company is described. Note 5. Leases are here.',
      2,
    ],
    ['go on over the number of a list', '1. The first thing is done. 2. The second is not.', 2],
    ['take closing quotes and brackets along', 'He said "no." (We agree.) Then he left.', 3],
    ['go on where the next word is in lower case', 'The value is approx. five and the rest vs. that.', 1],
  ])('%s', (_, text, count) => {
    expect(read(text).texts).toHaveLength(count)
  })

  it('go on over the end of a page, and not over a heading', () => {
    const paragraphs = ['The company sold its business in', 'Europe and closed it.']
    const cut: (string | FixtureBlock)[] = [
      'We sold the business and',
      { text: '42', kind: 'page_furniture' },
      'closed the plant.',
    ]
    expect(read(...cut).texts).toEqual(['We sold the business and\n\n42\n\nclosed the plant.'])
    expect(read(...paragraphs).texts).toHaveLength(2)
    expect(
      read('We sold the business and', { text: 'Costs', kind: 'heading' }, 'closed the plant.').texts,
    ).toHaveLength(2)
  })

  it('are told from labels', () => {
    const { rows } = read(
      'Total assets',
      'We have assets.',
      'A line without a mark that has eight words or more',
      'Including the following:',
    )
    expect(rows.map(({ whole }) => whole)).toEqual([false, true, true, true])
  })

  it('leave out tables of figures and page furniture; headings and tables of words have words only', () => {
    const { found, texts } = read(
      'A sentence.',
      { text: 'Revenue | 1,234 | 5,678', kind: 'table' },
      { text: 'Name | Title of the officer', kind: 'table' },
      { text: 'Risks', kind: 'heading' },
      { text: 'Page 3', kind: 'page_furniture' },
    )
    expect([...found.measured]).toEqual([PROSE, NOT_MEASURED, WORDS_ONLY, WORDS_ONLY, NOT_MEASURED])
    expect(texts).toEqual(['A sentence.'])
  })

  it.each([
    ['amounts', 'We sold 12 stores for $3.5 million, 20% more, and 1,200 people left.', 4],
    ['no dates', 'On December 31, 2023 and 5 January 2024 and 12/31/2022 we closed, in fiscal 2023.', 0],
    [
      'no references',
      'See Note 5, Notes 6 and 7, Item 1A, Section 404 and Sections 302, 906 of Rule 13a-15.',
      0,
    ],
    ['no numbers of lists', '(1) the first and (2) the second.', 0],
    ['no numbers with letters', 'The 10-K and the 3rd of the 401k.', 0],
    ['a year-like amount of money', 'We paid $2,023 and 2020% of it.', 2],
  ])('count %s', (_, text, amounts) => {
    expect(read(text).rows.reduce((sum, row) => sum + (row.amounts ?? 0), 0)).toBe(amounts)
  })

  it('stand in order, inside the text, and cover each word of prose once, whatever the text', () => {
    const piece = fc.constantFrom(
      'We',
      'fell',
      '. ',
      '.',
      '? ',
      '3.5 ',
      'U.S. ',
      'No. ',
      '\n',
      ' ',
      '“',
      '”',
      '(1)',
      '2023',
      ', ',
      'é',
      '😀',
      'Inc. ',
      ';',
    )
    const block = fc.record({
      text: fc.array(piece, { minLength: 1, maxLength: 30 }).map((all) => all.join('').trim() || 'x'),
      kind: fc.constantFrom<FixtureBlock['kind']>(
        'paragraph',
        'list_item',
        'heading',
        'table',
        'page_furniture',
      ),
    })
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 6 }), (blocks) => {
        const { found, text } = read(...(blocks as FixtureBlock[]))
        let end = 0
        let word = 0
        let covered = 0
        for (let index = 0; index < found.starts.length; index++) {
          const start = found.starts[index] as number
          expect(start).toBeGreaterThanOrEqual(end)
          end = found.ends[index] as number
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.text.length)
          expect(found.firstWords[index]).toBeGreaterThanOrEqual(word)
          word = found.endWords[index] as number
          covered += word - (found.firstWords[index] as number)
        }
        let prose = 0
        let furniture = 0
        text.blocks.forEach(({ kind }, index) => {
          const words = (found.words.blocks[index + 1] as number) - (found.words.blocks[index] as number)
          if (kind === 'paragraph' || kind === 'list_item') prose += words
          if (kind === 'page_furniture') furniture += words
        })
        expect(covered).toBeGreaterThanOrEqual(prose)
        expect(covered).toBeLessThanOrEqual(prose + furniture)
      }),
      { numRuns: 500 },
    )
  })
})
