import type { Corpus } from '../accuracy/corpus.ts'
import { hasMainText, mainTextOf } from '../accuracy/main-text.ts'
import type { Sql } from '../db.ts'
import { documentStore } from '../documents/store.ts'
import { sha256 } from '../sha256.ts'
import { seedFiling } from '../testing/seed-filing.ts'
import { indexText } from './index-text.ts'
import { insertSearchIndex } from './store.ts'

/** Indexes the main document of every filing of the corpus, under accession numbers of its own, a day apart. */
export async function fillIndex(sql: Sql, corpus: Corpus) {
  const totals = { documents: 0, text_bytes: 0, read_ms: 0, store_ms: 0, latest: '' }
  for (const file of corpus.files.filter(hasMainText)) {
    const main = mainTextOf(corpus, file)
    if (!main || main.text.text === '') continue
    const accession_number = `0009999999-00-${String(totals.documents).padStart(6, '0')}`
    const accepted_at = new Date(Date.UTC(2001, 0, 1 + totals.documents)).toISOString()
    const document_id = `${accession_number}:1`
    const began = performance.now()
    const indexed = indexText({ document_id, sequence: 1 }, main.text, main.sections)
    totals.read_ms += performance.now() - began
    const filing = {
      accession_number,
      dataset: 'test' as const,
      form_type: main.form_type,
      filing_date: accepted_at.slice(0, 10),
      accepted_at,
    }
    await seedFiling(sql, { ...filing, cik: file.cik.padStart(10, '0'), available_at: accepted_at })
    await documentStore(sql).insert(sql, [
      documentOf(document_id, accession_number, main.form_type, main.text),
    ])
    const storing = performance.now()
    await sql.begin((tx) => insertSearchIndex(tx, filing, [indexed]))
    totals.store_ms += performance.now() - storing
    totals.documents += 1
    totals.text_bytes += main.text.byte_length
    totals.latest = accepted_at
  }
  await sql`vacuum analyze`
  return totals
}

function documentOf(
  document_id: string,
  accession_number: string,
  document_type: string,
  {
    text,
    text_sha256,
    length,
    byte_length,
  }: { text: string; text_sha256: string; length: number; byte_length: number },
) {
  return {
    document_id,
    accession_number,
    sequence: 1,
    document_type,
    file_name: null,
    description: null,
    byte_start: 0,
    byte_end: byte_length,
    document_sha256: sha256(text),
    text_status: 'ok' as const,
    text_sha256,
    text_length: length,
    text_byte_length: byte_length,
    blocks_sha256: null,
    normaliser_version: '1.0.0',
  }
}

/** Adds every document `times` more times, under other names and some hours later. */
export async function copyIndex(sql: Sql, times: number): Promise<void> {
  const copied = (column: string) => sql`'0009' || lpad(n::text, 6, '0') || substr(${sql(column)}, 11)`
  await sql.begin(async (tx) => {
    for (let copy = 1; copy <= times; copy++) {
      const later = tx`accepted_at + ${copy} * interval '1 hour'`
      await tx`create temporary table numbered on commit drop as select ${copy}::int as n`
      await tx`insert into filings (accession_number, dataset, form_type, filing_date, accepted_at, accepted_at_source,
          items, document_count, submission_source, submission_sha256, warnings, first_seen_at, available_at)
        select ${copied('accession_number')}, dataset, form_type, filing_date, ${later}, accepted_at_source, items,
          document_count, submission_source, submission_sha256, warnings, first_seen_at, ${later}
        from filings, numbered where accession_number like '0009999999-%'`
      await tx`insert into filing_filers (accession_number, position, role, cik, name, accepted_at)
        select ${copied('accession_number')}, position, role, cik, name, ${later}
        from filing_filers, numbered where accession_number like '0009999999-%'`
      await tx`insert into documents (document_id, accession_number, sequence, document_type, byte_start, byte_end,
          document_sha256, text_status, text_sha256, text_length, text_byte_length)
        select ${copied('document_id')}, ${copied('accession_number')}, sequence, document_type, byte_start, byte_end,
          document_sha256, text_status, text_sha256, text_length, text_byte_length
        from documents, numbered where accession_number like '0009999999-%'`
      await tx`insert into search_documents
        select ${copied('document_id')}, part, ${copied('accession_number')}, sequence, dataset, form_type, filing_date,
          ${later}, words, terms, pairs
        from search_documents, numbered where accession_number like '0009999999-%'`
      await tx`insert into search_chunks
        select ${copied('document_id')}, chunk, section_key, "start", "end", byte_start, byte_end, chunk_sha256, terms
        from search_chunks, numbered where document_id like '0009999999-%'`
      await tx`drop table numbered`
    }
  })
  await sql`vacuum analyze`
}

/** Bytes of the index on disk, with what Postgres stores beside the rows. */
export async function indexSize(sql: Sql) {
  const [row] = await sql<
    {
      documents: number
      text_bytes: number
      documents_bytes: number
      gin_bytes: number
      chunks_bytes: number
    }[]
  >`select (select count(*) from search_documents where part = 0) as documents,
      (select sum(text_byte_length)::bigint from documents) as text_bytes,
      pg_total_relation_size('search_documents') - pg_relation_size('search_documents_by_terms') as documents_bytes,
      pg_relation_size('search_documents_by_terms') as gin_bytes,
      pg_total_relation_size('search_chunks') as chunks_bytes`
  if (!row) throw new Error('nothing was indexed')
  return { ...row, index_bytes: row.documents_bytes + row.gin_bytes + row.chunks_bytes }
}
