import type { FastifyInstance, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import type { TObject } from 'typebox'
import { Compile } from 'typebox/compile'
import Format from 'typebox/format'
import { Settings } from 'typebox/system'
import { isDate, parseInstant } from '../instants.ts'
import { nearestName } from '../nearest.ts'
import { type ProblemCode, type ProblemDetail, ProblemError } from '../problems.ts'
import { ACCESSION_PATTERN, CIK_PATTERN, SHA256_PATTERN } from '../schemas.ts'

const MAX_ERRORS = 100
const SHOWN_CHARS = 60
const MAX_JSON_CHARS = 2_000

Settings.Set({ maxErrors: MAX_ERRORS })
Format.Set('date-time', (text: string) => parseInstant(text) !== undefined)
Format.Set('date', isDate)

/** What a value should have looked like, by the pattern or format it misses. */
const EXPECTATIONS: Record<string, string> = {
  [CIK_PATTERN]: 'is not a CIK: 1 to 10 digits, with or without leading zeros',
  [ACCESSION_PATTERN]:
    'is not an accession number: 0001234567-25-000123, or the same 18 digits without dashes',
  [SHA256_PATTERN]: 'is not a SHA-256: 64 hexadecimal digits in lower case',
  'date-time': 'is not a moment: RFC 3339 with a zone, such as 2025-10-31T10:01:26Z',
  date: 'is not a day of the calendar: YYYY-MM-DD',
}

type Part = 'params' | 'querystring' | 'body'
interface Validator {
  schema: TObject
  compiled: ReturnType<typeof Compile>
}

/**
 * Validates path, query and body against the schemas of the route and reports everything that is wrong at once. Only
 * texts of the query become numbers or lists, and only where the schema says so; a body is never converted.
 */
export const validation = fp(
  async (app: FastifyInstance) => {
    app.setValidatorCompiler(() => () => true)
    const validators = new Map<unknown, Partial<Record<Part, Validator>>>()

    app.addHook('onRoute', (route) => {
      const schema = route.schema as Partial<Record<Part, TObject>> | undefined
      if (!schema) return
      const compiled: Partial<Record<Part, Validator>> = {}
      for (const part of ['params', 'querystring', 'body'] as const) {
        const one = schema[part]
        if (one) compiled[part] = { schema: one, compiled: Compile(one) }
      }
      validators.set(schema, compiled)
    })

    app.addHook('preValidation', async (request) => {
      const parts = validators.get(request.routeOptions.schema)
      const errors: ProblemDetail[] = []
      if (parts?.params) errors.push(...check('params', parts.params, request.params))
      errors.push(...readQuery(request, parts?.querystring))
      if (parts?.body) errors.push(...check('body', parts.body, request.body))
      if (errors.length > 0) throw problemOf(errors)
    })
  },
  { name: 'validation' },
)

/** One code when all entries share it, `invalid_request` otherwise. */
export function problemOf(errors: ProblemDetail[]): ProblemError {
  const [first] = errors
  const same = errors.every((error) => error.code === first?.code)
  return new ProblemError(same && first ? first.code : 'invalid_request', {
    detail: errors
      .map((error) => error.detail)
      .join(' ')
      .slice(0, MAX_JSON_CHARS),
    errors,
  })
}

function readQuery(request: FastifyRequest, validator: Validator | undefined): ProblemDetail[] {
  const given = request.query as Record<string, string | string[]>
  const properties = validator?.schema.properties ?? {}
  const errors: ProblemDetail[] = []
  const query: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(given)) {
    const schema = properties[name] as { type?: string; items?: object } | undefined
    if (!schema || !Object.hasOwn(properties, name)) {
      if (errors.length < MAX_ERRORS) errors.push(unknown('parameter', name, Object.keys(properties)))
      continue
    }
    if (schema.type === 'array') {
      query[name] = [value]
        .flat()
        .flatMap((text) => text.split(','))
        .map((text) => text.trim())
    } else if (Array.isArray(value)) {
      errors.push({
        parameter: name,
        code: 'duplicate_parameter',
        detail: `${name} takes one value but was given ${value.length} times.`,
      })
    } else query[name] = convert(value, schema.type)
  }
  if (validator) {
    errors.push(...check('querystring', validator, query))
    for (const [name, schema] of Object.entries(properties)) {
      const { default: preset } = schema as { default?: unknown }
      if (query[name] === undefined && preset !== undefined) query[name] = preset
    }
  }
  request.query = query
  return errors
}

function convert(text: string, type: string | undefined): unknown {
  if (type === 'integer' && /^-?(?:0|[1-9]\d{0,15})$/.test(text) && text !== '-0') return Number(text)
  if (type === 'number' && /^-?(?:0|[1-9]\d{0,15})(?:\.\d{1,15})?$/.test(text)) return Number(text)
  if (type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true'
  return text
}

function check(part: Part, { schema, compiled }: Validator, value: unknown): ProblemDetail[] {
  if (compiled.Check(value)) return []
  const details = new Map<string, ProblemDetail>()
  for (const error of compiled.Errors(value)) {
    for (const detail of explain(part, schema, error as unknown as SchemaError, value)) {
      const address = `${detail.parameter ?? detail.pointer} ${detail.code}`
      if (!details.has(address)) details.set(address, detail)
    }
  }
  return [...details.values()]
}

interface SchemaError {
  keyword: string
  instancePath: string
  message: string
  params: Record<string, unknown>
}

function explain(part: Part, schema: TObject, error: SchemaError, value: unknown): ProblemDetail[] {
  const names = Object.keys(schema.properties)
  const kind = part === 'body' ? 'field' : 'parameter'
  const { keyword, instancePath, params } = error
  const at = (path: string) =>
    kind === 'field' ? { pointer: path } : { parameter: path.split('/')[1] ?? path }
  if (keyword === 'boolean') return []
  if (keyword === 'additionalProperties') {
    return (params.additionalProperties as string[]).map((name) => unknown(kind, name, names, instancePath))
  }
  if (keyword === 'required') {
    return (params.requiredProperties as string[]).map((name) => ({
      ...at(`${instancePath}/${name}`),
      code: `missing_${kind}` as ProblemCode,
      detail: `${name} is required.`,
    }))
  }
  const found = valueAt(value, instancePath)
  const place = instancePath.split('/')[1] ?? 'The body'
  const shown = found === undefined ? '' : ` ${JSON.stringify(found).slice(0, SHOWN_CHARS)}`
  const code: ProblemCode = kind === 'field' ? 'invalid_field' : 'invalid_parameter'
  if (keyword === 'enum') {
    const allowed = (params.allowedValues as unknown[]).map(String)
    const suggestion = typeof found === 'string' ? nearestName(found, allowed) : undefined
    return [
      {
        ...at(instancePath),
        code,
        detail: `${place}:${shown} is not one of ${allowed.join(', ')}.`,
        allowed,
        ...(suggestion ? { suggestion } : {}),
      },
    ]
  }
  const expectation = EXPECTATIONS[String(params.pattern ?? params.format)] ?? error.message
  const suggestion =
    keyword === 'format' && typeof found === 'string' ? repair(found, String(params.format)) : undefined
  return [
    {
      ...at(instancePath),
      code,
      detail: `${place}:${shown} ${expectation}.`,
      ...(suggestion ? { suggestion } : {}),
    },
  ]
}

/** A day where a moment is needed, and a `+` that the query string turned into a space, are the usual slips. */
function repair(text: string, format: string): string | undefined {
  if (format === 'date-time') {
    if (isDate(text)) return `${text}T00:00:00Z`
    for (const candidate of [text.replace(' ', '+'), `${text}Z`, `${text.replace(' ', 'T')}Z`]) {
      if (parseInstant(candidate) !== undefined) return candidate.replace('+', '%2B')
    }
  }
  if (format === 'date') {
    const compact = /^(\d{4})(\d\d)(\d\d)$/.exec(text)
    const day = compact ? `${compact[1]}-${compact[2]}-${compact[3]}` : text.slice(0, 10)
    if (isDate(day)) return day
  }
  return undefined
}

function unknown(kind: 'parameter' | 'field', name: string, valid: string[], path = ''): ProblemDetail {
  const suggestion = nearestName(name, valid)
  const shown = name.slice(0, SHOWN_CHARS)
  return {
    ...(kind === 'field' ? { pointer: `${path}/${shown}` } : { parameter: shown }),
    code: `unknown_${kind}` as ProblemCode,
    detail: `There is no ${kind} ${JSON.stringify(shown)}${suggestion ? `; did you mean ${suggestion}?` : '.'}`,
    ...(suggestion ? { suggestion } : { allowed: valid }),
  }
}

function valueAt(value: unknown, path: string): unknown {
  let found = value
  for (const step of path.split('/').slice(1)) {
    if (typeof found !== 'object' || found === null) return undefined
    found = (found as Record<string, unknown>)[step]
  }
  return found
}
