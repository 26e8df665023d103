import type { SubmissionDocument } from '../filings/filing.ts'

/** What EDGAR was found to serve for a filing after we had first seen it. */
export interface CustodyEvent {
  kind: 'changed' | 'withdrawn' | 'restored'
  submission_sha256: string | null
  submission_bytes: number | null
  noticed_at: string
}

/** Where the bytes of a filing came from and whether EDGAR still serves them. */
export interface Custody {
  first_seen_at: string
  /** Of the bytes first seen, which everything served was read from. */
  submission_sha256: string
  last_checked_at: string | null
  state: 'unchanged' | 'changed' | 'withdrawn'
  events: CustodyEvent[]
}

/** A filing EDGAR does not find this many times in a row is withdrawn; once may be a fault of the moment. */
export const MISSING_BEFORE_WITHDRAWN = 2

/** Sequences of documents whose bytes differ between two submissions, or which only one of them has. */
export function changedDocuments(
  before: readonly Pick<SubmissionDocument, 'sequence' | 'document_sha256'>[],
  after: readonly Pick<SubmissionDocument, 'sequence' | 'document_sha256'>[],
): number[] {
  const hashes = new Map(after.map(({ sequence, document_sha256 }) => [sequence, document_sha256]))
  const known = new Set(before.map(({ sequence }) => sequence))
  const changed = before.filter(({ sequence, document_sha256 }) => hashes.get(sequence) !== document_sha256)
  const added = after.filter(({ sequence }) => !known.has(sequence))
  return [...changed, ...added].map(({ sequence }) => sequence).sort((one, other) => one - other)
}

/** What the events of a filing, in order, say of what EDGAR serves now. */
export function custodyState(firstSha256: string, events: readonly CustodyEvent[]): Custody['state'] {
  const last = events.at(-1)
  if (last === undefined) return 'unchanged'
  if (last.kind === 'withdrawn') return 'withdrawn'
  return last.submission_sha256 === firstSha256 ? 'unchanged' : 'changed'
}
