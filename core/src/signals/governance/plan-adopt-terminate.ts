import { Type } from 'typebox'
import { FACT_CASES } from '../cases.ts'
import { defineExtractor } from '../extractor.ts'
import { filingFacts } from '../needs/facts.ts'
import { coverFact, evidenceOf, inputOf, yesOrNo } from '../reported-facts/stated.ts'
import type { Finding, SignalType } from '../signal.ts'
import { type TradingArrangement, tradingArrangements } from './trading-arrangements.ts'

const config = {
  /** Item 408(a) is tagged in reports on periods that begin after this day. */
  in_force_for_periods_from: '2023-04-01',
  most_found: 100,
  most_quoted: 8,
} as const

const FORMS = ['10-K', '10-K/A', '10-KT', '10-Q', '10-Q/A', '10-QT'] as const
const FLAGS = [
  'ecd:Rule10b51ArrAdoptedFlag',
  'ecd:NonRule10b51ArrAdoptedFlag',
  'ecd:Rule10b51ArrTrmntdFlag',
  'ecd:NonRule10b51ArrTrmntdFlag',
] as const

const nullableText = (description: string) => Type.Union([Type.String(), Type.Null()], { description })
const planType: SignalType = {
  signal_type: 'plan_adopt_terminate',
  family: 'ownership',
  title: 'Trading plan of a director or officer adopted or terminated',
  description:
    'One signal for each trading arrangement that a director or officer adopted or terminated in the quarter, as the report tags it: who, when, how many shares at most, and whether it is a plan under Rule 10b5-1. A report by which nobody did either says so. About a third of the reports of late 2023 that should have been tagged were, and nine in ten from 2025 on, so that a report without tags says nothing. Shares are those the plan may sell or buy, not those that were. Where flags and dates contradict each other the signal is quarantined.',
  unit: 'label',
  range: { minimum: null, maximum: null },
  labels: ['adopted', 'terminated'],
  form_types: FORMS,
  evidence_kinds: ['xbrl_fact'],
  source: 'Item 408(a) of Regulation S-K; SEC release 33-11138; taxonomy `ecd`',
  formula:
    'The `ecd` facts with `ecd:IndividualAxis`, grouped by person and arrangement. Adopted: the flag, or an adoption date within the quarter. Terminated: the flag, or a termination date.',
  history: null,
  covers_from: '2023-04-01',
  payload_schema: Type.Object(
    {
      person: nullableText('Name, as tagged.'),
      title: nullableText('Title, as tagged.'),
      plan: Type.Union([Type.Literal('rule_10b5_1'), Type.Literal('other'), Type.Null()], {
        description: 'Null where the flags do not say.',
      }),
      adopted_on: Type.Union([Type.String(), Type.Null()], {
        description: '`YYYY-MM-DD`; null when not tagged.',
      }),
      terminated_on: nullableText('`YYYY-MM-DD`; null when not tagged.'),
      shares: Type.Union([Type.Number(), Type.Null()], {
        description: 'Aggregate number of securities the arrangement covers.',
      }),
      duration: Type.Union([Type.String(), Type.Null()], { description: 'As tagged, such as `P365D`.' }),
      expires: Type.Union([Type.String(), Type.Null()], { description: 'As printed.' }),
    },
    { additionalProperties: false },
  ),
  cases: { ...FACT_CASES, splits: 'Shares are those of the report.' },
}

export const planAdoptTerminate = defineExtractor({
  name: 'plan_adopt_terminate',
  version: '1.0.0',
  signal_types: [planType],
  applies: (formType) => (FORMS as readonly string[]).includes(formType),
  needs: { facts: filingFacts },
  config,
  reads: 'submission',

  extract({ filing, facts }) {
    if (facts.length === 0) return { status: 'not_applicable', reason: 'no_xbrl_facts' }
    const findings: Finding[] = []
    for (const arrangement of tradingArrangements(facts).slice(0, config.most_found)) {
      for (const action of ['adopted', 'terminated'] as const)
        if (arrangement[action]) findings.push(findingOf(filing, arrangement, action))
    }
    if (findings.length > 0) return { status: 'ok_found', findings }
    const flags = FLAGS.map((concept) => coverFact(facts, concept))
    if (flags.every((flag) => yesOrNo(flag) === false))
      return { status: 'ok_none', reason: 'no_plan_changed' }
    const ended = filing.period_of_report ?? filing.accepted_at.slice(0, 10)
    if (ended < config.in_force_for_periods_from)
      return { status: 'not_applicable', reason: 'plans_not_in_force' }
    if (filing.form_type.endsWith('/A') && flags.every((flag) => flag === null))
      return { status: 'not_applicable', reason: 'part_not_amended' }
    const missing = FLAGS.filter((_, index) => yesOrNo(flags[index] ?? null) === null)
    // A yes without a person: somebody did, and nobody is named.
    if (missing.length === 0)
      return { status: 'insufficient_data', missing: ['ecd:TrdArrIndName'], reason: 'person_not_tagged' }
    return { status: 'insufficient_data', missing, reason: 'plans_not_tagged' }
  },
})

function findingOf(
  filing: Parameters<typeof evidenceOf>[1],
  arrangement: TradingArrangement,
  action: 'adopted' | 'terminated',
): Finding {
  const pieces = arrangement.facts.slice(0, config.most_quoted)
  return {
    signal_type: 'plan_adopt_terminate',
    subject: `${arrangement.key} ${action}`.slice(0, 300),
    value: action,
    unit: 'label',
    direction: 0,
    ...(arrangement.doubtful ? { status: 'quarantined' as const } : {}),
    payload: {
      person: arrangement.person,
      title: arrangement.title,
      plan: arrangement.plan,
      adopted_on: arrangement.adopted_on,
      terminated_on: arrangement.terminated_on,
      shares: arrangement.shares,
      duration: arrangement.duration,
      expires: arrangement.expires_text,
    },
    evidence: pieces.map((fact) => evidenceOf(fact, filing)),
    inputs: pieces.map((fact) => inputOf(fact.concept.slice('ecd:'.length), fact)),
  }
}
