import { describe, expect, it } from 'vitest'
import { assertAllEvidence } from '../../evidence/verify.ts'
import { filingFixture, given } from '../filing-fixture.ts'
import { departures } from './departures.ts'

const HEADING = 'Item 5.02 Departure of Directors or Certain Officers; Election of Directors.'

function read(said: string | string[]) {
  const { filing, sources } = filingFixture({
    form_type: '8-K',
    filing_date: '2024-05-06',
    period_of_report: '2024-05-03',
    items: ['5.02'],
    blocks: [{ text: HEADING, section: '8k.item_5_02' }, ...[said].flat()],
  })
  const outcome = departures.extract(given(filing, {}))
  const findings = outcome.status === 'ok_found' ? outcome.findings : []
  return { outcome, findings, sources, filing }
}

const told = (said: string | string[]) =>
  read(said).findings.map(({ signal_type, subject, value }) => `${signal_type} ${subject} ${value}`)

describe('a departure', () => {
  it('has person, office, dates, reason and successor when the sentences give them', async () => {
    const { findings, sources } = read([
      'On May 3, 2024, Jane A. Roe notified the Board of Directors of Acme, Inc. (the “Company”) of her decision to resign as Chief Financial Officer, effective June 14, 2024, to pursue another opportunity. Ms. Roe’s resignation is not the result of any disagreement with the Company.',
      'John Doe will succeed Ms. Roe as Chief Financial Officer.',
    ])
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({
      signal_type: 'exec_departure',
      subject: 'Jane A. Roe',
      value: 'resigned',
      direction: 0,
      payload: {
        roles: ['Chief Financial Officer'],
        notice_date: '2024-05-03',
        effective_date: '2024-06-14',
        notice_days: 42,
        reason: 'other_position',
        disagreement: 'denied',
        successor: 'John Doe',
        letter_filed: false,
      },
    })
    expect(findings[0]?.evidence[0]).toMatchObject({ section_id: '0009990001-24-000001:1:8k.item_5_02' })
    await assertAllEvidence(findings, sources)
  })

  it('is one signal for each person, and one for each side of an officer who is a director', () => {
    expect(
      told(
        'On May 3, 2024, each of Jane Roe, John Doe and Ann Poe notified the Company of their intention to resign from the Board.',
      ),
    ).toEqual([
      'director_departure Jane Roe resigned',
      'director_departure John Doe resigned',
      'director_departure Ann Poe resigned',
    ])
    expect(
      told(
        'On May 3, 2024, Jane Roe resigned as Chief Executive Officer and as a member of the Board of the Company.',
      ),
    ).toEqual(['exec_departure Jane Roe resigned', 'director_departure Jane Roe resigned'])
  })

  it.each([
    [
      'Jane Roe will retire as President of the Company, effective July 1, 2024.',
      ['exec_departure Jane Roe retired'],
    ],
    [
      'Jane Roe informed the Company that she will not stand for re-election at the annual meeting.',
      ['director_departure Jane Roe not_standing_for_reelection'],
    ],
    [
      'The Company announced the departure of Jane Roe, Treasurer of the Company.',
      ['exec_departure Jane Roe left'],
    ],
    [
      'On May 1, 2024, the Board terminated the employment of Jane Roe, Chief Operating Officer, without cause.',
      ['exec_departure Jane Roe terminated'],
    ],
    [
      'It is with sadness that the Company announces that Jane Roe, a director, passed away.',
      ['director_departure Jane Roe died'],
    ],
    [
      'Chief Financial Officer Jane Roe will transition from her role on July 1, 2024 at the Company.',
      ['exec_departure Jane Roe stepped_down'],
    ],
  ])('is told by %s', (said, expected) => {
    expect(told(said)).toEqual(expected)
  })

  it('is adverse when the person was dismissed or disagreed', () => {
    const [dismissed] = read(
      'Jane Roe was terminated as Chief Financial Officer of the Company on May 1, 2024.',
    ).findings
    expect([dismissed?.value, dismissed?.direction]).toEqual(['terminated', -1])
    const [disagreed] = read(
      'Jane Roe resigned from the Board of the Company. Her resignation was due to a disagreement with the Company.',
    ).findings
    expect([disagreed?.payload?.disagreement, disagreed?.payload?.reason, disagreed?.direction]).toEqual([
      'stated',
      'disagreement',
      -1,
    ])
  })

  it.each([
    [
      'a condition',
      'The agreement pays Jane Roe a severance if she resigns as Chief Executive Officer of the Company.',
    ],
    ['a right', 'Ms. Roe may resign as Chief Executive Officer of the Company at any time upon notice.'],
    [
      'a career elsewhere',
      'Mr. Doe, who retired from Northern Motors as Chief Executive Officer in 2015, was appointed to the Board.',
    ],
    [
      'an appointment',
      'On May 3, 2024, the Board of the Company appointed Jane Roe as Chief Financial Officer.',
    ],
    [
      'a paper that ends',
      'The employment agreement between the Company and Ms. Roe was terminated on May 3, 2024.',
    ],
    [
      'a bonus',
      'The Compensation Committee of the Board awarded Jane Roe, Chief Executive Officer, shares that vest upon retirement.',
    ],
  ])('is none in %s', (_, said) => {
    expect(read(said).outcome).toEqual({ status: 'ok_none', reason: 'no_departure_stated' })
  })

  it('leaves null what is not certain', () => {
    const [finding] = read(
      'On May 6, 2024, Acme, Inc. (the “Company”) announced that Jane Roe, Treasurer, will leave the Company.',
    ).findings
    // The day of an announcement is not that of the notice.
    expect(finding?.payload).toMatchObject({
      notice_date: null,
      effective_date: null,
      notice_days: null,
      reason: null,
      disagreement: null,
      successor: null,
    })
  })

  it('is read out of item 6 before 2004', () => {
    const { filing } = filingFixture({
      form_type: '8-K',
      filing_date: '2001-05-06',
      period_of_report: '2001-05-03',
      items: ['6'],
      blocks: [
        { text: 'Item 6. Resignations of Registrant’s Directors', section: '8k.item_6' },
        'On May 3, 2001, Jane Roe resigned as a director of the Company.',
      ],
    })
    const outcome = departures.extract(given(filing, {}))
    expect(outcome.status === 'ok_found' && outcome.findings[0]).toMatchObject({
      signal_type: 'director_departure',
      subject: 'Jane Roe',
    })
  })

  it('is insufficient data when only the header names the item, and none without it', () => {
    const { filing } = filingFixture({ form_type: '8-K', items: ['5.02'], blocks: ['Form 8-K'] })
    expect(departures.extract(given(filing, {}))).toMatchObject({
      status: 'insufficient_data',
      reason: 'item_text_not_found',
    })
    const { filing: other } = filingFixture({
      form_type: '8-K',
      items: ['8.01'],
      blocks: [{ text: 'Item 8.01 Other Events.', section: '8k.item_8_01' }, 'News.'],
    })
    expect(departures.extract(given(other, {}))).toEqual({ status: 'ok_none', reason: 'item_not_reported' })
  })

  it('says when a letter of the director is attached', () => {
    const { filing } = filingFixture({
      form_type: '8-K',
      items: ['5.02'],
      blocks: [
        { text: HEADING, section: '8k.item_5_02' },
        'Jane Roe resigned from the Board of the Company.',
      ],
    })
    const [document] = filing.documents
    if (document)
      filing.documents.push({ ...document, sequence: 2, document_type: 'EX-17.1', text: null, sections: [] })
    const outcome = departures.extract(given(filing, {}))
    expect(outcome.status === 'ok_found' && outcome.findings[0]?.payload?.letter_filed).toBe(true)
  })

  it('stays bounded on hostile text', () => {
    const started = performance.now()
    read('Mr. Roe resigned and '.repeat(20_000))
    read(`${'A. '.repeat(40_000)}resigned`)
    expect(performance.now() - started).toBeLessThan(5_000)
  })
})
