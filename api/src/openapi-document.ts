import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger'
import type { OperationConfig } from './openapi.ts'
import { testScenarios } from './plugins/scenarios.ts'
import { PROBLEM_TYPE, type ProblemCode, type ProblemKind, problems } from './problems.ts'
import { API_VERSIONS, CURRENT_VERSION } from './version.ts'

const TRANSPORT_PROBLEMS: ProblemCode[] = [
  'unknown_parameter',
  'invalid_parameter',
  'duplicate_parameter',
  'invalid_request',
  'invalid_encoding',
  'malformed_request',
  'unsupported_version',
  'request_timeout',
  'uri_too_long',
  'headers_too_large',
  'misdirected_request',
  'expectation_failed',
  'method_not_allowed',
  'route_not_found',
  'internal_error',
  'unavailable',
  'overloaded',
]
const KEY_PROBLEMS: ProblemCode[] = [
  'key_in_url',
  'missing_key',
  'invalid_key',
  'key_expired',
  'key_revoked',
  'key_disabled',
  'quota_exceeded',
  'insufficient_scope',
  'ip_not_allowed',
  'live_key_in_browser',
  'organisation_disabled',
  'rate_limited',
  'concurrency_exceeded',
  'spend_cap_reached',
  'quota_unavailable',
  'metering_unavailable',
  'not_acceptable',
]
const BODY_PROBLEMS: ProblemCode[] = [
  'invalid_json',
  'unknown_field',
  'invalid_field',
  'missing_field',
  'body_too_large',
  'unsupported_media_type',
]
const CURSOR_PROBLEMS: ProblemCode[] = ['invalid_cursor', 'cursor_expired', 'cursor_filter_mismatch']
const WRITE_PROBLEMS: ProblemCode[] = [
  'idempotency_key_invalid',
  'idempotency_key_reused',
  'idempotency_in_progress',
]
const VERSION_PROBLEMS: ProblemCode[] = ['version_conflict', 'precondition_required']

/** Every problem an operation can answer with. */
export function problemCodesOf(
  config: Partial<OperationConfig> & { public?: boolean },
  schema: { body?: unknown; querystring?: unknown },
  method: string,
): ProblemCode[] {
  const query = (schema.querystring as { properties?: Record<string, unknown>; required?: string[] }) ?? {}
  const codes = new Set<ProblemCode>(TRANSPORT_PROBLEMS)
  if (!config.public) for (const code of KEY_PROBLEMS) codes.add(code)
  if (schema.body) for (const code of BODY_PROBLEMS) codes.add(code)
  if (query.properties?.cursor) for (const code of CURSOR_PROBLEMS) codes.add(code)
  if (query.required?.length) codes.add('missing_parameter')
  if (changesState(method, config)) for (const code of WRITE_PROBLEMS) codes.add(code)
  if (config.requireIfMatch) for (const code of VERSION_PROBLEMS) codes.add(code)
  for (const code of config.problems ?? []) codes.add(code)
  return [...codes]
}

/** True when the operation changes something, so that sending it twice matters. */
export function changesState(method: string, config: Partial<OperationConfig>): boolean {
  return method.toUpperCase() !== 'GET' && method.toUpperCase() !== 'HEAD' && !config.idempotent
}

const tags = [
  ['Entities', 'Companies, funds and people: everybody a filing names.'],
  ['Filings', 'Submissions as EDGAR accepted them, their documents, canonical texts and sections.'],
  ['Numbers', 'XBRL facts as filed, statements, ratios, and one number across companies.'],
  ['Search', 'Texts by what they say.'],
  ['Ownership', 'Who owns what: insiders, managers and funds.'],
  ['Events', 'Items of current reports, offerings of securities, subsidiaries.'],
  ['Signals', 'What was read out of filings, each with evidence that can be checked.'],
  ['Change', 'What became available, and what is covered.'],
  ['Delivery', 'What comes to you: webhooks, monitors, the stream, exports and the jobs that make them.'],
  ['Account', 'The organisation: its members, keys, usage, money and audit log.'],
  ['Service', 'State and contract of the API.'],
] as const

const DESCRIPTION = `The API for SEC filings and the signals hidden in them, each with a quote you can check.

Every answer says when it was true (\`as_of\`), every list says why it holds what it holds (\`coverage\`), and nothing in a
request is ignored: an unknown parameter is an error with the name that was probably meant.`

/** How the contract is made from the routes. `serverUrl` is the address customers use. */
export function openApiOptions(serverUrl: string): FastifyDynamicSwaggerOptions {
  return {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'SEC Latent Platform',
        version: CURRENT_VERSION,
        description: DESCRIPTION,
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: serverUrl }],
      tags: tags.map(([name, description]) => ({ name, description })),
      security: [{ api_key: [] }],
      components: {
        securitySchemes: {
          api_key: {
            type: 'http',
            scheme: 'bearer',
            description:
              'An API key: `Authorization: Bearer slp_live_…`. Test keys (`slp_test_…`) read fictional companies.',
          },
        },
      },
    } as never,
    refResolver: {
      buildLocalReference: (json, _baseUri, _fragment, index) => String(json.$id ?? `def-${index}`),
    },
    transform: ({ schema, url, route }) => {
      const config = (route.config ?? {}) as Partial<OperationConfig> & { public?: boolean }
      return { url, schema: { ...schema, ...extensionsOf(config, schema ?? {}, methodOf(route)) } as never }
    },
    transformObject: (document) =>
      finish((document as { openapiObject: OpenApiDocument }).openapiObject) as never,
  }
}

function methodOf({ method }: { method: string | string[] }): string {
  return [method].flat()[0] as string
}

function extensionsOf(
  config: Partial<OperationConfig> & { public?: boolean },
  schema: object,
  method: string,
) {
  return {
    ...(config.deprecated ? { deprecated: true, 'x-sunset': config.deprecated.sunset } : {}),
    ...(method === 'POST' && config.idempotent ? { 'x-idempotent': true } : {}),
    ...(changesState(method, config) ? { 'x-idempotency-key': true } : {}),
    ...(config.requireIfMatch ? { 'x-require-if-match': true } : {}),
    ...(config.priority ? { 'x-priority': config.priority } : {}),
    ...(config.public ? { security: [] } : {}),
    'x-required-scopes': config.scopes ?? [],
    'x-cost': config.cost ?? 0,
    'x-billing': config.public ? 'free' : 'Only answers with a 2xx status are billed.',
    'x-problem-codes': problemCodesOf(config, schema, method),
    ...(config.answers ? { 'x-answers': config.answers } : {}),
    ...(config.alternatives ? { 'x-alternatives': config.alternatives } : {}),
    ...(config.example ? { 'x-example': config.example } : {}),
  }
}

interface Operation {
  operationId?: string
  parameters?: { name: string; in: string; [key: string]: unknown }[]
  responses: Record<string, Record<string, unknown>>
  'x-problem-codes'?: ProblemCode[]
  'x-answers'?: Record<string, string>
  'x-alternatives'?: Record<string, string>
  'x-required-scopes'?: string[]
  [key: string]: unknown
}

export interface OpenApiDocument {
  paths: Record<string, Record<string, Operation>>
  components: Record<string, Record<string, unknown>>
  [key: string]: unknown
}

/** Adds what belongs to every operation: headers in and out, and the problems, which are shared components. */
function finish(document: OpenApiDocument): OpenApiDocument {
  document.components.headers = responseHeaders
  document.components.parameters = requestHeaders
  const used = new Set<ProblemCode>()
  const responses: Record<string, unknown> = {}
  document.components.responses = responses
  for (const operations of Object.values(document.paths)) {
    for (const operation of Object.values(operations)) {
      describeSuccess(operation)
      for (const [status, codes] of byStatus(operation['x-problem-codes'] ?? [])) {
        const name = responseName(status, codes)
        responses[name] ??= problemResponse(codes)
        operation.responses[status] = merged(operation.responses[status], name, codes)
        for (const code of codes) used.add(code)
      }
      operation.parameters = [
        ...(operation.parameters ?? []),
        { $ref: '#/components/parameters/LatentVersion' },
        { $ref: '#/components/parameters/ClientRequestId' },
        ...headerNamesOf(operation).map((name) => ({ $ref: `#/components/parameters/${name}` })),
      ] as never
    }
  }
  document.components.examples = Object.fromEntries(
    (Object.keys(problems) as ProblemCode[])
      .filter((code) => used.has(code))
      .map((code) => [code, { summary: problems[code].title, value: exampleProblem(code) }]),
  )
  return document
}

/** The further request headers an operation understands. */
function headerNamesOf(operation: Operation): (keyof typeof requestHeaders)[] {
  return [
    ...(operation['x-idempotency-key'] ? (['IdempotencyKey'] as const) : []),
    ...(operation['x-require-if-match'] ? (['IfMatchRequired'] as const) : takesIfMatch(operation)),
    ...(operation['x-required-scopes']?.length ? (['LatentTestScenario'] as const) : []),
  ]
}

function takesIfMatch(operation: Operation): ['IfMatch'] | [] {
  return operation['x-problem-codes']?.includes('version_conflict') ? ['IfMatch'] : []
}

/** A status an operation also answers in its own words keeps both forms, told apart by media type. */
function merged(
  own: Record<string, unknown> | undefined,
  name: string,
  codes: ProblemCode[],
): Record<string, unknown> {
  if (!own) return { $ref: `#/components/responses/${name}` }
  const problem = problemResponse(codes)
  return { ...own, content: { ...(own.content as object), ...(problem.content as object) } }
}

function describeSuccess(operation: Operation): void {
  const answers = operation['x-answers'] ?? {}
  delete operation['x-answers']
  const alternatives = operation['x-alternatives'] ?? {}
  delete operation['x-alternatives']
  for (const [status, response] of Object.entries(operation.responses)) {
    if (answers[status]) response.description = answers[status]
    if (status === '200') {
      const content = (response.content ?? {}) as Record<string, unknown>
      for (const [type, description] of Object.entries(alternatives)) {
        content[type] = { schema: { type: 'string', description } }
      }
      response.content = content
    }
    response.headers = Object.fromEntries(
      answerHeadersOf(operation).map((name) => [name, { $ref: `#/components/headers/${name}` }]),
    )
  }
}

function answerHeadersOf(operation: Operation): string[] {
  return [
    ...(operation['x-required-scopes']?.length ? keyedHeaders : commonHeaders),
    ...(operation['x-idempotency-key'] ? ['Idempotency-Replayed'] : []),
    ...(operation.deprecated ? ['Deprecation', 'Sunset', 'Link'] : []),
  ]
}

/** `Problem404` for what every operation can answer, `Problem404WithFilingNotFound` for those that can answer more. */
function responseName(status: string, codes: ProblemCode[]): string {
  const common = [...TRANSPORT_PROBLEMS, ...KEY_PROBLEMS] as string[]
  const special = codes.filter((code) => !common.includes(code))
  const anonymous = codes.some((code) => KEY_PROBLEMS.includes(code)) ? '' : 'Public'
  const more = special.map((code) =>
    code.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase()),
  )
  return `Problem${status}${status === '400' ? anonymous : ''}${more.length > 0 ? `With${more.join('')}` : ''}`
}

function problemResponse(codes: ProblemCode[]): Record<string, unknown> {
  const list = codes.map((code) => `- \`${code}\`: ${problems[code].title}.`).join('\n')
  const status = problems[codes[0] as ProblemCode].status
  return {
    description: list,
    headers: {
      'Request-Id': { $ref: '#/components/headers/Request-Id' },
      ...(status === 429 || status === 503
        ? { 'Retry-After': { $ref: '#/components/headers/Retry-After' } }
        : {}),
    },
    content: {
      [PROBLEM_TYPE]: {
        schema: { $ref: '#/components/schemas/Problem' },
        examples: Object.fromEntries(codes.map((code) => [code, { $ref: `#/components/examples/${code}` }])),
      },
    },
  }
}

function exampleProblem(code: ProblemCode) {
  const kind: ProblemKind = problems[code]
  return {
    type: `https://docs.sec-latent.example/docs/errors/${code}`,
    title: kind.title,
    status: kind.status,
    detail: kind.description,
    instance: '/v1/filings',
    code,
    request_id: 'req_06fpr5v8k0ah3q7yd2m4xw9ezc',
    retryable: kind.retryable ?? false,
    errors: [],
  }
}

function byStatus(codes: ProblemCode[]): [string, ProblemCode[]][] {
  const groups = new Map<string, ProblemCode[]>()
  for (const code of codes) {
    const status = String(problems[code].status)
    groups.set(status, [...(groups.get(status) ?? []), code])
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1))
}

const ifMatch = (required: boolean) => ({
  name: 'If-Match',
  in: 'header',
  required,
  description:
    'The `ETag` of the object as it was read. The change is refused when somebody changed it since.',
  schema: { type: 'string', minLength: 1 },
})

const requestHeaders = {
  LatentVersion: {
    name: 'Latent-Version',
    in: 'header',
    required: false,
    description: 'Pins the behaviour of the API to a version.',
    schema: { type: 'string', enum: [...API_VERSIONS] },
  },
  ClientRequestId: {
    name: 'Client-Request-Id',
    in: 'header',
    required: false,
    description: 'An id of your own for the request; it comes back in the answer and stands in our logs.',
    schema: { type: 'string', maxLength: 128 },
  },
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    description:
      'A name of your own for this change, best a random UUID. Sent again within 24 hours, the change does not happen again: the first answer is repeated, to the byte.',
    schema: { type: 'string', minLength: 1, maxLength: 255 },
  },
  IfMatch: ifMatch(false),
  IfMatchRequired: ifMatch(true),
  LatentTestScenario: {
    name: 'Latent-Test-Scenario',
    in: 'header',
    required: false,
    description: 'With a test key only: what goes wrong. Costs nothing.',
    schema: { type: 'string', enum: [...testScenarios] },
  },
}

const header = (description: string, example: string, type = 'string') => ({
  description,
  schema: { type, examples: [type === 'integer' ? Number(example) : example] },
})

const responseHeaders = {
  'Request-Id': header(
    'The id of this request. Quote it when you report a problem.',
    'req_06fpr5v8k0ah3q7yd2m4xw9ezc',
  ),
  ETag: header(
    'A weak validator; send it back as `If-None-Match` and a 304 costs nothing.',
    'W/"kJ8s0Jr1m2Qx7c5Zb4T0vw"',
  ),
  'Latent-Version': header('The version that answered.', CURRENT_VERSION),
  'Latent-Cost': header('Units of the monthly quota this answer cost.', '1', 'integer'),
  RateLimit: header(
    'What is left of each limit (IETF draft).',
    '"burst";r=87;t=1, "month";r=99120;t=1209600',
  ),
  'RateLimit-Policy': header(
    'The limits of the organisation (IETF draft).',
    '"burst";q=100;w=10, "month";q=100000;w=2592000',
  ),
  'Idempotency-Replayed': header('`true` when this is the answer to an earlier request.', 'true'),
  Deprecation: header('Since when the operation should not be used any more (RFC 9745).', '@1788220800'),
  Sunset: header('When it stops answering (RFC 8594).', 'Tue, 01 Jun 2027 00:00:00 GMT'),
  Link: header(
    'Pages about the deprecation, and the operation that takes its place.',
    '</v1/filings>; rel="successor-version"',
  ),
  'Retry-After': header('Seconds to wait before the request can succeed.', '1', 'integer'),
}
const commonHeaders = ['Request-Id', 'Latent-Version']
const keyedHeaders = [...commonHeaders, 'ETag', 'Latent-Cost', 'RateLimit', 'RateLimit-Policy']
