import { contract } from '../../../contract/contract.ts'
import { nearest } from '../../../contract/nearest.ts'
import type { ContractOperation, JsonSchema } from '../../../contract/read-contract.ts'
import { checkedArguments } from '../arguments.ts'
import { portionOf } from '../budget.ts'
import { budgetSchema } from '../schemas.ts'
import { defineTool, ToolError } from '../tool.ts'
import { UNTRUSTED } from '../untrusted.ts'

/** Operations that only read, under a scope that only reads, and whose answer is JSON. */
export const OPERATIONS: readonly ContractOperation[] = contract.operations.filter(
  ({ reads, answer, scopes }) =>
    reads &&
    (answer === 'list' || answer === 'object') &&
    scopes.every((scope) => /:(read|verify)$/.test(scope)),
)

const byId = new Map(OPERATIONS.map((operation) => [operation.operation_id, operation]))
const schemas = new Map(OPERATIONS.map((operation) => [operation.operation_id, inputSchemaOf(operation)]))

/** What an operation takes: its parameters by their names, and its body as `body`. */
function inputSchemaOf({ parameters, body, body_required }: ContractOperation): JsonSchema {
  const required = parameters.filter((parameter) => parameter.required).map(({ name }) => name)
  return {
    type: 'object',
    properties: {
      ...Object.fromEntries(
        parameters.map(({ name, schema, description }) => [name, { ...schema, description }]),
      ),
      ...(body && { body }),
    },
    required: [...required, ...(body_required ? ['body'] : [])],
    additionalProperties: false,
  }
}

interface ListOperations {
  query?: string
  operation_id?: string
}

export const listOperations = defineTool<ListOperations>({
  name: 'list_operations',
  title: 'List operations of the API',
  description:
    'Operations that read, with their scopes and costs; with `operation_id`, one of them with the JSON schema of its arguments for call_operation. Needs no key.',
  inputSchema: {
    type: 'object',
    properties: {
      query: {
        type: 'string',
        minLength: 1,
        maxLength: 100,
        description: 'Only those that mention every word.',
      },
      operation_id: { type: 'string', maxLength: 100, description: 'Everything about this one.' },
    },
  },
  async run({ query, operation_id }) {
    if (operation_id !== undefined) {
      const operation = operationNamed(operation_id)
      const { description, example } = operation
      return {
        structured: { ...inShort(operation), description, example, input_schema: schemas.get(operation_id) },
      }
    }
    const words = (query ?? '').toLowerCase().split(/\s+/).filter(Boolean)
    const found = OPERATIONS.filter(({ operation_id: id, path, tag, summary, description }) => {
      const text = `${id} ${path} ${tag} ${summary} ${description}`.toLowerCase()
      return words.every((word) => text.includes(word))
    })
    return { structured: { data: found.map(inShort), total: found.length } }
  },
})

function inShort({ operation_id, method, path, summary, scopes, cost }: ContractOperation) {
  return { operation_id, method, path, summary, scopes, cost }
}

interface CallOperation {
  operation_id: string
  arguments: Record<string, unknown>
  offset: number
  max_chars: number
}

export const callOperation = defineTool<CallOperation>({
  name: 'call_operation',
  title: 'Call an operation of the API',
  description:
    'Any operation of list_operations, with the arguments that its schema names. Nothing can be changed with it. Costs what the operation costs.',
  inputSchema: {
    type: 'object',
    properties: {
      operation_id: {
        type: 'string',
        maxLength: 100,
        description: 'As list_operations names it, such as `listFacts`.',
      },
      arguments: {
        type: 'object',
        default: {},
        description: 'Parameters by name, and the body as `body`. list_operations has the schema.',
      },
      offset: {
        type: 'integer',
        minimum: 0,
        maximum: 100_000_000,
        default: 0,
        description: '`next_offset` of the answer before, to go on in an object that was cut.',
      },
      max_chars: budgetSchema(20_000, 100_000),
    },
    required: ['operation_id'],
  },
  async run({ operation_id, arguments: given, offset, max_chars }, { client, signal }) {
    const operation = operationNamed(operation_id)
    const input = checkedArguments(schemas.get(operation_id) as JsonSchema, given)
    const { body, ...parameters } = input
    const query = Object.fromEntries(
      operation.parameters
        .filter((parameter) => parameter.in === 'query' && parameter.name in parameters)
        .map(({ name }) => [name, parameters[name]]),
    )
    const path = operation.path.replace(/\{(\w+)\}/g, (_, name) =>
      encodeURIComponent(String(parameters[name])),
    )
    const answer = await client()
      .request<Record<string, unknown>>(operation.method, path, { query, body, signal })
      .withResponse()
    const { status, requestId, cost } = answer
    const around = { operation_id, status, request_id: requestId, cost, untrusted: UNTRUSTED }
    return { structured: { ...around, ...withinBudget(answer.data, offset, max_chars) } }
  },
})

function operationNamed(id: string): ContractOperation {
  const operation = byId.get(id)
  if (operation) return operation
  if (contract.operations.some(({ operation_id }) => operation_id === id))
    throw new ToolError(
      'operation_not_allowed',
      `${id} does not only read JSON. Use the API or its SDK for it.`,
    )
  const suggestion = nearest(id, [...byId.keys()])
  const hint = suggestion ? ` Did you mean ${suggestion}?` : ''
  throw new ToolError('operation_not_found', `There is no operation ${id}.${hint}`, { suggestion })
}

/** The answer as it is when it fits; of a list as many entries as fit; of an object a part of its JSON. */
function withinBudget(data: unknown, offset: number, maxChars: number): Record<string, unknown> {
  const json = JSON.stringify(data) ?? 'null'
  if (offset === 0 && portionOf(json, 0, maxChars).next_offset === null) return { data }
  const { data: entries, ...page } = data as { data?: unknown[] }
  if (!Array.isArray(entries)) {
    const { text, ...portion } = portionOf(json, offset, maxChars)
    return { json_text: text, ...portion }
  }
  let fitting = entries.length
  const cut = () => ({ ...page, data: entries.slice(0, fitting) })
  while (fitting > 0 && portionOf(JSON.stringify(cut()), 0, maxChars).next_offset !== null) fitting--
  return {
    data: cut(),
    omitted_entries: entries.length - fitting,
    advice: `Only ${fitting} of ${entries.length} entries fit into max_chars: ask with limit ${Math.max(1, fitting)} and go on with next_cursor, or raise max_chars.`,
  }
}
