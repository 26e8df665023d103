import { type ContractDocument, type Operation, resolve, type Schema } from './operation.ts'
import type { Random } from './random.ts'
import { invalidTexts, validValue, wrongType } from './values.ts'

/** What is expected of the answer. */
export type Expectation =
  /** Everything is as the contract says: it is not refused for how it is written. */
  | 'accepted'
  /** Something is not: 4xx, before anything is looked up. */
  | 'rejected'
  | 'unauthenticated'
  | 'forbidden'
  | 'method_not_allowed'
  | 'precondition_required'

export interface Request {
  method: string
  path: string
  query: [name: string, value: string][]
  headers: Record<string, string>
  /** The text of the body. */
  body?: string
}

export interface Case {
  operation: Operation
  expectation: Expectation
  /** What was done to the request, in words. */
  mutation: string
  request: Request
  /** Parts that must stay when the case is made smaller. */
  keep: string[]
}

/** Values of path parameters that answers have named: by name, and by the path up to and with the parameter. */
export type Pool = Map<string, string[]>

/** Stands for a key that has none of the scopes of most operations. */
export const NARROW_KEY = 'Bearer {narrow}'

/** Makes one request to an operation. */
export function makeCase(document: ContractDocument, operation: Operation, pool: Pool, random: Random): Case {
  const request = validRequest(document, operation, pool, random)
  const base: Case = { operation, expectation: 'accepted', mutation: 'none', request, keep: [] }
  if (random.chance(0.5)) return base
  const mutations = mutationsOf(document, operation, random)
  return random.pick(mutations)(base) ?? base
}

function validRequest(document: ContractDocument, operation: Operation, pool: Pool, random: Random): Request {
  const { example } = operation
  const values = new Map<string, string>()
  for (const { name, schema, example: one } of operation.parameters.filter((each) => each.in === 'path')) {
    const known = pool.get(placeOf(operation.path, name)) ?? pool.get(name) ?? []
    const named = example.path?.[name]
    const choices = [...(named === undefined ? [] : [named]), ...known.slice(-5)]
    values.set(
      name,
      String(choices.length > 0 ? random.pick(choices) : (one ?? validValue(document, schema, random))),
    )
  }
  const query = new Map<string, string>()
  for (const [name, value] of Object.entries(example.query ?? {})) query.set(name, [value].flat().join(','))
  const optional = operation.parameters.filter((one) => one.in === 'query' && one.name !== 'cursor')
  for (const one of optional.filter((each) => each.required && !query.has(each.name))) {
    query.set(one.name, textOf(one.example ?? validValue(document, one.schema, random)))
  }
  // One at a time: some filters exclude each other, which no schema of a parameter says.
  if (optional.length > 0 && random.chance(0.6)) {
    const one = random.pick(optional)
    query.set(
      one.name,
      textOf(
        random.chance(0.3)
          ? (one.example ?? validValue(document, one.schema, random))
          : validValue(document, one.schema, random),
      ),
    )
  }
  const headers: Record<string, string> = {}
  let body: string | undefined
  if (operation.body) {
    const given = example.body !== undefined && random.chance(0.3)
    body = JSON.stringify(given ? example.body : validValue(document, operation.body, random))
    headers['content-type'] = 'application/json'
  }
  if (operation.writes) headers['idempotency-key'] = `fuzz-${random.integer(1, 1e12)}`
  if (operation.requiresIfMatch) headers['if-match'] = '*'
  return {
    method: operation.method,
    path: operation.path.replace(/\{(\w+)\}/g, (_, name: string) =>
      encodeURIComponent(values.get(name) ?? 'x'),
    ),
    query: [...query].filter(([, value]) => value !== ''),
    headers,
    ...(body === undefined ? {} : { body }),
  }
}

/** The path up to and with a parameter. */
export function placeOf(path: string, name: string): string {
  return path.slice(0, path.indexOf(`{${name}}`) + name.length + 2)
}

function textOf(value: unknown): string {
  return [value].flat().map(String).join(',')
}

type Mutation = (base: Case) => Case | undefined

function mutationsOf(document: ContractDocument, operation: Operation, random: Random): Mutation[] {
  const mutations: Mutation[] = [wrongMethod(document, operation, random), unknownParameter]
  const checked = operation.parameters.filter((one) => one.in === 'query' && one.name !== 'cursor')
  if (checked.length > 0) {
    mutations.push((base) => badParameter(base, document, random.pick(checked), random))
    mutations.push((base) => twice(base, document, random))
  }
  if (checked.some((one) => one.required)) mutations.push((base) => missingParameter(base))
  const inPath = operation.parameters.filter((one) => one.in === 'path')
  if (inPath.length > 0) mutations.push((base) => badPath(base, document, random))
  if (operation.body) {
    mutations.push(
      (base) => badBody(base, document, random),
      (base) => badBody(base, document, random),
      (base) => brokenBody(base, random),
      noContentType,
    )
  }
  if (!operation.public) {
    mutations.push((base) => badCredentials(base, random), badAccept, narrowKey)
  }
  mutations.push(badVersion, badClientRequestId)
  if (operation.writes) mutations.push((base) => badIdempotencyKey(base, random))
  if (operation.requiresIfMatch) mutations.push(noIfMatch)
  return mutations
}

function changed(
  base: Case,
  expectation: Expectation,
  mutation: string,
  request: Partial<Request>,
  keep: string[] = [],
): Case {
  return { ...base, expectation, mutation, request: { ...base.request, ...request }, keep }
}

function wrongMethod(document: ContractDocument, operation: Operation, random: Random): Mutation {
  return (base) => {
    const taken = Object.keys(document.paths[operation.path] ?? {}).map((one) => one.toUpperCase())
    const free = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter((one) => !taken.includes(one))
    // Where a path could also be a value of another pattern's parameter, that pattern answers.
    const shadows = Object.keys(document.paths).some(
      (other) => other !== operation.path && samePlace(other, operation.path),
    )
    if (free.length === 0 || shadows) return undefined
    const method = random.pick(free)
    const { 'content-type': _, ...headers } = base.request.headers
    const request: Partial<Request> = { method, query: [], headers }
    const made = changed(base, 'method_not_allowed', `method ${method}`, request)
    delete made.request.body
    return made
  }
}

function samePlace(one: string, other: string): boolean {
  const [left, right] = [one.split('/'), other.split('/')]
  return (
    left.length === right.length &&
    left.every((step, i) => step === right[i] || step.startsWith('{') || right[i]?.startsWith('{'))
  )
}

const unknownParameter: Mutation = (base) =>
  changed(
    base,
    'rejected',
    'a parameter nobody knows',
    { query: [...base.request.query, ['no_such_parameter', '1']] },
    ['no_such_parameter'],
  )

function badParameter(
  base: Case,
  document: ContractDocument,
  parameter: Operation['parameters'][number],
  random: Random,
): Case | undefined {
  const texts = invalidTexts(document, parameter.schema)
  if (texts.length === 0) return undefined
  const { name } = parameter
  const value = random.pick(texts)
  const query = [...base.request.query.filter(([one]) => one !== name), [name, value] as [string, string]]
  return changed(base, 'rejected', `${name} = ${JSON.stringify(value.slice(0, 60))}`, { query }, [name])
}

function twice(base: Case, document: ContractDocument, random: Random): Case | undefined {
  const single = base.operation.parameters.filter(
    (one) => one.in === 'query' && resolve(document, one.schema).type !== 'array' && one.name !== 'cursor',
  )
  if (single.length === 0) return undefined
  const { name, schema } = random.pick(single)
  const value = textOf(validValue(document, schema, random))
  const query = base.request.query.filter(([one]) => one !== name)
  return changed(base, 'rejected', `${name} twice`, { query: [...query, [name, value], [name, value]] }, [
    name,
  ])
}

function missingParameter(base: Case): Case {
  const required = base.operation.parameters
    .filter((one) => one.in === 'query' && one.required)
    .map((one) => one.name)
  const query = base.request.query.filter(([name]) => !required.includes(name))
  return changed(base, 'rejected', `without ${required.join(', ')}`, { query })
}

function badPath(base: Case, document: ContractDocument, random: Random): Case | undefined {
  const parameters = base.operation.parameters.filter((one) => one.in === 'path')
  const { name, schema } = random.pick(parameters)
  const texts = invalidTexts(document, schema).filter((text) => text !== '')
  if (texts.length === 0) return undefined
  const value = random.pick(texts)
  const pattern = base.operation.path.split('/')
  const steps = base.request.path.split('/')
  const path = pattern
    .map((step, i) => (step === `{${name}}` ? encodeURIComponent(value) : steps[i]))
    .join('/')
  return changed(base, 'rejected', `{${name}} = ${JSON.stringify(value.slice(0, 60))}`, { path })
}

function badBody(base: Case, document: ContractDocument, random: Random): Case | undefined {
  const schema = resolve(document, base.operation.body as Schema)
  const body = JSON.parse(base.request.body ?? '{}') as Record<string, unknown>
  const names = Object.keys(schema.properties ?? {})
  const required = schema.required ?? []
  const choices: (() => string | undefined)[] = [
    () => {
      body.no_such_field = 1
      return 'a field nobody knows'
    },
    () => {
      if (required.length === 0) return undefined
      const name = random.pick(required)
      delete body[name]
      return `without ${name}`
    },
    () => {
      if (names.length === 0) return undefined
      const name = random.pick(names)
      const value = wrongType(document, schema.properties?.[name] as Schema)
      if (value === undefined) return undefined
      body[name] = value
      return `${name} = ${JSON.stringify(value)}`
    },
  ]
  const mutation = random.pick(choices)()
  if (mutation === undefined || schema.additionalProperties !== false) return undefined
  return changed(base, 'rejected', mutation, { body: JSON.stringify(body) }, ['body'])
}

function brokenBody(base: Case, random: Random): Case {
  const body = random.pick([
    '',
    '{',
    '[]',
    'null',
    '{"a":1,"a":2}',
    '{"a":"\\u0000"}',
    '{"__proto__":1}',
    '['.repeat(100),
    "{'a':1}",
  ])
  return changed(base, 'rejected', `body ${body.slice(0, 20)}`, { body }, ['body'])
}

const noContentType: Mutation = (base) =>
  changed(
    base,
    'rejected',
    'text/plain',
    { headers: { ...base.request.headers, 'content-type': 'text/plain' } },
    ['content-type'],
  )

function badCredentials(base: Case, random: Random): Case {
  const authorization = random.pick([
    '',
    'Bearer',
    'Basic dXNlcjpwYXNz',
    `Bearer slp_live_${'a'.repeat(49)}`,
    'Bearer ey.ey.ey',
  ])
  return changed(
    base,
    'unauthenticated',
    `Authorization ${authorization.slice(0, 12)}`,
    { headers: { ...base.request.headers, authorization } },
    ['authorization'],
  )
}

const narrowKey: Mutation = (base) =>
  changed(
    base,
    'forbidden',
    'a key without the scope',
    { headers: { ...base.request.headers, authorization: NARROW_KEY } },
    ['authorization'],
  )

const header =
  (name: string, value: string): Mutation =>
  (base) =>
    changed(
      base,
      'rejected',
      `${name}: ${value.slice(0, 30)}`,
      { headers: { ...base.request.headers, [name]: value } },
      [name],
    )

const badVersion = header('latent-version', '1999-01-01')
const badClientRequestId = header('client-request-id', 'two words')
const badIdempotencyKey = (base: Case, random: Random) =>
  header('idempotency-key', random.pick(['', 'two words', 'x'.repeat(256)]))(base)

const badAccept: Mutation = (base) => {
  const { 200: ok } = base.operation.responses
  // Operations that serve what was filed answer in whatever is asked for.
  if (ok?.content?.['application/octet-stream'] !== undefined) return undefined
  return header('accept', 'image/x-nothing')(base)
}

const noIfMatch: Mutation = (base) => {
  const { 'if-match': _, ...headers } = base.request.headers
  return changed(base, 'precondition_required', 'without If-Match', { headers })
}
