import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type CanonicalTextError,
  canonicalText,
  MAX_TEXT_DOCUMENT_BYTES,
  NORMALISER_VERSION,
} from './canonical-text.ts'

const html = (text: string) => canonicalText(Buffer.from(text), 'html')
const typed = (text: string) => canonicalText(Buffer.from(text), 'text')
const blocksOf = ({ text, blocks }: ReturnType<typeof html>) =>
  blocks.map((block) => [block.kind, text.slice(block.start, block.end)])
const textsOf = (read: ReturnType<typeof html>) => blocksOf(read).map(([, text]) => text)

describe('every canonical text', () => {
  const markup = fc.constantFrom(
    ...'<p>|</p>|<div>|</div>|<table>|<tr>|<td>|</td>|</tr>|</table>|<b>|</b>|<br>|<hr>|<li>|<ul>|</ul>|<pre>|</pre>|<h2>|</h2>'.split(
      '|',
    ),
    ...[
      '<div style="display:none">',
      '<ix:header>',
      '</ix:header>',
      '<span style="font-weight:bold">',
      '</span>',
      '<td/>',
    ],
    ...[
      '&nbsp;',
      '&#150;',
      '&amp',
      '&#x1F600;',
      '&#0;',
      '<!-- x -->',
      '<',
      'a\u0301',
      '$',
      ')',
      '•',
      '\f',
      '\r\n',
    ],
  )
  const document = fc
    .array(fc.oneof(markup, fc.string({ maxLength: 12, unit: 'binary' })), { maxLength: 60 })
    .map((parts) => parts.join('').toWellFormed())

  test('tiles into blocks one empty line apart, in NFC, without control characters, with the hash and lengths it states', () => {
    fc.assert(
      fc.property(document, fc.constantFrom('html', 'text', 'xml'), (source, kind) => {
        const read = canonicalText(Buffer.from(source), kind as 'html')
        let at = 0
        for (const [index, block] of read.blocks.entries()) {
          if (index > 0) {
            expect(read.text.slice(at, at + 2)).toBe('\n\n')
            at += 2
          }
          expect(block.start).toBe(at)
          expect(block.end).toBeGreaterThan(block.start)
          expect(read.text.slice(block.start, block.end)).not.toMatch(/^\n|\n$| $|\n\n/)
          at = block.end
        }
        expect(at).toBe(read.text.length)
        expect(read.text).toBe(read.text.normalize('NFC'))
        expect(read.text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00a0\u00ad\u200b]/)
        expect(read.text.isWellFormed()).toBe(true)
        expect(read.text_sha256).toBe(createHash('sha256').update(read.text).digest('hex'))
        expect(read.length).toBe([...read.text].length)
        expect(read.byte_length).toBe(Buffer.byteLength(read.text))
        expect(read.normaliser_version).toBe(NORMALISER_VERSION)
      }),
      { numRuns: 1000 },
    )
  })

  test('is the same every time', () => {
    fc.assert(
      fc.property(document, (source) => {
        expect(html(source)).toEqual(html(source))
      }),
    )
  })
})

describe('characters', () => {
  test.each([
    ['&#146;s &#150; &#x97; &#128;', '’s – — €'],
    ['R&amp;D &lt;5%&gt; &copy;', 'R&D <5%> ©'],
    ['Item&nbsp;&#160;&#8195;1A.', 'Item 1A.'],
    ['co&shy;operate, zero&#8203;width', 'cooperate, zerowidth'],
    ['“quoted” ﬁrst ½ Ⅳ', '“quoted” ﬁrst ½ Ⅳ'],
    ['e\u0301te\u0301', 'été'],
    ['a &unknown; b &#xZZ; c', 'a &unknown; b &#xZZ; c'],
  ])('%s reads %s', (source, text) => {
    expect(html(`<p>${source}</p>`).text).toBe(text)
  })

  test('Windows-1252 bytes are read as what they are', () => {
    const bytes = Buffer.from('<p>The Company\x92s \x93plan\x94 \x96 50\x80</p>', 'latin1')
    const read = canonicalText(bytes, 'html')
    expect(read.text).toBe('The Company’s “plan” – 50€')
    expect(read.warnings).toEqual(['Read as windows-1252.'])
  })

  test('a stray Windows-1252 byte does not spoil a UTF-8 document', () => {
    const bytes = Buffer.concat([
      Buffer.from('“one” “two” — '),
      Buffer.from([0x92]),
      Buffer.from(' – “three”'),
    ])
    expect(canonicalText(bytes, 'text').text).toBe('“one” “two” — ’ – “three”')
  })

  test('UTF-16 with its mark is read', () => {
    expect(canonicalText(Buffer.from('\ufeffPlan “B”', 'utf16le'), 'text').text).toBe('Plan “B”')
  })

  test('NUL becomes U+FFFD and is counted', () => {
    const read = canonicalText(Buffer.from('a\0b\0c'), 'text')
    expect(read.text).toBe('a\ufffdb\ufffdc')
    expect(read.warnings).toEqual(['2 characters could not be read and became U+FFFD.'])
  })
})

describe('HTML', () => {
  test('inline tags leave words whole, blocks part them, two breaks end a paragraph', () => {
    expect(
      textsOf(html('<p>Net<b> reve</b>nue<font>s</font></p>rose<div>again</div>one<br>two<br><br>three')),
    ).toEqual(['Net revenues', 'rose', 'again', 'one\ntwo', 'three'])
  })

  test('headings are told by tag, and by being bold or underlined throughout', () => {
    expect(
      blocksOf(
        html(
          '<h2>Part I</h2><p><b>Item 1. Business</b></p><p><u>Overview</u></p><p><b>Note.</b> We sell.</p>' +
            '<p style="font-weight:700">Risk</p><b><p style="font-weight:400">Plain</p></b>',
        ),
      ),
    ).toEqual([
      ['heading', 'Part I'],
      ['heading', 'Item 1. Business'],
      ['heading', 'Overview'],
      ['paragraph', 'Note. We sell.'],
      ['heading', 'Risk'],
      ['paragraph', 'Plain'],
    ])
  })

  test('a bold tag that is closed too late stays bold, one closed in between ends there', () => {
    const { blocks } = html('<b><p>One</p><p>Two</p></b><p>Three</p>')
    expect(blocks.map((block) => block.bold)).toEqual([true, true, false])
    const misnested = html('<b><p>One</b> two</p><p>Three</p>')
    expect(misnested.blocks.map((block) => block.bold)).toEqual([false, false])
    expect(html('<p><i>Our ships may sink.</i></p>').blocks[0]?.italic).toBe(true)
  })

  test('a paragraph that is not closed ends where the next begins, with its style', () => {
    const read = html('<P STYLE="font-weight:bold">One<P>Two<P>Three')
    expect(read.blocks.map((block) => block.bold)).toEqual([true, false, false])
  })

  test('what a reader would not see is kept apart', () => {
    const read = html(
      '<p>Shown</p><div style="display:none"><ix:header><ix:hidden><ix:nonNumeric>0001999001</ix:nonNumeric>' +
        '<ix:nonNumeric>FY</ix:nonNumeric></ix:hidden><ix:resources><xbrli:context>machine</xbrli:context></ix:resources>' +
        '</ix:header></div><p style="visibility: hidden">ghost</p><p>a<span style="display:none">b</span>c</p><script>x()</script>',
    )
    expect(read.text).toBe('Shown\n\nac')
    expect(read.hidden).toEqual(['0001999001', 'FY', 'ghost', 'b'])
  })

  test('an empty hidden element that closes itself hides nothing', () => {
    expect(html('<div style="display:none"/><p>Shown</p>').text).toBe('Shown')
  })

  test('a page break makes page numbers and running headers furniture, and numbers elsewhere stay', () => {
    const page = (number: number) =>
      `<p>Text ${'abc'[number]} of the page.</p><p>42</p><p>More ${'def'[number]}.</p><div>Meridian | 10-K | ${number}</div>` +
      '<hr style="page-break-after:always"><div><a href="#toc">Table of Contents</a></div>'
    const read = html(page(0) + page(1) + page(2))
    const kinds = blocksOf(read).filter(([kind]) => kind === 'page_furniture')
    expect(kinds.map(([, text]) => text)).toEqual([
      'Meridian | 10-K | 0',
      'Table of Contents',
      'Meridian | 10-K | 1',
      'Table of Contents',
      'Meridian | 10-K | 2',
      'Table of Contents',
    ])
    expect(blocksOf(read).filter(([kind, text]) => kind === 'paragraph' && text === '42')).toHaveLength(3)
  })

  test('lists are list items, bulleted by tag, by glyph, or by a table of two columns', () => {
    expect(
      blocksOf(
        html(
          '<ul><li>One<li><p>Two</p></ul><p>•Three</p>' +
            '<table><tr><td>•</td><td>Four of them</td></tr></table>' +
            '<table><tr><td></td><td>(a)</td><td>Five was filed in March.</td></tr></table>',
        ),
      ),
    ).toEqual([
      ['list_item', 'One'],
      ['list_item', 'Two'],
      ['list_item', '• Three'],
      ['list_item', '• Four of them'],
      ['list_item', '(a) Five was filed in March.'],
    ])
  })

  test('preformatted text keeps its columns', () => {
    const read = html('<pre>\n  Sales      1997   1996\n  Ships        12      9\n\nA paragraph here\n</pre>')
    expect(blocksOf(read)).toEqual([
      ['preformatted', '  Sales      1997   1996\n  Ships        12      9'],
      ['paragraph', 'A paragraph here'],
    ])
  })
})

test('typed text inside HTML keeps its pages and its tables', () => {
  const read = html(
    '<pre>Some words on a.\n\n   -1-\n<PAGE>\n<TABLE>\n<CAPTION>\n<S>          <C>   <C>\nShips      12    9\n</TABLE>\n</pre>' +
      '<p>2</p><PAGE><p>End</p>',
  )
  expect(blocksOf(read)).toEqual([
    ['paragraph', 'Some words on a.'],
    ['page_furniture', '-1-'],
    ['preformatted', 'Ships      12    9'],
    ['page_furniture', '2'],
    ['paragraph', 'End'],
  ])
})

describe('tables', () => {
  const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`

  test('are one line a row, empty cells dropped, signs joined to their figures', () => {
    const read = html(
      `<table>${row('', '2024', '', '2023')}${row('Net sales', '$', '1,234', '', '$', '987')}` +
        `${row('Loss', '$', '(56', ')', '$', '(7', ')')}${row('Margin', '12.5', '%', '—', '%')}</table>`,
    )
    expect(blocksOf(read)).toEqual([
      ['table', '2024 | 2023\nNet sales | $1,234 | $987\nLoss | $(56) | $(7)\nMargin | 12.5% | —%'],
    ])
  })

  test('close their cells and rows as browsers do', () => {
    expect(html('<table><tr><td>a<td>b<tr><td>c</td></div></b><td>d</table>after').text).toBe(
      'a | b\nc | d\n\nafter',
    )
  })

  test('a heading set as a table of one row is a heading', () => {
    expect(blocksOf(html(`<table>${row('<b>Item 1A.</b>', '<b>Risk Factors</b>')}</table>`))).toEqual([
      ['heading', 'Item 1A. Risk Factors'],
    ])
  })

  test('a table that holds the page gives its content back as blocks', () => {
    const read = html(
      `<table>${row(`<p>Alpha</p><table>${row('1', '2')}${row('3', '4')}</table><p>Omega</p>`)}</table>`,
    )
    expect(textsOf(read)).toEqual(['Alpha', '1 | 2\n3 | 4', 'Omega'])
  })

  test('text between rows is not lost', () => {
    expect(html('<table>loose<tr><td>a</td></tr></table>').text).toContain('loose')
  })
})

describe('typed text', () => {
  test('keeps lines, tables and headings, and parts at empty lines', () => {
    const read = typed(
      'ITEM 1.   BUSINESS\n\n     Meridian  builds ships\nand  sells them.\n\n' +
        '<TABLE>\n<CAPTION>\n<S>              <C>     <C>\n             1997    1996\nShips          12       9\n</TABLE>\n',
    )
    expect(blocksOf(read)).toEqual([
      ['heading', 'ITEM 1. BUSINESS'],
      ['paragraph', 'Meridian builds ships\nand sells them.'],
      ['preformatted', '             1997    1996\nShips          12       9'],
    ])
  })

  test('page marks make furniture of the page number before and the header after', () => {
    const pages = [1, 2, 3].map(
      (page) => `Some words on ${'abc'[page - 1]}.\n\n                 -${page}-\n<PAGE>\nMERIDIAN, INC.\n\n`,
    )
    const kinds = blocksOf(typed(pages.join(''))).map(([kind]) => kind)
    expect(kinds.filter((kind) => kind === 'page_furniture')).toHaveLength(6)
    expect(kinds.filter((kind) => kind === 'paragraph')).toHaveLength(3)
  })

  test('lone CR ends a line too', () => {
    expect(typed('one\rtwo\r\rthree').text).toBe('one\ntwo\n\nthree')
  })
})

test('XML gives the text of its elements, entities it declares itself are never expanded', () => {
  const read = canonicalText(
    Buffer.from(
      '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "boom">]><a><b><c>One &amp; &x;</c><c> two </c></b><d><![CDATA[<3>]]></d></a>',
    ),
    'xml',
  )
  expect(textsOf(read)).toEqual(['One & &x;', 'two', '<3>'])
})

describe('hostile input is bounded', () => {
  const elapsed = (source: string, kind: 'html' | 'text' | 'xml' = 'html') => {
    // Processor time: the machine may be busy with other tests.
    const before = process.cpuUsage()
    canonicalText(Buffer.from(source), kind)
    return process.cpuUsage(before).user / 1000
  }
  const n = 200_000
  test.each([
    ['nested divisions', '<div>'.repeat(n)],
    ['nested bold', '<b>'.repeat(n)],
    ['nested hidden divisions', `${'<div style="display:none">'.repeat(n)}x`],
    ['nested tables', `${'<table><tr><td>'.repeat(n / 4)}x`],
    ['end tags that match nothing near', `<p>${'<div>'.repeat(n / 2)}${'</p>'.repeat(n / 2)}`],
    ['misnested inline tags', `${'<b><p>'.repeat(n / 2)}${'</b>'.repeat(n / 2)}`],
    ['end tags of cells outside tables', '<td>'.repeat(n / 2) + '</td></tr></table>'.repeat(n / 4)],
    ['breaks', '<br>'.repeat(n)],
    ['spaces', `a${' '.repeat(5_000_000)}b`],
    ['combining marks', `a${'\u0301\u0316'.repeat(n)}`],
    ['combining marks between tags', `a${'\u0301<i>\u0316</i>'.repeat(n / 4)}`],
    ['angle brackets', '<'.repeat(2_000_000)],
    ['open quotes', '<p a="'.repeat(n)],
    ['entities', '&#12345;'.repeat(n)],
    ['one row of many cells', `<table><tr>${'<td>1</td>'.repeat(n)}</table>`],
    ['many style attributes', Array.from({ length: n / 4 }, (_, i) => `<p style="a${i}:b">x</p>`).join('')],
  ])('%s take no more than two seconds', (_, source) => {
    expect(elapsed(source)).toBeLessThan(2000)
  })
  test.each([
    ['spaces', `a${' '.repeat(5_000_000)}b\n`],
    ['tabs', `a${'\t'.repeat(500_000)}b\n`],
    ['empty lines', '\n'.repeat(5_000_000)],
    ['page marks', '<PAGE>\n'.repeat(n)],
    ['page marks between numbers', '<PAGE>\n1\n\n'.repeat(n / 2)],
    ['dashes', '- '.repeat(2_000_000)],
  ])('typed %s take no more than two seconds', (_, source) => {
    expect(elapsed(source, 'text')).toBeLessThan(2000)
  })
  test('nested XML takes no more than two seconds', () => {
    expect(elapsed('<a>'.repeat(n), 'xml')).toBeLessThan(2000)
  })

  test('more than the limit, and what is no text, is refused', () => {
    const reasonOf = (run: () => unknown) => {
      try {
        run()
      } catch (error) {
        return (error as CanonicalTextError).reason
      }
    }
    expect(reasonOf(() => canonicalText(Buffer.alloc(MAX_TEXT_DOCUMENT_BYTES + 1, 0x20), 'text'))).toBe(
      'too_large',
    )
    expect(reasonOf(() => canonicalText(Buffer.from('begin 644 a\n'), 'uuencoded'))).toBe('not_text')
  })
})
