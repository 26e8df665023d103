/**
 * What a rule does with filings the usual reading does not fit. Every rule answers for every kind, and the catalogue
 * shows the answer.
 */
export interface Cases {
  /** Banks, insurers, real estate: SIC 6000 to 6999. */
  financial_firms: string
  funds: string
  /** Blank-check companies and other shells. */
  shells: string
  /** The company's first filing of the kind: nothing to compare with. */
  first_filings: string
  missing_years: string
  fiscal_year_changes: string
  /** Share splits and reverse splits. */
  splits: string
  /** A form ending in /A. */
  amendments: string
  /** Filings the company took back. */
  withdrawals: string
}

const DOES_NOT_MATTER = 'Makes no difference.'
const WITHDRAWN =
  'EDGAR keeps a filing that is withdrawn by a later one (RW, AW); the signal stays with the filing it was read from.'

/** Rules that read the words of one filing. */
export const TEXT_CASES: Cases = {
  financial_firms: 'Read like any other.',
  funds: 'Fund reports have other forms and are not read.',
  shells: 'Read like any other; texts too short to measure are `not_applicable`.',
  first_filings: DOES_NOT_MATTER,
  missing_years: DOES_NOT_MATTER,
  fiscal_year_changes: DOES_NOT_MATTER,
  splits: DOES_NOT_MATTER,
  amendments: 'Not read: an amendment restates a part.',
  withdrawals: WITHDRAWN,
}

/** Rules that compare a report with the one a year earlier. */
export const COMPARISON_CASES: Cases = {
  ...TEXT_CASES,
  first_filings: '`not_applicable`: no report a year earlier is held.',
  missing_years:
    '`not_applicable` when the report of the year before is not held; an older one is never taken in its place.',
  fiscal_year_changes:
    '`not_applicable` when no report of the same form ends 340 to 390 days earlier; transition reports are not compared.',
  amendments: 'Neither compared nor compared with.',
}

/** Rules that compute a score from tagged numbers. */
export const ACCOUNTING_CASES: Cases = {
  financial_firms:
    '`not_applicable`: the scores were made for companies whose assets are not mostly loans and securities.',
  funds: '`not_applicable`.',
  shells: '`not_applicable`.',
  first_filings:
    'Comparatives of the filing itself serve as the year before; `insufficient_data` where a year more is needed.',
  missing_years: '`insufficient_data`, naming what is missing. A missing input is never taken for zero.',
  fiscal_year_changes:
    'Years must have 350 to 380 days and end 350 to 380 days apart; otherwise `insufficient_data`.',
  splits: 'Amounts in dollars do not change; share counts are compared after adjustment.',
  amendments:
    'A complete amendment is computed with its own numbers; one without statements is `insufficient_data`.',
  withdrawals: WITHDRAWN,
}

/** Rules that read a tagged fact of one filing. */
export const FACT_CASES: Cases = {
  financial_firms: 'Read like any other.',
  funds: 'Read where the form applies.',
  shells: 'Read like any other.',
  first_filings: DOES_NOT_MATTER,
  missing_years: DOES_NOT_MATTER,
  fiscal_year_changes: DOES_NOT_MATTER,
  splits: DOES_NOT_MATTER,
  amendments: 'Read with its own facts.',
  withdrawals: WITHDRAWN,
}

/** Rules that report an event of one filing. */
export const EVENT_CASES: Cases = {
  financial_firms: 'Read like any other.',
  funds: 'Read where the form applies.',
  shells: 'Read like any other.',
  first_filings: DOES_NOT_MATTER,
  missing_years: DOES_NOT_MATTER,
  fiscal_year_changes: DOES_NOT_MATTER,
  splits: DOES_NOT_MATTER,
  amendments: 'An amendment is an event of its own and says so by its form type.',
  withdrawals: WITHDRAWN,
}

/** Rules over the trades and holdings of insiders and large holders. */
export const OWNERSHIP_CASES: Cases = {
  financial_firms: 'Read like any other issuer.',
  funds: 'Issuers that are funds are read like any other.',
  shells: 'Read like any other issuer.',
  first_filings: 'What needs a history says so: `insufficient_data` with the months that are missing.',
  missing_years: 'Only filings that are held count; the inputs name them.',
  fiscal_year_changes: DOES_NOT_MATTER,
  splits:
    'Values in dollars do not change; share counts of different dates are compared only within one filing.',
  amendments: 'A corrected line replaces the one it corrects; the signal belongs to the later filing.',
  withdrawals: WITHDRAWN,
}
