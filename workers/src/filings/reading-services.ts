import { openDatabase, type Sql } from '@sec-latent/core/db'
import type { FilingReading } from '@sec-latent/core/filings/reading'
import { filingStore } from '@sec-latent/core/filings/store'
import { intakeStore } from '@sec-latent/core/intake/store'
import { openObjectStore } from '@sec-latent/core/objects/open'
import type { ObjectStore } from '@sec-latent/core/objects/store'
import type { Observe } from '@sec-latent/core/observe'
import type { DependentExtractor } from '@sec-latent/core/processing/dependents'
import { processingStore } from '@sec-latent/core/processing/store'
import type { DeterministicExtractor } from '@sec-latent/core/signals/extractor'
import { extractors, rules } from '@sec-latent/core/signals/index'
import type { KnownFiling } from '@sec-latent/core/signals/known-filing'

/** What is done to a filing in a thread of its own: its text is hostile, and reading it takes a processor. */
export type ReadingJob = 'parse' | 'extract'

/** Something to be counted by the process: seconds of a step, or one more of a metric. */
export type Observed = { step: string; milliseconds: number } | { signal_type: string }

/** Where a thread finds the stores. */
export interface ReadingStores {
  databaseUrl: string
  objectStoreUrl: string
}

/** What parsing a filing and answering for its rules may use, in whichever thread. */
export interface ReadingServices {
  sql: Sql
  objects: ObjectStore
  intake: ReturnType<typeof intakeStore>
  filings: ReturnType<typeof filingStore>
  processing: ReturnType<typeof processingStore>
  /** Every extractor has a row in the ledger of a filing; the rules are those that are run here. */
  extractors: readonly DependentExtractor[]
  rules: readonly DeterministicExtractor[]
  observe: Observe
  countSignal(signalType: string): void
  read(bytes: Buffer, filedOn: string): FilingReading | Promise<FilingReading>
  /** Filings that were read a moment ago, by accession number. */
  known: {
    get(accessionNumber: string): KnownFiling | undefined
    set(accessionNumber: string, filing: KnownFiling): void
  }
}

/** The services of a thread; what is to be counted is handed to `observed`. */
export function openReadingServices(
  { databaseUrl, objectStoreUrl }: ReadingStores,
  observed: (one: Observed) => void,
  more: Pick<ReadingServices, 'read' | 'known'>,
): ReadingServices {
  const sql = openDatabase(databaseUrl, {
    max: 4,
    applicationName: 'workers: reading',
    role: 'latent_worker',
  })
  return {
    sql,
    objects: openObjectStore(objectStoreUrl),
    intake: intakeStore(sql),
    filings: filingStore(sql),
    processing: processingStore(sql),
    extractors,
    rules,
    observe: (step, milliseconds) => observed({ step, milliseconds }),
    countSignal: (signal_type) => observed({ signal_type }),
    ...more,
  }
}
