interface JsonBody {
  example?: unknown
  examples?: Record<string, { value?: unknown }>
  schema?: { examples?: unknown[] }
}

/** The body an operation is tried with, or undefined when it takes none. `working` is one known to be answered. */
export function exampleBody(content: Record<string, unknown> | undefined, working: unknown): unknown {
  const json = content?.['application/json'] as JsonBody | undefined
  if (!json) return undefined
  return (
    working ??
    json.example ??
    Object.values(json.examples ?? {})[0]?.value ??
    json.schema?.examples?.[0] ??
    {}
  )
}
