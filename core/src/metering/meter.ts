/** One answered request, as it is counted, billed and shown to its customer. */
export interface ServedRequest {
  request_id: string
  organisation_id: string
  /** The key, service account or user that asked: `key_…`, `sva_…`, `usr_…`. */
  key_id: string
  operation_id: string
  method: string
  /** Path with its query, redacted: no key, and of the parameters what the request log may keep. */
  path: string
  status: number
  /** Cost units taken from the rates. */
  cost: number
  /** Cost units billed: those of a 2xx answer to a key that is metered, else 0. */
  units: number
  /** Milliseconds since 1970, when it was answered. */
  at: number
  duration_us: number
}

/**
 * Counts requests exactly once, whatever happens to this process. What was recorded in one turn of the event loop is
 * appended to a journal with one write; only then are the answers of that turn sent.
 */
export interface Meter {
  /** Notes a request that is about to be answered. Synchronous, no wait. */
  record(request: ServedRequest): void
  /** Calls back once everything recorded so far is in the journal: in this turn's end, or at once when nothing waits. */
  afterJournal(callback: () => void): void
  /** Brings everything to Postgres; for tests and shutdown. */
  flush(): Promise<void>
  close(): Promise<void>
}
