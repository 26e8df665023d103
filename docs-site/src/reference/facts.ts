import { acceptableTypes, isPage } from '../../../scripts/samples/call-of-operation.ts'
import {
  type ContractResponse,
  type Operation,
  parametersOf,
  resolved,
  type Schema,
  successOf,
} from '../../../scripts/samples/contract.ts'
import { type FieldNode, fieldsOf, parameterField } from './fields.ts'
import { contract, sdkMethods } from './operations.ts'

/** Everything a page says about an operation, in the order in which it says it. */
export interface OperationFacts {
  sdkMethod: string | undefined
  /** True when nobody needs a key. */
  isPublic: boolean
  scopes: string[]
  cost: number
  billing: string
  isPaged: boolean
  takesAsOf: boolean
  /** Null when the operation only reads. */
  idempotency: 'key' | 'safe' | null
  needsIfMatch: boolean
  isTestable: boolean
  parameters: { place: 'path' | 'query' | 'header'; fields: FieldNode[] }[]
  body: { type: string; description: string; required: boolean; fields: FieldNode[] } | null
  answer: {
    status: string
    description: string
    types: string[]
    schema: Schema | undefined
    fields: FieldNode[]
    headers: { name: string; description: string; example: string }[]
  }
  problemCodes: string[]
}

export function factsOf(entry: Operation): OperationFacts {
  const { operation, method } = entry
  const parameters = parametersOf(contract, entry)
  const names = parameters.map(({ name }) => name)
  const [bodyType, body] = Object.entries(operation.requestBody?.content ?? {})[0] ?? []
  const { status, response } = successOf(contract, entry)
  const schema = response.content?.['application/json']?.schema
  return {
    sdkMethod: sdkMethods[operation.operationId],
    isPublic: operation.security?.length === 0,
    scopes: operation['x-required-scopes'] ?? [],
    cost: operation['x-cost'] ?? 0,
    billing: operation['x-billing'] ?? '',
    isPaged: isPage(contract, entry) && names.includes('cursor'),
    takesAsOf: names.includes('as_of'),
    idempotency: operation['x-idempotency-key'] ? 'key' : method === 'get' ? null : 'safe',
    needsIfMatch: operation['x-require-if-match'] === true,
    isTestable: names.includes('Latent-Test-Scenario'),
    parameters: (['path', 'query', 'header'] as const).flatMap((place) => {
      const fields = parameters
        .filter((parameter) => parameter.in === place)
        .map((parameter) => parameterField(contract, parameter))
      return fields.length === 0 ? [] : [{ place, fields }]
    }),
    body: body
      ? {
          type: bodyType ?? '',
          description: operation.requestBody?.description ?? '',
          required: operation.requestBody?.required ?? false,
          fields: fieldsOf(contract, body.schema, 'field.body'),
        }
      : null,
    answer: {
      status,
      description: response.description ?? '',
      types: acceptableTypes(contract, entry),
      schema,
      fields: schema ? fieldsOf(contract, schema, 'field.answer') : [],
      headers: headersOf(response),
    },
    problemCodes: operation['x-problem-codes'] ?? [],
  }
}

function headersOf({ headers = {} }: ContractResponse): OperationFacts['answer']['headers'] {
  return Object.entries(headers).map(([name, header]) => {
    const { description = '', schema } = resolved<{ description?: string; schema?: Schema }>(contract, header)
    return { name, description, example: String(schema?.examples?.[0] ?? '') }
  })
}
