import { describe, expect, it, test } from 'vitest'
import { type Contract, compareContracts } from './compare.ts'
import { RULES, type RuleId } from './rules.ts'
import type { Json } from './shape.ts'

const TODAY = new Date('2026-12-01T00:00:00Z')

/** A contract with one of everything the rules look at. */
function contract(): Json {
  return {
    security: [{ api_key: [] }],
    paths: {
      '/v1/things': {
        get: {
          operationId: 'listThings',
          'x-required-scopes': ['things:read'],
          'x-cost': 1,
          'x-problem-codes': ['unknown_parameter', 'invalid_cursor'],
          parameters: [
            { name: 'kind', in: 'query', schema: { type: 'string', enum: ['a', 'b'] } },
            {
              name: 'limit',
              in: 'query',
              schema: { type: 'integer', minimum: 1, maximum: 500, default: 50 },
            },
            {
              name: 'ticker',
              in: 'query',
              schema: { type: 'string', pattern: '^[A-Z]+$', format: 'ticker' },
            },
            { name: 'since', in: 'query', required: true, schema: { type: 'string' } },
            { name: 'sort', in: 'query', schema: { type: 'string', 'x-extensible-enum': ['up', 'down'] } },
            { name: 'old', in: 'query', deprecated: true, 'x-sunset': '2026-10-01', schema: {} },
            { $ref: '#/components/parameters/Version' },
          ],
          responses: { 200: { $ref: '#/components/responses/Things' }, 404: {} },
        },
        post: {
          operationId: 'createThing',
          'x-problem-codes': ['unknown_field', 'invalid_cursor'],
          requestBody: {
            required: true,
            content: {
              'application/json': { schema: { $ref: '#/components/schemas/NewThing' } },
              'application/x-ndjson': {},
            },
          },
          responses: {
            201: {
              headers: { Location: { required: true, schema: { type: 'string' } } },
              content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } },
            },
          },
        },
      },
      '/v1/things/{id}': {
        get: {
          operationId: 'getThing',
          parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
          responses: {
            200: {
              content: {
                'application/json': { schema: { $ref: '#/components/schemas/Thing' } },
                'text/plain': { schema: { type: 'string' } },
              },
            },
          },
        },
        delete: {
          operationId: 'deleteThing',
          deprecated: true,
          'x-sunset': '2026-11-30',
          parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
          responses: { 204: {} },
        },
        patch: {
          operationId: 'updateThing',
          deprecated: true,
          'x-sunset': '2027-11-30',
          parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
          requestBody: { content: { 'application/json': { schema: { type: 'object' } } } },
          responses: { 204: {} },
        },
      },
      '/v1/health': { get: { operationId: 'getHealth', security: [], responses: { 200: {} } } },
    },
    components: {
      parameters: { Version: { name: 'Latent-Version', in: 'header', schema: { enum: ['2026-11-01'] } } },
      responses: {
        Things: {
          headers: { ETag: { $ref: '#/components/headers/ETag' } },
          content: { 'application/json': { schema: { $ref: '#/components/schemas/ThingList' } } },
        },
      },
      headers: { ETag: { schema: { type: 'string' } } },
      schemas: {
        NewThing: {
          type: 'object',
          required: ['name'],
          properties: {
            name: { type: 'string', maxLength: 10 },
            note: { type: ['string', 'null'] },
            tags: { type: 'array', items: { type: 'string' }, maxItems: 5 },
            size: { type: 'integer', default: 3, multipleOf: 2 },
            target: {
              oneOf: [
                { type: 'object', properties: { kind: { const: 'url' }, url: { type: 'string' } } },
                { type: 'object', properties: { kind: { const: 'mail' }, to: { type: 'string' } } },
              ],
            },
            labels: { type: 'object', additionalProperties: { type: 'string' } },
            free: { type: 'object', properties: {}, additionalProperties: true },
            anything: { type: 'array' },
          },
        },
        Named: { type: 'object', required: ['id'], properties: { id: { type: 'string' } } },
        Thing: {
          allOf: [
            { $ref: '#/components/schemas/Named' },
            {
              type: 'object',
              required: ['state', 'count', 'made_at'],
              properties: {
                state: { type: 'string', enum: ['on', 'off'] },
                open: { type: 'string', 'x-extensible-enum': ['x'] },
                parent: { anyOf: [{ $ref: '#/components/schemas/Thing' }, { type: 'null' }] },
                children: { type: 'array', uniqueItems: true, items: { $ref: '#/components/schemas/Thing' } },
                count: { type: 'integer', minimum: 0, maximum: 9 },
                ratio: { type: 'number' },
                made_at: { type: 'string', format: 'date-time', pattern: 'Z$' },
                either: { anyOf: [{ type: 'string' }, { type: 'integer' }] },
                names: { type: 'object', additionalProperties: { type: 'integer' } },
                closed: { type: 'object', additionalProperties: false },
                old: { type: 'string', deprecated: true, 'x-sunset': '2026-11-01' },
              },
            },
          ],
        },
        ThingList: {
          type: 'object',
          required: ['data', 'has_more', 'next_cursor'],
          properties: {
            data: { type: 'array', items: { $ref: '#/components/schemas/Thing' } },
            has_more: { type: 'boolean' },
            next_cursor: { type: ['string', 'null'] },
          },
        },
      },
    },
  }
}

const GONE = Symbol('gone')

/** A copy of the contract with one place set or taken away. */
function changed(path: string, value: unknown): Json {
  const copy = contract()
  const steps = path.split(' ')
  const last = steps.pop() as string
  const holder = steps.reduce<Json>((found, step) => found[step] as Json, copy)
  if (!holder) throw new Error(`${path} is not in the contract`)
  if (value === GONE) delete holder[last]
  else holder[last] = value
  return copy
}

/** What stands at a place of the contract. */
function get(path: string): Json {
  return path.split(' ').reduce<Json>((found, step) => found[step] as Json, contract())
}

function without(name: string): Json[] {
  return (get(`${LIST} parameters`) as unknown as Json[]).filter((parameter) => parameter.name !== name)
}

const LIST = 'paths /v1/things get'
const MAKE = 'paths /v1/things post'
const ONE = 'paths /v1/things/{id} get'
const BODY = 'components schemas NewThing'
const THING = 'components schemas Thing allOf 1'

type Case = [rule: RuleId, title: string, path: string, value: unknown]

/** Every rule at least once; nothing but it may be found, except where a line below says what else follows. */
const cases: Case[] = [
  ['operation-removed', 'a method that is gone', MAKE, GONE],
  ['operation-removed', 'a path that is gone', 'paths /v1/things', GONE],
  ['operation-removed', 'a deprecated one before its end', 'paths /v1/things/{id} patch', GONE],
  ['operation-removed-after-sunset', 'a deprecated one after its end', 'paths /v1/things/{id} delete', GONE],
  ['operation-removed-after-sunset', 'a parameter after its end', `${LIST} parameters`, without('old')],
  ['operation-removed-after-sunset', 'a field after its end', `${THING} properties old`, GONE],
  [
    'operation-added',
    'a new operation',
    'paths /v1/more',
    { get: { operationId: 'listMore', responses: {} } },
  ],
  ['operation-id-changed', 'another operationId', `${LIST} operationId`, 'getThings'],
  [
    'operation-sdk-arguments-changed',
    'a first parameter of the query',
    `${ONE} parameters 1`,
    { name: 'as_of', in: 'query', schema: {} },
  ],
  ['operation-sdk-arguments-changed', 'a first body', `${ONE} requestBody`, { content: {} }],
  ['operation-scope-added', 'a further scope', `${LIST} x-required-scopes`, ['things:read', 'more:read']],
  ['operation-scope-removed', 'a scope less', `${LIST} x-required-scopes`, []],
  [
    'operation-security-added',
    'a key for what was public',
    'paths /v1/health get security',
    [{ api_key: [] }],
  ],
  ['operation-security-added', 'the key of all for what was public', 'paths /v1/health get security', GONE],
  ['operation-security-removed', 'no key any more', `${LIST} security`, []],
  ['operation-cost-raised', 'a higher cost', `${LIST} x-cost`, 5],
  ['operation-cost-lowered', 'a lower cost', `${LIST} x-cost`, 0],
  [
    'operation-pagination-removed',
    'no cursor any more',
    'components schemas ThingList properties next_cursor',
    GONE,
  ],
  [
    'operation-pagination-added',
    'a list where there was one thing',
    'components schemas Named properties',
    { id: { type: 'string' }, data: {}, has_more: {}, next_cursor: {} },
  ],
  [
    'operation-problem-code-removed',
    'a code that nobody has any more',
    `${LIST} x-problem-codes`,
    ['invalid_cursor'],
  ],
  [
    'operation-problem-code-dropped',
    'a code that others still have',
    `${LIST} x-problem-codes`,
    ['unknown_parameter'],
  ],
  ['operation-problem-code-added', 'a further code', `${LIST} x-problem-codes 2`, 'cursor_expired'],
  [
    'operation-deprecated',
    'deprecated with a year of notice',
    `${LIST}`,
    { ...get(LIST), deprecated: true, 'x-sunset': '2027-12-01' },
  ],
  ['operation-deprecation-without-sunset', 'deprecated with no end', `${LIST} deprecated`, true],
  [
    'operation-deprecation-without-sunset',
    'deprecated until something that is no day',
    `${LIST}`,
    { ...get(LIST), deprecated: true, 'x-sunset': 'soon' },
  ],
  ['operation-deprecation-without-sunset', 'a deprecated parameter', `${LIST} parameters 0 deprecated`, true],
  ['operation-deprecation-without-sunset', 'a deprecated field', `${THING} properties open deprecated`, true],
  [
    'operation-sunset-too-near',
    'deprecated with a month of notice',
    `${LIST}`,
    { ...get(LIST), deprecated: true, 'x-sunset': '2027-01-01' },
  ],
  ['operation-sunset-moved-earlier', 'an earlier end', 'paths /v1/things/{id} patch x-sunset', '2027-09-30'],
  ['operation-sunset-moved-later', 'a later end', 'paths /v1/things/{id} patch x-sunset', '2028-09-30'],
  ['operation-deprecation-withdrawn', 'no end any more', 'paths /v1/things/{id} patch deprecated', GONE],
  ['request-parameter-removed', 'a parameter that is gone', `${LIST} parameters`, without('kind')],
  ['request-parameter-removed', 'a parameter that moved', `${LIST} parameters 0 in`, 'header'],
  [
    'request-parameter-added',
    'an optional parameter',
    `${LIST} parameters 7`,
    { name: 'q', in: 'query', schema: {} },
  ],
  [
    'request-parameter-required-added',
    'a required parameter',
    `${LIST} parameters 7`,
    { name: 'q', in: 'query', required: true, schema: {} },
  ],
  [
    'request-parameter-became-required',
    'a parameter that must be there',
    `${LIST} parameters 0 required`,
    true,
  ],
  [
    'request-parameter-became-optional',
    'a parameter that may be left out',
    `${LIST} parameters 3 required`,
    false,
  ],
  ['request-parameter-style-changed', 'a list with commas', `${LIST} parameters 0 explode`, false],
  [
    'request-enum-value-removed',
    'a value of a parameter that is gone',
    `${LIST} parameters 0 schema enum`,
    ['a'],
  ],
  [
    'request-enum-value-removed',
    'a value of a shared parameter',
    'components parameters Version schema enum',
    ['2027-01-01'],
  ],
  [
    'request-enum-value-removed',
    'a known value of a list that may grow',
    `${LIST} parameters 4 schema x-extensible-enum`,
    ['up'],
  ],
  [
    'request-enum-value-added',
    'a further value of a parameter',
    `${LIST} parameters 0 schema enum`,
    ['a', 'b', 'c'],
  ],
  ['request-enum-closed', 'only listed values', `${LIST} parameters 3 schema enum`, ['a']],
  ['request-enum-opened', 'any value', `${LIST} parameters 0 schema enum`, GONE],
  ['request-type-narrowed', 'another type', `${LIST} parameters 3 schema type`, 'boolean'],
  [
    'request-type-narrowed',
    'whole numbers only',
    `${BODY} properties size`,
    { type: 'string', default: 3, multipleOf: 2 },
  ],
  ['request-type-narrowed', 'a type where there was none', `${LIST} parameters 5 schema type`, 'string'],
  ['request-type-widened', 'numbers that need not be whole', `${BODY} properties size type`, 'number'],
  ['request-null-removed', 'null no more', `${BODY} properties note type`, 'string'],
  [
    'request-null-removed',
    'null no more, written as alternatives',
    `${BODY} properties note`,
    { anyOf: [{ type: 'string' }] },
  ],
  ['request-null-added', 'null as well', `${BODY} properties name type`, ['string', 'null']],
  ['request-limit-tightened', 'a lower maximum', `${LIST} parameters 1 schema maximum`, 100],
  ['request-limit-tightened', 'a higher minimum', `${LIST} parameters 1 schema minimum`, 10],
  ['request-limit-tightened', 'a first greatest length', `${LIST} parameters 3 schema maxLength`, 9],
  ['request-limit-tightened', 'fewer entries', `${BODY} properties tags maxItems`, 4],
  ['request-limit-tightened', 'a coarser step', `${BODY} properties size multipleOf`, 4],
  ['request-limit-relaxed', 'a higher maximum', `${LIST} parameters 1 schema maximum`, 1000],
  ['request-limit-relaxed', 'no greatest length', `${BODY} properties name maxLength`, GONE],
  ['request-limit-relaxed', 'a finer step', `${BODY} properties size multipleOf`, 1],
  ['request-pattern-added', 'a first pattern', `${LIST} parameters 3 schema pattern`, '^a'],
  ['request-pattern-changed', 'another pattern', `${LIST} parameters 2 schema pattern`, '^[A-Z]{1,5}$'],
  ['request-pattern-removed', 'no pattern', `${LIST} parameters 2 schema pattern`, GONE],
  ['request-format-added', 'a first format', `${LIST} parameters 3 schema format`, 'date'],
  ['request-format-changed', 'another format', `${LIST} parameters 2 schema format`, 'figi'],
  ['request-format-removed', 'no format', `${LIST} parameters 2 schema format`, GONE],
  ['request-unique-items-added', 'entries that must differ', `${BODY} properties tags uniqueItems`, true],
  ['request-default-changed', 'another default', `${LIST} parameters 1 schema default`, 10],
  ['request-default-removed', 'no default', `${LIST} parameters 1 schema default`, GONE],
  ['request-default-added', 'a first default', `${LIST} parameters 0 schema default`, 'a'],
  ['request-property-removed', 'a field that is gone', `${BODY} properties note`, GONE],
  ['request-property-added', 'an optional field', `${BODY} properties more`, { type: 'string' }],
  [
    'request-property-required-added',
    'a required field',
    BODY,
    {
      ...get(BODY),
      required: ['name', 'more'],
      properties: { ...get(`${BODY} properties`), more: { type: 'string' } },
    },
  ],
  [
    'request-property-added',
    'a required field with a default',
    BODY,
    {
      ...get(BODY),
      required: ['name', 'more'],
      properties: { ...get(`${BODY} properties`), more: { default: 'x' } },
    },
  ],
  ['request-property-became-required', 'a field that must be there', `${BODY} required`, ['name', 'note']],
  [
    'request-property-became-required-with-default',
    'a field that must be there, with a default',
    `${BODY} required`,
    ['name', 'size'],
  ],
  ['request-property-became-optional', 'a field that may be left out', `${BODY} required`, []],
  [
    'request-additional-properties-closed',
    'no other fields',
    `${BODY} properties free additionalProperties`,
    false,
  ],
  [
    'request-additional-properties-closed',
    'no entries',
    `${BODY} properties labels additionalProperties`,
    false,
  ],
  [
    'request-additional-properties-opened',
    'entries of any kind',
    `${BODY} properties labels additionalProperties`,
    true,
  ],
  [
    'request-type-narrowed',
    'entries of another type',
    `${BODY} properties labels additionalProperties type`,
    'integer',
  ],
  ['request-type-narrowed', 'items of another type', `${BODY} properties tags items type`, 'integer'],
  [
    'request-items-narrowed',
    'items that were not restricted',
    `${BODY} properties anything items`,
    { type: 'string' },
  ],
  [
    'request-alternative-removed',
    'a form that is gone',
    `${BODY} properties target oneOf`,
    [{ type: 'object', properties: { kind: { const: 'url' }, url: { type: 'string' } } }],
  ],
  [
    'request-alternative-added',
    'a further form',
    `${BODY} properties target oneOf 2`,
    { type: 'object', properties: { kind: { const: 'sms' } } },
  ],
  [
    'request-property-removed',
    'a field of one form',
    `${BODY} properties target oneOf 1 properties to`,
    GONE,
  ],
  ['request-body-removed', 'no body', `${MAKE} requestBody`, GONE],
  [
    'request-body-became-required',
    'a body that must be there',
    'paths /v1/things/{id} patch requestBody required',
    true,
  ],
  ['request-body-became-optional', 'a body that may be left out', `${MAKE} requestBody required`, false],
  ['request-body-added', 'a body that may be there', `${ONE} requestBody`, { content: {} }],
  [
    'request-body-required-added',
    'a body that must be there now',
    `${ONE} requestBody`,
    { required: true, content: {} },
  ],
  [
    'request-media-type-removed',
    'a media type that is gone',
    `${MAKE} requestBody content application/x-ndjson`,
    GONE,
  ],
  ['request-media-type-added', 'another media type', `${MAKE} requestBody content text/csv`, {}],
  ['response-status-removed', 'an answer that is gone', `${MAKE} responses`, {}],
  ['response-status-added', 'another successful answer', `${MAKE} responses 202`, {}],
  ['response-problem-status-removed', 'a failure less', `${LIST} responses 404`, GONE],
  ['response-problem-status-added', 'a failure more', `${LIST} responses 409`, {}],
  [
    'response-media-type-removed',
    'a representation that is gone',
    `${ONE} responses 200 content text/plain`,
    GONE,
  ],
  ['response-media-type-added', 'another representation', `${ONE} responses 200 content text/csv`, {}],
  ['response-header-removed', 'a header that is gone', 'components responses Things headers', {}],
  ['response-header-added', 'another header', 'components responses Things headers X-More', {}],
  [
    'response-header-became-optional',
    'a header that may be missing',
    `${MAKE} responses 201 headers Location required`,
    false,
  ],
  [
    'response-type-widened',
    'a header of another type',
    'components headers ETag schema type',
    ['string', 'integer'],
  ],
  ['response-type-widened', 'a further type', `${THING} properties count type`, 'number'],
  ['response-type-widened', 'entries of anything', `${THING} properties names additionalProperties`, true],
  ['response-type-narrowed', 'fewer types', `${THING} properties ratio type`, 'integer'],
  ['response-null-added', 'null as well', `${THING} properties count type`, ['integer', 'null']],
  [
    'response-null-added',
    'null as well, written as alternatives',
    `${THING} properties open`,
    { anyOf: [{ type: 'string', 'x-extensible-enum': ['x'] }, { type: 'null' }] },
  ],
  [
    'response-null-removed',
    'never null',
    'components schemas ThingList properties next_cursor type',
    'string',
  ],
  [
    'response-enum-value-added',
    'a further value of a closed list',
    `${THING} properties state enum`,
    ['on', 'off', 'idle'],
  ],
  ['response-enum-value-removed', 'a value less', `${THING} properties state enum`, ['on']],
  ['response-enum-opened', 'any value', `${THING} properties state enum`, GONE],
  [
    'response-enum-opened',
    'a list that may grow from now on',
    `${THING} properties state`,
    { type: 'string', 'x-extensible-enum': ['on', 'off'] },
  ],
  ['response-enum-closed', 'only listed values', `${THING} properties open`, { type: 'string', enum: ['x'] }],
  [
    'response-known-value-added',
    'a further value of an open list',
    `${THING} properties open x-extensible-enum`,
    ['x', 'y'],
  ],
  [
    'response-known-value-removed',
    'a value less of an open list',
    `${THING} properties open x-extensible-enum`,
    [],
  ],
  ['response-limit-relaxed', 'a higher maximum', `${THING} properties count maximum`, 99],
  ['response-limit-tightened', 'a lower maximum', `${THING} properties count maximum`, 5],
  ['response-pattern-added', 'a first pattern', `${THING} properties open pattern`, 'x'],
  ['response-pattern-changed', 'another pattern', `${THING} properties made_at pattern`, '0$'],
  ['response-pattern-removed', 'no pattern', `${THING} properties made_at pattern`, GONE],
  ['response-format-added', 'a first format', `${THING} properties open format`, 'uri'],
  ['response-format-changed', 'another format', `${THING} properties made_at format`, 'date'],
  ['response-format-removed', 'no format', `${THING} properties made_at format`, GONE],
  [
    'response-unique-items-removed',
    'entries that may repeat',
    `${THING} properties children uniqueItems`,
    GONE,
  ],
  [
    'response-unique-items-added',
    'entries that differ',
    'components schemas ThingList properties data uniqueItems',
    true,
  ],
  ['response-property-removed', 'a field that is gone', `${THING} properties open`, GONE],
  [
    'response-property-removed',
    'a field that is gone from a part of it',
    'components schemas Named properties id',
    GONE,
  ],
  ['response-property-added', 'a new field', `${THING} properties extra`, { type: 'string' }],
  [
    'response-property-became-optional',
    'a field that may be missing',
    `${THING} required`,
    ['state', 'made_at'],
  ],
  [
    'response-property-became-required',
    'a field that is always there',
    `${THING} required`,
    ['state', 'count', 'made_at', 'open'],
  ],
  ['response-additional-properties-closed', 'no other fields', `${THING} additionalProperties`, false],
  [
    'response-additional-properties-opened',
    'other fields',
    `${THING} properties closed additionalProperties`,
    true,
  ],
  ['response-map-removed', 'no entries', `${THING} properties names additionalProperties`, false],
  ['response-alternative-added', 'a further form', `${THING} properties either anyOf 2`, { type: 'boolean' }],
  ['response-alternative-removed', 'a form less', `${THING} properties either anyOf`, [{ type: 'string' }]],
  ['response-items-widened', 'items of anything', 'components schemas ThingList properties data items', GONE],
]

/** What one change says besides, because it is both. */
const FOLLOWING: Record<string, RuleId[]> = {
  'a value of a shared parameter': ['request-enum-value-added'],
  'a parameter that moved': ['request-parameter-added'],
  'a first body': ['request-body-added'],
  'a body that may be there': ['operation-sdk-arguments-changed'],
  'a body that must be there now': ['operation-sdk-arguments-changed'],
  'a first parameter of the query': ['request-parameter-added'],
  'no body': ['operation-sdk-arguments-changed'],
  'no cursor any more': ['response-property-removed'],
  'a list where there was one thing': ['response-property-added'],
  'deprecated with no end': ['operation-deprecated'],
  'deprecated until something that is no day': ['operation-deprecated'],
  'a deprecated parameter': ['operation-deprecated'],
  'a deprecated field': ['operation-deprecated'],
  'deprecated with a month of notice': ['operation-deprecated'],
  'another type': ['request-type-widened'],
  'whole numbers only': ['request-type-widened'],
  'entries of another type': ['request-type-widened'],
  'items of another type': ['request-type-widened'],
}

/** Nothing that a client could notice. */
const unnoticed: [title: string, path: string, value: unknown][] = [
  ['nothing at all', 'openapi', '3.1.0'],
  ['a description', `${LIST} description`, 'Other words.'],
  ['an example', `${THING} properties open examples`, ['x']],
  ['another order of fields', `${THING} required`, ['made_at', 'count', 'state']],
  ['another order of values', `${THING} properties state enum`, ['off', 'on']],
  ['another order of parameters', `${LIST} parameters`, [...without('none')].reverse()],
  ['a least length of nothing', `${LIST} parameters 3 schema minLength`, 0],
  ['what OpenAPI takes for granted', `${LIST} parameters 0 style`, 'form'],
  ['a parameter written out', `${LIST} parameters 6`, get('components parameters Version')],
  ['the case of a header', 'components parameters Version name', 'latent-version'],
  [
    'a component written out',
    `${ONE} responses 200 content application/json schema`,
    get('components schemas Thing'),
  ],
  [
    'another name of a component',
    `${MAKE} requestBody content application/json schema`,
    { allOf: [{ $ref: '#/components/schemas/NewThing' }] },
  ],
  ['null in another spelling', `${BODY} properties note`, { anyOf: [{ type: 'string' }, { type: 'null' }] }],
  [
    'a list of one value in another spelling',
    `${BODY} properties target oneOf 0 properties kind`,
    { enum: ['url'] },
  ],
  ['the order of forms', `${THING} properties either anyOf`, [{ type: 'integer' }, { type: 'string' }]],
  [
    'oneOf instead of anyOf',
    `${THING} properties either`,
    { oneOf: [{ type: 'string' }, { type: 'integer' }] },
  ],
  ['an operation without a body', `${ONE} tags`, ['Things']],
]

describe('found is', () => {
  it.each(cases)('%s: %s', (rule, title, path, value) => {
    const found = compareContracts({ document: contract() }, { document: changed(path, value) }, TODAY)
    const rules = [...new Set(found.map((one) => one.rule))].sort()
    expect(rules).toEqual([rule, ...(FOLLOWING[title] ?? [])].sort())
    for (const { rule: id, severity, direction } of found) {
      expect(severity).toBe(RULES[id][0])
      expect(id.startsWith(direction)).toBe(true)
    }
  })

  test('every rule, in some case', () => {
    const elsewhere: RuleId[] = [
      'operation-path-parameter-renamed',
      'operation-problem-status-changed',
      'operation-sdk-method-changed',
      'request-unique-items-removed',
    ]
    const covered = new Set<string>([...cases.map(([rule]) => rule), ...elsewhere])
    expect(Object.keys(RULES).filter((rule) => !covered.has(rule))).toEqual([])
    expect(cases.length + unnoticed.length).toBeGreaterThan(60)
  })
})

describe('not found is', () => {
  it.each(unnoticed)('%s', (_title, path, value) => {
    const next = changed(path, value)
    expect(compareContracts({ document: contract() }, { document: next }, TODAY)).toEqual([])
    expect(compareContracts({ document: next }, { document: contract() }, TODAY)).toEqual([])
  })
})

describe('what stands beside the document', () => {
  const rulesOf = (base: Partial<Contract>, next: Partial<Contract>) =>
    compareContracts({ document: contract(), ...base }, { document: contract(), ...next }, TODAY).map(
      ({ rule, at }) => [rule, at],
    )

  test('a method of the SDK that has another name, or none', () => {
    const base = { sdkMethods: { listThings: 'things.list' } }
    const at = 'GET /v1/things'
    expect(rulesOf(base, base)).toEqual([])
    expect(rulesOf(base, {})).toEqual([])
    expect(rulesOf({}, base)).toEqual([])
    expect(rulesOf(base, { sdkMethods: { listThings: 'things.all' } })).toEqual([
      ['operation-sdk-method-changed', at],
    ])
    expect(rulesOf(base, { sdkMethods: {} })).toEqual([['operation-sdk-method-changed', at]])
  })

  test('a problem with another status, or none', () => {
    const base = { problemStatuses: { unknown_parameter: 400, gone: 410 } }
    expect(rulesOf(base, { problemStatuses: { unknown_parameter: 422 } })).toEqual([
      ['operation-problem-status-changed', 'problem unknown_parameter'],
      ['operation-problem-code-removed', 'problem gone'],
    ])
  })
})

describe('places', () => {
  const rename = (document: Json): Json =>
    JSON.parse(
      JSON.stringify(document)
        .replaceAll('/{id}', '/{thing_id}')
        .replaceAll('"name":"id","in":"path"', '"name":"thing_id","in":"path"'),
    )

  test('a part of a path with another name is the same address', () => {
    const found = compareContracts({ document: contract() }, { document: rename(contract()) }, TODAY)
    expect(new Set(found.map(({ rule }) => rule))).toEqual(new Set(['operation-path-parameter-renamed']))
    expect(found).toHaveLength(3)
  })

  test('entries of an array may repeat again, where it is sent', () => {
    const strict = changed(`${BODY} properties tags uniqueItems`, true)
    expect(
      compareContracts({ document: strict }, { document: contract() }, TODAY).map(({ rule }) => rule),
    ).toEqual(['request-unique-items-removed'])
  })

  test('a parameter of the query may come to take several values, and no other may', () => {
    const list = { type: 'array', items: { type: 'string' }, minItems: 1, maxItems: 10 }
    const inQuery = changed(`${LIST} parameters 3 schema`, list)
    expect(compareContracts({ document: contract() }, { document: inQuery }, TODAY)).toEqual([])
    const narrower = changed(`${LIST} parameters 3 schema`, {
      ...list,
      items: { type: 'string', maxLength: 3 },
    })
    expect(
      compareContracts({ document: contract() }, { document: narrower }, TODAY).map(({ rule }) => rule),
    ).toEqual(['request-limit-tightened'])
    const two = changed(`${LIST} parameters 3 schema`, { ...list, minItems: 2 })
    expect(
      compareContracts({ document: contract() }, { document: two }, TODAY).map(({ rule }) => rule),
    ).toContain('request-type-narrowed')
    const inPath = changed(`${ONE} parameters 0 schema`, list)
    expect(
      compareContracts({ document: contract() }, { document: inPath }, TODAY).map(({ rule }) => rule),
    ).toContain('request-type-narrowed')
  })

  test('a change of a shared component is named by the component and found in every operation', () => {
    const found = compareContracts(
      { document: contract() },
      { document: changed(`${THING} properties count`, GONE) },
      TODAY,
    )
    expect(found.map(({ at }) => at).sort()).toEqual([
      'GET /v1/things 200/data/[]/count',
      'GET /v1/things/{id} 200/count',
      'POST /v1/things 201/count',
    ])
    expect(new Set(found.map(({ within }) => within))).toEqual(new Set(['Thing/count']))
  })

  test('a field that is both sent and received breaks only the one it breaks', () => {
    const shared = (extra: Json): Json => {
      const document = contract()
      const schemas = (document.components as Json).schemas as Json
      schemas.NewThing = { $ref: '#/components/schemas/Both' }
      schemas.Named = { $ref: '#/components/schemas/Both' }
      schemas.Both = {
        type: 'object',
        required: ['a'],
        properties: { id: {}, a: { type: 'string' }, ...extra },
      }
      return document
    }
    const wider = compareContracts(
      { document: shared({}) },
      { document: shared({ b: { type: 'string' } }) },
      TODAY,
    )
    expect(new Set(wider.map(({ rule }) => rule))).toEqual(
      new Set(['request-property-added', 'response-property-added']),
    )
    const open = { a: { type: ['string', 'null'] } }
    const nulls = compareContracts({ document: shared({}) }, { document: shared(open) }, TODAY)
    expect(new Set(nulls.map(({ rule }) => rule))).toEqual(
      new Set(['request-null-added', 'response-null-added']),
    )
  })
})

describe('the comparison', () => {
  test('ends with schemas that hold themselves, through null, lists, forms and parts', () => {
    const circle = (extra: Json): Json => {
      const document = contract()
      const self = { $ref: '#/components/schemas/Thing' }
      const properties = {
        list: { type: 'array', items: self },
        either: { type: 'object', anyOf: [self, { $ref: '#/components/schemas/Named' }] },
        map: { type: 'object', additionalProperties: { allOf: [self, { type: 'object' }] } },
        parent: { anyOf: [self, { type: 'null' }] },
        ...extra,
      }
      Object.assign((document.components as Json).schemas as Json, { Thing: { type: 'object', properties } })
      return document
    }
    expect(compareContracts({ document: circle({}) }, { document: circle({}) }, TODAY)).toEqual([])
    const found = compareContracts({ document: circle({ more: {} }) }, { document: circle({}) }, TODAY)
    expect(new Set(found.map(({ rule }) => rule))).toEqual(new Set(['response-property-removed']))
    expect(new Set(found.map(({ within }) => within))).toEqual(
      new Set(['Thing/more', 'Thing/either|Thing/more']),
    )
  })

  test('looks at every pair once, where the ways to it double at every step', () => {
    const doubling = (leaf: Json): Json => {
      const schemas = Object.fromEntries(
        Array.from({ length: 60 }, (_, level) => {
          const next = { $ref: `#/components/schemas/L${level + 1}` }
          return [`L${level}`, { type: 'object', properties: { left: next, right: next } }]
        }),
      )
      const content = { 'application/json': { schema: { $ref: '#/components/schemas/L0' } } }
      const get = { operationId: 'getDeep', responses: { 200: { content } } }
      return { paths: { '/deep': { get } }, components: { schemas: { ...schemas, L60: leaf } } }
    }
    const found = compareContracts(
      { document: doubling({ type: 'string' }) },
      { document: doubling({ type: 'integer' }) },
      TODAY,
    )
    expect(found.map(({ rule }) => rule)).toEqual(['response-type-narrowed', 'response-type-widened'])
  })

  test('refuses a reference out of the contract rather than taking it for anything', () => {
    const outside = changed(`${ONE} responses 200 content application/json schema`, {
      $ref: 'https://example.com/x.json',
    })
    expect(() => compareContracts({ document: contract() }, { document: outside }, TODAY)).toThrow(
      /points out of/,
    )
  })
})
