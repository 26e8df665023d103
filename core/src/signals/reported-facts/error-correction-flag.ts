import { Type } from 'typebox'
import { FACT_CASES } from '../cases.ts'
import { defineExtractor } from '../extractor.ts'
import { filingFacts } from '../needs/facts.ts'
import type { SignalType } from '../signal.ts'
import { ANNUAL_FORMS, coverFact, evidenceOf, inputOf, yesOrNo } from './stated.ts'

const FLAG = 'dei:DocumentFinStmtErrorCorrectionFlag'
const RECOVERY = 'dei:DocumentFinStmtRestatementRecoveryAnalysisFlag'

const config = {
  /** Release 33-11126 put the check boxes on the covers of annual reports from this day on. */
  in_force_from: '2023-01-27',
} as const

const errorCorrectionType: SignalType = {
  signal_type: 'error_correction_flag',
  family: 'accounting',
  title: 'Cover says that the statements correct an error',
  description:
    'The check box on the cover of an annual report by which the company says whether its statements correct an error in earlier ones; `recovery_analysis` is the second box, whether the correction required an analysis of pay to be recovered. A box that is not tagged is not a no.',
  unit: 'boolean',
  range: { minimum: null, maximum: null },
  labels: null,
  form_types: ANNUAL_FORMS,
  evidence_kinds: ['xbrl_fact'],
  source: 'SEC release 33-11126; cover of Forms 10-K, 20-F and 40-F',
  formula: 'The value of `dei:DocumentFinStmtErrorCorrectionFlag`.',
  history: null,
  covers_from: config.in_force_from,
  payload_schema: Type.Object(
    {
      recovery_analysis: Type.Union([Type.Boolean(), Type.Null()], {
        description:
          'Value of `dei:DocumentFinStmtRestatementRecoveryAnalysisFlag`; null when it is not tagged.',
      }),
    },
    { additionalProperties: false },
  ),
  cases: FACT_CASES,
}

export const errorCorrectionFlag = defineExtractor({
  name: 'error_correction_flag',
  version: '1.0.0',
  signal_types: [errorCorrectionType],
  applies: (formType) => (ANNUAL_FORMS as readonly string[]).includes(formType),
  needs: { facts: filingFacts },
  config,
  reads: 'submission',

  extract({ filing, facts }) {
    const fact = coverFact(facts, FLAG)
    const value = yesOrNo(fact)
    if (fact === null || value === null) {
      const filed = filing.submission.header.filing_date ?? filing.accepted_at.slice(0, 10)
      if (filed < config.in_force_from) return { status: 'not_applicable', reason: 'flag_not_in_force' }
      if (facts.length === 0) return { status: 'not_applicable', reason: 'no_xbrl_facts' }
      return { status: 'insufficient_data', missing: [FLAG], reason: 'flag_not_tagged' }
    }
    const recovery = coverFact(facts, RECOVERY)
    const pieces = recovery === null ? [fact] : [fact, recovery]
    return {
      status: 'ok_found',
      findings: [
        {
          signal_type: 'error_correction_flag',
          subject: null,
          value,
          unit: 'boolean',
          direction: value ? -1 : 0,
          payload: { recovery_analysis: yesOrNo(recovery) },
          evidence: pieces.map((one) => evidenceOf(one, filing)),
          inputs: pieces.map((one) => inputOf(one === fact ? 'error_correction' : 'recovery_analysis', one)),
        },
      ],
    }
  },
})
