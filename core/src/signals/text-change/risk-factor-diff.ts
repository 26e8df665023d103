import type { Evidence } from '../../evidence/evidence.ts'
import { cappedTextSpan } from '../../evidence/span.ts'
import { COMPARISON_CASES } from '../cases.ts'
import { documentWords, sharedVocabulary } from '../document-words.ts'
import { defineExtractor } from '../extractor.ts'
import type { FilingUnderRead } from '../filing-under-read.ts'
import { priorFiling } from '../needs/prior-filing.ts'
import { comparableForm } from '../prior.ts'
import type { Finding, SignalInput, SignalType } from '../signal.ts'
import { type ReadRiskFactors, type RiskFactor, readRiskFactors } from './risk-factor-reading.ts'
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

const riskFactorTypes = (
  [
    [
      'rf_added',
      'Risk factors added',
      'Risk factors that stand in this report and in none a year earlier.',
      'Units of this report matched with none of the prior one at cosine ≥ 0.50. Direction −1.',
    ],
    [
      'rf_removed',
      'Risk factors removed',
      'Risk factors of the report a year earlier that no longer appear. Removal is not taken for good news: factors are merged and retitled.',
      'Units of the prior report matched with none of this one at cosine ≥ 0.50. Direction 0.',
    ],
    [
      'rf_modified',
      'Risk factors rewritten',
      'Risk factors of the report a year earlier that appear again in other words.',
      'Matched units with cosine from 0.50 to below 0.90. Direction 0.',
    ],
  ] as const
).map(
  ([signal_type, title, description, formula]): SignalType => ({
    signal_type,
    family: 'text_change',
    title,
    description,
    unit: 'count',
    range: { minimum: 1, maximum: null },
    labels: null,
    form_types: ['10-K', '10-K405', '10-Q'],
    evidence_kinds: ['pair'],
    source:
      'Cohen, Malloy, Nguyen 2020, "Lazy Prices", Journal of Finance (risk factor section); Items 1A of Form 10-K and of Part II of Form 10-Q',
    formula: `Risk factor units, tf·idf cosine with idf over both reports, equal units first, then the assignment of greatest total similarity. ${formula} A count of 0 is no signal: \`ok_none\`, or the counts in \`inputs\` of the others.`,
    history:
      'The paper finds changes to the risk factor section among the most informative; the sign of a single change is not established.',
    covers_from: '2005-12-01',
    payload_schema: null,
    cases: COMPARISON_CASES,
  }),
)

/** Risk factors added, removed and rewritten since the same report a year earlier. */
export const riskFactorDiff = defineExtractor({
  name: 'risk_factor_diff',
  version: '1.0.0',
  signal_types: riskFactorTypes,
  applies: (formType) => comparableForm(formType) === '10-K' || comparableForm(formType) === '10-Q',
  needs: { prior: priorFiling },
  config,

  extract({ filing, prior }) {
    const current = readRiskFactors(filing)
    if (current.status !== 'read') return current.outcome
    if (!prior) return { status: 'not_applicable', reason: 'no_prior_filing' }
    const earlier = readRiskFactors(prior)
    if (earlier.status !== 'read') {
      return { ...earlier.outcome, reason: `prior_${earlier.outcome.reason}` }
    }
    if (Math.max(current.units.length, earlier.units.length) > config.maximum_units) {
      return { status: 'failed', reason: 'too_many_risk_factors' }
    }
    // A quarterly report that refers to the annual one takes nothing back.
    if (current.units.length === 0) return { status: 'ok_none', reason: 'no_risk_factors_listed' }
    if (comparableForm(filing.form_type) === '10-Q' && stylesDiffer(earlier.units, current.units)) {
      return { status: 'not_applicable', reason: 'listing_styles_differ' }
    }

    const { vocabulary, renumbered } = sharedVocabulary(
      documentWords(earlier.canonical),
      documentWords(current.canonical),
    )
    const units = current.units.map((unit) => ({
      ...unit,
      words: unit.words.map((word) => renumbered[word] as number),
    }))
    const match = matchUnits(earlier.units, units, vocabulary, {
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
})

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
    subject: null,
    payload: null,
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
