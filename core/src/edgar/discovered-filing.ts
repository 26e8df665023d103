/** One row of a discovery source: an index line, an Atom entry or a row of the submissions JSON. */
export interface DiscoveredFiling {
  accession_number: string
  /** The company under which the source lists the filing; a filing with several filers is listed once for each. */
  cik: string
  form_type: string
  /** `YYYY-MM-DD`. */
  filing_date: string
  /** As the source spells it; null when the source does not name the company (an older page of the submissions JSON). */
  company_name: string | null
  /** Relative to `/Archives`, as an index names it. */
  path?: string
  /** File name of the first document, without the folder of a stylesheet. */
  primary_document?: string
  primary_document_description?: string
  /** As the source wrote it. In the submissions JSON its `Z` is not to be believed (see decision 0002). */
  acceptance_date_time_raw?: string
  /** `YYYY-MM-DD`. */
  period_of_report?: string
  /** Item codes of an 8-K as the source lists them. */
  items?: string[]
  /** How the company takes part: `Filer`, `Issuer`, `Reporting`, `Subject`, `Filed by`, as Atom spells it. */
  role_raw?: string
}
