import { Type } from 'typebox'
import { nullable, stringEnum } from '../openapi.ts'
import { anyOf, Instant, listOf, pageParameters } from '../schemas.ts'

export const Usage = Type.Object(
  {
    object: Type.Literal('usage'),
    period_start: Instant('Beginning of the hour or day, UTC.'),
    operation_id: nullable(
      Type.String({ description: 'Null unless grouped by operation.', examples: ['listFilings'] }),
    ),
    key_id: nullable(Type.String({ description: 'Null unless grouped by key.' })),
    requests: Type.Integer({ description: 'Requests with a valid key, whatever the answer.' }),
    cost: Type.Integer({ description: 'Units billed: only answers with a 2xx status cost anything.' }),
    errors: Type.Integer({ description: 'Requests answered with a status of 400 or more.' }),
  },
  { $id: 'Usage', description: 'What was used in an hour or a day.' },
)
export const UsageList = listOf('UsageList', Usage, 'Usage of the organisation, earliest first.')

export const UsageQuery = Type.Object(
  {
    from: Type.Optional(Instant('Beginning, taken back to the full hour. Default: 30 days before `to`.')),
    to: Type.Optional(Instant('End, not included. Default: now.')),
    granularity: Type.Optional(
      stringEnum(['day', 'hour'], { default: 'day', description: 'Length of a period.' }),
    ),
    group_by: Type.Optional(
      Type.Array(stringEnum(['operation', 'key']), {
        description: 'Separate rows per operation, per key, or both. Default: one row per period.',
      }),
    ),
    operation_id: anyOf(
      Type.String({ pattern: '^[A-Za-z]{1,64}$', examples: ['listFilings'] }),
      'Operation.',
    ),
    key_id: anyOf(Type.String({ pattern: '^key_[0-9a-z]{26}$' }), 'Key.'),
    ...pageParameters,
  },
  { additionalProperties: false },
)
