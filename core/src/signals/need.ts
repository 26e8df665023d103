import type { Queryable } from '../db.ts'
import type { StatedFact } from '../facts/stated-fact.ts'
import type { ObjectStore } from '../objects/store.ts'
import type { FilingUnderRead } from './filing-under-read.ts'
import type { ComparableFiling } from './prior.ts'

/** Where needs are met. Only filings that EDGAR accepted before the one under read may be looked at. */
export interface NeedSources {
  sql: Queryable
  objects: ObjectStore
  /** Another stored filing with the text of its main document. */
  loadFiling(accessionNumber: string): Promise<FilingUnderRead>
  /** The facts of the filing under read, as they are stored, where they are still at hand. */
  statedFacts?: readonly StatedFact[]
}

/** Earlier filings of the same company on which an answer depends. */
export interface EarlierFilings {
  form_types: readonly string[]
  /** How long before the acceptance of the filing under read. */
  days: number
  /** Whether one of them can change the answer for a filing; all do when left out. */
  matters?(filing: ComparableFiling, earlier: ComparableFiling): boolean
}

/**
 * Something a rule must be given besides the filing itself: facts, ownership lines, the report a year earlier. It is loaded
 * once per filing, however many rules need it, and counts in the input hash of each of them under its name: the same name
 * must always mean the same question.
 */
export interface Need<T> {
  name: string
  /**
   * Absent when the answer comes from the filing alone. Otherwise, when one of these arrives late, filings that were read
   * without it are read again.
   */
  earlier?: EarlierFilings
  load(filing: FilingUnderRead, sources: NeedSources): Promise<T>
  /** What of the data is hashed as input, when it is not the data itself: hashes instead of texts, ids instead of rows. */
  identity?(data: T): unknown
}

// biome-ignore lint/suspicious/noExplicitAny: a list of needs of different data
export type Needs = Readonly<Record<string, Need<any>>>
/** What is loaded for needs, under the same names. */
export type Met<N extends Needs> = { [K in keyof N]: N[K] extends Need<infer T> ? T : never }
