import { type Static, Type } from 'typebox'
import { anyOf, Instant, listOf, pageParameters } from '../schemas.ts'
import { KEY_ID_PATTERN, OPERATION_ID_PATTERN } from '../usage/schema.ts'

export const LoggedRequest = Type.Object(
  {
    object: Type.Literal('request'),
    request_id: Type.String({
      description: 'The `Request-Id` of the answer.',
      examples: ['req_06fpr5v8k0ah3q7yd2m4xw9ezc'],
    }),
    key_id: Type.String({
      description: 'Key, service account or user that asked.',
      examples: ['key_06fpr5v8k0ah3q7yd2m4xw9ezc'],
    }),
    operation_id: Type.String({ description: 'Operation.', examples: ['listFilings'] }),
    method: Type.String({ description: 'HTTP method.', examples: ['GET'] }),
    path: Type.String({
      description: 'Path and query, 512 characters at most. Whatever looks like a secret is left out.',
      examples: ['/v1/filings?ticker=ABCD'],
    }),
    status: Type.Integer({ description: 'HTTP status of the answer.', examples: [200] }),
    cost: Type.Integer({ description: 'Units taken from the rate limits.' }),
    units: Type.Integer({ description: 'Units billed.' }),
    answered_at: Instant('When it was answered.'),
    duration_us: Type.Integer({ description: 'Microseconds from the request to the answer.' }),
  },
  { $id: 'LoggedRequest', description: 'One request of the organisation, kept for 30 days.' },
)
export type LoggedRequest = Static<typeof LoggedRequest>
export const LoggedRequestList = listOf(
  'LoggedRequestList',
  LoggedRequest,
  'Requests of the organisation, latest first.',
)

export const RequestIdParams = Type.Object({
  request_id: Type.String({
    pattern: '^req_[0-9a-z]{26}$',
    description: 'The `Request-Id` of the answer.',
    examples: ['req_06fpr5v8k0ah3q7yd2m4xw9ezc'],
  }),
})

export const RequestLogQuery = Type.Object(
  {
    from: Type.Optional(Instant('Beginning. Default: 30 days ago.')),
    to: Type.Optional(Instant('End, not included. Default: now.')),
    status: anyOf(Type.String({ pattern: '^[1-5][0-9]{2}$', examples: ['429'] }), 'HTTP status.'),
    key_id: anyOf(Type.String({ pattern: KEY_ID_PATTERN }), 'Key, service account or user.'),
    operation_id: anyOf(
      Type.String({ pattern: OPERATION_ID_PATTERN, examples: ['listFilings'] }),
      'Operation.',
    ),
    ...pageParameters,
  },
  { additionalProperties: false },
)
