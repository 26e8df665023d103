/** One line of a result. A row with a bound says whether it keeps it. */
export interface ResultRow {
  check: string
  value: number
  unit: string
  at_least?: number
  at_most?: number
}

/** Prints the rows and, for machines, all of them as one line of JSON; a row that misses its bound fails the command. */
export function report(name: string, rows: ResultRow[], json: boolean): void {
  const judged = rows.map((row) => ({ ...row, value: Math.round(row.value * 1000) / 1000, ok: isOk(row) }))
  console.log('')
  for (const { check, value, unit, at_least, at_most, ok } of judged) {
    const bound =
      at_least !== undefined
        ? ` (at least ${at_least})`
        : at_most !== undefined
          ? ` (at most ${at_most})`
          : ''
    console.log(`${ok ? 'ok   ' : 'SHORT'} ${check}: ${value} ${unit}${bound}`)
  }
  if (json) console.log(JSON.stringify({ name, rows: judged }))
  if (judged.some(({ ok }) => !ok)) process.exitCode = 1
}

function isOk({ value, at_least, at_most }: ResultRow): boolean {
  return value >= (at_least ?? Number.NEGATIVE_INFINITY) && value <= (at_most ?? Number.POSITIVE_INFINITY)
}

export function median(values: number[]): number {
  const sorted = [...values].sort((one, other) => one - other)
  const middle = Math.floor(sorted.length / 2)
  if (sorted.length % 2 === 1) return sorted[middle] as number
  return ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2
}
