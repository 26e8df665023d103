import { signalTypes } from '@sec-latent/core/signals/catalogue'
import { eventTypeNames } from '@sec-latent/core/webhooks/event-types'
import { type Static, Type } from 'typebox'
import { FormType } from '../filings/schema.ts'
import { named, nullable, openEnum, stringEnum } from '../openapi.ts'
import { anyOf, Cik, CikInput, Instant, listOf, pageParameters } from '../schemas.ts'

const MAX_VALUES = 500
const MAX_GRACE_SECONDS = 604_800
const DEFAULT_GRACE_SECONDS = 86_400
const ENDPOINT_ID = 'whk_06fpr5v8k0ah3q7yd2m4xw9ezc'
const DELIVERY_ID = 'dlv_06fpr5v8k0ah3q7yd2m4xw9ezc'
const EVENT_ID = 'evt_06fpr5v8k0ah3q7yd2m4xw9ezc'
const statuses = ['pending', 'succeeded', 'failed', 'exhausted'] as const

const wishes = {
  description: Type.Optional(Type.String({ maxLength: 500, description: 'What it is for. Default: empty.' })),
  ciks: Type.Optional(
    Type.Array(CikInput, {
      maxItems: MAX_VALUES,
      description: 'Companies the events of filings, documents and signals are narrowed to; empty: any.',
    }),
  ),
  form_types: Type.Optional(
    Type.Array(FormType, {
      maxItems: MAX_VALUES,
      description: 'Form types the events of filings, documents and signals are narrowed to; empty: any.',
    }),
  ),
  signal_types: Type.Optional(
    Type.Array(stringEnum(signalTypes.map((type) => type.signal_type)), {
      maxItems: MAX_VALUES,
      description:
        'Types of signals the events of signals are narrowed to; empty: any. With some, no events of filings and documents are sent.',
    }),
  ),
}
const url = Type.String({
  minLength: 1,
  maxLength: 10_000,
  description:
    'Where events are sent: a public https address of at most 2,048 characters on port 443 or 8443, without user name and fragment.',
  examples: ['https://hooks.example.com/sec'],
})
const event_types = Type.Array(stringEnum(eventTypeNames), {
  minItems: 1,
  maxItems: eventTypeNames.length,
  uniqueItems: true,
  description: 'Types of events to be sent; `GET /v1/webhook-event-types` lists them.',
  examples: [['filing.published', 'signal.created']],
})

export const WebhookEndpointRequest = Type.Object(
  { url, event_types, ...wishes },
  { additionalProperties: false },
)
export const WebhookEndpointPatch = Type.Object(
  {
    url: Type.Optional(url),
    event_types: Type.Optional(event_types),
    ...wishes,
    status: Type.Optional(
      stringEnum(['enabled', 'disabled'], {
        description:
          'A disabled endpoint is sent nothing. Enabling it forgets its failures and sends what waits.',
      }),
    ),
  },
  { additionalProperties: false, minProperties: 1 },
)
export type WebhookEndpointPatch = Static<typeof WebhookEndpointPatch>

export const WebhookEndpoint = Type.Object(
  {
    object: Type.Literal('webhook_endpoint'),
    id: Type.String({ examples: [ENDPOINT_ID] }),
    dataset: stringEnum(['live', 'test'], { description: 'The world whose events it is sent.' }),
    url: Type.String({
      description: 'Where events are sent, as it is called: host names in punycode.',
      examples: ['https://hooks.example.com/sec'],
    }),
    description: Type.String({ description: 'What it is for.' }),
    event_types: Type.Array(openEnum(eventTypeNames), { description: 'Types of events that are sent.' }),
    ciks: Type.Array(Cik, { description: 'Companies; empty: any.' }),
    form_types: Type.Array(Type.String(), { description: 'Form types; empty: any.' }),
    signal_types: Type.Array(Type.String(), { description: 'Types of signals; empty: any.' }),
    status: stringEnum(['enabled', 'disabled'], { description: 'Whether it is sent anything.' }),
    disabled_reason: nullable(
      stringEnum(['customer', 'gone', 'failing'], {
        description:
          '`customer`: the organisation disabled it. `gone`: it answered 410. `failing`: every attempt of five days failed.',
      }),
    ),
    disabled_at: nullable(Instant('When it was disabled.')),
    failing_since: nullable(Instant('Since when every attempt has failed; null while that is not so.')),
    public_key: Type.String({
      description: 'Ed25519 key that the `v1a` signatures can be checked with.',
      examples: ['whpk_0wuRw7BBtjlB8Q7eTbSvN8iLnLs2Wh0LR8d3fNXYbhE='],
    }),
    previous_public_key: nullable(Type.String({ description: 'The one before, while a rotation lasts.' })),
    previous_secret_expires_at: nullable(
      Instant('Until when messages are signed with the previous secret too; null: they are not.'),
    ),
    created_at: Instant('When it was made. It is sent what happened afterwards.'),
    updated_at: Instant('When it was last changed.'),
  },
  { $id: 'WebhookEndpoint', description: 'An address of the organisation that events are sent to.' },
)
export const WebhookEndpointWithSecret = Type.Object(
  {
    ...WebhookEndpoint.properties,
    secret: Type.String({
      description: 'Messages are signed with it. It is shown this once; keep it where your keys are.',
      examples: ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo='],
    }),
  },
  { $id: 'WebhookEndpointWithSecret', description: 'A webhook endpoint with its new signing secret.' },
)
export const WebhookEndpointList = listOf(
  'WebhookEndpointList',
  WebhookEndpoint,
  'Webhook endpoints of the organisation, latest first.',
)
export const WebhookEndpointQuery = Type.Object({ ...pageParameters }, { additionalProperties: false })

const endpoint_id = Type.String({
  pattern: '^whk_[0-9a-z]{26}$',
  description: 'Id of a webhook endpoint.',
  examples: [ENDPOINT_ID],
})
export const WebhookEndpointParams = Type.Object({ endpoint_id }, { additionalProperties: false })
export const WebhookDeliveryParams = Type.Object(
  {
    endpoint_id,
    delivery_id: Type.String({
      pattern: '^dlv_[0-9a-z]{26}$',
      description: 'Id of a delivery.',
      examples: [DELIVERY_ID],
    }),
  },
  { additionalProperties: false },
)

export const WebhookSecretRotation = Type.Object(
  {
    grace_seconds: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: MAX_GRACE_SECONDS,
        default: DEFAULT_GRACE_SECONDS,
        description:
          'How long messages are signed with the secret before as well. 0 ends it at once, for one that leaked.',
      }),
    ),
  },
  { additionalProperties: false },
)
export { DEFAULT_GRACE_SECONDS }

const delivery = {
  object: Type.Literal('webhook_delivery'),
  id: Type.String({ examples: [DELIVERY_ID] }),
  endpoint_id: Type.String({ examples: [ENDPOINT_ID] }),
  event_id: Type.String({
    description: 'Id of the event: `webhook-id` of every attempt.',
    examples: [EVENT_ID],
  }),
  event_type: openEnum(eventTypeNames),
  status: stringEnum(statuses, {
    description:
      '`pending`: not tried yet. `succeeded`: answered with 2xx. `failed`: tried, and will be again. `exhausted`: given up.',
  }),
  attempts: Type.Integer({ description: 'Attempts so far.' }),
  next_attempt_at: nullable(Instant('When it is tried next; null: it is not.')),
  occurred_at: Instant('When the event happened.'),
  created_at: Instant('When it was queued for the endpoint.'),
  completed_at: nullable(Instant('When it succeeded or was given up.')),
}
export const WebhookDelivery = Type.Object(delivery, {
  $id: 'WebhookDelivery',
  description: 'One event on its way to one endpoint. Kept for 30 days.',
})
export const WebhookDeliveryList = listOf(
  'WebhookDeliveryList',
  WebhookDelivery,
  'Deliveries to a webhook endpoint, latest first.',
)
export const WebhookDeliveryQuery = Type.Object(
  {
    status: anyOf(stringEnum(statuses), 'Status of the delivery.'),
    event_type: anyOf(stringEnum(eventTypeNames), 'Type of the event.'),
    ...pageParameters,
  },
  { additionalProperties: false },
)

const Headers = (description: string) => Type.Record(Type.String(), Type.String(), { description })
export const WebhookAttempt = Type.Object(
  {
    object: Type.Literal('webhook_attempt'),
    id: Type.String({ examples: ['att_06fpr5v8k0ah3q7yd2m4xw9ezc'] }),
    number: Type.Integer({ description: 'Counted from 1.' }),
    started_at: Instant('When it began.'),
    duration_ms: Type.Integer({ description: 'How long it took, in milliseconds.' }),
    request: Type.Object(
      { headers: Headers('Headers that were sent.') },
      { description: 'What was sent, beside the payload of the delivery.' },
    ),
    response: nullable(
      Type.Object(
        {
          status: Type.Integer({ description: 'HTTP status.' }),
          headers: Headers('Headers that came back.'),
          body: Type.String({ description: 'The first 16 KB of what came back, as text.' }),
        },
        { description: 'What was answered; null when nothing was.' },
      ),
    ),
    error: nullable(
      openEnum(
        [
          'status',
          'redirected',
          'url_not_allowed',
          'address_not_allowed',
          'name_not_resolved',
          'connect_failed',
          'connect_timeout',
          'tls_failed',
          'timeout',
          'response_invalid',
          'connection_closed',
          'internal_error',
        ],
        { description: 'Why it failed; null: it succeeded.' },
      ),
    ),
    error_detail: nullable(Type.String({ description: 'The same in words.' })),
  },
  { $id: 'WebhookAttempt', description: 'One attempt to deliver an event.' },
)
export const WebhookDeliveryDetail = Type.Object(
  {
    ...delivery,
    payload: Type.String({ description: 'The body as it is sent: every attempt sends these bytes.' }),
    attempt_log: Type.Array(named(WebhookAttempt), {
      description: 'The attempts, first to last; the first 100 of them.',
    }),
  },
  { $id: 'WebhookDeliveryDetail', description: 'A delivery with its payload and every attempt.' },
)

export const WebhookReplayRequest = Type.Object(
  {
    since: Instant('Events that happened at or after this moment; at most 30 days ago.'),
    until: Type.Optional(Instant('Events that happened before this moment. Default: now.')),
    event_types: Type.Optional(
      Type.Array(stringEnum(eventTypeNames), {
        minItems: 1,
        maxItems: eventTypeNames.length,
        description: 'Only these types of events. Default: all.',
      }),
    ),
    only_failed: Type.Optional(
      Type.Boolean({
        description: 'Only deliveries that were given up. Default: false, everything, also what was missed.',
      }),
    ),
  },
  { additionalProperties: false },
)
export const WebhookReplay = Type.Object(
  {
    object: Type.Literal('webhook_replay'),
    endpoint_id: Type.String({ examples: [ENDPOINT_ID] }),
    queued: Type.Integer({ description: 'Events that are on their way again.' }),
    continue_since: nullable(
      Instant('There are more: ask again with this as `since`. Null: these were all.'),
    ),
  },
  { $id: 'WebhookReplay', description: 'Events of a time that are sent again.' },
)

export const WebhookEventType = Type.Object(
  {
    object: Type.Literal('webhook_event_type'),
    type: openEnum(eventTypeNames, { examples: ['signal.created'] }),
    title: Type.String(),
    description: Type.String(),
    group: stringEnum(['feed', 'account', 'operational'], {
      description:
        '`feed`: what became visible. `account`: what concerns the organisation. `operational`: webhooks themselves.',
    }),
    payload_schema: Type.Record(Type.String(), Type.Unknown(), {
      description: 'JSON Schema of the body of such a webhook.',
    }),
    example: Type.Record(Type.String(), Type.Unknown(), { description: 'An example of the body.' }),
  },
  { $id: 'WebhookEventType', description: 'A kind of event that can be sent.' },
)
export const WebhookEventTypeList = listOf(
  'WebhookEventTypeList',
  WebhookEventType,
  'Every kind of event that can be sent.',
)
