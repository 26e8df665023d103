import { parseCik } from './cik.ts'

export interface CompanyTicker {
  cik: string
  ticker: string
  name: string
}

const MAX_ROWS = 200_000

/** Reads `company_tickers.json`: an object whose values are companies, numbered. Rows without a CIK or ticker are left out. */
export function parseCompanyTickers(value: unknown): CompanyTicker[] {
  if (value === null || typeof value !== 'object') throw new Error('not a readable company tickers file')
  const rows = Object.values(value).slice(0, MAX_ROWS)
  const tickers: CompanyTicker[] = []
  for (const row of rows) {
    const { cik_str, ticker, title } = (row ?? {}) as Record<string, unknown>
    const cik =
      typeof cik_str === 'number' || typeof cik_str === 'string' ? parseCik(String(cik_str)) : undefined
    if (cik === undefined || typeof ticker !== 'string' || ticker.trim() === '') continue
    tickers.push({ cik, ticker: ticker.trim().toUpperCase(), name: typeof title === 'string' ? title : '' })
  }
  if (tickers.length === 0 && rows.length > 0)
    throw new Error('not a readable company tickers file: no row has a ticker')
  return tickers
}
