import { describe, expect, it } from 'vitest'
import { contractDocument } from '../../api/src/contract.ts'
import { breakages } from './compare.ts'

type Json = Record<string, unknown>

function contract(): Json {
  return {
    paths: {
      '/v1/things': {
        get: {
          operationId: 'listThings',
          'x-required-scopes': ['things:read'],
          'x-cost': 1,
          parameters: [
            { name: 'kind', in: 'query', schema: { type: 'string', enum: ['a', 'b'] } },
            {
              name: 'limit',
              in: 'query',
              schema: { type: 'integer', minimum: 1, maximum: 500, default: 50 },
            },
          ],
          responses: { 200: { $ref: '#/components/responses/Things' }, 404: {} },
        },
        post: {
          operationId: 'makeThing',
          requestBody: {
            required: true,
            content: { 'application/json': { schema: { $ref: '#/components/schemas/NewThing' } } },
          },
          responses: {
            200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } } },
          },
        },
      },
    },
    components: {
      responses: {
        Things: {
          content: {
            'application/json': { schema: { type: 'array', items: { $ref: '#/components/schemas/Thing' } } },
          },
        },
      },
      schemas: {
        NewThing: {
          type: 'object',
          required: ['name'],
          properties: { name: { type: 'string', maxLength: 10 } },
        },
        Thing: {
          type: 'object',
          required: ['id', 'state'],
          properties: {
            id: { type: 'string' },
            state: { type: 'string', enum: ['on', 'off'] },
            open: { type: 'string', 'x-extensible-enum': ['x'] },
            parent: { $ref: '#/components/schemas/Thing' },
            either: { anyOf: [{ type: 'string' }, { type: 'null' }] },
          },
        },
      },
    },
  }
}

/** Sets or removes (`undefined`) one place of a fresh copy of the contract. */
function changed(path: string, value: unknown): Json {
  const copy = structuredClone(contract())
  const steps = path.split('.')
  const last = steps.pop() as string
  const holder = steps.reduce<Json>((found, step) => found[step.replaceAll('~', '.')] as Json, copy)
  if (value === undefined) delete holder[last]
  else holder[last] = value
  return copy
}

const LIST = 'paths./v1/things.get'
const THING = 'components.schemas.Thing'

const breaking: [title: string, path: string, value: unknown, change: RegExp][] = [
  ['an operation that is gone', 'paths./v1/things.post', undefined, /operation is gone/],
  ['a path that is gone', 'paths./v1/things', undefined, /operation is gone/],
  ['a renamed operation', `${LIST}.operationId`, 'getThings', /renames/],
  ['a new scope', `${LIST}.x-required-scopes`, ['things:read', 'more:read'], /more:read/],
  ['a higher cost', `${LIST}.x-cost`, 5, /costs 5/],
  ['a parameter that is gone', `${LIST}.parameters`, [], /parameter is gone/],
  ['a parameter that became required', `${LIST}.parameters.0.required`, true, /became required/],
  [
    'a new required parameter',
    `${LIST}.parameters.2`,
    { name: 'q', in: 'query', required: true, schema: {} },
    /required/,
  ],
  ['a value no longer taken', `${LIST}.parameters.0.schema.enum`, ['a'], /no longer takes b/],
  ['a lower maximum', `${LIST}.parameters.1.schema.maximum`, 100, /maximum is now 100/],
  ['a higher minimum', `${LIST}.parameters.1.schema.minimum`, 10, /minimum is now 10/],
  ['another default', `${LIST}.parameters.1.schema.default`, 10, /default/],
  ['another type of a parameter', `${LIST}.parameters.1.schema.type`, 'boolean', /no longer takes integer/],
  ['a new pattern', `${LIST}.parameters.0.schema.pattern`, '^a', /pattern/],
  ['a field of the body that is gone', 'components.schemas.NewThing.properties', {}, /field is gone/],
  [
    'a new required field of the body',
    'components.schemas.NewThing.required',
    ['name', 'size'],
    /became required/,
  ],
  ['a shorter maximum of a field', 'components.schemas.NewThing.properties.name.maxLength', 5, /maxLength/],
  ['an answer that is gone', `${LIST}.responses.200`, undefined, /answer is gone/],
  ['a field of an answer that is gone', `${THING}.properties.id`, undefined, /field is gone/],
  ['a field that may be missing', `${THING}.required`, ['id'], /may now be missing/],
  ['a field that may be null', `${THING}.properties.id.type`, ['string', 'null'], /can now be null/],
  [
    'a new value of a closed list',
    `${THING}.properties.state.enum`,
    ['on', 'off', 'idle'],
    /can now be idle/,
  ],
  ['a new alternative', `${THING}.properties.either.anyOf.2`, { type: 'number' }, /new alternative/],
]

const harmless: [title: string, path: string, value: unknown][] = [
  ['nothing', 'openapi', '3.1.0'],
  ['a new operation', 'paths./v1/more', { get: { operationId: 'listMore', responses: {} } }],
  ['a new optional parameter', `${LIST}.parameters.2`, { name: 'q', in: 'query', schema: {} }],
  ['a new value of a parameter', `${LIST}.parameters.0.schema.enum`, ['a', 'b', 'c']],
  ['a higher maximum', `${LIST}.parameters.1.schema.maximum`, 1000],
  ['a new field of an answer', `${THING}.properties.extra`, { type: 'string' }],
  ['a field that is always there now', `${THING}.required`, ['id', 'state', 'open']],
  ['a new value of an open list', `${THING}.properties.open.x-extensible-enum`, ['x', 'y']],
  ['fewer values of an answer', `${THING}.properties.state.enum`, ['on']],
  ['a lower cost', `${LIST}.x-cost`, 0],
  ['a field of the body no longer required', 'components.schemas.NewThing.required', []],
  ['a problem that is gone', `${LIST}.responses.404`, undefined],
]

describe('a client breaks on', () => {
  it.each(breaking)('%s', (_title, path, value, change) => {
    const found = breakages(contract(), changed(path, value))
    expect(found.map((one) => one.change).join('\n')).toMatch(change)
  })
})

describe('no client breaks on', () => {
  it.each(harmless)('%s', (_title, path, value) => {
    expect(breakages(contract(), changed(path, value))).toEqual([])
  })
})

describe('our contract', () => {
  it('breaks nobody by being compared with itself, and everybody by losing a field', async () => {
    const document = (await contractDocument()) as Json
    expect(breakages(document, structuredClone(document))).toEqual([])
    const poorer = structuredClone(document) as { components: { schemas: { Filing: { properties: Json } } } }
    delete poorer.components.schemas.Filing.properties.accepted_at
    const places = breakages(document, poorer as never).map((one) => one.path)
    expect(places).toContain('GET /v1/filings 200/data/*/accepted_at')
    expect(places).toContain('GET /v1/filings/{accession_number}/related 200/data/*/filing/accepted_at')
  })
})
