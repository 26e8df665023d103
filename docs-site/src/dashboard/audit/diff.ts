type Snapshot = Record<string, unknown> | null

export interface Difference {
  name: string
  /** As text; undefined: it was not there. */
  before: string | undefined
  after: string | undefined
}

const SHORT_CHARACTERS = 40
const NAMED_FIELDS = 4

function asText(value: unknown): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value.join(', ')
  return JSON.stringify(value, null, 1)
}

function textsOf(snapshot: Snapshot): Map<string, string> {
  return new Map(Object.entries(snapshot ?? {}).map(([name, value]) => [name, asText(value)]))
}

/** What an event changed, field by field; what stayed the same is left out. */
export function differencesOf({ before, after }: { before: Snapshot; after: Snapshot }): Difference[] {
  const was = textsOf(before)
  const is = textsOf(after)
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((name) => ({ name, before: was.get(name), after: is.get(name) }))
    .filter((one) => one.before !== one.after)
}

/** What changed, in a line: the field and its values where it is one, the names of some where it is more. */
export function summaryOf(differences: readonly Difference[]): string {
  const [only, ...others] = differences
  if (only && others.length === 0) {
    return only.before === undefined
      ? `${only.name}: ${short(only.after)}`
      : `${only.name}: ${short(only.before)} → ${short(only.after)}`
  }
  const names = differences.slice(0, NAMED_FIELDS).map(({ name }) => name)
  const more = differences.length - names.length
  return names.join(', ') + (more > 0 ? ` and ${more} more` : '')
}

function short(text: string | undefined): string {
  if (text === undefined) return 'nothing'
  return text.length > SHORT_CHARACTERS ? `${text.slice(0, SHORT_CHARACTERS)}…` : text
}
