import type { OperationObject } from 'fumadocs-openapi'

/** What the form needs to know of a parameter of the contract. */
export interface Parameter {
  name?: string
  in?: string
  required?: boolean
  description?: string
  schema?: unknown
  example?: unknown
  examples?: Record<string, unknown>
}

const JSON_TYPE = 'application/json'

/** One input of the explorer's form. */
export interface Field {
  name: string
  in: 'path' | 'query' | 'header'
  required: boolean
  description?: string
  /** Values to choose from; a list means the parameter accepts nothing else. */
  choices: string[] | null
  /** Values of a list parameter, any number of which may be given, separated by commas. */
  suggestions: string[]
  /** What the form starts with: only what the operation cannot do without. */
  initial: string
  placeholder: string
}

interface Schema {
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  default?: unknown
  examples?: unknown[]
  example?: unknown
  anyOf?: Schema[]
  items?: Schema
}

function choicesOf(schema: Schema | undefined): string[] | null {
  if (!schema) return null
  if (schema.enum) return schema.enum.map(String)
  if (schema.type === 'boolean') return ['true', 'false']
  if (schema.anyOf?.every((option) => option.const !== undefined)) {
    return schema.anyOf.map((option) => String(option.const))
  }
  return null
}

function exampleOf(parameter: Parameter): string {
  const schema = parameter.schema as Schema | undefined
  const named = Object.values(parameter.examples ?? {})[0] as { value?: unknown } | undefined
  const example =
    parameter.example ??
    named?.value ??
    schema?.examples?.[0] ??
    schema?.example ??
    schema?.items?.examples?.[0]
  return example === undefined ? '' : String(example)
}

/**
 * The inputs an operation takes, path parameters first. Cookies are left out: the API reads none. `working` holds values
 * with which the operation answers 200 on the fictional companies (`x-example` of the contract).
 */
export function fieldsOf(parameters: Parameter[], working: Record<string, unknown> = {}): Field[] {
  const order = { path: 0, query: 1, header: 2 }
  return parameters
    .filter((parameter) => parameter.in === 'path' || parameter.in === 'query' || parameter.in === 'header')
    .filter((parameter) => parameter.name?.toLowerCase() !== 'authorization')
    .map((parameter): Field => {
      const schema = parameter.schema as Schema | undefined
      const given = working[parameter.name ?? '']
      const example = given === undefined ? exampleOf(parameter) : String(given)
      const required = parameter.required === true || parameter.in === 'path'
      return {
        name: parameter.name ?? '',
        in: parameter.in as Field['in'],
        required,
        description: parameter.description,
        choices: choicesOf(schema),
        suggestions: choicesOf(schema?.items) ?? [],
        initial: required || given !== undefined ? example : '',
        placeholder: example || (schema?.default === undefined ? '' : `${schema.default}`),
      }
    })
    .sort((a, b) => order[a.in] - order[b.in])
}

/** The representations a success can have, JSON first. */
export function acceptable(content: Record<string, unknown> | undefined): string[] {
  return Object.keys(content ?? {}).sort((a, b) => Number(b === JSON_TYPE) - Number(a === JSON_TYPE))
}

/** A call that the operation answers with 200 on the fictional companies (`x-example` of the contract). */
interface WorkingExample {
  path?: Record<string, unknown>
  query?: Record<string, unknown>
  body?: unknown
}

export function workingExample(operation: OperationObject): WorkingExample {
  return (operation as { 'x-example'?: WorkingExample })['x-example'] ?? {}
}

/** The values of that call, by parameter. */
export function workingValues(operation: OperationObject): Record<string, unknown> {
  const { path, query } = workingExample(operation)
  return { ...path, ...query }
}

/** True when the operation answers without a key. */
export function isPublic(operation: OperationObject, security: unknown[] | undefined): boolean {
  const required = operation.security ?? security ?? []
  return required.length === 0 || required.some((entry) => Object.keys(entry as object).length === 0)
}

export interface PreparedRequest {
  url: string
  method: string
  headers: Record<string, string>
  body?: string
}

/** Puts the form into a request. Empty inputs are left out, because an empty filter is not the same as none. */
export function prepareRequest(
  baseUrl: string,
  path: string,
  method: string,
  fields: Field[],
  values: Record<string, string>,
  key: string,
  { accept = JSON_TYPE, body }: { accept?: string; body?: string } = {},
): PreparedRequest {
  const headers: Record<string, string> = { Accept: accept }
  if (key) headers.Authorization = `Bearer ${key}`
  const query = new URLSearchParams()
  let pathname = path
  for (const field of fields) {
    const value = (values[field.name] ?? '').trim()
    if (field.in === 'path') pathname = pathname.replace(`{${field.name}}`, encodeURIComponent(value))
    else if (value !== '' && field.in === 'query') query.set(field.name, value)
    else if (value !== '') headers[field.name] = value
  }
  if (body) headers['Content-Type'] = JSON_TYPE
  const search = query.size > 0 ? `?${query}` : ''
  return {
    url: `${baseUrl.replace(/\/+$/, '')}${pathname}${search}`,
    method: method.toUpperCase(),
    headers,
    body,
  }
}

function shellQuote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}

/** The request as a curl command, with the key as an environment variable so that it can be shared. */
export function toCurl({ url, method, headers, body }: PreparedRequest): string {
  const lines = [`curl ${method === 'GET' ? '' : `-X ${method} `}${shellQuote(url)}`]
  for (const [name, value] of Object.entries(headers)) {
    if (name === 'Authorization') lines.push('-H "Authorization: Bearer $LATENT_API_KEY"')
    else if (name !== 'Accept' || value !== JSON_TYPE) lines.push(`-H ${shellQuote(`${name}: ${value}`)}`)
  }
  if (body) lines.push(`--data ${shellQuote(body)}`)
  return lines.join(' \\\n  ')
}
