import type { EgressClient } from '../egress/client.ts'
import { EgressError } from '../egress/errors.ts'
import type { Sealer } from '../secrets/seal.ts'
import { currentTraceparent } from '../traces/current.ts'
import type { AttemptOutcome, ClaimedDelivery } from './dispatch-store.ts'
import { secretPlace } from './endpoint-store.ts'
import { retryAfterOf } from './schedule.ts'
import { type SigningSecret, signatureHeaders } from './signature.ts'

/** So much of an answer is kept in the log. */
const LOGGED_BODY_BYTES = 16_384
const LOGGED_HEADER_CHARS = 1_024
const LOGGED_HEADERS = 50
const USER_AGENT = 'SEC-Latent-Platform-Webhooks/1'

/** Sends a delivery once. Never throws: what goes wrong is the outcome. */
export async function attemptDelivery(
  delivery: ClaimedDelivery,
  {
    egress,
    sealer,
    now = () => new Date(),
  }: {
    egress: Pick<EgressClient, 'post'>
    sealer: Sealer
    now?: () => Date
  },
): Promise<AttemptOutcome> {
  const started_at = now()
  const started = performance.now()
  let request_headers: Record<string, string> = {}
  const outcome = (more: Pick<AttemptOutcome, 'response' | 'error' | 'error_detail' | 'retry_after_ms'>) => ({
    started_at,
    finished_at: now(),
    duration_ms: Math.round(performance.now() - started),
    request_headers,
    ...more,
  })
  try {
    request_headers = {
      'content-type': 'application/json',
      'user-agent': USER_AGENT,
      // Nothing is decoded, so nothing should come encoded.
      'accept-encoding': 'identity',
      ...traceHeader(),
      ...signatureHeaders(
        { id: delivery.event_id, body: delivery.payload, at: started_at },
        secretsOf(delivery, sealer),
      ),
    }
    const answer = await egress.post(delivery.url, { headers: request_headers, body: delivery.payload })
    const { status, headers } = answer
    const ok = status >= 200 && status < 300
    return outcome({
      response: { status, headers: loggedHeaders(headers), body: loggedBody(answer) },
      error: ok ? null : status >= 300 && status < 400 ? 'redirected' : 'status',
      error_detail: ok ? null : detailOf(status),
      retry_after_ms: ok ? undefined : retryAfterOf(headers['retry-after'], now()),
    })
  } catch (error) {
    const known = error instanceof EgressError
    return outcome({
      response: null,
      error: known ? error.reason : 'internal_error',
      error_detail: known ? error.detail : 'The attempt failed on our side.',
      retry_after_ms: undefined,
    })
  }
}

/** The receiver may go on with the trace, as it could with any other request. */
function traceHeader(): Record<string, string> {
  const traceparent = currentTraceparent()
  return traceparent === undefined ? {} : { traceparent }
}

function secretsOf(delivery: ClaimedDelivery, sealer: Sealer): SigningSecret[] {
  return [delivery.secret_sealed, delivery.previous_secret_sealed]
    .filter((sealed) => sealed !== null)
    .map((sealed) => JSON.parse(sealer.open(sealed, secretPlace(delivery.endpoint_id))) as SigningSecret)
}

function detailOf(status: number): string {
  if (status === 410) return 'The receiver said that it is gone (410): the endpoint is disabled.'
  if (status >= 300 && status < 400) return `Redirects are not followed (${status}).`
  return `The receiver answered ${status}; only 2xx counts as received.`
}

function loggedHeaders(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers)
      .slice(0, LOGGED_HEADERS)
      .map(([name, value]) => [name, storable(value.slice(0, LOGGED_HEADER_CHARS))]),
  )
}

function loggedBody({ headers, body }: { headers: Record<string, string>; body: Buffer }): string {
  const encoding = headers['content-encoding'] ?? 'identity'
  if (encoding !== 'identity') return `(${body.length} bytes, ${storable(encoding.slice(0, 100))})`
  return storable(body.subarray(0, LOGGED_BODY_BYTES).toString('utf8'))
}

/** Postgres stores no NUL. */
function storable(text: string): string {
  return text.replaceAll('\0', '\ufffd')
}
