import { describe, expect, test } from 'vitest'
import { canonicalText } from '../documents/canonical-text.ts'
import { sectionsOf } from './tile.ts'
import { tilingFault } from './tiling.ts'

const SENTENCE = 'Tarnmoor Slate splits roofing slate in one quarry and sells it by the ton. '
const body = (times: number) => `<p>${SENTENCE.repeat(times)}</p>`
const CONTENTS = `<p>TABLE OF CONTENTS</p><table>
  <tr><td>Item Number</td><td>Item Matter</td><td>Page Number</td></tr>
  <tr><td>Part I. Financial Information</td></tr>
  <tr><td>Item 1.</td><td>Financial Statements</td><td>3</td></tr>
  <tr><td>Item 2.</td><td>Management’s Discussion and Analysis of Financial Condition and Results of Operations</td><td>12</td></tr>
  <tr><td>Item 3.</td><td>Quantitative and Qualitative Disclosures About Market Risk</td><td>20</td></tr>
  <tr><td>Item 4.</td><td>Controls and Procedures</td><td>21</td></tr></table>`
const REST = `<p><b>Item 2. Management’s Discussion and Analysis of Financial Condition and Results of Operations</b></p>${body(20)}
  <p><b>Item 3. Quantitative and Qualitative Disclosures About Market Risk</b></p>${body(5)}
  <p><b>Item 4. Controls and Procedures</b></p>${body(5)}`

function read(html: string) {
  const text = canonicalText(Buffer.from(`<html><body><p>FORM 10-Q</p>${html}</body></html>`), 'html')
  const sections = sectionsOf('10-Q', text, '2024-05-02')
  expect(tilingFault(sections, text.text)).toBeNull()
  const statements = sections.find(({ section_key }) => section_key === '10q.part1_item_1')
  return { statements, words: text.text.slice(statements?.start, statements?.end) }
}

describe('statements of a 10-Q without the heading of Item 1', () => {
  test('begin after the table of contents, and are doubtful', () => {
    const { statements, words } = read(`${CONTENTS}<p><b>Statements of operations</b></p>${body(40)}${REST}`)
    expect(statements).toMatchObject({
      status: 'uncertain',
      boundary_method: 'table_of_contents',
      note: 'after_table_of_contents',
    })
    expect(words.trim().startsWith('Statements of operations')).toBe(true)
  })

  test('begin at the heading of Part I where there is one', () => {
    const { statements, words } = read(
      `${CONTENTS}${body(3)}<p><b>PART I. FINANCIAL INFORMATION</b></p><p><b>Statements of operations</b></p>${body(40)}${REST}`,
    )
    expect(statements).toMatchObject({ status: 'uncertain', note: 'from_part_heading' })
    expect(words.startsWith('PART I.')).toBe(true)
  })

  test('are not found where nothing long enough stands there', () => {
    expect(read(`${CONTENTS}${body(1)}${REST}`).statements).toMatchObject({ disposition: 'not_found' })
  })
})
