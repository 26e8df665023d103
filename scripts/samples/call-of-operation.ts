import type { QueryValue, SampleCall } from './call.ts'
import {
  type CallExample,
  type ContractDocument,
  type ContractParameter,
  type Operation,
  parametersOf,
  successOf,
} from './contract.ts'
import { exampleOf } from './examples.ts'

/** What the SDK appends to the name of a method for a representation that is not JSON. */
const SUFFIXES: Record<string, string> = {
  'text/plain': 'Plain',
  'text/markdown': 'Markdown',
  'text/html': 'Html',
  'text/csv': 'Csv',
  'application/x-ndjson': 'Ndjson',
  'application/octet-stream': 'Bytes',
  'application/vnd.apache.parquet': 'Parquet',
}

const TEXTS = /^text\/(?!event-stream)|ndjson/
const OAUTH = /^\/oauth\//

/** The contract, and how the SDK spells its operations. */
export interface SampleSource {
  document: ContractDocument
  sdkMethods: Record<string, string>
  baseUrl: string
}

/** An operation as a call, with the values of its example; those in `given` win. */
export function callOf(
  { document, sdkMethods, baseUrl }: SampleSource,
  entry: Operation,
  given: CallExample = {},
): SampleCall {
  const { path, method, operation } = entry
  const parameters = parametersOf(document, entry)
  const example = { ...exampleOf(entry), ...given }
  const types = acceptableTypes(document, entry)
  const accept = example.accept ?? types[0] ?? ''
  const body = example.body
  const kinds = Object.keys(operation.requestBody?.content ?? {})
  return {
    method: method.toUpperCase(),
    path,
    pathValues: pathValues(parameters, example),
    query: Object.entries(example.query ?? {}).map(([name, value]) => [name, value as QueryValue]),
    headers: { ...requiredHeaders(parameters), ...example.headers },
    body,
    bodyKind: kinds.length === 0 ? 'none' : kinds[0] === 'application/json' ? 'json' : 'form',
    accept,
    credentials: credentialsOf(entry),
    changesState: operation['x-idempotency-key'] === true,
    takesQuery: parameters.some((parameter) => parameter.in === 'query'),
    baseUrl,
    sdkMethod: sdkMethodFor(sdkMethods[operation.operationId], types, accept),
    answer: answerOf(document, entry, accept),
  }
}

/** The representations a success can have, the one that is sent unasked first. */
export function acceptableTypes(document: ContractDocument, entry: Operation): string[] {
  const { response } = successOf(document, entry)
  const types = Object.keys(response.content ?? {}).filter((type) => !type.includes('problem'))
  return types.sort((a, b) => Number(b === 'application/json') - Number(a === 'application/json'))
}

function pathValues(parameters: ContractParameter[], example: CallExample): Record<string, string> {
  return Object.fromEntries(
    parameters
      .filter((parameter) => parameter.in === 'path')
      .map(({ name, example: own }) => [name, String(example.path?.[name] ?? own ?? '')]),
  )
}

/** `If-Match`, where the operation insists on it: the reader puts in what the answer before said. */
function requiredHeaders(parameters: ContractParameter[]): Record<string, string> {
  return Object.fromEntries(
    parameters
      .filter((parameter) => parameter.in === 'header' && parameter.required)
      .map(({ name }) => [name, 'W/"the ETag of the last answer"']),
  )
}

function credentialsOf({ path, operation }: Operation): SampleCall['credentials'] {
  if (OAUTH.test(path)) return 'basic'
  return operation.security?.length === 0 ? 'none' : 'key'
}

function sdkMethodFor(method: string | undefined, types: string[], accept: string): string | undefined {
  if (method === undefined || accept === types[0] || accept === '') return method
  const [suffix, own] = [SUFFIXES[accept], SUFFIXES[types[0] ?? ''] ?? '']
  if (suffix === undefined) return undefined
  return `${own !== '' && method.endsWith(own) ? method.slice(0, -own.length) : method}${suffix}`
}

function answerOf(document: ContractDocument, entry: Operation, accept: string): SampleCall['answer'] {
  if (accept === '') return 'none'
  if (accept === 'text/event-stream') return 'stream'
  if (TEXTS.test(accept)) return 'text'
  if (accept !== 'application/json') return 'bytes'
  return isPage(document, entry) ? 'page' : 'json'
}

/** True when the operation answers with a page of a list. */
export function isPage(document: ContractDocument, entry: Operation): boolean {
  const names = parametersOf(document, entry).map(({ name }) => name)
  return (
    names.includes('cursor') || (entry.operation.operationId.startsWith('list') && hasData(document, entry))
  )
}

function hasData(document: ContractDocument, entry: Operation): boolean {
  const schema = successOf(document, entry).response.content?.['application/json']?.schema
  const name = schema?.$ref?.split('/').pop() ?? ''
  const component = document.components?.schemas?.[name] as { properties?: object } | undefined
  return component?.properties !== undefined && 'data' in component.properties
}
