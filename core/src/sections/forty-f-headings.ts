import type { CatalogueHeading } from './heading-catalogue.ts'

/** The parts of an annual report on Form 40-F (17 CFR 249.240f), whose annual information form is an exhibit. */
export const annualFortyHeadings: CatalogueHeading[] = [
  {
    key: 'annual_information_form',
    titles: ['Annual Information Form', 'A. Annual Information Form', 'Principal Documents'],
  },
  {
    key: 'audited_financial_statements',
    titles: [
      'Audited Annual Financial Statements',
      'B. Audited Annual Financial Statements',
      'Audited Consolidated Financial Statements',
    ],
  },
  {
    key: 'mda',
    titles: ["Management's Discussion and Analysis", "C. Management's Discussion and Analysis"],
  },
  {
    key: 'controls_and_procedures',
    titles: [
      'Disclosure Controls and Procedures',
      'Controls and Procedures',
      'Certifications and Disclosure Regarding Controls and Procedures',
    ],
  },
  {
    key: 'internal_control',
    titles: [
      'Internal Control over Financial Reporting',
      "Management's Annual Report on Internal Control over Financial Reporting",
      "Management's Report on Internal Control over Financial Reporting",
      'Changes in Internal Control over Financial Reporting',
    ],
  },
  { key: 'audit_committee_financial_expert', titles: ['Audit Committee Financial Expert'] },
  {
    key: 'audit_committee',
    titles: ['Audit Committee', 'Identification of the Audit Committee', 'Identification of Audit Committee'],
  },
  { key: 'code_of_ethics', titles: ['Code of Ethics', 'Code of Business Conduct and Ethics'] },
  {
    key: 'audit_fees',
    titles: [
      'Principal Accountant Fees and Services',
      'Principal Accountant Fees and Services - Independent Auditors',
    ],
  },
  { key: 'off_balance_sheet_arrangements', titles: ['Off-Balance Sheet Arrangements'] },
  {
    key: 'contractual_obligations',
    titles: ['Tabular Disclosure of Contractual Obligations', 'Contractual Obligations'],
  },
  {
    key: 'notices_pursuant_to_regulation_btr',
    titles: ['Notices Pursuant to Regulation BTR', 'Notice of Pension Fund Blackout Period'],
  },
  {
    key: 'corporate_governance',
    titles: [
      'Corporate Governance',
      'Corporate Governance Practices',
      'NYSE Corporate Governance',
      'Nasdaq Corporate Governance',
    ],
  },
  { key: 'mine_safety_disclosure', titles: ['Mine Safety Disclosure', 'Mine Safety Disclosures'] },
  {
    key: 'foreign_jurisdictions',
    titles: ['Disclosure Regarding Foreign Jurisdictions that Prevent Inspections'],
  },
  { key: 'recovery_of_compensation', titles: ['Recovery of Erroneously Awarded Compensation'] },
  {
    key: 'forward_looking_statements',
    titles: ['Forward-Looking Statements', 'Cautionary Note Regarding Forward-Looking Statements'],
  },
  {
    key: 'differences_in_reporting',
    titles: ['Differences in United States and Canadian Reporting Practices'],
  },
  {
    key: 'undertaking',
    titles: ['Undertaking', 'Undertaking and Consent to Service of Process', 'A. Undertaking'],
  },
  {
    key: 'consent_to_service_of_process',
    titles: ['Consent to Service of Process', 'B. Consent to Service of Process'],
  },
  { key: 'exhibits', titles: ['Exhibit Index', 'Exhibits'] },
]
