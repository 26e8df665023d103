import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ownershipXml, ownerXml, transactionXml } from './ownership-fixture.ts'
import { OwnershipError, parseOwnershipDocument } from './parse-ownership.ts'
import { rollForward } from './roll-forward.ts'
import { underTradingPlan } from './trading-plan.ts'

function reasonOf(xml: string | Uint8Array): string {
  try {
    parseOwnershipDocument(xml)
  } catch (error) {
    expect(error).toBeInstanceOf(OwnershipError)
    return (error as OwnershipError).reason
  }
  return 'accepted'
}

describe('a Form 4', () => {
  test('an open-market purchase is one row with its owner, price and balance', () => {
    const document = parseOwnershipDocument(ownershipXml({ flag: '0', nonDerivative: transactionXml() }))
    expect(document).toMatchObject({
      document_type: '4',
      issuer_cik: '0009000001',
      issuer_name: 'Harrow & Quill Instruments, Inc.',
      aff10b5_one: false,
      remarks: null,
      signatures: [{ name: '/s/ O. Ferrand', signed_on: '2024-05-08' }],
      warnings: [],
    })
    expect(document.rows).toHaveLength(1)
    expect(document.rows[0]).toMatchObject({
      position: 1,
      table: 'non_derivative',
      row_kind: 'transaction',
      owner_cik: '0009000101',
      owner_name: 'Ferrand Odile',
      is_director: false,
      is_officer: true,
      is_ten_percent_owner: null,
      officer_title: 'Chief Financial Officer',
      transaction_code: 'P',
      acquired_disposed: 'A',
      shares: 1200,
      price_per_share: 18.35,
      shares_owned_following: 41200,
      direct_or_indirect: 'D',
      xml_path: '/ownershipDocument/nonDerivativeTable/nonDerivativeTransaction[1]',
    })
  })

  test.each([
    ['1', true],
    ['true', true],
    ['0', false],
    ['false', false],
    ['', null],
    [null, null],
  ])('a 10b5-1 box holding %j reads as %j', (flag, expected) => {
    const document = parseOwnershipDocument(ownershipXml({ flag, nonDerivative: transactionXml() }))
    expect(document.aff10b5_one).toBe(expected)
    expect(document.rows[0]?.aff10b5_one).toBe(expected)
  })

  test('a footnote about a plan counts only when the box is absent, and Rule 10b-5 is no plan', () => {
    const note = 'Sold under a Rule 10b5-1 trading plan adopted on March 2, 2022.'
    expect(underTradingPlan({ aff10b5_one: null, footnotes: [note] })).toBe(true)
    expect(underTradingPlan({ aff10b5_one: false, footnotes: [note] })).toBe(false)
    expect(underTradingPlan({ aff10b5_one: true, footnotes: [] })).toBe(true)
    expect(underTradingPlan({ aff10b5_one: null, footnotes: ['Subject to Rule 10b-5.'] })).toBe(false)
    expect(
      underTradingPlan({ aff10b5_one: null, footnotes: ['This was not made under a 10b5-1 plan'] }),
    ).toBe(false)
    expect(underTradingPlan({ aff10b5_one: null, footnotes: ['Held by a trust.'] })).toBeNull()
  })

  test('deferred stock units are a derivative acquisition, never an open-market buy (V58)', () => {
    const row = parseOwnershipDocument(
      ownershipXml({
        derivative: transactionXml({
          table: 'derivative',
          title: 'Deferred Stock Units',
          code: 'A',
          shares: '<value>196.356</value>',
          price: '<value>222.81</value>',
          extra:
            '<conversionOrExercisePrice><footnoteId id="F1"/></conversionOrExercisePrice><underlyingSecurity><underlyingSecurityTitle><value>Common Stock</value></underlyingSecurityTitle><underlyingSecurityShares><value>196.356</value></underlyingSecurityShares></underlyingSecurity>',
        }),
        footnotes: '<footnote id="F1">Each unit is one share.</footnote>',
      }),
    ).rows[0]
    expect(row).toMatchObject({
      table: 'derivative',
      transaction_code: 'A',
      shares: 196.356,
      exercise_price: null,
      underlying_security_title: 'Common Stock',
      underlying_shares: 196.356,
      footnotes: ['Each unit is one share.'],
      field_footnotes: [{ field: 'exercise_price', footnote_id: 'F1', text: 'Each unit is one share.' }],
      xml_path: '/ownershipDocument/derivativeTable/derivativeTransaction[1]',
    })
    expect((row?.shares ?? 0) * (row?.price_per_share ?? 0)).toBeCloseTo(43750.08036, 5)
  })

  test('a price with a footnote only is null and keeps its footnote', () => {
    const row = parseOwnershipDocument(
      ownershipXml({
        nonDerivative: transactionXml({ price: '<footnoteId id="F2"/>' }),
        footnotes: '<footnote id="F1">Unused.</footnote><footnote id="F2">Weighted average.</footnote>',
      }),
    ).rows[0]
    expect(row).toMatchObject({ price_per_share: null, footnotes: ['Weighted average.'] })
  })

  test('a price of zero is zero, not null', () => {
    const row = parseOwnershipDocument(
      ownershipXml({ nonDerivative: transactionXml({ code: 'G', price: '<value>0</value>' }) }),
    ).rows[0]
    expect(row?.price_per_share).toBe(0)
  })

  test('joint filers give one row per transaction and one entry per owner', () => {
    const document = parseOwnershipDocument(
      ownershipXml({
        owners:
          ownerXml('9000201', 'Quill Partners, L.P.', '<isTenPercentOwner>1</isTenPercentOwner>') +
          ownerXml('9000202', 'Quill GP, LLC', '<isTenPercentOwner>1</isTenPercentOwner>') +
          ownerXml('9000203', 'Anselm Ruth', '<isDirector>true</isDirector>'),
        nonDerivative: transactionXml() + transactionXml({ after: '42400' }),
      }),
    )
    expect(document.owners.map((owner) => owner.owner_cik)).toEqual([
      '0009000201',
      '0009000202',
      '0009000203',
    ])
    expect(document.rows).toHaveLength(2)
    expect(document.rows.map((row) => row.owner_cik)).toEqual(['0009000201', '0009000201'])
  })

  test('transactions and holdings are counted apart in the path and together in the position', () => {
    const holding = `<nonDerivativeHolding><securityTitle><value>Class B</value></securityTitle>
      <postTransactionAmounts><sharesOwnedFollowingTransaction><value>77.5</value></sharesOwnedFollowingTransaction></postTransactionAmounts>
      <ownershipNature><directOrIndirectOwnership><value>I</value></directOrIndirectOwnership><natureOfOwnership><value>By trust</value></natureOfOwnership></ownershipNature></nonDerivativeHolding>`
    const rows = parseOwnershipDocument(
      ownershipXml({ nonDerivative: transactionXml() + holding + transactionXml() }),
    ).rows
    expect(rows.map((row) => [row.position, row.xml_path.split('/').at(-1)])).toEqual([
      [1, 'nonDerivativeTransaction[1]'],
      [2, 'nonDerivativeHolding[1]'],
      [3, 'nonDerivativeTransaction[2]'],
    ])
    expect(rows[1]).toMatchObject({
      transaction_code: null,
      shares: null,
      shares_owned_following: 77.5,
      nature_of_ownership: 'By trust',
      direct_or_indirect: 'I',
    })
  })

  test('what cannot be read is null with a warning, never a guess', () => {
    const document = parseOwnershipDocument(
      ownershipXml({
        nonDerivative: transactionXml({
          shares: '<value>1,200</value>',
          date: '2024-02-30',
          price: '<value>1e5</value>',
        }),
      }),
    )
    expect(document.rows[0]).toMatchObject({ shares: null, transaction_date: null, price_per_share: null })
    expect(document.warnings).toHaveLength(3)
  })

  test('a date with a zone is its day', () => {
    const row = parseOwnershipDocument(
      ownershipXml({ nonDerivative: transactionXml({ date: '2024-05-06-05:00' }) }),
    ).rows[0]
    expect(row?.transaction_date).toBe('2024-05-06')
  })

  test('the XML wrapper of a submission and windows-1252 bytes are read', () => {
    const xml = ownershipXml().replace('Ferrand Odile', 'Ferrand Od\u00e9le')
    const bytes = Buffer.from(`<XML>\n${xml}\n</XML>\n`, 'latin1')
    expect(parseOwnershipDocument(bytes).owners[0]?.owner_name).toBe('Ferrand Od\u00e9le')
  })

  test('a line that EDGAR broke inside a tag is joined, with a warning', () => {
    const xml = ownershipXml({ footnotes: `<footnote id="F1">${'x'.repeat(2000)}</footnote>` })
    const line = xml.split('\n').find((text) => text.includes('xxx')) ?? ''
    const padded = line.replace(/x+/, (run) => run.slice(0, 1023 - line.indexOf('x') - 6))
    const broken = `${padded.slice(0, 1023)}\n${padded.slice(1023)}`
    expect(broken.split('\n')[0]).toMatch(/<\/foo/)
    const document = parseOwnershipDocument(xml.replace(line, broken))
    expect(document.footnotes[0]?.id).toBe('F1')
    expect(document.warnings).toHaveLength(1)
  })
})

describe('roll-forward', () => {
  test('a balance that does not follow from the row before is reported with its path', () => {
    const rows = parseOwnershipDocument(
      ownershipXml({
        nonDerivative:
          transactionXml({ after: '1000' }) +
          transactionXml({ shares: '<value>200</value>', acquired: 'D', code: 'S', after: '800' }) +
          transactionXml({ shares: '<value>50</value>', acquired: 'D', code: 'S', after: '700' }),
      }),
    ).rows
    const pairs = rollForward(rows)
    expect(pairs).toHaveLength(2)
    expect(pairs.filter(({ rolls }) => !rolls)).toEqual([
      {
        xml_path: '/ownershipDocument/nonDerivativeTable/nonDerivativeTransaction[3]',
        expected: 750,
        stated: 700,
        rolls: false,
      },
    ])
  })
})

describe('refusals', () => {
  test.each([
    ['an old text form', 'FORM 4\nUNITED STATES SECURITIES AND EXCHANGE COMMISSION', 'not_xml'],
    ['an old form with SGML tags', '<PAGE>\n<TABLE>\n<CAPTION> FORM 4', 'not_xml'],
    ['nothing', '', 'not_xml'],
    ['another XML document', '<?xml version="1.0"?><informationTable/>', 'not_ownership_document'],
    ['a document type declaration', '<!DOCTYPE a [<!ENTITY b "c">]><ownershipDocument/>', 'doctype_refused'],
    [
      'an external entity',
      '<?xml version="1.0"?><!DOCTYPE a SYSTEM "file:///etc/passwd"><ownershipDocument/>',
      'doctype_refused',
    ],
    ['an undeclared entity', '<ownershipDocument>&lol;</ownershipDocument>', 'malformed'],
    ['a cut-off document', '<ownershipDocument><issuer>', 'malformed'],
    ['no issuer', '<ownershipDocument></ownershipDocument>', 'missing_issuer'],
    [
      'no owner',
      '<ownershipDocument><issuer><issuerCik>1</issuerCik></issuer></ownershipDocument>',
      'missing_owner',
    ],
    ['20,000 nested elements', `<ownershipDocument>${'<a>'.repeat(20_000)}`, 'too_deep'],
    [
      '10,000 attributes',
      `<ownershipDocument ${Array.from({ length: 10_000 }, (_, i) => `a${i}="1"`).join(' ')}/>`,
      'too_many_attributes',
    ],
    ['a long attribute', `<ownershipDocument a="${'x'.repeat(1_000_000)}"/>`, 'too_many_attributes'],
    [
      '10,000 namespaces',
      `<ownershipDocument ${Array.from({ length: 10_000 }, (_, i) => `xmlns:n${i}="u"`).join(' ')}/>`,
      'too_many_attributes',
    ],
    ['300,000 elements', `<ownershipDocument>${'<a/>'.repeat(300_000)}`, 'too_many_elements'],
    ['more than 16 MiB', `<ownershipDocument>${'x'.repeat(16 * 1024 * 1024)}`, 'too_large'],
  ])('%s is refused with its reason', (_name, xml, reason) => {
    const started = performance.now()
    expect(reasonOf(xml)).toBe(reason)
    expect(performance.now() - started).toBeLessThan(2000)
  })

  test('a million numeric references are read in bounded time', () => {
    const xml = ownershipXml({ footnotes: `<footnote id="F1">${'&#65;'.repeat(1_000_000)}</footnote>` })
    const started = performance.now()
    expect(parseOwnershipDocument(xml).footnotes[0]?.text).toHaveLength(1_000_000)
    expect(performance.now() - started).toBeLessThan(5000)
  })

  test('any text either parses or throws an OwnershipError', () => {
    const base = ownershipXml({ nonDerivative: transactionXml(), flag: '1' })
    fc.assert(
      fc.property(fc.nat(base.length), fc.nat(60), fc.string(), (at, cut, inserted) => {
        const reason = reasonOf(base.slice(0, at) + inserted + base.slice(at + cut))
        expect(reason).toBeTypeOf('string')
      }),
    )
  })
})
