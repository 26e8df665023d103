import { isAccepted, type Row, type Verdict } from './verdict.ts'

export interface Judged extends Row {
  verdict: Verdict
}

export function verdictText({ verdict: { kind, words } }: Judged): string {
  if (kind === 'problem') return `PROBLEM: ${words.join('; ')}`
  return kind === 'explained' ? words.join('; ') : kind
}

/** Every row with what each package came to. */
export function printed(rows: readonly Judged[]): string {
  const lines = rows.flatMap((row) => {
    const entries = Object.entries(row.entries)
    const width = Math.max(...entries.map(([name]) => name.length))
    return [
      '',
      `${row.check}${row.beside ? ` (${row.beside})` : ''}`,
      ...entries.map(([name, entry]) => `  ${name.padEnd(width)}  ${entry?.told ?? 'none'}`),
      `  = ${verdictText(row)}`,
    ]
  })
  return `${lines.join('\n')}\n`
}

/** One line for machines: ours beside the best of the others. A row that is explained keeps no bound. */
export function asJson(rows: readonly Judged[]): string {
  const results = rows.map((row) => {
    const others = Object.entries(row.entries).flatMap(([name, entry]) =>
      entry && name !== 'ours' ? [entry.value] : [],
    )
    const less = row.better === 'less'
    const bound = less ? Math.min(...others) + row.slack : Math.max(...others) - row.slack
    const reason = row.verdict.kind === 'explained' ? row.verdict.words.join('; ') : undefined
    return {
      check: row.check,
      value: row.entries.ours?.value ?? null,
      unit: row.unit,
      ...(reason ? { reason } : Number.isFinite(bound) && { [less ? 'at_most' : 'at_least']: bound }),
      ok: isAccepted(row.verdict),
    }
  })
  return JSON.stringify({ name: 'sdk-compare', rows: results })
}
