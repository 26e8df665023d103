import type { CompanySubmissions } from '@sec-latent/core/edgar/company-submissions'
import type { EdgarGateway } from '@sec-latent/core/edgar/gateway'

const KEEP_MS = 10 * 60_000
const MAX_COMPANIES = 200

/**
 * What the submissions JSON of a company says of one filing. The recent page answers for almost all; the older ones are
 * read only when it does not. Each is asked for once in ten minutes however many filings need it, and a failure is not
 * remembered.
 */
export function submissionsRowReader(gateway: EdgarGateway) {
  const known = new Map<string, { read: Promise<CompanySubmissions>; at: number }>()

  function pages(cik: string, olderPages: boolean): Promise<CompanySubmissions> {
    const key = `${cik} ${olderPages ? 'all' : 'recent'}`
    const found = known.get(key)
    if (found && performance.now() - found.at < KEEP_MS) return found.read
    const read = gateway.fetchCompanySubmissions(cik, { olderPages })
    known.delete(key)
    known.set(key, { read, at: performance.now() })
    read.catch(() => known.delete(key))
    for (const oldest of known.keys()) {
      if (known.size <= MAX_COMPANIES) break
      known.delete(oldest)
    }
    return read
  }

  return async (cik: string, accessionNumber: string) => {
    for (const olderPages of [false, true]) {
      const company = await pages(cik, olderPages)
      const row = company.filings.find((filing) => filing.accession_number === accessionNumber)
      if (row) return { company, row }
      if (company.older_pages.length === 0) break
    }
    return undefined
  }
}
