import { PROCESSING_STATUSES } from '../../core/src/processing/status.ts'
import { MINIMUM_POSITIVES } from '../../core/src/signals/accuracy/measure.ts'
import type { GradedLabel } from './labels.ts'
import type { Ledger } from './ledger.ts'

/** What every extractor answered for how many filings. */
export function printLedger({ filings, rows, expected, found }: Ledger, explain: boolean): void {
  const shown = PROCESSING_STATUSES.filter((status) => rows.some((row) => row.states[status] > 0))
  print([
    ['extractor', ...shown, 'sum', 'signals'],
    ...rows.map((row) => [
      row.extractor,
      ...shown.map((status) => String(row.states[status])),
      String(PROCESSING_STATUSES.reduce((sum, status) => sum + row.states[status], 0)),
      Object.entries(row.signals)
        .map(([type, count]) => `${type} ${count}`)
        .join(', '),
    ]),
  ])
  console.log(`${filings} filings × ${rows.length} extractors = ${expected}; ledger rows: ${found}`)
  if (!explain) return
  for (const { extractor, reasons } of rows)
    for (const [reason, count] of reasons) console.log(`${extractor}\t${count}\t${reason}`)
}

/** How far signals agree with labels. */
export function printGrades(graded: readonly GradedLabel[], explain: boolean): void {
  const percent = (share: number | null) => (share === null ? '-' : `${(100 * share).toFixed(2)} %`)
  const interval = (one: { lower: number; upper: number } | null | undefined) =>
    one ? `[${percent(one.lower)}, ${percent(one.upper)}]` : '-'
  print([
    [
      'signal',
      'label',
      'cases',
      'agreed',
      'agreement',
      'interval',
      'positives',
      'precision',
      'interval',
      'recall',
      'interval',
    ],
    ...graded.map(({ label, check }) => [
      label.signal_type,
      label.name,
      String(check.labelled),
      String(check.agreed),
      percent(check.agreement),
      interval(check.intervals?.agreement),
      String(check.positives),
      percent(check.precision),
      interval(check.intervals?.precision),
      percent(check.recall),
      interval(check.intervals?.recall),
    ]),
  ])
  console.log(`No share is given under ${MINIMUM_POSITIVES} positives.`)
  if (!explain) return
  for (const { label, disagreements } of graded)
    for (const one of disagreements) console.log(`${label.name}\t${one}`)
}

function print(rows: string[][]): void {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  for (const row of rows)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
}
