import type { FundReport, FundReportType } from './fund-report.ts'

/** A report that says nothing yet. */
export function blankFundReport(form_type: string, report_type: FundReportType): FundReport {
  return {
    form_type,
    report_type,
    is_amendment: form_type.endsWith('/A'),
    registrant_name: null,
    registrant_cik: null,
    registrant_lei: null,
    file_number: null,
    address: {
      street1: null,
      street2: null,
      city: null,
      state_or_country: null,
      state_or_country_description: null,
      zip_code: null,
    },
    series: [],
    period_of_report: null,
    fiscal_year_end: null,
    is_final: null,
    total_series: null,
    portfolio: null,
    exchange_traded_funds: [],
    services: [],
    registration_fees: [],
    votes: null,
  }
}
