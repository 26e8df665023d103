import type { WebhookAttempt, WebhookDelivery, WebhookEndpoint } from '../types.ts'

export interface StateInWords {
  tone: 'good' | 'warning' | 'bad' | 'neutral'
  text: string
}

const DISABLED: Record<string, string> = {
  customer: 'paused',
  gone: 'paused: it answered 410',
  failing: 'paused: failed for five days',
}

/** How an endpoint is, in a word or two. */
export function endpointState(
  endpoint: Pick<WebhookEndpoint, 'status' | 'disabled_reason' | 'failing_since'>,
): StateInWords {
  if (endpoint.status === 'disabled') {
    const reason = endpoint.disabled_reason ?? 'customer'
    return { tone: reason === 'customer' ? 'neutral' : 'bad', text: DISABLED[reason] ?? 'paused' }
  }
  return endpoint.failing_since
    ? { tone: 'warning', text: 'enabled, failing' }
    : { tone: 'good', text: 'enabled' }
}

const DELIVERIES: Record<WebhookDelivery['status'], StateInWords> = {
  pending: { tone: 'neutral', text: 'pending' },
  succeeded: { tone: 'good', text: 'succeeded' },
  failed: { tone: 'warning', text: 'failed, is retried' },
  exhausted: { tone: 'bad', text: 'given up' },
}

export function deliveryState({ status }: Pick<WebhookDelivery, 'status'>): StateInWords {
  return DELIVERIES[status] ?? { tone: 'neutral', text: status }
}

/** What an attempt ended with: the status that was answered, or why there was none. */
export function attemptState({ response, error }: Pick<WebhookAttempt, 'response' | 'error'>): StateInWords {
  if (error === null) return { tone: 'good', text: String(response?.status ?? 'succeeded') }
  return { tone: 'bad', text: response ? String(response.status) : error.replaceAll('_', ' ') }
}

/** The attempts of a delivery may come to an end while somebody looks: then there is no need to look often. */
export function isUnderway({ status }: Pick<WebhookDelivery, 'status'>): boolean {
  return status === 'pending' || status === 'failed'
}

/** Indented JSON where it is JSON, and the text as it is where not. */
export function readable(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}

/** Values as somebody types them: one a line, or with commas between. */
export function parseValues(text: string): string[] {
  return [
    ...new Set(
      text
        .split(/[\n,;]+/)
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    ),
  ]
}
