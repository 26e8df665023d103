/** Why a piece of evidence does not hold. Codes are permanent: they appear in the processing ledger and on the wire. */
export type EvidenceFault =
  | 'text_hash_mismatch'
  | 'source_hash_mismatch'
  | 'out_of_range'
  | 'splits_character'
  | 'quote_mismatch'
  | 'byte_range_mismatch'
  | 'value_mismatch'
  | 'path_not_found'
  | 'source_unavailable'
  | 'source_unreadable'
  | 'no_evidence'

/** Evidence that does not slice back exactly. A signal that carries it is never stored. */
export class EvidenceError extends Error {
  readonly reason: EvidenceFault
  constructor(reason: EvidenceFault, message: string) {
    super(message)
    this.name = 'EvidenceError'
    this.reason = reason
  }
}
