import { describe, expect, test } from 'vitest'
import { canonicalText } from '../documents/canonical-text.ts'
import { readSubsidiaries } from './read-subsidiaries.ts'
import { subsidiaryRecords } from './store.ts'

const html = (rows: string[][]) =>
  canonicalText(
    Buffer.from(
      `<html><body><p>Exhibit 21</p><table>${rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table><p>(1) Owned by another subsidiary.</p></body></html>`,
    ),
    'html',
  )
const brief = (text: ReturnType<typeof html>) =>
  readSubsidiaries(text).map(({ name, jurisdiction, ownership_percent }) => [
    name,
    jurisdiction,
    ownership_percent,
  ])

describe('the subsidiaries of Exhibit 21', () => {
  test('are the rows of its table, without headings and footnote marks', () => {
    const text = html([
      ['Name', 'Percentage of voting securities', 'State or country of organization'],
      ['Oakmere Tool Works Inc. (1)', '100%', 'Delaware'],
      ['Pellworth Holding B.V. (2) (5)', '87.5', 'Netherlands'],
      ['Sandgate International', '', ''],
      ['Sales Company Limited', '50 (3)', 'Hong Kong'],
    ])
    expect(brief(text)).toEqual([
      ['Oakmere Tool Works Inc.', 'Delaware', 100],
      ['Pellworth Holding B.V.', 'Netherlands', 87.5],
      ['Sales Company Limited', 'Hong Kong', 50],
    ])
  })

  test('have a place in the text that slices back', () => {
    const text = html([
      ['Subsidiary', 'Jurisdiction of incorporation'],
      ['Pellworth S.\u00e0 r.l.', 'Luxembourg'],
    ])
    const [row] = subsidiaryRecords('d', text.text, readSubsidiaries(text))
    expect([...text.text].slice(row?.start, row?.end).join('')).toBe('Pellworth S.\u00e0 r.l. | Luxembourg')
    const bytes = Buffer.from(text.text).subarray(row?.byte_start, row?.byte_end).toString()
    expect(bytes).toBe('Pellworth S.\u00e0 r.l. | Luxembourg')
  })

  test('of a typed list are told from the words around them', () => {
    const typed = canonicalText(
      Buffer.from(
        'EXHIBIT 21\n\nSUBSIDIARIES OF\nOAKMERE CORP*\n\nAlder Works, Inc. (Texas)\nBeech GmbH (Germany)\nCedar B.V. Netherlands\nDogwood LLC, a Nevada limited liability company\n\nThe names of other subsidiaries are omitted.\n',
      ),
      'text',
    )
    expect(brief(typed)).toEqual([
      ['Alder Works, Inc.', 'Texas', null],
      ['Beech GmbH', 'Germany', null],
      ['Cedar B.V.', 'Netherlands', null],
      ['Dogwood LLC', 'Nevada', null],
    ])
  })

  test('are read in no time from a hostile exhibit', () => {
    const lines = [
      `Oakmere, a ${'A'.repeat(1_900)}`,
      `Oakmere Inc. ${'*'.repeat(1_900)}x`,
      `${'(1) '.repeat(480)}x`,
      `${'A Inc. '.repeat(280)}x`,
    ]
    const text = canonicalText(Buffer.from(lines.join('\n\n').repeat(50)), 'text')
    const started = performance.now()
    readSubsidiaries(text)
    expect(performance.now() - started).toBeLessThan(1_000)
  })
})
