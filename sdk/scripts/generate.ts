import openapiTS, { astToString } from 'openapi-typescript'
import { type Document, type Method, methodsOf, type Schema, upperFirst } from './operations.ts'

const NOTICE = '// Generated from openapi/openapi.json by `npm run openapi`. Do not edit.\n\n'

/** The files of `sdk/src/generated/`, by name: the same contract gives the same bytes. */
export async function sdkFiles(
  contract: unknown,
  problems: { code: string }[],
): Promise<Record<string, string>> {
  const document = contract as Document
  const methods = methodsOf(document)
  const types = await openapiTS(typedPart(contract) as Parameters<typeof openapiTS>[0])
  const declarations = types.filter((node) => !('name' in node && nameOf(node) === 'paths'))
  return {
    'openapi.ts': NOTICE + concise(astToString(declarations)),
    'contract.ts': contractFile(document, problems),
    'schemas.ts': schemasFile(document),
    'resources.ts': resourcesFile(document, methods),
  }
}

/**
 * What of the contract becomes types of the package: parameters, bodies and successful answers. The headers and problems,
 * which are the same everywhere, are known to the client itself, and would be two thirds of its size.
 */
function typedPart(contract: unknown): unknown {
  const document = structuredClone(contract) as OpenApi
  for (const operations of Object.values(document.paths)) {
    for (const operation of Object.values(operations)) {
      operation.parameters = operation.parameters
        ?.filter((parameter) => !('$ref' in parameter))
        .map(({ example: _, examples: __, schema, ...parameter }) => ({
          ...parameter,
          schema: withoutExamples(schema),
        }))
      operation.responses = Object.fromEntries(
        Object.entries(operation.responses)
          .filter(([status]) => status.startsWith('2'))
          .map(([status, { headers: _, ...response }]) => [status, response]),
      )
    }
  }
  document.components = { schemas: document.components.schemas }
  return document
}

function withoutExamples(schema: unknown): unknown {
  const { example: _, examples: __, ...rest } = schema as Record<string, unknown>
  return rest
}

/** Without marks that say nothing to a reader: every declaration is delivered twice, for both module systems. */
function concise(source: string): string {
  return source
    .replace(/^ *\/\*\* @enum \{\w+\} \*\/\n/gm, '')
    .replace(/^ *\* @enum \{\w+\}\n/gm, '')
    .replace(/^( *(?:\/\*)?\*) @description /gm, '$1 ')
    .replace(/^ *(?:path|header|cookie|query|requestBody)\?: never;\n/gm, '')
}

interface OpenApi {
  paths: Record<string, Record<string, OpenApiOperation>>
  components: { schemas: unknown }
}

interface OpenApiOperation {
  parameters?: Record<string, unknown>[]
  responses: Record<string, { headers?: unknown }>
}

function nameOf(node: { name?: unknown }): unknown {
  return (node.name as { text?: string } | undefined)?.text
}

function contractFile(document: Document, problems: { code: string }[]): string {
  return `${NOTICE}import type { components } from './openapi.ts'

/** The version of the API this package was made for; sent as \`Latent-Version\`, so that its behaviour does not change. */
export const API_VERSION = '${document.info.version}'

export type Problem = components['schemas']['Problem']

/** Every code a problem can have. A code is permanent; new ones can be added. */
export type ProblemCode =
${problems.map(({ code }) => `  | '${code}'`).join('\n')}
`
}

function schemasFile(document: Document): string {
  const names = Object.keys(document.components.schemas)
  return `${NOTICE}import type { components } from './openapi.ts'

${names.map((name) => `export type ${name} = components['schemas']['${name}']`).join('\n')}
`
}

function resourcesFile(document: Document, methods: Method[]): string {
  const resources = [...new Set(methods.map(({ resource }) => resource))]
  const members = resources.map((resource) => ({
    resource,
    own: methods
      .filter((method) => method.resource === resource)
      .map((method) => methodSource(document, method)),
  }))
  const all = members.flatMap(({ own }) => own)
  const params = all.flatMap(({ params }) => params)
  const used = [...new Set(all.flatMap(({ schemas }) => schemas))].sort()
  const requests = ['ApiRequest', 'ListRequest'].filter((name) =>
    all.some(({ source }) => source.includes(`${name}<`)),
  )
  return `${NOTICE}import type { ${requests.join(', ')} } from '../request.ts'
import { type Filter, type Part, Resource } from '../resource.ts'
import type { RequestOptions, Transport } from '../transport.ts'
import type { operations } from './openapi.ts'
import type { ${used.join(', ')} } from './schemas.ts'

${params.join('\n')}

${members.map(({ resource, own }) => `export class ${upperFirst(resource)}Api extends Resource {\n${own.map(({ source }) => source).join('\n\n')}\n}`).join('\n\n')}

/** One property for each resource of the API. */
export class GeneratedClient {
${resources.map((resource) => `  readonly ${resource}: ${upperFirst(resource)}Api`).join('\n')}

  constructor(transport: Transport) {
${resources.map((resource) => `    this.${resource} = new ${upperFirst(resource)}Api(transport)`).join('\n')}
  }
}
`
}

interface MethodSource {
  source: string
  params: string[]
  schemas: string[]
}

/** Names of the methods for representations other than JSON, by media type. */
const REPRESENTATIONS: Record<string, { suffix: string; call: 'text' | 'bytes'; type: string }> = {
  'text/plain': { suffix: 'Plain', call: 'text', type: 'string' },
  'text/markdown': { suffix: 'Markdown', call: 'text', type: 'string' },
  'text/html': { suffix: 'Html', call: 'text', type: 'string' },
  'application/octet-stream': { suffix: 'Bytes', call: 'bytes', type: 'Uint8Array' },
}

function methodSource(document: Document, method: Method): MethodSource {
  const { operation, http, resource, name } = method
  const success = Object.entries(operation.responses).find(([status]) => status.startsWith('2'))
  const content = success?.[1].content ?? {}
  const json = content['application/json']?.schema
  const schemas: string[] = []
  const params: string[] = []
  const sources: string[] = []

  const queryType = `${upperFirst(resource)}${upperFirst(name)}Params`
  const { parameters: args, parts } = pathArguments(method)
  const body = operation.requestBody
  const bodyType = `operations['${operation.operationId}']['requestBody']`
  if (body) args.push(`body: NonNullable<${bodyType}>['content']['application/json']`)
  const hasQuery = method.queryParameters.length > 0
  if (hasQuery) {
    params.push(
      `export type ${queryType} = Filter<NonNullable<operations['${operation.operationId}']['parameters']['query']>>`,
    )
    const required = method.queryParameters.some(({ required }) => required)
    args.push(`params${required ? '' : '?'}: ${queryType}`)
  }
  args.push('options?: RequestOptions')
  const place = `'${method.path.replace(/\{\w+\}/g, '{}')}', [${parts.join(', ')}]`
  const rest = `${hasQuery ? 'params' : 'undefined'}, options`

  if (json) {
    const schema = schemaName(json)
    if (schema) schemas.push(schema)
    const type =
      schema ??
      `operations['${operation.operationId}']['responses'][${success?.[0]}]['content']['application/json']`
    const list = http === 'GET' && schema !== undefined && isList(document, schema)
    const call = list
      ? `this.sendList(${place}, ${rest})`
      : `this.sendJson('${http}', ${place}, ${rest}${body ? ', body' : ''})`
    sources.push(`${comment(method)}
  ${name}(${args.join(', ')}): ${list ? 'ListRequest' : 'ApiRequest'}<${type}> {
    return ${call}
  }`)
  } else if (Object.keys(content).length === 0) {
    sources.push(`${comment(method)}
  ${name}(${args.join(', ')}): ApiRequest<void> {
    return this.sendJson('${http}', ${place}, ${rest}${body ? ', body' : ''})
  }`)
  }
  for (const [type, { schema }] of Object.entries(content)) {
    const representation = REPRESENTATIONS[type]
    if (!representation || http !== 'GET') continue
    const { suffix, call } = representation
    sources.push(`${comment(method, (schema as { description?: string } | undefined)?.description ?? type)}
  ${json ? name + suffix : name}(${args.join(', ')}): ApiRequest<${representation.type}> {
    return this.send${upperFirst(call)}(${place}, '${type}', ${rest})
  }`)
  }
  return { source: sources.join('\n\n'), params, schemas }
}

function pathArguments({ pathParameters }: Method): { parameters: string[]; parts: string[] } {
  const names = pathParameters.map(({ name = '' }) => name)
  return { parameters: names.map((name) => `${name}: Part`), parts: names }
}

function schemaName({ $ref }: Schema): string | undefined {
  return $ref?.replace('#/components/schemas/', '')
}

function isList(document: Document, name: string): boolean {
  const properties = document.components.schemas[name]?.properties ?? {}
  return 'data' in properties && 'has_more' in properties && 'next_cursor' in properties
}

function comment({ operation, http, path, pathParameters }: Method, representation?: string): string {
  const scopes = operation['x-required-scopes'] ?? []
  const lines = [
    ...(operation.description ?? operation.summary ?? operation.operationId).split('\n'),
    ...(representation ? ['', representation] : []),
    '',
    `\`${http} ${path}\`. ${scopes.length > 0 ? `Scopes: ${scopes.map((scope) => `\`${scope}\``).join(', ')}` : 'Needs no key'}. Cost: ${operation['x-cost'] ?? 0}.`,
    ...pathParameters.map(({ name, description }) => `@param ${name} ${description ?? ''}`.trimEnd()),
    ...(operation.deprecated ? ['@deprecated'] : []),
  ]
  return `  /**\n${lines.map((line) => `   * ${line.replaceAll('*/', '* /')}`.trimEnd()).join('\n')}\n   */`
}
