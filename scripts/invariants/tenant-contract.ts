import { publicParameters, tenantObjects } from './tenant-operations.ts'

export interface Operation {
  operationId: string
  method: string
  path: string
  parameters: string[]
  /** The parameters of the path that name what belongs to an organisation, outermost first. */
  owned: string[]
  scopes: string[]
  changesState: boolean
  requireIfMatch: boolean
}

interface Contract {
  paths: Record<
    string,
    Record<
      string,
      {
        operationId: string
        'x-required-scopes'?: string[]
        'x-idempotency-key'?: boolean
        'x-require-if-match'?: boolean
      }
    >
  >
}

/** Scopes of what belongs to nobody: filings and what is read out of them. */
const PUBLIC_SCOPES = /^(?:entities|filings|facts|search|ownership|signals|evidence|coverage|changes):/

/** Every operation of the contract that a key calls and that concerns what an organisation owns. */
export function tenantOperations(contract: Contract): Operation[] {
  const operations: Operation[] = []
  for (const [path, methods] of Object.entries(contract.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      const scopes = operation['x-required-scopes'] ?? []
      if (scopes.length === 0 || scopes.every((scope) => PUBLIC_SCOPES.test(scope))) continue
      const parameters = [...path.matchAll(/\{(\w+)\}/g)].map((match) => String(match[1]))
      operations.push({
        operationId: operation.operationId,
        method: method.toUpperCase(),
        path,
        parameters,
        owned: parameters.filter((name) => name in tenantObjects),
        scopes,
        changesState: operation['x-idempotency-key'] === true,
        requireIfMatch: operation['x-require-if-match'] === true,
      })
    }
  }
  return operations
}

/** Parameters of paths of which nobody has said whose they are. */
export function unknownParameters(operations: readonly Operation[]): string[] {
  const names = operations.flatMap(({ parameters }) => parameters)
  return [...new Set(names)].filter((name) => !(name in tenantObjects) && !publicParameters.has(name))
}

/** The path with values in it. */
export function pathWith(path: string, values: Record<string, string>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? '1'))
}
