import { describe, expect, test } from 'vitest'
import { presentedLines } from './presentation-tree.ts'
import { conceptOf, mergeTaxonomy } from './taxonomy.ts'
import { readTaxonomyDocument, TaxonomyError } from './taxonomy-document.ts'
import {
  type ArcRow,
  calculationLink,
  labelLink,
  linkbase,
  preferred,
  presentationLink,
  ROLE,
  schema,
} from './taxonomy-fixture.ts'

const ARCS: ArcRow[] = [
  ['us-gaap_StatementOfFinancialPositionAbstract', 'us-gaap_Assets', 2, preferred('totalLabel')],
  ['us-gaap_StatementOfFinancialPositionAbstract', 'harbor_Robot_Leases', 1],
  [
    'us-gaap_StatementOfFinancialPositionAbstract',
    'us-gaap_TreasuryStockValue',
    3,
    preferred('negatedLabel'),
  ],
]
const LABELS = labelLink([
  ['us-gaap_Assets', 'label', 'Assets'],
  ['us-gaap_Assets', 'totalLabel', 'Total&#160;assets'],
  ['us-gaap_Assets', 'totalLabel', 'Summe der Aktiva', 'de'],
  ['harbor_Robot_Leases', 'label', 'Robots &amp; leases'],
])
const read = (...parts: Buffer[]) => mergeTaxonomy(parts.map(readTaxonomyDocument))

describe('a taxonomy', () => {
  test('presents its lines in order, under the preferred labels, signs as shown', () => {
    const taxonomy = read(schema(), linkbase(presentationLink(ROLE, ARCS)), linkbase(LABELS))
    expect(taxonomy.roles.get(ROLE)).toBe('0000002 - Statement - CONSOLIDATED BALANCE SHEETS')
    expect(presentedLines(taxonomy, ROLE)).toMatchObject({
      fault: null,
      lines: [
        { concept: 'us-gaap:StatementOfFinancialPositionAbstract', depth: 0, abstract: true },
        { concept: 'harbor:Robot_Leases', label: 'Robots & leases', depth: 1, abstract: false },
        { concept: 'us-gaap:Assets', label: 'Total assets', label_role: 'totalLabel', negated: false },
        { concept: 'us-gaap:TreasuryStockValue', label: 'Treasury stock value', negated: true },
      ],
    })
  })

  test('is the same when its linkbases stand inside its schema, and inside the wrapper of a submission', () => {
    const links = presentationLink(ROLE, ARCS) + LABELS
    const apart = read(schema(), linkbase(presentationLink(ROLE, ARCS)), linkbase(LABELS))
    const inside = schema(`<link:linkbase>${links}</link:linkbase>`)
    const wrapped = Buffer.from(`<XBRL>\n${inside}\n</XBRL>\n`)
    expect(presentedLines(read(inside), ROLE)).toEqual(presentedLines(apart, ROLE))
    expect(presentedLines(read(wrapped), ROLE)).toEqual(presentedLines(apart, ROLE))
  })

  test('declares elements whose names hold the line that ends a prefix', () => {
    const taxonomy = read(schema())
    expect(conceptOf(taxonomy, 'harbor_Robot_Leases')).toBe('harbor:Robot_Leases')
    expect(conceptOf(taxonomy, 'us-gaap_Assets')).toBe('us-gaap:Assets')
    expect(taxonomy.elements.get('harbor_Robot_Leases')).toMatchObject({
      balance: 'debit',
      period_type: 'instant',
    })
  })

  test('keeps the weights of its sums', () => {
    const arcs: ArcRow[] = [
      ['us-gaap_GrossProfit', 'us-gaap_Revenues', 1, 'weight="1.0"'],
      ['us-gaap_GrossProfit', 'us-gaap_CostOfRevenue', 2, 'weight="-1.0"'],
    ]
    expect(read(linkbase(calculationLink(ROLE, arcs))).calculation.get(ROLE)).toMatchObject([
      { to: 'us-gaap_Revenues', weight: 1 },
      { to: 'us-gaap_CostOfRevenue', weight: -1 },
    ])
  })

  test('leaves out an arc that a later one prohibits', () => {
    const arcs: ArcRow[] = [
      ['a_Top', 'a_Kept', 1],
      ['a_Top', 'a_Gone', 2],
      ['a_Top', 'a_Gone', 2, 'use="prohibited" priority="1"'],
    ]
    const { lines } = presentedLines(read(linkbase(presentationLink(ROLE, arcs))), ROLE)
    expect(lines.map(({ concept }) => concept)).toEqual(['a:Top', 'a:Kept'])
  })
})

describe('a hostile taxonomy', () => {
  test.each<[string, ArcRow[]]>([
    [
      'without a root',
      [
        ['a_A', 'a_B', 1],
        ['a_B', 'a_A', 1],
      ],
    ],
    [
      'below a root',
      [
        ['a_Root', 'a_A', 1],
        ['a_A', 'a_B', 1],
        ['a_B', 'a_A', 1],
      ],
    ],
    [
      'of one',
      [
        ['a_Root', 'a_A', 1],
        ['a_A', 'a_A', 1],
      ],
    ],
  ])('with a cycle %s is refused', (_, arcs) => {
    expect(presentedLines(read(linkbase(presentationLink(ROLE, arcs))), ROLE)).toEqual({
      lines: [],
      fault: 'presentation_cycle',
    })
  })

  test('that doubles at every level ends, and is refused', () => {
    const arcs = Array.from({ length: 40 }, (_, level): ArcRow[] => [
      [`a_L${level}`, `a_X${level}`, 1],
      [`a_L${level}`, `a_Y${level}`, 2],
      [`a_X${level}`, `a_L${level + 1}`, 1],
      [`a_Y${level}`, `a_L${level + 1}`, 1],
    ]).flat()
    const { fault } = presentedLines(read(linkbase(presentationLink(ROLE, arcs))), ROLE)
    expect(['presentation_too_long', 'presentation_too_deep']).toContain(fault)
  })

  test('that unfolds in every role ends: the lines of all roles are counted together', () => {
    const budget = { lines: 10 }
    const arcs: ArcRow[] = Array.from({ length: 8 }, (_, index) => ['a_Top', `a_${index}`, index])
    const taxonomy = read(linkbase(presentationLink(ROLE, arcs)))
    expect(presentedLines(taxonomy, ROLE, budget).lines).toHaveLength(9)
    expect(presentedLines(taxonomy, ROLE, budget).fault).toBe('presentation_too_long')
  })

  test.each([
    ['taxonomy_doctype_refused', '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'],
    ['taxonomy_malformed', '<a><b></a>'],
    ['taxonomy_malformed', 'not XML'],
    ['taxonomy_too_deep', `${'<a>'.repeat(300)}${'</a>'.repeat(300)}`],
  ])('is refused with %s', (reason, xml) => {
    try {
      readTaxonomyDocument(Buffer.from(xml))
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(TaxonomyError)
      expect((error as TaxonomyError).reason).toBe(reason)
    }
  })

  test('with arcs to nowhere has no lines', () => {
    const xml = linkbase(
      `<link:presentationLink xlink:role="${ROLE}"><link:presentationArc xlink:from="a" xlink:to="b"/></link:presentationLink>`,
    )
    expect(presentedLines(read(xml), ROLE)).toEqual({ lines: [], fault: null })
  })
})
