type Snapshot = Record<string, unknown> | null

export interface Difference {
  name: string
  /** As text; undefined: it was not there. */
  before: string | undefined
  after: string | undefined
}

const asText = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value, null, 1)

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

/** What changed, in a line. */
export function summaryOf(differences: readonly Difference[]): string {
  const [only] = differences
  if (!only) return ''
  const short = (text: string | undefined) =>
    text === undefined ? 'nothing' : text.length > 40 ? `${text.slice(0, 40)}…` : text
  if (differences.length === 1 && only.before !== undefined) {
    return `${only.name}: ${short(only.before)} → ${short(only.after)}`
  }
  return differences.map(({ name }) => name).join(', ')
}
