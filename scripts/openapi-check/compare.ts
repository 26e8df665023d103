/** A change that breaks a client written against the base. `path` says where, as a reader of the contract would look. */
export interface Breakage {
  path: string
  change: string
}

type Json = Record<string, unknown>

interface Side {
  document: Json
}

const METHODS = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options']
const MAX_DEPTH = 24

/**
 * Everything in `next` that breaks clients of `base`. What a client sends may only be accepted more widely; what it
 * receives may only be promised more narrowly. New operations, optional parameters and fields are no breakage, nor are
 * new values of an `x-extensible-enum`.
 */
export function breakages(base: Json, next: Json): Breakage[] {
  const found: Breakage[] = []
  const sides = [{ document: base }, { document: next }] as const
  const basePaths = (base.paths ?? {}) as Record<string, Json>
  const nextPaths = (next.paths ?? {}) as Record<string, Json>
  for (const [path, operations] of Object.entries(basePaths)) {
    for (const method of METHODS) {
      const before = operations[method] as Json | undefined
      if (!before) continue
      const at = `${method.toUpperCase()} ${path}`
      const after = nextPaths[path]?.[method] as Json | undefined
      if (!after) found.push({ path: at, change: 'the operation is gone' })
      else compareOperation(at, before, after, sides, found)
    }
  }
  return found
}

function compareOperation(
  at: string,
  before: Json,
  after: Json,
  [base, next]: readonly [Side, Side],
  found: Breakage[],
): void {
  const say = (change: string, where = '') => found.push({ path: at + where, change })
  if (before.operationId !== after.operationId) {
    say(`operationId ${before.operationId} became ${after.operationId}, which renames the method of the SDK`)
  }
  const scopes = (after['x-required-scopes'] ?? []) as string[]
  for (const scope of scopes) {
    if (!((before['x-required-scopes'] ?? []) as string[]).includes(scope))
      say(`now needs the scope ${scope}`)
  }
  if (Number(after['x-cost'] ?? 0) > Number(before['x-cost'] ?? 0)) {
    say(`costs ${after['x-cost']} instead of ${before['x-cost']}`)
  }
  compareParameters(at, parametersOf(before, base), parametersOf(after, next), [base, next], found)
  compareBodies(at, before, after, [base, next], found)
  compareResponses(at, before, after, [base, next], found)
}

function compareParameters(
  at: string,
  before: Map<string, Json>,
  after: Map<string, Json>,
  [base, next]: readonly [Side, Side],
  found: Breakage[],
): void {
  for (const [name, one] of before) {
    const other = after.get(name)
    if (!other) {
      found.push({ path: `${at} ${name}`, change: 'the parameter is gone, so sending it is an error' })
      continue
    }
    if (other.required === true && one.required !== true) {
      found.push({ path: `${at} ${name}`, change: 'the parameter became required' })
    }
    compareInput(`${at} ${name}`, schemaOf(one, base), schemaOf(other, next), [base, next], found, 0)
  }
  for (const [name, other] of after) {
    if (!before.has(name) && other.required === true) {
      found.push({ path: `${at} ${name}`, change: 'a new parameter is required' })
    }
  }
}

function compareBodies(
  at: string,
  before: Json,
  after: Json,
  [base, next]: readonly [Side, Side],
  found: Breakage[],
): void {
  const one = contentOf(resolve(before.requestBody, base))
  const requestBody = resolve(after.requestBody, next)
  const other = contentOf(requestBody)
  if (!before.requestBody && requestBody?.required === true) {
    found.push({ path: `${at} body`, change: 'a body is now required' })
  }
  for (const [type, schema] of Object.entries(one)) {
    if (!other[type]) found.push({ path: `${at} body`, change: `${type} is no longer accepted` })
    else
      compareInput(`${at} body`, schemaOf(schema, base), schemaOf(other[type], next), [base, next], found, 0)
  }
}

function compareResponses(
  at: string,
  before: Json,
  after: Json,
  [base, next]: readonly [Side, Side],
  found: Breakage[],
): void {
  const answers = (after.responses ?? {}) as Record<string, unknown>
  for (const [status, response] of Object.entries((before.responses ?? {}) as Record<string, unknown>)) {
    if (!status.startsWith('2')) continue
    const where = `${at} ${status}`
    const other = resolve(answers[status], next)
    if (!other) {
      found.push({ path: where, change: 'the answer is gone' })
      continue
    }
    for (const [type, media] of Object.entries(contentOf(resolve(response, base)))) {
      const counterpart = contentOf(other)[type]
      if (!counterpart) found.push({ path: where, change: `${type} is no longer served` })
      else compareOutput(where, schemaOf(media, base), schemaOf(counterpart, next), [base, next], found, 0)
    }
  }
}

/** What clients send: everything that was accepted must still be. */
function compareInput(
  at: string,
  before: Json,
  after: Json,
  sides: readonly [Side, Side],
  found: Breakage[],
  depth: number,
): void {
  if (depth > MAX_DEPTH) return
  const say = (change: string) => found.push({ path: at, change })
  const lost = typesOf(before).filter((type) => !accepts(typesOf(after), type))
  if (lost.length > 0) say(`no longer takes ${lost.join(', ')}`)
  if (Array.isArray(after.enum)) {
    const allowed = after.enum
    const gone = Array.isArray(before.enum)
      ? before.enum.filter((value) => !allowed.includes(value))
      : ['other values']
    if (gone.length > 0) say(`no longer takes ${gone.join(', ')}`)
  }
  for (const [keyword, tighter] of [
    ['minimum', (a: number, b: number) => b > a],
    ['minLength', (a: number, b: number) => b > a],
    ['minItems', (a: number, b: number) => b > a],
    ['maximum', (a: number, b: number) => b < a],
    ['maxLength', (a: number, b: number) => b < a],
    ['maxItems', (a: number, b: number) => b < a],
  ] as const) {
    const [one, other] = [before[keyword], after[keyword]] as [number | undefined, number | undefined]
    const absent = keyword.startsWith('min') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
    if (other !== undefined && tighter(one ?? absent, other)) say(`${keyword} is now ${other}`)
  }
  for (const keyword of ['pattern', 'format']) {
    if (after[keyword] !== undefined && after[keyword] !== before[keyword])
      say(`${keyword} is now ${after[keyword]}`)
  }
  if (before.default !== undefined && after.default !== before.default)
    say(`the default is now ${after.default}`)
  const [base, next] = sides
  const given = (before.properties ?? {}) as Json
  const taken = (after.properties ?? {}) as Json
  for (const [name, schema] of Object.entries(given)) {
    const other = taken[name]
    if (other === undefined)
      found.push({ path: `${at}/${name}`, change: 'the field is gone, so sending it is an error' })
    else compareInput(`${at}/${name}`, resolved(schema, base), resolved(other, next), sides, found, depth + 1)
  }
  for (const name of (after.required ?? []) as string[]) {
    if (!((before.required ?? []) as string[]).includes(name)) {
      found.push({ path: `${at}/${name}`, change: 'the field became required' })
    }
  }
  if (before.items && after.items) {
    compareInput(
      `${at}/*`,
      resolved(before.items, base),
      resolved(after.items, next),
      sides,
      found,
      depth + 1,
    )
  }
}

/** What clients receive: everything that was promised must still hold. */
function compareOutput(
  at: string,
  before: Json,
  after: Json,
  sides: readonly [Side, Side],
  found: Breakage[],
  depth: number,
): void {
  if (depth > MAX_DEPTH) return
  const say = (change: string) => found.push({ path: at, change })
  const fresh = typesOf(after).filter((type) => !accepts(typesOf(before), type))
  if (fresh.length > 0) say(`can now be ${fresh.join(', ')}`)
  if (Array.isArray(before.enum) && before['x-extensible-enum'] === undefined) {
    const known = before.enum
    const more = Array.isArray(after.enum)
      ? after.enum.filter((value) => !known.includes(value))
      : ['other values']
    if (more.length > 0) say(`can now be ${more.join(', ')}`)
  }
  const [base, next] = sides
  const promised = (before.properties ?? {}) as Json
  const served = (after.properties ?? {}) as Json
  for (const [name, schema] of Object.entries(promised)) {
    const other = served[name]
    if (other === undefined) found.push({ path: `${at}/${name}`, change: 'the field is gone' })
    else
      compareOutput(`${at}/${name}`, resolved(schema, base), resolved(other, next), sides, found, depth + 1)
  }
  for (const name of (before.required ?? []) as string[]) {
    if (served[name] !== undefined && !((after.required ?? []) as string[]).includes(name)) {
      found.push({ path: `${at}/${name}`, change: 'the field may now be missing' })
    }
  }
  if (before.items && after.items) {
    compareOutput(
      `${at}/*`,
      resolved(before.items, base),
      resolved(after.items, next),
      sides,
      found,
      depth + 1,
    )
  }
  if (Array.isArray(before.anyOf) && Array.isArray(after.anyOf)) {
    const alternatives = before.anyOf as unknown[]
    for (const [index, schema] of (after.anyOf as unknown[]).entries()) {
      const one = alternatives[index]
      if (one === undefined) say('has a new alternative')
      else
        compareOutput(`${at}|${index}`, resolved(one, base), resolved(schema, next), sides, found, depth + 1)
    }
  }
}

/** JSON types a schema allows; none named means any. An integer is a number. */
function typesOf(schema: Json): string[] {
  if (schema.type === undefined) return []
  return [schema.type].flat() as string[]
}

function accepts(types: string[], type: string): boolean {
  return types.length === 0 || types.includes(type) || (type === 'integer' && types.includes('number'))
}

function parametersOf(operation: Json, side: Side): Map<string, Json> {
  const list = ((operation.parameters ?? []) as unknown[]).map((one) => resolve(one, side) ?? {})
  return new Map(list.map((one) => [`${one.in} ${one.name}`, one]))
}

function contentOf(holder: Json | undefined): Record<string, Json> {
  return (holder?.content ?? {}) as Record<string, Json>
}

function schemaOf(holder: Json, side: Side): Json {
  return resolved(holder.schema, side)
}

function resolved(schema: unknown, side: Side): Json {
  return resolve(schema, side) ?? {}
}

/** Follows local references; a circle ends in nothing. */
function resolve(value: unknown, side: Side): Json | undefined {
  let found = value as Json | undefined
  for (let steps = 0; typeof found?.$ref === 'string'; steps++) {
    if (steps > MAX_DEPTH) return undefined
    found = found.$ref
      .slice(2)
      .split('/')
      .reduce<Json | undefined>(
        (holder, part) =>
          holder?.[decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~')] as Json,
        side.document,
      )
  }
  return found
}
