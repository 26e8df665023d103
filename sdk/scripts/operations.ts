/** The parts of the OpenAPI document that the SDK is made from. */
export interface Document {
  info: { version: string }
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Schema> }
}

export interface Operation {
  operationId: string
  summary?: string
  description?: string
  deprecated?: boolean
  tags?: string[]
  parameters?: Parameter[]
  requestBody?: { required?: boolean; content: Record<string, { schema: Schema }> }
  responses: Record<string, { content?: Record<string, { schema?: Schema }> }>
  'x-required-scopes'?: string[]
  'x-cost'?: number
}

export interface Parameter {
  name?: string
  in?: string
  required?: boolean
  description?: string
  schema?: Schema
}

export interface Schema {
  $ref?: string
  type?: string | string[]
  properties?: Record<string, Schema>
}

/** A method of the SDK. */
export interface Method {
  resource: string
  name: string
  operation: Operation
  http: string
  path: string
  pathParameters: Parameter[]
  queryParameters: Parameter[]
}

/** Tokens (RFC 6749) are asked for with a form and without a key: `clientCredentials` does that. */
function isMethod({ requestBody }: Operation): boolean {
  return requestBody === undefined || 'application/json' in requestBody.content
}

/** Every operation as a method of a resource, in the order of the contract. */
export function methodsOf(document: Document): Method[] {
  const operations = Object.entries(document.paths).flatMap(([path, byMethod]) =>
    Object.entries(byMethod)
      .filter(([, operation]) => isMethod(operation))
      .map(([http, operation]) => ({ path, http: http.toUpperCase(), operation })),
  )
  const nouns = new Set(
    operations
      .map(({ operation }) => splitId(operation.operationId))
      .flatMap(({ verb, noun }) => (verb === 'list' ? [noun] : [])),
  )
  const methods = operations.map(({ path, http, operation }) => {
    const parameters = (operation.parameters ?? []).filter((parameter) => parameter.name !== undefined)
    const order = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1])
    return {
      ...nameOf(operation, nouns),
      operation,
      http,
      path,
      pathParameters: order.map((name) => {
        const found = parameters.find((parameter) => parameter.in === 'path' && parameter.name === name)
        if (!found) throw new Error(`${operation.operationId} does not declare {${name}}`)
        return found
      }),
      queryParameters: parameters.filter((parameter) => parameter.in === 'query'),
    }
  })
  const seen = new Set<string>()
  for (const { resource, name, operation } of methods) {
    const key = `${resource}.${name}`
    if (seen.has(key)) throw new Error(`${operation.operationId}: there already is a method ${key}`)
    seen.add(key)
  }
  return methods
}

/** How the SDK spells each operation, by operationId, as JSON: the samples of the portal are written with it. */
export function methodNames(document: Document): string {
  const names = methodsOf(document).map(({ operation, resource, name }) => {
    const [type = ''] = Object.entries(operation.responses)
      .filter(([status]) => status.startsWith('2'))
      .flatMap(([, { content }]) => Object.keys(content ?? { 'application/json': {} }))
    return [operation.operationId, `${resource}.${name}${representationSuffix(type)}`]
  })
  return `${JSON.stringify(Object.fromEntries(names), null, 2)}\n`
}

/** Representations other than JSON, by media type: whether they are text or bytes, and what their methods are called. */
export const REPRESENTATIONS: Record<string, { suffix: string; kind: 'T' | 'B' }> = {
  'text/plain': { suffix: 'Plain', kind: 'T' },
  'text/markdown': { suffix: 'Markdown', kind: 'T' },
  'text/html': { suffix: 'Html', kind: 'T' },
  'text/csv': { suffix: 'Csv', kind: 'T' },
  'application/x-ndjson': { suffix: 'Ndjson', kind: 'T' },
  'application/pdf': { suffix: '', kind: 'B' },
  'application/octet-stream': { suffix: 'Bytes', kind: 'B' },
  'application/vnd.apache.parquet': { suffix: 'Parquet', kind: 'B' },
}

function representationSuffix(type: string): string {
  return REPRESENTATIONS[type]?.suffix ?? ''
}

/** Where a method reads better beside another resource than the rule would put it. */
const PLACED: Record<string, { resource: string; name: string }> = {
  listEvidence: { resource: 'signals', name: 'evidence' },
  rotateWebhookSecret: { resource: 'webhookEndpoints', name: 'rotateSecret' },
  replayWebhookEvents: { resource: 'webhookEndpoints', name: 'replay' },
}

/**
 * `listFilings` is `filings.list`, `getFiling` is `filings.get`, `getDocumentText` is `documents.text`: the resource is the
 * shortest beginning of the noun that some list operation has as its plural; what remains of the noun names the method.
 */
function nameOf(operation: Operation, nouns: Set<string>): { resource: string; name: string } {
  const placed = PLACED[operation.operationId]
  if (placed) return placed
  const { verb, noun } = splitId(operation.operationId)
  if (operation.tags?.[0] === 'Service') return { resource: 'service', name: lowerFirst(noun) }
  const words = noun.match(/[A-Z][a-z0-9]*/g) ?? [noun]
  for (let count = 1; count <= words.length; count++) {
    const beginning = words.slice(0, count).join('')
    const resource = [plural(beginning), beginning].find((candidate) => nouns.has(candidate))
    if (!resource) continue
    const rest = words.slice(count).join('')
    if (rest === '') return { resource: lowerFirst(resource), name: verb }
    return {
      resource: lowerFirst(resource),
      name: verb === 'get' || verb === 'list' ? lowerFirst(rest) : verb + rest,
    }
  }
  return { resource: lowerFirst(noun), name: verb }
}

function splitId(operationId: string): { verb: string; noun: string } {
  const match = /^([a-z]+)([A-Z]\w*)$/.exec(operationId)
  if (!match?.[1] || !match[2]) throw new Error(`operationId ${operationId} is not verb + noun`)
  return { verb: match[1], noun: match[2] }
}

function plural(noun: string): string {
  return /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`
}

export function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1)
}

export function upperFirst(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
