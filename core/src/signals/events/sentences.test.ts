import { describe, expect, it } from 'vitest'
import { filingFixture } from '../filing-fixture.ts'
import { sentencesOf } from './sentences.ts'

function split(...blocks: string[]): string[] {
  const text = filingFixture({ blocks }).filing.documents[0]?.text
  return text ? sentencesOf(text, 0, text.text.length).map((sentence) => sentence.text) : []
}

describe('sentences', () => {
  it('end at a full stop that an opening word follows, and at the end of a block', () => {
    expect(split('One is here. Two is there.', 'Three ends')).toEqual([
      'One is here.',
      'Two is there.',
      'Three ends',
    ])
  })

  it('go on behind initials, forms of address, and the name of a company', () => {
    const said = 'On May 3, Mr. J. Roe of Acme, Inc. (the “Company”) left. Acme Corp. The Board met.'
    expect(split(said)).toEqual([
      'On May 3, Mr. J. Roe of Acme, Inc. (the “Company”) left.',
      'Acme Corp.',
      'The Board met.',
    ])
  })

  it('are on one line, however the text is broken', () => {
    expect(split('It was\nbroken over\nlines.')).toEqual(['It was broken over lines.'])
  })

  it('quote the text they stand in', () => {
    const text = filingFixture({ blocks: ['A first one. The second.'] }).filing.documents[0]?.text
    const [, second] = text ? sentencesOf(text, 0, text.text.length) : []
    expect(text?.text.slice(second?.start, second?.end)).toBe('The second.')
  })

  it('stay bounded on text without full stops', () => {
    const started = performance.now()
    const sentences = split(`${'word '.repeat(200_000)}.`, 'a.'.repeat(100_000))
    expect(Math.max(...sentences.map(({ length }) => length))).toBeLessThan(250_000)
    expect(performance.now() - started).toBeLessThan(3_000)
  })
})
