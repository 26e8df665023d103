import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalText } from './canonical-text.ts'
import { markdownOf } from './markdown.ts'

const markdown = (html: string, start = 0, end?: number) => {
  const { text, blocks } = canonicalText(Buffer.from(html), 'html')
  return markdownOf(text, blocks, start, end ?? text.length)
}

describe('Markdown of a canonical text', () => {
  test('draws headings, paragraphs, lists and tables', () => {
    expect(
      markdown(
        '<h2>Item 1. Business</h2><p>We build ships.<br>And boats.</p><p><b>We may sink, and so may you.</b></p>' +
          '<ul><li>Tugs</ul><p>• Ferries</p>' +
          '<table><tr><td>2024</td><td>2023</td></tr><tr><td>Sales</td><td>$</td><td>12</td><td>9</td></tr></table>',
      ),
    ).toBe(
      '## Item 1. Business\n\nWe build ships.  \nAnd boats.\n\n## We may sink, and so may you.\n\n- Tugs\n\n- Ferries\n\n' +
        '| 2024 | 2023 |  |\n| --- | --- | --- |\n| Sales | $12 | 9 |\n',
    )
  })

  test('leaves page furniture out', () => {
    const page = (word: string) => `<p>${word}</p><div>7</div><hr style="page-break-after:always">`
    expect(markdown(page('One') + page('Two'))).toBe('One\n\nTwo\n')
  })

  test('renders a span that begins and ends inside blocks', () => {
    expect(markdown('<p>Alpha beta</p><p>Gamma delta</p><p>Omega</p>', 6, 17)).toBe('beta\n\nGamma\n')
    expect(markdown('<p>Alpha</p>', 5, 5)).toBe('')
  })

  test('text that looks like markup shows as it stands', () => {
    expect(markdown('<p># 1 of *all* [1] a|b &lt;b&gt;</p>')).toBe(
      '\\# 1 of \\*all\\* \\[1\\] a\\|b \\<b\\>\n',
    )
    expect(markdown('<p>1. One thing</p><p>- x</p>')).toBe('1\\. One thing\n\n\\- x\n')
  })

  test('typed drawings stand in a fence longer than any inside', () => {
    const { text, blocks } = canonicalText(Buffer.from('Ships   12   9\n```\nBoats    1   2\n'), 'text')
    expect(markdownOf(text, blocks, 0, text.length)).toBe('````\nShips   12   9\n```\nBoats    1   2\n````\n')
  })

  test('any span of any text renders, and its words are all there', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('<p>', '<b>', '<table><tr><td>', '<li>', 'word', '12', '|', '#', '\n', '</p>'),
          { maxLength: 30 },
        ),
        fc.nat(200),
        fc.nat(200),
        (parts, from, length) => {
          const { text, blocks } = canonicalText(Buffer.from(parts.join('')), 'html')
          const start = Math.min(from, text.length)
          const end = Math.min(start + length, text.length)
          const words = (value: string) => value.match(/word|12/g)?.length ?? 0
          expect(words(markdownOf(text, blocks, start, end))).toBe(words(text.slice(start, end)))
        },
      ),
      { numRuns: 500 },
    )
  })
})
