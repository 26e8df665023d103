import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { readFiling } from '../filings/reading.ts'
import { runMain } from '../run-main.ts'
import { readCompanyFacts } from './company-facts.ts'
import type { DocumentFacts } from './filing-facts.ts'
import { xbrlFactReader } from './reader.ts'
import { type Reconciled, reconcile } from './reconcile.ts'

// tsx core/src/facts/reconcile-main.ts COMPANYFACTS.json SUBMISSION.txt …
//
// `companyfacts` is a second opinion and nothing else: it is not stored beside our facts and never served as one. Its rows
// lack what makes a fact checkable (decimals, dimensions, a place in a document), it is published after the filing, and a
// later download lists other vintages. What it is good for is to find out where the two readings part.
await runMain(async () => {
  const [companyFactsFile, ...submissions] = process.argv.slice(2)
  if (companyFactsFile === undefined || submissions.length === 0)
    throw new Error('usage: reconcile-main.ts COMPANYFACTS.json SUBMISSION.txt …')
  const { cik, facts: listed } = readCompanyFacts(contentOf(companyFactsFile))
  for (const file of submissions) {
    const { submission, outcomes } = readFiling(contentOf(file), '')
    const { accession_number } = submission.header
    const documents = outcomes.find(({ reader }) => reader.name === xbrlFactReader.name)?.content as
      | DocumentFacts[]
      | null
    if (!documents) {
      console.log(`${accession_number}\n  the submission holds no XBRL`)
      continue
    }
    const ours = documents.flatMap(({ facts }) => facts)
    const theirs = listed.filter((fact) => fact.accession_number === accession_number)
    print(accession_number, reconcile(cik, ours, theirs))
  }
})

function contentOf(file: string): Buffer {
  const bytes = readFileSync(file)
  return file.endsWith('.gz') ? gunzipSync(bytes) : bytes
}

/** How often each outcome occurs, then every fact on which the two sides disagree. */
function print(accessionNumber: string, rows: Reconciled[]) {
  const counts = new Map<string, number>()
  for (const { status, reason } of rows) {
    const outcome = reason === null ? status : `${status} (${reason})`
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1)
  }
  console.log(accessionNumber)
  for (const [outcome, count] of [...counts].sort(([, a], [, b]) => b - a))
    console.log(`  ${outcome}: ${count}`)
  for (const { status, reason, fact, ours, theirs } of rows) {
    if (status === 'equal' || (status === 'only_ours' && reason !== 'unexplained')) continue
    console.log(`  ${status} (${reason}) ${fact} ours ${ours} theirs ${theirs}`)
  }
}
