import type { Queryable } from '@sec-latent/core/db'
import type { Intake } from '@sec-latent/core/intake/intake'
import { timed } from '@sec-latent/core/observe'
import { announce } from '@sec-latent/core/outbox/store'
import { reopenDependents } from '@sec-latent/core/processing/dependents'
import { answerDue, type ExtractorAnswer, settleAnswers } from '@sec-latent/core/signals/extract-filing'
import { anotherExtractionOf, askingOf } from './extraction-jobs.ts'
import { publishWithin } from './publish-within.ts'
import type { ReadingServices } from './reading-services.ts'

/** A filing that keeps changing under the reader is left to the next announcement. */
const MAX_ROUNDS = 5

/**
 * Runs the rules whose ledger rows are pending and settles those rows. Safe to repeat: a settled row is not run again, and
 * the same reading has the same fingerprint.
 */
export async function answerFiling(accessionNumber: string, services: ReadingServices): Promise<void> {
  const { rules, observe, known } = services
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const answers = await answerDue(
      accessionNumber,
      rules,
      services,
      undefined,
      observe,
      known.get(accessionNumber),
    )
    if (await settleAndGoOn(accessionNumber, answers, services)) return
  }
  throw new Error(`${accessionNumber} changed during each of ${MAX_ROUNDS} readings`)
}

/**
 * Writes answers and what follows from them. Returns false when a row was asked for again meanwhile. Whoever changes a filing
 * locks its intake before anything else, as publication does: in any other order the two would wait for each other.
 */
export async function settleAndGoOn(
  accessionNumber: string,
  answers: readonly ExtractorAnswer[],
  services: ReadingServices,
): Promise<boolean> {
  const settled = await timed(services.observe, 'settle', () =>
    services.sql.begin(async (tx) => {
      const intake = await services.intake.lock(tx, accessionNumber)
      const { complete, changed } = await settleAnswers(tx, accessionNumber, answers)
      await goOn(tx, intake, { complete, changed }, services)
      return complete
    }),
  )
  if (!settled) return false
  for (const { reading } of answers) {
    for (const { signal_type } of reading?.signals ?? []) services.countSignal(signal_type)
  }
  return true
}

/**
 * A filing on its way in goes to the next stage once it is answered, and later filings that rest on it are asked for again;
 * one that is visible already shows its new signals at once, also those of a round that was not complete: the next round
 * does not write them again, so nobody would show them later. What Claude is asked for never holds a filing up. The intake
 * is one that the caller locked.
 */
export async function goOn(
  tx: Queryable,
  intake: Intake | undefined,
  { complete, changed }: { complete: boolean; changed: boolean },
  services: ReadingServices,
): Promise<void> {
  if (intake?.stage === 'parsed' && complete) {
    await reopenLater(tx, intake, services)
    const ledger = await services.processing.ledger(intake.accession_number, tx)
    const asked = new Set(services.extractors.filter(({ kind }) => kind === 'llm').map(({ name }) => name))
    if (ledger.some((row) => row.status === 'pending' && asked.has(row.extractor)))
      await announce(tx, askingOf(intake))
    await services.intake.advance(tx, intake, 'parsed', 'extracted')
  }
  if (intake?.stage === 'published' && changed) await publishWithin(tx, intake, services)
}

async function reopenLater(
  tx: Queryable,
  { accession_number, dataset, priority }: Intake,
  services: ReadingServices,
) {
  const filing = await services.filings.find(accession_number)
  if (!filing) return
  const reopened = await reopenDependents(tx, filing, services.extractors)
  const kinds = new Map(services.extractors.map(({ name, kind }) => [name, kind]))
  const later = (kind: 'deterministic' | 'llm') =>
    [
      ...new Set(
        reopened.filter((row) => kinds.get(row.extractor) === kind).map((row) => row.accession_number),
      ),
    ].map((one) => ({ dataset, accession_number: one, priority }))
  await announce(tx, [...later('deterministic').map(anotherExtractionOf), ...later('llm').flatMap(askingOf)])
}
