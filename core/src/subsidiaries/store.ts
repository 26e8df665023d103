import type { Queryable } from '../db.ts'
import { offsetMap } from '../documents/offsets.ts'
import type { FilingRecord } from '../filings/filing.ts'
import { subjectOf } from '../filings/subject.ts'
import type { Subsidiary } from './subsidiary.ts'

const BATCH = 2_000

/** A subsidiary with its row in the text, as the API counts: code points and bytes. */
export interface SubsidiaryRecord extends Subsidiary {
  document_id: string
  byte_start: number
  byte_end: number
}

export function subsidiaryRecords(
  document_id: string,
  text: string,
  subsidiaries: readonly Subsidiary[],
): SubsidiaryRecord[] {
  if (subsidiaries.length === 0) return []
  const offsets = offsetMap(text)
  return subsidiaries.map((subsidiary) => ({
    ...subsidiary,
    document_id,
    start: offsets.codePointOf(subsidiary.start),
    end: offsets.codePointOf(subsidiary.end),
    byte_start: offsets.byteOf(subsidiary.start),
    byte_end: offsets.byteOf(subsidiary.end),
  }))
}

/** Stores the subsidiaries of one filing. Repeating it changes nothing. */
export async function insertSubsidiaries(
  tx: Queryable,
  { accession_number, filers }: FilingRecord,
  subsidiaries: readonly SubsidiaryRecord[],
): Promise<void> {
  const cik = subjectOf(filers)?.cik ?? ''
  for (let at = 0; at < subsidiaries.length; at += BATCH) {
    await tx`insert into subsidiaries ${tx(
      subsidiaries.slice(at, at + BATCH).map((row) => ({ ...row, accession_number, cik })),
    )} on conflict (document_id, position) do nothing`
  }
}
