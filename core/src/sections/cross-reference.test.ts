import { describe, expect, test } from 'vitest'
import { canonicalText } from '../documents/canonical-text.ts'
import { sectionsOf } from './tile.ts'
import { tilingFault } from './tiling.ts'

const SENTENCE = 'Brackwater Ferries carries passengers between nine islands, in summer by night as well. '
const page = (number: number, html: string) =>
  `${html}<p>${SENTENCE.repeat(15)}</p><p style="text-align:center">Brackwater Ferries 2023 Annual Report ${number}</p><hr style="page-break-after:always"/>`

const INDEX: [string, string, string][] = [
  ['Item 1.', 'Business', '2-3'],
  ['Item 1A.', 'Risk Factors', '4'],
  ['Item 1B.', 'Unresolved Staff Comments', 'Not applicable'],
  ['Item 1C.', 'Cybersecurity', '5'],
  ['Item 2.', 'Properties', '3'],
  ['Item 3.', 'Legal Proceedings', '5'],
  ['Item 4.', 'Mine Safety Disclosures', 'Not applicable'],
  ['Item 7.', 'Management’s Discussion and Analysis of Financial Condition and Results of Operations', '6-7'],
  ['Item 8.', 'Financial Statements and Supplementary Data', '8-9'],
  ['Item 10.', 'Directors, Executive Officers and Corporate Governance', '(a)'],
  ['Item 11.', 'Executive Compensation', '(a)'],
  ['Item 13.', 'Certain Relationships and Related Transactions, and Director Independence', '(a)'],
  ['Item 14.', 'Principal Accountant Fees and Services', '(a)'],
]

function read(index = INDEX) {
  const rows = index.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')
  const html = `<html><body><p>FORM 10-K</p>${[
    page(1, '<p><b>Letter to the shareholders</b></p>'),
    page(2, '<p><b>Who we are</b></p>'),
    page(3, '<p><b>PROPERTIES</b></p>'),
    page(4, '<p><b>RISK FACTORS</b></p>'),
    page(5, '<p><b>LEGAL PROCEEDINGS</b></p><p>None worth naming.</p><p><b>CYBERSECURITY</b></p>'),
    page(6, '<p><b>How the year went</b></p>'),
    page(7, ''),
    page(8, '<p><b>Statements of income</b></p>'),
    page(9, ''),
    page(
      10,
      `<p><b>FORM 10-K CROSS REFERENCE INDEX</b></p><table>${rows}</table><p>(a) Incorporated by reference to the proxy statement of 2024.</p>`,
    ),
  ].join('')}</body></html>`
  const text = canonicalText(Buffer.from(html), 'html')
  const sections = sectionsOf('10-K', text, '2024-02-20')
  expect(tilingFault(sections, text.text)).toBeNull()
  return {
    of: (number: string) => sections.find((one) => one.section_key === `10k.item_${number}`),
    words: (number: string) => {
      const section = sections.find((one) => one.section_key === `10k.item_${number}`)
      return text.text.slice(section?.start, section?.end)
    },
    sections,
  }
}

describe('a report with a cross-reference index instead of item headings', () => {
  test('an item begins at its heading on the page the index gives', () => {
    const { of, words } = read()
    expect(of('1a')).toMatchObject({
      status: 'ok',
      boundary_method: 'cross_reference_index',
      title: 'RISK FACTORS',
    })
    expect(words('1a').startsWith('RISK FACTORS')).toBe(true)
    expect(words('3').startsWith('LEGAL PROCEEDINGS')).toBe(true)
    expect(words('1c').startsWith('CYBERSECURITY')).toBe(true)
  })

  test('without a heading it begins with the page and is doubtful', () => {
    const { of, words } = read()
    expect(of('7')).toMatchObject({ status: 'uncertain', boundary_method: 'cross_reference_index' })
    expect(words('7').startsWith('How the year went')).toBe(true)
    expect(words('7')).not.toContain('Statements of income')
  })

  test('by reference, left out and not found are told apart', () => {
    const { of } = read()
    expect(of('11')).toMatchObject({ disposition: 'incorporated_by_reference', status: 'ok' })
    expect(of('4')).toMatchObject({ disposition: 'absent', note: 'said_to_be_left_out' })
    expect(of('9a')).toMatchObject({ disposition: 'not_found', status: 'failed' })
  })

  test('page numbers in other words mean the same', () => {
    const { words } = read(
      INDEX.map(([item, title, pages]) => [item, title, /^\d/.test(pages) ? `Page ${pages}` : pages]),
    )
    expect(words('1a').startsWith('RISK FACTORS')).toBe(true)
  })
})
