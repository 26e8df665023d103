import type { Queryable } from '@sec-latent/core/db'
import { type Intake, nextJob } from '@sec-latent/core/intake/intake'
import { jobs } from '@sec-latent/core/jobs'
import { timed } from '@sec-latent/core/observe'
import { type Announcement, announce } from '@sec-latent/core/outbox/store'
import { reopenDependents } from '@sec-latent/core/processing/dependents'
import { answerDue, type ExtractorAnswer, settleAnswers } from '@sec-latent/core/signals/extract-filing'
import { defineJob } from '../job.ts'
import type { Services } from '../services.ts'
import { publishWithin } from './publish.ts'

/** A filing that keeps changing under the reader is left to the next announcement. */
const MAX_ROUNDS = 5

/**
 * Runs the rules whose ledger rows are pending and settles those rows. Safe to repeat: a settled row is not run again, and
 * the same reading has the same fingerprint.
 */
export const extractSignals = defineJob({
  name: 'extract-signals',
  concurrency: ({ config }) => config.READ_CONCURRENCY,

  async run({ accession_number }, services) {
    for (let round = 0; round < MAX_ROUNDS; round++) {
      const answers = await answerDue(accession_number, services.rules, services, undefined, services.observe)
      if (await settleAndGoOn(accession_number, answers, services)) return
    }
    throw new Error(`${accession_number} changed during each of ${MAX_ROUNDS} readings`)
  },

  async fail({ accession_number }, reason, services) {
    const rules = new Set(services.rules.map(({ name }) => name))
    await services.sql.begin(async (tx) => {
      const ledger = await services.processing.lock(tx, accession_number)
      const failed = ledger
        .filter((row) => row.status === 'pending' && rules.has(row.extractor))
        .map(({ extractor, extractor_version }) => ({
          ...{ extractor, extractor_version, reason },
          ...{ status: 'failed' as const, details: null, input_sha256: null },
        }))
      await services.processing.settle(tx, accession_number, failed)
      await goOn(tx, accession_number, false, services)
    })
  },
})

/** Writes answers and what follows from them. Returns false when a row was asked for again meanwhile. */
export async function settleAndGoOn(
  accessionNumber: string,
  answers: readonly ExtractorAnswer[],
  services: Services,
): Promise<boolean> {
  const settled = await timed(services.observe, 'settle', () =>
    services.sql.begin(async (tx) => {
      const { complete, changed } = await settleAnswers(tx, accessionNumber, answers)
      if (complete) await goOn(tx, accessionNumber, changed, services)
      return complete
    }),
  )
  if (!settled) return false
  for (const { reading } of answers) {
    for (const { signal_type } of reading?.signals ?? []) services.metrics.signals.inc({ signal_type })
  }
  return true
}

/**
 * A filing on its way in goes to the next stage, and later filings that rest on it are asked for again; one that is visible
 * already shows its new signals at once. What Claude is asked for never holds a filing up.
 */
async function goOn(
  tx: Queryable,
  accessionNumber: string,
  changed: boolean,
  services: Services,
): Promise<void> {
  const intake = await services.intake.lock(tx, accessionNumber)
  if (intake?.stage === 'parsed') {
    await reopenLater(tx, intake, services)
    const ledger = await services.processing.ledger(accessionNumber, tx)
    const asked = new Set(services.extractors.filter(({ kind }) => kind === 'llm').map(({ name }) => name))
    if (ledger.some((row) => row.status === 'pending' && asked.has(row.extractor)))
      await announce(tx, askingOf(intake))
    await services.intake.advance(tx, intake, 'parsed', 'extracted')
  }
  if (intake?.stage === 'published' && changed) await publishWithin(tx, intake, services)
}

async function reopenLater(tx: Queryable, { accession_number, dataset }: Intake, services: Services) {
  const filing = await services.filings.find(accession_number)
  if (!filing) return
  const reopened = await reopenDependents(tx, filing, services.extractors)
  const kinds = new Map(services.extractors.map(({ name, kind }) => [name, kind]))
  const later = (kind: 'deterministic' | 'llm') =>
    [
      ...new Set(
        reopened.filter((row) => kinds.get(row.extractor) === kind).map((row) => row.accession_number),
      ),
    ].map((one) => ({ dataset, accession_number: one }))
  await announce(tx, [...later('deterministic').map(anotherExtractionOf), ...later('llm').flatMap(askingOf)])
}

type Named = Pick<Intake, 'dataset' | 'accession_number'>

/** The job that answers for rules. */
export function extractionOf(filing: Named): Announcement {
  return nextJob(filing, 'parsed')
}

function anotherExtractionOf(filing: Named): Announcement {
  const job = extractionOf(filing)
  return { ...job, payload: { ...job.payload, again: true } } as Announcement<'extract-signals'>
}

/** The job that asks Claude, where there is one. */
export function askingOf({ dataset, accession_number }: Named): Announcement[] {
  const job_name = 'ask-claude'
  if (!(job_name in jobs)) return []
  const announcement = {
    job_name,
    job_id: `${job_name}.${accession_number}`,
    payload: { dataset, accession_number },
  }
  return [announcement as unknown as Announcement]
}
