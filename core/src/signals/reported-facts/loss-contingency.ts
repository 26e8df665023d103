import { Type } from 'typebox'
import type { StatedFact } from '../../facts/stated-fact.ts'
import { FACT_CASES } from '../cases.ts'
import { defineExtractor } from '../extractor.ts'
import { filingFacts } from '../needs/facts.ts'
import type { Finding, SignalType } from '../signal.ts'
import { coverPeriod, evidenceOf, halfStep, inputOf, PERIODIC_FORMS, precisionOf } from './stated.ts'

const config = { most_found: 50 } as const

const ACCRUAL = new Set([
  'us-gaap:LossContingencyAccrualAtCarryingValue',
  'us-gaap:LossContingencyAccrualCarryingValueCurrent',
  'us-gaap:LossContingencyAccrualCarryingValueNoncurrent',
  'us-gaap:LossContingencyAccrualProductLiabilityGross',
])

const lossContingencyType: SignalType = {
  signal_type: 'loss_contingency',
  family: 'accounting',
  title: 'Change of what is accrued for a loss contingency',
  description:
    'One signal for each accrual for litigation or another loss contingency that the report states at the end of its period and at the end of an earlier one: how much it grew. The subject names the element and the members it is tagged with, such as a case. Both numbers are those of this report. An accrual stated for one day only has no change and is left out; so are possible losses that are not accrued.',
  unit: 'usd',
  range: { minimum: null, maximum: null },
  labels: null,
  form_types: PERIODIC_FORMS,
  evidence_kinds: ['xbrl_fact'],
  source: 'ASC 450-20; `us-gaap:LossContingencyAccrualAtCarryingValue` and its parts',
  formula:
    'Accrual at the end of the period of the cover − accrual at the latest earlier day the report states, for the same element and members, in dollars. Direction −1 when it grew, +1 when it shrank.',
  history: null,
  covers_from: '2009-06-15',
  payload_schema: Type.Object(
    {
      concept: Type.String({ description: 'The element of the accrual.' }),
      members: Type.Array(Type.String(), { description: 'Members it is tagged with; none for the whole.' }),
      accrued: Type.Number({ description: 'At the end of the period.' }),
      accrued_before: Type.Number({ description: 'At the earlier day.' }),
      before: Type.String({ description: 'The earlier day, `YYYY-MM-DD`.' }),
    },
    { additionalProperties: false },
  ),
  cases: { ...FACT_CASES, missing_years: 'Only days that this report states are compared.' },
}

export const lossContingency = defineExtractor({
  name: 'loss_contingency',
  version: '1.0.0',
  signal_types: [lossContingencyType],
  applies: (formType) => (PERIODIC_FORMS as readonly string[]).includes(formType),
  needs: { facts: filingFacts },
  config,
  reads: 'submission',

  extract({ filing, facts }) {
    if (facts.length === 0) return { status: 'not_applicable', reason: 'no_xbrl_facts' }
    const end = coverPeriod(facts)?.end
    if (!end)
      return { status: 'insufficient_data', missing: ['dei:DocumentType'], reason: 'cover_not_tagged' }
    const byKey = new Map<string, StatedFact[]>()
    for (const fact of facts) {
      if (!ACCRUAL.has(fact.concept) || fact.value === null || fact.unit !== 'USD') continue
      if (fact.period_start !== null || fact.period_end === null) continue
      const key = [
        fact.concept,
        ...fact.dimensions.map(({ member, typed_value }) => member ?? typed_value),
      ].join(' ')
      const known = byKey.get(key)
      if (known) known.push(fact)
      else byKey.set(key, [fact])
    }
    if (byKey.size === 0) return { status: 'ok_none', reason: 'no_accrual_tagged' }
    const findings: Finding[] = []
    for (const [key, stated] of byKey) {
      const now = mostExact(stated.filter(({ period_end }) => period_end === end))
      const days = stated.flatMap(({ period_end }) =>
        period_end !== null && period_end < end ? [period_end] : [],
      )
      const day = days.toSorted().at(-1)
      const before = mostExact(stated.filter(({ period_end }) => period_end === day))
      if (!now || !before || findings.length >= config.most_found) continue
      const change = (now.value as number) - (before.value as number)
      if (Math.abs(change) <= Math.max(halfStep(now), halfStep(before))) continue
      findings.push({
        signal_type: 'loss_contingency',
        subject: key.slice(0, 300),
        value: change,
        unit: 'usd',
        direction: change > 0 ? -1 : 1,
        payload: {
          concept: now.concept,
          members: now.dimensions.map(({ member, typed_value }) => member ?? typed_value ?? ''),
          accrued: now.value,
          accrued_before: before.value,
          before: before.period_end,
        },
        evidence: [evidenceOf(now, filing), evidenceOf(before, filing)],
        inputs: [inputOf('accrued', now), inputOf('accrued_before', before)],
      })
    }
    return findings.length === 0
      ? { status: 'ok_none', reason: 'accruals_unchanged' }
      : { status: 'ok_found', findings }
  },
})

function mostExact(facts: readonly StatedFact[]): StatedFact | undefined {
  return facts.reduce<StatedFact | undefined>(
    (best, fact) => (best === undefined || precisionOf(fact) > precisionOf(best) ? fact : best),
    undefined,
  )
}
