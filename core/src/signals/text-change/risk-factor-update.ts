import { Type } from 'typebox'
import type { Evidence } from '../../evidence/evidence.ts'
import { cappedTextSpan } from '../../evidence/span.ts'
import { TEXT_CASES } from '../cases.ts'
import { defineExtractor } from '../extractor.ts'
import { comparableForm } from '../prior.ts'
import type { SignalType } from '../signal.ts'
import {
  type ReadRiskFactors,
  type RiskFactor,
  readRiskFactors,
  saysNothingChanged,
} from './risk-factor-reading.ts'

const config = {
  /** A list of so many, without words that it only adds to the annual one, repeats them all. */
  full_list_units: 10,
  maximum_evidence: 20,
  maximum_quote_length: 1000,
} as const

const Payload = Type.Object(
  {
    n: Type.Integer({
      minimum: 0,
      description: 'Risk factors the section lists itself, beyond the sentence about changes.',
    }),
  },
  { additionalProperties: false },
)

const riskFactorUpdateType: SignalType = {
  signal_type: 'rf_update_10q',
  family: 'text_change',
  title: 'Risk factors updated in a quarterly report',
  description:
    'Whether Item 1A of Part II lists risk factors beyond what the annual report said. False: it says that nothing material changed, or refers to the annual report, and lists none. True: it refers to the annual report and lists some; `n` in the payload says how many, the evidence quotes them. A report that repeats its whole list every quarter, without saying what is new, is `not_applicable` here: `rf_added` compares it with the year before.',
  unit: 'boolean',
  range: { minimum: null, maximum: null },
  labels: null,
  form_types: ['10-Q'],
  evidence_kinds: ['text_span'],
  source:
    'Item 1A of Part II of Form 10-Q (material changes from risk factors of the annual report); Filzen, McBrayer, Shannon, "Risk factor disclosures: do managers and markets speak the same language?"',
  formula:
    'true when the section refers to the annual report and at least one risk factor stands in it; false when it refers to the annual report, or says nothing changed, and none does. Direction −1 for true, 0 for false.',
  history:
    'The paper (version of August 2016; quarterly reports exist with this item since the end of 2005) finds lower later returns for firms with updates than for firms without. Its size is not repeated here, and placebo tests by others are not known to us.',
  covers_from: '2005-12-01',
  payload_schema: Payload,
  cases: {
    ...TEXT_CASES,
    shells: '`not_applicable` where the section says that a smaller reporting company need not answer.',
  },
}

/** Whether a quarterly report adds to the risk factors of the annual one. */
export const riskFactorUpdate = defineExtractor({
  name: 'risk_factor_update',
  version: '1.0.0',
  signal_types: [riskFactorUpdateType],
  applies: (formType) => comparableForm(formType) === '10-Q',
  needs: {},
  config,

  extract({ filing }) {
    const read = readRiskFactors(filing)
    if (read.status !== 'read') return read.outcome
    const { units, opening, statement } = apart(read)
    // Other parts of the same report can hold anything: what is there is not known here.
    if (!REFERS.test(opening) && !saysNothingChanged(opening.toLowerCase())) {
      return units.length > 0
        ? { status: 'not_applicable', reason: 'risk_factors_listed_in_full' }
        : { status: 'not_applicable', reason: 'incorporated_by_reference' }
    }
    if (units.length >= config.full_list_units && !ADDS.test(opening)) {
      return { status: 'not_applicable', reason: 'risk_factors_listed_in_full' }
    }
    const spans = units.length > 0 ? units : [statement]
    return {
      status: 'ok_found',
      findings: [
        {
          signal_type: riskFactorUpdateType.signal_type,
          subject: null,
          value: units.length > 0,
          unit: 'boolean',
          direction: units.length > 0 ? -1 : 0,
          payload: { n: units.length },
          evidence: spans.slice(0, config.maximum_evidence).map(
            ({ start, end }): Evidence => ({
              kind: 'text_span',
              ...cappedTextSpan(read.document, read.section, start, end, config.maximum_quote_length),
            }),
          ),
          inputs: [
            {
              name: 'risk_factors_listed',
              value: units.length,
              accession_number: filing.accession_number,
              text_sha256: read.text_sha256,
            },
          ],
        },
      ],
    }
  },
})

const REFERS = /annual report|form 10-k/i
const ADDS =
  /\bexcept\b|\bother than\b|\bin addition to\b|\bsupplement|\bupdate[sd]?\b|\bfollowing (?:new|additional)\b|\badditional risk factors?\b/i

// A risk factor is longer than the sentences that say where the others are.
const LONGEST_OPENING = 1500

/** Risk factors without the opening paragraph, which can look like one; the words before them, and that paragraph. */
function apart({ canonical, section, units }: ReadRiskFactors) {
  const textOf = ({ start, end }: RiskFactor) => canonical.text.slice(start, end).replace(/\s+/g, ' ')
  const isOpening = (unit: RiskFactor) => {
    if (unit.end - unit.start > LONGEST_OPENING) return false
    const text = textOf(unit)
    return (
      saysNothingChanged(text.toLowerCase()) || (unit === units[0] && REFERS.test(text) && ADDS.test(text))
    )
  }
  const listed = units.filter((unit) => !isOpening(unit))
  const body = canonical.blocks.find(
    ({ kind, start, end }) =>
      start >= section.start &&
      end <= section.end &&
      kind !== 'heading' &&
      kind !== 'page_furniture' &&
      end - start > 40,
  )
  return {
    units: listed,
    opening: canonical.text
      .slice(section.start, Math.max(section.start, listed[0]?.start ?? section.end))
      .slice(0, 2 * LONGEST_OPENING)
      .replace(/\s+/g, ' '),
    statement: body ?? { start: section.start, end: section.end },
  }
}
