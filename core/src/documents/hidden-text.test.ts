import { describe, expect, test } from 'vitest'
import { canonicalText } from './canonical-text.ts'

const read = (html: string) => canonicalText(Buffer.from(html), 'html')

describe('text that a reader of the page does not see is kept apart', () => {
  test.each([
    ['display:none', '<p style="display: none">ghost</p>'],
    ['display:none in capitals', '<P STYLE="DISPLAY:NONE">ghost</P>'],
    ['visibility', '<span style="visibility:hidden">ghost</span>'],
    ['the hidden attribute', '<div hidden>ghost</div>'],
    ['a font of no size', '<font style="font-size:0px">ghost</font>'],
    ['opacity', '<span style="opacity:0">ghost</span>'],
    ['a place outside the page', '<div style="position:absolute;left:-9999px">ghost</div>'],
    ['an indent out of the page', '<p style="text-indent:-9999px">ghost</p>'],
    ['white on white', '<div style="background-color:#FFFFFF"><font color="#ffffff">ghost</font></div>'],
    ['white on a white page', '<body bgcolor="white"><p style="color:rgb(255, 255, 255)">ghost</p>'],
    [
      'a class of the style sheet',
      '<style>.gone, p.other { color: red; display: none }</style><p class="a gone">ghost</p>',
    ],
    ['an element of the style sheet', '<style>/* x { */ cite{display:none}</style><cite>ghost</cite>'],
    ['a quoted end of a tag', '<p title="a>b" style="display:none">ghost</p>'],
    ['an encoded style', '<p style="display&#58;none">ghost</p>'],
  ])('%s', (_, html) => {
    const text = read(`${html}<p>Shown</p>`)
    expect(text.text).toBe('Shown')
    expect(text.hidden).toEqual(['ghost'])
  })

  test.each([
    ['a font size set again', '<td style="font-size:0pt"><span style="font-size:10pt">Seen</span></td>'],
    [
      'white on a dark cell',
      '<body bgcolor="#ffffff"><table><tr><td bgcolor="navy"><font color="white">Seen</font></td></tr></table>',
    ],
    ['white where no background is stated', '<p style="color:white">Seen</p>'],
    ['a small negative place', '<div style="position:absolute;left:-20px">Seen</div>'],
    [
      'a class whose display is set again',
      '<style>.a{display:none}</style><p class="a" style="display:block">Seen</p>',
    ],
    ['rules for other media', '<style>@media print { p { display: none } }</style><p>Seen</p>'],
  ])('and what is seen stays: %s', (_, html) => {
    expect(read(html).text).toBe('Seen')
  })

  test('comments, attributes, scripts, styles and pictures are no text at all', () => {
    const text = read(
      '<!-- no --><script>no()</script><style>no{}</style><img alt="no" aria-label="no" src="no"><svg><text>no</text></svg>' +
        '<iframe>no</iframe><object>no</object><p title="no">Shown</p>',
    )
    expect([text.text, text.hidden]).toEqual(['Shown', []])
  })

  test('bold and headings are told by the style sheet as well', () => {
    const { blocks } = read('<style>.h{font-weight:bold}</style><p class="h">Risk Factors</p><p>Text</p>')
    expect(blocks.map(({ kind }) => kind)).toEqual(['heading', 'paragraph'])
  })
})
