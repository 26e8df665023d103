import { compareSchemas } from './schemas.ts'
import { type Json, resolve } from './shape.ts'
import type { DataDirection } from './values.ts'
import { entering, inside, type Place, report, type Walk } from './walk.ts'

export function compareRequestBodies(walk: Walk, place: Place, before: Json, after: Json): void {
  const was = resolve(before.requestBody, walk.base)
  const is = resolve(after.requestBody, walk.next)
  const here = inside(place, 'body', ' ')
  if (!was) {
    if (is) report(walk, is.required === true ? 'request-body-required-added' : 'request-body-added', here)
    return
  }
  if (!is) {
    report(walk, 'request-body-removed', here)
    return
  }
  if (was.required !== true && is.required === true) report(walk, 'request-body-became-required', here)
  if (was.required === true && is.required !== true) report(walk, 'request-body-became-optional', here)
  compareContents(walk, 'request', here, was, is)
}

/** Answers by status: successful ones are promised, how it can fail is told by codes. */
export function compareResponses(walk: Walk, place: Place, before: Json, after: Json): void {
  const [was, is] = [before.responses ?? {}, after.responses ?? {}] as [Json, Json]
  for (const [status, written] of Object.entries(was)) {
    const here = inside(place, status, ' ')
    const kind = status.startsWith('2') ? 'response-status' : 'response-problem-status'
    if (is[status] === undefined) {
      report(walk, `${kind}-removed`, here)
      continue
    }
    const [one, other] = [resolve(written, walk.base) ?? {}, resolve(is[status], walk.next) ?? {}]
    const inIt = entering(here, written)
    compareHeaders(walk, inIt, one, other)
    compareContents(walk, 'response', inIt, one, other)
  }
  for (const status of Object.keys(is)) {
    if (was[status] !== undefined) continue
    const kind = status.startsWith('2') ? 'response-status' : 'response-problem-status'
    report(walk, `${kind}-added`, inside(place, status, ' '))
  }
}

function compareContents(
  walk: Walk,
  direction: DataDirection,
  place: Place,
  before: Json,
  after: Json,
): void {
  const [was, is] = [before.content ?? {}, after.content ?? {}] as [Json, Json]
  for (const [type, media] of Object.entries(was)) {
    if (is[type] === undefined) report(walk, `${direction}-media-type-removed`, place, type)
    else compareSchemas(walk, direction, place, (media as Json).schema ?? {}, (is[type] as Json).schema ?? {})
  }
  for (const type of Object.keys(is)) {
    if (was[type] === undefined) report(walk, `${direction}-media-type-added`, place, type)
  }
}

function compareHeaders(walk: Walk, place: Place, before: Json, after: Json): void {
  const [was, is] = [headersOf(before), headersOf(after)]
  for (const [name, written] of was) {
    const here = inside(place, name)
    const one = resolve(written, walk.base) ?? {}
    const other = is.has(name) ? (resolve(is.get(name), walk.next) ?? {}) : undefined
    if (!other) {
      report(walk, 'response-header-removed', here)
      continue
    }
    const inIt = entering(here, written)
    if (one.required === true && other.required !== true)
      report(walk, 'response-header-became-optional', inIt)
    compareSchemas(walk, 'response', inIt, one.schema ?? {}, other.schema ?? {})
  }
  for (const name of is.keys()) {
    if (!was.has(name)) report(walk, 'response-header-added', inside(place, name))
  }
}

function headersOf(response: Json): Map<string, unknown> {
  const entries = Object.entries((response.headers ?? {}) as Json)
  return new Map(entries.map(([name, header]) => [name.toLowerCase(), header]))
}
