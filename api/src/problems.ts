/**
 * Every error a client can receive. A code is permanent once released, never reused, and is the name of its page in the
 * documentation. `retryable` says whether the same request can succeed later without being changed.
 */
export interface ProblemKind {
  status: number
  title: string
  description: string
  fix: string
  retryable?: boolean
}

export const problems = {
  invalid_request: {
    status: 400,
    title: 'Several parts of the request are invalid',
    description: 'The request has problems of different kinds. Each is listed in `errors` with its own code.',
    fix: 'Repair every entry of `errors`; each names the parameter or the place in the body.',
  },
  unknown_parameter: {
    status: 400,
    title: 'Unknown parameter',
    description:
      'The query string has a parameter this operation does not know. Ignoring it would answer another question than the one asked.',
    fix: 'Use the name in `suggestion`, or remove the parameter.',
  },
  invalid_parameter: {
    status: 400,
    title: 'Invalid parameter',
    description: 'A parameter of the path or the query has a value that its type does not allow.',
    fix: 'Read `detail` and `allowed` of each entry of `errors`.',
  },
  missing_parameter: {
    status: 400,
    title: 'Missing parameter',
    description: 'A parameter the operation needs is not there.',
    fix: 'Add the parameter named in `errors`.',
  },
  duplicate_parameter: {
    status: 400,
    title: 'Parameter given twice',
    description:
      'A parameter that takes one value was given several times, so it is unclear which one is meant.',
    fix: 'Give the parameter once. Only parameters documented as lists may be repeated.',
  },
  unknown_field: {
    status: 400,
    title: 'Unknown field',
    description: 'The body has a field this operation does not know.',
    fix: 'Use the name in `suggestion`, or remove the field.',
  },
  invalid_field: {
    status: 400,
    title: 'Invalid field',
    description: 'A field of the body has a value that its type does not allow. Values are never converted.',
    fix: 'Read `detail` of each entry of `errors`; `pointer` is a JSON Pointer into the body.',
  },
  missing_field: {
    status: 400,
    title: 'Missing field',
    description: 'A field the operation needs is not in the body.',
    fix: 'Add the field named by `pointer`.',
  },
  invalid_json: {
    status: 400,
    title: 'The body is not valid JSON',
    description:
      'The body is empty, not JSON (RFC 8259), not UTF-8, nested more than 32 levels deep, or names a field twice.',
    fix: 'Send one JSON object in UTF-8.',
  },
  invalid_encoding: {
    status: 400,
    title: 'The URL is not properly encoded',
    description: 'The URL holds a broken percent escape, bytes that are not UTF-8, or a NUL character.',
    fix: 'Encode every value as UTF-8 with percent escapes.',
  },
  malformed_request: {
    status: 400,
    title: 'Malformed HTTP request',
    description: 'The request violates HTTP (RFC 9112), so that two readers could understand it differently.',
    fix: 'Use an HTTP client library; do not send contradicting headers.',
  },
  invalid_cursor: {
    status: 400,
    title: 'Invalid cursor',
    description:
      'The cursor was not made by this API for this operation and organisation, or it was altered.',
    fix: 'Pass `next_cursor` unchanged, or start again without a cursor.',
  },
  cursor_expired: {
    status: 400,
    title: 'Cursor expired',
    description: 'A cursor can be used for 72 hours.',
    fix: 'Start again without a cursor.',
  },
  cursor_filter_mismatch: {
    status: 400,
    title: 'The filter changed between pages',
    description: 'A cursor belongs to the filter, the order and the version it was made with.',
    fix: 'Repeat all parameters of the first page together with the cursor, or leave the cursor out.',
  },
  key_in_url: {
    status: 400,
    title: 'API key in the URL',
    description: 'URLs end up in logs and histories, so a key in one counts as disclosed.',
    fix: 'Send `Authorization: Bearer <key>`, and replace the key that was in the URL.',
  },
  unsupported_version: {
    status: 400,
    title: 'Unknown API version',
    description: 'The `Latent-Version` header names a version that does not exist.',
    fix: 'Use one of the versions in `allowed`, or leave the header out.',
  },
  missing_key: {
    status: 401,
    title: 'No API key',
    description: 'The request has no `Authorization: Bearer` header, or more than one.',
    fix: 'Send `Authorization: Bearer <key>`.',
  },
  invalid_key: {
    status: 401,
    title: 'Invalid API key',
    description: 'The key is malformed or unknown.',
    fix: 'Check that the whole key was copied: it has 58 characters (57 for `adm` and `exp`).',
  },
  key_expired: {
    status: 401,
    title: 'API key expired',
    description: 'The key was valid once; its time is over.',
    fix: 'Make a new key, or rotate keys before they expire.',
  },
  key_revoked: {
    status: 401,
    title: 'API key revoked',
    description: 'The key was revoked by its organisation or because it was disclosed.',
    fix: 'Make a new key.',
  },
  key_disabled: {
    status: 401,
    title: 'API key disabled',
    description: 'The key was put to rest by its organisation, or because nobody used it for a year.',
    fix: 'Enable the key again, or make a new one.',
  },
  quota_exceeded: {
    status: 402,
    title: 'Monthly quota used up',
    description: 'The organisation has used the units its plan grants for this calendar month (UTC).',
    fix: 'Wait for the next month or change the plan. Repeating the request does not help.',
  },
  insufficient_scope: {
    status: 403,
    title: 'The key lacks a scope',
    description: 'The operation needs a scope that was not granted to this key.',
    fix: 'Use a key that has the scopes in `required`.',
  },
  ip_not_allowed: {
    status: 403,
    title: 'Address not allowed',
    description: 'The key may only be used from the networks its owner listed.',
    fix: 'Call from a listed network, or change the list.',
  },
  live_key_in_browser: {
    status: 403,
    title: 'Live key in a browser',
    description: 'A live or admin key was sent by a web page, where every visitor can read it.',
    fix: 'Call the API from a server, or use a test key or an explorer key in the browser.',
  },
  route_not_found: {
    status: 404,
    title: 'No such address',
    description: 'No operation lives at this path.',
    fix: 'Compare the path with the reference; all operations begin with `/v1/`.',
  },
  entity_not_found: {
    status: 404,
    title: 'Entity not found',
    description: 'No filing known to us, as of the moment asked about, names this CIK.',
    fix: 'Check the CIK; `GET /v1/coverage` says what is covered.',
  },
  filing_not_found: {
    status: 404,
    title: 'Filing not found',
    description: 'No filing with this accession number was known, as of the moment asked about.',
    fix: 'Check the accession number and `as_of`; a test key sees only the fictional companies.',
  },
  filing_not_published: {
    status: 404,
    title: 'Filing not published yet',
    description: 'The filing is known but was not available at the moment asked about, or could not be read.',
    fix: 'Ask `GET /v1/filings/{accession_number}/processing` how far it is; try again later.',
    retryable: true,
  },
  not_a_filing_url: {
    status: 404,
    title: 'The URL names no filing',
    description: 'The URL is not one of the forms EDGAR uses for a filing.',
    fix: 'Pass an EDGAR URL with an accession number in it.',
  },
  document_not_found: {
    status: 404,
    title: 'Document not found',
    description: 'The filing has no document with this sequence number.',
    fix: 'List the documents of the filing.',
  },
  document_has_no_text: {
    status: 404,
    title: 'The document has no canonical text',
    description: 'The document is not text (an image, a spreadsheet), or its text could not be read.',
    fix: 'Look at `text_status` of the document; the original bytes are available.',
  },
  document_has_no_attachment: {
    status: 404,
    title: 'The document carries no file',
    description: 'The document is text, or the file it carries cannot be decoded.',
    fix: 'Ask for the attachments of documents whose `text_status` is `not_text`; the original bytes are available.',
  },
  text_not_found: {
    status: 404,
    title: 'Text not found',
    description: 'No visible document has a canonical text with this SHA-256.',
    fix: 'Use a `text_sha256` out of an answer of this API.',
  },
  section_not_found: {
    status: 404,
    title: 'Section not found',
    description:
      'The filing has no section with this key: this form has no such item, or it was never looked for.',
    fix: 'List the sections of the filing.',
  },
  section_has_no_text: {
    status: 404,
    title: 'The section has no text',
    description: 'The section is `absent` (the company left it out) or `failed` (it could not be found).',
    fix: 'Ask for JSON: the answer has the status and the reason.',
  },
  invalid_query: {
    status: 400,
    title: 'The query cannot be read',
    description: 'The query is unbalanced, empty, too long, or says only what must not be there.',
    fix: 'Look at `position` of the entry of `errors`: it counts characters of `q` from 0.',
  },
  diff_too_large: {
    status: 400,
    title: 'Texts too long to compare',
    description: 'One of the texts has more than five million characters.',
    fix: 'Compare a section instead of the whole document.',
  },
  signal_not_found: {
    status: 404,
    title: 'Signal not found',
    description: 'No signal with this id was known, as of the moment asked about.',
    fix: 'Check the id and `as_of`.',
  },
  signal_superseded: {
    status: 404,
    title: 'Signal superseded',
    description: 'The signal was replaced by a newer reading before the moment asked about.',
    fix: 'Ask with an `as_of` before `superseded_at`, or list the current signals of the filing.',
  },
  object_unavailable: {
    status: 503,
    title: 'Stored bytes unavailable',
    description:
      'The object store did not return the bytes, or not the right ones; a wrong copy is never served.',
    fix: 'Try again later.',
    retryable: true,
  },
  method_not_allowed: {
    status: 405,
    title: 'Method not allowed',
    description: 'The address exists but does not take this method.',
    fix: 'Use one of the methods in the `Allow` header.',
  },
  request_timeout: {
    status: 408,
    title: 'The request took too long to arrive',
    description: 'Headers or body were not complete in time.',
    fix: 'Send the request in one go.',
    retryable: true,
  },
  body_too_large: {
    status: 413,
    title: 'Body too large',
    description: 'A body may have at most 1 MiB.',
    fix: 'Send less.',
  },
  uri_too_long: {
    status: 414,
    title: 'URL too long',
    description: 'A URL may have at most 8,192 characters, and a value in the path at most 200.',
    fix: 'Ask in several requests.',
  },
  unsupported_media_type: {
    status: 415,
    title: 'Unsupported media type',
    description: 'Bodies are `application/json` in UTF-8, without a content encoding.',
    fix: 'Set `Content-Type: application/json` and leave `Content-Encoding` out.',
  },
  expectation_failed: {
    status: 417,
    title: 'Expectation failed',
    description: 'The only expectation understood is `100-continue`.',
    fix: 'Leave the `Expect` header out.',
  },
  misdirected_request: {
    status: 421,
    title: 'Wrong host',
    description: 'This server does not answer for the host the request names.',
    fix: 'Send the request to the host of the API.',
  },
  rate_limited: {
    status: 429,
    title: 'Too many requests',
    description:
      'The organisation, or an address without a valid key, sent more requests than its limit allows.',
    fix: 'Wait as long as `Retry-After` says.',
    retryable: true,
  },
  headers_too_large: {
    status: 431,
    title: 'Headers too large',
    description: 'All headers together may have 16 KiB and 200 lines.',
    fix: 'Send fewer or shorter headers.',
  },
  concurrency_exceeded: {
    status: 429,
    title: 'Too many requests at once',
    description:
      'As many requests of the organisation are being answered as its plan allows at the same time.',
    fix: 'Wait until earlier requests are answered, for `Retry-After` seconds at least.',
    retryable: true,
  },
  spend_cap_reached: {
    status: 402,
    title: 'The spend cap is reached',
    description: 'The month has cost what the organisation allowed it to cost beyond its plan.',
    fix: 'Raise the spend cap in the billing settings, or wait for the next month (UTC). Do not retry.',
  },
  quota_unavailable: {
    status: 503,
    title: 'The quota cannot be checked',
    description:
      'The central counter of the quota is away, and nothing is left that could be handed out on trust.',
    fix: 'Send the same request again after `Retry-After` seconds.',
    retryable: true,
  },
  overloaded: {
    status: 503,
    title: 'The service is overloaded',
    description:
      'The process that took the request is too busy; operations of low priority are put off first.',
    fix: 'Send the same request again after `Retry-After` seconds.',
    retryable: true,
  },
  idempotency_key_invalid: {
    status: 400,
    title: 'Invalid Idempotency-Key',
    description: 'An Idempotency-Key is 1 to 255 visible ASCII characters.',
    fix: 'Send a random UUID, a new one for every operation you want to happen once.',
  },
  idempotency_key_reused: {
    status: 422,
    title: 'Idempotency-Key was used for something else',
    description: 'The same key came with another body or parameters within 24 hours.',
    fix: 'Use a new Idempotency-Key for a new operation.',
  },
  idempotency_in_progress: {
    status: 409,
    title: 'The first request with this Idempotency-Key is still running',
    description: 'A request with the same Idempotency-Key has not been answered yet.',
    fix: 'Send the same request again after `Retry-After` seconds.',
    retryable: true,
  },
  version_conflict: {
    status: 412,
    title: 'Somebody changed it in the meantime',
    description: 'The `If-Match` of the request names another version than the one that is there.',
    fix: 'Read the object again, decide again, and send its new `ETag`.',
  },
  precondition_required: {
    status: 428,
    title: 'If-Match is required',
    description: 'The change could overwrite one that the caller has not seen.',
    fix: 'Send the `ETag` of the object as it was read in `If-Match`.',
  },
  not_acceptable: {
    status: 406,
    title: 'No such representation',
    description: 'The operation cannot answer in any media type that `Accept` allows.',
    fix: 'Accept `application/json`, or one of the media types in the reference of the operation.',
  },
  role_required: {
    status: 403,
    title: 'The role does not allow this',
    description: 'The operation is for other roles of the organisation.',
    fix: 'Ask an owner or admin of the organisation.',
  },
  sign_in_required: {
    status: 401,
    title: 'Only for people who are signed in',
    description: 'The operation acts for a person, and the request came without a session.',
    fix: 'Sign in to the portal and try again.',
  },
  organisation_disabled: {
    status: 403,
    title: 'The organisation is disabled',
    description: 'The organisation was disabled; none of its keys works.',
    fix: 'Write to support; your data is kept.',
  },
  key_not_found: {
    status: 404,
    title: 'No such key',
    description: 'The organisation has no key with this id.',
    fix: 'List the keys of the organisation.',
  },
  webhook_endpoint_not_found: {
    status: 404,
    title: 'No such webhook endpoint',
    description: 'The organisation has no webhook endpoint with this id.',
    fix: 'List the webhook endpoints of the organisation.',
  },
  webhook_endpoint_disabled: {
    status: 409,
    title: 'The webhook endpoint is disabled',
    description: 'Nothing can be sent to an endpoint that is disabled.',
    fix: 'Enable it: PATCH it with `status` `enabled`.',
  },
  webhook_url_not_allowed: {
    status: 422,
    title: 'The address cannot receive webhooks',
    description: 'Webhooks go to public https addresses only; `detail` says what is wrong with this one.',
    fix: 'Use an https URL with a public host name and port 443 or 8443, without user name and fragment.',
  },
  delivery_not_found: {
    status: 404,
    title: 'No such delivery',
    description: 'The endpoint has no delivery with this id, or it is older than 30 days.',
    fix: 'List the deliveries of the endpoint.',
  },
  monitor_not_found: {
    status: 404,
    title: 'No such monitor',
    description: 'The organisation has no monitor with this id.',
    fix: 'List the monitors of the organisation.',
  },
  export_not_found: {
    status: 404,
    title: 'No such export',
    description: 'The organisation has no export with this id.',
    fix: 'List the exports of the organisation.',
  },
  job_not_found: {
    status: 404,
    title: 'No such job',
    description: 'The organisation has no job with this id.',
    fix: 'Use the address in the `Location` header of the answer that started the job.',
  },
  job_not_finished: {
    status: 409,
    title: 'The job is not finished',
    description: 'The result is there when the job has succeeded.',
    fix: 'Ask the job again after `Retry-After` seconds.',
    retryable: true,
  },
  invoice_not_found: {
    status: 404,
    title: 'No such invoice',
    description: 'The organisation has no invoice with this id.',
    fix: 'List the invoices of the organisation.',
  },
  member_not_found: {
    status: 404,
    title: 'No such member',
    description: 'The organisation has no member with this id.',
    fix: 'List the members of the organisation.',
  },
  last_owner: {
    status: 409,
    title: 'An organisation needs an owner',
    description: 'The change would leave the organisation without an owner.',
    fix: 'Make somebody else an owner first.',
  },
  service_account_not_found: {
    status: 404,
    title: 'No such service account',
    description: 'The organisation has no service account with this id.',
    fix: 'List the service accounts of the organisation.',
  },
  request_not_found: {
    status: 404,
    title: 'No such request',
    description: 'The organisation sent no request with this id within the last 30 days.',
    fix: 'Take the id from the `Request-Id` header of an answer.',
  },
  limit_of_objects_reached: {
    status: 409,
    title: 'There are too many already',
    description: 'An organisation may have only so many of these; `detail` says how many.',
    fix: 'Delete those that are not needed, or write to support.',
  },
  privacy_request_not_found: {
    status: 404,
    title: 'No such request about personal data',
    description:
      'The organisation asked for no such export or erasure, it was done already, or its bundle has expired.',
    fix: 'List the exports and erasures of the organisation.',
  },
  internal_error: {
    status: 500,
    title: 'Internal error',
    description: 'Something failed on our side.',
    fix: 'Try again; if it persists, tell us the `request_id`.',
    retryable: true,
  },
  origin_not_allowed: {
    status: 403,
    title: 'The page may not do this',
    description:
      'A change that is made with a session must come from a page of the portal; the `Origin` header names another, or none.',
    fix: 'Send the request from the portal, or use a key or a service account.',
  },
  organisation_not_found: {
    status: 404,
    title: 'No such organisation',
    description: 'The person who is signed in belongs to no organisation with this id.',
    fix: 'Take an id out of `organisations` of `GET /v1/me`.',
  },
  sign_in_failed: {
    status: 401,
    title: 'Signing in failed',
    description: 'The credentials are wrong, or the session is over.',
    fix: 'Try again, ask for a sign-in link, or set a new password.',
  },
  sign_in_refused: {
    status: 403,
    title: 'Signing in is not possible this way',
    description: 'What was asked for is not allowed, for example before the e-mail address is confirmed.',
    fix: 'Read `detail`.',
  },
  link_not_valid: {
    status: 400,
    title: 'The link does not work any more',
    description: 'The link of a mail was used already, is over, or was meant for somebody else.',
    fix: 'Ask for a new one.',
  },
  password_not_allowed: {
    status: 422,
    title: 'The password is not good enough',
    description: 'Passwords have 12 to 128 characters and are not among those that are tried first.',
    fix: 'Choose a longer one; several words are fine.',
  },
  member_exists: {
    status: 409,
    title: 'A member already',
    description: 'Somebody with this e-mail address belongs to the organisation already.',
    fix: 'Change the role of the member instead.',
  },
  metering_unavailable: {
    status: 503,
    title: 'The request cannot be counted',
    description:
      'The journal of what is served cannot be written, so nothing that would have to be counted is answered.',
    fix: 'Send the same request again after `Retry-After` seconds. Nothing was billed.',
    retryable: true,
  },
  unavailable: {
    status: 503,
    title: 'Temporarily unavailable',
    description: 'A part the operation needs, such as the database, cannot be reached.',
    fix: 'Try again after the time in `Retry-After`.',
    retryable: true,
  },
} as const satisfies Record<string, ProblemKind>

export type ProblemCode = keyof typeof problems

/** One thing that is wrong with a request. */
export interface ProblemDetail {
  /** Name of a parameter of the path or the query. */
  parameter?: string
  /** JSON Pointer into the body. */
  pointer?: string
  /** Name of a header. */
  header?: string
  code: ProblemCode
  detail: string
  suggestion?: string
  allowed?: string[]
  /** Where in the value it is wrong: code points from 0. */
  position?: number
}

/** Thrown by whoever refuses a request; the problem handler turns it into the answer. `cause` stays on the server. */
export class ProblemError extends Error {
  override name = 'ProblemError'
  readonly code: ProblemCode
  readonly detail: string
  readonly errors: ProblemDetail[]
  readonly headers: Record<string, string>
  readonly extensions: Record<string, unknown>

  constructor(
    code: ProblemCode,
    more: {
      detail?: string
      errors?: ProblemDetail[]
      headers?: Record<string, string>
      extensions?: Record<string, unknown>
      cause?: unknown
    } = {},
  ) {
    super(code, { cause: more.cause })
    this.code = code
    this.detail = more.detail ?? problems[code].description
    this.errors = more.errors ?? []
    this.headers = more.headers ?? {}
    this.extensions = more.extensions ?? {}
  }

  /** One problem that concerns one parameter. */
  static parameter(parameter: string, detail: string, more: Partial<ProblemDetail> = {}): ProblemError {
    const code = more.code ?? 'invalid_parameter'
    return new ProblemError(code, { detail, errors: [{ parameter, detail, ...more, code }] })
  }
}

export interface ProblemBody {
  type: string
  title: string
  status: number
  detail: string
  instance: string
  code: ProblemCode
  request_id: string
  retryable: boolean
  errors: ProblemDetail[]
  [extension: string]: unknown
}

/** The body of a problem (RFC 9457). `portalUrl` has no trailing slash. */
export function problemBody(
  error: ProblemError,
  request: { id: string; path: string },
  portalUrl: string,
): ProblemBody {
  const kind: ProblemKind = problems[error.code]
  return {
    type: `${portalUrl}/docs/errors/${error.code}`,
    title: kind.title,
    status: kind.status,
    detail: error.detail,
    instance: request.path,
    code: error.code,
    request_id: request.id,
    retryable: kind.retryable ?? false,
    errors: error.errors,
    ...error.extensions,
  }
}

export const PROBLEM_TYPE = 'application/problem+json'
