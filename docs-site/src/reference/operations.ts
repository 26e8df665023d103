import contractJson from '../../../openapi/openapi.json'
import sdkMethodsJson from '../../../openapi/sdk-methods.json'
import { type ContractDocument, type Operation, operationsOf } from '../../../scripts/samples/contract.ts'

/** The committed contract. Imported, not read by path, so that the standalone server carries it. */
export const contract = contractJson as unknown as ContractDocument

/** How the SDK spells each operation, by operationId. */
export const sdkMethods: Record<string, string> = sdkMethodsJson

export const operations = operationsOf(contract)

export interface OperationGroup {
  tag: string
  description?: string
  slug: string
  operations: Operation[]
}

/** The tags that have operations, in the order of the contract. */
export const groups: OperationGroup[] = (contract.tags ?? []).flatMap(({ name, description }) => {
  const own = operations.filter(({ operation }) => tagOf(operation) === name)
  return own.length === 0 ? [] : [{ tag: name, description, slug: slugOf(name), operations: own }]
})

function tagOf(operation: Operation['operation']): string {
  return operation.tags?.[0] ?? 'Service'
}

function slugOf(tag: string): string {
  return tag.trim().toLowerCase().replaceAll(/\s+/g, '-')
}

/** The address of an operation's page: `listFilings` of the tag `Filings` is `/docs/reference/filings/listFilings`. */
export function operationUrl({ operation }: Operation): string {
  return `/docs/reference/${slugOf(tagOf(operation))}/${operation.operationId}`
}

export function groupUrl({ slug }: OperationGroup): string {
  return `/docs/reference/${slug}`
}

export function groupOf({ operation }: Operation): OperationGroup {
  const group = groups.find(({ tag }) => tag === tagOf(operation))
  if (!group) throw new Error(`the contract does not describe the tag of ${operation.operationId}`)
  return group
}

const byAddress = new Map(operations.map((entry) => [operationUrl(entry), entry]))

/** What a page of the reference is about: nothing for its front page, a tag, or an operation. */
export function findPage(slug: string[] = []): { group?: OperationGroup; entry?: Operation } | undefined {
  if (slug.length === 0) return {}
  const [first] = slug
  if (slug.length === 1) {
    const group = groups.find((one) => one.slug === first)
    return group && { group }
  }
  const entry = byAddress.get(`/docs/reference/${slug.join('/')}`)
  return entry && { group: groupOf(entry), entry }
}

/** The name by which people know an operation. */
export function titleOf({ operation }: Operation): string {
  return operation.summary ?? operation.operationId
}
