import { describe, expect, test } from 'vitest'
import { instanceXml, RESOURCES } from '../facts/fact-fixture.ts'
import { readInstance } from './instance.ts'

const read = (facts: string, resources?: string) => readInstance(instanceXml(facts, resources), 'a:2')

test('facts are read in the order of the document', () => {
  const { facts, schema_refs } = read(
    '<us-gaap:Revenues id="f1" contextRef="y" unitRef="usd" decimals="-3">-1.5E6</us-gaap:Revenues>' +
      '<dei:DocumentType contextRef="y">10-K</dei:DocumentType>' +
      '<hlr:Robots contextRef="seg" unitRef="shares" decimals="INF">12</hlr:Robots>',
  )
  expect(schema_refs).toEqual(['http://10.0.0.1/x.xsd'])
  expect(
    facts.map(({ position, taxonomy, tag, unit, value, value_text, is_extension, dimensions, start }) => ({
      row: [position, taxonomy, tag, unit, value, value_text, is_extension, dimensions.length, start],
    })),
  ).toEqual([
    { row: [1, 'us-gaap', 'Revenues', 'USD', -1500000, '-1500000', false, 0, null] },
    { row: [2, 'dei', 'DocumentType', null, null, '10-K', false, 0, null] },
    { row: [3, 'hlr', 'Robots', 'shares', 12, '12', true, 1, null] },
  ])
})

test('nil, fractions, tuples and escaped markup', () => {
  const { facts } = read(
    '<us-gaap:Assets contextRef="i" unitRef="usd" xsi:nil="true"/>' +
      '<hlr:Ratio contextRef="y" unitRef="shares"><xbrli:numerator>2</xbrli:numerator><xbrli:denominator>4</xbrli:denominator></hlr:Ratio>' +
      '<hlr:Pair><hlr:Left contextRef="y" unitRef="usd" decimals="0">1</hlr:Left></hlr:Pair>' +
      '<hlr:PolicyTextBlock contextRef="y">&lt;p&gt;We &lt;b&gt;count&lt;/b&gt;&amp;nbsp;robots.&lt;/p&gt;</hlr:PolicyTextBlock>',
  )
  expect(facts.map(({ value, value_text, nil, flags }) => [value, value_text, nil, flags])).toEqual([
    [null, null, true, []],
    [0.5, '2/4', false, ['fraction']],
    [1, '1', false, ['in_tuple']],
    [null, 'We count robots.', false, []],
  ])
})

test('footnotes are tied through locators and arcs', () => {
  const { facts } = read(
    '<us-gaap:Assets id="f1" contextRef="i" unitRef="usd" decimals="0">1</us-gaap:Assets>' +
      '<link:footnoteLink xlink:type="extended"><link:loc xlink:href="#f1" xlink:label="l"/>' +
      '<link:loc xlink:href="http://10.0.0.1/other.xml#f1" xlink:label="l"/>' +
      '<link:footnote xlink:label="n" xml:lang="en">As <b>restated</b>.</link:footnote>' +
      '<link:footnoteArc xlink:from="l" xlink:to="n"/><link:footnoteArc xlink:from="gone" xlink:to="n"/></link:footnoteLink>',
  )
  expect(facts[0]?.footnotes).toEqual(['As restated.'])
})

test('a default namespace and a prefix declared on the fact are understood', () => {
  const xml =
    '<xbrl xmlns="http://www.xbrl.org/2003/instance"><context id="c"><entity><identifier scheme="http://www.sec.gov/CIK">9900001</identifier></entity><period><instant>2010-06-30</instant></period></context>' +
    '<unit id="u"><measure>shares</measure></unit><g:Shares xmlns:g="http://xbrl.us/us-gaap/2009-01-31" contextRef="c" unitRef="u" decimals="0">5</g:Shares></xbrl>'
  expect(readInstance(xml, 'a:1').facts[0]).toMatchObject({
    taxonomy: 'us-gaap',
    tag: 'Shares',
    unit: 'shares',
    entity_cik: '0009900001',
    instant: '2010-06-30',
  })
})

describe('what is refused', () => {
  test.each([
    ['other XML', '<a/>', 'not_xbrl'],
    ['an XBRL root of no namespace', '<xbrl/>', 'not_xbrl'],
    ['a DOCTYPE', '<!DOCTYPE xbrl [<!ENTITY a "aaaa">]><xbrl/>', 'doctype_refused'],
    ['nesting', `${'<a>'.repeat(100_000)}`, 'too_deep'],
    ['a truncated document', instanceXml('<us-gaap:Assets contextRef="i">').slice(0, -20), 'malformed'],
    ['an entity', instanceXml('<us-gaap:Assets contextRef="i">&boom;</us-gaap:Assets>'), 'malformed'],
  ])('%s', (_title, xml, reason) => {
    expect(() => readInstance(xml, 'a:1')).toThrowError(expect.objectContaining({ reason }))
  })
})

test('processing instructions and long CDATA are nothing special', () => {
  const { facts } = read(
    `<?evil instruction?><hlr:Text contextRef="y"><![CDATA[${'x'.repeat(5_000_000)}]]></hlr:Text><!-- <us-gaap:Assets/> -->`,
  )
  expect(facts).toHaveLength(1)
  expect(facts[0]).toMatchObject({ value_text: null, flags: ['long_text'] })
})

test('a unit without a measure, and a fact without its unit, are flagged', () => {
  const { facts } = read(
    '<us-gaap:Assets contextRef="i" unitRef="u" decimals="0">5</us-gaap:Assets>',
    `${RESOURCES}<xbrli:unit id="u"/>`,
  )
  expect(facts[0]).toMatchObject({ value: 5, unit: null, flags: ['missing_unit'] })
})
