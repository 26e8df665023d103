import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalText } from '../documents/canonical-text.ts'
import type { CanonicalText } from '../documents/document.ts'
import type { Section } from './section.ts'
import { sectionsOf } from './tile.ts'
import { tilingFault } from './tiling.ts'

const fromHtml = (body: string) => canonicalText(Buffer.from(`<html><body>${body}</body></html>`), 'html')
const fromText = (body: string) => canonicalText(Buffer.from(body), 'text')
const heading = (text: string) => `<p><b>${text}</b></p>`
const paragraphs = (count: number, about: string) =>
  Array.from(
    { length: count },
    (_, index) =>
      `<p>Paragraph ${index + 1} about ${about}: Larkfield Pumps builds pumps for orchards, and its customers are growers who plan a season ahead and pay after the harvest.</p>`,
  ).join('')

const TITLES: [string, string][] = [
  ['1', 'Business'],
  ['1A', 'Risk Factors'],
  ['1B', 'Unresolved Staff Comments'],
  ['1C', 'Cybersecurity'],
  ['2', 'Properties'],
  ['3', 'Legal Proceedings'],
  ['4', 'Mine Safety Disclosures'],
  [
    '5',
    'Market for Registrant’s Common Equity, Related Stockholder Matters and Issuer Purchases of Equity Securities',
  ],
  ['6', '[Reserved]'],
  ['7', 'Management’s Discussion and Analysis of Financial Condition and Results of Operations'],
  ['7A', 'Quantitative and Qualitative Disclosures About Market Risk'],
  ['8', 'Financial Statements and Supplementary Data'],
  ['9', 'Changes in and Disagreements with Accountants on Accounting and Financial Disclosure'],
  ['9A', 'Controls and Procedures'],
  ['9B', 'Other Information'],
  ['9C', 'Disclosure Regarding Foreign Jurisdictions that Prevent Inspections'],
  ['10', 'Directors, Executive Officers and Corporate Governance'],
  ['11', 'Executive Compensation'],
  ['12', 'Security Ownership of Certain Beneficial Owners and Management and Related Stockholder Matters'],
  ['13', 'Certain Relationships and Related Transactions, and Director Independence'],
  ['14', 'Principal Accountant Fees and Services'],
  ['15', 'Exhibits and Financial Statement Schedules'],
  ['16', 'Form 10-K Summary'],
]
const PARTS: Record<string, string> = { '1': 'PART I', '5': 'PART II', '10': 'PART III', '15': 'PART IV' }
const COVER =
  '<p>UNITED STATES SECURITIES AND EXCHANGE COMMISSION</p><p>FORM 10-K</p><p>Larkfield Pumps, Inc.</p>'
const SIGNATURES = `${heading('SIGNATURES')}<p>Pursuant to the requirements of the Securities Exchange Act, the registrant has duly caused this report to be signed.</p><p>/s/ Ida Marrow</p>`

interface Shape {
  contents?: 'pages' | 'bare' | 'none'
  head?: (number: string, title: string) => string
  body?: (number: string) => string
  skip?: string[]
}

function annualReport({ contents = 'pages', head, body, skip = [] }: Shape = {}): CanonicalText {
  const items = TITLES.filter(([number]) => !skip.includes(number))
  const rows = items
    .map(
      ([number, title], index) =>
        `${PARTS[number] ? `<tr><td>${PARTS[number]}</td></tr>` : ''}<tr><td>Item ${number}.</td><td>${title}</td>${contents === 'pages' ? `<td>${3 + index}</td>` : ''}</tr>`,
    )
    .join('')
  const text = items
    .map(
      ([number, title]) =>
        `${PARTS[number] ? heading(PARTS[number]) : ''}${head ? head(number, title) : heading(`Item ${number}. ${title}`)}${body ? body(number) : number === '6' ? '' : paragraphs(4, title)}`,
    )
    .join('')
  const table = contents === 'none' ? '' : `<p>TABLE OF CONTENTS</p><table>${rows}</table>`
  return fromHtml(`${COVER}${table}${text}${SIGNATURES}`)
}

const keysOf = (sections: Section[], status?: Section['status']) =>
  sections
    .filter((one) => one.section_key.includes('.item_') && (!status || one.status === status))
    .map((one) => one.section_key)
const allKeys = TITLES.map(([number]) => `10k.item_${number.toLowerCase()}`)
const sectionText = (text: CanonicalText, sections: Section[], key: string) => {
  const section = sections.find((one) => one.section_key === key)
  return section ? text.text.slice(section.start, section.end) : ''
}
const find = (sections: Section[], key: string) => sections.find((one) => one.section_key === key)

describe('a 10-K', () => {
  test.each<[string, Shape]>([
    ['with a table of contents with page numbers', {}],
    ['with a table of contents without page numbers', { contents: 'bare' }],
    ['without a table of contents', { contents: 'none' }],
    ['in capitals', { head: (number, title) => heading(`ITEM ${number}. ${title.toUpperCase()}`) }],
    ['with dashes', { head: (number, title) => heading(`Item ${number} — ${title}`) }],
    [
      'with odd spacing',
      { head: (number, title) => heading(`I TEM ${number} . ${title.replace('s', 's ')}`) },
    ],
    [
      'with headings in two cells',
      {
        head: (number, title) =>
          `<table><tr><td><b>Item ${number}.</b></td><td><b>${title}</b></td></tr></table>`,
      },
    ],
    [
      'with headings on two lines',
      { head: (number, title) => `${heading(`Item ${number}.`)}${heading(title)}` },
    ],
    ['with headings that are not bold', { head: (number, title) => `<p>Item ${number}. ${title}</p>` }],
    [
      'with headings that run in',
      {
        head: (number, title) =>
          `<p><b>Item ${number}. ${title}.</b> Larkfield says here what the form asks of it, at some length, in the same paragraph, because it saves paper and nobody ever complained of that so far.</p>`,
      },
    ],
  ])('%s: every item is found in order and the sections tile the text', (_name, shape) => {
    const text = annualReport(shape)
    const sections = sectionsOf('10-K', text, '2024-02-20')
    expect(tilingFault(sections, text.text)).toBeNull()
    expect(keysOf(sections, 'ok')).toEqual(allKeys)
    expect(sections[0]?.section_key).toBe('10k.cover')
    expect(find(sections, '10k.signatures')?.status).toBe('ok')
    for (const [number, title] of TITLES.filter(([number]) => number !== '6'))
      expect(sectionText(text, sections, `10k.item_${number.toLowerCase()}`)).toContain(
        shape.head?.toString().includes('run in') ? 'Larkfield' : `Paragraph 4 about ${title}`.slice(0, 20),
      )
  })

  test('an item mentioned in prose does not end the section', () => {
    const text = annualReport({
      body: (number) =>
        number === '1'
          ? `${paragraphs(2, 'pumps')}<p>Item 1A of this report, “Risk Factors,” says what may go wrong.</p><p>Item 7 and Item 8 contain our results.</p>${paragraphs(2, 'growers')}`
          : number === '6'
            ? ''
            : paragraphs(3, number),
    })
    const sections = sectionsOf('10-K', text, '2024-02-20')
    expect(keysOf(sections, 'ok')).toEqual(allKeys)
    expect(sectionText(text, sections, '10k.item_1')).toContain('about growers')
    expect(sectionText(text, sections, '10k.item_1a').startsWith('Item 1A. Risk Factors')).toBe(true)
  })

  test('running headers repeat a heading without starting the item again', () => {
    const text = annualReport({
      body: (number) =>
        number === '7'
          ? [1, 2, 3]
              .map(
                (page) =>
                  `${paragraphs(3, `page ${page}`)}<p>Item 7. Management’s Discussion and Analysis of Financial Condition and Results of Operations (continued)</p>`,
              )
              .join('')
          : number === '6'
            ? ''
            : paragraphs(3, number),
    })
    const sections = sectionsOf('10-K', text, '2024-02-20')
    expect(keysOf(sections, 'ok')).toEqual(allKeys)
    expect(sectionText(text, sections, '10k.item_7')).toContain('about page 1')
    expect(sectionText(text, sections, '10k.item_7')).toContain('about page 3')
  })

  test('an item left out between found neighbours is absent', () => {
    const sections = sectionsOf('10-K', annualReport({ skip: ['1B', '9C'] }), '2024-02-20')
    expect(find(sections, '10k.item_1b')).toMatchObject({ status: 'absent', start: 0, end: 0 })
    expect(find(sections, '10k.item_9c')).toMatchObject({ status: 'absent', boundary_method: 'none' })
  })

  test('an item the table of contents lists but the body lacks is failed, not absent', () => {
    const text = fromHtml(
      `${COVER}<p>TABLE OF CONTENTS</p><table>${TITLES.map(([number, title], index) => `<tr><td>Item ${number}.</td><td>${title}</td><td>${index + 3}</td></tr>`).join('')}</table>${TITLES.filter(
        ([number]) => number !== '3',
      )
        .map(([number, title]) => `${heading(`Item ${number}. ${title}`)}${paragraphs(3, title)}`)
        .join('')}${SIGNATURES}`,
    )
    expect(find(sectionsOf('10-K', text, '2024-02-20'), '10k.item_3')).toMatchObject({
      status: 'failed',
      note: 'listed_in_table_of_contents',
    })
  })

  test('an item the form did not have yet is not listed at all', () => {
    const skip = ['1A', '1B', '1C', '9A', '9B', '9C', '16', '15']
    const sections = sectionsOf('10-K', annualReport({ skip }), '2002-03-20')
    expect(keysOf(sections)).not.toContain('10k.item_1a')
    expect(keysOf(sections)).not.toContain('10k.item_9c')
    expect(find(sections, '10k.item_1')?.status).toBe('ok')
  })

  test('a text without any item is one gap, and every item is failed', () => {
    const text = fromHtml(paragraphs(20, 'nothing in particular'))
    const sections = sectionsOf('10-K', text, '2024-02-20')
    expect(tilingFault(sections, text.text)).toBeNull()
    expect(keysOf(sections, 'failed')).toEqual(allKeys)
  })

  test('a combined heading gives its text to the first item and says so on both', () => {
    const text = annualReport({
      skip: ['2'],
      head: (number, title) =>
        heading(number === '1' ? 'Items 1 and 2. Business and Properties' : `Item ${number}. ${title}`),
    })
    const sections = sectionsOf('10-K', text, '2024-02-20')
    expect(tilingFault(sections, text.text)).toBeNull()
    expect(find(sections, '10k.item_1')).toMatchObject({
      boundary_method: 'combined_heading',
      note: 'items_1_and_2_combined',
    })
    const second = find(sections, '10k.item_2')
    expect(second).toMatchObject({ boundary_method: 'combined_heading', note: 'items_1_and_2_combined' })
    expect(second?.end).toBe(second?.start)
    expect(find(sections, '10k.item_1a')?.status).toBe('ok')
  })

  test('a combined section is split where the second title stands alone', () => {
    const text = annualReport({
      skip: ['2'],
      head: (number, title) =>
        heading(number === '1' ? 'Items 1 and 2. Business and Properties' : `Item ${number}. ${title}`),
      body: (number) =>
        number === '1'
          ? `${paragraphs(3, 'pumps')}${heading('Properties')}${paragraphs(2, 'the foundry')}`
          : number === '6'
            ? ''
            : paragraphs(3, number),
    })
    const sections = sectionsOf('10-K', text, '2024-02-20')
    expect(sectionText(text, sections, '10k.item_2')).toContain('about the foundry')
    expect(sectionText(text, sections, '10k.item_1')).not.toContain('about the foundry')
  })

  test('short bodies say why they are short', () => {
    const bodies: Record<string, string> = {
      '4': '<p>Not applicable.</p>',
      '6': '',
      '8': '<p>The financial statements begin on page F-1 of this report.</p>',
      '11': '<p>The information required by this item is incorporated by reference to our proxy statement.</p>',
      '1A': '<p>We have none.</p>',
    }
    const sections = sectionsOf(
      '10-K',
      annualReport({ body: (number) => bodies[number] ?? paragraphs(4, number) }),
      '2024-02-20',
    )
    expect(find(sections, '10k.item_4')?.note).toBe('not_applicable')
    expect(find(sections, '10k.item_6')?.note).toBe('reserved')
    expect(find(sections, '10k.item_8')?.note).toBe('refers_elsewhere')
    expect(find(sections, '10k.item_11')).toMatchObject({ status: 'ok', note: 'incorporated_by_reference' })
    expect(find(sections, '10k.item_1a')).toMatchObject({ status: 'uncertain', note: 'short' })
  })

  test('a wrapper around an annual report: every item is found and refers to it', () => {
    const text = annualReport({
      contents: 'none',
      body: () => '<p>Incorporated herein by reference to the Annual Report to Shareholders, Exhibit 13.</p>',
    })
    const sections = sectionsOf('10-K', text, '2024-02-20')
    expect(keysOf(sections, 'ok')).toEqual(allKeys)
    expect(find(sections, '10k.item_7')?.note).toBe('incorporated_by_reference')
  })

  test('a cross-reference index at the end is no body', () => {
    const index = `<p>FORM 10-K CROSS-REFERENCE INDEX</p><table>${TITLES.map(([number, title], row) => `<tr><td>Item ${number}.</td><td>${title}</td><td>${row * 3 + 4}-${row * 3 + 6}</td></tr>`).join('')}</table>`
    const text = fromHtml(
      `${COVER}${heading('Our strategy')}${paragraphs(8, 'strategy')}${heading('Risks')}${paragraphs(8, 'frost')}${index}${SIGNATURES}`,
    )
    const sections = sectionsOf('10-K', text, '2024-02-20')
    expect(tilingFault(sections, text.text)).toBeNull()
    expect(find(sections, '10k.item_7')).toMatchObject({ status: 'failed', note: 'cross_reference_index' })
  })

  test('an exact title without a number is found, with doubt', () => {
    const text = annualReport({
      head: (number, title) => heading(number === '1A' ? title : `Item ${number}. ${title}`),
      contents: 'none',
    })
    expect(find(sectionsOf('10-K', text, '2024-02-20'), '10k.item_1a')).toMatchObject({
      status: 'uncertain',
      note: 'title_without_number',
    })
  })

  test('the items an amendment does not touch are absent', () => {
    const text = fromHtml(
      `${COVER}${heading('Item 10. Directors, Executive Officers and Corporate Governance')}${paragraphs(6, 'directors')}${heading('Item 11. Executive Compensation')}${paragraphs(6, 'pay')}${SIGNATURES}`,
    )
    const sections = sectionsOf('10-K/A', text, '2024-04-20')
    expect(keysOf(sections, 'ok')).toEqual(['10k.item_10', '10k.item_11'])
    expect(find(sections, '10k.item_7')).toMatchObject({ status: 'absent', note: 'amendment' })
  })

  test('a text of 1996 with hard line ends', () => {
    const body = [
      'LARKFIELD PUMPS INC',
      '',
      'FORM 10-K',
      '',
      'PART I',
      '',
      'ITEM 1.   BUSINESS',
      '',
      'The Company makes pumps. See the discussion of competition in',
      'Item 7 below, and the notes. Growers buy pumps in',
      'spring and pay in autumn.',
      '',
      'ITEM 2.   PROPERTIES',
      '',
      'The Company owns a foundry.',
      '',
      'ITEM 3.   LEGAL PROCEEDINGS',
      '',
      'None.',
      '',
      'ITEM 4.   SUBMISSION OF MATTERS TO A VOTE OF SECURITY HOLDERS',
      '',
      'None.',
      '',
      'PART II',
      '',
      "ITEM 5.   MARKET FOR REGISTRANT'S COMMON EQUITY AND RELATED",
      '          STOCKHOLDER MATTERS',
      '',
      'There is no market.',
      '',
      'ITEM 6.   SELECTED FINANCIAL DATA',
      '',
      'Sales were $4,000.',
      '',
      "ITEM 7.   MANAGEMENT'S DISCUSSION AND ANALYSIS OF FINANCIAL CONDITION AND",
      '          RESULTS OF OPERATIONS',
      '',
      'Sales rose because it rained, and fell where it did not.',
      '',
      'ITEM 8.   FINANCIAL STATEMENTS AND SUPPLEMENTARY DATA',
      '',
      'See page F-1.',
      '',
      'SIGNATURES',
      '',
      'Pursuant to the requirements of Section 13, signed. /s/ A. Reed',
      '',
    ].join('\n')
    const text = fromText(body)
    const sections = sectionsOf('10-K', text, '1996-03-29')
    expect(tilingFault(sections, text.text)).toBeNull()
    for (const number of [1, 2, 3, 4, 5, 6, 7, 8])
      expect(find(sections, `10k.item_${number}`)?.boundary_method).toBe('heading')
    expect(sectionText(text, sections, '10k.item_1')).toContain('pay in autumn')
    expect(sectionText(text, sections, '10k.item_7')).toContain('it rained')
  })
})

describe('a 10-Q', () => {
  const quarterly = (part2: string) =>
    fromHtml(
      `<p>FORM 10-Q</p>${heading('PART I. FINANCIAL INFORMATION')}${heading('Item 1. Financial Statements')}${paragraphs(8, 'balances')}${heading('Item 2. Management’s Discussion and Analysis of Financial Condition and Results of Operations')}${paragraphs(8, 'results')}${heading('Item 3. Quantitative and Qualitative Disclosures About Market Risk')}${paragraphs(2, 'rates')}${heading('Item 4. Controls and Procedures')}${paragraphs(2, 'controls')}${heading('PART II. OTHER INFORMATION')}${part2}${SIGNATURES}`,
    )

  test('items of the same number are told apart by part and title', () => {
    const text = quarterly(
      `${heading('Item 1. Legal Proceedings')}${paragraphs(2, 'a dispute')}${heading('Item 1A. Risk Factors')}${paragraphs(2, 'frost')}${heading('Item 2. Unregistered Sales of Equity Securities and Use of Proceeds')}${paragraphs(1, 'shares')}${heading('Item 6. Exhibits')}${paragraphs(1, 'exhibits')}`,
    )
    const sections = sectionsOf('10-Q', text, '2021-05-05')
    expect(tilingFault(sections, text.text)).toBeNull()
    expect(sectionText(text, sections, '10q.part1_item_1')).toContain('about balances')
    expect(sectionText(text, sections, '10q.part1_item_2')).toContain('about results')
    expect(sectionText(text, sections, '10q.part2_item_1')).toContain('about a dispute')
    expect(sectionText(text, sections, '10q.part2_item_2')).toContain('about shares')
    expect(find(sections, '10q.part2_item_3')?.status).toBe('absent')
    expect(find(sections, '10q.part2_item_5')?.status).toBe('absent')
  })

  test('bare numbers are told apart by the part they stand in', () => {
    const text = quarterly(
      `${heading('Item 1.')}<p>Legal matters are in note 4.</p>${heading('Item 6.')}<p>Exhibit 31.</p>`,
    )
    const sections = sectionsOf('10-Q', text, '2021-05-05')
    expect(sectionText(text, sections, '10q.part2_item_1')).toContain('Legal matters')
    expect(sectionText(text, sections, '10q.part2_item_6')).toContain('Exhibit 31')
  })
})

describe('an 8-K', () => {
  test('its items are found in the order printed, and nothing is called absent', () => {
    const text = fromHtml(
      `<p>FORM 8-K</p>${heading('Item 7.01. Regulation FD Disclosure.')}<p>We spoke.</p>${heading('Item 5.02. Departure of Directors or Certain Officers')}<p>On May 3, our treasurer left, as item 5.02 requires us to say.</p>${heading('Item 9.01 Financial Statements and Exhibits.')}<p>(d) Exhibits.</p>${heading('SIGNATURE')}<p>Pursuant to the requirements, signed.</p>`,
    )
    const sections = sectionsOf('8-K', text, '2019-05-04')
    expect(tilingFault(sections, text.text)).toBeNull()
    expect(sections.map((one) => one.section_key)).toEqual([
      '8k.cover',
      '8k.item_7_01',
      '8k.item_5_02',
      '8k.item_9_01',
      '8k.signatures',
    ])
  })

  test('the old numbers are read before 2004-08-23', () => {
    const text = fromText(
      'FORM 8-K\n\nITEM 5.  OTHER EVENTS\n\nThe foundry burned down on January 4.\n\nITEM 7.  FINANCIAL STATEMENTS AND EXHIBITS\n\nNone.\n\nSIGNATURES\n\nPursuant to the requirements, signed.\n',
    )
    expect(sectionsOf('8-K', text, '1998-01-09').map((one) => one.section_key)).toEqual([
      '8k.cover',
      '8k.item_5',
      '8k.item_7',
      '8k.signatures',
    ])
  })

  test('a list of contents before the items is part of the cover', () => {
    const text = fromHtml(
      `<p>FORM 8-K</p><p>TABLE OF CONTENTS</p><p>Item 8.01 Other Events</p><p>Item 9.01 Financial Statements and Exhibits</p><p>SIGNATURE</p><p>Exhibit Index</p>${heading('Item 8.01 Other Events')}<p>On June 1 the orchard board chose our pumps for the whole valley.</p>${heading('Item 9.01 Financial Statements and Exhibits')}<p>(d) Exhibits: 99.1 release.</p>${heading('SIGNATURE')}<p>Pursuant to the requirements, signed.</p>`,
    )
    const sections = sectionsOf('8-K', text, '2012-06-02')
    expect(sectionText(text, sections, '8k.item_8_01')).toContain('orchard board')
    expect(keysOf(sections)).toEqual(['8k.item_8_01', '8k.item_9_01'])
  })

  test('one item twice gets two keys', () => {
    const text = fromHtml(
      `${heading('Item 8.01 Other Events')}<p>First event, told in a sentence of its own.</p>${heading('Item 9.01 Financial Statements and Exhibits')}<p>Exhibits for the first event are listed in this sentence.</p>${heading('Item 8.01 Other Events')}<p>Second event, told in a sentence of its own.</p>`,
    )
    expect(keysOf(sectionsOf('8-K', text, '2012-06-02'))).toEqual([
      '8k.item_8_01',
      '8k.item_9_01',
      '8k.item_8_01_2',
    ])
  })
})

describe('any text', () => {
  test('another form is one section', () => {
    const text = fromHtml('<p>Dear shareholder</p>')
    expect(sectionsOf('SC TO-T', text, '2020-01-01')).toMatchObject([
      { section_key: 'document.whole', boundary_method: 'whole_document', start: 0, end: text.text.length },
    ])
  })

  test('an empty text has no sections', () => {
    expect(sectionsOf('10-K', { ...fromHtml('<p>x</p>'), text: '', blocks: [] }, '2020-01-01')).toEqual([])
  })

  const line = fc.oneof(
    fc.constantFrom(...TITLES.map(([number, title]) => `Item ${number}. ${title}`)),
    fc.constantFrom(...TITLES.map(([number, title]) => `Item ${number}. | ${title} | 12`)),
    fc.constantFrom(
      'PART I',
      'PART II',
      'SIGNATURES',
      'TABLE OF CONTENTS',
      '12',
      'Items 1 and 2.',
      'Item 5.02 Departure',
      'Items 10 through 14',
      'Exhibit Index',
      '',
    ),
    fc.string({ maxLength: 40 }),
    fc.lorem({ maxCount: 20 }),
  )

  test('sections tile whatever the lines are, and every found title begins its section', () => {
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 60 }),
        fc.constantFrom('10-K', '10-K/A', '10-Q', '10-QSB', '10-KSB', '8-K'),
        fc.constantFrom('1995-01-05', '2003-05-05', '2010-06-01', '2024-03-01'),
        (lines, form, date) => {
          const text = handMade(lines.join('\n'))
          const sections = sectionsOf(form, text, date)
          if (text.text.length > 0) expect(tilingFault(sections, text.text)).toBeNull()
          const keys = sections.map((one) => one.section_key)
          expect(new Set(keys).size).toBe(keys.length)
          for (const one of sections) expect(one.confidence).toBeGreaterThanOrEqual(0)
        },
      ),
      { numRuns: 300 },
    )
  })

  test.each([
    ['200,000 item labels', 'Item 7\n'.repeat(200_000)],
    [
      '200,000 different labels',
      Array.from({ length: 200_000 }, (_, index) => `Item ${(index % 15) + 1}. Business`).join('\n'),
    ],
    [
      '200,000 8-K labels',
      Array.from({ length: 200_000 }, (_, index) => `Item ${(index % 8) + 1}.0${(index % 2) + 1} Other`).join(
        '\n',
      ),
    ],
    ['200,000 signatures', 'SIGNATURES\n'.repeat(200_000)],
    ['one line of 4 MB', `Item 1. ${'and 2, '.repeat(600_000)}`],
    ['4 MB of spaces and bars', `Item${' |'.repeat(2_000_000)}`],
    ['300,000 contents lines', 'Item 1. | Business | 3\n'.repeat(300_000)],
  ])('%s are read in bounded time', (_name, body) => {
    const text = handMade(body)
    for (const form of ['10-K', '10-Q', '8-K']) {
      const started = performance.now()
      const sections = sectionsOf(form, text, '2020-01-01')
      expect(performance.now() - started).toBeLessThan(4000)
      expect(tilingFault(sections, text.text)).toBeNull()
    }
  })

  function handMade(text: string): CanonicalText {
    return {
      ...fromHtml('<p>x</p>'),
      text,
      blocks: text ? [{ kind: 'preformatted', start: 0, end: text.length, bold: false }] : [],
    }
  }
})
