import type { Queryable } from '../db.ts'
import type { ObjectStore } from '../objects/store.ts'
import { sha256 } from '../sha256.ts'
import { canonicalJson } from '../signals/fingerprint.ts'
import { encodeRows } from './encode.ts'
import type { Export, ExportFile, ExportManifest, ExportRow } from './export.ts'
import { resources } from './resources.ts'

/** Rows of one file: small enough to be held in memory with all their evidence. */
const ROWS_PER_FILE = 10_000
export const MAX_ROWS = 1_000_000

/** Why an export cannot be made; the reason is served. */
export class ExportFailure extends Error {
  override name = 'ExportFailure'
  readonly reason: 'too_many_rows'
  constructor(reason: 'too_many_rows') {
    super(reason)
    this.reason = reason
  }
}

/**
 * Writes the files of an export and returns its manifest. Files are content-addressed and everything is read as of one
 * moment, so a repetition writes the same files again and changes nothing. `advance` is told the rows so far and answers
 * false when the work is not wanted any more: then the result is undefined.
 */
export async function runExport(
  one: Export,
  { sql, objects }: { sql: Queryable; objects: ObjectStore },
  advance: (rows: number) => Promise<boolean>,
  limits: { rowsPerFile?: number; maxRows?: number } = {},
): Promise<{ manifest: ExportManifest; manifest_sha256: string } | undefined> {
  const { columns, pages } = resources[one.resource]
  const rowsPerFile = limits.rowsPerFile ?? ROWS_PER_FILE
  const files: ExportFile[] = []
  let waiting: ExportRow[] = []
  let rows = 0

  const write = async () => {
    const bytes = encodeRows(one.format, columns, waiting)
    const name = `${one.resource}-${String(files.length + 1).padStart(4, '0')}.${one.format}`
    files.push({ name, rows: waiting.length, bytes: bytes.length, sha256: await objects.put(bytes) })
    waiting = []
  }
  for await (const page of pages(sql, { dataset: one.dataset, as_of: one.as_of }, one.filter)) {
    rows += page.length
    if (rows > (limits.maxRows ?? MAX_ROWS)) throw new ExportFailure('too_many_rows')
    waiting.push(...page)
    if (waiting.length >= rowsPerFile) await write()
    if (!(await advance(rows))) return undefined
  }
  // An export of nothing has one file without rows, so that its columns are told.
  if (waiting.length > 0 || files.length === 0) await write()
  const { id: export_id, resource, format, dataset, filter, as_of } = one
  const manifest: ExportManifest = {
    ...{ export_id, resource, format, dataset, filter, as_of },
    columns: Object.entries(columns).map(([name, type]) => ({ name, type })),
    rows,
    files,
  }
  return { manifest, manifest_sha256: sha256(canonicalJson(manifest as never)) }
}
