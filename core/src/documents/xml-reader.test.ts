import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { readXml, textContent, type XmlElement, XmlError } from './xml-reader.ts'

const reasonOf = (xml: string | Uint8Array) => {
  try {
    readXml(xml)
    return 'read'
  } catch (error) {
    return error instanceof XmlError ? error.reason : `crashed: ${error}`
  }
}

test('names, namespaces, attributes and text are read as they stand', () => {
  const root = readXml(
    '<?xml version="1.0"?>\n<x:a xmlns:x="urn:x" xmlns="urn:d" id=\'1\' t="a&#10;b\nc">' +
      '<b> &lt;1&gt; &amp; 2 </b><c><![CDATA[<&>]]></c><d xmlns=""/><!-- no --><x:e/></x:a>',
  )
  expect([root.name, root.prefix, root.namespace, root.attributes.t]).toEqual(['a', 'x', 'urn:x', 'a\nb c'])
  expect(root.children.map(({ name, namespace, text }) => [name, namespace, text])).toEqual([
    ['b', 'urn:d', ' <1> & 2 '],
    ['c', 'urn:d', '<&>'],
    ['d', '', ''],
    ['e', 'urn:x', ''],
  ])
  expect(root.text).toBe('')
})

test('mixed content keeps its order', () => {
  expect(readXml('<a>one<b>two</b> <c>three</c> four</a>').text).toBe('one  four')
  expect(textContent(readXml('<a>one <b>two</b> <c>three</c> four</a>'))).toBe('one two three four')
  expect(textContent(readXml('<a>one<b> two</b><c> three</c> four</a>'))).toBe('one two three four')
})

describe('what is not well-formed is refused', () => {
  test.each([
    '',
    'text',
    '<a>',
    '<a></b>',
    '<a/><b/>',
    '<a>x</a>y',
    '<a b></a>',
    '<a b=1/>',
    '<a b="1"c="2"/>',
    '<a b="1" b="2"/>',
    '<a b="<"/>',
    '<a>&nbsp;</a>',
    '<a>&x</a>',
    '<a>&#0;</a>',
    '<a>&#xD800;</a>',
    '<a>]]></a>',
    '<a><!-- -- --></a>',
    '<a>\u0001</a>',
    '<1/>',
    '<a / >',
    '< a/>',
    '<a><?xml version="1.0"?></a>',
    '<fundsSource</a>',
  ])('%s', (xml) => {
    expect(reasonOf(xml)).toBe('malformed')
  })
})

/** The same tree by saxes. */
function bySaxes(xml: string): unknown {
  const parser = new SaxesParser({ xmlns: false })
  const open: { name: string; attributes: object; text: string; children: unknown[] }[] = []
  let root: unknown = null
  parser.on('doctype', () => {
    throw new Error('doctype')
  })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes: { ...attributes }, text: '', children: [] }
    if (open.length > 0) open.at(-1)?.children.push(element)
    else root = element
    open.push(element)
  })
  const collect = (text: string) => {
    const element = open.at(-1)
    if (element) element.text += text
  }
  parser.on('text', collect)
  parser.on('cdata', collect)
  parser.on('closetag', () => open.pop())
  parser.write(xml).close()
  return squeezed(root)
}

function squeezed(element: unknown): unknown {
  const { name, prefix, attributes, text, children } = element as XmlElement
  return [
    prefix ? `${prefix}:${name}` : name,
    { ...attributes },
    text.replace(/\s+/g, ''),
    children.map(squeezed),
  ]
}

test('saxes reads the same tree, and refuses what we refuse', () => {
  const pieces = fc.constantFrom(
    ...[
      '<a>',
      '</a>',
      '<b x="1">',
      '</b>',
      '<c/>',
      "<n:d y='&amp;\"' >",
      '</n:d>',
      ' ',
      'text',
      '&lt;',
      '&#65;',
      '&#x42;',
    ],
    ...[
      '<![CDATA[<x>]]>',
      '<!-- note -->',
      '<?go now?>',
      '&bad;',
      '<',
      '>',
      '&',
      ']]>',
      '<a b="c" b="d">',
      'é',
      '\n',
      '--',
      '="',
    ],
  )
  let same = 0
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 14 }), (parts) => {
      const xml = `<r xmlns:n="urn:n">${parts.join('')}</r>`
      let theirs: unknown
      try {
        theirs = bySaxes(xml)
      } catch {
        expect([xml, reasonOf(xml)]).toEqual([xml, 'malformed'])
        return
      }
      expect([xml, squeezed(readXml(xml))]).toEqual([xml, theirs])
      same++
    }),
    { numRuns: 3000 },
  )
  expect(same).toBeGreaterThan(100)
})

describe('hostile XML is refused at once', () => {
  const laughs = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>'
  test.each<[string, () => string, string]>([
    ['billion laughs', () => laughs, 'doctype_refused'],
    ['an external entity', () => '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', 'doctype_refused'],
    ['a parameter entity', () => '<!DOCTYPE a [<!ENTITY % p SYSTEM "http://x/">%p;]><a/>', 'doctype_refused'],
    [
      'quadratic blow-up',
      () => `<!DOCTYPE a [<!ENTITY b "${'x'.repeat(50_000)}">]><a>${'&b;'.repeat(50_000)}</a>`,
      'doctype_refused',
    ],
    ['100,000 nested tags', () => '<a>'.repeat(100_000), 'too_deep'],
    [
      '100,000 attributes',
      () => `<a ${Array.from({ length: 100_000 }, (_, i) => `b${i}=""`).join(' ')}/>`,
      'too_many_attributes',
    ],
    ['an attribute of a megabyte', () => `<a b="${'x'.repeat(1_000_000)}"/>`, 'too_many_attributes'],
    [
      '10,000 namespaces',
      () => `<a ${Array.from({ length: 10_000 }, (_, i) => `xmlns:n${i}="u"`).join(' ')}/>`,
      'too_many_attributes',
    ],
    ['an entity in an attribute', () => '<a b="&x;"/>', 'malformed'],
    ['two million elements', () => `<a>${'<b/>'.repeat(2_000_001)}</a>`, 'too_many_elements'],
    ['a tag that never ends', () => `<a${'b'.repeat(5_000_000)}`, 'malformed'],
    ['open comments', () => `<a>${'<!--'.repeat(200_000)}`, 'malformed'],
    ['ampersands', () => `<a>${'&'.repeat(1_000_000)}</a>`, 'malformed'],
  ])('%s', (_, make, reason) => {
    const xml = make()
    const before = process.cpuUsage()
    expect(reasonOf(xml)).toBe(reason)
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(1500)
  })

  test.each<[string, () => string]>([
    ['a million numeric references', () => `<a>${'&#65;'.repeat(1_000_000)}</a>`],
    ['50 MB of CDATA', () => `<a><![CDATA[${'x'.repeat(50_000_000)}]]></a>`],
    ['200,000 elements with a namespace each', () => `<a>${'<b xmlns="urn:x"/>'.repeat(200_000)}</a>`],
    ['many processing instructions', () => `<a>${'<?x y?>'.repeat(200_000)}</a>`],
    ['many short texts in one element', () => `<a>${'x<b/>'.repeat(200_000)}</a>`],
  ])('%s are read in two seconds', (_, make) => {
    const xml = make()
    const before = process.cpuUsage()
    expect(reasonOf(xml)).toBe('read')
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(2000)
  })
})
