import { FACT_CASES } from '../cases.ts'
import { defineExtractor } from '../extractor.ts'
import { filingFacts } from '../needs/facts.ts'
import { coverFact, coverPeriod, evidenceOf, inputOf, yesOrNo } from '../reported-facts/stated.ts'
import type { SignalType } from '../signal.ts'

const FLAG = 'ecd:InsiderTrdPoliciesProcAdoptedFlag'
const FORMS = ['10-K', '10-K/A', '20-F', '20-F/A', 'DEF 14A', 'DEF 14C'] as const

const config = {
  /** Item 408(b) is answered in reports on years that begin on or after this day. */
  in_force_for_years_from: '2023-04-01',
} as const

const insiderPolicyType: SignalType = {
  signal_type: 'insider_policy',
  family: 'governance',
  title: 'Insider trading policies and procedures adopted',
  description:
    'Whether the company says, in a tag, that it has adopted insider trading policies and procedures for its directors, officers and employees. Annual reports may refer to the proxy statement for the answer, which then carries the tag. What is not tagged is not a no.',
  unit: 'boolean',
  range: { minimum: null, maximum: null },
  labels: null,
  form_types: FORMS,
  evidence_kinds: ['xbrl_fact'],
  source: 'Item 408(b) of Regulation S-K, Item 16J of Form 20-F; SEC release 33-11138',
  formula: 'The value of `ecd:InsiderTrdPoliciesProcAdoptedFlag`. Direction −1 for a no.',
  history: null,
  covers_from: '2024-04-01',
  payload_schema: null,
  cases: FACT_CASES,
}

export const insiderPolicy = defineExtractor({
  name: 'insider_policy',
  version: '1.0.0',
  signal_types: [insiderPolicyType],
  applies: (formType) => (FORMS as readonly string[]).includes(formType),
  needs: { facts: filingFacts },
  config,
  reads: 'submission',

  extract({ filing, facts }) {
    if (facts.length === 0) return { status: 'not_applicable', reason: 'no_xbrl_facts' }
    const fact = coverFact(facts, FLAG)
    const value = yesOrNo(fact)
    if (fact === null || value === null) {
      const began = coverPeriod(facts)?.start ?? null
      if (began !== null && began < config.in_force_for_years_from)
        return { status: 'not_applicable', reason: 'policy_not_in_force' }
      return { status: 'ok_none', reason: 'policy_not_tagged' }
    }
    return {
      status: 'ok_found',
      findings: [
        {
          signal_type: 'insider_policy',
          subject: null,
          value,
          unit: 'boolean',
          direction: value ? 0 : -1,
          payload: null,
          evidence: [evidenceOf(fact, filing)],
          inputs: [inputOf('policies_adopted', fact)],
        },
      ],
    }
  },
})
