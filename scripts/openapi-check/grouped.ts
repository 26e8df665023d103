import type { Finding } from './breaking/rules.ts'

/** One change of the contract with everything it is seen in. */
export interface Group extends Omit<Finding, 'at'> {
  /** In the shared component when it stands in one, else in the operation. */
  place: string
  /** `GET /v1/filings`, and so on. */
  operations: string[]
}

/** A change of a component is one change, in however many operations it is met. */
export function grouped(findings: Finding[]): Group[] {
  const groups = new Map<string, Group>()
  for (const { at, ...one } of findings) {
    const place = one.within ?? at
    const key = [one.rule, place, one.change].join('\n')
    const operation = at.split(' ', 2).join(' ')
    const known = groups.get(key)
    if (!known) groups.set(key, { ...one, place, operations: [operation] })
    else if (!known.operations.includes(operation)) known.operations.push(operation)
  }
  return [...groups.values()]
}
