import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assertAllEvidence } from '../../evidence/verify.ts'
import {
  type FilingFixture,
  type FixtureBlock,
  filingFixture,
  given,
  joinedSources,
} from '../filing-fixture.ts'
import type { Outcome } from '../signal.ts'
import { comparedText } from './comparison-basis.ts'
import { sectionLength } from './section-length.ts'

const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ')
const item = (
  key: string,
  title: string,
  count: number,
  more: Partial<FixtureBlock> = {},
): FixtureBlock[] => [{ text: title, kind: 'heading', section: key, ...more }, { text: words(count) }]
const PRIOR = { accession_number: '0009990001-23-000001', filing_date: '2023-02-15' }

function compare(current: FilingFixture['blocks'], earlier: FilingFixture['blocks']) {
  const now = filingFixture({ blocks: current })
  const then = filingFixture({ ...PRIOR, blocks: earlier })
  return {
    now,
    outcome: sectionLength.extract(given(now.filing, { prior: then.filing })),
    sources: joinedSources(now.sources, then.sources),
  }
}

function deltas(outcome: Outcome) {
  if (outcome.status !== 'ok_found') throw new Error(`${outcome.status}`)
  return Object.fromEntries(outcome.findings.map(({ subject, value }) => [subject, value]))
}

const RISKS = 'Item 1A. Risk Factors'

describe('the length of an item against the year before', () => {
  it('is the logarithm of the ratio of its words, with both headings as evidence', async () => {
    const { outcome, sources } = compare(
      [...item('10k.item_1a', RISKS, 397), ...item('10k.item_3', 'Item 3. Legal Proceedings', 97)],
      [...item('10k.item_1a', RISKS, 197), ...item('10k.item_3', 'Item 3. Legal Proceedings', 97)],
    )
    // "Item 1A. Risk Factors" has three words with a letter besides "1a".
    expect(deltas(outcome)).toEqual({ '10k.item_1a': Math.log(401 / 201), '10k.item_3': 0 })
    if (outcome.status !== 'ok_found') return
    expect(outcome.findings[0]?.evidence).toMatchObject([
      { kind: 'pair', left: { quote: RISKS }, right: { quote: RISKS } },
    ])
    expect(outcome.findings[0]?.inputs).toMatchObject([
      { name: 'words', value: 401, accession_number: '0009990001-24-000001' },
      { name: 'prior_words', value: 201, accession_number: PRIOR.accession_number },
    ])
    await assertAllEvidence(outcome.findings, sources)
  })

  it('is neutral for a report compared with itself, changes its sign with the sides, and adds up to no more than the document', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 400 }), fc.integer({ min: 100, max: 400 }), (a, b) => {
        const blocks = (count: number) => [
          'Cover',
          ...item('10k.item_1a', RISKS, count),
          ...item('10k.item_7', 'Item 7. Management', b),
        ]
        const forward = compare(blocks(a), blocks(b))
        const there = Number(deltas(forward.outcome)['10k.item_1a'])
        const back = Number(deltas(compare(blocks(b), blocks(a)).outcome)['10k.item_1a'])
        expect(there).toBeCloseTo(-back, 12)
        expect(Object.values(deltas(compare(blocks(a), blocks(a)).outcome))).toEqual([0, 0])
        const text = forward.now.filing.documents[0]?.text
        if (!text || forward.outcome.status !== 'ok_found') throw new Error()
        const counted = forward.outcome.findings.reduce(
          (sum, { inputs }) => sum + Number(inputs[0]?.value),
          0,
        )
        expect(counted).toBeLessThanOrEqual(comparedText(text).words.length)
      }),
      { numRuns: 50 },
    )
  })

  it.each([
    ['was not found', { status: 'failed' as const }],
    ['was left out', { status: 'absent' as const }],
    ['has a doubtful end', { status: 'uncertain' as const }],
    ['refers to another document', { note: 'incorporated_by_reference' }],
    ['refers to another place', { note: 'refers_elsewhere' }],
    ['is combined with its neighbour', { note: 'items_1_and_2_combined' }],
  ])('is not given when the item %s in one report only', (_, more) => {
    const whole = item('10k.item_3', 'Item 3. Legal Proceedings', 200)
    const other = item('10k.item_3', 'Item 3. Legal Proceedings', 200, more)
    const none = { status: 'insufficient_data', reason: 'no_item_in_both', missing: ['sections'] }
    expect(compare(whole, other).outcome).toEqual(none)
    expect(compare(other, whole).outcome).toEqual(none)
  })

  it('is not given for items of a sentence', () => {
    const short = item('10k.item_1b', 'Item 1B. Unresolved Staff Comments', 1)
    expect(compare(short, short).outcome).toEqual({ status: 'not_applicable', reason: 'items_too_short' })
    const grown = item('10k.item_1b', 'Item 1B. Unresolved Staff Comments', 495)
    expect(deltas(compare(grown, short).outcome)).toEqual({ '10k.item_1b': Math.log(500 / 6) })
  })

  it('is told when there is nothing to compare with or no text', () => {
    const { filing } = filingFixture({ blocks: item('10k.item_1a', RISKS, 200) })
    expect(sectionLength.extract(given(filing, { prior: null }))).toEqual({
      status: 'not_applicable',
      reason: 'no_prior_filing',
    })
    const unread = { ...filing, documents: [] }
    expect(sectionLength.extract(given(unread, { prior: filing }))).toMatchObject({
      reason: 'text_unavailable',
    })
    expect(sectionLength.extract(given(filing, { prior: unread }))).toMatchObject({
      reason: 'prior_text_unavailable',
    })
    expect(['10-K', '10-Q', '10-KSB'].every((form) => sectionLength.applies(form))).toBe(true)
    expect(['10-K/A', '10-KT', '8-K'].some((form) => sectionLength.applies(form))).toBe(false)
  })
})
