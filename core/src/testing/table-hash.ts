import type { Queryable, Sql } from '../db.ts'
import { sha256 } from '../sha256.ts'
import { canonicalJson } from '../signals/fingerprint.ts'

/**
 * One hash per table over everything the filings determine: our clocks, surrogate ids and superseded signals are left out.
 * Two runs over the same filings must agree, whatever happened on the way.
 */
export async function tableHashes(sql: Sql): Promise<Record<string, TableHash>> {
  // One snapshot: tables read one after another would tell of different moments.
  return await sql.begin('isolation level repeatable read read only', hashesWithin)
}

interface TableHash {
  rows: number
  sha256: string
}

async function hashesWithin(sql: Queryable): Promise<Record<string, TableHash>> {
  const tables: Record<string, Promise<Record<string, unknown>[]>> = {
    intake: sql`select accession_number, dataset, cik, form_type, filing_date, stage, reason, submission_sha256,
      submission_source from intake`,
    entities: sql`select cik, dataset, name, sic, state_of_incorporation, fiscal_year_end, source_accession_number from entities`,
    entity_names: sql`select cik, name, changed_on from entity_names`,
    filings: sql`select accession_number, dataset, form_type, filing_date, accepted_at, accepted_at_source, period_of_report,
      effective_date, items, document_count, declared_document_count, submission_source, submission_sha256,
      submission_bytes, warnings, details, amendment_scope, original_filed_on,
      available_at is not null as published from filings`,
    filing_filers: sql`select * from filing_filers`,
    documents: sql`select * from documents`,
    sections: sql`select * from sections`,
    insider_transactions: sql`select * from insider_transactions`,
    signals: sql`select fingerprint, dataset, signal_type, accession_number, cik, value, unit, direction, status,
      subject, payload, inputs,
      available_at is not null as published from signals where superseded_at is null`,
    evidence: sql`select s.fingerprint, e.position, e.kind, e.body from evidence e join signals s on s.id = e.signal_id
      where s.superseded_at is null`,
    processing: sql`select accession_number, extractor, extractor_version, status, reason, details, input_sha256 from processing`,
    changes: sql`select c.dataset, c.change_type, c.accession_number, c.cik, coalesce(s.fingerprint, c.object_id) as object
      from changes c left join signals s on s.id = c.object_id
      where c.change_type <> 'signal.superseded' and (s.id is null or s.superseded_at is null)`,
  }
  const hashes: Record<string, TableHash> = {}
  for (const [name, query] of Object.entries(tables)) {
    const lines = (await query).map((row) => canonicalJson(JSON.parse(JSON.stringify(row)))).sort()
    hashes[name] = { rows: lines.length, sha256: sha256(lines.join('\n')) }
  }
  return hashes
}
