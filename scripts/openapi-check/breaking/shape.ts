export type Json = Record<string, unknown>

/** A schema with its references followed and its parts put together, so that two of them can be laid side by side. */
export interface Shape {
  /** JSON types but null; without any the schema takes all of them. */
  types: string[]
  nullable: boolean
  /** The only values there are; null when there is no such list. */
  values: unknown[] | null
  /** Values of a list that may grow. */
  known: unknown[] | null
  properties: Map<string, unknown>
  required: Set<string>
  /** Schema of fields with other names, or whether there may be any. */
  rest: unknown
  items: unknown
  /** What is left of `anyOf` or `oneOf` when null is taken out; empty when there is one form only. */
  alternatives: unknown[]
  /** Everything else that is written in it: limits, pattern, format, default. */
  keywords: Json
}

const EVERY_TYPE = ['array', 'boolean', 'number', 'object', 'string']
const MAX_DEPTH = 64
const MAX_ALTERNATIVES = 256

/** What a local reference points to; references of references too, and nothing for a circle of them. */
export function resolve(value: unknown, document: Json): Json | undefined {
  let found = value as Json | undefined
  for (let steps = 0; typeof found?.$ref === 'string'; steps++) {
    if (steps > MAX_DEPTH) return undefined
    const { $ref, ...beside } = found as Json & { $ref: string }
    const target = lookUp($ref, document)
    found = target && Object.keys(beside).length > 0 ? { ...target, ...beside } : target
  }
  return found
}

function lookUp(ref: string, document: Json): Json | undefined {
  if (!ref.startsWith('#/')) throw new Error(`${ref} points out of the contract`)
  let found: unknown = document
  for (const part of ref.slice(2).split('/')) {
    const name = decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~')
    found = Object.hasOwn(Object(found), name) ? (found as Json)[name] : undefined
  }
  return found as Json | undefined
}

/** The name of the component a reference points to. */
export function componentOf(value: unknown): string | null {
  const ref = (value as Json | undefined)?.$ref
  return typeof ref === 'string' ? (ref.split('/').pop() ?? null) : null
}

/** The reference in what is either one component or null. */
export function orNullReference(value: unknown): Json | undefined {
  const { anyOf, oneOf } = Object(value) as { anyOf?: Json[]; oneOf?: Json[] }
  const others = (anyOf ?? oneOf ?? []).filter((form) => form.type !== 'null')
  return others.length === 1 && componentOf(others[0]) !== null ? others[0] : undefined
}

export function shapeOf(schema: unknown, document: Json): Shape {
  const { alternatives, nullable, ...one } = withoutNull(together(schema, document, []), document)
  const closed = 'const' in one ? [one.const] : (one.enum as unknown[] | undefined)
  const known = one['x-extensible-enum'] as unknown[] | undefined
  const values = known ? undefined : closed?.filter((value) => value !== null)
  return {
    types: typesOf(one, closed),
    nullable: nullable === true || (closed?.includes(null) ?? false),
    values: values ?? null,
    known: known ?? null,
    properties: new Map(Object.entries((one.properties ?? {}) as Json)),
    required: new Set((one.required ?? []) as string[]),
    rest: one.additionalProperties ?? true,
    items: one.items,
    alternatives: alternatives as unknown[],
    keywords: one,
  }
}

/** One schema out of a schema, what it refers to and all parts of its `allOf`. */
function together(schema: unknown, document: Json, path: unknown[]): Json {
  const found = resolve(schema, document) ?? {}
  if (path.includes(found) || path.length > MAX_DEPTH) return {}
  const { allOf, oneOf, anyOf, ...own } = found
  const forms = [oneOf, anyOf].filter(Array.isArray)
  const parts = ((allOf ?? []) as unknown[]).map((part) => together(part, document, [...path, found]))
  return [own, ...forms.map((forms) => ({ anyOf: forms })), ...parts].reduce<Json>(both, {})
}

/** What holds for a value of which both hold. */
function both(one: Json, other: Json): Json {
  const result: Json = { ...one, ...other }
  for (const [name, value] of Object.entries(other)) {
    const first = one[name]
    if (first === undefined) continue
    if (name === 'properties') result.properties = bothProperties(first as Json, value as Json)
    else if (name === 'required')
      result.required = [...new Set([...(first as string[]), ...(value as string[])])]
    else if (name === 'enum')
      result.enum = (first as unknown[]).filter((entry) => (value as unknown[]).includes(entry))
    else if (name === 'type')
      result.type = [first].flat().filter((entry) => [value].flat().includes(entry as never))
    else if (name === 'anyOf') result.anyOf = product(first as unknown[], value as unknown[])
    else if (name === 'additionalProperties') result.additionalProperties = first === false ? false : value
    else if (/^(?:min|exclusiveMin)/.test(name)) result[name] = Math.max(Number(first), Number(value))
    else if (/^(?:max|exclusiveMax)/.test(name)) result[name] = Math.min(Number(first), Number(value))
  }
  return result
}

function bothProperties(one: Json, other: Json): Json {
  const result = { ...one, ...other }
  for (const [name, schema] of Object.entries(other)) {
    if (one[name] !== undefined) result[name] = { allOf: [one[name], schema] }
  }
  return result
}

function product(one: unknown[], other: unknown[]): unknown[] {
  if (one.length * other.length > MAX_ALTERNATIVES) throw new Error('too many alternatives to compare')
  return one.flatMap((first) => other.map((second) => ({ allOf: [first, second] })))
}

/** Null as a mark of its own, whichever way it is written; a single form that remains is the schema itself. */
function withoutNull(schema: Json, document: Json): Json {
  const { anyOf, ...own } = schema
  const types = [schema.type ?? []].flat()
  const nullable = types.includes('null')
  if (!Array.isArray(anyOf)) return { ...own, nullable, alternatives: [] }
  const forms = anyOf.filter((form) => resolve(form, document)?.type !== 'null')
  const orNull = nullable || forms.length < anyOf.length
  if (forms.length === 1) {
    const single = withoutNull(both(own, together(forms[0], document, [])), document)
    return { ...single, nullable: orNull || single.nullable === true }
  }
  // What stands beside the forms holds for each of them.
  const { title: _, description: __, default: ___, ...shared } = own
  const alternatives =
    Object.keys(shared).length > 0 ? forms.map((form) => ({ allOf: [form, shared] })) : forms
  return { ...own, nullable: orNull, alternatives }
}

function typesOf(schema: Json, values: unknown[] | undefined): string[] {
  if (schema.type !== undefined) return [schema.type].flat().filter((type) => type !== 'null') as string[]
  if (values) return [...new Set(values.filter((value) => value !== null).map(jsonType))]
  if (schema.properties !== undefined) return ['object']
  return schema.items === undefined ? EVERY_TYPE : ['array']
}

function jsonType(value: unknown): string {
  return Array.isArray(value) ? 'array' : typeof value
}
