import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalText } from './canonical-text.ts'

const HEAD =
  '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:ix="http://www.xbrl.org/2013/inlineXBRL" xmlns:dei="http://xbrl.sec.gov/dei/2023"><body>'
const read = (body: string, head = HEAD) => canonicalText(Buffer.from(`${head}${body}</body></html>`), 'html')
const inlineOf = (body: string, head = HEAD) => {
  const text = read(body, head)
  if (text.inline_xbrl === null) throw new Error('no inline XBRL was found')
  const { source, elements, header, namespaces } = text.inline_xbrl
  return {
    header: header.map(({ start, end }) => source.slice(start, end)),
    namespaces,
    elements: elements.map((element) => ({
      ...element,
      drawn: element.start === null ? null : text.text.slice(element.start, element.end ?? 0),
      markup: source.slice(element.source_start, element.source_end),
    })),
  }
}
const drawn = (body: string) => inlineOf(body).elements.map((element) => element.drawn)

describe('the place of an inline element is exactly what it draws', () => {
  test('in a cell beside its currency sign and its brackets', () => {
    const row =
      '<table><tr><td>Loss</td><td>$</td><td>(<ix:nonFraction name="a">1,234</ix:nonFraction></td><td>)</td>' +
      '<td>$&#160;<ix:nonFraction name="b">987</ix:nonFraction>&#160;</td></tr></table>'
    expect(read(row).text).toBe('Loss | $(1,234) | $ 987')
    expect(drawn(row)).toEqual(['1,234', '987'])
  })

  test('without the white space at its edges, in whatever form', () => {
    expect(drawn('<p>a<ix:nonNumeric> b&nbsp;\n</ix:nonNumeric>c</p>')).toEqual(['b'])
    expect(drawn('<p>x <ix:nonNumeric><span> Year </span></ix:nonNumeric></p><p>y</p>')).toEqual(['Year'])
  })

  test('over blocks, lists and tables, for a block of text', () => {
    const body =
      '<p>before</p><ix:nonNumeric name="note"><p>One</p><ul><li>two</li></ul><table><tr><td>3</td><td>4</td></tr></table>' +
      '</ix:nonNumeric><p>after</p>'
    expect(drawn(body)).toEqual(['One\n\ntwo\n\n3 | 4'])
  })

  test('when it begins where a block ends, or ends where one begins', () => {
    expect(drawn('<div>one<ix:nonNumeric><p>two</p></ix:nonNumeric>three</div>')).toEqual(['two'])
  })

  test('behind a bullet that a space was put after, and behind characters that were composed', () => {
    expect(drawn('<p>•<ix:nonNumeric>ships</ix:nonNumeric></p>')).toEqual(['ships'])
    expect(drawn('<p>cafe\u0301 <ix:nonNumeric>re\u0301sume\u0301</ix:nonNumeric> e\u0301</p>')).toEqual([
      'résumé',
    ])
  })

  test('nested in another, with the other as its parent', () => {
    const { elements } = inlineOf(
      '<p><ix:nonNumeric name="a">We own <ix:nonFraction name="b">12</ix:nonFraction> ships</ix:nonNumeric></p>',
    )
    expect(elements.map(({ drawn, parent, attributes }) => [attributes.name, drawn, parent])).toEqual([
      ['a', 'We own 12 ships', -1],
      ['b', '12', 0],
    ])
  })

  test('in a list entry set as a table, a heading set as a table, and a preformatted block', () => {
    expect(
      drawn('<table><tr><td>•</td><td>We sold <ix:nonFraction>7</ix:nonFraction> of them</td></tr></table>'),
    ).toEqual(['7'])
    expect(
      drawn(
        '<table><tr><td>Item 1.</td><td><b><ix:nonNumeric>Business</ix:nonNumeric></b></td></tr></table>',
      ),
    ).toEqual(['Business'])
    expect(drawn('<pre>Sales     1     <ix:nonFraction>22</ix:nonFraction>     3</pre>')).toEqual(['22'])
  })

  test('in a document with characters beyond ASCII, source offsets included', () => {
    const { elements } = inlineOf('<p>“Ünïcode” — 😀 <ix:nonNumeric name="ü">naïve</ix:nonNumeric></p>')
    expect(elements.map(({ drawn, markup, attributes }) => [drawn, markup, attributes.name])).toEqual([
      ['naïve', 'naïve', 'ü'],
    ])
  })

  test('for any mixture of markup, and in order', () => {
    const piece = fc.constantFrom(
      ...[
        '<p>',
        '</p>',
        '<table><tr><td>',
        '</td><td>',
        '</td></tr></table>',
        '<li>',
        '<br>',
        '$',
        '(',
        ')',
        ' ',
        '12',
        'word',
      ],
      ...[
        '•',
        'e\u0301',
        '<b>',
        '</b>',
        '<ix:nonFraction>',
        '</ix:nonFraction>',
        '<div style="display:none">',
        '</div>',
      ],
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (parts) => {
        const text = read(parts.join(''))
        let last = 0
        for (const { start, end, source_start, source_end, hidden } of text.inline_xbrl?.elements ?? []) {
          expect(source_end).toBeGreaterThanOrEqual(source_start)
          if (start === null || end === null) continue
          expect(hidden).toBe(false)
          expect(end).toBeGreaterThan(start)
          expect(text.text.slice(start, end)).toBe(text.text.slice(start, end).trim())
          expect(start).toBeGreaterThanOrEqual(last)
          last = start
        }
      }),
      { numRuns: 1000 },
    )
  })
})

test('hidden elements have no place and say so, wherever they hide', () => {
  const { elements } = inlineOf(
    '<div style="display:none"><ix:header><ix:hidden><ix:nonNumeric name="a">x</ix:nonNumeric></ix:hidden></ix:header></div>' +
      '<p style="display:none"><ix:nonFraction name="b">1</ix:nonFraction></p><p><ix:nonFraction name="c">2</ix:nonFraction></p>' +
      '<p><ix:nonFraction name="d" xsi:nil="true"/></p>',
  )
  expect(elements.map(({ attributes, hidden, drawn }) => [attributes.name, hidden, drawn])).toEqual([
    ['a', true, null],
    ['b', true, null],
    ['c', false, '2'],
    ['d', false, null],
  ])
})

test('the header is given by its range, and what stands in it is no element', () => {
  const { header, elements, namespaces } = inlineOf(
    '<ix:header><ix:references><link:schemaRef xlink:href="a.xsd"/></ix:references>' +
      '<ix:resources><xbrli:context id="c"></xbrli:context><ix:relationship fromRefs="f"/></ix:resources></ix:header><p>Shown</p>',
  )
  expect(header).toEqual([
    '<link:schemaRef xlink:href="a.xsd"/>',
    '<xbrli:context id="c"></xbrli:context><ix:relationship fromRefs="f"/>',
  ])
  expect(elements).toEqual([])
  expect(namespaces).toEqual({
    '': 'http://www.w3.org/1999/xhtml',
    ix: 'http://www.xbrl.org/2013/inlineXBRL',
    dei: 'http://xbrl.sec.gov/dei/2023',
  })
})

test('names of attributes stay as written, values are decoded, and the prefix is the one that is declared', () => {
  const { elements } = inlineOf(
    "<p><i:nonNumeric contextRef='c1' name=\"dei:X\" id=a1 note='R&amp;D &#8220;x&#8221;'>Y</i:nonNumeric></p>",
    '<html xmlns:i="http://www.xbrl.org/2013/inlineXBRL"><body>',
  )
  expect(elements[0]).toMatchObject({
    element: 'nonNumeric',
    attributes: { contextRef: 'c1', name: 'dei:X', id: 'a1', note: 'R&D “x”' },
    drawn: 'Y',
  })
})

test('a document without inline XBRL has none', () => {
  expect(canonicalText(Buffer.from('<html><p>x</p></html>'), 'html').inline_xbrl).toBeNull()
})
