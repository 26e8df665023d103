import type { Queryable } from '../../db.ts'
import type { ObjectStore } from '../../objects/store.ts'

/** The stores after every filing of a corpus went through the pipeline. */
export interface ReadCorpus {
  sql: Queryable
  objects: ObjectStore
  dataset: 'live' | 'test'
}

/** What a filer or the SEC says about a filing, and what the signal says of the same thing. */
export interface LabelledCase {
  accession_number: string
  /** What of the filing, where it has several. */
  subject: string | null
  label: string | number | boolean
  /** Null when the extractor gave no signal for it. */
  signal: string | number | boolean | null
}

/**
 * A signal type graded against words of somebody else: header items, XBRL flags, codes of a form. The label must not be what
 * the rule itself reads; where both come from the same filing, from another part of it.
 */
export interface SignalLabel {
  /** Such as `auditor_change against header item 4.01`. */
  name: string
  signal_type: string
  /** Where the label comes from, for the accuracy page. */
  source: string
  /** Which labels and signals count as positive, for precision and recall. Absent: agreement is all there is. */
  positive?(value: string | number | boolean): boolean
  /** Whether label and signal say the same; equality when left out. */
  agrees?(label: string | number | boolean, signal: string | number | boolean): boolean
  cases(corpus: ReadCorpus): Promise<LabelledCase[]>
}
