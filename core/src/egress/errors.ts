export type EgressReason =
  /** The address itself breaks a rule; `detail` says which. */
  | 'url_not_allowed'
  /** The name stands for an address that is not public, or is our own. */
  | 'address_not_allowed'
  | 'name_not_resolved'
  | 'connect_failed'
  | 'connect_timeout'
  /** The certificate does not hold, or no common version of TLS. */
  | 'tls_failed'
  /** No answer within the time for the whole call. */
  | 'timeout'
  /** What came is not HTTP, or its headers are too large. */
  | 'response_invalid'
  /** The connection ended before the answer began. */
  | 'connection_closed'

/** Why a call to an address that a customer named did not come to an answer. `detail` may be shown to the customer. */
export class EgressError extends Error {
  override name = 'EgressError'
  readonly reason: EgressReason
  readonly detail: string

  constructor(reason: EgressReason, detail: string, cause?: unknown) {
    super(`${reason}: ${detail}`, { cause })
    this.reason = reason
    this.detail = detail
  }
}
