import { Type } from 'typebox'
import { FACT_CASES } from '../cases.ts'
import { defineExtractor } from '../extractor.ts'
import { earlierFacts, filingFacts } from '../needs/facts.ts'
import type { SignalType } from '../signal.ts'
import { coverFact, coverPeriod, daysBetween, evidenceOf, inputOf, yesOrNo } from './stated.ts'

const FLAG = 'dei:IcfrAuditorAttestationFlag'
const CATEGORY = 'dei:EntityFilerCategory'
const FORMS = ['10-K', '10-K/A', '20-F', '20-F/A', '40-F', '40-F/A'] as const

const config = {
  /** Days between the ends of the two years. */
  apart: [350, 380],
} as const

const icfrType: SignalType = {
  signal_type: 'icfr_attestation_change',
  family: 'accounting',
  title: 'Auditor began or ceased to attest to internal control',
  description:
    'Compares the box on the cover that says whether the auditor attested to internal control over financial reporting with that of the report a year earlier. It changes when a company grows into or out of the size for which the law requires it (accelerated filers), and `filer_category` says which size each report claims. Attested means tested, not found effective.',
  unit: 'label',
  range: { minimum: null, maximum: null },
  labels: ['began', 'ceased'],
  form_types: FORMS,
  evidence_kinds: ['xbrl_fact'],
  source: 'Section 404(b) of the Sarbanes-Oxley Act; cover of Forms 10-K, 20-F and 40-F',
  formula:
    '`dei:IcfrAuditorAttestationFlag` now and in the annual report on the year before, where they differ.',
  history: null,
  covers_from: '2021-04-01',
  payload_schema: Type.Object(
    {
      filer_category: Type.Union([Type.String(), Type.Null()], { description: 'As tagged on this cover.' }),
      filer_category_before: Type.Union([Type.String(), Type.Null()], {
        description: 'As tagged on the cover of the year before.',
      }),
    },
    { additionalProperties: false },
  ),
  cases: {
    ...FACT_CASES,
    first_filings: '`not_applicable`: no report on the year before is held.',
    missing_years: '`not_applicable`: an older report is never taken in place of that on the year before.',
    fiscal_year_changes: '`not_applicable` unless the years end 350 to 380 days apart.',
    amendments: 'Compared like any other where they carry the box.',
  },
}

export const icfrAttestationChange = defineExtractor({
  name: 'icfr_attestation_change',
  version: '1.0.0',
  signal_types: [icfrType],
  applies: (formType) => (FORMS as readonly string[]).includes(formType),
  needs: {
    facts: filingFacts,
    covers: earlierFacts({
      name: 'covers_of_annual_reports',
      concepts: [FLAG, CATEGORY],
      days: 800,
      form_types: FORMS,
    }),
  },
  config,
  reads: 'submission',

  extract({ filing, facts, covers }) {
    if (facts.length === 0) return { status: 'not_applicable', reason: 'no_xbrl_facts' }
    const now = coverFact(facts, FLAG)
    const attested = yesOrNo(now)
    const end = coverPeriod(facts)?.end ?? now?.period_end ?? null
    if (now === null || attested === null || end === null)
      return { status: 'insufficient_data', missing: [FLAG], reason: 'flag_not_tagged' }
    const before = covers.findLast(
      (fact) =>
        fact.concept === FLAG &&
        yesOrNo(fact) !== null &&
        fact.period_end !== null &&
        isYearBefore(fact.period_end, end),
    )
    if (!before) return { status: 'not_applicable', reason: 'no_report_on_year_before' }
    if (yesOrNo(before) === attested) return { status: 'ok_none', reason: 'attestation_unchanged' }
    const category = coverFact(facts, CATEGORY)
    const categoryBefore = covers.find(
      (fact) => fact.concept === CATEGORY && fact.document_id === before.document_id,
    )
    const pieces = [now, before, category, categoryBefore].filter((fact) => fact != null)
    return {
      status: 'ok_found',
      findings: [
        {
          signal_type: 'icfr_attestation_change',
          subject: null,
          value: attested ? 'began' : 'ceased',
          unit: 'label',
          direction: attested ? 1 : -1,
          payload: {
            filer_category: category?.value_text?.slice(0, 100) ?? null,
            filer_category_before: categoryBefore?.value_text?.slice(0, 100) ?? null,
          },
          evidence: pieces.map((fact) => evidenceOf(fact, filing)),
          inputs: pieces.map((fact) =>
            inputOf(fact.accession_number === filing.accession_number ? 'now' : 'before', fact),
          ),
        },
      ],
    }
  },
})

function isYearBefore(end: string, now: string): boolean {
  const days = daysBetween(end, now)
  return days >= config.apart[0] && days <= config.apart[1]
}
