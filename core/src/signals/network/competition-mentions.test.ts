import { describe, expect, test } from 'vitest'
import { assertAllEvidence } from '../../evidence/verify.ts'
import { filingFixture, given } from '../filing-fixture.ts'
import { competitionMentionsRule } from './competition-mentions.ts'

const filler = (words: number) => 'lamp '.repeat(words).trim()

describe('words on competition', () => {
  test('are counted per thousand words, and the first sentences quoted', async () => {
    const { filing, sources } = filingFixture({
      blocks: [
        filler(990),
        'Our COMPETITORS are strong.',
        'Competition grows and rivals compete competitively.',
      ],
    })
    const outcome = competitionMentionsRule.extract(given(filing, {}))
    if (outcome.status !== 'ok_found') throw new Error(outcome.status)
    const [finding] = outcome.findings
    expect(finding).toMatchObject({ value: 3, unit: 'per_thousand_words', direction: 0, payload: null })
    expect(finding?.inputs).toMatchObject([{ value: 3 }, { value: 1000 }])
    expect(finding?.evidence.map((piece) => (piece as { quote: string }).quote)).toEqual([
      'Our COMPETITORS are strong.',
      'Competition grows and rivals compete competitively.',
    ])
    await assertAllEvidence(outcome.findings, sources)
  })

  test('are not taken of a text that is too short, and silent where there are none', () => {
    const short = filingFixture({ blocks: ['We have competitors.'] })
    expect(competitionMentionsRule.extract(given(short.filing, {}))).toEqual({
      status: 'not_applicable',
      reason: 'text_too_short',
    })
    const silent = filingFixture({ blocks: [filler(300)] })
    expect(competitionMentionsRule.extract(given(silent.filing, {}))).toEqual({
      status: 'ok_none',
      reason: 'no_word_on_competition',
    })
    expect(['10-K/A', '10-Q', '20-F'].some((form) => competitionMentionsRule.applies(form))).toBe(false)
  })
})
