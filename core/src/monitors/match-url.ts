import type { MonitorMatch } from './store.ts'

/** Path of what matched, in this API. */
export function matchUrl({
  object_id,
  accession_number,
}: Pick<MonitorMatch, 'object_id' | 'accession_number'>): string {
  return object_id.startsWith('sig_') ? `/v1/signals/${object_id}` : `/v1/filings/${accession_number}`
}
