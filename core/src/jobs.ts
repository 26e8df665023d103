import { type Static, type TSchema, Type } from 'typebox'

const Dataset = Type.Union([Type.Literal('live'), Type.Literal('test')])
const DiscoverySource = Type.Union([
  Type.Literal('latest_filings'),
  Type.Literal('submissions_json'),
  Type.Literal('daily_index'),
  Type.Literal('full_index'),
  Type.Literal('feed_archive'),
  Type.Literal('company_tickers'),
])
const Filing = Type.Object({ dataset: Dataset, accession_number: Type.String() })

/** Every job of the pipeline with its payload. Payloads carry ids, not documents; new fields must be optional. */
export const jobs = {
  /** Reads one discovery source and records every accession number it names. */
  'discover-filings': Type.Object({
    dataset: Dataset,
    source: DiscoverySource,
    /** A CIK, a date, `2024-Q1`, `latest`, or `all`. */
    key: Type.String(),
  }),
  /** The same for sources of history, of which one takes minutes. */
  'discover-history': Type.Object({ dataset: Dataset, source: DiscoverySource, key: Type.String() }),
  'fetch-filing': Filing,
  'parse-filing': Filing,
  'extract-signals': Type.Object({
    ...Filing.properties,
    /** The filing was answered before: it waits a little for what else may come, and behind those that were not. */
    again: Type.Optional(Type.Boolean()),
  }),
  'publish-filing': Filing,
  /** Asks Claude for the answers about a filing that wait for it. */
  'ask-claude': Filing,
  /** Sends and takes in message batches, and asks again for what was unavailable. */
  'poll-claude': Type.Object({}),
  /** Asks EDGAR for the bytes of a published filing again and notes what became of them. */
  'recheck-filing': Filing,
  /** Chooses the filings whose bytes are due to be looked at again. */
  'recheck-filings': Type.Object({ dataset: Dataset }),
  /** Reads filings again whose answers are of another version of an extractor than the one that runs. */
  'backfill-extractors': Type.Object({}),
  /** Issues the invoices of last month once all its usage is final. */
  'issue-invoices': Type.Object({}),
  /** Brings smaller plans into force whose month has begun. */
  'apply-plan-changes': Type.Object({}),
  /** Tells the payment service of usage, customers and invoices. */
  'export-to-stripe': Type.Object({}),
  /** Counts how the extractors answered over whole datasets. */
  'count-answers': Type.Object({}),
  /** Makes the files of an export. */
  'run-export': Type.Object({ job_id: Type.String() }),
  /** Notes which changes of the feed the monitors of customers ask for. */
  'match-monitors': Type.Object({}),
  /** Announces again the work of customers of which nothing was heard for a while. */
  'reconcile-customer-jobs': Type.Object({}),
  /** Sums the counters of what was served into hours, and makes hours final. */
  'roll-up-usage': Type.Object({}),
  /** Puts old counters of usage together, and compares them with what was rolled up. */
  'keep-usage': Type.Object({}),
  /** Deletes the answers kept for Idempotency-Keys that have passed their time. */
  'expire-idempotency-keys': Type.Object({}),
  /** Makes and drops the days of the request log. */
  'keep-request-log': Type.Object({}),
  /** Finds out which organisations used up a share of what they may use, and has them told. */
  'send-usage-alerts': Type.Object({}),
  /** Announces again what the queue should hold and does not. */
  'reconcile-intake': Type.Object({}),
  /** Notes which keys end soon, and puts those to rest that nobody uses. */
  'notify-key-expiry': Type.Object({}),
  /** Mails what organisations should be told. */
  'send-notifications': Type.Object({}),
  /** Replaces the key of access tokens when its time is over. */
  'rotate-signing-keys': Type.Object({}),
  /** Removes sessions and links of mails whose time is over. */
  'forget-sessions': Type.Object({}),
  /** Makes bundles of personal data and erases whoever asked for it. */
  'serve-privacy-requests': Type.Object({}),
  /** Signs where the chains of the audit log end. */
  'anchor-audit': Type.Object({}),
  /** Computes every chain of the audit log again. */
  'verify-audit': Type.Object({}),
  /** Makes partitions of the audit log ahead and removes those that have passed their time. */
  'retain-audit': Type.Object({}),
  /** Mails those who run the installation what was done to it the day before. */
  'send-operations-digest': Type.Object({}),
  /** Asks every source that is polled to be read again. */
  'poll-sources': Type.Object({ dataset: Dataset, source: DiscoverySource }),
} as const satisfies Record<string, TSchema>

export type JobName = keyof typeof jobs
export type JobPayload<N extends JobName> = Static<(typeof jobs)[N]>
