import { announce } from '@sec-latent/core/outbox/store'
import type { BackfillBatch } from '@sec-latent/core/processing/backfill-store'
import { openRow } from '@sec-latent/core/processing/store'
import { answerDue } from '@sec-latent/core/signals/extract-filing'
import { defineJob } from '../job.ts'
import type { Services } from '../services.ts'
import { settleAndGoOn } from './answer-filing.ts'

/** Filings between two marks of how far the backfill is: what is repeated when the process dies. */
const BATCH = 20
/** Longer than a batch takes; kept up while waiting. */
const LEASE_MS = 60_000
const MAX_ROUNDS = 5
const LOOK_AGAIN_MS = 200
/** So long a filing waits for fresh ones at most: a busy day slows a backfill down and does not stop it. */
const PATIENCE_MS = 10_000
/** What fresh filings go through. */
const FRESH = ['parse-filing', 'extract-signals', 'publish-filing'] as const

/**
 * Reads filings again whose answers are of another version than the rule that runs here, or that have none. One at a time
 * over all processes, a filing only when no fresh one waits. Old answers stand until the new ones are there. Safe to
 * repeat: a filing with answers of the right version is not read.
 */
export const backfillExtractors = defineJob({
  name: 'backfill-extractors',
  concurrency: () => 1,

  async run(_payload, services) {
    const { backfills, rules, sql } = services
    await backfills.plan(rules)
    const batch = await backfills.take(BATCH, LEASE_MS)
    if (!batch) return
    const read: BackfillBatch['filings'] = []
    for (const filing of batch.filings) {
      if (!(await backfills.keep(batch, LEASE_MS))) break
      await letFreshGoFirst(services)
      await readAgain(filing, batch, services)
      read.push(filing)
    }
    // Paused before the first filing: where it stands is where it goes on.
    if (batch.filings.length > 0 && read.length === 0) return
    await sql.begin(async (tx) => {
      await backfills.advance(tx, batch, read)
      const last = read.at(-1)?.accession_number ?? 'end'
      await announce(tx, [
        { job_name: 'backfill-extractors', job_id: `backfill-extractors.${last}`, payload: {} },
      ])
    })
  },

  /** What was not read yet is found again at the next tick. */
  async fail() {},
})

/** Answers of a filing for extractors of a backfill that have another version, or are not there. */
export async function readAgain(
  { accession_number, extractors }: Pick<BackfillBatch['filings'][number], 'accession_number' | 'extractors'>,
  { extractors: versions }: Pick<BackfillBatch, 'extractors'>,
  services: Services,
): Promise<void> {
  const { rules, processing, filings, sql, observe } = services
  // Another release may run beside this one during a deployment: only what this one has is read here.
  const due = rules.filter(
    ({ name, version }) =>
      extractors.includes(name) &&
      versions.some((one) => one.extractor === name && one.to_version === version),
  )
  const filing = await filings.find(accession_number)
  if (!filing || due.length === 0) return
  // A row must be there before anything is loaded: what comes meanwhile finds it and asks again.
  await processing.open(
    sql,
    due.map((rule) => openRow(rule, filing)),
  )
  const current = new Map(due.map(({ name, version }) => [name, version]))
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const answers = await answerDue(
      accession_number,
      due,
      services,
      (row) => row.status === 'pending' || row.extractor_version !== current.get(row.extractor),
      observe,
    )
    if (answers.length === 0 || (await settleAndGoOn(accession_number, answers, services))) return
  }
  throw new Error(`${accession_number} changed during each of ${MAX_ROUNDS} readings`)
}

/** Waits until no fresh filing is being read or waits for it. */
async function letFreshGoFirst({ queues }: Services): Promise<void> {
  const until = Date.now() + PATIENCE_MS
  while (Date.now() < until) {
    const waiting = await Promise.all(
      FRESH.map((name) => queues.queueOf(name).getJobCountByTypes('waiting', 'prioritized', 'active')),
    )
    if (waiting.every((count) => count === 0)) return
    await new Promise((done) => setTimeout(done, LOOK_AGAIN_MS))
  }
}
