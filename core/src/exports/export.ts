import type { Dataset } from '../dataset.ts'
import type { Range } from '../knowledge-time.ts'

export const exportFormats = ['ndjson', 'csv', 'parquet'] as const
export type ExportFormat = (typeof exportFormats)[number]

export const exportResources = ['filings', 'signals', 'facts', 'insider_transactions'] as const
export type ExportResource = (typeof exportResources)[number]

/** Which rows; a filter that a resource does not know is refused when the export is made. */
export interface ExportFilter {
  cik?: string[]
  form_type?: string[]
  accession_number?: string[]
  signal_type?: string[]
  tag?: string[]
  accepted_at?: Range
}

/** One file of an export. */
export interface ExportFile {
  name: string
  rows: number
  bytes: number
  sha256: string
}

/** What an export is made of, complete and checkable: the same request at the same `as_of` gives the same bytes. */
export interface ExportManifest {
  export_id: string
  resource: ExportResource
  format: ExportFormat
  dataset: Dataset
  filter: ExportFilter
  as_of: string
  columns: { name: string; type: ColumnType }[]
  rows: number
  files: ExportFile[]
}

export interface Export {
  id: string
  organisation_id: string
  job_id: string
  dataset: Dataset
  resource: ExportResource
  format: ExportFormat
  filter: ExportFilter
  as_of: string
  created_at: string
  /** The files are kept until then. */
  expires_at: string
  manifest: ExportManifest | null
  /** SHA-256 of the manifest's canonical JSON. */
  manifest_sha256: string | null
}

/** `json` is nested: text holding JSON in CSV and Parquet, the value itself in NDJSON. */
export type ColumnType = 'text' | 'integer' | 'number' | 'boolean' | 'timestamp' | 'date' | 'json'

export type ExportRow = Record<string, unknown>
