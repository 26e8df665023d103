import { Type } from 'typebox'
import type { StatedFact } from '../../facts/stated-fact.ts'
import { FACT_CASES } from '../cases.ts'
import { defineExtractor } from '../extractor.ts'
import { filingFacts } from '../needs/facts.ts'
import type { SignalType } from '../signal.ts'
import { coverPeriod, evidenceOf, inputOf, PERIODIC_FORMS } from './stated.ts'

const config = { most_listed: 50, most_quoted: 10 } as const

const SHARE = new Set(['us-gaap:ConcentrationRiskPercentage1', 'us-gaap:ConcentrationRiskPercentage'])
const CUSTOMER_AXIS = new Set(['srt:MajorCustomersAxis', 'us-gaap:MajorCustomersAxis'])
const BENCHMARK_AXIS = 'us-gaap:ConcentrationRiskByBenchmarkAxis'
const TYPE_AXIS = 'us-gaap:ConcentrationRiskByTypeAxis'
const SEGMENT_AXES = new Set([
  'us-gaap:StatementBusinessSegmentsAxis',
  'srt:ConsolidationItemsAxis',
  'us-gaap:ConsolidationItemsAxis',
])
const REVENUE_MEMBER = /:\w{0,80}(?:Revenue|Sales)/
/** Credit risk, suppliers, places and products are other concentrations, whoever they are tagged with. */
const OTHER_TYPE = /Credit|Supplier|Geographic|Product|Lender|Reinsurer|LaborForce|Unionized/
/** Several customers taken together. */
const SEVERAL =
  /Customers|Distributors|Wholesalers|Retailers|Licensees|Partners|Clients|:(?:Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Top)[A-Z]|Aggregate/

/** A customer's share of the revenue of a period. */
export interface CustomerShare {
  /** Member of the customer axis, or the text of a typed one. */
  customer: string
  share: number
  /** Several customers taken together, by the name of the member. */
  several: boolean
  /** Segment the revenue is said to fall into; null when none is named. */
  segment: string | null
  fact: StatedFact
}

/** The shares of customers in the revenue of a period, the largest first. Of a customer stated twice, the share of the whole. */
export function customerShares(
  facts: readonly StatedFact[],
  period: { start: string | null; end: string },
): CustomerShare[] {
  const shares = new Map<string, CustomerShare>()
  for (const fact of facts) {
    if (!SHARE.has(fact.concept) || fact.value === null || fact.value <= 0 || fact.value > 1) continue
    if (fact.period_start !== period.start || fact.period_end !== period.end) continue
    const found = shareOf(fact)
    if (!found) continue
    const known = shares.get(found.customer)
    const better =
      !known ||
      (known.segment !== null && found.segment === null) ||
      ((known.segment === null) === (found.segment === null) && found.share > known.share)
    if (better) shares.set(found.customer, found)
  }
  return [...shares.values()].sort((one, other) => other.share - one.share)
}

function shareOf(fact: StatedFact): CustomerShare | null {
  let customer: string | null = null
  let segment: string | null = null
  let ofRevenue = false
  for (const { axis, member, typed_value } of fact.dimensions) {
    const name = member ?? typed_value ?? ''
    if (CUSTOMER_AXIS.has(axis)) customer = name
    else if (axis === BENCHMARK_AXIS) ofRevenue = REVENUE_MEMBER.test(name)
    else if (axis === TYPE_AXIS) {
      if (OTHER_TYPE.test(name)) return null
    } else if (SEGMENT_AXES.has(axis)) {
      if (axis === 'us-gaap:StatementBusinessSegmentsAxis') segment = name
    } else return null
  }
  if (customer === null || customer === '' || !ofRevenue) return null
  return { customer, share: fact.value as number, several: SEVERAL.test(customer), segment, fact }
}

const customerConcentrationType: SignalType = {
  signal_type: 'customer_concentration',
  family: 'network',
  title: 'Revenue from the largest customer',
  description:
    'The largest share of revenue that the report tags for one customer, for the period on its cover, with the shares of all and the sum of their squares. Companies must name customers of 10 % or more of revenue, so no such fact means that none reaches 10 %, or that it is not tagged; it does not mean zero. Shares of several customers taken together are listed and enter neither number. A share tagged with a segment is usually the share of the whole revenue that falls into that segment, but some filers mean a share of the segment; `segment` says where one is named. Shares of receivables and of credit risk are not read.',
  unit: 'ratio',
  range: { minimum: 0, maximum: 1 },
  labels: null,
  form_types: PERIODIC_FORMS,
  evidence_kinds: ['xbrl_fact'],
  source: 'ASC 280-10-50-42; Patatoukas 2012, "Customer-Base Concentration", The Accounting Review',
  formula:
    'max(share) over facts `ConcentrationRiskPercentage1` on the customer axis whose benchmark is revenue, in the period of the cover; `sum_of_squares` = Σ share².',
  history:
    'Patatoukas (2012) studies the customer bases of suppliers; Irvine et al. (2016) find that the sign of the relation flips with the age of the relationship, so that no direction is given. Sample years are not confirmed and not repeated here.',
  covers_from: '2009-06-15',
  payload_schema: Type.Object(
    {
      sum_of_squares: Type.Number({ description: 'Σ share² over single customers.' }),
      customers: Type.Array(
        Type.Object(
          {
            customer: Type.String({ description: 'Member of the customer axis, as tagged.' }),
            share: Type.Number({ description: 'Of revenue, 0 to 1.' }),
            several: Type.Boolean({ description: 'Several customers taken together.' }),
            segment: Type.Union([Type.String(), Type.Null()], { description: 'Segment it is tagged with.' }),
          },
          { additionalProperties: false },
        ),
        { description: 'The largest share first, at most 50.' },
      ),
    },
    { additionalProperties: false },
  ),
  cases: {
    ...FACT_CASES,
    fiscal_year_changes: 'The period of the cover is read, whatever its length.',
  },
}

export const customerConcentration = defineExtractor({
  name: 'customer_concentration',
  version: '1.0.0',
  signal_types: [customerConcentrationType],
  applies: (formType) => (PERIODIC_FORMS as readonly string[]).includes(formType),
  needs: { facts: filingFacts },
  config,
  reads: 'submission',

  extract({ filing, facts }) {
    if (facts.length === 0) return { status: 'not_applicable', reason: 'no_xbrl_facts' }
    const period = coverPeriod(facts)
    if (!period)
      return { status: 'insufficient_data', missing: ['dei:DocumentType'], reason: 'cover_not_tagged' }
    const shares = customerShares(facts, period)
    const single = shares.filter(({ several }) => !several)
    const largest = single[0]
    if (!largest) return { status: 'ok_none', reason: 'no_customer_tagged' }
    const quoted = shares.slice(0, config.most_quoted)
    return {
      status: 'ok_found',
      findings: [
        {
          signal_type: 'customer_concentration',
          subject: null,
          value: largest.share,
          unit: 'ratio',
          direction: 0,
          payload: {
            sum_of_squares: single.reduce((sum, { share }) => sum + share * share, 0),
            customers: shares
              .slice(0, config.most_listed)
              .map(({ customer, share, several, segment }) => ({ customer, share, several, segment })),
          },
          evidence: quoted.map(({ fact }) => evidenceOf(fact, filing)),
          inputs: quoted.map(({ customer, fact }) => inputOf(customer, fact)),
        },
      ],
    }
  },
})
