const LARGEST_DISTANCE = 2

/** Names people bring along from elsewhere, and what they are called here. */
const SYNONYMS: Record<string, string[]> = {
  form: ['form_type'],
  forms: ['form_type'],
  formtype: ['form_type'],
  type: ['form_type', 'signal_type', 'change_type', 'document_type'],
  filed_at: ['filing_date', 'accepted_at_gte'],
  filed: ['filing_date'],
  date: ['filing_date'],
  start_date: ['filing_date_gte', 'from'],
  end_date: ['filing_date_lte', 'to'],
  from: ['accepted_at_gte', 'filing_date_gte'],
  to: ['accepted_at_lt', 'filing_date_lte'],
  since: ['accepted_at_gte', 'after', 'from'],
  until: ['accepted_at_lt', 'to'],
  after: ['accepted_at_gt'],
  before: ['accepted_at_lt'],
  acceptance_datetime: ['accepted_at_gte'],
  period: ['period_of_report'],
  symbol: ['ticker'],
  symbols: ['ticker'],
  tickers: ['ticker'],
  company: ['q', 'cik'],
  name: ['q'],
  query: ['q'],
  search: ['q'],
  ciks: ['cik'],
  issuer: ['issuer_cik', 'cik'],
  owner: ['owner_cik'],
  code: ['transaction_code'],
  item: ['item_code', 'section_key'],
  items: ['item_code'],
  section: ['section_key'],
  accession: ['accession_number'],
  accession_no: ['accession_number'],
  accessionnumber: ['accession_number'],
  page_size: ['limit'],
  per_page: ['limit'],
  size: ['limit'],
  count: ['limit'],
  max: ['limit', 'max_chars'],
  page: ['cursor'],
  offset: ['cursor'],
  starting_after: ['cursor'],
  page_token: ['cursor'],
  order: ['sort'],
  order_by: ['sort'],
  sort_by: ['sort'],
  asof: ['as_of'],
  hash: ['text_sha256'],
  sha256: ['text_sha256'],
}

/** The valid name that was probably meant: a known synonym, or the one within two edits; `undefined` otherwise. */
export function nearestName(given: string, valid: readonly string[]): string | undefined {
  const plain = given.toLowerCase().replaceAll('-', '_').slice(0, 64)
  // filing_date[gte] is how some others write filing_date_gte.
  const suffixed = /^(\w+)\[(gte|gt|lte|lt)\]$/.exec(plain)
  if (suffixed && valid.includes(`${suffixed[1]}_${suffixed[2]}`)) return `${suffixed[1]}_${suffixed[2]}`
  const snake = given.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase()
  for (const candidate of [plain, snake]) if (valid.includes(candidate)) return candidate
  const synonym = (Object.hasOwn(SYNONYMS, plain) ? SYNONYMS[plain] : undefined)?.find((name) =>
    valid.includes(name),
  )
  if (synonym !== undefined) return synonym
  let best: string | undefined
  let bestDistance = LARGEST_DISTANCE + 1
  for (const name of valid) {
    const distance = editDistance(plain, name.toLowerCase(), LARGEST_DISTANCE)
    if (distance < bestDistance && distance < name.length) {
      best = name
      bestDistance = distance
    }
  }
  return best
}

/** Insertions, deletions, substitutions and swaps of neighbours; anything above `ceiling` is returned as more than it. */
export function editDistance(a: string, b: string, ceiling: number): number {
  if (Math.abs(a.length - b.length) > ceiling) return ceiling + 1
  let beforePrevious: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const current = [i]
    for (let j = 1; j <= b.length; j++) {
      const substitution = (previous[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1)
      let best = Math.min(substitution, (previous[j] as number) + 1, (current[j - 1] as number) + 1)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (beforePrevious[j - 2] as number) + 1)
      }
      current.push(best)
    }
    beforePrevious = previous
    previous = current
  }
  return previous[b.length] as number
}
