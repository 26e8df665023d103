import { describe, expect, test } from 'vitest'
import { amount, CIK, context, inlineDocument, inlineHtml, member, RESOURCES } from '../facts/fact-fixture.ts'
import { documentSets } from './document-sets.ts'
import { readInlineXbrl } from './inline.ts'

type Options = Parameters<typeof inlineHtml>[1]

function read(body: string, options?: Options) {
  return readInlineXbrl([inlineDocument(inlineHtml(body, options))])
}

function one(body: string, options?: Options) {
  const [fact] = read(body, options).facts
  if (!fact) throw new Error('no fact was read')
  return fact
}

const revenue = (attributes: string, shown: string) => amount(`name="us-gaap:Revenues" ${attributes}`, shown)
const note = (attributes: string, shown: string) =>
  `<ix:nonNumeric contextRef="y" name="dei:DocumentType" ${attributes}>${shown}</ix:nonNumeric>`

describe('a number', () => {
  test('has its name, period, unit, entity and place', () => {
    const document = inlineDocument(
      inlineHtml(
        `<p>Revenue was $${revenue('id="f1" format="ixt:num-dot-decimal" scale="6" decimals="-6"', '1,234.5').replace('decimals="0" ', '')} million.</p>`,
      ),
    )
    const [fact] = readInlineXbrl([document]).facts
    expect(fact).toEqual({
      position: 1,
      document_id: document.document_id,
      taxonomy: 'us-gaap',
      tag: 'Revenues',
      namespace: 'http://fasb.org/us-gaap/2024',
      is_extension: false,
      unit: 'USD',
      value: 1234500000,
      value_text: '1234500000',
      decimals: -6,
      decimals_exact: false,
      nil: false,
      period_start: '2024-01-01',
      period_end: '2024-12-31',
      instant: null,
      dimensions: [],
      entity_cik: CIK,
      context_id: 'y',
      fact_id: 'f1',
      footnotes: [],
      start: document.text.indexOf('1,234.5'),
      end: document.text.indexOf('1,234.5') + 7,
      hidden: false,
      flags: [],
    })
  })

  test.each([
    ['sign="-"', '12', '-12'],
    ['scale="-2"', '5.1', '0.051'],
    ['scale="3" sign="-" format="ixt:num-dot-decimal"', '1,000', '-1000000'],
    ['format="ixt:fixed-zero"', 'none', '0'],
    ['format="ixt-sec:numwordsen" scale="6"', 'three', '3000000'],
    ['', ' 7 ', '7'],
    ['', '<b>1</b>2', '12'],
    ['', '&#49;2', '12'],
    [
      'format="ixt:num-dot-decimal"',
      '9,007,199,254,740,993.000000000000000001',
      '9007199254740993.000000000000000001',
    ],
    ['scale="400"', '1', `1${'0'.repeat(400)}`],
  ])('with %s shown as %s is %s', (attributes, shown, value) => {
    expect(one(revenue(attributes, shown))).toMatchObject({ value_text: value, flags: [] })
  })

  test.each([
    ['scale="401"', '1', 'scale_out_of_range'],
    ['scale="-401"', '1', 'scale_out_of_range'],
    ['scale="many"', '1', 'scale_out_of_range'],
    ['', '1,234', 'invalid_number'],
    ['', 'about 5', 'invalid_number'],
    ['', '', 'invalid_number'],
    ['format="ixt:num-dot-decimal"', '\u2014', 'invalid_number'],
    ['format="ixt:no-such-thing"', '5', 'unknown_format'],
    ['format="other:num-dot-decimal"', '5', 'unknown_format'],
  ])('with %s shown as %s has no value and says %s', (attributes, shown, flag) => {
    expect(one(revenue(attributes, shown))).toMatchObject({ value: null, value_text: null, flags: [flag] })
  })

  test('too large for a double keeps its exact text', () => {
    expect(one(revenue('scale="400"', '5'))).toMatchObject({ value: null, value_text: `5${'0'.repeat(400)}` })
  })

  test('that is nil has no value', () => {
    expect(one(revenue('xsi:nil="true"', ''))).toMatchObject({
      nil: true,
      value: null,
      value_text: null,
      flags: [],
    })
  })

  test('is nil under any prefix of the schema instance namespace', () => {
    const html = inlineHtml(revenue('also:nil="1"', '')).replace(
      '<html ',
      '<html xmlns:also="http://www.w3.org/2001/XMLSchema-instance" ',
    )
    expect(readInlineXbrl([inlineDocument(html)]).facts[0]?.nil).toBe(true)
  })

  test('exact to infinity is exact', () => {
    const exact =
      '<ix:nonFraction name="us-gaap:Revenues" contextRef="y" unitRef="usd" decimals="INF">5</ix:nonFraction>'
    expect(one(exact)).toMatchObject({ decimals: null, decimals_exact: true })
    expect(one(exact.replace('decimals="INF"', 'precision="3"').replace('>5<', '>1234<'))).toMatchObject({
      decimals: -1,
    })
    expect(one(exact.replace('"INF"', '"lots"'))).toMatchObject({
      decimals: null,
      flags: ['invalid_decimals'],
    })
    expect(one(exact.replace(' decimals="INF"', ''))).toMatchObject({ flags: ['missing_decimals'] })
  })

  test('around another one has the same value', () => {
    const inner = amount('name="hlr:Sales"', '12')
    const facts = read(revenue('', inner)).facts
    expect(facts.map(({ tag, value }) => [tag, value])).toEqual([
      ['Revenues', 12],
      ['Sales', 12],
    ])
  })

  test('without a context or a unit is read and flagged', () => {
    expect(one(revenue('', '5').replace('contextRef="y"', 'contextRef="gone"'))).toMatchObject({
      value: 5,
      period_end: null,
      context_id: 'gone',
      flags: ['missing_context'],
    })
    expect(one(revenue('', '5').replace('unitRef="usd"', ''))).toMatchObject({
      unit: null,
      flags: ['missing_unit'],
    })
    expect(one(revenue('', '5').replace('"usd"', '"gone"'))).toMatchObject({
      unit: null,
      flags: ['missing_unit'],
    })
  })

  test('of an extension keeps the prefix of the filer', () => {
    expect(one(amount('name="hlr:RobotHours"', '5'))).toMatchObject({ taxonomy: 'hlr', is_extension: true })
  })
})

describe('a fraction', () => {
  const third =
    '<ix:fraction name="hlr:Ratio" contextRef="y" unitRef="shares"><ix:numerator>1</ix:numerator> of <ix:denominator format="ixt:num-dot-decimal" scale="0">3</ix:denominator></ix:fraction>'

  test('keeps both parts', () => {
    expect(one(third)).toMatchObject({ value: 1 / 3, value_text: '1/3', flags: ['fraction'] })
  })

  test('with nothing or zero below is no number', () => {
    for (const broken of [third.replace('>3<', '>0<'), third.replace('denominator format', 'x format')]) {
      expect(one(broken)).toMatchObject({ value: null, value_text: null })
    }
  })
})

describe('a text', () => {
  test.each([
    ['', '  10-K\u00a0/A  ', '10-K /A'],
    ['', 'a<br/>b &amp; <b>c</b>d', 'a b & cd'],
    ['format="ixt:fixed-true"', '\u2612', 'true'],
    ['format="ixt-sec:stateprovnameen"', 'Delaware', 'DE'],
    ['format="ixt:date-monthname-day-year-en"', 'December <b>31</b>, 2024', '2024-12-31'],
    ['format="ixt:fixed-empty"', 'anything', ''],
    ['', '', ''],
  ])('with %s shown as %s is %s', (attributes, shown, value) => {
    expect(one(note(attributes, shown))).toMatchObject({ value: null, value_text: value, flags: [] })
  })

  test('too long to keep is found through its place', () => {
    const document = inlineDocument(
      inlineHtml(`<div>${note('', `<p>${'word '.repeat(5000)}end</p>`)}</div><p>More</p>`),
    )
    const [fact] = readInlineXbrl([document]).facts
    expect(fact).toMatchObject({ value_text: null, flags: ['long_text'] })
    expect(document.text.slice(fact?.start ?? 0, fact?.end ?? 0)).toMatch(/^word .*end$/s)
  })

  test('goes without what is excluded', () => {
    expect(one(note('', 'before <ix:exclude>page 3</ix:exclude> after')).value_text).toBe('before after')
  })

  test('holds other facts without losing them', () => {
    const { facts } = read(note('', `sales of ${revenue('', '12')} dollars`))
    expect(facts.map((fact) => fact.value_text)).toEqual(['sales of 12 dollars', '12'])
  })

  test('a value that its format does not allow is flagged, not kept', () => {
    expect(one(note('format="ixt-sec:stateprovnameen"', 'Atlantis'))).toMatchObject({
      value_text: null,
      flags: ['invalid_text'],
    })
  })
})

describe('continuations', () => {
  const piece = (id: string, text: string, next = '') =>
    `<p><ix:continuation id="${id}"${next && ` continuedAt="${next}"`}>${text}</ix:continuation></p>`

  test('are joined in the order of the chain', () => {
    const document = inlineDocument(
      inlineHtml(`${note('continuedAt="c1"', 'one')}${piece('c2', 'three')}${piece('c1', 'two', 'c2')}`),
    )
    const [fact] = readInlineXbrl([document]).facts
    expect(fact).toMatchObject({ value_text: 'one two three', flags: [] })
    expect(fact?.continuations?.map(({ start, end }) => document.text.slice(start, end))).toEqual([
      'two',
      'three',
    ])
  })

  test.each([
    ['missing_continuation', piece('other', 'x')],
    ['cyclic_continuation', piece('c1', 'x', 'c2') + piece('c2', 'y', 'c1')],
    ['cyclic_continuation', piece('c1', 'x', 'c1')],
    [
      'too_many_continuations',
      Array.from({ length: 3000 }, (_, i) => piece(`c${i + 1}`, 'x', `c${i + 2}`)).join(''),
    ],
  ])('a chain that is broken is flagged %s and keeps no half of a text', (flag, pieces) => {
    expect(one(note('continuedAt="c1"', 'one') + pieces)).toMatchObject({ value_text: null, flags: [flag] })
  })

  test('may go on in another document of the set', () => {
    const first = inlineDocument(inlineHtml(note('continuedAt="c1"', 'one')), 'a:1')
    const second = inlineDocument(inlineHtml(piece('c1', 'two'), { schema: null, resources: '' }), 'a:2')
    expect(readInlineXbrl([first, second]).facts[0]?.value_text).toBe('one two')
  })
})

describe('documents of a set', () => {
  test('share their contexts, and each counts its own facts', () => {
    const first = inlineDocument(inlineHtml(revenue('', '1') + revenue('id="b"', '1')), 'a:1')
    const second = inlineDocument(inlineHtml(revenue('', '2'), { schema: null, resources: '' }), 'a:2')
    const { facts } = readInlineXbrl([first, second])
    expect(facts.map(({ document_id, position, period_end }) => [document_id, position, period_end])).toEqual(
      [
        ['a:1', 1, '2024-12-31'],
        ['a:1', 2, '2024-12-31'],
        ['a:2', 1, '2024-12-31'],
      ],
    )
  })

  test('of different schemas are different sets', () => {
    const main = inlineDocument(inlineHtml(revenue('', '1')), 'a:1')
    const more = inlineDocument(inlineHtml(revenue('', '1'), { schema: null }), 'a:2')
    const fees = inlineDocument(
      inlineHtml(revenue('', '1'), { schema: 'https://xbrl.sec.gov/ffd/2024/ffd-2024.xsd' }),
      'a:3',
    )
    expect(documentSets([main, more, fees]).map((set) => set.map(({ document_id }) => document_id))).toEqual([
      ['a:1', 'a:2'],
      ['a:3'],
    ])
  })
})

describe('contexts', () => {
  test('have explicit and typed dimensions of segment and scenario, sorted by axis', () => {
    const typed = '<xbrldi:typedMember dimension="hlr:LotAxis"><hlr:lot> 42 </hlr:lot></xbrldi:typedMember>'
    const resources =
      RESOURCES +
      context(
        'd',
        '2024-01-01/2024-12-31',
        member('us-gaap:StatementBusinessSegmentsAxis', 'hlr:RoboticsMember'),
        typed,
      )
    expect(one(revenue('', '5').replace('"y"', '"d"'), { resources }).dimensions).toEqual([
      { axis: 'hlr:LotAxis', member: null, typed_value: '42' },
      { axis: 'us-gaap:StatementBusinessSegmentsAxis', member: 'hlr:RoboticsMember', typed_value: null },
    ])
  })

  test.each([
    ['2024-03-31', { instant: '2024-03-31' }],
    ['2024-04-01T00:00:00', { instant: '2024-03-31' }],
    ['2024-03-31T23:59:59Z', { instant: '2024-03-31' }],
    ['2024-01-01/2024-04-01T00:00:00', { period_start: '2024-01-01', period_end: '2024-03-31' }],
  ])('%s', (period, expected) => {
    const resources = RESOURCES + context('p', period)
    expect(one(revenue('', '5').replace('"y"', '"p"'), { resources })).toMatchObject({
      ...expected,
      flags: [],
    })
  })

  test.each([
    ['2024-02-30', 'invalid_period'],
    ['soon', 'invalid_period'],
    ['0000-01-01', 'invalid_period'],
    ['2024-05-01/2024-01-01', 'period_ends_before_it_starts'],
  ])('%s is flagged %s', (period, flag) => {
    const resources = RESOURCES + context('p', period)
    expect(one(revenue('', '5').replace('"y"', '"p"'), { resources }).flags).toEqual([flag])
  })

  test('of an entity that is no CIK say so', () => {
    const resources = RESOURCES.replaceAll('http://www.sec.gov/CIK', 'http://lei.example')
    expect(one(revenue('', '5'), { resources })).toMatchObject({
      entity_cik: null,
      flags: ['entity_not_a_cik'],
    })
  })

  test('given twice are ambiguous when they differ', () => {
    const same = RESOURCES + context('y', '2024-01-01/2024-12-31')
    const other = RESOURCES + context('y', '2023-01-01/2023-12-31')
    expect(one(revenue('', '5'), { resources: same }).flags).toEqual([])
    expect(one(revenue('', '5'), { resources: other })).toMatchObject({
      period_end: '2024-12-31',
      flags: ['ambiguous_reference'],
    })
  })

  test('that are no well-formed XML cost their facts the context, not the reading', () => {
    const { facts, warnings } = read(revenue('', '5'), { resources: `${RESOURCES}<xbrli:context>` })
    expect(facts[0]).toMatchObject({ value: 5, flags: ['missing_context', 'missing_unit'] })
    expect(warnings).toHaveLength(1)
  })
})

describe('units', () => {
  test.each([
    ['<xbrli:measure>iso4217:EUR</xbrli:measure>', 'EUR'],
    ['<xbrli:measure>hlr:robot</xbrli:measure>', 'robot'],
    ['<xbrli:measure>xbrli:shares</xbrli:measure><xbrli:measure>iso4217:USD</xbrli:measure>', 'USD*shares'],
    ['', null],
  ])('%s', (measures, unit) => {
    const resources = `${RESOURCES}<xbrli:unit id="u">${measures}</xbrli:unit>`
    expect(one(revenue('', '5').replace('"usd"', '"u"'), { resources }).unit).toBe(unit)
  })

  test('a quotient', () => {
    expect(one(revenue('', '5').replace('"usd"', '"eps"')).unit).toBe('USD/shares')
  })
})

describe('what hangs together', () => {
  test('footnotes are tied to their facts by relationships', () => {
    const resources = `${RESOURCES}<ix:relationship fromRefs="f1 f2" toRefs="n1 n2"/><ix:relationship fromRefs="f2" toRefs="gone"/>`
    const { facts } = read(
      `${revenue('id="f1"', '5')}${revenue('id="f2"', '5')}<p><ix:footnote id="n1">As <b>restated</b>.</ix:footnote></p><ix:footnote id="n2">Unaudited.</ix:footnote>`,
      { resources },
    )
    expect(facts.map((fact) => fact.footnotes)).toEqual([
      ['As restated.', 'Unaudited.'],
      ['As restated.', 'Unaudited.'],
    ])
  })

  test('hidden facts are facts, in their place', () => {
    const { facts } = read(revenue('', '5'), { hidden: note('', '10-K') })
    expect(facts.map(({ tag, hidden, start, position }) => [tag, hidden, start, position])).toEqual([
      ['DocumentType', true, null, 1],
      ['Revenues', false, 0, 2],
    ])
  })

  test('facts of a tuple say so', () => {
    const { facts } = read(
      `<ix:tuple name="hlr:Pair" tupleID="t">${revenue('order="1"', '5')}</ix:tuple>${revenue('tupleRef="t"', '6')}`,
    )
    expect(facts.map(({ flags }) => flags.includes('in_tuple'))).toEqual([true, true])
  })

  test('schemas are named, never fetched', () => {
    for (const schema of ['http://10.0.0.1/x.xsd', 'file:///etc/passwd']) {
      expect(read(revenue('', '5'), { schema }).schema_refs).toEqual([schema])
    }
  })
})

describe('the same fact twice', () => {
  const flagsOf = (...facts: string[]) => read(facts.join(' ')).facts.map(({ flags }) => flags)

  test('the less exact one is a duplicate', () => {
    const rounded = revenue('scale="6"', '12').replace('decimals="0"', 'decimals="-6"')
    expect(flagsOf(rounded, revenue('', '12345678'), rounded)).toEqual([['duplicate'], [], ['duplicate']])
  })

  test('what cannot both be true is flagged on all of them', () => {
    expect(flagsOf(revenue('', '12'), revenue('', '12'), revenue('', '13'))).toEqual([
      ['inconsistent_duplicate'],
      ['inconsistent_duplicate'],
      ['inconsistent_duplicate'],
    ])
    expect(flagsOf(revenue('', '12'), revenue('xsi:nil="true"', ''))).toEqual([
      ['inconsistent_duplicate'],
      ['inconsistent_duplicate'],
    ])
    expect(flagsOf(note('', '10-K'), note('', '10-Q'))).toEqual([
      ['inconsistent_duplicate'],
      ['inconsistent_duplicate'],
    ])
  })

  test('of another period, unit or part is no duplicate', () => {
    expect(
      flagsOf(
        revenue('', '12'),
        revenue('', '13').replace('"y"', '"i"'),
        revenue('', '14').replace('"y"', '"seg"'),
        revenue('', '15').replace('"usd"', '"shares"'),
      ),
    ).toEqual([[], [], [], []])
  })

  test('an id given twice is flagged', () => {
    expect(flagsOf(revenue('id="f"', '12'), revenue('id="f"', '12').replace('Revenues', 'Sales'))).toEqual([
      [],
      ['duplicate_id'],
    ])
  })
})

test('a hundred thousand facts, nested and excluded, are read in bounded time', () => {
  const depth = 200
  const nested = `${'<ix:nonNumeric contextRef="y" name="dei:X">'.repeat(depth)}<ix:exclude>x</ix:exclude>${'</ix:nonNumeric>'.repeat(depth)}`
  const many = revenue('', '1').repeat(50_000)
  const document = inlineDocument(inlineHtml(nested.repeat(20) + many))
  const start = performance.now()
  expect(readInlineXbrl([document]).facts).toHaveLength(50_000 + depth * 20)
  expect(performance.now() - start).toBeLessThan(3000)
})
