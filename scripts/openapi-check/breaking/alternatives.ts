import { compareSchemas } from './schemas.ts'
import { componentOf, type Json, shapeOf } from './shape.ts'
import { type DataDirection, ruleOf } from './values.ts'
import { inside, type Place, report, type Walk } from './walk.ts'

/**
 * Compares the forms a value may have. Forms of the same name are compared with each other. What is left must, when it was taken,
 * still be taken by some other form, and when it is served, be covered by one that was served before.
 */
export function compareAlternatives(
  walk: Walk,
  direction: DataDirection,
  place: Place,
  before: unknown[],
  after: unknown[],
): void {
  const [was, is] = [named(before, walk.base), named(after, walk.next)]
  for (const [name, form] of was) {
    const other = is.get(name)
    if (other !== undefined) compareSchemas(walk, direction, inside(place, name, '|'), form, other)
    else if (direction === 'response') report(walk, 'response-alternative-removed', place, name)
    else if (!after.some((one) => fits(walk, direction, form, one)))
      report(walk, 'request-alternative-removed', place, name)
  }
  for (const [name, form] of is) {
    if (was.has(name)) continue
    const covered = direction === 'response' && before.some((one) => fits(walk, direction, one, form))
    if (!covered) report(walk, ruleOf(direction, 'alternative-added'), place, name)
  }
}

/** Whether a client of one form can go on with the other. */
function fits(walk: Walk, direction: DataDirection, before: unknown, after: unknown): boolean {
  const trial: Walk = { ...walk, found: [], seen: new Set(walk.seen) }
  compareSchemas(trial, direction, { at: '', within: null }, before, after)
  return trial.found.every(({ severity }) => severity !== 'breaking')
}

/** Forms by what tells them apart: the value of a field that has only one, the component, the title, else the type. */
function named(forms: unknown[], document: Json): Map<string, unknown> {
  const result = new Map<string, unknown>()
  for (const form of forms) {
    const name = nameOf(form, document)
    let unique = name
    for (let count = 2; result.has(unique); count++) unique = `${name} ${count}`
    result.set(unique, form)
  }
  return result
}

function nameOf(form: unknown, document: Json): string {
  const { properties, keywords, types } = shapeOf(form, document)
  const marks = [...properties].flatMap(([name, schema]) => {
    const { values } = shapeOf(schema, document)
    return values?.length === 1 ? [`${name}=${values[0]}`] : []
  })
  const parts = ((form as Json).allOf ?? []) as unknown[]
  const component = componentOf(form) ?? parts.map(componentOf).find((one) => one !== null)
  return marks[0] ?? component ?? (keywords.title as string | undefined) ?? types.join(' or ')
}
