import { parseArgs } from 'node:util'
import { runMain } from '../../run-main.ts'
import { vectors } from './index.ts'
import type { Vector } from './vector.ts'

// npm run signals:vectors -- [--json]
// Every published example of a formula, and what ours makes of it.
const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } })

interface Result extends Vector {
  answer: string | null
  ok: boolean
}

await runMain(async () => {
  const results: Result[] = []
  for (const vector of vectors) {
    const answer = await vector.got()
    results.push({ ...vector, answer, ok: isMet(vector, answer) })
  }
  print([
    ['vector', 'kind', 'signal', 'what', 'expected', 'got', '', 'formula', 'published by'],
    ...results.map((one) => [
      one.id,
      one.kind,
      one.signal_type,
      one.title,
      one.kind === 'neg' ? `not ${one.expected}` : one.expected,
      one.answer ?? 'not at hand',
      one.answer === null ? '' : one.ok ? 'ok' : 'WRONG',
      one.formula,
      one.source,
    ]),
  ])
  const checked = results.filter(({ answer }) => answer !== null)
  const wrong = checked.filter(({ ok }) => !ok)
  console.log(
    `${checked.length} of ${results.length} vectors checked, ${wrong.length} wrong; the others need a filing or file that is not at hand.`,
  )
  if (values.json) console.log(JSON.stringify({ name: 'signals:vectors', rows: results.map(jsonRow) }))
  if (wrong.length > 0) process.exitCode = 1
})

/** A published mistake must not come out; everything else must, at the printed precision. */
function isMet({ kind, expected }: Vector, answer: string | null): boolean {
  return answer === null || (kind === 'neg' ? answer !== expected : answer === expected)
}

function jsonRow({ id, kind, title, expected, answer, ok }: Result) {
  return { check: `${id} ${kind} ${title}`, value: answer, unit: 'as printed', expected, ok }
}

function print(rows: string[][]): void {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  for (const row of rows)
    console.log(
      row
        .map((cell, column) => cell.padEnd(Math.min(60, widths[column] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
}
