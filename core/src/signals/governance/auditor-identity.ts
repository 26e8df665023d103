import { Type } from 'typebox'
import { FACT_CASES } from '../cases.ts'
import { defineExtractor } from '../extractor.ts'
import { filingFacts } from '../needs/facts.ts'
import {
  ANNUAL_FORMS,
  coverFact,
  coverPeriod,
  evidenceOf,
  inputOf,
  yesOrNo,
} from '../reported-facts/stated.ts'
import type { SignalType } from '../signal.ts'

const NAME = 'dei:AuditorName'
const FIRM = 'dei:AuditorFirmId'
const LOCATION = 'dei:AuditorLocation'
const ATTESTATION = 'dei:IcfrAuditorAttestationFlag'

const config = {
  /** Annual reports on years that end after 15 December 2021 name their auditor in tags (Release 34-93701). */
  in_force_for_years_ending: '2021-12-16',
} as const

const nullableText = (description: string) => Type.Union([Type.String(), Type.Null()], { description })
const auditorIdentityType: SignalType = {
  signal_type: 'auditor_identity',
  family: 'governance',
  title: 'Auditor of the annual report',
  description:
    'The firm that signed the audit report, by its number with the Public Company Accounting Oversight Board, as the cover facts of an annual report name it. The number stays the same when a firm changes its name, and two firms of one network have different numbers. `attested` is the box on the cover that says whether the auditor attested to the internal control over financial reporting: that it was tested, not that it was found effective.',
  unit: 'code',
  range: { minimum: null, maximum: null },
  labels: null,
  form_types: ANNUAL_FORMS,
  evidence_kinds: ['xbrl_fact'],
  source:
    'Holding Foreign Companies Accountable Act disclosure, SEC release 34-93701; cover of Forms 10-K, 20-F and 40-F',
  formula:
    'The values of `dei:AuditorFirmId`, `dei:AuditorName`, `dei:AuditorLocation` and `dei:IcfrAuditorAttestationFlag`.',
  history: null,
  covers_from: '2021-12-16',
  payload_schema: Type.Object(
    {
      name: nullableText('As tagged.'),
      location: nullableText('Place the report was signed at, as tagged.'),
      attested: Type.Union([Type.Boolean(), Type.Null()], {
        description: 'Null when the box is not tagged.',
      }),
    },
    { additionalProperties: false },
  ),
  cases: {
    ...FACT_CASES,
    amendments: 'Read where it carries the auditor facts; one without an audit report usually does not.',
  },
}

export const auditorIdentity = defineExtractor({
  name: 'auditor_identity',
  version: '1.0.0',
  signal_types: [auditorIdentityType],
  applies: (formType) => (ANNUAL_FORMS as readonly string[]).includes(formType),
  needs: { facts: filingFacts },
  config,
  reads: 'submission',

  extract({ filing, facts }) {
    if (facts.length === 0) return { status: 'not_applicable', reason: 'no_xbrl_facts' }
    const firm = coverFact(facts, FIRM)
    const id = firm?.value_text?.trim().replace(/^0+(?=\d)/, '') ?? ''
    if (!firm || !/^\d{1,6}$/.test(id)) {
      const ended = coverPeriod(facts)?.end ?? filing.period_of_report
      if (ended !== null && ended < config.in_force_for_years_ending)
        return { status: 'not_applicable', reason: 'auditor_tags_not_in_force' }
      return { status: 'insufficient_data', missing: [FIRM], reason: 'auditor_not_tagged' }
    }
    const name = coverFact(facts, NAME)
    const location = coverFact(facts, LOCATION)
    const attestation = coverFact(facts, ATTESTATION)
    const pieces = [firm, name, location, attestation].filter((fact) => fact !== null)
    return {
      status: 'ok_found',
      findings: [
        {
          signal_type: 'auditor_identity',
          subject: null,
          value: id,
          unit: 'code',
          direction: 0,
          payload: {
            name: text(name),
            location: text(location),
            attested: yesOrNo(attestation),
          },
          evidence: pieces.map((fact) => evidenceOf(fact, filing)),
          inputs: pieces.map((fact) => inputOf(fact.concept.slice('dei:'.length), fact)),
        },
      ],
    }
  },
})

function text(fact: { value_text: string | null } | null): string | null {
  return fact?.value_text?.replace(/\s+/g, ' ').trim().slice(0, 300) || null
}
