interface Schema {
  type?: string | string[]
  required?: string[]
  properties?: Record<string, Schema>
  examples?: unknown[]
  enum?: unknown[]
  default?: unknown
  minimum?: number
}

interface JsonBody {
  example?: unknown
  examples?: Record<string, { value?: unknown }>
  schema?: Schema
}

/** The body an operation is tried with, or undefined when it takes none. `working` is one known to be answered. */
export function exampleBody(content: Record<string, unknown> | undefined, working: unknown): unknown {
  const json = content?.['application/json'] as JsonBody | undefined
  if (!json) return undefined
  const named = Object.values(json.examples ?? {})[0]?.value
  return working ?? json.example ?? named ?? exampleOf(json.schema ?? {})
}

/** The smallest value a schema describes: what is required, with the examples it gives. */
function exampleOf(schema: Schema): unknown {
  const given = schema.examples?.[0] ?? schema.default ?? schema.enum?.[0]
  if (given !== undefined) return given
  if (schema.properties) {
    const { properties } = schema
    return Object.fromEntries(
      (schema.required ?? []).map((name) => [name, exampleOf(properties[name] ?? {})]),
    )
  }
  if (schema.type === 'integer' || schema.type === 'number') return schema.minimum ?? 0
  if (schema.type === 'array') return []
  if (schema.type === 'boolean') return false
  return ''
}
