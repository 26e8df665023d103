import { compareAnnouncements } from './announcements.ts'
import { compareRequestBodies, compareResponses } from './bodies.ts'
import type { Contract } from './compare.ts'
import { compareParameters, hasQuery } from './parameters.ts'
import { type Json, resolve, shapeOf } from './shape.ts'
import { type Place, report, type Walk } from './walk.ts'

/** An operation and where it is. */
export interface Located {
  path: string
  operation: Json
}

export function compareOperations(
  walk: Walk,
  place: Place,
  before: Located,
  after: Located,
  contracts: { base: Contract; next: Contract },
): void {
  const [was, is] = [before.operation, after.operation]
  compareNames(walk, place, was, is, contracts)
  compareAnnouncements(walk, place, was, is)
  compareAccess(walk, place, was, is)
  compareProblemCodes(walk, place, was, is, contracts.next)
  comparePagination(walk, place, was, is)
  compareParameters(walk, place, was, is, [before.path, after.path])
  compareRequestBodies(walk, place, was, is)
  compareResponses(walk, place, was, is)
}

/** What programs that use the SDK write down. */
function compareNames(
  walk: Walk,
  place: Place,
  before: Json,
  after: Json,
  { base, next }: { base: Contract; next: Contract },
): void {
  const [id, otherId] = [String(before.operationId), String(after.operationId)]
  if (id !== otherId) report(walk, 'operation-id-changed', place, `${id} → ${otherId}`)
  const [method, otherMethod] = [base.sdkMethods?.[id], next.sdkMethods?.[otherId]]
  // A document alone does not say how the SDK spells it.
  if (next.sdkMethods && method && method !== otherMethod)
    report(walk, 'operation-sdk-method-changed', place, `${method} → ${otherMethod ?? 'none'}`)
  const [was, is] = [argumentsOf(before, walk.base), argumentsOf(after, walk.next)]
  if (was !== is) report(walk, 'operation-sdk-arguments-changed', place, `(${was}) → (${is})`)
}

/** Behind the parts of the path: a new one moves those that follow it. */
function argumentsOf(operation: Json, document: Json): string {
  const body = operation.requestBody ? ['body'] : []
  const params = hasQuery(operation, document) ? ['params'] : []
  return [...body, ...params, 'options'].join(', ')
}

/** Who may call it, and what it costs. */
function compareAccess(walk: Walk, place: Place, before: Json, after: Json): void {
  const [was, is] = [scopesOf(before), scopesOf(after)]
  for (const scope of is) if (!was.includes(scope)) report(walk, 'operation-scope-added', place, scope)
  for (const scope of was) if (!is.includes(scope)) report(walk, 'operation-scope-removed', place, scope)
  const [public_, stillPublic] = [isPublic(before, walk.base), isPublic(after, walk.next)]
  if (public_ && !stillPublic) report(walk, 'operation-security-added', place)
  if (!public_ && stillPublic) report(walk, 'operation-security-removed', place)
  const [cost, otherCost] = [Number(before['x-cost'] ?? 0), Number(after['x-cost'] ?? 0)]
  if (cost !== otherCost) {
    report(
      walk,
      otherCost > cost ? 'operation-cost-raised' : 'operation-cost-lowered',
      place,
      `${cost} → ${otherCost}`,
    )
  }
}

function scopesOf(operation: Json): string[] {
  return (operation['x-required-scopes'] ?? []) as string[]
}

function isPublic(operation: Json, document: Json): boolean {
  const security = (operation.security ?? document.security ?? []) as unknown[]
  return security.length === 0
}

/** A code is permanent. That one operation has it no longer harms nobody. */
function compareProblemCodes(walk: Walk, place: Place, before: Json, after: Json, next: Contract): void {
  const [was, is] = [codesOf(before), codesOf(after)]
  for (const code of was) {
    if (is.includes(code)) continue
    const lives = allCodes(next).has(code)
    report(walk, lives ? 'operation-problem-code-dropped' : 'operation-problem-code-removed', place, code)
  }
  for (const code of is) if (!was.includes(code)) report(walk, 'operation-problem-code-added', place, code)
}

function codesOf(operation: Json): string[] {
  return (operation['x-problem-codes'] ?? []) as string[]
}

const codesByContract = new WeakMap<Contract, Set<string>>()

export function allCodes(contract: Contract): Set<string> {
  const known = codesByContract.get(contract)
  if (known) return known
  const operations = Object.values((contract.document.paths ?? {}) as Json).flatMap((byMethod) =>
    Object.values(Object(byMethod) as Json),
  )
  const codes = new Set([
    ...operations.flatMap((operation) => codesOf(Object(operation) as Json)),
    ...Object.keys(contract.problemStatuses ?? {}),
  ])
  codesByContract.set(contract, codes)
  return codes
}

/** A list has `data`, `has_more` and `next_cursor`: `for await` of the SDK rests on all three. */
function comparePagination(walk: Walk, place: Place, before: Json, after: Json): void {
  const [was, is] = [isList(before, walk.base), isList(after, walk.next)]
  if (was && !is) report(walk, 'operation-pagination-removed', place)
  if (!was && is) report(walk, 'operation-pagination-added', place)
}

export function isList(operation: Json, document: Json): boolean {
  const response = resolve(((operation.responses ?? {}) as Json)['200'], document)
  const media = ((response?.content ?? {}) as Json)['application/json'] as Json | undefined
  const { properties } = shapeOf(media?.schema ?? {}, document)
  return ['data', 'has_more', 'next_cursor'].every((name) => properties.has(name))
}
