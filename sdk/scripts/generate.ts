import openapiTS, { astToString } from 'openapi-typescript'
import { kebab } from '../src/operation.ts'
import {
  type Document,
  type Method,
  methodsOf,
  REPRESENTATIONS,
  type Schema,
  upperFirst,
} from './operations.ts'

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
    'table.ts': tableFile(document, methods),
    'functions.ts': functionsFile(document, methods),
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

/** The methods as users see them: one interface for each resource, with what the contract says of each operation. */
function resourcesFile(document: Document, methods: Method[]): string {
  const resources = [...new Set(methods.map(({ resource }) => resource))]
  const sources = methods.map((method) => ({ resource: method.resource, ...methodSource(document, method) }))
  const used = [...new Set(sources.flatMap(({ schemas }) => schemas))].sort()
  const all = sources.flatMap(({ members }) => members.map(({ declaration }) => declaration)).join('\n')
  const requests = ['ApiRequest', 'ListRequest'].filter((name) => all.includes(`${name}<`))
  return `${NOTICE}import type { Filter, Part } from '../operation.ts'
import type { ${requests.join(', ')} } from '../request.ts'
import type { StreamRequest } from '../stream.ts'
import type { RequestOptions } from '../transport.ts'
import type { operations } from './openapi.ts'
import type { ${used.join(', ')} } from './schemas.ts'

${sources.flatMap(({ params }) => params).join('\n')}

${resources
  .map((resource) => {
    const members = sources.filter((one) => one.resource === resource).flatMap((one) => one.members)
    const declarations = members.map(({ doc, declaration }) => `${indented(doc)}\n  ${declaration}`)
    return `export interface ${upperFirst(resource)}Api {\n${declarations.join('\n\n')}\n}`
  })
  .join('\n\n')}

/** One property for each resource of the API. */
export interface Resources {
${resources.map((resource) => `  readonly ${resource}: ${upperFirst(resource)}Api`).join('\n')}
}
`
}

/** The same methods as a program reads them. */
function tableFile(document: Document, methods: Method[]): string {
  const resources = [...new Set(methods.map(({ resource }) => resource))]
  const lines = resources.map((resource) => {
    const members = methods
      .filter((method) => method.resource === resource)
      .flatMap((method) => methodSource(document, method).members)
    const base = new RegExp(` /v1/${kebab(resource)}(?=[/?!]|$)`)
    const specs = members.map(({ name, spec }) => `    ${name}: '${spec.replace(base, ' ~')}',`)
    return `  ${resource}: {\n${specs.join('\n')}\n  },`
  })
  return `${NOTICE}import type { Spec } from '../operation.ts'

/** A tilde stands for the path of version 1 and the name of the resource, in kebab case. */
export const TABLE: Record<string, Record<string, Spec>> = {
${lines.join('\n')}
}
`
}

/** The same methods as functions, of which a bundle takes only those that are used. */
function functionsFile(document: Document, methods: Method[]): string {
  const resources = [...new Set(methods.map(({ resource }) => `${upperFirst(resource)}Api`))].sort()
  const functions = methods.flatMap((method) =>
    methodSource(document, method).members.map(({ name, spec, suffix }) => {
      const maker = spec.startsWith('L') ? 'list' : spec.startsWith('S') ? 'stream' : 'plain'
      const doc = `/** \`${method.http} ${method.path}\`, as \`client.${method.resource}.${name}\`. */`
      const type = `Operation<${upperFirst(method.resource)}Api['${name}']>`
      return `${doc}\nexport const ${method.operation.operationId}${suffix}: ${type} = /* @__PURE__ */ ${maker}('${spec}')`
    }),
  )
  return `${NOTICE}import { list, type Operation, plain, stream } from '../functions.ts'
import type {
${resources.map((name) => `  ${name},`).join('\n')}
} from './resources.ts'

${functions.join('\n\n')}
`
}

interface Member {
  name: string
  /** What is appended to the operationId for a representation other than JSON. */
  suffix: string
  doc: string
  declaration: string
  spec: string
}

interface MethodSource {
  members: Member[]
  params: string[]
  schemas: string[]
}

function methodSource(document: Document, method: Method): MethodSource {
  const { operation, http, resource, name } = method
  const [status, success] = Object.entries(operation.responses).find(([one]) => one.startsWith('2')) ?? []
  const content = success?.content ?? {}
  const json = content['application/json']?.schema
  const schemas: string[] = []
  const params: string[] = []
  const members: Member[] = []

  const args = method.pathParameters.map((parameter) => `${parameter.name}: Part`)
  const body = operation.requestBody
  if (body) {
    const type = `NonNullable<operations['${operation.operationId}']['requestBody']>['content']['application/json']`
    args.push(`body${body.required ? '' : '?'}: ${type}`)
  }
  const hasQuery = method.queryParameters.length > 0
  if (hasQuery) {
    const queryType = `${upperFirst(resource)}${upperFirst(name)}Params`
    params.push(
      `export type ${queryType} = Filter<NonNullable<operations['${operation.operationId}']['parameters']['query']>>`,
    )
    args.push(`params${method.queryParameters.some(({ required }) => required) ? '' : '?'}: ${queryType}`)
  }
  args.push('options?: RequestOptions')
  const rest = `${method.path.replace(/\{\w+\}/g, '{}')}${body ? '!' : ''}${hasQuery ? '?' : ''}`
  const add = (suffix: string, kind: string, type: string, representation?: string) =>
    members.push({
      name: name + suffix,
      suffix,
      doc: comment(method, representation),
      declaration: `${name}${suffix}(${args.join(', ')}): ${type}`,
      spec: `${kind} ${rest}`,
    })

  if (json) {
    const schema = schemaName(json)
    if (schema) schemas.push(schema)
    const type =
      schema ??
      `operations['${operation.operationId}']['responses'][${status}]['content']['application/json']`
    const list = http === 'GET' && schema !== undefined && isList(document, schema)
    add('', list ? 'L' : http, `${list ? 'ListRequest' : 'ApiRequest'}<${type}>`)
  } else if ('text/event-stream' in content) {
    const event = STREAMED[operation.operationId]
    if (!event) throw new Error(`${operation.operationId}: the type of its events is not known`)
    schemas.push(event)
    add('', 'S', `StreamRequest<${event}>`)
  } else if (Object.keys(content).length === 0) add('', http, 'ApiRequest<void>')
  for (const [type, { schema }] of Object.entries(content)) {
    const representation = REPRESENTATIONS[type]
    if (!representation || http !== 'GET') continue
    const { suffix, kind } = representation
    const text = (schema as { description?: string } | undefined)?.description ?? type
    add(suffix, kind + type, `ApiRequest<${kind === 'T' ? 'string' : 'Uint8Array'}>`, text)
  }
  return { members, params, schemas }
}

/** What the events of a stream carry; OpenAPI 3.1 has no word for it. */
const STREAMED: Record<string, string> = { streamChanges: 'Change' }

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
  return `/**\n${lines.map((line) => ` * ${line.replaceAll('*/', '* /')}`.trimEnd()).join('\n')}\n */`
}

function indented(text: string): string {
  return text.replace(/^/gm, '  ')
}
