import { createHash } from 'node:crypto'
import type { Dataset } from '../dataset.ts'
import { idOf } from '../ids.ts'
import { type EventTypeName, eventTypes } from './event-types.ts'

/** The version of the API whose words events use. */
export const EVENT_API_VERSION = '2026-11-01'
/** What Standard Webhooks recommends at most; what is larger is fetched by the ids. */
export const MAX_PAYLOAD_BYTES = 20_480

/** What is sent: what happened and to what, not the thing itself. */
export interface WebhookEvent {
  /** The same for every attempt and every endpoint: `webhook-id`. */
  id: string
  type: EventTypeName
  created_at: string
  api_version: string
  dataset: Dataset
  data: { object: string; [field: string]: unknown }
}

/** An event ready to be handed to endpoints. `payload` is the body: every attempt sends these bytes. */
export interface PreparedEvent {
  event_id: string
  event_type: EventTypeName
  occurred_at: string
  /** Its place in the feed of changes, if it is of the feed. */
  position: number | null
  payload: string
}

/**
 * The id of an event follows from what happened, so that an event that is handed out twice is one event. `key` says what
 * happened, and that it happened once. With the moment it happened ids sort by it; without, they sort in no order.
 */
export function eventId(key: readonly string[], occurredAt?: string): string {
  const hash = createHash('sha256').update(JSON.stringify(key)).digest()
  const time = occurredAt === undefined ? hash.readUIntBE(hash.length - 6, 6) : Date.parse(occurredAt)
  return idOf('evt', time, hash)
}

/** Writes the body. Throws when it is larger than a webhook should be: a mistake of whoever made the event. */
export function prepareEvent(
  event: Omit<WebhookEvent, 'api_version'> & { position?: number },
): PreparedEvent {
  const { id, type, created_at, dataset, data, position = null } = event
  const payload = JSON.stringify({ id, type, created_at, api_version: EVENT_API_VERSION, dataset, data })
  if (Buffer.byteLength(payload) > MAX_PAYLOAD_BYTES) {
    throw new Error(`an event of type ${type} is larger than ${MAX_PAYLOAD_BYTES} bytes`)
  }
  return { event_id: id, event_type: type, occurred_at: created_at, position, payload }
}

/** JSON Schema of the body of a type of events. */
export function payloadSchemaOf(type: EventTypeName): Record<string, unknown> {
  return {
    type: 'object',
    required: ['id', 'type', 'created_at', 'api_version', 'dataset', 'data'],
    properties: {
      id: { type: 'string', description: 'Id of the event; the same for every attempt and every endpoint.' },
      type: { const: type },
      created_at: { type: 'string', format: 'date-time', description: 'When it happened.' },
      api_version: { type: 'string', description: 'Version of the API whose words it uses.' },
      dataset: { enum: ['live', 'test'], description: 'The world it belongs to.' },
      data: eventTypes.find((one) => one.type === type)?.data_schema,
    },
  }
}

/** An example of such a body. */
export function exampleOf(type: EventTypeName): Record<string, unknown> {
  return {
    id: 'evt_06fpr5v8k0ah3q7yd2m4xw9ezc',
    type,
    created_at: '2026-11-22T12:00:02Z',
    api_version: EVENT_API_VERSION,
    dataset: 'live',
    data: eventTypes.find((one) => one.type === type)?.example,
  }
}
