import { Type } from 'typebox'
import { nullable, stringEnum } from '../openapi.ts'
import { anyOf, Instant, listOf, pageParameters } from '../schemas.ts'

export const KEY_ID_PATTERN = '^(?:key|sva|usr)_[0-9a-z]{26}$'
export const OPERATION_ID_PATTERN = '^[A-Za-z][A-Za-z_]{0,63}$'

export const Usage = Type.Object(
  {
    object: Type.Literal('usage'),
    period_start: Instant('Beginning of the hour, day or month, UTC.'),
    operation_id: nullable(
      Type.String({ description: 'Null unless grouped by operation.', examples: ['listFilings'] }),
    ),
    key_id: nullable(
      Type.String({
        description: 'Key, service account or user that asked. Null unless grouped by key.',
        examples: ['key_06fpr5v8k0ah3q7yd2m4xw9ezc'],
      }),
    ),
    status: nullable(
      Type.Integer({ description: 'HTTP status. Null unless grouped by status.', examples: [200] }),
    ),
    requests: Type.Integer({ description: 'Requests with a valid key, whatever the answer.' }),
    units: Type.Integer({
      description:
        'Units billed: only answers with a 2xx status cost anything, and those to test and explorer keys nothing.',
    }),
    errors: Type.Integer({ description: 'Requests answered with a status of 400 or more.' }),
    finalized: Type.Boolean({
      description:
        'True when every hour of the row is final, as invoices have it. False: it may still grow by what is on its way.',
    }),
  },
  { $id: 'Usage', description: 'What was used in an hour, a day or a month.' },
)
export const UsageList = listOf('UsageList', Usage, 'Usage of the organisation, earliest first.')

export const UsageQuery = Type.Object(
  {
    from: Type.Optional(Instant('Beginning, taken back to the full hour. Default: 30 days before `to`.')),
    to: Type.Optional(Instant('End, not included. Default: now.')),
    granularity: Type.Optional(
      stringEnum(['hour', 'day', 'month'], { default: 'day', description: 'Length of a period.' }),
    ),
    group_by: Type.Optional(
      Type.Array(stringEnum(['operation', 'key', 'status']), {
        description: 'Separate rows per operation, key or status. Default: one row per period.',
      }),
    ),
    operation_id: anyOf(
      Type.String({ pattern: OPERATION_ID_PATTERN, examples: ['listFilings'] }),
      'Operation.',
    ),
    key_id: anyOf(Type.String({ pattern: KEY_ID_PATTERN }), 'Key, service account or user.'),
    status: anyOf(Type.String({ pattern: '^[1-5][0-9]{2}$', examples: ['200'] }), 'HTTP status.'),
    format: Type.Optional(
      stringEnum(['json', 'csv', 'ndjson'], {
        description:
          'CSV (RFC 4180) and NDJSON hold all rows at once. Default: what `Accept` prefers of `application/json`, `text/csv` and `application/x-ndjson`.',
      }),
    ),
    ...pageParameters,
  },
  { additionalProperties: false },
)
