/** The parts of the OpenAPI document that samples and forms are made from. */
export interface ContractDocument {
  paths: Record<string, Record<string, ContractOperation>>
  components?: Record<string, Record<string, unknown>>
  tags?: { name: string; description?: string }[]
  [key: string]: unknown
}

export interface ContractOperation {
  operationId: string
  summary?: string
  description?: string
  deprecated?: boolean
  tags?: string[]
  security?: unknown[]
  parameters?: (ContractParameter | Reference)[]
  requestBody?: { required?: boolean; description?: string; content: Record<string, { schema: Schema }> }
  responses: Record<string, ContractResponse | Reference>
  'x-required-scopes'?: string[]
  'x-cost'?: number
  'x-billing'?: string
  'x-problem-codes'?: string[]
  'x-example'?: CallExample
  'x-idempotency-key'?: boolean
  'x-require-if-match'?: boolean
  'x-sunset'?: string
}

export interface Reference {
  $ref: string
}

export interface ContractParameter {
  name: string
  in: 'path' | 'query' | 'header'
  required?: boolean
  description?: string
  schema?: Schema
  example?: unknown
}

export interface ContractResponse {
  description?: string
  headers?: Record<string, Reference | { description?: string; schema?: Schema }>
  content?: Record<
    string,
    { schema?: Schema; examples?: Record<string, Reference | { summary?: string; value?: unknown }> }
  >
}

/** JSON Schema as the contract uses it. */
export interface Schema {
  $ref?: string
  type?: string | string[]
  format?: string
  description?: string
  enum?: unknown[]
  'x-extensible-enum'?: unknown[]
  anyOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  additionalProperties?: boolean | Schema
  default?: unknown
  example?: unknown
  examples?: unknown[]
  pattern?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  minItems?: number
  maxItems?: number
  uniqueItems?: boolean
}

/** Values with which an operation can be called. */
export interface CallExample {
  path?: Record<string, unknown>
  query?: Record<string, unknown>
  headers?: Record<string, string>
  body?: unknown
  /** The representation to ask for, where JSON is not what there is. */
  accept?: string
}

export interface Operation {
  path: string
  /** Lower case, as in the contract. */
  method: string
  operation: ContractOperation
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete']

/** Every operation of a document, in its order. */
export function operationsOf(document: ContractDocument): Operation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => (item[method] ? [{ path, method, operation: item[method] }] : [])),
  )
}

/** What a `$ref` points to, or the value itself when it is none. */
export function resolved<T extends object>(document: ContractDocument, value: T | Reference): T {
  if (!('$ref' in value) || typeof value.$ref !== 'string') return value as T
  let found: unknown = document
  for (const part of value.$ref.replace(/^#\//, '').split('/')) {
    const name = decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~')
    found = (found as Record<string, unknown> | undefined)?.[name]
  }
  if (found === undefined) throw new Error(`the contract has no ${value.$ref}`)
  return found as T
}

export function parametersOf(document: ContractDocument, { operation }: Operation): ContractParameter[] {
  return (operation.parameters ?? []).map((parameter) => resolved(document, parameter))
}

/** The answer of success with its status, such as 200 or 201. */
export function successOf(
  document: ContractDocument,
  { operation }: Operation,
): { status: string; response: ContractResponse } {
  const [status, response] = Object.entries(operation.responses).find(([code]) => code.startsWith('2')) ?? []
  if (status === undefined || response === undefined) {
    throw new Error(`${operation.operationId} has no answer of success`)
  }
  return { status, response: resolved(document, response) }
}
