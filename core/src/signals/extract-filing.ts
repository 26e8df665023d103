import type { Queryable, Sql } from '../db.ts'
import { type Observe, timed, unobserved } from '../observe.ts'
import { type Answer, type Processing, processingStore } from '../processing/store.ts'
import type { DeterministicExtractor } from './extractor.ts'
import type { FilingUnderRead } from './filing-under-read.ts'
import { inputSha256 } from './fingerprint.ts'
import type { KnownFiling } from './known-filing.ts'
import { loadFiling, needSources } from './load-filing.ts'
import { meetNeeds } from './meet-needs.ts'
import type { NeedSources } from './need.ts'
import { type ExtractorRun, runExtractors } from './run-extractor.ts'
import { type Reading, replaceReadings } from './store.ts'
import { storedSources } from './stored-sources.ts'

/** The answer of one extractor, and the asking it belongs to. */
export interface ExtractorAnswer {
  answer: Answer
  generation: number
  /** What was found; null when the inputs were those of the last answer, which therefore stands with its signals. */
  reading: Reading | null
}

/**
 * Answers the rows of a filing's ledger that are due, without writing anything. What a row says of its generation is read
 * before anything else, see `settleAnswers`.
 */
export async function answerDue(
  accessionNumber: string,
  rules: readonly DeterministicExtractor[],
  sources: Pick<NeedSources, 'objects'> & { sql: Sql },
  isDue: (row: Processing) => boolean = (row) => row.status === 'pending',
  observe: Observe = unobserved,
  known?: KnownFiling,
): Promise<ExtractorAnswer[]> {
  const ledger = await processingStore(sources.sql).ledger(accessionNumber)
  const rows = new Map(ledger.filter(isDue).map((row) => [row.extractor, row]))
  const due = rules.filter((rule) => rows.has(rule.name))
  if (due.length === 0) return []
  const filing = await timed(observe, 'load', () => loadFiling(accessionNumber, sources, known))
  const statedFacts = known?.facts({ ...filing, filing_date: filing.submission.header.filing_date ?? '' })
  const applying = due.filter((rule) => rule.applies(filing.form_type))
  const met = await timed(observe, 'needs', () =>
    meetNeeds(applying, filing, needSources(sources.sql, sources.objects, statedFacts)),
  )
  const rowOf = (rule: DeterministicExtractor) => rows.get(rule.name) as Processing
  const answers: ExtractorAnswer[] = []
  const toRun: DeterministicExtractor[] = []
  for (const rule of due) {
    const row = rowOf(rule)
    const { generation } = row
    const last = row.last_answer && lastAnswer(row, rule, () => inputSha256(filing, rule, met))
    if (!rule.applies(filing.form_type)) {
      const reading = { extractor: rule.name, signals: [] }
      answers.push({ answer: notApplicable(rule), generation, reading })
    } else if (last) answers.push({ answer: last, generation, reading: null })
    else toRun.push(rule)
  }
  const runs = await runExtractors(
    toRun,
    filing,
    met,
    storedSources({ ...sources, ...(statedFacts ? { statedFacts } : {}) }),
    observe,
  )
  for (const [index, rule] of toRun.entries()) {
    const run = runs[index] as ExtractorRun
    const { generation } = rowOf(rule)
    answers.push({ answer: answerOf(rule, run), generation, reading: readingOf(rule, run, filing) })
  }
  return answers
}

/**
 * Writes answers with their signals, except those whose row was asked for again since: unless it is `complete`, the caller
 * begins anew. `changed` says whether there are other signals now.
 *
 * No answer that rests on an earlier filing E outlives the arrival of E. Let F be a later filing with such an answer. E is
 * stored by a transaction that commits at c(E). Only after it, in a transaction of its own, one statement looks for the
 * later filings that are stored by then, at a moment s(E) > c(E), and the next raises the generation of their rows. An answer
 * about F reads the generation at g, then loads its needs at n > g, and takes the lock at w > n.
 * - F was stored after s(E): then n > c(F) > s(E) > c(E), and the needs were loaded with E in them.
 * - F was stored before s(E), so E raises the generation, at r > c(E), where r is the commit of that transaction.
 *   - r < g: then n > g > r > c(E), and the needs were loaded with E in them.
 *   - g < r < w: the generation is another one under the lock, and the answer is not written.
 *   - w < r: the raising waits for the lock, finds the row answered, and opens it again.
 * The stage of E does not move on before r, so a process that dies in between repeats the search.
 */
export async function settleAnswers(
  tx: Queryable,
  accessionNumber: string,
  answers: readonly ExtractorAnswer[],
): Promise<{ complete: boolean; changed: boolean }> {
  const store = processingStore(tx as Sql)
  const ledger = await store.lock(tx, accessionNumber)
  const generations = new Map(ledger.map((row) => [row.extractor, row.generation]))
  const current = answers.filter(({ answer, generation }) => generations.get(answer.extractor) === generation)
  const changed = await replaceReadings(
    tx,
    accessionNumber,
    current.flatMap(({ reading }) => reading ?? []),
  )
  await store.settle(
    tx,
    accessionNumber,
    current.map(({ answer }) => answer),
  )
  return { complete: current.length === answers.length, changed }
}

/** What the row said before it was asked again, when nothing that its extractor reads has changed since. */
function lastAnswer(
  { extractor, extractor_version, input_sha256, last_answer }: Processing,
  rule: DeterministicExtractor,
  input: () => string,
): Answer | null {
  if (last_answer === null || extractor_version !== rule.version || input_sha256 !== input()) return null
  return { extractor, extractor_version, input_sha256, ...last_answer }
}

/** An extractor that has changed may no longer read a form. */
function notApplicable({ name, version }: DeterministicExtractor): Answer {
  return {
    extractor: name,
    extractor_version: version,
    status: 'not_applicable',
    reason: 'form_type',
    details: null,
    input_sha256: null,
  }
}

function answerOf(rule: DeterministicExtractor, run: ExtractorRun): Answer {
  const { extractor_version, status, reason, missing, omitted, input_sha256 } = run
  const details = {
    ...(missing.length > 0 ? { missing } : {}),
    ...(omitted.length > 0 ? { omitted } : {}),
  }
  return {
    extractor: rule.name,
    extractor_version,
    status,
    reason,
    details: Object.keys(details).length > 0 ? details : null,
    input_sha256,
  }
}

function readingOf(rule: DeterministicExtractor, run: ExtractorRun, { dataset }: FilingUnderRead): Reading {
  return { extractor: rule.name, signals: run.signals.map((signal) => ({ ...signal, dataset })) }
}
