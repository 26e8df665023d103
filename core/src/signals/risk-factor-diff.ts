import type { Evidence } from '../evidence/evidence.ts'
import { cappedTextSpan } from '../evidence/span.ts'
import { comparableForm } from './prior.ts'
import { type ReadRiskFactors, type RiskFactor, readRiskFactors } from './risk-factor-reading.ts'
import type { Extractor, FilingUnderRead, Finding, SignalInput } from './signal.ts'
import { matchUnits, type UnitMatch } from './unit-match.ts'

const config = {
  same_from: 0.9,
  modified_from: 0.5,
  /** No real filing lists more; the assignment is cubic. */
  maximum_units: 400,
  maximum_evidence: 100,
  /**
   * A quarterly report lists either all factors or only what is new since the annual report. One of at least so many
   * factors is not compared with one of less than so large a part of them: nothing was added or removed, only the style.
   */
  full_list_units: 10,
  full_list_ratio: 1 / 3,
  maximum_quote_length: 2000,
} as const

type Kind = 'rf_added' | 'rf_removed' | 'rf_modified'

/**
 * A new risk is adverse. A risk that is gone or reworded is neither: companies merge and retitle factors, and the
 * published effect of changed risk sections does not depend on the direction of the change.
 */
const DIRECTIONS = { rf_added: -1, rf_removed: 0, rf_modified: 0 } as const

/** Risk factors added, removed and rewritten since the same report a year earlier. */
export const riskFactorDiff: Extractor = {
  name: 'risk_factor_diff',
  version: '1.0.0',
  kind: 'deterministic',
  signal_types: ['rf_added', 'rf_removed', 'rf_modified'],
  applies: (formType) => comparableForm(formType) === '10-K' || comparableForm(formType) === '10-Q',
  needs_prior: true,
  config,

  extract(filing, prior) {
    const current = readRiskFactors(filing)
    if (current.status !== 'read') return current.outcome
    if (!prior) return { status: 'not_applicable', reason: 'no_prior_filing' }
    const earlier = readRiskFactors(prior)
    if (earlier.status !== 'read') {
      return { status: earlier.outcome.status, reason: `prior_${earlier.outcome.reason}` }
    }
    if (Math.max(current.units.length, earlier.units.length) > config.maximum_units) {
      return { status: 'failed', reason: 'too_many_risk_factors' }
    }
    // A quarterly report that refers to the annual one takes nothing back.
    if (current.units.length === 0) return { status: 'ok_none', reason: 'no_risk_factors_listed' }
    if (comparableForm(filing.form_type) === '10-Q' && stylesDiffer(earlier.units, current.units)) {
      return { status: 'not_applicable', reason: 'listing_styles_differ' }
    }

    const match = matchUnits(earlier.units, current.units, {
      sameFrom: config.same_from,
      modifiedFrom: config.modified_from,
    })
    const findings = (['rf_added', 'rf_removed', 'rf_modified'] as const).flatMap((kind) => {
      const evidence = evidenceOf(kind, match, earlier, current)
      return evidence.length === 0 ? [] : [finding(kind, evidence, match, filing, prior, earlier, current)]
    })
    return findings.length === 0
      ? { status: 'ok_none', reason: 'risk_factors_unchanged' }
      : { status: 'ok_found', findings }
  },
}

function stylesDiffer(earlier: readonly RiskFactor[], current: readonly RiskFactor[]): boolean {
  const fewer = Math.min(earlier.length, current.length)
  const more = Math.max(earlier.length, current.length)
  return more >= config.full_list_units && fewer < more * config.full_list_ratio
}

function finding(
  kind: Kind,
  evidence: Evidence[],
  match: UnitMatch<RiskFactor>,
  filing: FilingUnderRead,
  prior: FilingUnderRead,
  earlier: ReadRiskFactors,
  current: ReadRiskFactors,
): Finding {
  const count = (name: string, value: number, of: FilingUnderRead, read: ReadRiskFactors): SignalInput => ({
    name,
    value,
    accession_number: of.accession_number,
    text_sha256: read.text_sha256,
  })
  const plain = (name: string, value: number): SignalInput => ({ name, value, accession_number: null })
  return {
    signal_type: kind,
    value: evidence.length,
    unit: 'count',
    direction: DIRECTIONS[kind],
    evidence: evidence.slice(0, config.maximum_evidence),
    inputs: [
      count('risk_factors', current.units.length, filing, current),
      count('prior_risk_factors', earlier.units.length, prior, earlier),
      plain('same', match.same.length),
      plain('added', match.added.length),
      plain('removed', match.removed.length),
      plain('modified', match.modified.length),
      plain('evidence_total', evidence.length),
    ],
  }
}

function evidenceOf(
  kind: Kind,
  match: UnitMatch<RiskFactor>,
  earlier: ReadRiskFactors,
  current: ReadRiskFactors,
): Evidence[] {
  switch (kind) {
    case 'rf_added':
      return match.added.map((unit) => ({ kind: 'pair', left: null, right: spanOf(current, unit) }))
    case 'rf_removed':
      return match.removed.map((unit) => ({ kind: 'pair', left: spanOf(earlier, unit), right: null }))
    case 'rf_modified':
      return match.modified.map(({ left, right }) => ({
        kind: 'pair',
        left: spanOf(earlier, left),
        right: spanOf(current, right),
      }))
  }
}

function spanOf({ document, section }: ReadRiskFactors, unit: RiskFactor) {
  return cappedTextSpan(document, section, unit.start, unit.end, config.maximum_quote_length)
}
