import type { CatalogueItem } from './items.ts'

const MDA = "Management's Discussion and Analysis of Financial Condition and Results of Operations"
const SUBMISSION = 'Submission of Matters to a Vote of Security Holders'

const otherInformation = (prefix: string): CatalogueItem[] => [
  {
    key: `${prefix}.part2_item_1`,
    part: 2,
    number: '1',
    titles: [{ title: 'Legal Proceedings' }],
    distinctive: true,
  },
  {
    key: `${prefix}.part2_item_1a`,
    part: 2,
    number: '1A',
    titles: [{ title: 'Risk Factors' }],
    since: '2005-12-01',
    distinctive: true,
  },
  {
    key: `${prefix}.part2_item_2`,
    part: 2,
    number: '2',
    titles: [
      { title: 'Changes in Securities', until: '2000-01-01' },
      { title: 'Changes in Securities and Use of Proceeds', since: '1997-01-01', until: '2004-03-15' },
      { title: 'Unregistered Sales of Equity Securities and Use of Proceeds', since: '2004-03-15' },
    ],
    also: [
      'Unregistered Sales of Equity Securities, Use of Proceeds, and Issuer Purchases of Equity Securities',
      'Issuer Purchases of Equity Securities',
      'Changes in Securities, Use of Proceeds and Issuer Purchases of Equity Securities',
    ],
    distinctive: true,
  },
  {
    key: `${prefix}.part2_item_3`,
    part: 2,
    number: '3',
    titles: [{ title: 'Defaults Upon Senior Securities' }],
    distinctive: true,
  },
  {
    key: `${prefix}.part2_item_4`,
    part: 2,
    number: '4',
    titles: [
      { title: SUBMISSION, until: '2010-02-28' },
      { title: '(Removed and Reserved)', since: '2010-02-28', until: '2012-01-27' },
      { title: 'Mine Safety Disclosures', since: '2012-01-27' },
    ],
    also: ['Reserved'],
    distinctive: true,
  },
  { key: `${prefix}.part2_item_5`, part: 2, number: '5', titles: [{ title: 'Other Information' }] },
  {
    key: `${prefix}.part2_item_6`,
    part: 2,
    number: '6',
    titles: [
      { title: 'Exhibits and Reports on Form 8-K', until: '2004-08-23' },
      { title: 'Exhibits', since: '2004-08-23' },
    ],
  },
]

/**
 * Form 10-Q (17 CFR 249.308a). Inapplicable items of Part II may be left out. Dates are filing dates: 33-7386 (item 3 of
 * Part I), 33-8124 (item 4), 33-8591 (1A), 33-9286 (item 4 of Part II).
 */
export const quarterlyItems: CatalogueItem[] = [
  {
    key: '10q.part1_item_1',
    part: 1,
    number: '1',
    titles: [{ title: 'Financial Statements' }],
    also: ['Condensed Consolidated Financial Statements', 'Consolidated Financial Statements'],
  },
  { key: '10q.part1_item_2', part: 1, number: '2', titles: [{ title: MDA }], distinctive: true },
  {
    key: '10q.part1_item_3',
    part: 1,
    number: '3',
    titles: [{ title: 'Quantitative and Qualitative Disclosures About Market Risk' }],
    since: '1997-06-15',
    distinctive: true,
  },
  {
    key: '10q.part1_item_4',
    part: 1,
    number: '4',
    titles: [{ title: 'Controls and Procedures' }],
    since: '2002-08-29',
    distinctive: true,
  },
  {
    key: '10q.part1_item_4t',
    part: 1,
    number: '4T',
    titles: [{ title: 'Controls and Procedures' }],
    since: '2007-12-15',
    until: '2010-09-21',
    optional: true,
  },
  ...otherInformation('10q'),
]

/** Form 10-QSB of small business issuers (17 CFR 249.308b, withdrawn in 2008). */
export const smallBusinessQuarterlyItems: CatalogueItem[] = [
  { key: '10qsb.part1_item_1', part: 1, number: '1', titles: [{ title: 'Financial Statements' }] },
  {
    key: '10qsb.part1_item_2',
    part: 1,
    number: '2',
    titles: [{ title: "Management's Discussion and Analysis or Plan of Operation" }],
    also: [MDA],
    distinctive: true,
  },
  {
    key: '10qsb.part1_item_3',
    part: 1,
    number: '3',
    titles: [{ title: 'Controls and Procedures' }],
    since: '2002-08-29',
    distinctive: true,
  },
  {
    key: '10qsb.part1_item_3a_t',
    part: 1,
    number: '3A(T)',
    titles: [{ title: 'Controls and Procedures' }],
    since: '2007-12-15',
    optional: true,
  },
  ...otherInformation('10qsb').filter((item) => item.number !== '1A'),
]
