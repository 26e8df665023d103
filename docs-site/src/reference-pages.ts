import type { StructuredData } from 'fumadocs-core/mdx-plugins/remark-structure'
import type { MetaData, StaticSource } from 'fumadocs-core/source'
import type { Document, OperationObject, ParameterObject, ResponseObject } from 'fumadocs-openapi'
import { createOpenAPI, type InternalOpenAPIMeta } from 'fumadocs-openapi/server'
import type { OpenAPIPageProps } from 'fumadocs-openapi/ui'
import sdkMethods from '../../openapi/sdk-methods.json'
import { contract, dereference, listOperations, type Operation, operationDocument } from './contract.ts'

const CONTRACT = 'openapi.json'

// It upgrades the document in place to the newest OpenAPI, so it gets a copy.
const openapi = createOpenAPI({ input: { [CONTRACT]: structuredClone(contract) } })

function slug(name: string): string {
  return name.trim().toLowerCase().replaceAll(/\s+/g, '-')
}

/** `listFilings` of the tag `Filings` is the page `reference/filings/listFilings`. */
function pagePath({ path, method, operation }: Operation): string {
  const name = operation.operationId ?? slug(`${method}${path.replaceAll(/[/{}]+/g, '-')}`)
  return `reference/${slug(operation.tags?.[0] ?? 'other')}/${name}.mdx`
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.mdx$/, '')
}

/** What search knows of an operation: its words and those of its parameters. */
function searchIndex({ path, method, operation }: Operation): StructuredData {
  const parameters = (operation.parameters ?? []).map((parameter) => dereference<ParameterObject>(parameter))
  return {
    headings: [],
    contents: [
      { heading: undefined, content: `${method.toUpperCase()} ${path} ${operation.operationId ?? ''}` },
      ...(operation.description ? [{ heading: undefined, content: operation.description }] : []),
      ...parameters.map(({ name, description }) => ({
        heading: undefined,
        content: `${name}: ${description ?? ''}`,
      })),
    ],
  }
}

const pages = await openapi.staticSource({
  per: 'custom',
  toPages(builder) {
    for (const entry of listOperations(builder.document)) {
      builder.create({
        type: 'operation',
        schemaId: CONTRACT,
        path: pagePath(entry),
        item: { path: entry.path, method: entry.method },
        info: {
          title: entry.operation.summary ?? entry.operation.operationId ?? entry.path,
          description: entry.operation.description,
          deprecated: entry.operation.deprecated,
        },
      })
    }
  },
})

const operations = new Map(listOperations().map((entry) => [pagePath(entry), entry]))

const methods = new Map<string, string>(Object.entries(sdkMethods))

const PROBLEM = 'application/problem+json'

/** True for an answer that is always a problem: those have one shape, and the page lists their codes instead. */
function isProblem(response: unknown): boolean {
  const { content } = dereference<ResponseObject>(response as ResponseObject)
  return Object.keys(content ?? {}).every((type) => type === PROBLEM) && content?.[PROBLEM] !== undefined
}

/** The contract of one page: its operation with the SDK's name for it, and the answers that are not problems. */
function pageDocument(document: Document, { path, method, operation }: Operation): Document {
  const pathItem = document.paths?.[path] as Record<string, OperationObject>
  const shown = {
    ...pathItem[method],
    responses: Object.fromEntries(
      Object.entries(operation.responses ?? {}).filter(([, response]) => !isProblem(response)),
    ),
    'x-sdk-method': methods.get(operation.operationId ?? ''),
  }
  const paths = { ...document.paths, [path]: { ...pathItem, [method]: shown } }
  return operationDocument({ ...document, paths } as Document, path, method)
}

interface ReferencePage {
  title?: string
  description?: string
  structuredData: StructuredData
  operation: Operation
  props: OpenAPIPageProps
  _openapi: InternalOpenAPIMeta
}

const operationPages = pages.files.flatMap((file) => {
  const path = file.path.replace(/^\//, '')
  const entry = operations.get(path)
  if (file.type !== 'page' || !entry) return []
  const props = file.data.getOpenAPIPageProps()
  const data: ReferencePage = {
    title: file.data.title,
    description: file.data.description,
    _openapi: file.data._openapi,
    structuredData: searchIndex(entry),
    operation: entry,
    props: {
      ...props,
      showDescription: true,
      payload: { bundled: pageDocument(props.payload.bundled, entry) },
    },
  }
  return [{ type: 'page' as const, path, data }]
})

/** The sidebar of the reference: the tags of the contract as folders, operations in the contract's order. */
const folders = referenceGroups().map((group) => ({
  type: 'meta' as const,
  path: `reference/${group.slug}/meta.json`,
  data: {
    title: group.tag,
    pages: group.operations.map((entry) => fileName(pagePath(entry))),
  },
}))

/** The pages of the reference, one per operation, each with no more of the contract than it shows. */
export const referencePages: StaticSource<{ pageData: ReferencePage; metaData: MetaData }> = {
  files: [
    ...operationPages,
    ...folders,
    {
      type: 'meta' as const,
      path: 'reference/meta.json',
      data: { title: 'API reference', pages: ['index', ...referenceGroups().map((group) => group.slug)] },
    },
  ],
}

/** Shows method and deprecation beside an operation's name in the sidebar. */
export const referencePlugin = openapi.loaderPlugin()

export interface ReferenceGroup {
  tag: string
  description?: string
  slug: string
  operations: Operation[]
}

/** The tags of the contract that have operations, in its order. */
export function referenceGroups(): ReferenceGroup[] {
  const groups = new Map<string, Operation[]>()
  for (const entry of operations.values()) {
    const tag = entry.operation.tags?.[0] ?? 'Other'
    groups.set(tag, [...(groups.get(tag) ?? []), entry])
  }
  const described = new Map((contract.tags ?? []).map((tag) => [tag.name, tag.description]))
  return [...groups].map(([tag, list]) => ({
    tag,
    description: described.get(tag),
    slug: slug(tag),
    operations: list,
  }))
}

/** The address of an operation's page. */
export function operationUrl(entry: Operation): string {
  return `/docs/${pagePath(entry).replace(/\.mdx$/, '')}`
}
