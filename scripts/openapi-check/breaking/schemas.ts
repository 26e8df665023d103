import { compareAlternatives } from './alternatives.ts'
import { compareAnnouncements, hasEnded } from './announcements.ts'
import { type Json, orNullReference, resolve, type Shape, shapeOf } from './shape.ts'
import { type DataDirection, ruleOf, valueChanges } from './values.ts'
import { entering, inside, isNew, type Place, report, type Walk } from './walk.ts'

/** Compares what is sent or received, all the way down. */
export function compareSchemas(
  walk: Walk,
  direction: DataDirection,
  place: Place,
  before: unknown,
  after: unknown,
): void {
  const [inner, otherInner] = [before, after].map((one) => orNullReference(one) ?? one)
  if (inner !== before || otherInner !== after) {
    compareNull(walk, direction, place, before, after)
    compareSchemas(walk, direction, place, inner, otherInner)
    return
  }
  if (!isNew(walk, direction, before, after)) return
  const here = entering(place, before)
  const [was, is] = [shapeOf(before, walk.base), shapeOf(after, walk.next)]
  for (const [aspect, detail] of valueChanges(direction, was, is)) {
    report(walk, ruleOf(direction, aspect), here, detail)
  }
  if (was.alternatives.length > 0 || is.alternatives.length > 0) {
    compareAlternatives(walk, direction, here, formsOf(was, before), formsOf(is, after))
    return
  }
  compareProperties(walk, direction, here, was, is)
  compareRest(walk, direction, here, was.rest, is.rest)
  compareItems(walk, direction, here, was.items, is.items)
}

/** A component is the same with and without null beside it. */
function compareNull(
  walk: Walk,
  direction: DataDirection,
  place: Place,
  before: unknown,
  after: unknown,
): void {
  const [was, is] = [shapeOf(before, walk.base).nullable, shapeOf(after, walk.next).nullable]
  if (was !== is) report(walk, ruleOf(direction, is ? 'null-added' : 'null-removed'), place)
}

/** A schema of one form is the only alternative to itself. */
function formsOf(shape: Shape, schema: unknown): unknown[] {
  return shape.alternatives.length > 0 ? shape.alternatives : [schema]
}

function compareProperties(walk: Walk, direction: DataDirection, place: Place, was: Shape, is: Shape): void {
  for (const [name, schema] of was.properties) {
    const at = inside(place, name)
    const other = is.properties.get(name)
    if (other === undefined) {
      const ended = hasEnded(resolve(schema, walk.base), walk.today)
      report(walk, ended ? 'operation-removed-after-sunset' : ruleOf(direction, 'property-removed'), at)
      continue
    }
    compareAnnouncements(walk, at, resolve(schema, walk.base) ?? {}, resolve(other, walk.next) ?? {})
    compareNeed(walk, direction, at, was.required.has(name), is.required.has(name), other)
    compareSchemas(walk, direction, at, schema, other)
  }
  for (const [name, schema] of is.properties) {
    if (was.properties.has(name)) continue
    const needed = direction === 'request' && is.required.has(name) && !hasDefault(walk, schema)
    const aspect = needed ? 'property-required-added' : 'property-added'
    report(walk, ruleOf(direction, aspect), inside(place, name))
  }
}

function compareNeed(
  walk: Walk,
  direction: DataDirection,
  place: Place,
  was: boolean,
  is: boolean,
  schema: unknown,
): void {
  if (was === is) return
  if (!is) report(walk, ruleOf(direction, 'property-became-optional'), place)
  else if (direction === 'request' && hasDefault(walk, schema))
    report(walk, 'request-property-became-required-with-default', place)
  else report(walk, ruleOf(direction, 'property-became-required'), place)
}

function hasDefault(walk: Walk, schema: unknown): boolean {
  return resolve(schema, walk.next)?.default !== undefined
}

/** Fields with names that are not listed. */
function compareRest(walk: Walk, direction: DataDirection, place: Place, was: unknown, is: unknown): void {
  const isSchema = (value: unknown): value is Json => typeof value === 'object'
  if (isSchema(was) && isSchema(is)) compareSchemas(walk, direction, inside(place, '*'), was, is)
  else if (isSchema(was) && direction === 'response')
    report(walk, is === false ? 'response-map-removed' : 'response-type-widened', place, 'named entries')
  else if (was !== false && (is === false || (was === true && isSchema(is))))
    report(walk, ruleOf(direction, 'additional-properties-closed'), place)
  else if (was !== is && was !== true) report(walk, ruleOf(direction, 'additional-properties-opened'), place)
}

function compareItems(walk: Walk, direction: DataDirection, place: Place, was: unknown, is: unknown): void {
  if (was !== undefined && is !== undefined) {
    compareSchemas(walk, direction, inside(place, '[]'), was, is)
  } else if (is !== undefined && direction === 'request') report(walk, 'request-items-narrowed', place)
  else if (was !== undefined && direction === 'response') report(walk, 'response-items-widened', place)
}
