import { describe, expect, it } from 'vitest'
import { assertAllEvidence } from '../../evidence/verify.ts'
import type { DeterministicExtractor } from '../extractor.ts'
import { filingFixture, given } from '../filing-fixture.ts'
import { auditorChangeRule } from './auditor-change.ts'
import { nonRelianceRule } from './non-reliance.ts'
import { simpleItemEvents } from './simple-item-events.ts'

async function read(rule: DeterministicExtractor, code: string, said: string | string[], formType = '8-K') {
  const { filing, sources } = filingFixture({
    form_type: formType,
    filing_date: code.includes('.') ? '2024-05-06' : '2001-05-06',
    period_of_report: code.includes('.') ? '2024-05-03' : '2001-05-03',
    items: [code],
    blocks: [
      { text: `Item ${code} Title of the Item.`, section: `8k.item_${code.replace('.', '_')}` },
      ...[said].flat(),
    ],
  })
  const outcome = rule.extract(given(filing, {}))
  if (outcome.status === 'ok_found') await assertAllEvidence(outcome.findings, sources)
  return outcome.status === 'ok_found' ? outcome.findings[0] : outcome
}

const rule = (name: string) => {
  const found = simpleItemEvents.find((one) => one.name === name)
  if (!found) throw new Error(name)
  return found
}

describe('non-reliance', () => {
  it('names who concluded and the periods with full dates', async () => {
    expect(
      await read(
        nonRelianceRule,
        '4.02',
        'On May 3, 2024, the Board concluded that the financial statements for the fiscal year ended December 31, 2023 and the quarters ended March 31, 2023 and June 30, 2023 should no longer be relied upon. The Company will restate them.',
      ),
    ).toMatchObject({
      value: 'company',
      direction: -1,
      payload: {
        periods: [
          { kind: 'annual', period_end: '2023-12-31' },
          { kind: 'interim', period_end: '2023-03-31' },
          { kind: 'interim', period_end: '2023-06-30' },
        ],
        concluded_on: '2024-05-03',
        restatement_announced: true,
      },
    })
  })

  it('is the auditor’s when the company was told', async () => {
    const said =
      'On May 3, 2024, the Company was advised by Miller Roe LLP, its independent auditor, that its report on the 2023 statements should not be relied upon.'
    expect(await read(nonRelianceRule, '4.02', said)).toMatchObject({
      value: 'auditor',
      payload: { periods: [] },
    })
    const consulted =
      'The Board, after consultation with its auditor Miller Roe LLP, concluded that the statements should no longer be relied upon.'
    expect(await read(nonRelianceRule, '4.02', consulted)).toMatchObject({ value: 'company' })
  })

  it('is insufficient data when no sentence says it', async () => {
    expect(await read(nonRelianceRule, '4.02', 'See the press release.')).toMatchObject({
      status: 'insufficient_data',
      reason: 'no_such_sentence',
    })
  })
})

describe('a change of auditors', () => {
  it('is a dismissal with both firms and denials', async () => {
    expect(
      await read(auditorChangeRule, '4.01', [
        'On May 3, 2024, the Audit Committee dismissed Miller Roe LLP as the Company’s independent registered public accounting firm.',
        'There were no disagreements with Miller Roe LLP on any matter of accounting principles, and no reportable events.',
        'On May 3, 2024, the Audit Committee engaged KPMG LLP as the new firm.',
      ]),
    ).toMatchObject({
      value: 'dismissed',
      direction: 0,
      payload: {
        former_auditor: 'Miller Roe LLP',
        new_auditor: 'KPMG LLP',
        disagreement: 'denied',
        reportable_event: 'denied',
      },
    })
  })

  it('is adverse when the auditor resigns, declines, or an exception is stated', async () => {
    expect(
      await read(
        auditorChangeRule,
        '4.01',
        'On May 3, 2024, Miller Roe LLP resigned as auditor of the Company.',
      ),
    ).toMatchObject({ value: 'resigned', direction: -1, payload: { former_auditor: 'Miller Roe LLP' } })
    expect(
      await read(
        auditorChangeRule,
        '4.01',
        'Miller Roe LLP informed the Company that it declined to stand for re-appointment.',
      ),
    ).toMatchObject({ value: 'declined', direction: -1 })
    expect(
      await read(
        auditorChangeRule,
        '4.01',
        'The Company dismissed Miller Roe LLP. There were no reportable events, except for a material weakness in internal control.',
      ),
    ).toMatchObject({ value: 'dismissed', direction: -1, payload: { reportable_event: 'stated' } })
  })

  it('is engaged when nobody goes, and reported when the words do not say', async () => {
    expect(
      await read(auditorChangeRule, '4.01', 'The Company engaged KPMG LLP as its auditor.'),
    ).toMatchObject({ value: 'engaged', payload: { former_auditor: null, new_auditor: 'KPMG LLP' } })
    expect(await read(auditorChangeRule, '4', 'See the exhibit for details.')).toMatchObject({
      value: 'reported',
      payload: { former_auditor: null, new_auditor: null },
    })
  })
})

describe('items told by one signal', () => {
  it.each([
    [
      'cyber_incident',
      '1.05',
      'On May 1, 2024, the Company detected unauthorized access to its systems. The Company has not yet determined whether the incident is reasonably likely to have a material impact.',
      {
        value: true,
        direction: -1,
        payload: { incident_date: '2024-05-01', ransomware: false, impact: 'not_determined' },
      },
    ],
    [
      'bankruptcy',
      '1.03',
      'On May 1, 2024, the Company and its subsidiaries filed voluntary petitions under chapter 11 of the Bankruptcy Code.',
      {
        value: 'chapter_11',
        direction: -1,
        payload: { stage: 'petition', event_date: '2024-05-01', subsidiary_only: false },
      },
    ],
    [
      'bankruptcy',
      '3',
      'On May 1, 2001, the court appointed a receiver for the Company.',
      { value: 'receivership', payload: { stage: 'other' } },
    ],
    [
      'impairment_8k',
      '2.06',
      'On May 1, 2024, the Company concluded that a goodwill impairment charge of between $5.0 million and $7.0 million is required.',
      {
        value: true,
        payload: {
          amount_low: 5_000_000,
          amount_high: 7_000_000,
          goodwill: true,
          concluded_on: '2024-05-01',
        },
      },
    ],
    [
      'debt_acceleration',
      '2.04',
      'On May 1, 2024, the Company received a notice of default, and the principal amount of $25.0 million was declared due and payable.',
      { direction: -1, payload: { cause: 'default', amount: 25_000_000, event_date: '2024-05-01' } },
    ],
    [
      'delisting_notice',
      '3.01',
      'On May 1, 2024, the Company received a letter from Nasdaq stating that the minimum bid price of its shares was below $1.00 and that it is not in compliance with the rule.',
      {
        value: 'deficiency',
        direction: -1,
        payload: { requirement: 'minimum_bid_price', exchange: 'Nasdaq', notice_date: '2024-05-01' },
      },
    ],
    [
      'delisting_notice',
      '3.01',
      'Nasdaq notified the Company that it has regained compliance with the rule and the matter is closed.',
      { value: 'compliance_regained', direction: 0 },
    ],
    [
      'control_change',
      '5.01',
      'On May 1, 2024, the merger was completed and the Company became a wholly owned subsidiary of Parent.',
      { value: true, direction: 0, payload: { means: 'merger', event_date: '2024-05-01' } },
    ],
    [
      'exit_costs',
      '2.05',
      'The Company committed to a plan that reduces its workforce by approximately 12% and expects to incur total charges of $4.0 million.',
      { payload: { total_low: 4_000_000, total_high: 4_000_000, workforce_percent: 12, employees: null } },
    ],
    [
      'unregistered_equity',
      '3.02',
      'The Company sold 1,000,000 shares of common stock for a purchase price of $2.0 million in reliance on Section 4(a)(2) of the Securities Act.',
      { direction: -1, payload: { purpose: 'cash', exemptions: ['Section 4(a)(2)'] } },
    ],
    [
      'charter_change',
      '5.03',
      'On May 1, 2024, the Company amended its certificate of incorporation to effect a reverse stock split.',
      {
        value: 'reverse_split',
        direction: -1,
        payload: { changes: ['reverse_split', 'charter'], decided_on: '2024-05-01' },
      },
    ],
  ])('%s reads item %s', async (name, code, said, expected) => {
    expect(await read(rule(name), code, said)).toMatchObject(expected)
  })

  it('are silent without their item, and insufficient without a sentence on it', async () => {
    for (const one of simpleItemEvents) {
      expect(await read(one, '8.01', 'News of the day.'), one.name).toEqual({
        status: 'ok_none',
        reason: 'item_not_reported',
      })
    }
    expect(await read(rule('cyber_incident'), '1.05', 'See Exhibit 99.1.')).toMatchObject({
      status: 'insufficient_data',
    })
  })

  it('leave amounts out that do not agree, and dates of announcements', async () => {
    const said =
      'On May 1, 2024, the Company announced that it recorded an impairment of $5.0 million. A second impairment charge of $9.0 million followed.'
    expect(await read(rule('impairment_8k'), '2.06', said)).toMatchObject({
      payload: { amount_low: null, amount_high: null, concluded_on: null },
    })
  })

  it('follow a reference to another item of the report', async () => {
    const { filing } = filingFixture({
      form_type: '8-K',
      items: ['1.01', '3.02'],
      blocks: [
        { text: 'Item 1.01 Entry into a Material Definitive Agreement.', section: '8k.item_1_01' },
        'On May 1, 2024, the Company sold 500,000 shares of common stock in a private placement.',
        { text: 'Item 3.02 Unregistered Sales of Equity Securities.', section: '8k.item_3_02' },
        'The information set forth in Item 1.01 is incorporated by reference.',
      ],
    })
    const outcome = rule('unregistered_equity').extract(given(filing, {}))
    expect(outcome.status === 'ok_found' && outcome.findings[0]?.evidence[0]).toMatchObject({
      section_id: '0009990001-24-000001:1:8k.item_1_01',
    })
  })
})
