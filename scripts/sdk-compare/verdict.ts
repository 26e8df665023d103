/** What one package came to in a row, with the words for it. */
export interface Entry {
  value: number
  told: string
}

/** One thing that was compared. An entry is null where a package has nothing that could be compared. */
export interface Row {
  id: string
  check: string
  unit: string
  /** Whether less is better, or more. */
  better: 'less' | 'more'
  /** Differences up to this are none. */
  slack: number
  entries: Record<string, Entry | null>
  /** Why nothing can be said of it: what was measured spread too far. */
  unclear?: string | undefined
  /** What it means beside the packages, for example what bare `fetch` needs. */
  beside?: string
}

/** Why ours is behind a package, by its name. */
export type Reasons = Record<string, string>

export interface Verdict {
  kind: 'best' | 'equal' | 'explained' | 'problem'
  /** Each package that is ahead with the reason, and what is wrong with the reasons. */
  words: string[]
}

/** Ours beside each of the others: every one that is ahead needs a reason, and one that ours is ahead of must have none. */
export function verdictOf(row: Row, reasons: Reasons = {}): Verdict {
  const own = row.entries.ours
  if (!own) throw new Error(`${row.id}: nothing of ours was measured`)
  const others = Object.entries(row.entries).flatMap(([name, entry]) =>
    name !== 'ours' && entry ? [{ name, ahead: aheadBy(row, entry.value, own.value) }] : [],
  )
  const isAhead = ({ ahead }: { ahead: number }) => ahead > row.slack
  const isBest = others.every(({ ahead }) => ahead < -row.slack)
  // What is measured anew each time may come out the other way in the next run: there a reason is needless only when ours is best.
  const isNeedless = ({ ahead }: { ahead: number }) => (row.slack === 0 ? ahead <= 0 : isBest)

  const known = new Set(others.map(({ name }) => name))
  const problems = [
    ...(row.unclear ? [row.unclear] : []),
    ...others
      .filter((one) => isAhead(one) && !reasons[one.name])
      .map(({ name }) => `behind ${name}, no reason`),
    ...others
      .filter((one) => isNeedless(one) && reasons[one.name])
      .map(({ name }) => `a reason for ${name}, which is not ahead`),
    ...Object.keys(reasons)
      .filter((name) => !known.has(name))
      .map((name) => `a reason for ${name}, which was not compared`),
  ]
  if (problems.length > 0) return { kind: 'problem', words: problems }
  const ahead = others.filter(isAhead)
  if (ahead.length > 0) {
    return { kind: 'explained', words: ahead.map(({ name }) => `behind ${name}: ${reasons[name]}`) }
  }
  return { kind: isBest ? 'best' : 'equal', words: [] }
}

/** How far a value is better than ours; negative where it is worse. */
function aheadBy({ better }: Row, value: number, own: number): number {
  return better === 'less' ? own - value : value - own
}

export function isAccepted({ kind }: Verdict): boolean {
  return kind !== 'problem'
}
