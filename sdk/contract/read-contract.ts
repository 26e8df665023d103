import { type Document, methodsOf, type Operation, REPRESENTATIONS } from '../scripts/operations.ts'

/** A schema of the contract, as JSON Schema. */
export type JsonSchema = Record<string, unknown>

export interface ContractParameter {
  name: string
  in: 'path' | 'query'
  required: boolean
  description: string
  schema: JsonSchema
}

/** What the command line and the server for assistants know of an operation: how to call it and how to explain it. */
export interface ContractOperation {
  operation_id: string
  /** As the SDK has it: `client[resource][method]`. */
  resource: string
  name: string
  /** The method that answers in the first media type, where that is not JSON. */
  file_method: string
  method: string
  path: string
  tag: string
  summary: string
  description: string
  scopes: string[]
  cost: number
  /** False for what changes something. */
  reads: boolean
  answer: 'list' | 'object' | 'stream' | 'file' | 'nothing'
  /** The media types of the answer, the default first. */
  media_types: string[]
  parameters: ContractParameter[]
  body: JsonSchema | null
  body_required: boolean
  example: { path?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown } | null
}

export interface Contract {
  version: string
  operations: ContractOperation[]
}

/** The operations of an OpenAPI document that have a method in the SDK, without what only describes their answers. */
export function readContract(openapi: unknown): Contract {
  const document = openapi as Document
  return {
    version: document.info.version,
    operations: methodsOf(document).map(({ resource, name, operation, http, path, ...method }) => {
      const body = operation.requestBody?.content['application/json']?.schema
      const answer = answerOf(document, operation)
      return {
        operation_id: operation.operationId,
        resource,
        name,
        file_method: name + (REPRESENTATIONS[answer.media_types[0] ?? '']?.suffix ?? ''),
        method: http,
        path,
        tag: operation.tags?.[0] ?? '',
        summary: operation.summary ?? '',
        description: operation.description ?? '',
        scopes: operation['x-required-scopes'] ?? [],
        cost: operation['x-cost'] ?? 0,
        reads: isReading(http, operation),
        ...answer,
        parameters: [...method.pathParameters, ...method.queryParameters].map((parameter) => ({
          name: parameter.name ?? '',
          in: parameter.in as 'path' | 'query',
          required: parameter.required ?? false,
          description: parameter.description ?? '',
          schema: selfContained(document, parameter.schema ?? {}) as JsonSchema,
        })),
        body: body ? (selfContained(document, body) as JsonSchema) : null,
        body_required: operation.requestBody?.required ?? false,
        example: (operation as { 'x-example'?: ContractOperation['example'] })['x-example'] ?? null,
      }
    }),
  }
}

/** A POST can be a question too large for an address; then the contract calls it idempotent and asks for a scope that reads. */
function isReading(http: string, operation: Operation): boolean {
  if (http === 'GET') return true
  const scopes = operation['x-required-scopes'] ?? []
  const asks = (operation as { 'x-idempotent'?: boolean })['x-idempotent'] === true
  return asks && scopes.length > 0 && scopes.every((scope) => /:(read|verify)$/.test(scope))
}

function answerOf(
  document: Document,
  operation: Operation,
): Pick<ContractOperation, 'answer' | 'media_types'> {
  const [, success] = Object.entries(operation.responses).find(([status]) => status.startsWith('2')) ?? []
  const media_types = Object.keys(success?.content ?? {})
  const [first] = media_types
  if (first === undefined) return { answer: 'nothing', media_types }
  if (first === 'text/event-stream') return { answer: 'stream', media_types }
  if (first !== 'application/json' || operation.operationId.startsWith('download'))
    return { answer: 'file', media_types }
  const schema = success?.content?.[first]?.schema
  const name = schema?.$ref?.split('/').pop() ?? ''
  const properties = (schema?.$ref ? document.components.schemas[name] : schema)?.properties ?? {}
  return { answer: 'next_cursor' in properties ? 'list' : 'object', media_types }
}

/** The schema with every reference replaced by what it refers to. Those of requests refer to nothing that refers to itself. */
function selfContained(document: Document, value: unknown, depth = 0): unknown {
  if (depth > 40) throw new Error('a schema of a request refers to itself')
  if (Array.isArray(value)) return value.map((item) => selfContained(document, item, depth + 1))
  if (typeof value !== 'object' || value === null) return value
  const { $ref, ...rest } = value as { $ref?: string }
  if ($ref === undefined)
    return Object.fromEntries(
      Object.entries(rest).map(([key, item]) => [key, selfContained(document, item, depth + 1)]),
    )
  const target = $ref
    .replace(/^#\//, '')
    .split('/')
    .reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], document)
  return { ...(selfContained(document, target, depth + 1) as object), ...rest }
}
