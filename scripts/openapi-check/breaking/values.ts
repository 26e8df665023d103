import type { RuleId } from './rules.ts'
import type { Shape } from './shape.ts'

/** What of a single value changed, seen from neither side: its rule is made of the direction and these words. */
export type Change = [aspect: string, detail: string]

export type DataDirection = 'request' | 'response'

export function ruleOf(direction: DataDirection, aspect: string): RuleId {
  return `${direction}-${aspect}` as RuleId
}

/** Changes of the value itself: types, null, lists of values, limits, pattern, format, default. */
export function valueChanges(direction: DataDirection, before: Shape, after: Shape): Change[] {
  return [
    ...typeChanges(before, after),
    ...listChanges(direction, before, after),
    ...limitChanges(before, after),
    ...wordChanges('pattern', before, after),
    ...wordChanges('format', before, after),
    ...uniquenessChanges(before, after),
    ...(direction === 'request' ? defaultChanges(before, after) : []),
  ]
}

function typeChanges(before: Shape, after: Shape): Change[] {
  const changes: Change[] = []
  const has = (types: string[], type: string) =>
    types.includes(type) || (type === 'integer' && types.includes('number'))
  if (before.alternatives.length === 0 && after.alternatives.length === 0) {
    const lost = before.types.filter((type) => !has(after.types, type))
    const more = after.types.filter((type) => !has(before.types, type))
    if (lost.length > 0) changes.push(['type-narrowed', `no longer ${lost.join(', ')}`])
    if (more.length > 0) changes.push(['type-widened', `also ${more.join(', ')}`])
  }
  if (before.nullable && !after.nullable) changes.push(['null-removed', ''])
  if (!before.nullable && after.nullable) changes.push(['null-added', ''])
  return changes
}

/** What is sent must be one of the values the API knows, also where the list may grow. */
function listChanges(direction: DataDirection, before: Shape, after: Shape): Change[] {
  const closed = (shape: Shape) => (direction === 'request' ? (shape.values ?? shape.known) : shape.values)
  const [was, is] = [closed(before), closed(after)]
  if (was && is) return differences(was, is, 'enum-value')
  if (was) return [['enum-opened', '']]
  if (is) return [['enum-closed', is.map(shown).join(', ')]]
  return before.known && after.known ? differences(before.known, after.known, 'known-value') : []
}

function differences(before: unknown[], after: unknown[], aspect: string): Change[] {
  const gone = before.filter((value) => !after.includes(value))
  const more = after.filter((value) => !before.includes(value))
  return [
    ...gone.map((value): Change => [`${aspect}-removed`, shown(value)]),
    ...more.map((value): Change => [`${aspect}-added`, shown(value)]),
  ]
}

const LOWER = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties']
const UPPER = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties']

function limitChanges(before: Shape, after: Shape): Change[] {
  const changes: Change[] = []
  for (const [names, open, sign] of [
    [LOWER, Number.NEGATIVE_INFINITY, 1],
    [UPPER, Number.POSITIVE_INFINITY, -1],
  ] as const) {
    for (const name of names) {
      // No least length and a least length of 0 are the same.
      const implied = sign === 1 && name !== 'minimum' && name !== 'exclusiveMinimum' ? 0 : open
      const was = numberOf(before, name) ?? implied
      const is = numberOf(after, name) ?? implied
      if (was === is) continue
      const text = `${name} ${Number.isFinite(was) ? was : 'none'} → ${Number.isFinite(is) ? is : 'none'}`
      changes.push([(is - was) * sign > 0 ? 'limit-tightened' : 'limit-relaxed', text])
    }
  }
  const [was, is] = [numberOf(before, 'multipleOf'), numberOf(after, 'multipleOf')]
  if (was !== is) {
    const looser = is === undefined || (was !== undefined && was % is === 0)
    changes.push([
      looser ? 'limit-relaxed' : 'limit-tightened',
      `multipleOf ${was ?? 'none'} → ${is ?? 'none'}`,
    ])
  }
  return changes
}

function numberOf({ keywords }: Shape, name: string): number | undefined {
  return keywords[name] as number | undefined
}

/** Whether one pattern allows more than another cannot be told, so any other pattern counts as changed. */
function wordChanges(name: 'pattern' | 'format', before: Shape, after: Shape): Change[] {
  const [was, is] = [before.keywords[name], after.keywords[name]] as [string | undefined, string | undefined]
  if (was === is) return []
  if (was === undefined) return [[`${name}-added`, `${is}`]]
  return is === undefined ? [[`${name}-removed`, was]] : [[`${name}-changed`, `${was} → ${is}`]]
}

function uniquenessChanges(before: Shape, after: Shape): Change[] {
  const [was, is] = [before.keywords.uniqueItems === true, after.keywords.uniqueItems === true]
  if (was === is) return []
  return [[is ? 'unique-items-added' : 'unique-items-removed', '']]
}

function defaultChanges(before: Shape, after: Shape): Change[] {
  const [was, is] = [before.keywords.default, after.keywords.default]
  if (JSON.stringify(was) === JSON.stringify(is)) return []
  if (was === undefined) return [['default-added', shown(is)]]
  return is === undefined
    ? [['default-removed', shown(was)]]
    : [['default-changed', `${shown(was)} → ${shown(is)}`]]
}

function shown(value: unknown): string {
  return typeof value === 'string' ? `\`${value}\`` : JSON.stringify(value)
}
