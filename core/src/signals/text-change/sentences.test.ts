import { describe, expect, it } from 'vitest'
import { type FixtureBlock, filingFixture } from '../filing-fixture.ts'
import { comparedText } from './comparison-basis.ts'
import { sentencesOf } from './sentences.ts'

function split(...blocks: (string | FixtureBlock)[]): string[] {
  const text = filingFixture({ blocks }).filing.documents[0]?.text
  if (!text) throw new Error('a fixture has a text')
  return sentencesOf(comparedText(text)).map(({ start, end }) => text.text.slice(start, end))
}

describe('sentences', () => {
  it('end at a stop before a capital letter or figure, not at abbreviations, initials and small letters', () => {
    expect(
      split(
        'Mr. J. Doe of Acme Inc. left in U.S. dollars. He paid $1.5 million! Why? “It rained.” No one knows, i.e. nobody.',
      ),
    ).toEqual([
      'Mr. J. Doe of Acme Inc. left in U.S. dollars.',
      'He paid $1.5 million!',
      'Why?',
      'It rained.”',
      'No one knows, i.e. nobody.',
    ])
  })

  it('end with their block, and in a table with their row', () => {
    expect(
      split('No stop here', 'Next one', { text: 'Fire | Water hall\nWind | Earth', kind: 'table' }),
    ).toEqual(['No stop here', 'Next one', 'Fire | Water hall', 'Wind | Earth'])
  })
})
