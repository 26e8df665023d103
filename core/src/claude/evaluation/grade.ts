import type { StatedFact } from '../../facts/stated-fact.ts'
import { type Interval, MINIMUM_POSITIVES, wilson } from '../../signals/accuracy/measure.ts'

/** What a filer said in tags that Claude never saw: the statements that can be right or wrong. */
export interface HiddenLabel {
  signal_type: string
  /** Which answers count as positive, for the table. */
  positive: string
  /** Concepts by which filings with the label are found. */
  concepts: readonly string[]
  /** What the tags of a filing say; null where they say nothing that can be compared. */
  expected(facts: readonly StatedFact[]): string[] | null
  /** The same of what was found. */
  found(findings: readonly GradedFinding[]): string[]
}

export interface GradedFinding {
  signal_type: string
  value: unknown
  payload: Readonly<Record<string, unknown>> | null
  status?: string
}

const CYBER = 'cyd:CybersecurityRiskMateriallyAffectedOrReasonablyLikelyToMateriallyAffectRegistrantFlag'
const DOUBT = 'us-gaap:SubstantialDoubtAboutGoingConcernTextBlock'
const SHARES = ['us-gaap:ConcentrationRiskPercentage', 'us-gaap:ConcentrationRiskPercentage1']
const CUSTOMER_AXES = ['srt:MajorCustomersAxis', 'us-gaap:MajorCustomersAxis']
const REVENUE = /(?:Sales|Revenue)\w*Member$/

export const hiddenLabels: readonly HiddenLabel[] = [
  ...(['true', 'false'] as const).map(
    (flag): HiddenLabel => ({
      signal_type: 'llm_cyber_material',
      positive: flag === 'true' ? 'material' : 'not_material',
      concepts: [CYBER],
      expected(facts) {
        const fact = facts.find(({ concept, dimensions }) => concept === CYBER && dimensions.length === 0)
        if (fact?.value_text !== 'true' && fact?.value_text !== 'false') return null
        return fact.value_text === flag ? ['yes'] : []
      },
      found: (findings) =>
        findings.some(({ value }) => value === (flag === 'true' ? 'material' : 'not_material'))
          ? ['yes']
          : [],
    }),
  ),
  {
    signal_type: 'llm_going_concern',
    positive: 'raised_doubt or alleviated',
    // Filings without the tag are the negatives, so they are found by another one.
    concepts: [
      DOUBT,
      'us-gaap:OrganizationConsolidationAndPresentationOfFinancialStatementsDisclosureTextBlock',
    ],
    expected: (facts) => (facts.some(({ concept }) => concept === DOUBT) ? ['yes'] : []),
    found: (findings) =>
      findings.some(({ value }) => value === 'raised_doubt' || value === 'alleviated') ? ['yes'] : [],
  },
  {
    signal_type: 'llm_customers',
    positive: 'share of revenue of a single customer in the latest year, to half a point',
    concepts: SHARES,
    expected(facts) {
      const shares = facts.filter(
        ({ concept, dimensions, value }) =>
          SHARES.includes(concept) &&
          value !== null &&
          dimensions.some(({ axis, member }) => CUSTOMER_AXES.includes(axis) && member !== null) &&
          dimensions.some(({ member }) => REVENUE.test(member ?? '')),
      )
      const latest = shares
        .map(({ period_end }) => period_end ?? '')
        .sort()
        .at(-1)
      if (latest === undefined) return null
      return shares
        .filter(({ period_end }) => period_end === latest)
        .map(({ value }) => rounded((value as number) * 100))
        .sort()
    },
    found: (findings) =>
      findings
        .filter(({ value, payload }) => value !== 'customer_group' && typeof payload?.percent === 'number')
        .map(({ payload }) => rounded(payload?.percent as number))
        .sort(),
  },
]

function rounded(percent: number): string {
  return String(Math.round(percent))
}

/** Hits and misses of one filing: what both say counts once each, however often. */
export function compare(expected: readonly string[], found: readonly string[]) {
  const open = [...expected]
  let hits = 0
  for (const one of found) {
    const at = open.indexOf(one)
    if (at === -1) continue
    open.splice(at, 1)
    hits += 1
  }
  return { tp: hits, fp: found.length - hits, fn: open.length }
}

/** A share with its Wilson interval at 95 %. */
export interface Share extends Interval {
  value: number
}

export interface Graded {
  signal_type: string
  positive: string
  filings: number
  positives: number
  tp: number
  fp: number
  fn: number
  /** Null under 30 positives: a number would be noise. */
  precision: Share | null
  recall: Share | null
  f1: number | null
}

export function graded(
  label: Pick<HiddenLabel, 'signal_type' | 'positive'>,
  cases: readonly { expected: readonly string[]; found: readonly string[] }[],
): Graded {
  const sum = { tp: 0, fp: 0, fn: 0 }
  for (const one of cases) {
    const { tp, fp, fn } = compare(one.expected, one.found)
    sum.tp += tp
    sum.fp += fp
    sum.fn += fn
  }
  const positives = sum.tp + sum.fn
  const counts = {
    signal_type: label.signal_type,
    positive: label.positive,
    filings: cases.length,
    positives,
    ...sum,
  }
  if (positives < MINIMUM_POSITIVES) return { ...counts, precision: null, recall: null, f1: null }
  return {
    ...counts,
    precision: share(sum.tp, sum.tp + sum.fp),
    recall: share(sum.tp, positives),
    f1: (2 * sum.tp) / (2 * sum.tp + sum.fp + sum.fn),
  }
}

function share(hits: number, of: number): Share | null {
  return of === 0 ? null : { value: hits / of, ...wilson(hits, of) }
}
