import type { Queryable, Sql } from '../db.ts'
import type { Omission } from '../signals/signal.ts'
import type { ProcessingStatus } from './status.ts'

/** What of an extractor the ledger goes by. */
export interface LedgerExtractor {
  name: string
  version: string
  kind: 'deterministic' | 'llm'
  applies(formType: string): boolean
}

/** Inputs that are not there, and signal types without a value in a run that has others. */
export interface ProcessingDetails {
  missing?: string[]
  omitted?: Omission[]
}

/** What an extractor said of a filing. */
export interface Answer {
  extractor: string
  extractor_version: string
  status: Exclude<ProcessingStatus, 'pending'>
  reason: string | null
  details: ProcessingDetails | null
  /** SHA-256 of what it read; null when it read nothing. */
  input_sha256: string | null
}

/** A row of the processing ledger. */
export interface Processing {
  accession_number: string
  extractor: string
  extractor_version: string
  status: ProcessingStatus
  reason: string | null
  details: ProcessingDetails | null
  input_sha256: string | null
  /** Raised whenever the row is asked for again; an answer counts only for the asking it began with. */
  generation: number
  /** What a row that was asked for again said before. */
  last_answer: Pick<Answer, 'status' | 'reason' | 'details'> | null
}

export type OpenRow = Pick<
  Processing,
  'accession_number' | 'extractor' | 'extractor_version' | 'status' | 'reason'
>

/** The row with which the ledger of a filing begins for an extractor. */
export function openRow(
  extractor: LedgerExtractor,
  { accession_number, form_type }: { accession_number: string; form_type: string },
): OpenRow {
  const row = { accession_number, extractor: extractor.name, extractor_version: extractor.version }
  return extractor.applies(form_type)
    ? { ...row, status: 'pending', reason: null }
    : { ...row, status: 'not_applicable', reason: 'form_type' }
}

/** The write side of the processing ledger: exactly one row per filing and extractor. */
export function processingStore(sql: Sql) {
  const columns = sql`accession_number, extractor, extractor_version, status, reason, details, input_sha256, generation,
    last_answer`

  return {
    /** Opens the ledger of filings. Rows that exist stay as they are. */
    async open(tx: Queryable, rows: readonly OpenRow[]): Promise<void> {
      await tx`
        insert into processing (accession_number, extractor, extractor_version, status, reason)
        select accession_number, extractor, extractor_version, status, reason
        from jsonb_to_recordset(${tx.json(rows as never)})
          as row(accession_number text, extractor text, extractor_version text, status text, reason text)
        on conflict (accession_number, extractor) do nothing`
    },

    async ledger(accessionNumber: string, tx: Queryable = sql): Promise<Processing[]> {
      return await tx<Processing[]>`
        select ${columns} from processing where accession_number = ${accessionNumber} order by extractor`
    },

    /** Whether one of the extractors has still to answer. */
    async waits(accessionNumber: string, extractors: readonly string[]): Promise<boolean> {
      if (extractors.length === 0) return false
      const rows = await sql`
        select from processing where accession_number = ${accessionNumber} and status = 'pending'
          and extractor in ${sql([...extractors])} limit 1`
      return rows.length > 0
    },

    /** The whole ledger of a filing, locked until the transaction ends: whoever writes it, writes alone. */
    async lock(tx: Queryable, accessionNumber: string): Promise<Processing[]> {
      return await tx<Processing[]>`
        select ${columns} from processing where accession_number = ${accessionNumber} order by extractor for update`
    },

    /** Writes answers. The caller holds the lock and has compared the generations. */
    async settle(tx: Queryable, accessionNumber: string, answers: readonly Answer[]): Promise<void> {
      if (answers.length === 0) return
      await tx`
        update processing p set status = a.status, reason = a.reason, extractor_version = a.extractor_version,
          details = a.details, input_sha256 = a.input_sha256, last_answer = null, updated_at = now()
        from jsonb_to_recordset(${tx.json(answers as never)}) as a(extractor text, extractor_version text, status text,
          reason text, details jsonb, input_sha256 text)
        where p.accession_number = ${accessionNumber} and p.extractor = a.extractor`
    },

    /**
     * Asks for rows again, also for those that wait already: somebody may be answering them. Returns those that had been
     * answered, which nobody is about to look at. The caller names rows in the order of acceptance, in which they are locked.
     */
    async reopen(
      tx: Queryable,
      rows: readonly { accession_number: string; extractor: string }[],
    ): Promise<{ accession_number: string; extractor: string }[]> {
      if (rows.length === 0) return []
      return await tx<{ accession_number: string; extractor: string }[]>`
        with held as materialized (
          select p.accession_number, p.extractor, p.status
          from unnest(${rows.map((row) => row.accession_number)}::text[], ${rows.map((row) => row.extractor)}::text[])
              with ordinality as asked(accession_number, extractor, place)
            join processing p using (accession_number, extractor)
          where not (p.status = 'not_applicable' and p.reason = 'form_type')
          order by asked.place for update of p
        ), raised as (
          update processing p set
            last_answer = case when p.status = 'pending' then p.last_answer
              else jsonb_build_object('status', p.status, 'reason', p.reason, 'details', p.details) end,
            reason = null, details = null, generation = p.generation + 1, status = 'pending',
            updated_at = case when p.status = 'pending' then p.updated_at else now() end
          from held where p.accession_number = held.accession_number and p.extractor = held.extractor
          returning p.accession_number, p.extractor, held.status
        )
        select accession_number, extractor from raised where status <> 'pending' order by 1, 2`
    },

    /** Published filings with rows of these extractors that have waited for a while: work the queue may have lost. */
    async reopened(
      olderThanMs: number,
      limit: number,
      extractors: readonly string[],
    ): Promise<{ dataset: 'live' | 'test'; accession_number: string }[]> {
      if (extractors.length === 0) return []
      return await sql<{ dataset: 'live' | 'test'; accession_number: string }[]>`
        select distinct f.dataset, f.accession_number
        from processing p join filings f using (accession_number)
        where p.status = 'pending' and f.available_at is not null and p.extractor in ${sql([...extractors])}
          and p.updated_at < now() - ${olderThanMs} * interval '1 millisecond'
        limit ${limit}`
    },
  }
}

export type ProcessingStore = ReturnType<typeof processingStore>
