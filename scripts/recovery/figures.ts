/** One line of what a command measured. */
export interface Figure {
  check: string
  value: number
  unit: string
  at_least?: number
  at_most?: number
  ok: boolean
}

export function atMost(check: string, value: number, unit: string, bound: number): Figure {
  return { check, value: rounded(value), unit, at_most: bound, ok: value <= bound }
}

export function atLeast(check: string, value: number, unit: string, bound: number): Figure {
  return { check, value: rounded(value), unit, at_least: bound, ok: value >= bound }
}

/** Prints the figures, as JSON too when asked, and makes the process fail when one is short. */
export function report(name: string, rows: Figure[], json: boolean): void {
  for (const row of rows) {
    const bound = row.at_most === undefined ? `at least ${row.at_least}` : `at most ${row.at_most}`
    console.log(`${row.ok ? 'ok   ' : 'SHORT'} ${row.check}: ${row.value} ${row.unit} (${bound})`)
  }
  if (json) console.log(JSON.stringify({ name, rows }))
  if (rows.some((row) => !row.ok)) process.exitCode = 1
}

function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000
}
