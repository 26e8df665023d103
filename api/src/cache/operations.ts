import type { Scope } from '@sec-latent/core/accounts/scopes'
import { accessionTag, cikTag, EVERYTHING, formTag } from './tags.ts'

/** An operation as the router knows it. */
export interface Operation {
  operation_id: string
  scopes: readonly Scope[]
  cost: number
}

/** What an answer is made from, as far as its tags depend on it. */
export interface Question {
  params: Record<string, string>
  query: Record<string, unknown>
  /** The answer before it is serialised. */
  answer: Record<string, unknown>
}

export interface CachePolicy {
  /** The longest an answer lives, whatever the feed says: what the feed does not tell of may be this old. */
  maxAgeMs: number
  /** The changes of the feed that can alter the answer. */
  tags(question: Question): string[]
}

/** One filing and what was read from it. Outside the feed only `last_checked_at` of its custody moves. */
const ITEM_MS = 300_000
/** Lists say in `coverage` how far the work is, which the feed does not tell of, and resolve tickers. */
const LIST_MS = 15_000

const everything = () => [EVERYTHING]

/**
 * The operations whose answers are kept: they depend on the dataset of the key and on nothing else of the caller. Not here,
 * and so never kept: what belongs to an organisation, what is promised to be checked again each time (evidence), the feed
 * itself, the ledger, and answers that are not JSON.
 */
export const cachedOperations: Record<string, CachePolicy> = {
  getFiling: {
    maxAgeMs: ITEM_MS,
    // Which filing it amends depends on the other filings of everybody it names.
    tags: ({ answer }) => filingTags(answer),
  },
  listFilings: { maxAgeMs: LIST_MS, tags: filingListTags },
  listRelatedFilings: { maxAgeMs: LIST_MS, tags: everything },
  listDocuments: { maxAgeMs: LIST_MS, tags: ofOneFiling },
  getDocument: { maxAgeMs: ITEM_MS, tags: ofOneFiling },
  listSections: { maxAgeMs: LIST_MS, tags: ofOneFiling },
  getSection: { maxAgeMs: ITEM_MS, tags: ofOneFiling },
  listFilingFacts: { maxAgeMs: LIST_MS, tags: everything },
  listFacts: { maxAgeMs: LIST_MS, tags: everything },
  listSignals: { maxAgeMs: LIST_MS, tags: signalListTags },
  getSignal: {
    maxAgeMs: ITEM_MS,
    tags: ({ answer }) => [accessionTag(String(answer.accession_number))],
  },
  listInsiderTransactions: { maxAgeMs: LIST_MS, tags: everything },
  listBeneficialOwnership: { maxAgeMs: LIST_MS, tags: everything },
  listHoldings: { maxAgeMs: LIST_MS, tags: everything },
  listEvents: { maxAgeMs: LIST_MS, tags: everything },
  listStatements: { maxAgeMs: LIST_MS, tags: everything },
}

function ofOneFiling({ params }: Question): string[] {
  return [accessionTag(String(params.accession_number))]
}

function filingTags(filing: Record<string, unknown>): string[] {
  const filers = (filing.filers ?? []) as { cik: string }[]
  return [accessionTag(String(filing.accession_number)), ...filers.map(({ cik }) => cikTag(cik))]
}

/** A company's list changes with filings that name it, or name whoever else is named by its entries. */
function filingListTags({ query, answer }: Question): string[] {
  if (query.amends !== undefined) return [EVERYTHING]
  const entries = answer.data as Record<string, unknown>[]
  if (query.cik !== undefined && query.ticker === undefined) {
    return [...(query.cik as string[]).map(cikTag), ...entries.flatMap(filingTags)]
  }
  return formsOf(query) ?? [EVERYTHING]
}

function signalListTags({ query }: Question): string[] {
  // A percentile among peers moves with the signals of others.
  if ((query.include as string[] | undefined)?.includes('peer_percentile')) return [EVERYTHING]
  if (query.cik !== undefined && query.ticker === undefined) return (query.cik as string[]).map(cikTag)
  if (query.accession_number !== undefined) return (query.accession_number as string[]).map(accessionTag)
  return formsOf(query) ?? [EVERYTHING]
}

function formsOf(query: Record<string, unknown>): string[] | undefined {
  return (query.form_type as string[] | undefined)?.map((form) =>
    formTag(form.toUpperCase().replace(/^FORM /, '')),
  )
}
