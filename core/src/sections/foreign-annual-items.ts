import type { CatalogueItem } from './items.ts'

type Row = [number: string, title: string, dates?: Pick<CatalogueItem, 'since' | 'until' | 'also'>]
type SubRow = [letter: string, title: string, also?: string[]]

/**
 * Form 20-F (17 CFR 249.220f) in the numbering of Release 33-7745. Dates are filing dates, from the releases that added the
 * item: 33-8591 (4A), 33-8124 (15), 33-8177 (16A, 16B), 33-8183 (16C), 33-8220 (16D), 33-8335 (16E), 33-8959 (16G),
 * 33-8959 (16F), 33-9286 (16H), 34-93701 (16I), 33-11138 (16J), 33-11216 (16K).
 */
const rows: Row[] = [
  ['1', 'Identity of Directors, Senior Management and Advisers'],
  ['2', 'Offer Statistics and Expected Timetable'],
  ['3', 'Key Information'],
  [
    '4',
    'Information on the Company',
    { also: ['Information about the Company', 'Information on the Group'] },
  ],
  ['4A', 'Unresolved Staff Comments', { since: '2005-12-01' }],
  ['5', 'Operating and Financial Review and Prospects'],
  ['6', 'Directors, Senior Management and Employees'],
  ['7', 'Major Shareholders and Related Party Transactions'],
  ['8', 'Financial Information'],
  ['9', 'The Offer and Listing', { also: ['Offer and Listing'] }],
  ['10', 'Additional Information'],
  ['11', 'Quantitative and Qualitative Disclosures About Market Risk'],
  ['12', 'Description of Securities Other Than Equity Securities'],
  ['13', 'Defaults, Dividend Arrearages and Delinquencies'],
  ['14', 'Material Modifications to the Rights of Security Holders and Use of Proceeds'],
  ['15', 'Controls and Procedures', { since: '2002-08-29' }],
  ['16A', 'Audit Committee Financial Expert', { since: '2003-07-15' }],
  ['16B', 'Code of Ethics', { since: '2003-07-15' }],
  ['16C', 'Principal Accountant Fees and Services', { since: '2003-07-15' }],
  ['16D', 'Exemptions from the Listing Standards for Audit Committees', { since: '2003-07-15' }],
  ['16E', 'Purchases of Equity Securities by the Issuer and Affiliated Purchasers', { since: '2004-03-15' }],
  ['16F', "Change in Registrant's Certifying Accountant", { since: '2009-12-01' }],
  ['16G', 'Corporate Governance', { since: '2008-12-15' }],
  ['16H', 'Mine Safety Disclosure', { since: '2012-01-27', also: ['Mine Safety Disclosures'] }],
  ['16I', 'Disclosure Regarding Foreign Jurisdictions that Prevent Inspections', { since: '2022-01-10' }],
  ['16J', 'Insider Trading Policies', { since: '2024-04-01' }],
  ['16K', 'Cybersecurity', { since: '2023-12-15' }],
  ['17', 'Financial Statements'],
  ['18', 'Financial Statements'],
  ['19', 'Exhibits', { also: ['Financial Statements and Exhibits'] }],
]

/** The lettered parts of the items. Only the risk factors are missed when they are not there. */
const subRows: Record<string, SubRow[]> = {
  '1': [
    ['A', 'Directors and Senior Management'],
    ['B', 'Advisers', ['Advisors']],
    ['C', 'Auditors', ['Auditor']],
  ],
  '2': [
    ['A', 'Offer Statistics'],
    ['B', 'Method and Expected Timetable'],
  ],
  '3': [
    ['A', 'Selected Financial Data', ['[Reserved]', 'Reserved', 'Selected Consolidated Financial Data']],
    ['B', 'Capitalization and Indebtedness'],
    ['C', 'Reasons for the Offer and Use of Proceeds'],
    ['D', 'Risk Factors'],
  ],
  '4': [
    ['A', 'History and Development of the Company', ['History and Development']],
    ['B', 'Business Overview'],
    ['C', 'Organizational Structure', ['Organisational Structure']],
    ['D', 'Property, Plants and Equipment', ['Property, Plant and Equipment']],
  ],
  '5': [
    ['A', 'Operating Results'],
    ['B', 'Liquidity and Capital Resources'],
    [
      'C',
      'Research and Development, Patents and Licenses, etc.',
      ['Research and Development, Patents and Licenses', 'Research and Development'],
    ],
    ['D', 'Trend Information'],
    ['E', 'Critical Accounting Estimates', ['Off-Balance Sheet Arrangements']],
    ['F', 'Tabular Disclosure of Contractual Obligations'],
    ['G', 'Safe Harbor'],
  ],
  '6': [
    ['A', 'Directors and Senior Management'],
    ['B', 'Compensation'],
    ['C', 'Board Practices'],
    ['D', 'Employees'],
    ['E', 'Share Ownership'],
    ['F', "Disclosure of a Registrant's Action to Recover Erroneously Awarded Compensation"],
  ],
  '7': [
    ['A', 'Major Shareholders'],
    ['B', 'Related Party Transactions'],
    ['C', 'Interests of Experts and Counsel'],
  ],
  '8': [
    ['A', 'Consolidated Statements and Other Financial Information', ['Financial Statements']],
    ['B', 'Significant Changes'],
  ],
  '9': [
    ['A', 'Offer and Listing Details', ['Offering and Listing Details']],
    ['B', 'Plan of Distribution'],
    ['C', 'Markets'],
    ['D', 'Selling Shareholders'],
    ['E', 'Dilution'],
    ['F', 'Expenses of the Issue'],
  ],
  '10': [
    ['A', 'Share Capital'],
    ['B', 'Memorandum and Articles of Association'],
    ['C', 'Material Contracts'],
    ['D', 'Exchange Controls'],
    ['E', 'Taxation'],
    ['F', 'Dividends and Paying Agents'],
    ['G', 'Statement by Experts', ['Statements by Experts']],
    ['H', 'Documents on Display'],
    ['I', 'Subsidiary Information'],
    ['J', 'Annual Report to Security Holders'],
  ],
  '12': [
    ['A', 'Debt Securities'],
    ['B', 'Warrants and Rights'],
    ['C', 'Other Securities'],
    ['D', 'American Depositary Shares', ['American Depositary Receipts']],
  ],
}

export const foreignAnnualItems: CatalogueItem[] = rows.flatMap(([number, title, more]) => [
  {
    key: `20f.item_${number.toLowerCase()}`,
    part: partOf(Number.parseInt(number, 10)),
    number,
    titles: [{ title }],
    distinctive: true as const,
    ...more,
  },
  ...(subRows[number] ?? []).map(([letter, subTitle, also]): CatalogueItem => {
    // 4.A is the history of the company, 4A the comments of the staff.
    const joined = number === '4' && letter === 'A' ? '4_a' : `${number}${letter.toLowerCase()}`
    return {
      key: `20f.item_${joined}`,
      part: partOf(Number.parseInt(number, 10)),
      number: `${number}${letter}`,
      letter,
      titles: [{ title: subTitle }],
      ...(also && { also }),
      ...(joined !== '3d' && { optional: true as const }),
    }
  }),
])

function partOf(number: number): number {
  if (number <= 12) return 1
  return number <= 16 ? 2 : 3
}
