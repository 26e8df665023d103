import { expect, test } from 'vitest'
import type { Json } from '../breaking/shape.ts'
import { HOUSE_RULES, houseFaults } from './house-rules.ts'

const page = {
  type: 'object',
  properties: { data: { type: 'array' }, has_more: {}, next_cursor: {} },
}

/** An operation with nothing wrong. */
function operation(): Json {
  return {
    operationId: 'createThing',
    summary: 'Create a thing',
    description: 'Makes a thing and says what became of it.',
    tags: ['Things'],
    'x-required-scopes': ['things:write'],
    'x-cost': 1,
    'x-billing': 'free',
    'x-problem-codes': ['unknown_field'],
    parameters: [
      { name: 'kind', in: 'query', required: true, description: 'Which.', schema: { enum: ['a'] } },
      { name: 'cursor', in: 'query', description: 'Where.', schema: { type: 'string', maxLength: 9 } },
      {
        name: 'limit',
        in: 'query',
        description: 'How many.',
        schema: { type: 'integer', maximum: 500, default: 50 },
      },
    ],
    requestBody: {
      required: true,
      content: {
        'application/json': {
          schema: {
            type: 'object',
            additionalProperties: false,
            required: ['name', 'tags'],
            properties: {
              name: { type: 'string', examples: ['x'] },
              tags: {
                type: 'array',
                items: { type: 'object', required: ['on'], properties: { on: { type: 'boolean' } } },
              },
            },
          },
        },
      },
    },
    responses: {
      200: { content: { 'application/json': { schema: page } } },
      400: { content: { 'application/problem+json': { examples: { unknown_field: {} } } } },
      401: { content: { 'application/problem+json': { examples: { missing_key: {} } } } },
      429: { content: { 'application/problem+json': { examples: { rate_limited: {} } } } },
    },
  }
}

function faultsOf(change: (one: Json) => void, path = '/v1/things') {
  const one = operation()
  change(one)
  return houseFaults({
    document: { security: [{ api_key: [] }], tags: [{ name: 'Things' }], paths: { [path]: { post: one } } },
    scopes: ['things:write'],
    problemStatuses: { unknown_field: 400 },
  })
}

const parameter = (index: number, one: Json) => (operation: Json) => {
  const list = operation.parameters as Json[]
  list[index] = { ...list[index], ...one }
}
const bodySchema = (operation: Json) =>
  ((operation.requestBody as Json).content as Record<string, { schema: Json }>)['application/json']
    ?.schema as Json

const wrong: [rule: string, message: RegExp, change: (one: Json) => void][] = [
  ['operation-id', /no|not/, (one) => Object.assign(one, { operationId: 'things' })],
  ['summary', /no title/, (one) => Object.assign(one, { summary: 'Creates a thing.' })],
  ['summary', /no title/, (one) => Object.assign(one, { summary: undefined })],
  ['description', /explains/, (one) => Object.assign(one, { description: 'A thing.' })],
  ['tag', /declared/, (one) => Object.assign(one, { tags: ['Others'] })],
  ['scope', /missing/, (one) => Object.assign(one, { 'x-required-scopes': undefined })],
  ['scope', /no scope things:all/, (one) => Object.assign(one, { 'x-required-scopes': ['things:all'] })],
  ['cost', /x-cost/, (one) => Object.assign(one, { 'x-cost': 0.5 })],
  ['cost', /x-billing/, (one) => Object.assign(one, { 'x-billing': undefined })],
  ['problem-code', /missing/, (one) => Object.assign(one, { 'x-problem-codes': [] })],
  ['problem-code', /no problem other/, (one) => Object.assign(one, { 'x-problem-codes': ['other'] })],
  ['problem-answer', /400 is no/, (one) => Object.assign(one.responses as Json, { 400: {} })],
  [
    'problem-answer',
    /no example/,
    (one) => Object.assign(one.responses as Json, { 400: { content: { 'application/problem+json': {} } } }),
  ],
  ['key-answers', /429/, (one) => void delete (one.responses as Json)['429']],
  ['success-answer', /no answer/, (one) => void delete (one.responses as Json)['200']],
  ['example', /query kind/, parameter(0, { schema: { type: 'string', maxLength: 5 } })],
  [
    'example',
    /body\.name/,
    (one) => Object.assign(bodySchema(one).properties as Json, { name: { type: 'string' } }),
  ],
  [
    'example',
    /body\.tags\[\]/,
    (one) =>
      Object.assign(bodySchema(one).properties as Json, {
        tags: { type: 'array', items: { type: 'string' } },
      }),
  ],
  ['parameter-name', /camelCase/, parameter(0, { name: 'camelCase' })],
  ['parameter-description', /query kind/, parameter(0, { description: '' })],
  ['paging', /together/, parameter(1, { name: 'page' })],
  ['paging', /maximum or default/, parameter(2, { schema: { type: 'integer', maximum: 500 } })],
  ['body-closed', /nobody knows/, (one) => void delete bodySchema(one).additionalProperties],
  ['bounded', /query cursor/, parameter(1, { schema: { type: 'string' } })],
  ['bounded', /query limit/, parameter(2, { schema: { type: 'integer', default: 5 } })],
  ['bounded', /query cursor/, parameter(1, { schema: { type: 'array', items: { type: 'string' } } })],
]

test('an operation as it should be has no fault', () => {
  expect(faultsOf(() => {})).toEqual([])
})

test.each(wrong)('%s: %s', (rule, message, change) => {
  const faults = faultsOf(change)
  expect(faults.map((fault) => fault.rule)).toContain(rule)
  expect(faults.find((fault) => fault.rule === rule)?.message).toMatch(message)
  expect(faults[0]?.at).toBe('POST /v1/things')
})

test('every rule can be broken', () => {
  expect(new Set(wrong.map(([rule]) => rule))).toEqual(new Set(Object.keys(HOUSE_RULES)))
})

test('an operationId stands once', () => {
  const faults = houseFaults({
    document: {
      security: [],
      tags: [{ name: 'Things' }],
      paths: { '/a': { post: operation() }, '/b': { post: operation() } },
    },
    scopes: ['things:write'],
    problemStatuses: { unknown_field: 400 },
  })
  expect(faults).toEqual([{ rule: 'operation-id', at: 'POST /b', message: 'createThing is also POST /a' }])
})
