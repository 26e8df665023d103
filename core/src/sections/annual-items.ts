import type { CatalogueItem } from './items.ts'

const MDA = "Management's Discussion and Analysis of Financial Condition and Results of Operations"
const DISAGREEMENTS = 'Changes in and Disagreements with Accountants on Accounting and Financial Disclosure'
const SUBMISSION = 'Submission of Matters to a Vote of Security Holders'

/**
 * Form 10-K (17 CFR 249.310), with 10-K405, 10-KT and their amendments. Dates are filing dates, from the releases that
 * changed the form: 33-8591 (1A, 1B), 33-11216 (1C), 33-9286 (4), 33-10890 (6), 33-7386 (7A), 33-8238 (9A, 14, 15),
 * 33-8760 (9A(T)), 33-8400 (9B), 34-91364 (9C), 34-77969 (16).
 */
export const annualItems: CatalogueItem[] = [
  {
    key: '10k.item_1',
    part: 1,
    number: '1',
    titles: [{ title: 'Business' }],
    also: ['Description of Business'],
    distinctive: true,
  },
  {
    key: '10k.item_1a',
    part: 1,
    number: '1A',
    titles: [{ title: 'Risk Factors' }],
    since: '2005-12-01',
    distinctive: true,
  },
  {
    key: '10k.item_1b',
    part: 1,
    number: '1B',
    titles: [{ title: 'Unresolved Staff Comments' }],
    since: '2005-12-01',
    distinctive: true,
  },
  {
    key: '10k.item_1c',
    part: 1,
    number: '1C',
    titles: [{ title: 'Cybersecurity' }],
    since: '2023-12-15',
    distinctive: true,
  },
  {
    key: '10k.item_2',
    part: 1,
    number: '2',
    titles: [{ title: 'Properties' }],
    also: ['Property', 'Description of Property', 'Description of Properties'],
    distinctive: true,
  },
  { key: '10k.item_3', part: 1, number: '3', titles: [{ title: 'Legal Proceedings' }], distinctive: true },
  {
    key: '10k.item_4',
    part: 1,
    number: '4',
    titles: [
      { title: SUBMISSION, until: '2010-02-28' },
      { title: '(Removed and Reserved)', since: '2010-02-28', until: '2012-01-27' },
      { title: 'Mine Safety Disclosures', since: '2012-01-27' },
    ],
    also: ['Reserved'],
    distinctive: true,
  },
  {
    key: '10k.item_4a',
    part: 1,
    number: '4A',
    // Instruction 3 to Item 401(b) lets Part I carry the executive officers; filers number it themselves.
    titles: [{ title: 'Executive Officers of the Registrant' }],
    also: [
      'Information about our Executive Officers',
      'Executive Officers of the Company',
      'Executive Officers',
    ],
    optional: true,
    distinctive: true,
  },
  {
    key: '10k.item_5',
    part: 2,
    number: '5',
    titles: [
      { title: "Market for Registrant's Common Equity and Related Stockholder Matters", until: '2004-03-15' },
      {
        title:
          "Market for Registrant's Common Equity, Related Stockholder Matters and Issuer Purchases of Equity Securities",
        since: '2004-03-15',
      },
    ],
    distinctive: true,
  },
  {
    key: '10k.item_6',
    part: 2,
    number: '6',
    titles: [
      { title: 'Selected Financial Data', until: '2021-08-09' },
      { title: '[Reserved]', since: '2021-08-09' },
    ],
    also: ['Selected Consolidated Financial Data', '(Reserved)'],
    distinctive: true,
  },
  { key: '10k.item_7', part: 2, number: '7', titles: [{ title: MDA }], distinctive: true },
  {
    key: '10k.item_7a',
    part: 2,
    number: '7A',
    titles: [{ title: 'Quantitative and Qualitative Disclosures About Market Risk' }],
    since: '1997-06-15',
    distinctive: true,
  },
  {
    key: '10k.item_8',
    part: 2,
    number: '8',
    titles: [{ title: 'Financial Statements and Supplementary Data' }],
    also: ['Consolidated Financial Statements and Supplementary Data', 'Financial Statements'],
    distinctive: true,
  },
  { key: '10k.item_9', part: 2, number: '9', titles: [{ title: DISAGREEMENTS }], distinctive: true },
  {
    key: '10k.item_9a',
    part: 2,
    number: '9A',
    titles: [{ title: 'Controls and Procedures' }],
    since: '2003-08-14',
    distinctive: true,
  },
  {
    key: '10k.item_9a_t',
    part: 2,
    number: '9A(T)',
    titles: [{ title: 'Controls and Procedures' }],
    since: '2007-12-15',
    until: '2010-09-21',
    optional: true,
  },
  {
    key: '10k.item_9b',
    part: 2,
    number: '9B',
    titles: [{ title: 'Other Information' }],
    since: '2004-08-23',
  },
  {
    key: '10k.item_9c',
    part: 2,
    number: '9C',
    titles: [{ title: 'Disclosure Regarding Foreign Jurisdictions that Prevent Inspections' }],
    since: '2021-05-05',
    distinctive: true,
  },
  {
    key: '10k.item_10',
    part: 3,
    number: '10',
    titles: [
      { title: 'Directors and Executive Officers of the Registrant', until: '2006-11-07' },
      { title: 'Directors, Executive Officers and Corporate Governance', since: '2006-11-07' },
    ],
    distinctive: true,
  },
  {
    key: '10k.item_11',
    part: 3,
    number: '11',
    titles: [{ title: 'Executive Compensation' }],
    distinctive: true,
  },
  {
    key: '10k.item_12',
    part: 3,
    number: '12',
    titles: [
      { title: 'Security Ownership of Certain Beneficial Owners and Management', until: '2002-03-15' },
      {
        title:
          'Security Ownership of Certain Beneficial Owners and Management and Related Stockholder Matters',
        since: '2002-03-15',
      },
    ],
    distinctive: true,
  },
  {
    key: '10k.item_13',
    part: 3,
    number: '13',
    titles: [
      { title: 'Certain Relationships and Related Transactions', until: '2006-11-07' },
      {
        title: 'Certain Relationships and Related Transactions, and Director Independence',
        since: '2006-11-07',
      },
    ],
    distinctive: true,
  },
  {
    key: '10k.item_14',
    part: 3,
    formerPart: { part: 4, until: '2002-08-29' },
    number: '14',
    titles: [
      { title: 'Exhibits, Financial Statement Schedules, and Reports on Form 8-K', until: '2002-08-29' },
      { title: 'Controls and Procedures', since: '2002-08-29', until: '2003-08-14' },
      { title: 'Principal Accountant Fees and Services', since: '2003-08-14' },
    ],
    also: ['Principal Accounting Fees and Services'],
    distinctive: true,
  },
  {
    key: '10k.item_15',
    part: 4,
    number: '15',
    titles: [
      { title: 'Exhibits, Financial Statement Schedules, and Reports on Form 8-K', until: '2004-08-23' },
      { title: 'Exhibits and Financial Statement Schedules', since: '2004-08-23' },
    ],
    since: '2002-08-29',
    distinctive: true,
  },
  {
    key: '10k.item_16',
    part: 4,
    number: '16',
    titles: [
      // A few annual reports for 2003 numbered it so before the form settled.
      { title: 'Principal Accountant Fees and Services', until: '2016-06-09' },
      { title: 'Form 10-K Summary', since: '2016-06-09' },
    ],
    since: '2016-06-09',
    distinctive: true,
  },
]

/** Form 10-KSB of small business issuers (17 CFR 249.310b, withdrawn in 2009). */
export const smallBusinessAnnualItems: CatalogueItem[] = [
  {
    key: '10ksb.item_1',
    part: 1,
    number: '1',
    titles: [{ title: 'Description of Business' }],
    also: ['Business'],
    distinctive: true,
  },
  {
    key: '10ksb.item_2',
    part: 1,
    number: '2',
    titles: [{ title: 'Description of Property' }],
    also: ['Properties', 'Property', 'Description of Properties'],
    distinctive: true,
  },
  { key: '10ksb.item_3', part: 1, number: '3', titles: [{ title: 'Legal Proceedings' }], distinctive: true },
  { key: '10ksb.item_4', part: 1, number: '4', titles: [{ title: SUBMISSION }], distinctive: true },
  {
    key: '10ksb.item_5',
    part: 2,
    number: '5',
    titles: [
      { title: 'Market for Common Equity and Related Stockholder Matters', until: '2004-03-15' },
      {
        title:
          'Market for Common Equity, Related Stockholder Matters and Small Business Issuer Purchases of Equity Securities',
        since: '2004-03-15',
      },
    ],
    distinctive: true,
  },
  {
    key: '10ksb.item_6',
    part: 2,
    number: '6',
    titles: [{ title: "Management's Discussion and Analysis or Plan of Operation" }],
    also: [MDA],
    distinctive: true,
  },
  { key: '10ksb.item_7', part: 2, number: '7', titles: [{ title: 'Financial Statements' }] },
  { key: '10ksb.item_8', part: 2, number: '8', titles: [{ title: DISAGREEMENTS }], distinctive: true },
  {
    key: '10ksb.item_8a',
    part: 2,
    number: '8A',
    titles: [{ title: 'Controls and Procedures' }],
    since: '2003-08-14',
    distinctive: true,
  },
  {
    key: '10ksb.item_8a_t',
    part: 2,
    number: '8A(T)',
    titles: [{ title: 'Controls and Procedures' }],
    since: '2007-12-15',
    optional: true,
  },
  {
    key: '10ksb.item_8b',
    part: 2,
    number: '8B',
    titles: [{ title: 'Other Information' }],
    since: '2004-08-23',
  },
  {
    key: '10ksb.item_9',
    part: 3,
    number: '9',
    titles: [
      {
        title:
          'Directors, Executive Officers, Promoters and Control Persons; Compliance with Section 16(a) of the Exchange Act',
      },
    ],
    also: ['Directors, Executive Officers, Promoters, Control Persons and Corporate Governance'],
    distinctive: true,
  },
  {
    key: '10ksb.item_10',
    part: 3,
    number: '10',
    titles: [{ title: 'Executive Compensation' }],
    distinctive: true,
  },
  {
    key: '10ksb.item_11',
    part: 3,
    number: '11',
    titles: [
      {
        title:
          'Security Ownership of Certain Beneficial Owners and Management and Related Stockholder Matters',
      },
    ],
    distinctive: true,
  },
  {
    key: '10ksb.item_12',
    part: 3,
    number: '12',
    titles: [{ title: 'Certain Relationships and Related Transactions' }],
    distinctive: true,
  },
  {
    key: '10ksb.item_13',
    part: 3,
    number: '13',
    titles: [{ title: 'Exhibits and Reports on Form 8-K' }],
    also: ['Exhibits'],
  },
  {
    key: '10ksb.item_14',
    part: 3,
    number: '14',
    titles: [
      { title: 'Controls and Procedures', until: '2003-08-14' },
      { title: 'Principal Accountant Fees and Services', since: '2003-08-14' },
    ],
    since: '2002-08-29',
    distinctive: true,
  },
]
