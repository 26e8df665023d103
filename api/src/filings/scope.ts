import { parseCik } from '@sec-latent/core/edgar/cik'
import type { EntityReadStore } from '@sec-latent/core/entities/read-store'
import type { View } from '@sec-latent/core/knowledge-time'
import { readFormTypes } from './form-types.ts'

/** Companies and forms a list is about; `cik: []` when the companies asked about do not exist. */
export interface CompanyScope {
  cik?: string[]
  form_type?: string[]
}

/** Brings CIKs to ten digits, tickers to companies and form types to EDGAR's spelling. Both filters together mean both. */
export async function companyScope(
  query: { cik?: string[]; ticker?: string[]; form_type?: string[] },
  dataset: View['dataset'],
  entities: Pick<EntityReadStore, 'ciksOfTickers'>,
): Promise<CompanyScope> {
  const form_type = readFormTypes(query.form_type)
  const named = query.cik?.map((cik) => parseCik(cik) as string)
  const listed =
    query.ticker &&
    (await entities.ciksOfTickers(
      dataset,
      query.ticker.map((one) => one.toUpperCase()),
    ))
  const cik = named && listed ? named.filter((one) => listed.includes(one)) : (named ?? listed)
  return { cik: cik && [...new Set(cik)], form_type }
}
