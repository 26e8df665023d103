import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { runMain } from '../run-main.ts'
import { checks } from './checks/index.ts'
import { defaultCorpus, hasCorpus, openCorpus } from './corpus.ts'
import { type CheckResult, isMet, measure, rateAfterReview, rateOf } from './measure.ts'
import { PAGE, pageOf } from './page.ts'
import { readReviews } from './reviews.ts'

// npm run accuracy -- [--corpus DIR] [--only TEXT] [--explain] [--write-page] [--json]
const { values } = parseArgs({
  options: {
    corpus: { type: 'string', default: defaultCorpus },
    only: { type: 'string', default: '' },
    explain: { type: 'boolean', default: false },
    'write-page': { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
})

await runMain(async () => {
  if (!hasCorpus(values.corpus)) throw new Error(`${values.corpus} has no MANIFEST.tsv`)
  const reviews = readReviews(checks.map(({ name }) => name))
  const wanted = checks.filter(({ name }) => name.toLowerCase().includes(values.only.toLowerCase()))
  const results: CheckResult[] = []
  for await (const result of measure(wanted, openCorpus(values.corpus), reviews)) {
    results.push(result)
    if (values.explain) explain(result)
    process.stderr.write(`${result.name}: ${result.seconds.toFixed(1)} s\n`)
  }
  printTable(results)
  if (values['write-page']) writeFileSync(PAGE, pageOf(results))
  if (values.json) {
    const shown = results.filter(({ cases }) => cases > 0)
    console.log(JSON.stringify({ name: 'accuracy', rows: shown.map(jsonRow) }))
  }
})

function explain({ name, disagreements }: CheckResult): void {
  for (const { case: what, ours, theirs, review } of disagreements) {
    console.log(`${name}\t${what}\n  ours:   ${ours}\n  theirs: ${theirs}`)
    console.log(`  review: ${review ? `${review.verdict}: ${review.reason}` : 'not reviewed'}`)
  }
}

function printTable(results: CheckResult[]): void {
  const rows = [
    ['check', 'cases', 'agreed', 'disagreed', 'rate', 'after review', 'at least', '', 'source'],
    ...results.map((result) => [
      result.name,
      String(result.cases),
      String(result.agreed),
      String(result.cases - result.agreed),
      percent(rateOf(result)),
      percent(rateAfterReview(result)),
      result.at_least === null ? 'reported' : percent(result.at_least),
      { true: '', false: 'SHORT', null: 'no case' }[`${isMet(result)}`],
      result.source,
    ]),
  ]
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  for (const row of rows) {
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
  }
}

function jsonRow(result: CheckResult) {
  const value = result.after_review ? rateAfterReview(result) : rateOf(result)
  return {
    check: result.name,
    value,
    unit: 'rate',
    ...(result.at_least !== null && { at_least: result.at_least }),
    ok: isMet(result),
    cases: result.cases,
    agreed: result.agreed,
  }
}

function percent(rate: number | null): string {
  return rate === null ? '-' : `${(Math.floor(rate * 10_000) / 100).toFixed(2)} %`
}
