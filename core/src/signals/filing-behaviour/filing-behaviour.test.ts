import { describe, expect, it } from 'vitest'
import { assertAllEvidence } from '../../evidence/verify.ts'
import type { StatedFact } from '../../facts/stated-fact.ts'
import type { EarlierFiling } from '../../filings/earlier-store.ts'
import { type FilingFixture, filingFixture, given } from '../filing-fixture.ts'
import { amendmentRule } from './amendment.ts'
import { commentLetterRule } from './comment-letter.ts'
import { deregistrationRule } from './deregistration.ts'
import { eventReportLagRule } from './event-report-lag.ts'
import { filingLagRule } from './filing-lag.ts'
import { filingTimingRule } from './filing-timing.ts'
import { itemBundleRule } from './item-bundle.ts'
import { lateFilingRule } from './late-filing.ts'
import { reverseSplitRule } from './reverse-split.ts'

/** An invented filing whose header says when it was accepted, for which period, and when it was filed. */
function invented(fixture: FilingFixture & { accepted?: string }) {
  const filed = fixture.filing_date ?? '2024-05-06'
  const { filing, sources } = filingFixture({
    ...fixture,
    filing_date: filed,
    header_lines: [
      `<ACCEPTANCE-DATETIME>${filed.replaceAll('-', '')}163000`,
      ...(fixture.period_of_report
        ? [`CONFORMED PERIOD OF REPORT:\t${fixture.period_of_report.replaceAll('-', '')}`]
        : []),
      `FILED AS OF DATE:\t\t${filed.replaceAll('-', '')}`,
      ...(fixture.header_lines ?? []),
    ],
  })
  const accepted = fixture.accepted ?? filing.accepted_at
  filing.submission.header.accepted_at = accepted
  return { filing: { ...filing, accepted_at: accepted }, sources }
}

const earlierFiling = (
  form_type: string,
  filing_date: string,
  period_of_report: string | null = null,
  items: string[] = [],
): EarlierFiling => ({
  accession_number: `0009990001-${filing_date.slice(2, 4)}-${filing_date.slice(5).replace('-', '').padStart(6, '0')}`,
  form_type,
  filing_date,
  accepted_at: `${filing_date}T21:00:00Z`,
  period_of_report,
  items,
})

const cover = (tag: string, value: string): StatedFact => ({
  accession_number: '0009990001-24-000001',
  form_type: '10-K',
  filing_date: '2024-03-01',
  accepted_at: '2024-03-01T21:00:00Z',
  document_id: '0009990001-24-000001:1',
  document_sha256: 'x',
  position: 1,
  concept: `dei:${tag}`,
  is_extension: false,
  unit: null,
  value: null,
  value_text: value,
  decimals: null,
  decimals_exact: false,
  nil: false,
  period_start: null,
  period_end: '2023-12-31',
  dimensions: [],
  context_id: 'c',
  hidden: false,
  flags: [],
  text_sha256: null,
  start: null,
  end: null,
  byte_start: null,
  byte_end: null,
})

const NEWS = { text: 'Item 8.01 Other Events.', section: '8k.item_8_01' }

describe('the hour of a filing', () => {
  const at = (accepted: string, form: Partial<FilingFixture> = {}) => {
    const { filing } = invented({
      form_type: '8-K',
      items: ['8.01'],
      blocks: [NEWS, 'News.'],
      ...form,
      accepted,
    })
    const outcome = filingTimingRule.extract(given(filing, {}))
    return outcome.status === 'ok_found'
      ? [outcome.findings[0]?.value, outcome.findings[0]?.direction]
      : outcome
  }

  it('is told by the clock in New York, summer and winter', () => {
    expect(at('2024-05-06T19:59:59Z')).toEqual({ status: 'ok_none', reason: 'filed_during_the_day' })
    expect(at('2024-05-06T20:00:00Z')).toEqual(['after_close', 0])
    expect(at('2024-12-04T20:30:00Z')).toEqual({ status: 'ok_none', reason: 'filed_during_the_day' })
    expect(at('2024-05-06T21:30:00Z')).toEqual(['after_deadline', 0])
    expect(at('2024-05-03T20:15:00Z')).toEqual(['friday_evening', 0])
    expect(at('2024-05-24T20:15:00Z')).toEqual(['before_holiday', 0])
  })

  it('is adverse with adverse items and notices', () => {
    expect(
      at('2024-05-06T20:00:00Z', {
        items: ['1.03'],
        blocks: [{ text: 'Item 1.03 Bankruptcy.', section: '8k.item_1_03' }, 'A petition was filed.'],
      }),
    ).toEqual(['after_close', -1])
    expect(at('2024-05-06T20:00:00Z', { form_type: 'NT 10-K', items: [] })).toEqual(['after_close', -1])
  })

  it('is insufficient data where the header has no time', async () => {
    const { filing, sources } = invented({
      form_type: '8-K',
      items: ['8.01'],
      blocks: [NEWS, 'News.'],
      accepted: '2024-05-06T20:00:00Z',
    })
    const known = filingTimingRule.extract(given(filing, {}))
    if (known.status === 'ok_found') await assertAllEvidence(known.findings, sources)
    filing.submission.header.accepted_at_source = 'filing_date'
    expect(filingTimingRule.extract(given(filing, {}))).toMatchObject({
      status: 'insufficient_data',
      missing: ['acceptance_datetime'],
    })
  })

  it('is not asked of insiders’ forms', () => {
    expect([filingTimingRule.applies('4'), filingTimingRule.applies('N-CSR')]).toEqual([false, false])
  })
})

describe('business days from event to report', () => {
  const lag = (form: Partial<FilingFixture>) => {
    const { filing } = invented({
      form_type: '8-K',
      items: ['1.01'],
      blocks: [{ text: 'Item 1.01 Agreement.', section: '8k.item_1_01' }, 'An agreement.'],
      period_of_report: '2024-04-29',
      ...form,
    })
    const outcome = eventReportLagRule.extract(given(filing, {}))
    return outcome.status === 'ok_found'
      ? [outcome.findings[0]?.value, outcome.findings[0]?.direction]
      : outcome
  }

  it('are late above four', () => {
    expect(lag({ filing_date: '2024-05-03' })).toEqual([4, 0])
    expect(lag({ filing_date: '2024-05-06' })).toEqual([5, -1])
    // Memorial Day and a weekend lie between.
    expect(lag({ period_of_report: '2024-05-23', filing_date: '2024-05-30' })).toEqual([4, 0])
  })

  it('are not counted for items without a term, before 2004, or without dates', () => {
    expect(lag({ items: ['8.01'], blocks: [NEWS, 'News.'] })).toEqual({
      status: 'not_applicable',
      reason: 'no_item_with_a_term',
    })
    expect(lag({ filing_date: '2004-08-20' })).toEqual({
      status: 'not_applicable',
      reason: 'before_terms_of_2004',
    })
    expect(lag({ period_of_report: null })).toMatchObject({
      status: 'insufficient_data',
      reason: 'dates_not_in_header',
    })
    expect(lag({ period_of_report: '2024-06-01' })).toMatchObject({
      status: 'insufficient_data',
      reason: 'date_of_report_after_filing',
    })
    expect(eventReportLagRule.applies('8-K/A')).toBe(false)
  })
})

describe('a bundle of items', () => {
  const adverse = { text: 'Item 2.06 Material Impairments.', section: '8k.item_2_06' }
  it('is an adverse item beside results or news, with both quoted', async () => {
    const { filing, sources } = invented({
      form_type: '8-K',
      items: ['2.06', '8.01'],
      blocks: [adverse, 'A charge is required.', NEWS, 'The Company opened a shop.'],
    })
    const outcome = itemBundleRule.extract(given(filing, {}))
    if (outcome.status !== 'ok_found') throw new Error(outcome.status)
    expect(outcome.findings).toMatchObject([
      { value: 1, direction: -1, payload: { adverse_items: ['2.06'], covering_items: ['8.01'] } },
    ])
    await assertAllEvidence(outcome.findings, sources)
  })

  it('is none when either is missing', () => {
    const { filing } = invented({
      form_type: '8-K',
      items: ['2.06'],
      blocks: [adverse, 'A charge is required.'],
    })
    expect(itemBundleRule.extract(given(filing, {}))).toEqual({
      status: 'ok_none',
      reason: 'nothing_bundled',
    })
  })
})

describe('the lag of a report', () => {
  const report = (facts: StatedFact[], earlier: EarlierFiling[], form: Partial<FilingFixture> = {}) => {
    const { filing } = invented({
      form_type: '10-K',
      filing_date: '2024-03-05',
      period_of_report: '2023-12-31',
      blocks: ['A report.'],
      ...form,
    })
    return filingLagRule.extract(given(filing, { facts, earlier }))
  }

  it('is compared with the term of the filer category', () => {
    // 60 days after 31 December 2023 is 29 February 2024.
    expect(report([cover('EntityFilerCategory', 'Large Accelerated Filer')], [])).toMatchObject({
      findings: [
        {
          value: 65,
          direction: -1,
          payload: {
            filer_category: 'large_accelerated',
            due_date: '2024-02-29',
            days_past_due: 5,
            earlier_reports: 0,
            median_of_earlier: null,
            change: null,
          },
        },
      ],
    })
    expect(report([cover('EntityFilerCategory', 'Non-accelerated Filer')], [])).toMatchObject({
      findings: [{ direction: 0, payload: { due_date: '2024-04-01', days_past_due: 0 } }],
    })
  })

  it('is compared with the reports held of the years before', () => {
    const earlier = [
      earlierFiling('10-K', '2022-02-10', '2021-12-31'),
      earlierFiling('10-Q', '2022-05-10', '2022-03-31'),
      earlierFiling('10-K', '2023-02-14', '2022-12-31'),
    ]
    expect(report([], earlier)).toMatchObject({
      findings: [
        {
          value: 65,
          direction: -1,
          payload: {
            filer_category: null,
            due_date: null,
            days_past_due: null,
            earlier_reports: 2,
            median_of_earlier: 43,
            change: 22,
          },
        },
      ],
    })
  })

  it('is insufficient data without dates', () => {
    expect(report([], [], { period_of_report: null })).toMatchObject({
      status: 'insufficient_data',
      reason: 'dates_not_in_header',
    })
  })
})

describe('a notice of late filing', () => {
  it('gives its reasons by their words', async () => {
    const { filing, sources } = invented({
      form_type: 'NT 10-K',
      filing_date: '2024-04-01',
      period_of_report: '2023-12-31',
      blocks: [
        'PART II - RULES 12b-25(b) AND (c)',
        'PART III - NARRATIVE',
        'State below in reasonable detail why the form could not be filed within the prescribed time period.',
        'The Company found a material weakness in its inventory records and will restate its statements for 2022.',
        'PART IV - OTHER INFORMATION',
        'The auditor can be reached by phone.',
      ],
    })
    const outcome = lateFilingRule.extract(given(filing, { notices: [], facts: [] }))
    if (outcome.status !== 'ok_found') throw new Error(outcome.status)
    expect(outcome.findings).toMatchObject([
      {
        value: 'notified',
        direction: -1,
        payload: {
          report_form: '10-K',
          period_end: '2023-12-31',
          reasons: ['restatement', 'internal_control'],
        },
      },
    ])
    await assertAllEvidence(outcome.findings, sources)
  })

  const later = (filing_date: string, facts: StatedFact[], notices: EarlierFiling[]) => {
    const { filing } = invented({
      form_type: '10-K',
      filing_date,
      period_of_report: '2023-12-31',
      blocks: ['A report.'],
    })
    return lateFilingRule.extract(given(filing, { notices, facts }))
  }
  const notice = earlierFiling('NT 10-K', '2024-04-01', '2023-12-31')

  it('is met or missed by the report that follows', () => {
    const facts = [cover('EntityFilerCategory', 'Non-accelerated Filer')]
    expect(later('2024-04-16', facts, [notice])).toMatchObject({
      findings: [
        {
          value: 'grace_met',
          direction: 0,
          payload: {
            due_date: '2024-04-01',
            grace_end: '2024-04-16',
            notice_accession_number: notice.accession_number,
          },
        },
      ],
    })
    expect(later('2024-04-17', facts, [notice])).toMatchObject({
      findings: [{ value: 'grace_missed', direction: -1 }],
    })
    // Without a tagged category the day of the notice fits one due date alone.
    expect(later('2024-04-17', [], [notice])).toMatchObject({
      findings: [{ value: 'grace_missed', payload: { due_date: '2024-04-01' } }],
    })
  })

  it('is of the period, or says nothing', () => {
    expect(later('2024-04-16', [], [])).toEqual({ status: 'ok_none', reason: 'no_notice_of_late_filing' })
    expect(later('2024-04-16', [], [earlierFiling('NT 10-K', '2023-04-01', '2022-12-31')])).toEqual({
      status: 'ok_none',
      reason: 'no_notice_of_late_filing',
    })
    expect(later('2024-09-16', [], [earlierFiling('NT 10-K', '2024-07-01', '2023-12-31')])).toMatchObject({
      status: 'insufficient_data',
      reason: 'due_date_unknown',
    })
  })
})

describe('an amended report', () => {
  const amended = (said: string, sections: string[] = []) => {
    const { filing, sources } = invented({
      form_type: '10-K/A',
      period_of_report: '2023-12-31',
      blocks: [
        { text: 'Explanatory Note', section: '10k.cover' },
        said,
        ...sections.map((section) => ({ text: `Heading of ${section}`, section })),
      ],
    })
    return { outcome: amendmentRule.extract(given(filing, {})), sources }
  }

  it('has the scope its sections and its note give', async () => {
    const part = amended('The purpose of this Amendment is to include the information of Part III.', [
      '10k.item_10',
      '10k.item_11',
    ])
    expect(part.outcome).toMatchObject({
      findings: [
        { value: 'part_iii_only', direction: 0, payload: { restates: false, purpose_stated: true } },
      ],
    })
    if (part.outcome.status === 'ok_found') await assertAllEvidence(part.outcome.findings, part.sources)
    expect(amended('The sole purpose of this Amendment is to file Exhibit 101.').outcome).toMatchObject({
      findings: [{ value: 'exhibit_only' }],
    })
    expect(
      amended('We are filing this Amendment.', ['10k.item_1', '10k.item_7', '10k.item_8']).outcome,
    ).toMatchObject({ findings: [{ value: 'full' }] })
    expect(amended('Some words.').outcome).toMatchObject({
      findings: [{ value: 'unknown', payload: { purpose_stated: false } }],
    })
  })

  it('is adverse when statements are restated, and not when they are not', () => {
    expect(
      amended('The purpose of this Amendment is to restate our consolidated financial statements for 2023.')
        .outcome,
    ).toMatchObject({ findings: [{ direction: -1, payload: { restates: true } }] })
    expect(
      amended('This Amendment does not restate our previously issued financial statements.').outcome,
    ).toMatchObject({ findings: [{ direction: 0, payload: { restates: false } }] })
  })
})

describe('the end of a registration', () => {
  const end = (
    form_type: string,
    before: EarlierFiling[],
    said = 'Approximate number of holders of record as of the certification or notice date: 27',
  ) => {
    const { filing, sources } = invented({ form_type, filing_date: '2024-05-06', blocks: [said] })
    return { outcome: deregistrationRule.extract(given(filing, { before })), sources }
  }
  const report = earlierFiling('10-Q', '2024-02-10', '2023-12-31')

  it('is told by the form, and going dark by what is not there', async () => {
    const { outcome, sources } = end('15-12G', [report])
    expect(outcome).toMatchObject({
      findings: [
        {
          signal_type: 'deregistration',
          value: 'registration_terminated',
          payload: { holders_of_record: 27 },
        },
        { signal_type: 'going_dark', value: true, direction: -1 },
      ],
    })
    if (outcome.status === 'ok_found') await assertAllEvidence(outcome.findings, sources)
    expect(end('25-NSE', [report]).outcome).toMatchObject({
      findings: [{ value: 'delisted_by_exchange', direction: -1 }],
    })
  })

  it.each([
    ['a completed acquisition', earlierFiling('8-K', '2024-04-20', null, ['2.01', '5.01'])],
    ['a bankruptcy', earlierFiling('8-K', '2024-01-20', null, ['1.03'])],
    ['a merger proxy', earlierFiling('DEFM14A', '2024-01-20')],
  ])('is not going dark after %s', (_, sign) => {
    const { outcome } = end('15-12B', [report, sign])
    expect(outcome.status === 'ok_found' && outcome.findings.map(({ signal_type }) => signal_type)).toEqual([
      'deregistration',
    ])
  })

  it('leaves going dark open when no report is held, and the holders when there is no figure', () => {
    expect(end('15-12G', [], 'Number of holders: none').outcome).toMatchObject({
      findings: [{ payload: { holders_of_record: null } }],
      omitted: [{ signal_type: 'going_dark', status: 'insufficient_data' }],
    })
  })
})

describe('a reverse split', () => {
  const split = (said: string, section = '8k.item_5_03') => {
    const code = section.slice(-4).replace('_', '.')
    const { filing } = invented({
      form_type: '8-K',
      items: [code],
      blocks: [{ text: `Item ${code} Title.`, section }, said],
    })
    const outcome = reverseSplitRule.extract(given(filing, {}))
    return outcome.status === 'ok_found'
      ? [outcome.findings[0]?.value, outcome.findings[0]?.payload?.effective_date]
      : outcome
  }

  it.each([
    [
      'The Company filed a certificate of amendment to effect a 1-for-10 reverse stock split, effective as of May 10, 2024.',
      [0.1, '2024-05-10'],
    ],
    [
      'The one-for-twenty-five reverse share split became effective at 5:00 p.m. Eastern Time on May 10, 2024.',
      [0.04, '2024-05-10'],
    ],
    [
      'The reverse stock split will become effective soon: every fifteen (15) shares of issued common stock will be converted into one (1) share of common stock.',
      [1 / 15, null],
    ],
  ])('has its ratio from %s', (said, expected) => {
    expect(split(said)).toEqual(expected)
  })

  it('is none in a range, in passing, or where ratios differ', () => {
    expect(
      split(
        'Holders approved a reverse stock split at a ratio in a range of 1-for-5 to 1-for-50, to be effected by the Board.',
      ),
    ).toEqual({ status: 'ok_none', reason: 'no_split_takes_effect' })
    expect(split('The bylaws were amended.')).toEqual({
      status: 'ok_none',
      reason: 'no_reverse_split_reported',
    })
    expect(
      split(
        'A 1-for-10 reverse stock split was effected. The 1-for-20 reverse stock split becomes effective tomorrow.',
      ),
    ).toMatchObject({ status: 'insufficient_data', reason: 'split_ratios_differ' })
    expect(split('The Company effected a 2-for-1 stock split.')).toEqual({
      status: 'ok_none',
      reason: 'no_reverse_split_reported',
    })
  })
})

describe('a review by the staff', () => {
  const letter = (said: string, letters: EarlierFiling[]) => {
    const { filing } = invented({ form_type: 'UPLOAD', filing_date: '2024-05-16', blocks: [said] })
    return commentLetterRule.extract(given(filing, { letters, texts: filing.documents }))
  }

  it('is told by the letter that closes it, with the rounds and days of its thread', () => {
    const thread = [
      earlierFiling('UPLOAD', '2022-01-10'),
      earlierFiling('UPLOAD', '2024-04-02'),
      earlierFiling('CORRESP', '2024-04-29'),
    ]
    expect(letter('We have completed our review of your filing.', thread)).toMatchObject({
      findings: [
        {
          value: 1,
          direction: 0,
          payload: { responses: 1, days: 44, first_letter_accession_number: thread[1]?.accession_number },
        },
      ],
    })
  })

  it('goes on while comments are made, and never began where the staff does not review', () => {
    expect(letter('We have reviewed your filing and have the following comments.', [])).toEqual({
      status: 'ok_none',
      reason: 'review_not_closed',
    })
    expect(letter('Your filing has not been and will not be reviewed.', [])).toEqual({
      status: 'ok_none',
      reason: 'not_reviewed',
    })
  })
})
