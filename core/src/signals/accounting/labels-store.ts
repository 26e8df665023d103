import type { Queryable } from '../../db.ts'

export interface TaxRateRow {
  accession_number: string
  /** The rate as the note on income taxes tags it. */
  label: number
  /** The rate the signal worked out. */
  signal: number
}

/** Questions of the accuracy run. Only current signals count. */
export function accountingLabelStore(sql: Queryable, dataset: 'live' | 'test') {
  return {
    /** The tax rate of the year, as worked out from the income statement and as the filer states it. */
    async taxRates(): Promise<TaxRateRow[]> {
      return await sql<TaxRateRow[]>`
        select distinct on (s.accession_number) s.accession_number, x.value::double precision as label,
          (s.payload ->> 'tax_rate')::double precision as signal
        from signals s join xbrl_documents d using (accession_number)
          join facts x on x.document_id = d.document_id and x.taxonomy = 'us-gaap'
            and x.tag = 'EffectiveIncomeTaxRateContinuingOperations' and x.dimension_hash is null and x.value is not null
            and x.period_end - x.period_start between 349 and 379
        where s.signal_type = 'tax_rate_anomaly' and s.dataset = ${dataset} and s.superseded_at is null
          and exists (select from jsonb_array_elements(s.inputs) i where i ->> 'name' = 'tax'
            and i ->> 'period_start' = x.period_start::text and i ->> 'period_end' = x.period_end::text)
        order by s.accession_number, x.decimals desc nulls last, x.position`
    },
  }
}
