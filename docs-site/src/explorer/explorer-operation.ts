import type { SampleCall } from '../../../scripts/samples/call.ts'
import { acceptableTypes, callOf, isPage } from '../../../scripts/samples/call-of-operation.ts'
import {
  type ContractParameter,
  type Operation,
  operationsOf,
  parametersOf,
  type Schema,
} from '../../../scripts/samples/contract.ts'
import { exampleOf } from '../../../scripts/samples/examples.ts'
import { unwrapped } from '../reference/fields.ts'
import { contract, sdkMethods, titleOf } from '../reference/operations.ts'

/** What the explorer knows of an operation: small enough to be in its page. */
export interface ExplorerOperation {
  operationId: string
  title: string
  /** Upper case. */
  method: string
  path: string
  fields: ExplorerField[]
  body: { kind: 'json' | 'form'; schema: Schema; example: string } | null
  /** The forms an answer can have, the one that is sent unasked first. */
  representations: Pick<SampleCall, 'accept' | 'sdkMethod' | 'answer'>[]
  credentials: SampleCall['credentials']
  scopes: string[]
  changesState: boolean
  takesQuery: boolean
  /** Values of `Latent-Test-Scenario`; empty where there are none. */
  scenarios: string[]
}

export interface ExplorerField {
  name: string
  in: 'path' | 'query' | 'header'
  required: boolean
  description: string
  kind: 'string' | 'integer' | 'boolean' | 'list'
  /** Values to choose from; of a list any number of them. */
  choices: string[]
  initial: string
  placeholder: string
  /** Where a value can be found that is right for whoever asks: the list this is an entry of, the object with this ETag. */
  foundAt: string | null
}

const SCENARIO = 'Latent-Test-Scenario'
const MAX_DEPTH = 10

/** The part of the contract that a form for the operation needs. */
export function explorerOperation(entry: Operation): ExplorerOperation {
  const { path, method, operation } = entry
  const source = { document: contract, sdkMethods, baseUrl: '' }
  const parameters = parametersOf(contract, entry)
  const call = callOf(source, entry)
  const types = acceptableTypes(contract, entry).sort(
    (a, b) => Number(b === call.accept) - Number(a === call.accept),
  )
  const [kind, content] = Object.entries(operation.requestBody?.content ?? {})[0] ?? []
  return {
    operationId: operation.operationId,
    title: titleOf(entry),
    method: method.toUpperCase(),
    path,
    fields: fieldsOfForm(entry, parameters),
    body: content
      ? {
          kind: kind === 'application/json' ? 'json' : 'form',
          schema: wholeSchema(content.schema),
          example: JSON.stringify(recent(call.body ?? {}), null, 2),
        }
      : null,
    representations: (types.length > 0 ? types : ['']).map((accept) => {
      const { sdkMethod, answer } = callOf(source, entry, { accept })
      return { accept, sdkMethod, answer }
    }),
    credentials: call.credentials,
    scopes: operation['x-required-scopes'] ?? [],
    changesState: call.changesState,
    takesQuery: call.takesQuery,
    scenarios: (parameters.find(({ name }) => name === SCENARIO)?.schema?.enum ?? []).map(String),
  }
}

const DAY_MS = 86_400_000

/** What is to be sent again lies in the last 30 days, which no example that is written down does for long. */
function recent(body: object): object {
  return 'since' in body ? { ...body, since: new Date(Date.now() - DAY_MS).toISOString() } : body
}

const ORDER = { path: 0, query: 1, header: 2 }

function fieldsOfForm(entry: Operation, parameters: ContractParameter[]): ExplorerField[] {
  const example = exampleOf(entry)
  const given: Record<string, unknown> = { ...example.path, ...example.query }
  return parameters
    .filter(({ name }) => name !== SCENARIO)
    .map((parameter): ExplorerField => {
      const { name, in: place, required = false, description = '', schema = {} } = parameter
      const plain = unwrapped(contract, schema)
      const item = plain.items ? unwrapped(contract, plain.items) : undefined
      const known = given[name]
      const etag = name === 'If-Match' ? 'W/"the ETag of the object"' : undefined
      const sample =
        etag ?? parameter.example ?? plain.examples?.[0] ?? item?.examples?.[0] ?? plain.default ?? ''
      return {
        name,
        in: place,
        required: required || place === 'path',
        description,
        kind: kindOf(plain),
        choices: (plain.enum ?? item?.enum ?? []).map(String),
        initial: known !== undefined ? textOf(known) : required || place === 'path' ? textOf(sample) : '',
        placeholder: textOf(sample),
        foundAt: known === undefined ? placeOf(entry, name, place) : null,
      }
    })
    .sort((a, b) => ORDER[a.in] - ORDER[b.in])
}

function kindOf(schema: Schema): ExplorerField['kind'] {
  const types = [schema.type ?? 'string'].flat()
  if (types.includes('array')) return 'list'
  if (types.includes('integer') || types.includes('number')) return 'integer'
  return types.includes('boolean') ? 'boolean' : 'string'
}

function textOf(value: unknown): string {
  return Array.isArray(value) ? value.join(',') : String(value)
}

/** `If-Match` names the version of the object itself; an id stands in the list it is an entry of. */
function placeOf({ path }: Operation, name: string, place: ExplorerField['in']): string | null {
  if (name === 'If-Match') return hasGet(path) ? path : null
  return place === 'path' ? listOf(path, name) : null
}

function hasGet(path: string): boolean {
  return contract.paths[path]?.get !== undefined
}

/** The address before `/{name}`, where it is a list. */
function listOf(path: string, name: string): string | null {
  const address = path.slice(0, path.indexOf(`/{${name}}`))
  const list = operationsOf(contract).find((one) => one.path === address && one.method === 'get')
  return list && isPage(contract, list) ? address : null
}

/** The schema with what it refers to in place, so that the browser needs no other part of the contract. */
function wholeSchema(schema: Schema, depth = 0): Schema {
  const plain = unwrapped(contract, schema)
  if (depth >= MAX_DEPTH) return {}
  const inner = (one: Schema) => wholeSchema(one, depth + 1)
  return {
    ...plain,
    ...(plain.properties
      ? {
          properties: Object.fromEntries(
            Object.entries(plain.properties).map(([name, property]) => [name, inner(property)]),
          ),
        }
      : {}),
    ...(plain.items ? { items: inner(plain.items) } : {}),
    ...(plain.anyOf ? { anyOf: plain.anyOf.map(inner) } : {}),
  }
}
