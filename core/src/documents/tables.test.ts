import { describe, expect, test } from 'vitest'
import { canonicalText } from './canonical-text.ts'

const read = (html: string) => canonicalText(Buffer.from(html), 'html')
const gridOf = (html: string) => {
  const { text, tables } = read(html)
  return tables.map(({ rows }) =>
    rows.map((row) =>
      row.map((cell) => [text.slice(cell.start, cell.end), cell.column, cell.column_span, cell.row_span]),
    ),
  )
}

describe('tables of a text', () => {
  test('have the rows and cells that are drawn, each with its place', () => {
    const { text, tables, blocks } = read(
      '<p>before</p><table><tr><th>Year</th><td>2024</td></tr><tr><td>Sales</td><td>$</td><td>12</td></tr></table>',
    )
    expect(tables).toHaveLength(1)
    const [table] = tables
    expect(blocks.find(({ kind }) => kind === 'table')).toMatchObject({
      start: table?.start,
      end: table?.end,
    })
    expect(table?.rows.map((row) => row.map(({ start, end }) => text.slice(start, end)))).toEqual([
      ['Year', '2024'],
      ['Sales', '$', '12'],
    ])
    expect(table?.rows[0]?.map(({ header }) => header)).toEqual([true, false])
  })

  test('count columns after the spans of the cells beside and above', () => {
    expect(
      gridOf(
        '<table><tr><td rowspan="2">a</td><td colspan="2">b</td><td>c</td></tr><tr><td>d</td><td></td><td>e</td></tr>' +
          '<tr><td COLSPAN=4>f</td></tr></table>',
      ),
    ).toEqual([
      [
        [
          ['a', 0, 1, 2],
          ['b', 1, 2, 1],
          ['c', 3, 1, 1],
        ],
        [
          ['d', 1, 1, 1],
          ['', 2, 1, 1],
          ['e', 3, 1, 1],
        ],
        [['f', 0, 4, 1]],
      ],
    ])
  })

  test('that only arrange the page are none', () => {
    const tables = (html: string) => read(html).tables.length
    expect(tables('<table><tr><td><p>One</p><p>Two</p></td></tr></table>')).toBe(0)
    expect(tables('<table><tr><td>One</td></tr><tr><td>Two</td></tr></table>')).toBe(0)
    expect(tables('<table><tr><td>•</td><td>An entry of a list</td></tr></table>')).toBe(0)
    expect(tables('<table><tr><td><table><tr><td>1</td><td>2</td></tr></table></td></tr></table>')).toBe(1)
  })

  test('of any span stay within what browsers take', () => {
    expect(gridOf('<table><tr><td colspan="99999999">a</td><td rowspan="-3">b</td></tr></table>')).toEqual([
      [
        [
          ['a', 0, 1000, 1],
          ['b', 1000, 1, 1],
        ],
      ],
    ])
  })
})

describe('typed tables', () => {
  const typed =
    '<TABLE>\n<CAPTION>\n                         1997       1996\n<S>                     <C>        <C>\n' +
    'Net sales, all of\n  it                   $  1,737   $  2,179\nLoss per share            (0.56)        --\n' +
    '-----------------------  --------   --------\n\nTotal                         12          9\n</TABLE>\n'

  test('whose columns are marked have rows and cells, in each of their blocks', () => {
    const { text, tables, blocks } = canonicalText(Buffer.from(typed), 'text')
    const rows = tables.map((table) =>
      table.rows.map((row) => row.map((cell) => [text.slice(cell.start, cell.end), cell.column])),
    )
    expect(rows).toEqual([
      [
        [
          ['1997', 1],
          ['1996', 2],
        ],
        [['Net sales, all of', 0]],
        [
          ['it', 0],
          ['$  1,737', 1],
          ['$  2,179', 2],
        ],
        [
          ['Loss per share', 0],
          ['(0.56)', 1],
          ['--', 2],
        ],
      ],
      [
        [
          ['Total', 0],
          ['12', 1],
          ['9', 2],
        ],
      ],
    ])
    expect(tables[0]?.rows[0]?.[0]?.header).toBe(true)
    for (const table of tables) {
      expect(
        blocks.some(
          ({ start, end, kind }) => start === table.start && end === table.end && kind === 'preformatted',
        ),
      ).toBe(true)
    }
  })

  test('inside the <PRE> of an HTML document have them as well', () => {
    const { text, tables } = read(`<pre>${typed}</pre>`)
    expect(tables.at(-1)?.rows[0]?.map(({ start, end }) => text.slice(start, end))).toEqual([
      'Total',
      '12',
      '9',
    ])
  })

  test('without marks stay as they are typed', () => {
    expect(canonicalText(Buffer.from('<TABLE>\nSales    12    9\n</TABLE>\n'), 'text').tables).toEqual([])
  })
})
