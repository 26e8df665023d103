import type { TableSize } from './database-sizes.ts'
import type { Family } from './families.ts'

/** What one filing of a family has on average. */
export interface MeasuredFamily {
  /** How many were measured. */
  filings: number
  /** The full submission, as EDGAR gives it. */
  submission_bytes: number
  /** All objects of the filing in the object store, as they are stored there, which is not compressed. */
  object_bytes: number
  /** The same objects by gzip, each for itself: what compressing them would save. */
  object_gzip_bytes: number
  objects: number
  signals: number
  facts: number
  /** Processor time of the worker, from the announcement to the publication. */
  cpu_ms: number
  postgres_cpu_ms: number
  /** Of each table with its indexes and what lies outside of its rows. */
  tables: Record<string, number>
}

/** What `npm run capacity` read off a Postgres and an object store that a worker had filled with real filings. */
export interface MeasuredFilings {
  measured_on: string
  command: string
  postgres: string
  filings: number
  /** Submissions of the corpus that were not published. */
  refused: number
  /** Of the tables that grow with those who file. */
  bytes_per_filer: number
  request_log_bytes: number
  worker_idle_bytes: number
  worker_peak_bytes: number
  families: Partial<Record<Family, MeasuredFamily>>
  /** After the rows were given again until there were some thousand filings. */
  tables: Record<string, TableSize>
}
