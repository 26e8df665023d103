import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalText } from './canonical-text.ts'
import { htmlOf } from './html-rendering.ts'
import { markdownOf } from './markdown.ts'

const read = (html: string) => canonicalText(Buffer.from(html), 'html')
const rendered = (html: string) => {
  const text = read(html)
  return htmlOf(text, 0, text.length)
}

describe('HTML of a canonical text', () => {
  test('draws headings, paragraphs, lists and emphasis of whole blocks', () => {
    expect(
      rendered(
        '<h2>Item 1. Business</h2><p>We build ships.<br>And boats.</p><p><b><i>We may sink, and so may you,</i></b></p>' +
          '<ul><li>Tugs</ul><p>• Ferries</p><p>End</p><pre>  a     b     c\n  1     2     3</pre>',
      ),
    ).toBe(
      '<h2>Item 1. Business</h2>\n<p>We build ships.<br>\nAnd boats.</p>\n' +
        '<p><strong><em>We may sink, and so may you,</em></strong></p>\n<ul>\n<li>Tugs</li>\n<li>Ferries</li>\n</ul>\n' +
        '<p>End</p>\n<pre>  a     b     c\n  1     2     3</pre>\n',
    )
  })

  const table =
    '<table><tr><th></th><th colspan="3">2024</th><th colspan="3">2023</th></tr>' +
    '<tr><td>Sales</td><td>$</td><td>1,234</td><td></td><td>$</td><td>987</td><td></td></tr>' +
    '<tr><td>Loss</td><td></td><td>(56</td><td>)</td><td></td><td>(7</td><td>)</td></tr></table>'

  test('draws tables with the columns a reader sees', () => {
    expect(rendered(table)).toBe(
      '<table>\n<tr><td></td><th>2024</th><th>2023</th></tr>\n<tr><td>Sales</td><td>$1,234</td><td>$987</td></tr>\n' +
        '<tr><td>Loss</td><td>(56)</td><td>(7)</td></tr>\n</table>\n',
    )
    const text = read(table)
    expect(markdownOf(text.text, text.blocks, 0, text.length, text.tables)).toBe(
      '|  | 2024 | 2023 |\n| --- | --- | --- |\n| Sales | $1,234 | $987 |\n| Loss | (56) | (7) |\n',
    )
  })

  test('keeps a head that stands over several columns over them', () => {
    const spanning =
      '<table><tr><td></td><td colspan="2">Year</td></tr><tr><td></td><td>2024</td><td>2023</td></tr>' +
      '<tr><td>Sales</td><td>12</td><td>9</td></tr></table>'
    expect(rendered(spanning)).toContain('<tr><td></td><td colspan="2">Year</td></tr>')
  })

  test('nothing of the original markup comes through', () => {
    const hostile =
      '<script>alert(1)</script><style>p{background:url(http://x/)}</style><svg onload="a()"><text>svg</text></svg>' +
      '<iframe src="javascript:a()">frame</iframe><meta http-equiv="refresh" content="0;url=http://x/">' +
      '<p onclick="a()">&lt;script&gt;a()&lt;/script&gt; &quot;quoted&quot; &amp;amp;</p><img src=x onerror=a()>'
    expect(rendered(hostile)).toBe('<p>&lt;script&gt;a()&lt;/script&gt; &quot;quoted&quot; &amp;amp;</p>\n')
  })

  test('renders a span that begins and ends inside blocks and cells', () => {
    const text = read(`<p>alpha beta</p>${table}<p>gamma delta</p>`)
    const start = text.text.indexOf('beta')
    const end = text.text.indexOf('gamma') + 3
    expect(htmlOf(text, start, end)).toMatch(/^<p>beta<\/p>\n<table>[\s\S]*<\/table>\n<p>gam<\/p>\n$/)
    const inside = text.text.indexOf('234')
    expect(htmlOf(text, inside, inside + 3)).toBe('<table>\n<tr><td>234</td></tr>\n</table>\n')
  })

  test('any span of any text renders, and its words are all there, in order', () => {
    const markup = fc.constantFrom(
      ...[
        '<p>',
        '</p>',
        '<table>',
        '<tr>',
        '<td>',
        '</table>',
        '<li>',
        '<b>',
        '</b>',
        '<br>',
        '$',
        ')',
        '|',
        '<pre>',
      ],
      ...['word', ' ', '&lt;b&gt;', '12', '•', '<td colspan=3>', '<td rowspan=2>', '<th>'],
    )
    fc.assert(
      fc.property(fc.array(markup, { maxLength: 40 }), fc.nat(), fc.nat(), (parts, one, other) => {
        const text = read(parts.join(''))
        const size = text.text.length + 1
        const [start, end] = [one % size, other % size].sort((a, b) => a - b) as [number, number]
        const words = (html: string) =>
          html
            .replace(/<[^>]*>/g, '')
            .replace(/&lt;/g, '<')
            .replace(/&gt;/g, '>')
            .replace(/[\s|•]+/g, '')
        const html = htmlOf({ ...text, blocks: text.blocks }, start, end)
        expect(words(html)).toBe(text.text.slice(start, end).replace(/[\s|•]+/g, ''))
        expect(html).not.toMatch(/<(?!\/?(?:p|h2|ul|li|table|tr|td|th|strong|em|br|pre)\b)/)
      }),
      { numRuns: 500 },
    )
  })
})
