import type { Dataset } from '../dataset.ts'
import type { EventTypeName } from './event-types.ts'

/** Why an endpoint gets nothing: its organisation said so, it answered 410, or everything failed for five days. */
export type DisabledReason = 'customer' | 'gone' | 'failing'

/** An address of a customer and what it wants to hear of. */
export interface WebhookEndpoint {
  id: string
  dataset: Dataset
  url: string
  description: string
  event_types: EventTypeName[]
  /** They narrow the events of the feed of changes; empty: any. */
  ciks: string[]
  form_types: string[]
  /** With some, of the feed only events of signals are sent. */
  signal_types: string[]
  status: 'enabled' | 'disabled'
  disabled_reason: DisabledReason | null
  disabled_at: string | null
  /** Public half of the Ed25519 key of the messages. */
  public_key: string
  /** While a rotation lasts: the one before, and until when messages are signed with it too. */
  previous_public_key: string | null
  previous_secret_expires_at: string | null
  /** Since when every attempt has failed. */
  failing_since: string | null
  version: number
  created_at: string
  updated_at: string
}

export type DeliveryStatus = 'pending' | 'succeeded' | 'failed' | 'exhausted'

/** One event on its way to one endpoint. */
export interface WebhookDelivery {
  id: string
  endpoint_id: string
  event_id: string
  event_type: string
  status: DeliveryStatus
  attempts: number
  next_attempt_at: string | null
  occurred_at: string
  created_at: string
  completed_at: string | null
}

export interface WebhookAttempt {
  id: string
  number: number
  started_at: string
  duration_ms: number
  request_headers: Record<string, string>
  response_status: number | null
  response_headers: Record<string, string> | null
  response_body: string | null
  error: string | null
  error_detail: string | null
}
