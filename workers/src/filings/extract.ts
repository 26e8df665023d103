import type { Queryable } from '@sec-latent/core/db'
import type { EvidenceSources } from '@sec-latent/core/evidence/verify'
import type { StoredFiling } from '@sec-latent/core/filings/store'
import { nextJob } from '@sec-latent/core/intake/intake'
import { announce } from '@sec-latent/core/outbox/store'
import type { Processing } from '@sec-latent/core/processing/store'
import { extractors } from '@sec-latent/core/signals/index'
import { choosePrior, comparableFormTypes, PRIOR_DAYS } from '@sec-latent/core/signals/prior'
import { type ExtractorRun, runExtractor } from '@sec-latent/core/signals/run-extractor'
import { replaceSignals } from '@sec-latent/core/signals/store'
import { defineJob } from '../job.ts'
import type { Services } from '../services.ts'
import { loadFiling } from './load.ts'
import { publishWithin } from './publish.ts'

/** A filing that keeps changing under the reader is left to the next announcement. */
const MAX_ROUNDS = 5
const COMPARING = extractors.filter((extractor) => extractor.needs_prior).map((extractor) => extractor.name)

/**
 * Runs the extractors whose ledger rows are pending and settles those rows. Safe to repeat: a settled row is not run
 * again, and the same reading has the same fingerprint.
 */
export const extractSignals = defineJob({
  name: 'extract-signals',
  concurrency: ({ config }) => config.READ_CONCURRENCY,

  async run({ accession_number }, services) {
    for (let round = 0; round < MAX_ROUNDS; round++) {
      const filing = await services.filings.find(accession_number)
      if (!filing) return
      const prior = await findPrior(filing, services)
      const runs = await runPending(filing, prior, services)
      if (await settle(filing, prior, runs, services)) return
    }
    throw new Error(`${accession_number} changed during each of ${MAX_ROUNDS} readings`)
  },

  async fail({ accession_number }, reason, services) {
    await services.sql.begin(async (tx) => {
      for (const row of await services.processing.lock(tx, accession_number)) {
        if (row.status === 'pending')
          await services.processing.settle(tx, { ...row, status: 'failed', reason })
      }
      await goOn(tx, accession_number, services)
    })
  },
})

async function findPrior(
  filing: StoredFiling,
  services: Services,
  tx?: Queryable,
): Promise<StoredFiling | null> {
  return choosePrior(filing, await neighbours(filing, 'earlier', services, tx))
}

/** Filings of the same company and form whose period lies about a year before or after. */
async function neighbours(
  filing: StoredFiling,
  side: 'earlier' | 'later',
  services: Services,
  tx?: Queryable,
) {
  const formTypes = comparableFormTypes(filing.form_type)
  if (formTypes.length === 0 || filing.period_of_report === null) return []
  const shift = (days: number) =>
    addDays(filing.period_of_report as string, side === 'earlier' ? -days : days)
  const [from, to] = [shift(PRIOR_DAYS.minimum), shift(PRIOR_DAYS.maximum)].sort() as [string, string]
  return await services.filings.comparable(filing, formTypes, { from, to }, tx)
}

async function runPending(
  filing: StoredFiling,
  prior: StoredFiling | null,
  services: Services,
): Promise<Map<string, ExtractorRun>> {
  const ledger = await services.sql.begin((tx) => services.processing.lock(tx, filing.accession_number))
  const pending = new Set(ledger.filter((row) => row.status === 'pending').map((row) => row.extractor))
  const due = extractors.filter((extractor) => pending.has(extractor.name))
  if (due.length === 0) return new Map()
  const comparing = due.some((extractor) => extractor.needs_prior)
  const current = await loadFiling(filing.accession_number, services)
  const earlier = comparing && prior ? await loadFiling(prior.accession_number, services) : null
  const runs = new Map<string, ExtractorRun>()
  for (const extractor of due)
    runs.set(extractor.name, await runExtractor(extractor, current, earlier, sourcesOf(services)))
  return runs
}

/** Evidence is checked against what is stored, not against what the extractor was given. */
function sourcesOf({ objects }: Services): EvidenceSources {
  return {
    text: async (textSha256) => (await objects.get(textSha256))?.toString('utf8'),
    bytes: (bytesSha256) => objects.get(bytesSha256),
  }
}

/** Writes the outcomes. Returns false when the filing to compare with became another one meanwhile. */
async function settle(
  filing: StoredFiling,
  prior: StoredFiling | null,
  runs: Map<string, ExtractorRun>,
  services: Services,
): Promise<boolean> {
  const { accession_number } = filing
  return await services.sql.begin(async (tx) => {
    const ledger = await services.processing.lock(tx, accession_number)
    const now = await findPrior(filing, services, tx)
    if (now?.accession_number !== prior?.accession_number) return false
    for (const row of ledger) {
      const run = runs.get(row.extractor)
      if (row.status !== 'pending' || !run) continue
      await replaceSignals(
        tx,
        { accession_number, extractor: row.extractor },
        run.signals.map((signal) => ({ ...signal, dataset: filing.dataset })),
      )
      await services.processing.settle(tx, settled(row, run, prior))
      for (const signal of run.signals) services.metrics.signals.inc({ signal_type: signal.signal_type })
    }
    await reopenLater(tx, filing, services)
    await goOn(tx, accession_number, services)
    return true
  })
}

function settled(row: Processing, run: ExtractorRun, prior: StoredFiling | null): Processing {
  return {
    ...row,
    status: run.status,
    reason: run.reason,
    extractor_version: run.extractor_version,
    prior_accession_number: COMPARING.includes(row.extractor) ? (prior?.accession_number ?? null) : null,
  }
}

/**
 * Filings of a year later may have been read before this one was there to compare with. Those for which it is now the
 * choice are read again. This runs after the filing itself was stored, so that of two neighbours read at the same time
 * at least one sees the other.
 */
async function reopenLater(tx: Queryable, filing: StoredFiling, services: Services): Promise<void> {
  for (const later of await neighbours(filing, 'later', services, tx)) {
    const prior = await findPrior(later, services, tx)
    if (prior?.accession_number !== filing.accession_number) continue
    if (await services.processing.reopen(tx, later.accession_number, COMPARING, filing.accession_number)) {
      await announce(tx, [nextJob(later, 'parsed')])
    }
  }
}

/** A filing on its way in goes to the next stage; one that is visible already shows its new signals at once. */
async function goOn(tx: Queryable, accessionNumber: string, services: Services): Promise<void> {
  const intake = await services.intake.find(accessionNumber)
  if (intake?.stage === 'parsed') await services.intake.advance(tx, intake, 'parsed', 'extracted')
  if (intake?.stage === 'published') await publishWithin(tx, intake, services)
}

function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
