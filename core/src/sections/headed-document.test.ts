import { describe, expect, test } from 'vitest'
import { canonicalText } from '../documents/canonical-text.ts'
import { headingCatalogueOf } from './heading-catalogue.ts'
import type { Section } from './section.ts'
import { sectionsOf } from './tile.ts'
import { tilingFault } from './tiling.ts'

const SENTENCE = 'Larkfield Orchards presses cider in three valleys and sells it in bottles of its own make. '
const body = (times = 12) => `<p>${SENTENCE.repeat(times)}</p>`
const heading = (text: string) => `<p style="text-align:center"><b>${text}</b></p>`
const contents = (...rows: [string, string][]) =>
  `<p><b>TABLE OF CONTENTS</b></p><table>${rows.map(([title, page]) => `<tr><td>${title}</td><td>${page}</td></tr>`).join('')}</table>`

function read(form: string, html: string): { text: string; sections: Section[]; keys: string[] } {
  const text = canonicalText(Buffer.from(`<html><body>${html}</body></html>`), 'html')
  const sections = sectionsOf(form, text, '2024-03-01')
  expect(tilingFault(sections, text.text)).toBeNull()
  return { text: text.text, sections, keys: sections.map(({ section_key }) => section_key) }
}

const PROSPECTUS_ROWS: [string, string][] = [
  ['PROSPECTUS SUMMARY', '1'],
  ['RISK FACTORS', '4'],
  ['USE OF PROCEEDS', '9'],
  ['OUR ORCHARDS', '10'],
  ['PLAN OF DISTRIBUTION', '14'],
  ['LEGAL MATTERS', '16'],
]
const prospectus = (rows = PROSPECTUS_ROWS) => rows.map(([title]) => heading(title) + body()).join('')

describe('a prospectus', () => {
  test('has the sections its table of contents lists, under the keys of the catalogue', () => {
    const { sections, keys, text } = read(
      '424B3',
      `<p>Larkfield Orchards, Inc.</p>${contents(...PROSPECTUS_ROWS)}${prospectus()}`,
    )
    expect(keys).toEqual([
      '424b.cover',
      '424b.gap_1',
      '424b.prospectus_summary',
      '424b.risk_factors',
      '424b.use_of_proceeds',
      '424b.other_1',
      '424b.plan_of_distribution',
      '424b.legal_matters',
    ])
    const risks = sections.find(({ section_key }) => section_key === '424b.risk_factors')
    expect(risks).toMatchObject({
      status: 'ok',
      disposition: 'extracted',
      boundary_method: 'table_of_contents',
    })
    expect(text.slice(risks?.start, risks?.end).startsWith('RISK FACTORS')).toBe(true)
    expect(sections.find(({ section_key }) => section_key === '424b.other_1')).toMatchObject({
      title: 'OUR ORCHARDS',
      note: 'not_in_catalogue',
    })
  })

  test('a supplement and the prospectus behind it keep their sections apart', () => {
    const half = contents(...PROSPECTUS_ROWS) + prospectus()
    const { keys } = read('424B5', `<p>Larkfield Orchards, Inc.</p>${half}${half}`)
    expect(keys.filter((key) => key.startsWith('424b.risk_factors'))).toEqual([
      '424b.risk_factors',
      '424b.risk_factors_2',
    ])
  })

  test('a heading that its table of contents leaves out does not cut a section short', () => {
    const { keys } = read(
      'S-3',
      `<p>Larkfield Orchards, Inc.</p>${contents(...PROSPECTUS_ROWS)}${prospectus().replace('OUR ORCHARDS</b></p>', `OUR ORCHARDS</b></p>${body()}${heading('Dividends')}`)}`,
    )
    expect(keys).not.toContain('s3.dividend_policy')
  })

  test('without a table of contents the catalogue finds the headings it knows', () => {
    const { keys, sections } = read(
      '424B2',
      `<p>Pricing supplement of Larkfield Orchards, Inc.</p>${prospectus()}`,
    )
    expect(keys).toContain('424b.risk_factors')
    expect(keys).not.toContain('424b.other_1')
    expect(sections.find(({ section_key }) => section_key === '424b.risk_factors')?.boundary_method).toBe(
      'heading',
    )
  })

  test('a table of figures is no table of contents', () => {
    const figures = ['Pears', 'Apples', 'Plums', 'Quinces', 'Cherries', 'Medlars', 'Grapes'].map(
      (fruit, index): [string, string] => [fruit, String(10 + index)],
    )
    const { keys } = read(
      '424B2',
      `<p>Cover</p>${prospectus().replace('USE OF PROCEEDS</b></p>', `USE OF PROCEEDS</b></p>${contents(...figures)}`)}`,
    )
    expect(keys).toContain('424b.use_of_proceeds')
    expect(keys.filter((key) => key.includes('gap'))).toEqual([])
  })
})

describe('a registration statement', () => {
  test('has the numbered items of Part II after the prospectus', () => {
    const partTwo = `${heading('PART II')}${heading('INFORMATION NOT REQUIRED IN PROSPECTUS')}
      <p><b>Item 13. Other Expenses of Issuance and Distribution</b></p>${body(2)}
      <p><b>Item 14. Indemnification of Directors and Officers</b></p>${body(2)}
      <p><b>Item 15. Recent Sales of Unregistered Securities</b></p>${body(2)}
      <p><b>Item 16. Exhibits and Financial Statement Schedules</b></p>${body(2)}
      <p><b>Item 17. Undertakings</b></p>${body(2)}
      <p><b>SIGNATURES</b></p><p>Pursuant to the requirements of the Securities Act, /s/ Ada Larkfield</p>`
    const { keys } = read(
      'S-1',
      `<p>Larkfield Orchards, Inc.</p>${contents(...PROSPECTUS_ROWS)}${prospectus()}${partTwo}`,
    )
    expect(keys.filter((key) => key.startsWith('s1.part2'))).toEqual([
      's1.part2_item_13',
      's1.part2_item_14',
      's1.part2_item_15',
      's1.part2_item_16',
      's1.part2_item_17',
    ])
    expect(keys.at(-1)).toBe('s1.signatures')
  })

  test.each([
    ['S-3ASR', 's3'],
    ['F-1/A', 'f1'],
    ['S-4', 's4'],
    ['424B4', '424b'],
    ['DEFA14A', 'def14a'],
    ['PRER14A', 'def14a'],
    ['DEF 14C', 'def14a'],
    ['40-F/A', '40f'],
    ['6-K', '6k'],
  ])('%s is read with the headings of %s', (form, prefix) => {
    expect(headingCatalogueOf(form)?.prefix).toBe(prefix)
  })

  test('a form without parts of its own has no catalogue', () => {
    expect(headingCatalogueOf('SC TO-T')).toBeUndefined()
  })
})

describe('a proxy statement', () => {
  test('has its proposals by number, and compensation tables inside a listed section', () => {
    const rows: [string, string][] = [
      ['PROXY SUMMARY', '1'],
      ['PROPOSAL NO. 1 ELECTION OF DIRECTORS', '5'],
      ['CORPORATE GOVERNANCE', '12'],
      ['EXECUTIVE COMPENSATION', '20'],
      ['PROPOSAL NO. 2 RATIFICATION OF AUDITORS', '40'],
      ['OTHER MATTERS', '44'],
    ]
    const html = rows
      .map(([title]) =>
        title.startsWith('EXECUTIVE')
          ? `${heading(title)}${body()}${heading('Summary Compensation Table for 2023')}${body()}`
          : heading(title) + body(),
      )
      .join('')
    const { keys } = read('DEF 14A', `<p>Larkfield Orchards, Inc.</p>${contents(...rows)}${html}`)
    expect(keys.slice(2)).toEqual([
      'def14a.proxy_summary',
      'def14a.proposal_1',
      'def14a.corporate_governance',
      'def14a.executive_compensation',
      'def14a.summary_compensation_table',
      'def14a.proposal_2',
      'def14a.other_matters',
    ])
  })

  test('a text without any heading is one section', () => {
    const { sections } = read('DEFA14A', '<p>Dear shareholder, please vote.</p>')
    expect(sections).toMatchObject([
      { section_key: 'def14a.body', boundary_method: 'whole_document', note: 'no_heading_found' },
    ])
  })
})

describe('a 6-K', () => {
  test('the printed form is the cover, and what follows is the report', () => {
    const { keys, sections, text } = read(
      '6-K',
      `<p>FORM 6-K</p><p>Report of Foreign Private Issuer</p><p>Larkfield plc</p>
       <p>Indicate by check mark whether the registrant files annual reports under cover of Form 20-F or Form 40-F. Form 20-F [X] Form 40-F [ ]</p>
       ${body(3)}<p>SIGNATURES</p><p>Pursuant to the requirements of the Exchange Act, /s/ Ada Larkfield</p>`,
    )
    expect(keys).toEqual(['6k.cover', '6k.body', '6k.signatures'])
    expect(text.slice(sections[1]?.start, sections[1]?.end).startsWith('Larkfield Orchards presses')).toBe(
      true,
    )
  })
})
