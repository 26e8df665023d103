/** What decides which form an amendment amends. */
export interface AmendableForm {
  document_id: string
  accession_number: string
  accepted_at: string
  filing_date: string
  is_amendment: boolean
  period_of_report: string | null
  date_of_original_submission: string | null
}

/**
 * Whether `later` amends the form that `earlier` is or amends too. Both are of one issuer, one form and a common owner. An
 * amendment names the day the original was filed; where no form was filed that day, or it names none, the day of the
 * report decides.
 */
export function amendsSameForm(earlier: AmendableForm, later: AmendableForm): boolean {
  if (!later.is_amendment || !isBefore(earlier, later)) return false
  const original = earlier.is_amendment ? earlier.date_of_original_submission : earlier.filing_date
  if (later.date_of_original_submission !== null && original === later.date_of_original_submission)
    return true
  return later.period_of_report !== null && earlier.period_of_report === later.period_of_report
}

export function isBefore(one: AmendableForm, other: AmendableForm): boolean {
  const between = Date.parse(one.accepted_at) - Date.parse(other.accepted_at)
  if (between !== 0) return between < 0
  return one.accession_number < other.accession_number
}
