import { Value } from 'typebox/value'
import { EvidenceError } from '../evidence/errors.ts'
import { type EvidenceSources, evidenceErrors } from '../evidence/verify.ts'
import { type Observe, timed, unobserved } from '../observe.ts'
import type { DeterministicExtractor } from './extractor.ts'
import type { FilingUnderRead } from './filing-under-read.ts'
import { configSha256, fingerprint, inputSha256 } from './fingerprint.ts'
import type { MetNeeds } from './meet-needs.ts'
import type { Finding, Omission, Outcome } from './signal.ts'
import type { NewSignal } from './store.ts'

/** What one run of an extractor leaves behind: the ledger's row and the signals, each reproducible. */
export interface ExtractorRun {
  extractor_version: string
  status: Outcome['status']
  reason: string | null
  /** Names of the inputs without which there is no answer. */
  missing: string[]
  /** Signal types without a value in a run that has others. */
  omitted: Omission[]
  input_sha256: string
  signals: Omit<NewSignal, 'dataset'>[]
}

/**
 * Runs an extractor and checks every quote against the stored sources. An extractor that throws, or whose evidence does
 * not slice back exactly, has failed; its findings are dropped, the reason stays.
 */
export async function runExtractor(
  extractor: DeterministicExtractor,
  filing: FilingUnderRead,
  met: MetNeeds,
  sources: EvidenceSources,
): Promise<ExtractorRun> {
  const [run] = await runExtractors([extractor], filing, met, sources)
  return run as ExtractorRun
}

/** `runExtractor` for several, one run for each: a source that all of them quote is read and hashed once. */
export async function runExtractors(
  extractors: readonly DeterministicExtractor[],
  filing: FilingUnderRead,
  met: MetNeeds,
  sources: EvidenceSources,
  observe: Observe = unobserved,
): Promise<ExtractorRun[]> {
  const outcomes: Outcome[] = []
  for (const extractor of extractors)
    outcomes.push(await timed(observe, `rule ${extractor.name}`, () => outcomeOf(extractor, filing, met)))
  const faults = await timed(observe, 'evidence', () =>
    faultsOf(
      extractors.map((extractor, index) => ({ extractor, findings: findingsOf(outcomes[index] as Outcome) })),
      sources,
    ),
  )
  return extractors.map((extractor, index) =>
    runOf(extractor, outcomes[index] as Outcome, faults[index] ?? null, filing, met),
  )
}

function findingsOf(outcome: Outcome): readonly Finding[] {
  return outcome.status === 'ok_found' ? outcome.findings : []
}

function runOf(
  extractor: DeterministicExtractor,
  outcome: Outcome,
  fault: string | null,
  filing: FilingUnderRead,
  met: MetNeeds,
): ExtractorRun {
  const input_sha256 = inputSha256(filing, extractor, met)
  const run = {
    extractor_version: extractor.version,
    reason: null,
    missing: [],
    omitted: [],
    input_sha256,
    signals: [],
  }
  switch (outcome.status) {
    case 'ok_none':
      return { ...run, status: 'ok_none', reason: outcome.reason ?? null, omitted: outcome.omitted ?? [] }
    case 'insufficient_data':
      return {
        ...run,
        status: outcome.status,
        reason: outcome.reason ?? 'missing_inputs',
        missing: outcome.missing,
      }
    case 'not_applicable':
    case 'failed':
      return { ...run, status: outcome.status, reason: outcome.reason }
  }
  if (fault !== null) return { ...run, status: 'failed', reason: fault }
  const reproducible = {
    name: extractor.name,
    version: extractor.version,
    kind: extractor.kind,
    input_sha256,
    config_sha256: configSha256(extractor),
  }
  const signals = outcome.findings.map((finding) => newSignal(filing, reproducible, finding))
  return { ...run, status: 'ok_found', omitted: outcome.omitted ?? [], signals: withoutRepeats(signals) }
}

/** A finding with what makes it reproducible. */
export function newSignal(
  filing: FilingUnderRead,
  extractor: {
    name: string
    version: string
    kind: 'deterministic' | 'llm'
    input_sha256: string
    config_sha256: string
  },
  finding: Finding,
): Omit<NewSignal, 'dataset'> {
  return {
    ...finding,
    accession_number: filing.accession_number,
    cik: filing.cik,
    form_type: filing.form_type,
    accepted_at: filing.accepted_at,
    period_of_report: filing.period_of_report,
    extractor_name: extractor.name,
    extractor_version: extractor.version,
    extractor_kind: extractor.kind,
    input_sha256: extractor.input_sha256,
    config_sha256: extractor.config_sha256,
    fingerprint: fingerprint(filing, extractor, finding),
  }
}

/** Why findings must not be stored, or null: a payload of another shape, or a quote that does not slice back. */
export async function faultOf(
  extractor: Pick<DeterministicExtractor, 'signal_types'>,
  findings: readonly Finding[],
  sources: EvidenceSources,
): Promise<string | null> {
  const [fault] = await faultsOf([{ extractor, findings }], sources)
  return fault ?? null
}

async function faultsOf(
  runs: readonly {
    extractor: Pick<DeterministicExtractor, 'signal_types'>
    findings: readonly Finding[]
  }[],
  sources: EvidenceSources,
): Promise<(string | null)[]> {
  const misshapen = runs.map(({ extractor, findings }) => shapeFaultOf(extractor, findings))
  const errors = await evidenceErrors(
    runs.map(({ findings }, index) => (misshapen[index] === null ? findings : [])),
    sources,
  )
  return runs.map((_, index) => {
    const error = errors[index]
    return misshapen[index] ?? (error ? `evidence_${error.reason}` : null)
  })
}

function shapeFaultOf(
  extractor: Pick<DeterministicExtractor, 'signal_types'>,
  findings: readonly Finding[],
): string | null {
  for (const finding of findings) {
    const type = extractor.signal_types.find((one) => one.signal_type === finding.signal_type)
    if (!type) return 'signal_type_not_listed'
    if (
      type.payload_schema === null
        ? finding.payload !== null
        : !Value.Check(type.payload_schema, finding.payload)
    )
      return 'payload_not_as_described'
    if (type.labels !== null && !type.labels.includes(String(finding.value))) return 'label_not_listed'
    if (typeof finding.value === 'number' && !Number.isFinite(finding.value)) return 'value_not_finite'
  }
  return null
}

/** Two findings that are the same in everything are one signal. */
function withoutRepeats(signals: Omit<NewSignal, 'dataset'>[]): Omit<NewSignal, 'dataset'>[] {
  return [...new Map(signals.map((signal) => [signal.fingerprint, signal])).values()]
}

function outcomeOf(extractor: DeterministicExtractor, filing: FilingUnderRead, met: MetNeeds): Outcome {
  try {
    return extractor.extract({ filing, as_of: filing.accepted_at, ...met.of(extractor) })
  } catch (error) {
    const reason = error instanceof EvidenceError ? `evidence_${error.reason}` : 'extractor_error'
    return { status: 'failed', reason }
  }
}
