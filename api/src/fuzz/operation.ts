export interface Schema {
  $ref?: string
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  examples?: unknown[]
  pattern?: string
  format?: string
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  items?: Schema
  minItems?: number
  maxItems?: number
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: boolean | Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  default?: unknown
}

export interface Parameter {
  name: string
  in: 'path' | 'query' | 'header'
  required: boolean
  schema: Schema
  example?: unknown
}

export interface Example {
  path?: Record<string, unknown>
  query?: Record<string, unknown>
  body?: unknown
}

/** One operation of the contract, with everything a request to it and the judgement of its answer need. */
export interface Operation {
  id: string
  method: string
  path: string
  parameters: Parameter[]
  body: Schema | undefined
  responses: Record<string, { content?: Record<string, unknown> }>
  public: boolean
  scopes: string[]
  /** It changes something: an Idempotency-Key means something to it. */
  writes: boolean
  requiresIfMatch: boolean
  example: Example
}

export interface ContractDocument {
  paths: Record<string, Record<string, Record<string, unknown>>>
  components: Record<string, Record<string, unknown>>
}

/** Follows a reference inside the document. */
export function resolve<T extends object>(document: ContractDocument, value: T & { $ref?: string }): T {
  if (value.$ref === undefined) return value
  const found = value.$ref
    .replace(/^#\//, '')
    .split('/')
    .reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], document)
  return resolve(document, found as T & { $ref?: string })
}

/** All operations of the contract. */
export function operationsOf(document: ContractDocument): Operation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, raw]) => operationOf(document, path, method, raw)),
  )
}

function operationOf(
  document: ContractDocument,
  path: string,
  method: string,
  raw: Record<string, unknown>,
): Operation {
  const parameters = ((raw.parameters ?? []) as Parameter[]).map((one) => resolve(document, one))
  const body = raw.requestBody as { content?: Record<string, { schema?: Schema }> } | undefined
  const responses = Object.entries(raw.responses as Record<string, object>).map(([status, response]) => [
    status,
    resolve(document, response),
  ])
  return {
    id: raw.operationId as string,
    method: method.toUpperCase(),
    path,
    parameters,
    body: body?.content?.['application/json']?.schema,
    responses: Object.fromEntries(responses),
    public: Array.isArray(raw.security) && raw.security.length === 0,
    scopes: (raw['x-required-scopes'] ?? []) as string[],
    writes: raw['x-idempotency-key'] === true,
    requiresIfMatch: raw['x-require-if-match'] === true,
    example: (raw['x-example'] ?? {}) as Example,
  }
}
