import { type Json, resolve, shapeOf } from '../breaking/shape.ts'

/** A contract with the catalogues it refers to. */
export interface Catalogued {
  document: Json
  scopes: string[]
  /** Status of every code of a problem. */
  problemStatuses: Record<string, number>
}

/** What is not as we write contracts. `rule` is a key of {@link HOUSE_RULES}. */
export interface Fault {
  rule: string
  at: string
  message: string
}

interface Subject extends Catalogued {
  operation: Json
  method: string
  path: string
}

/** A rule says what it misses, once for each place; nothing when the operation is as it should be. */
type Rule = (subject: Subject) => string[]

/** What a general linter cannot know. */
export const HOUSE_RULES: Record<string, Rule> = {
  /** The SDK's names are made of it. */
  'operation-id': ({ operation }) =>
    /^[a-z]+(?:[A-Z][a-z0-9]*)+$/.test(String(operation.operationId))
      ? []
      : [`operationId ${operation.operationId} is not a verb and a noun`],

  summary: ({ operation }) => {
    const summary = String(operation.summary ?? '')
    return /^[A-Z].{3,78}[^.]$/.test(summary)
      ? []
      : [`summary "${summary}" is no title of up to 80 characters`]
  },

  description: ({ operation }) =>
    String(operation.description ?? '').length >= 20 ? [] : ['no description that explains anything'],

  tag: ({ operation, document }) => {
    const declared = ((document.tags ?? []) as Json[]).map(({ name }) => name)
    const tags = (operation.tags ?? []) as string[]
    return tags.length === 1 && declared.includes(tags[0])
      ? []
      : [`tags ${tags} are not one that is declared`]
  },

  scope: ({ operation, scopes }) => {
    const needed = operation['x-required-scopes']
    if (!Array.isArray(needed)) return ['x-required-scopes is missing']
    return needed.filter((scope) => !scopes.includes(scope)).map((scope) => `there is no scope ${scope}`)
  },

  cost: ({ operation }) => {
    const faults =
      Number.isInteger(operation['x-cost']) && Number(operation['x-cost']) >= 0 ? [] : ['x-cost is missing']
    return typeof operation['x-billing'] === 'string' ? faults : [...faults, 'x-billing is missing']
  },

  /** Every failure has a code, the code a status, and the status an answer. */
  'problem-code': ({ operation, problemStatuses }) => {
    const codes = (operation['x-problem-codes'] ?? []) as string[]
    if (codes.length === 0) return ['x-problem-codes is missing']
    const answered = Object.keys((operation.responses ?? {}) as Json)
    return codes.flatMap((code) => {
      const status = problemStatuses[code]
      if (status === undefined) return [`there is no problem ${code}`]
      return answered.includes(`${status}`) ? [] : [`${code} has status ${status}, which is no answer`]
    })
  },

  'problem-answer': ({ operation, document }) =>
    Object.entries((operation.responses ?? {}) as Json).flatMap(([status, written]) => {
      if (!/^[45]/.test(status)) return []
      const { content } = resolve(written, document) ?? {}
      const media = (content as Json | undefined)?.['application/problem+json'] as Json | undefined
      const examples = Object.keys((media?.examples ?? {}) as Json)
      if (!media) return [`${status} is no application/problem+json`]
      return examples.length > 0 ? [] : [`${status} has no example`]
    }),

  'key-answers': ({ operation, document }) => {
    const security = (operation.security ?? document.security ?? []) as unknown[]
    if (security.length === 0) return []
    const answered = Object.keys((operation.responses ?? {}) as Json)
    return ['401', '429']
      .filter((status) => !answered.includes(status))
      .map((status) => `${status} is missing`)
  },

  'success-answer': ({ operation }) => {
    const statuses = Object.keys((operation.responses ?? {}) as Json)
    return statuses.some((status) => status.startsWith('2')) ? [] : ['no answer of success']
  },

  /** What cannot be left out can be shown. */
  example: (subject) => [...parameterExamples(subject), ...bodyExamples(subject)],

  'parameter-name': ({ operation, document }) =>
    parametersOf(operation, document).flatMap(({ in: where, name }) => {
      const form = where === 'header' ? /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/i : /^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/
      return form.test(String(name)) ? [] : [`${where} ${name} is not named as the others`]
    }),

  'parameter-description': ({ operation, document }) =>
    parametersOf(operation, document)
      .filter(({ description }) => !description)
      .map(({ in: where, name }) => `${where} ${name} has no description`),

  /** A list can be gone through, and a page of it is bounded. */
  paging: ({ operation, document }) => {
    const response = resolve(((operation.responses ?? {}) as Json)['200'], document)
    const media = ((response?.content ?? {}) as Json)['application/json'] as Json | undefined
    if (!shapeOf(media?.schema ?? {}, document).properties.has('next_cursor')) return []
    const parameters = new Map(parametersOf(operation, document).map((one) => [one.name, one]))
    const limit = shapeOf(parameters.get('limit')?.schema, document).keywords
    // Some lists are always whole.
    if (!parameters.has('cursor') && !parameters.has('limit')) return []
    if (!parameters.has('cursor') || !parameters.has('limit')) return ['limit and cursor go together']
    return limit.maximum === undefined || limit.default === undefined
      ? ['limit has no maximum or default']
      : []
  },

  /** Nothing in a request is ignored, and nothing in it is without bounds. */
  'body-closed': ({ operation, document }) => {
    const media = ((resolve(operation.requestBody, document)?.content ?? {}) as Json)['application/json'] as
      | Json
      | undefined
    if (!media) return []
    const { types, rest } = shapeOf(media.schema, document)
    return types.includes('object') && rest === true ? ['the body takes fields that nobody knows'] : []
  },

  bounded: ({ operation, document }) =>
    parametersOf(operation, document).flatMap(({ in: where, name, schema }) => {
      if (where === 'header') return []
      const { types, values, known, keywords, alternatives } = shapeOf(schema, document)
      const told = values ?? known ?? keywords.maxLength ?? keywords.pattern ?? keywords.format
      const isOpen =
        (types.join() === 'string' && told === undefined && alternatives.length === 0) ||
        (types.join() === 'array' && keywords.maxItems === undefined && !hasList(keywords.items, document)) ||
        (/^(?:integer|number)$/.test(types.join()) && keywords.maximum === undefined && values === null)
      return isOpen ? [`${where} ${name} has no bound`] : []
    }),
}

export function houseFaults(contract: Catalogued): Fault[] {
  const faults: Fault[] = []
  const seen = new Map<string, string>()
  for (const [path, item] of Object.entries((contract.document.paths ?? {}) as Record<string, Json>)) {
    for (const [method, operation] of Object.entries(item) as [string, Json][]) {
      const at = `${method.toUpperCase()} ${path}`
      for (const [rule, check] of Object.entries(HOUSE_RULES)) {
        const messages = check({ ...contract, operation, method, path })
        faults.push(...messages.map((message) => ({ rule, at, message })))
      }
      const id = String(operation.operationId)
      if (seen.has(id)) faults.push({ rule: 'operation-id', at, message: `${id} is also ${seen.get(id)}` })
      seen.set(id, at)
    }
  }
  return faults
}

function parametersOf(operation: Json, document: Json): Json[] {
  return ((operation.parameters ?? []) as unknown[]).map((one) => resolve(one, document) ?? {})
}

/** An array of listed values is as long as the list. */
function hasList(items: unknown, document: Json): boolean {
  const { values, known } = shapeOf(items, document)
  return (values ?? known) !== null
}

function parameterExamples({ operation, document }: Subject): string[] {
  const given = (operation['x-example'] ?? {}) as Record<string, Json | undefined>
  return parametersOf(operation, document).flatMap((parameter) => {
    if (parameter.required !== true) return []
    const inExample = given[String(parameter.in)]?.[String(parameter.name)] !== undefined
    const shown = parameter.example !== undefined || parameter.examples !== undefined
    if (inExample || shown || canBeShown(parameter.schema, document, 0).length === 0) return []
    return [`no example of ${parameter.in} ${parameter.name}`]
  })
}

function bodyExamples({ operation, document }: Subject): string[] {
  const body = resolve(operation.requestBody, document)
  const given = (operation['x-example'] as Json | undefined)?.body
  if (body?.required !== true || given !== undefined) return []
  return Object.values((body.content ?? {}) as Record<string, Json>).flatMap((media) => {
    if (media.example !== undefined || media.examples !== undefined) return []
    return canBeShown(media.schema, document, 0).map((place) => `no example of the body${place}`)
  })
}

/** The required places of a schema for which it names no value. */
function canBeShown(schema: unknown, document: Json, depth: number): string[] {
  const { values, known, keywords, properties, required, items, types, alternatives } = shapeOf(
    schema,
    document,
  )
  const named = values ?? known ?? keywords.examples ?? keywords.example ?? keywords.default
  if (named !== undefined && named !== null) return []
  if (types.join() === 'boolean' || depth > 8) return []
  if (alternatives.length > 0) return canBeShown(alternatives[0], document, depth + 1)
  if (types.join() === 'array') return canBeShown(items, document, depth + 1).map((place) => `[]${place}`)
  if (types.join() !== 'object') return ['']
  return [...required].flatMap((name) =>
    canBeShown(properties.get(name), document, depth + 1).map((place) => `.${name}${place}`),
  )
}
