import { describe, expect, test } from 'vitest'
import { canonicalText } from './canonical-text.ts'
import { htmlOf } from './html-rendering.ts'
import { markdownOf } from './markdown.ts'

/** Reads a document and tells the processor time it took: the machine may be busy with other things. */
function timed(source: string | Uint8Array, kind: 'html' | 'text' | 'xml' = 'html') {
  const bytes = typeof source === 'string' ? Buffer.from(source) : source
  const before = process.cpuUsage()
  const text = canonicalText(bytes, kind)
  return { text, ms: process.cpuUsage(before).user / 1000 }
}

describe('encodings: decoded by what the bytes are, what no encoding explains is counted', () => {
  const bytesOf = (...parts: (string | number[])[]) =>
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))))

  test.each<[string, Uint8Array, string, string[]]>([
    [
      'Windows-1252',
      bytesOf('<p>The Company', [0x92], 's ', [0x93], 'plan', [0x94], '</p>'),
      'The Company’s “plan”',
      ['Read as windows-1252.'],
    ],
    [
      'Windows-1252 pasted into UTF-8',
      bytesOf('<p>“one” “two” ', [0x92], '</p>'),
      '“one” “two” ’',
      ['Read as utf-8 with windows-1252.'],
    ],
    [
      'UTF-16, little end first',
      Buffer.from('\ufeff<p>Plan “B”</p>', 'utf16le'),
      'Plan “B”',
      ['Read as utf-16le.'],
    ],
    [
      'UTF-16, big end first',
      Buffer.from('\ufeff<p>Plan “B”</p>', 'utf16le').swap16(),
      'Plan “B”',
      ['Read as utf-16be.'],
    ],
    ['a mark of byte order in the middle', bytesOf('<p>one', [0xef, 0xbb, 0xbf], 'two</p>'), 'onetwo', []],
    [
      'NUL bytes',
      bytesOf('<p>a', [0], 'b</p>'),
      'a\ufffdb',
      ['1 characters could not be read and became U+FFFD.'],
    ],
    [
      'an overlong slash',
      bytesOf('<p>“quoted” ', [0xc0, 0xaf], ' text “here”</p>'),
      '“quoted” À¯ text “here”',
      ['Read as utf-8 with windows-1252.'],
    ],
    [
      'half a surrogate pair',
      bytesOf('<p>a&#xD800;b</p>'),
      'a\ufffdb',
      ['1 characters could not be read and became U+FFFD.'],
    ],
  ])('%s', (_, bytes, text, warnings) => {
    const read = canonicalText(bytes, 'html')
    expect([read.text, read.warnings]).toEqual([text, warnings])
  })

  test.each([
    ['&Eacute;&eacute;&rsquo;&mdash;&trade;&frac12;&hellip;', 'Éé’—™½…'],
    ['R&ampD &copy 2024 &reg&nbsp;x', 'R&D © 2024 ® x'],
    ['&notit; &amp;amp; &AMP; &CounterClockwiseContourIntegral;', '¬it; &amp; & ∳'],
    ['&#x2019;&#8217;&#146;&#X92;', '’’’’'],
    ['&; & &# &#; &#x; &unknown; &#99999999;', '&; & &# &#; &#x; &unknown; \ufffd'],
  ])('references: %s', (source, text) => {
    expect(canonicalText(Buffer.from(`<p>${source}</p>`), 'html').text).toBe(text)
  })
})

describe('size: bounded in time whatever is repeated', () => {
  const n = 200_000
  test.each<[string, () => string | Uint8Array]>([
    ['50 MB without a line end', () => Buffer.alloc(50 * 1024 ** 2, 'word ')],
    ['200,000 nested divisions', () => `${'<div>'.repeat(n)}x`],
    ['5,000 nested tables', () => `${'<table><tr><td>'.repeat(5000)}x`],
    ['5,000 nested tables with text between their cells', () => `${'<table>x<tr><td>'.repeat(5000)}x`],
    ['a million references', () => '&#65;'.repeat(1_000_000)],
    ['a million named references', () => '&eacute;'.repeat(1_000_000)],
    ['a million different tags', () => Array.from({ length: n }, (_, i) => `<a${i}>`).join('')],
    ['100,000 attributes', () => `<p ${'a=1 '.repeat(100_000)}>x</p>`],
    ['an attribute of 10 MB', () => `<p style="${'x'.repeat(10_000_000)}">x</p>`],
    [
      'different tags of one length',
      () => Array.from({ length: n }, (_, i) => `<p id="${String(i).padStart(8, '0')}">x`).join(''),
    ],
    [
      'wide and high cells',
      () => `<table>${'<tr><td colspan="1000" rowspan="65534">x</td></tr>'.repeat(5000)}</table>`,
    ],
    ['style sheets', () => '<style>.a{display:none}</style><p class="a">x</p>'.repeat(5000)],
    ['one style sheet of many rules', () => `<style>${'.a,.b,.c{color:red}'.repeat(50_000)}</style>x`],
    ['comments that do not end', () => '<!--'.repeat(n)],
    ['scripts that do not end', () => '<script></'.repeat(n)],
    ['titles that end in capitals', () => '<title>x</TITLE>'.repeat(n)],
    ['headers of inline XBRL that end in capitals', () => '<ix:resources>x</IX:RESOURCES>'.repeat(n)],
    ['white space', () => `<p>a${' \n\t'.repeat(3_000_000)}b</p>`],
    ['dashes', () => `<p>${'-'.repeat(5_000_000)}</p>`],
    [
      'inline elements nested in each other',
      () => `<html xmlns:ix="http://www.xbrl.org/2013/inlineXBRL">${'<ix:nonNumeric>'.repeat(n)}x`,
    ],
    [
      'inline elements over one letter of many marks',
      () => `<p>a${'\u0301<ix:nonNumeric>\u0316</ix:nonNumeric>'.repeat(n / 4)}</p>`,
    ],
    ['page breaks', () => '<hr>1<hr>Header<p>x</p>'.repeat(50_000)],
    [
      'formatting left open in every paragraph, beside broken tables',
      () => `<table>x</table>${'<p><b a=1></p>'.repeat(50_000)}`,
    ],
    ['closing tags of everything', () => '</table></td></tr></p></b></div>'.repeat(n)],
  ])('%s in two seconds', (_, make) => {
    expect(timed(make()).ms).toBeLessThan(2000)
  })

  test('XML of 50 MB of CDATA, and of processing instructions', () => {
    expect(timed(`<a><![CDATA[${'x'.repeat(50_000_000)}]]></a>`, 'xml').ms).toBeLessThan(3000)
    expect(timed(`<a>${'<?x y?>'.repeat(200_000)}</a>`, 'xml').ms).toBeLessThan(2000)
  })
})

test('nothing that a document declares is ever expanded or fetched', () => {
  const laughs =
    '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;"><!ENTITY d SYSTEM "file:///etc/passwd">]><a>&c;&d;</a>'
  expect(canonicalText(Buffer.from(laughs), 'xml').text).toBe('&c;&d;')
  expect(canonicalText(Buffer.from(`<!DOCTYPE html [<!ENTITY c "ha">]><p>&c;</p>`), 'html').text).toContain(
    '&c;',
  )
})

test('a rendering never holds markup of the document', () => {
  const { text } = timed(
    '<p>&lt;script&gt;alert(1)&lt;/script&gt; [x](javascript:alert(1)) ![y](http://10.0.0.1/z)</p><script>alert(2)</script>',
  )
  expect(htmlOf(text, 0, text.text.length)).not.toMatch(/<(?!\/?p>)/)
  expect(markdownOf(text.text, text.blocks, 0, text.text.length)).toBe(
    '\\<script\\>alert(1)\\</script\\> \\[x\\](javascript:alert(1)) !\\[y\\](http://10.0.0.1/z)\n',
  )
})
