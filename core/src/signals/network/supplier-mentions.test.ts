import { describe, expect, test } from 'vitest'
import { assertAllEvidence } from '../../evidence/verify.ts'
import { filingFixture, given } from '../filing-fixture.ts'
import { mentionsIn, supplierMentionsRule } from './supplier-mentions.ts'

const report = (business: string, risks = 'We face risks.') =>
  filingFixture({
    blocks: [
      'Annual report',
      { text: 'Item 1. Business', section: '10k.item_1' },
      business,
      { text: 'Item 1A. Risk Factors', section: '10k.item_1a' },
      risks,
      { text: 'Item 8. Financial Statements', section: '10k.item_8' },
      'A sole supplier in the notes does not count.',
    ],
  })

describe('sentences on a sole supplier', () => {
  test('are counted in Items 1, 1A and 7, each quoted, denials apart', async () => {
    const { filing, sources } = report(
      'We buy lenses from a sole supplier. We do not depend on any single supplier for glass. Other parts are common.',
      'Our sensors are single-sourced, from a single source in Oslo. Loss of the only supplier of quartz would hurt.',
    )
    const outcome = supplierMentionsRule.extract(given(filing, {}))
    if (outcome.status !== 'ok_found') throw new Error(outcome.status)
    const [finding] = outcome.findings
    expect(finding).toMatchObject({ value: 3, unit: 'count', direction: -1 })
    expect(finding?.payload).toEqual({
      denials: 1,
      sections_read: ['10k.item_1', '10k.item_1a'],
      sentences_by_section: [
        { section_key: '10k.item_1', sentences: 1 },
        { section_key: '10k.item_1a', sentences: 2 },
      ],
    })
    expect(finding?.evidence.map((piece) => (piece as { quote: string }).quote)).toEqual([
      'We buy lenses from a sole supplier.',
      'Our sensors are single-sourced, from a single source in Oslo.',
      'Loss of the only supplier of quartz would hurt.',
    ])
    await assertAllEvidence(outcome.findings, sources)
  })

  test.each([
    ['There is a single source of truth.', 0],
    ['Dividends are our sole source of income.', 0],
    ['Congress may set prices of single-source drugs.', 0],
    ['We provide our customers with a single source for lighting.', 0],
    ['Chips come from only one third-party manufacturer.', 1],
    ['The wafer comes from a single foundry.', 1],
    ['Although we use few vendors, not all of them large, we have a sole-source supplier.', 1],
    ['No single supplier accounts for much.', 0],
  ])('%s', (text, count) => {
    expect(mentionsIn(text, { start: 0, end: text.length }).mentions).toHaveLength(count)
  })

  test('say why there are none', () => {
    expect(supplierMentionsRule.extract(given(report('We sell lamps.').filing, {}))).toEqual({
      status: 'ok_none',
      reason: 'no_sole_source_mention',
    })
    expect(supplierMentionsRule.extract(given(report('We have no single supplier.').filing, {}))).toEqual({
      status: 'ok_none',
      reason: 'sole_source_denied',
    })
    const { filing } = filingFixture({ blocks: ['A sole supplier, but no item.'] })
    expect(supplierMentionsRule.extract(given(filing, {}))).toMatchObject({
      status: 'insufficient_data',
      missing: ['10k.item_1', '10k.item_1a', '10k.item_7'],
    })
    expect(['10-K/A', '10-Q', 'N-CSR', '8-K'].some((form) => supplierMentionsRule.applies(form))).toBe(false)
  })

  test('are found in no time in a hostile text', () => {
    const text = `${'sole or single '.repeat(20_000)}${'only one key '.repeat(20_000)}`
    const started = performance.now()
    mentionsIn(text, { start: 0, end: text.length })
    expect(performance.now() - started).toBeLessThan(1_000)
  })
})
