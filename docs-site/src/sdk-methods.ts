import { listOperations } from './contract.ts'

/** Operations whose place in the SDK is not the one their name gives. */
const PLACED: Record<string, string> = { listEvidence: 'signals.evidence' }

/**
 * How the SDK spells each operation, by operationId: `listFilings` is `filings.list`, `getDocumentText` is
 * `documents.text`. The rule is that of the SDK's generator; a test compares the outcome with what was generated.
 */
export function sdkMethods(): Map<string, string> {
  const operations = listOperations().flatMap(({ operation }) => {
    if (!speaksJson(operation as JsonParts)) return []
    const [, verb, noun] = /^([a-z]+)([A-Z]\w*)$/.exec(operation.operationId ?? '') ?? []
    return verb && noun
      ? [{ id: `${verb}${noun}`, verb, noun, isService: operation.tags?.[0] === 'Service' }]
      : []
  })
  const nouns = new Set(operations.filter(({ verb }) => verb === 'list').map(({ noun }) => noun))
  return new Map(
    operations.map(({ id, verb, noun, isService }) => [
      id,
      PLACED[id] ?? (isService ? `service.${lowerFirst(noun)}` : methodOf(verb, noun, nouns)),
    ]),
  )
}

interface JsonParts {
  requestBody?: { content?: object }
  responses?: Record<string, { content?: object }>
}

/** The SDK has no methods for forms, streams of events and documents. */
function speaksJson({ requestBody, responses }: JsonParts): boolean {
  const [, success] = Object.entries(responses ?? {}).find(([status]) => status.startsWith('2')) ?? []
  const isJson = (content: object | undefined) => content === undefined || 'application/json' in content
  return isJson(requestBody?.content) && isJson(success?.content)
}

/** The resource is the shortest beginning of the noun that some list operation has as its plural. */
function methodOf(verb: string, noun: string, nouns: Set<string>): string {
  const words = noun.match(/[A-Z][a-z0-9]*/g) ?? [noun]
  for (let count = 1; count <= words.length; count++) {
    const beginning = words.slice(0, count).join('')
    const resource = [plural(beginning), beginning].find((candidate) => nouns.has(candidate))
    if (!resource) continue
    const rest = words.slice(count).join('')
    if (rest === '') return `${lowerFirst(resource)}.${verb}`
    return `${lowerFirst(resource)}.${verb === 'get' || verb === 'list' ? lowerFirst(rest) : verb + rest}`
  }
  return `${lowerFirst(noun)}.${verb}`
}

function plural(noun: string): string {
  return noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1)
}
