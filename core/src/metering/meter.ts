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
  /** Under which its totals are in Postgres; limits are kept under the same name. */
  readonly epoch?: string
  /** Notes a request that is about to be answered. Synchronous, no wait. Give way to `afterJournal` before answering. */
  record(request: ServedRequest): void
  /**
   * Calls back once everything recorded so far is in the journal: in this turn's end, or at once when nothing waits. With a
   * failure nothing of it was counted, and nothing of it may be answered: the request is refused with `metering_unavailable`.
   */
  afterJournal(callback: (failure?: Error) => void): void
  /** False while the journal cannot be written, a full disk for instance: requests that would be counted are refused. */
  isAvailable(): boolean
  /** Brings everything to Postgres; for tests and shutdown. Rejects when Postgres is away. */
  flush(): Promise<void>
  /** Ships what it can within seconds and ends; what could not be shipped stays in the journal for the next start. */
  close(): Promise<void>
}
