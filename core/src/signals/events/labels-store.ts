import type { Queryable } from '../../db.ts'

/** Whether the header of a current report lists an item, and whether the rule over its text found something. */
export interface ItemLabelRow {
  accession_number: string
  listed: boolean
  found: boolean
}

/** Questions of the accuracy run over stored current reports. Only current signals count. */
export function eventLabelStore(sql: Queryable, dataset: 'live' | 'test') {
  // Codes of the header are unreliable before 2012.
  const reports = sql`f.dataset = ${dataset} and f.form_type = '8-K' and f.filing_date >= '2012-01-01'
    and cardinality(f.items) > 0`
  const found = (signalType: string) => sql`exists (
    select from signals s where s.accession_number = f.accession_number and s.signal_type = ${signalType}
      and s.superseded_at is null)`

  return {
    /** Every report since 2012: the item in its header, the signal in its text. */
    async item(signalType: string, code: string): Promise<ItemLabelRow[]> {
      return await sql<ItemLabelRow[]>`
        select f.accession_number, ${code} = any (f.items) as listed, ${found(signalType)} as found
        from filings f where ${reports} order by f.accession_number`
    },

    /** Only reports with the signal: an item can be reported without the event that the rule looks for. */
    async itemOfSignal(signalType: string, code: string): Promise<ItemLabelRow[]> {
      return await sql<ItemLabelRow[]>`
        select f.accession_number, ${code} = any (f.items) as listed, true as found
        from filings f where ${reports} and ${found(signalType)} order by f.accession_number`
    },

    /** Every item that header or text names: whether either does. */
    async items(): Promise<(ItemLabelRow & { item_code: string })[]> {
      return await sql<(ItemLabelRow & { item_code: string })[]>`
        select f.accession_number, s.subject as item_code, s.subject = any (f.items) as listed,
          exists (select from jsonb_array_elements(s.inputs) i
            where i.value ->> 'name' = 'source' and i.value ->> 'value' in ('both', 'body')) as found
        from filings f join signals s using (accession_number)
        where ${reports} and s.signal_type = 'event_8k' and s.superseded_at is null
        order by f.accession_number, s.subject`
    },
  }
}
