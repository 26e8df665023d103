import type { Document, HttpMethods, OperationObject } from 'fumadocs-openapi'
import contractJson from '../../openapi/openapi.json'

/** The committed contract. Imported, not read by path, so that the standalone server carries it. */
export const contract = contractJson as unknown as Document

/** Every `$ref` below a value, as written: `#/components/schemas/Filing`. */
function referencesIn(value: unknown, found: Set<string>): void {
  if (Array.isArray(value)) {
    for (const item of value) referencesIn(item, found)
    return
  }
  if (typeof value !== 'object' || value === null) return
  for (const [key, child] of Object.entries(value)) {
    if (key === '$ref' && typeof child === 'string') found.add(child)
    else referencesIn(child, found)
  }
}

function resolvePointer(document: Document, pointer: string): unknown {
  let value: unknown = document
  for (const part of pointer.replace(/^#\//, '').split('/')) {
    const name = decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~')
    value = (value as Record<string, unknown> | undefined)?.[name]
  }
  return value
}

/**
 * The part of the contract one operation needs: its path and the components it refers to, directly or not. A reference
 * page embeds its document, so the whole contract on every page would cost the reader megabytes.
 */
export function operationDocument(document: Document, path: string, method: HttpMethods): Document {
  const { paths, components, ...rest } = document
  const pathItem = paths?.[path] as Record<string, unknown> | undefined
  const kept: Record<string, Record<string, unknown>> = {}
  if (components?.securitySchemes) kept.securitySchemes = components.securitySchemes
  const seen = new Set<string>()
  const waiting: unknown[] = [{ parameters: pathItem?.parameters, operation: pathItem?.[method] }]
  while (waiting.length > 0) {
    const found = new Set<string>()
    referencesIn(waiting.pop(), found)
    for (const reference of found) {
      if (seen.has(reference)) continue
      seen.add(reference)
      const [, group, name] = /^#\/components\/([^/]+)\/(.+)$/.exec(reference) ?? []
      if (!group || !name) continue
      const component = resolvePointer(document, reference)
      kept[group] = { ...kept[group], [decodeURIComponent(name)]: component }
      waiting.push(component)
    }
  }
  return {
    ...rest,
    paths: { [path]: { parameters: pathItem?.parameters, [method]: pathItem?.[method] } },
    components: kept,
  } as Document
}

export interface Operation {
  path: string
  method: HttpMethods
  operation: OperationObject
}

const METHODS: HttpMethods[] = ['get', 'post', 'put', 'patch', 'delete']

/** Every operation of the contract, in its order. */
export function listOperations(document: Document = contract): Operation[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = (item as Record<string, OperationObject> | undefined)?.[method]
      return operation ? [{ path, method, operation }] : []
    }),
  )
}

/** Returns what a `$ref` points to, or the value itself when it is none. */
export function dereference<T>(value: T | { $ref: string }, document: Document = contract): T {
  if (typeof value === 'object' && value !== null && '$ref' in value) {
    return resolvePointer(document, value.$ref) as T
  }
  return value
}
