import { FACT_CASES } from '../cases.ts'
import { defineExtractor } from '../extractor.ts'
import { filingFacts } from '../needs/facts.ts'
import { coverFact, coverPeriod, evidenceOf, inputOf, yesOrNo } from '../reported-facts/stated.ts'
import type { Finding, SignalType } from '../signal.ts'

/** The yes-or-no answers of Item 106 of Regulation S-K, by what we call them. */
export const CYBER_FLAGS = {
  materially_affected:
    'cyd:CybersecurityRiskMateriallyAffectedOrReasonablyLikelyToMateriallyAffectRegistrantFlag',
  processes_integrated: 'cyd:CybersecurityRiskManagementProcessesIntegratedFlag',
  third_party_engaged: 'cyd:CybersecurityRiskManagementThirdPartyEngagedFlag',
  third_party_oversight: 'cyd:CybersecurityRiskThirdPartyOversightAndIdentificationProcessesFlag',
  positions_responsible: 'cyd:CybersecurityRiskManagementPositionsOrCommitteesResponsibleFlag',
  report_to_board: 'cyd:CybersecurityRiskManagementPositionsOrCommitteesResponsibleReportToBoardFlag',
} as const

const config = {
  /** Tags are required in reports on years that end from this day on, a year after the disclosure itself. */
  in_force_for_years_ending: '2024-12-15',
} as const

const FORMS = ['10-K', '10-K/A', '10-KT', '10-KT/A', '20-F', '20-F/A'] as const

const cyberGovernanceType: SignalType = {
  signal_type: 'cyber_governance',
  family: 'governance',
  title: 'Answers on cybersecurity risk and its governance',
  description:
    'One signal for each of the six yes-or-no answers on cybersecurity that an annual report tags; the subject names it. `materially_affected`: risks from threats have materially affected the company or are reasonably likely to. `processes_integrated`: managing them is part of overall risk management. `third_party_engaged`: assessors, consultants or auditors are engaged. `third_party_oversight`: there are processes for risks from service providers. `positions_responsible`: management positions or committees are responsible. `report_to_board`: they report to the board or a committee of it. What is not tagged is left out and is not a no.',
  unit: 'boolean',
  range: { minimum: null, maximum: null },
  labels: null,
  form_types: FORMS,
  evidence_kinds: ['xbrl_fact'],
  source: 'Item 106 of Regulation S-K, Item 16K of Form 20-F; SEC release 33-11216; taxonomy `cyd`',
  formula:
    'The value of the `cyd` flag. Direction −1 when risks have materially affected the company, and for a no to any of the five others.',
  history: null,
  covers_from: '2024-12-15',
  payload_schema: null,
  cases: FACT_CASES,
}

export const cyberGovernance = defineExtractor({
  name: 'cyber_governance',
  version: '1.0.0',
  signal_types: [cyberGovernanceType],
  applies: (formType) => (FORMS as readonly string[]).includes(formType),
  needs: { facts: filingFacts },
  config,
  reads: 'submission',

  extract({ filing, facts }) {
    if (facts.length === 0) return { status: 'not_applicable', reason: 'no_xbrl_facts' }
    const findings: Finding[] = []
    const missing: string[] = []
    for (const [subject, concept] of Object.entries(CYBER_FLAGS)) {
      const fact = coverFact(facts, concept)
      const value = yesOrNo(fact)
      if (fact === null || value === null) {
        missing.push(concept)
        continue
      }
      findings.push({
        signal_type: 'cyber_governance',
        subject,
        value,
        unit: 'boolean',
        direction: value === (subject === 'materially_affected') ? -1 : 0,
        payload: null,
        evidence: [evidenceOf(fact, filing)],
        inputs: [inputOf(subject, fact)],
      })
    }
    if (findings.length > 0) {
      const omitted = missing.length === 0 ? [] : [lacking(missing)]
      return { status: 'ok_found', findings, omitted }
    }
    const ended = coverPeriod(facts)?.end ?? filing.period_of_report
    if (ended !== null && ended < config.in_force_for_years_ending)
      return { status: 'not_applicable', reason: 'cyber_tags_not_in_force' }
    if (filing.form_type.endsWith('/A')) return { status: 'not_applicable', reason: 'part_not_amended' }
    return { status: 'insufficient_data', missing, reason: 'cyber_not_tagged' }
  },
})

function lacking(missing: string[]) {
  return {
    signal_type: 'cyber_governance',
    status: 'insufficient_data' as const,
    reason: 'cyber_not_tagged',
    missing,
  }
}
