import { describe, expect, it } from 'vitest'
import { assertAllEvidence } from '../../evidence/verify.ts'
import { type FilingFixture, filingFixture, given } from '../filing-fixture.ts'
import type { Finding } from '../signal.ts'
import { event8k } from './event-8k.ts'

const ITEM_502 = {
  section: '8k.item_5_02',
  text: 'Item 5.02 Departure of Directors or Certain Officers.\n\nOn 3 May 2024, Dr. A. Roe of Acme Inc. resigned as chief executive. She gave no reason.',
}
const ITEM_901 = {
  section: '8k.item_9_01',
  text: 'Item 9.01 Financial Statements and Exhibits.\n\n(d) Exhibits. 99.1 Letter.',
}

function read(fixture: FilingFixture) {
  const { filing, sources } = filingFixture({ form_type: '8-K', ...fixture })
  const outcome = event8k.extract(given(filing, { prior: null }))
  const findings = outcome.status === 'ok_found' ? outcome.findings : []
  return { outcome, findings, sources }
}

const input = (finding: Finding | undefined, name: string) =>
  finding?.inputs.find((each) => each.name === name)?.value

describe('items of an 8-K', () => {
  it('are found once each when header and body agree, in the order of the form, with both as evidence', async () => {
    const { findings, sources } = read({
      items: ['9.01', '5.02'],
      header_lines: [
        'ITEM INFORMATION:\t\tFinancial Statements and Exhibits',
        'ITEM INFORMATION:\t\tDeparture of Directors or Certain Officers; Election of Directors; Appointment of Certain Officers: Compensatory Arrangements of Certain Officers',
      ],
      blocks: ['Form 8-K', ITEM_502, ITEM_901],
    })
    expect(findings.map((finding) => finding.value)).toEqual(['5.02', '9.01'])
    expect(findings.map((finding) => input(finding, 'event'))).toEqual([
      'officer_or_director_change',
      'exhibits',
    ])
    expect(findings.map((finding) => input(finding, 'source'))).toEqual(['both', 'both'])
    expect(findings[0]?.evidence).toMatchObject([
      {
        kind: 'text_span',
        section_id: '0009990001-24-000001:1:8k.item_5_02',
        quote:
          'Item 5.02 Departure of Directors or Certain Officers.\n\nOn 3 May 2024, Dr. A. Roe of Acme Inc. resigned as chief executive.',
      },
      { kind: 'header_field', field: 'ITEM INFORMATION' },
    ])
    await assertAllEvidence(findings, sources)
  })

  it('show which of header and body left one out', () => {
    const { findings } = read({
      items: ['8.01', '5.02'],
      header_lines: ['ITEM INFORMATION:\t\tOther Events', 'ITEM INFORMATION:\t\t5.02'],
      blocks: [ITEM_502, ITEM_901],
    })
    expect(findings.map((finding) => [finding.value, input(finding, 'source')])).toEqual([
      ['5.02', 'both'],
      ['8.01', 'header'],
      ['9.01', 'body'],
    ])
    expect(input(findings[0], 'header_items')).toBe('5.02,8.01')
    expect(input(findings[0], 'body_items')).toBe('5.02,9.01')
  })

  it('come from the body alone before 2012, when header codes were unreliable', () => {
    const { findings } = read({
      filing_date: '2011-12-31',
      items: ['8.01'],
      header_lines: ['ITEM INFORMATION:\t\tOther Events'],
      blocks: [ITEM_502],
    })
    expect(findings.map((finding) => finding.value)).toEqual(['5.02'])
    expect(input(findings[0], 'header_items')).toBe('8.01')
  })

  it('named together in one heading are all found, whether or not they have a section of their own', async () => {
    const combined = {
      section: '8k.item_1_01',
      text: 'Items 1.01(a), 2.03 and 5.02(e) Amendment of an Agreement\n\nThe bank amended its plan for Ms. Roe. More follows.',
    }
    const { filing, sources } = filingFixture({
      form_type: '8-K',
      filing_date: '2008-01-29',
      items: ['1.01', '2.03', '5.02', '9.01', '8.01'],
      blocks: [combined, ITEM_901],
    })
    const [document] = filing.documents
    const carrier = document?.sections[0]
    if (!document || !carrier) throw new Error('the fixture has a section')
    const covered = {
      ...carrier,
      section_key: '8k.item_2_03',
      boundary_method: 'combined_heading' as const,
      start: carrier.end,
    }
    const read = { ...filing, documents: [{ ...document, sections: [...document.sections, covered] }] }
    const outcome = event8k.extract(given(read, {}))
    if (outcome.status !== 'ok_found') throw new Error(outcome.status)
    expect(outcome.findings.map((finding) => finding.value)).toEqual(['1.01', '2.03', '5.02', '9.01'])
    for (const finding of outcome.findings.slice(0, 3)) {
      expect(finding.evidence[0]).toMatchObject({
        quote:
          'Items 1.01(a), 2.03 and 5.02(e) Amendment of an Agreement\n\nThe bank amended its plan for Ms. Roe.',
      })
    }
    await assertAllEvidence(outcome.findings, sources)
  })

  it('that come twice are one finding', () => {
    const again = { section: '8k.item_8_01_2', text: 'Item 8.01 Other Events\n\nThe mill closed.' }
    const { findings } = read({
      blocks: [{ section: '8k.item_8_01', text: 'Item 8.01 Other Events\n\nNot applicable.' }, again],
    })
    expect(findings.map((finding) => finding.value)).toEqual(['8.01'])
    expect(findings[0]?.evidence).toMatchObject([{ quote: again.text }])
  })

  it.each([
    [
      'Item 5. Other Events. On May 3, Acme Inc. sold its mill. More follows.',
      'Item 5. Other Events. On May 3, Acme Inc. sold its mill.',
    ],
    ['Item 5. | Other Events.\n', 'Item 5. | Other Events.'],
    ['Item 5. Other Events\n\nThe mill closed\n', 'Item 5. Other Events\n\nThe mill closed'],
    ['ITEM 5.\n\nOTHER EVENTS\n\nMr. Doe died. He was 90.', 'ITEM 5.\n\nOTHER EVENTS\n\nMr. Doe died.'],
    ['Item 5. Other Events\n\n"Is it over?" asked one. It is.', 'Item 5. Other Events\n\n"Is it over?"'],
  ])('are quoted with heading and first sentence: %j', (text, quote) => {
    const { findings } = read({ filing_date: '2001-01-02', blocks: [{ section: '8k.item_5', text }] })
    expect(findings[0]?.evidence).toMatchObject([{ quote }])
  })

  it('come from the header before 2012 when the body has no headings', async () => {
    const { findings, sources } = read({
      filing_date: '2005-03-01',
      items: ['2.02'],
      header_lines: ['ITEM INFORMATION:\t\tResults of Operations and Financial Condition'],
      blocks: ['The company announced results.'],
    })
    expect(findings.map((finding) => [finding.value, input(finding, 'source')])).toEqual([['2.02', 'header']])
    await assertAllEvidence(findings, sources)
  })

  it('keep the numbers that were in force before 23 August 2004, mapped to their own events', async () => {
    const { findings, sources } = read({
      filing_date: '1999-07-09',
      header_lines: ['ITEM INFORMATION:\t\t'],
      blocks: [
        { section: '8k.item_1', text: 'Item 1. Changes in Control of Registrant.\n\nNot applicable.' },
        {
          section: '8k.item_4',
          text: "ITEM 4. CHANGES IN REGISTRANT'S CERTIFYING ACCOUNTANT\n\nThe board engaged Doe & Co. as auditor. More follows.",
        },
        { section: '8k.item_3', text: 'Item 3. Bankruptcy or Receivership\n\nThe company filed for relief.' },
        { section: '8k.item_10', text: 'Item 10. Amendments to Code of Ethics. N/A' },
        { section: '8k.item_12', text: 'Item 12. Results of Operations\n\nRevenue fell.' },
      ],
    })
    expect(findings.map((finding) => [finding.value, input(finding, 'event'), finding.direction])).toEqual([
      ['3', 'bankruptcy', -1],
      ['4', 'auditor_change', 0],
      ['12', 'earnings_release', 0],
    ])
    expect(findings[1]?.evidence).toMatchObject([
      {
        quote:
          "ITEM 4. CHANGES IN REGISTRANT'S CERTIFYING ACCOUNTANT\n\nThe board engaged Doe & Co. as auditor.",
      },
    ])
    await assertAllEvidence(findings, sources)
  })

  it.each([
    ['Item 5. Other Events.\n\nNot Applicable.'],
    ['Item 5. Other Events\n\nNone.'],
    ['Item 5. Other Events - Not applicable'],
    ['Item 5. | Other Events. | Not applicable.'],
    ['Item 5.\n\nOther Events and Regulation FD Disclosure\n\nInapplicable'],
    ['ITEM 5. OTHER EVENTS: N/A'],
  ])('are dropped when answered not applicable: %j', (text) => {
    const { outcome } = read({ filing_date: '2001-01-02', blocks: [{ section: '8k.item_5', text }] })
    expect(outcome).toEqual({ status: 'ok_none', reason: 'all_items_not_applicable' })
  })

  it.each([
    ['Item 5. Other Events\n\nNone of the directors stood for election.'],
    ['Item 5. Other Events\n\nThe rights agreement is not applicable to the merger.'],
    ['Item 5. Other Events\n\nThe plant closed.\n\nNot applicable.'],
  ])('are kept when the words are part of an answer: %j', (text) => {
    const { findings } = read({ filing_date: '2001-01-02', blocks: [{ section: '8k.item_5', text }] })
    expect(findings.map((finding) => finding.value)).toEqual(['5'])
  })

  it('that the header lists are dropped too when the body answers not applicable', () => {
    const { findings } = read({
      items: ['7.01', '9.01'],
      header_lines: ['ITEM INFORMATION:\t\t7.01', 'ITEM INFORMATION:\t\t9.01'],
      blocks: [
        { section: '8k.item_7_01', text: 'Item 7.01 Regulation FD Disclosure\n\nNot applicable.' },
        ITEM_901,
      ],
    })
    expect(findings.map((finding) => finding.value)).toEqual(['9.01'])
  })

  it('are adverse where the table says so and neutral where the text must decide', () => {
    const { findings } = read({
      items: ['1.03', '1.05', '2.02', '2.06', '4.01', '4.02', '5.02'],
      header_lines: ['1.03', '1.05', '2.02', '2.06', '4.01', '4.02', '5.02'].map(
        (code) => `ITEM INFORMATION:\t\t${code}`,
      ),
      blocks: ['Form 8-K'],
    })
    expect(findings.map((finding) => [finding.value, finding.direction])).toEqual([
      ['1.03', -1],
      ['1.05', -1],
      ['2.02', 0],
      ['2.06', -1],
      ['4.01', 0],
      ['4.02', -1],
      ['5.02', 0],
    ])
    expect(input(findings[6], 'severity')).toBe('A/N')
  })

  it('are quoted from containers that run all tags together on one line', async () => {
    const { findings, sources } = read({
      items: ['5.02', '9.01'],
      header_lines: ['<SUBMISSION><TYPE>8-K<PERIOD>20240106<ITEMS>5.02<ITEMS>9.01<FILING-DATE>20240108'],
      blocks: ['Form 8-K'],
    })
    expect(findings.map((finding) => finding.evidence)).toMatchObject([
      [{ kind: 'header_field', value: '5.02', quote: '<ITEMS>5.02' }],
      [{ kind: 'header_field', value: '9.01', quote: '<ITEMS>9.01' }],
    ])
    await assertAllEvidence(findings, sources)
  })

  it('that cannot be found at all are a failure, not an empty answer', () => {
    expect(read({ blocks: ['A report without any item.'] }).outcome).toEqual({
      status: 'failed',
      reason: 'no_item_found',
    })
    const { filing } = filingFixture({ form_type: '8-K', blocks: ['x'] })
    const unread = { ...filing, documents: filing.documents.map((document) => ({ ...document, text: null })) }
    expect(event8k.extract(given(unread, { prior: null }))).toEqual({
      status: 'failed',
      reason: 'text_unavailable',
    })
  })

  it('are read from current reports only', () => {
    expect(['8-K', '8-K/A', '8-K12B', '8-K12G3/A'].every((form) => event8k.applies(form))).toBe(true)
    expect(['10-K', '6-K', '8-KX', 'NT 10-K', '8-A12B'].some((form) => event8k.applies(form))).toBe(false)
  })
})
