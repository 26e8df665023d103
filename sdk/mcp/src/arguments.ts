import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import formats from 'ajv-formats'
import { nearest } from '../../contract/nearest.ts'
import type { JsonSchema } from '../../contract/read-contract.ts'
import { ToolError } from './tool.ts'

// Schemas of the contract carry words of OpenAPI, which say nothing about validity; one value is taken for a list of one.
const ajv = new Ajv({ strict: false, allErrors: true, useDefaults: true, coerceTypes: 'array' })
formats.default(ajv as never)

const compiled = new WeakMap<JsonSchema, ValidateFunction>()

/** The arguments with defaults filled in, or a `ToolError` that names everything that is wrong with them. */
export function checkedArguments(schema: JsonSchema, given: unknown): Record<string, unknown> {
  const validate = compiled.get(schema) ?? ajv.compile(schema)
  compiled.set(schema, validate)
  const input = structuredClone(given ?? {}) as Record<string, unknown>
  if (validate(input)) return input
  const known = Object.keys((schema.properties ?? {}) as object)
  const errors = (validate.errors ?? []).slice(0, 10).map((error) => described(error, known))
  throw new ToolError('invalid_arguments', errors.map(({ detail }) => detail).join(' '), { errors })
}

function described({ keyword, instancePath, params, message }: ErrorObject, known: string[]) {
  const at = instancePath.replace(/^\//, '').replaceAll('/', '.')
  if (keyword === 'additionalProperties') {
    const name = String(params.additionalProperty)
    const suggestion = at === '' ? nearest(name, known) : undefined
    const hint = suggestion ? `; did you mean \`${suggestion}\`?` : '.'
    return { argument: name, detail: `There is no argument \`${name}\`${hint}`, suggestion }
  }
  if (keyword === 'required') {
    const name = [at, String(params.missingProperty)].filter(Boolean).join('.')
    return { argument: name, detail: `\`${name}\` is missing.` }
  }
  const allowed = keyword === 'enum' ? `: ${(params.allowedValues as unknown[]).slice(0, 40).join(', ')}` : ''
  return { argument: at, detail: `\`${at}\` ${message}${allowed}.` }
}
