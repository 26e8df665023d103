/** A kind of event that an endpoint can ask for. */
export interface EventType {
  type: string
  title: string
  description: string
  /** `feed`: what became visible of the world; `account`: what concerns the organisation; `operational`: webhooks themselves. */
  group: 'feed' | 'account' | 'operational'
  /** JSON Schema of `data`. */
  data_schema: Record<string, unknown>
  /** An example of `data`. */
  example: Record<string, unknown>
}

const text = (description: string) => ({ type: 'string', description })
const moment = (description: string) => ({ type: 'string', format: 'date-time', description })
const integer = (description: string) => ({ type: 'integer', description })

function schemaOf(object: string, properties: Record<string, unknown>): Record<string, unknown> {
  return {
    type: 'object',
    required: ['object', ...Object.keys(properties)],
    properties: { object: { const: object }, ...properties },
  }
}

const FILING = {
  accession_number: text('SEC accession number.'),
  cik: { type: ['string', 'null'], description: 'Central Index Key: ten digits.' },
  form_type: { type: ['string', 'null'], description: 'Form type of the filing.' },
  accepted_at: {
    type: ['string', 'null'],
    format: 'date-time',
    description: 'When EDGAR accepted the filing.',
  },
  position: integer('Place in `GET /v1/changes`, so that polling and webhooks can be compared.'),
  url: text('Path of the object in this API.'),
}
const FILING_EXAMPLE = {
  accession_number: '0009990001-25-000003',
  cik: '0009990001',
  form_type: '10-K',
  accepted_at: '2025-02-20T21:05:00Z',
  position: 1042,
}

function filingEvent(type: string, title: string, description: string): EventType {
  return {
    type,
    title,
    description,
    group: 'feed',
    data_schema: schemaOf('filing', FILING),
    example: { object: 'filing', ...FILING_EXAMPLE, url: '/v1/filings/0009990001-25-000003' },
  }
}

function signalEvent(type: string, title: string, description: string): EventType {
  return {
    type,
    title,
    description,
    group: 'feed',
    data_schema: schemaOf('signal', {
      id: text('Id of the signal.'),
      signal_type: { type: ['string', 'null'], description: 'Type of the signal.' },
      ...FILING,
    }),
    example: {
      object: 'signal',
      id: 'sig_06fpr5v8k0ah3q7yd2m4xw9ezc',
      signal_type: 'rf_added',
      ...FILING_EXAMPLE,
      url: '/v1/signals/sig_06fpr5v8k0ah3q7yd2m4xw9ezc',
    },
  }
}

/** Every kind of event there is. A type is permanent once released; `data` only gains fields. */
export const eventTypes = [
  filingEvent('filing.published', 'Filing published', 'A filing was read and can be queried from now on.'),
  filingEvent(
    'filing.changed',
    'Filing changed',
    'EDGAR serves other bytes for a filing than those first seen.',
  ),
  filingEvent('filing.withdrawn', 'Filing withdrawn', 'EDGAR no longer serves a filing.'),
  {
    type: 'document.changed',
    title: 'Document changed',
    description: 'EDGAR serves other bytes for a document of a filing than those first seen.',
    group: 'feed',
    data_schema: schemaOf('document', { document_id: text('Accession number and sequence.'), ...FILING }),
    example: {
      object: 'document',
      document_id: '0009990001-25-000003:1',
      ...FILING_EXAMPLE,
      url: '/v1/filings/0009990001-25-000003/documents/1',
    },
  },
  signalEvent('signal.created', 'Signal created', 'A signal was found and can be queried from now on.'),
  signalEvent(
    'signal.superseded',
    'Signal superseded',
    'A signal is no longer current: a newer version of its rule, or an amendment, took its place.',
  ),
  {
    type: 'api_key.expiring',
    title: 'API key expires soon',
    description: 'A key expires in 14, 7 or 1 days.',
    group: 'account',
    data_schema: schemaOf('key', {
      id: text('Id of the key.'),
      name: text('Name of the key.'),
      expires_at: moment('When it stops working.'),
      days_left: integer('14, 7 or 1.'),
    }),
    example: {
      object: 'key',
      id: 'key_06fpr5v8k0ah3q7yd2m4xw9ezc',
      name: 'production',
      expires_at: '2026-12-01T00:00:00Z',
      days_left: 7,
    },
  },
  {
    type: 'api_key.disabled',
    title: 'API key put to rest',
    description: 'A key was disabled because nobody used it for a year.',
    group: 'account',
    data_schema: schemaOf('key', {
      id: text('Id of the key.'),
      name: text('Name of the key.'),
      reason: text('`unused`.'),
    }),
    example: { object: 'key', id: 'key_06fpr5v8k0ah3q7yd2m4xw9ezc', name: 'old', reason: 'unused' },
  },
  {
    type: 'api_key.leaked',
    title: 'API key found in public',
    description: 'A key was found where everybody can read it. One that reads live data is revoked.',
    group: 'account',
    data_schema: schemaOf('key', {
      id: text('Id of the key.'),
      name: text('Name of the key.'),
      source: text('Who found it.'),
      revoked: { type: 'boolean', description: 'Whether it was revoked.' },
    }),
    example: {
      object: 'key',
      id: 'key_06fpr5v8k0ah3q7yd2m4xw9ezc',
      name: 'production',
      source: 'github',
      revoked: true,
    },
  },
  {
    type: 'api_key.sent_in_url',
    title: 'API key sent in a URL',
    description: 'A key came in the URL of a request, which was refused. Told once for each key and day.',
    group: 'account',
    data_schema: schemaOf('key', {
      id: text('Id of the key.'),
      name: text('Name of the key.'),
      day: text('The day, UTC.'),
      request_id: text('Id of the first such request.'),
    }),
    example: {
      object: 'key',
      id: 'key_06fpr5v8k0ah3q7yd2m4xw9ezc',
      name: 'production',
      day: '2026-11-23',
      request_id: 'req_06fpr5v8k0ah3q7yd2m4xw9ezc',
    },
  },
  {
    type: 'usage.threshold_reached',
    title: 'Usage reached a threshold',
    description: 'The usage of the month reached 50, 75, 90 or 100 percent of the quota or of the spend cap.',
    group: 'account',
    data_schema: schemaOf('usage_threshold', {
      meter: text('`quota` or `spend_cap`.'),
      month: text('The calendar month in UTC, `YYYY-MM`.'),
      percent: integer('50, 75, 90 or 100.'),
      used: integer('What was used: units, or cents.'),
      limit: integer('Of how much: units, or cents.'),
    }),
    example: {
      object: 'usage_threshold',
      meter: 'quota',
      month: '2026-11',
      percent: 75,
      used: 75_012,
      limit: 100_000,
    },
  },
  {
    type: 'export.completed',
    title: 'Export completed',
    description: 'An export is ready to be downloaded, or failed.',
    group: 'account',
    data_schema: schemaOf('export', {
      id: text('Id of the export.'),
      status: text('`succeeded` or `failed`.'),
      url: text('Path of the export in this API.'),
    }),
    example: {
      object: 'export',
      id: 'exp_06fpr5v8k0ah3q7yd2m4xw9ezc',
      status: 'succeeded',
      url: '/v1/exports/exp_06fpr5v8k0ah3q7yd2m4xw9ezc',
    },
  },
  {
    type: 'monitor.matched',
    title: 'Monitor matched',
    description: 'A filing or signal matches a monitor.',
    group: 'account',
    data_schema: schemaOf('monitor_match', {
      monitor_id: text('Id of the monitor.'),
      object_id: text('Accession number of the filing, or id of the signal, that matched.'),
      url: text('Path of what matched in this API.'),
    }),
    example: {
      object: 'monitor_match',
      monitor_id: 'mon_06fpr5v8k0ah3q7yd2m4xw9ezc',
      object_id: 'sig_06fpr5v8k0ah3q7yd2m4xw9ezc',
      url: '/v1/signals/sig_06fpr5v8k0ah3q7yd2m4xw9ezc',
    },
  },
  {
    type: 'webhook_endpoint.disabled',
    title: 'Webhook endpoint disabled',
    description:
      'An endpoint gets no more events: it answered 410, or every attempt of five days failed. Other endpoints are told.',
    group: 'operational',
    data_schema: schemaOf('webhook_endpoint', {
      id: text('Id of the endpoint.'),
      disabled_reason: text('`gone` or `failing`.'),
      url: text('Path of the endpoint in this API.'),
    }),
    example: {
      object: 'webhook_endpoint',
      id: 'whk_06fpr5v8k0ah3q7yd2m4xw9ezc',
      disabled_reason: 'failing',
      url: '/v1/webhook-endpoints/whk_06fpr5v8k0ah3q7yd2m4xw9ezc',
    },
  },
  {
    type: 'webhook_delivery.exhausted',
    title: 'Webhook delivery given up',
    description: 'All ten attempts to deliver an event to an endpoint failed. Other endpoints are told.',
    group: 'operational',
    data_schema: schemaOf('webhook_delivery', {
      id: text('Id of the delivery.'),
      endpoint_id: text('Id of the endpoint.'),
      event_id: text('Id of the event that was not delivered.'),
      event_type: text('Type of that event.'),
      url: text('Path of the delivery in this API.'),
    }),
    example: {
      object: 'webhook_delivery',
      id: 'dlv_06fpr5v8k0ah3q7yd2m4xw9ezc',
      endpoint_id: 'whk_06fpr5v8k0ah3q7yd2m4xw9ezc',
      event_id: 'evt_06fpr5v8k0ah3q7yd2m4xw9ezc',
      event_type: 'signal.created',
      url: '/v1/webhook-endpoints/whk_06fpr5v8k0ah3q7yd2m4xw9ezc/deliveries/dlv_06fpr5v8k0ah3q7yd2m4xw9ezc',
    },
  },
  {
    type: 'webhook.test',
    title: 'Test event',
    description: 'Sent to one endpoint when somebody asks for it, whatever the endpoint asked for otherwise.',
    group: 'operational',
    data_schema: schemaOf('webhook_endpoint', {
      id: text('Id of the endpoint.'),
      url: text('Path of the endpoint in this API.'),
    }),
    example: {
      object: 'webhook_endpoint',
      id: 'whk_06fpr5v8k0ah3q7yd2m4xw9ezc',
      url: '/v1/webhook-endpoints/whk_06fpr5v8k0ah3q7yd2m4xw9ezc',
    },
  },
] as const satisfies readonly EventType[]

export type EventTypeName = (typeof eventTypes)[number]['type']
export const eventTypeNames: readonly EventTypeName[] = eventTypes.map(({ type }) => type)
