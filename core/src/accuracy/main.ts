import { parseArgs } from 'node:util'
import { runMain } from '../run-main.ts'
import { checks } from './checks/index.ts'
import { defaultCorpus, hasCorpus, openCorpus } from './corpus.ts'
import { type CheckResult, measure } from './measure.ts'

// npm run accuracy -- [--corpus DIR] [--only TEXT] [--explain] [--json]
const { values } = parseArgs({
  options: {
    corpus: { type: 'string', default: defaultCorpus },
    only: { type: 'string', default: '' },
    explain: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
})

await runMain(async () => {
  if (!hasCorpus(values.corpus)) throw new Error(`${values.corpus} has no MANIFEST.tsv`)
  const wanted = checks.filter(({ name }) => name.includes(values.only))
  const results = await measure(wanted, openCorpus(values.corpus))
  if (values.explain) for (const result of results) explain(result)
  printTable(results)
  if (values.json) console.log(JSON.stringify({ name: 'accuracy', rows: results.map(jsonRow) }))
})

function explain({ name, disagreements }: CheckResult): void {
  for (const { case: what, ours, theirs } of disagreements) {
    console.log(`${name}\t${what}\n  ours:   ${ours}\n  theirs: ${theirs}`)
  }
}

function printTable(results: CheckResult[]): void {
  const rows = [
    ['check', 'cases', 'agreed', 'disagreed', 'rate', 'at least', 'source'],
    ...results.map((result) => [
      result.name,
      String(result.cases),
      String(result.agreed),
      String(result.cases - result.agreed),
      percent(rateOf(result)),
      result.at_least === null ? '' : percent(result.at_least),
      result.source,
    ]),
  ]
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  for (const row of rows)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
}

function jsonRow(result: CheckResult) {
  const value = rateOf(result)
  return {
    check: result.name,
    value,
    unit: 'rate',
    ...(result.at_least !== null && { at_least: result.at_least }),
    ok: result.at_least === null || (value !== null && value >= result.at_least),
    cases: result.cases,
  }
}

/** Null where there was no case: nothing was shown. */
function rateOf({ cases, agreed }: CheckResult): number | null {
  return cases === 0 ? null : agreed / cases
}

function percent(rate: number | null): string {
  return rate === null ? '-' : `${(Math.floor(rate * 10_000) / 100).toFixed(2)} %`
}
