import type { Address, Filer, FilerRole, HeaderDetails, SubmissionHeader } from './filing.ts'

/** A header that says nothing. */
export function emptyHeader(): SubmissionHeader {
  return {
    accession_number: '',
    form_type: '',
    filing_date: null,
    accepted_at: null,
    accepted_at_source: null,
    period_of_report: null,
    effective_date: null,
    date_as_of_change: null,
    items: [],
    declared_document_count: null,
    filers: [],
    details: emptyDetails(),
  }
}

export function emptyDetails(): HeaderDetails {
  return {
    paper: false,
    confirming_copy: false,
    private_to_public: false,
    released_on: null,
    group_members: [],
    sros: [],
    references_429: [],
    public_reference_accession_number: null,
    previous_accession_number: null,
    period_start: null,
    abs_rule: null,
    abs_asset_class: null,
    registered_entity: null,
    no_quarterly_activity: null,
    no_annual_activity: null,
    depositor_cik: null,
    sponsor_cik: null,
    underwriters: [],
    rules: [],
    series: [],
  }
}

export function emptyFiler(role: FilerRole): Filer {
  return {
    role,
    cik: '',
    name: '',
    sic: null,
    sic_description: null,
    organization_name: null,
    relationship: null,
    irs_number: null,
    state_of_incorporation: null,
    fiscal_year_end: null,
    form_type: null,
    file_number: null,
    film_number: null,
    sec_act: null,
    business_address: null,
    mailing_address: null,
    former_names: [],
  }
}

export function emptyAddress(): Address {
  return { street_1: null, street_2: null, city: null, state: null, zip: null, phone: null }
}
