import type { CompanySubmissions } from '@sec-latent/core/edgar/company-submissions'
import type { EdgarGateway } from '@sec-latent/core/edgar/gateway'

const KEEP_MS = 10 * 60_000
const MAX_COMPANIES = 200

/**
 * The submissions JSON of companies, asked for once in ten minutes however many of their filings need it. A failure is not
 * remembered.
 */
export function companySubmissionsReader(gateway: EdgarGateway) {
  const known = new Map<string, { read: Promise<CompanySubmissions>; at: number }>()
  return async (cik: string): Promise<CompanySubmissions> => {
    const found = known.get(cik)
    if (found && performance.now() - found.at < KEEP_MS) return await found.read
    const read = gateway.fetchCompanySubmissions(cik)
    known.delete(cik)
    known.set(cik, { read, at: performance.now() })
    for (const oldest of known.keys()) {
      if (known.size <= MAX_COMPANIES) break
      known.delete(oldest)
    }
    read.catch(() => known.delete(cik))
    return await read
  }
}
