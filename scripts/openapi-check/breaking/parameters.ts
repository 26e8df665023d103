import { compareAnnouncements, hasEnded } from './announcements.ts'
import { compareSchemas } from './schemas.ts'
import { type Json, resolve, shapeOf } from './shape.ts'
import { entering, inside, type Place, report, type Walk } from './walk.ts'

/** A parameter as it is written, perhaps a reference, and what it says. */
interface Parameter {
  written: unknown
  is: Json
}

/** Compares the parameters of query, header and cookie by their names, those of the path by their order. */
export function compareParameters(
  walk: Walk,
  place: Place,
  before: Json,
  after: Json,
  paths: [string, string],
): void {
  const was = parametersOf(before, walk.base, paths[0])
  const is = parametersOf(after, walk.next, paths[1])
  for (const [key, one] of was) {
    const other = is.get(key)
    const here = entering(inside(place, `${one.is.in} ${one.is.name}`, ' '), one.written)
    if (other) compareParameter(walk, here, one.is, other.is)
    else {
      const ended = hasEnded(one.is, walk.today)
      report(walk, ended ? 'operation-removed-after-sunset' : 'request-parameter-removed', here)
    }
  }
  for (const [key, { is: one, written }] of is) {
    if (was.has(key)) continue
    const here = entering(inside(place, `${one.in} ${one.name}`, ' '), written)
    report(walk, one.required === true ? 'request-parameter-required-added' : 'request-parameter-added', here)
  }
}

function compareParameter(walk: Walk, place: Place, before: Json, after: Json): void {
  if (before.in === 'path' && before.name !== after.name)
    report(walk, 'operation-path-parameter-renamed', place, `${before.name} → ${after.name}`)
  if (before.required !== true && after.required === true)
    report(walk, 'request-parameter-became-required', place)
  if (before.required === true && after.required !== true)
    report(walk, 'request-parameter-became-optional', place)
  if (writing(before) !== writing(after))
    report(walk, 'request-parameter-style-changed', place, `${writing(before)} → ${writing(after)}`)
  compareAnnouncements(walk, place, before, after)
  compareSchemas(walk, 'request', place, ...alike(walk, before, after))
}

/** In a query, one value and a list of one are written alike, so that a parameter may come to take several. */
function alike(walk: Walk, before: Json, after: Json): [unknown, unknown] {
  const [was, is] = [shapeOf(before.schema, walk.base), shapeOf(after.schema, walk.next)]
  const becameList = is.types.join() === 'array' && !was.types.includes('array')
  const takesOne = Number(is.keywords.minItems ?? 0) <= 1 && writing(after) === 'form, exploded'
  return before.in === 'query' && becameList && takesOne
    ? [before.schema, is.items]
    : [before.schema, after.schema]
}

/** How a list would be written, with what OpenAPI takes for granted. */
function writing(parameter: Json): string {
  const { style = parameter.in === 'query' || parameter.in === 'cookie' ? 'form' : 'simple' } = parameter
  const { explode = style === 'form' } = parameter
  return `${style}${explode ? ', exploded' : ''}`
}

function parametersOf(operation: Json, document: Json, path: string): Map<string, Parameter> {
  const order = [...path.matchAll(/\{([^}]+)\}/g)].map((match) => match[1])
  return new Map(
    ((operation.parameters ?? []) as unknown[]).map((written) => {
      const is = resolve(written, document) ?? {}
      const name = is.in === 'path' ? order.indexOf(is.name as string) : String(is.name)
      // Names of headers are the same in any case.
      return [`${is.in} ${is.in === 'header' ? String(name).toLowerCase() : name}`, { written, is }]
    }),
  )
}

/** Whether the operation has any parameter in the query. */
export function hasQuery(operation: Json, document: Json): boolean {
  return ((operation.parameters ?? []) as unknown[]).some((one) => resolve(one, document)?.in === 'query')
}
