import { type Pool, placeOf } from './case.ts'
import { type Answer, parsed } from './checks.ts'
import type { ContractDocument, Operation } from './operation.ts'

const KEPT = 20

/** Takes the values of path parameters out of a good answer, so that later requests find something. */
export function harvest(
  document: ContractDocument,
  operation: Operation,
  answer: Answer,
  pool: Pool,
  isProtected: (id: string) => boolean,
): void {
  if (answer.status < 200 || answer.status >= 300) return
  const body = parsed(answer.body)
  if (typeof body !== 'object' || body === null) return
  const names = new Set(
    Object.keys(document.paths).flatMap((path) =>
      [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string),
    ),
  )
  const rows = 'data' in body && Array.isArray(body.data) ? (body.data as object[]) : [body]
  const below = Object.keys(document.paths)
    .map((path) => new RegExp(`^${operation.path.replace(/[{}]/g, '\\$&')}/\\{(\\w+)\\}`).exec(path)?.[1])
    .find((name) => name !== undefined)
  const isCollection = 'data' in body || operation.method === 'POST'
  for (const row of rows.slice(0, 5)) {
    const fields = row as Record<string, unknown>
    for (const [name, value] of Object.entries(fields)) {
      if (names.has(name) && (typeof value === 'string' || typeof value === 'number'))
        put(pool, name, String(value))
    }
    const { id } = fields
    if (typeof id !== 'string' || isProtected(id)) continue
    if (isCollection && below !== undefined && !operation.path.includes('{')) {
      put(pool, placeOf(`${operation.path}/{${below}}`, below), id)
    }
    if (typeof fields.object === 'string') put(pool, `${fields.object}_id`, id)
  }
}

function put(pool: Pool, name: string, value: string): void {
  const values = pool.get(name) ?? []
  if (values.includes(value)) return
  pool.set(name, [...values, value].slice(-KEPT))
}
