import type { ContractOperation, ContractParameter, JsonSchema } from '../../contract/read-contract.ts'
import type { LatentClient } from '../../src/index.ts'
import type { Terminal } from './terminal.ts'

export interface Flag {
  /** Without its dashes. */
  name: string
  /** Name in the contract. */
  field: string
  kind: 'string' | 'number' | 'boolean' | 'json'
  multiple: boolean
  description: string
  allowed?: readonly string[]
  required?: boolean
  in: 'query' | 'body' | 'command'
}

export interface Command {
  /** Such as `filings list`. */
  words: readonly string[]
  summary: string
  description: string
  /** Names of what comes without a flag. */
  positionals: readonly { name: string; description: string; optional?: boolean; multiple?: boolean }[]
  flags: readonly Flag[]
  operation?: ContractOperation
  /** Asked before it is done. */
  confirm?: boolean
  /** Not shown in lists of commands. */
  hidden?: boolean
  run(context: CommandContext): Promise<void>
}

export interface CommandContext {
  command: Command
  positionals: string[]
  flags: Record<string, unknown>
  settings: Settings
  terminal: Terminal
  signal: AbortSignal
  /** Made when it is needed: help and configuration need no key. */
  client(): Promise<LatentClient>
}

/** What the global flags say. */
export interface Settings {
  json: boolean
  all: boolean
  limit: number | undefined
  asOf: string | undefined
  baseUrl: string | undefined
  profile: string | undefined
  yes: boolean
  output: string | undefined
}

/** A parameter of an operation as a flag: `form_type` is `--form-type`. */
export function queryFlag({ name, schema, description, required }: ContractParameter): Flag {
  return { ...flagOf(name, schema, description), required, in: 'query' }
}

/** The fields of a body as flags; what is an object inside is given as JSON. */
export function bodyFlags(body: JsonSchema | null): Flag[] {
  const required = new Set((body?.required ?? []) as string[])
  return Object.entries((body?.properties ?? {}) as Record<string, JsonSchema>).map(([name, schema]) => ({
    ...flagOf(name, schema, String(schema.description ?? '')),
    required: required.has(name),
    in: 'body' as const,
  }))
}

function flagOf(field: string, schema: JsonSchema, description: string): Omit<Flag, 'in'> {
  const multiple = typeOf(schema) === 'array'
  const one = multiple ? ((schema.items ?? {}) as JsonSchema) : schema
  const type = typeOf(one)
  const kind =
    type === 'boolean'
      ? 'boolean'
      : type === 'integer' || type === 'number'
        ? 'number'
        : type === 'string'
          ? 'string'
          : 'json'
  const allowed = ((one.enum as unknown[] | undefined) ?? []).filter((value) => typeof value === 'string')
  return {
    name: field.replaceAll('_', '-'),
    field,
    kind,
    multiple,
    description: firstSentence(description),
    ...(allowed.length > 0 && { allowed }),
  }
}

/** The type, of several the one that is not null. */
function typeOf(schema: JsonSchema): string | undefined {
  const { type } = schema
  if (Array.isArray(type)) return type.find((one) => one !== 'null')
  return type as string | undefined
}

export function firstSentence(text: string): string {
  return /^[\s\S]*?\.(?=\s|$)/.exec(text)?.[0].replace(/\s+/g, ' ') ?? text.replace(/\s+/g, ' ')
}
