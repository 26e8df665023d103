import type { CatalogueItem } from './items.ts'

type Row = [number: string, title: string, since?: string, also?: string[]]

const rows: Row[] = [
  ['1.01', 'Entry into a Material Definitive Agreement'],
  ['1.02', 'Termination of a Material Definitive Agreement'],
  ['1.03', 'Bankruptcy or Receivership'],
  ['1.04', 'Mine Safety - Reporting of Shutdowns and Patterns of Violations', '2012-01-27'],
  ['1.05', 'Material Cybersecurity Incidents', '2023-12-18'],
  ['2.01', 'Completion of Acquisition or Disposition of Assets'],
  ['2.02', 'Results of Operations and Financial Condition'],
  [
    '2.03',
    'Creation of a Direct Financial Obligation or an Obligation under an Off-Balance Sheet Arrangement of a Registrant',
  ],
  [
    '2.04',
    'Triggering Events That Accelerate or Increase a Direct Financial Obligation or an Obligation under an Off-Balance Sheet Arrangement',
  ],
  ['2.05', 'Costs Associated with Exit or Disposal Activities'],
  ['2.06', 'Material Impairments'],
  [
    '3.01',
    'Notice of Delisting or Failure to Satisfy a Continued Listing Rule or Standard; Transfer of Listing',
  ],
  ['3.02', 'Unregistered Sales of Equity Securities'],
  ['3.03', 'Material Modification to Rights of Security Holders'],
  ['4.01', "Changes in Registrant's Certifying Accountant"],
  [
    '4.02',
    'Non-Reliance on Previously Issued Financial Statements or a Related Audit Report or Completed Interim Review',
  ],
  ['5.01', 'Changes in Control of Registrant'],
  [
    '5.02',
    'Departure of Directors or Certain Officers; Election of Directors; Appointment of Certain Officers; Compensatory Arrangements of Certain Officers',
    undefined,
    [
      'Departure of Directors or Principal Officers; Election of Directors; Appointment of Principal Officers',
    ],
  ],
  ['5.03', 'Amendments to Articles of Incorporation or Bylaws; Change in Fiscal Year'],
  ['5.04', "Temporary Suspension of Trading Under Registrant's Employee Benefit Plans"],
  ['5.05', "Amendments to the Registrant's Code of Ethics, or Waiver of a Provision of the Code of Ethics"],
  ['5.06', 'Change in Shell Company Status', '2005-11-07'],
  ['5.07', 'Submission of Matters to a Vote of Security Holders', '2010-02-28'],
  ['5.08', 'Shareholder Director Nominations', '2010-11-15'],
  ['6.01', 'ABS Informational and Computational Material', '2006-01-01'],
  ['6.02', 'Change of Servicer or Trustee', '2006-01-01'],
  ['6.03', 'Change in Credit Enhancement or Other External Support', '2006-01-01'],
  ['6.04', 'Failure to Make a Required Distribution', '2006-01-01'],
  ['6.05', 'Securities Act Updating Disclosure', '2006-01-01'],
  ['6.06', 'Static Pool', '2014-11-24'],
  ['7.01', 'Regulation FD Disclosure'],
  ['8.01', 'Other Events'],
  ['9.01', 'Financial Statements and Exhibits'],
]

const formerRows: Row[] = [
  ['1', 'Changes in Control of Registrant'],
  ['2', 'Acquisition or Disposition of Assets'],
  ['3', 'Bankruptcy or Receivership'],
  ['4', "Changes in Registrant's Certifying Accountant"],
  [
    '5',
    'Other Events',
    undefined,
    ['Other Events and Regulation FD Disclosure', 'Other Materially Important Events'],
  ],
  ['6', "Resignations of Registrant's Directors"],
  [
    '7',
    'Financial Statements and Exhibits',
    undefined,
    ['Financial Statements, Pro Forma Financial Information and Exhibits'],
  ],
  ['8', 'Change in Fiscal Year'],
  ['9', 'Regulation FD Disclosure', '1996-11-18', ['Sales of Equity Securities Pursuant to Regulation S']],
  [
    '10',
    "Amendments to the Registrant's Code of Ethics, or Waiver of a Provision of the Code of Ethics",
    '2003-03-31',
  ],
  ['11', "Temporary Suspension of Trading Under Registrant's Employee Benefit Plans", '2003-03-31'],
  ['12', 'Results of Operations and Financial Condition', '2003-03-31'],
]

const listed = ([number, title, since, also]: Row): CatalogueItem => ({
  key: `8k.item_${number.replace('.', '_')}`,
  part: null,
  number,
  titles: [{ title }],
  // An 8-K reports only the events that happened, so no item is ever "left out".
  optional: true,
  ...(since && { since }),
  ...(also && { also }),
})

/** Form 8-K (17 CFR 249.308) since 2004-08-23. */
export const currentReportItems: CatalogueItem[] = rows.map(listed)

/** Form 8-K before 2004-08-23. */
export const formerCurrentReportItems: CatalogueItem[] = formerRows.map(listed)
