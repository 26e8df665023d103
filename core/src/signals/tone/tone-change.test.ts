import { describe, expect, it } from 'vitest'
import { ownLexicon } from '../../lexicons/own-lexicon.ts'
import { filingFixture, given, joinedSources } from '../filing-fixture.ts'
import { faultOf } from '../run-extractor.ts'
import { PLAIN, reportFixture } from './fixture-report.ts'
import { toneChangeRule } from './tone-change.ts'

const rule = toneChangeRule(ownLexicon)
const current = reportFixture({ mdna: ['Losses and defaults grew worse.', 'We achieved success.', ...PLAIN] })
const prior = reportFixture({
  accession_number: '0009990001-23-000001',
  filing_date: '2023-02-15',
  mdna: ['A loss came.', 'We achieved success and thrived, and improved.', ...PLAIN],
})

describe('the change of tone', () => {
  it('is the net tone of this report less that of the report a year earlier', async () => {
    const outcome = rule.extract(given(current.filing, { prior: prior.filing }))
    if (outcome.status !== 'ok_found') throw new Error(outcome.status)
    // 2 positive and 3 negative against 4 and 1.
    expect(outcome.findings.map(({ subject, value, direction }) => [subject, value, direction])).toEqual([
      [null, -0.2 - 0.6, -1],
      ['10k.item_7', -0.2 - 0.6, -1],
    ])
    expect(outcome.findings[0]?.payload).toMatchObject({
      tone_net: -0.2,
      prior_tone_net: 0.6,
      prior_accession_number: '0009990001-23-000001',
      lexicon: { name: 'latent_tone' },
    })
    expect(outcome.findings[0]?.evidence[0]).toMatchObject({
      kind: 'pair',
      left: { quote: 'A loss came.' },
      right: { quote: 'Losses and defaults grew worse.' },
    })
    expect(await faultOf(rule, outcome.findings, joinedSources(current.sources, prior.sources))).toBeNull()
  })

  it('is neutral against itself', () => {
    const outcome = rule.extract(given(current.filing, { prior: current.filing }))
    expect(outcome).toMatchObject({
      findings: [
        { value: 0, direction: 0 },
        { value: 0, direction: 0 },
      ],
    })
  })

  it('needs a report a year earlier that can be read', () => {
    const short = filingFixture({ blocks: ['Short.'] }).filing
    expect(rule.extract(given(current.filing, { prior: null }))).toEqual({
      status: 'not_applicable',
      reason: 'no_prior_filing',
    })
    expect(rule.extract(given(current.filing, { prior: short }))).toEqual({
      status: 'not_applicable',
      reason: 'prior_text_too_short',
    })
    expect(rule.extract(given(short, { prior: prior.filing }))).toEqual({
      status: 'not_applicable',
      reason: 'text_too_short',
    })
  })

  it('is not known where a report has no word of tone', () => {
    const plain = reportFixture({ mdna: PLAIN }).filing
    expect(rule.extract(given(plain, { prior: prior.filing }))).toEqual({
      status: 'insufficient_data',
      reason: 'no_tone_words',
      missing: ['positive_words', 'negative_words'],
    })
  })

  it('compares neither transition reports nor amendments', () => {
    expect(['10-K', '10-Q', '10-KT', '10-K/A'].map((form) => rule.applies(form))).toEqual([
      true,
      true,
      false,
      false,
    ])
  })
})
