import { hasEnded } from './announcements.ts'
import { compareOperations, type Located } from './operations.ts'
import type { Finding } from './rules.ts'
import type { Json } from './shape.ts'
import { type Place, report, type Walk } from './walk.ts'

/** A contract, and what of it does not stand in its OpenAPI document. */
export interface Contract {
  document: Json
  /** How the SDK spells an operation, by operationId. */
  sdkMethods?: Record<string, string>
  /** Status of every code of a problem. */
  problemStatuses?: Record<string, number>
}

const METHODS = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options', 'trace']

/** Every difference between two contracts that a client could notice, in the order of the earlier one. */
export function compareContracts(base: Contract, next: Contract, today: Date = new Date()): Finding[] {
  const found: Finding[] = []
  const walkOf = (): Walk => ({ base: base.document, next: next.document, today, found, seen: new Set() })
  const [was, is] = [operationsOf(base.document), operationsOf(next.document)]
  for (const [key, one] of was) {
    const other = is.get(key)
    const place = placeOf(key, one)
    if (other) compareOperations(walkOf(), place, one, other, { base, next })
    else {
      const ended = hasEnded(one.operation, today)
      report(walkOf(), ended ? 'operation-removed-after-sunset' : 'operation-removed', place)
    }
  }
  for (const [key, one] of is) {
    if (!was.has(key))
      report(walkOf(), 'operation-added', placeOf(key, one), `${one.operation.summary ?? ''}`)
  }
  compareStatuses(walkOf(), base, next)
  return found
}

/** By method and path, in which the names of the parts do not count. */
function operationsOf(document: Json): Map<string, Located> {
  const result = new Map<string, Located>()
  for (const [path, item] of Object.entries((document.paths ?? {}) as Record<string, Json>)) {
    for (const method of METHODS) {
      const operation = item[method] as Json | undefined
      if (!operation) continue
      const parameters = [
        ...((item.parameters ?? []) as unknown[]),
        ...((operation.parameters ?? []) as unknown[]),
      ]
      const key = `${method.toUpperCase()} ${path.replace(/\{[^}]+\}/g, '{}')}`
      result.set(key, { path, operation: { ...operation, parameters } })
    }
  }
  return result
}

function placeOf(key: string, { path }: Located): Place {
  return { at: `${key.split(' ')[0]} ${path}`, within: null }
}

function compareStatuses(walk: Walk, base: Contract, next: Contract): void {
  for (const [code, status] of Object.entries(base.problemStatuses ?? {})) {
    const other = next.problemStatuses?.[code]
    const place = { at: `problem ${code}`, within: null }
    if (next.problemStatuses && other === undefined)
      report(walk, 'operation-problem-code-removed', place, code)
    else if (other !== undefined && other !== status)
      report(walk, 'operation-problem-status-changed', place, `${status} → ${other}`)
  }
}
