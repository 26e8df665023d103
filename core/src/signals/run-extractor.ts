import { EvidenceError } from '../evidence/errors.ts'
import { assertAllEvidence, type EvidenceSources } from '../evidence/verify.ts'
import { configSha256, fingerprint, inputSha256 } from './fingerprint.ts'
import type { Extractor, FilingUnderRead, Outcome } from './signal.ts'
import type { NewSignal } from './store.ts'

/** What one run of an extractor leaves behind: the ledger's row and the signals, each reproducible. */
export interface ExtractorRun {
  extractor_version: string
  status: Outcome['status']
  reason: string | null
  signals: Omit<NewSignal, 'dataset'>[]
}

/**
 * Runs an extractor and checks every quote against the stored sources. An extractor that throws, or whose evidence does
 * not slice back exactly, has failed; its findings are dropped, the reason stays.
 */
export async function runExtractor(
  extractor: Extractor,
  filing: FilingUnderRead,
  prior: FilingUnderRead | null,
  sources: EvidenceSources,
): Promise<ExtractorRun> {
  const version = { extractor_version: extractor.version }
  const comparedWith = extractor.needs_prior ? prior : null
  const outcome = outcomeOf(extractor, filing, comparedWith)
  if (outcome.status !== 'ok_found')
    return { ...version, status: outcome.status, reason: outcome.reason ?? null, signals: [] }

  const reproducible = {
    name: extractor.name,
    version: extractor.version,
    kind: extractor.kind,
    input_sha256: inputSha256(filing, comparedWith, extractor.reads),
    config_sha256: configSha256(extractor),
  }
  try {
    await assertAllEvidence(outcome.findings, sources)
  } catch (error) {
    if (!(error instanceof EvidenceError)) throw error
    return { ...version, status: 'failed', reason: `evidence_${error.reason}`, signals: [] }
  }
  const signals = outcome.findings.map((finding) => ({
    ...finding,
    accession_number: filing.accession_number,
    cik: filing.cik,
    form_type: filing.form_type,
    accepted_at: filing.accepted_at,
    period_of_report: filing.period_of_report,
    extractor_name: reproducible.name,
    extractor_version: reproducible.version,
    input_sha256: reproducible.input_sha256,
    config_sha256: reproducible.config_sha256,
    fingerprint: fingerprint(filing, reproducible, finding),
  }))
  // Two findings that are the same in everything are one signal.
  const unique = [...new Map(signals.map((signal) => [signal.fingerprint, signal])).values()]
  return { ...version, status: 'ok_found', reason: null, signals: unique }
}

function outcomeOf(extractor: Extractor, filing: FilingUnderRead, prior: FilingUnderRead | null): Outcome {
  try {
    return extractor.extract(filing, prior)
  } catch (error) {
    const reason = error instanceof EvidenceError ? `evidence_${error.reason}` : 'extractor_error'
    return { status: 'failed', reason }
  }
}
