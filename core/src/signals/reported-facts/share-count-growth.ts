import { Type } from 'typebox'
import { xbrlFactReader } from '../../facts/reader.ts'
import type { StatedFact } from '../../facts/stated-fact.ts'
import { statedFactStore } from '../../facts/stated-facts-store.ts'
import { FACT_CASES } from '../cases.ts'
import { defineExtractor } from '../extractor.ts'
import type { Need } from '../need.ts'
import { filingFacts } from '../needs/facts.ts'
import { windowBefore } from '../needs/window.ts'
import type { SignalInput, SignalType } from '../signal.ts'
import { ANNUAL_FORMS, daysBetween, evidenceOf, inputOf, precisionOf } from './stated.ts'

const config = {
  /** The cover a year earlier, and that five years earlier, in days between the dates of the counts. */
  one_year: [330, 400],
  five_years: [1_780, 1_880],
  /** Between one annual report and the next. */
  step: [300, 430],
  /** Weighted averages of one year in two reports this close are counted alike. */
  same_count: 0.02,
} as const

const OUTSTANDING = 'dei:EntityCommonStockSharesOutstanding'
const WEIGHTED = [
  'us-gaap:WeightedAverageNumberOfSharesOutstandingBasic',
  'us-gaap:WeightedAverageNumberOfShareOutstandingBasicAndDiluted',
  'us-gaap:WeightedAverageNumberOfDilutedSharesOutstanding',
] as const
const CLASS_AXIS = 'us-gaap:StatementClassOfStockAxis'
const FORMS = ['10-K', '10-K405', '10-KT', '20-F', '40-F'] as const
const DAYS = 2_100

/** Shares on the covers of earlier annual reports, by class, and the weighted averages beside them. */
export const earlierShareCounts: Need<StatedFact[]> = {
  name: 'earlier_share_counts',
  earlier: { form_types: FORMS, days: DAYS },
  load: (filing, { sql }) =>
    statedFactStore(sql).earlier(filing, windowBefore(filing, DAYS), [OUTSTANDING, ...WEIGHTED], FORMS, true),
  identity: (facts) => [xbrlFactReader.version, [...new Set(facts.map(({ document_id }) => document_id))]],
}

/** The shares on the cover of a report: its count without classes, else the sum over the classes of one day. */
export interface CoverShares {
  count: number
  as_of: string
  facts: StatedFact[]
}

export function coverShares(facts: readonly StatedFact[]): CoverShares | null {
  const stated = facts.filter(
    ({ concept, value, period_end }) =>
      concept === OUTSTANDING && value !== null && value > 0 && period_end !== null,
  )
  const whole = stated.find(({ dimensions }) => dimensions.length === 0)
  if (whole) return { count: whole.value as number, as_of: whole.period_end as string, facts: [whole] }
  const classes = new Map<string, StatedFact>()
  for (const fact of stated) {
    const [dimension] = fact.dimensions
    if (fact.dimensions.length !== 1 || dimension?.axis !== CLASS_AXIS) continue
    const name = dimension.member ?? dimension.typed_value ?? ''
    const known = classes.get(name)
    if (!known || precisionOf(fact) > precisionOf(known)) classes.set(name, fact)
  }
  const parts = [...classes.values()]
  const day = parts[0]?.period_end
  if (!day || parts.some(({ period_end }) => period_end !== day)) return null
  return { count: parts.reduce((sum, { value }) => sum + (value as number), 0), as_of: day, facts: parts }
}

/**
 * New shares for each old one between two reports that follow each other: a year that both state, as the later one counts it,
 * divided by how the earlier one did. 1 where they agree; null where no year is stated by both.
 */
export function splitBetween(later: readonly StatedFact[], earlier: readonly StatedFact[]): number | null {
  for (const concept of WEIGHTED) {
    for (const before of earlier) {
      if (before.concept !== concept || before.dimensions.length > 0 || !before.value || before.value <= 0)
        continue
      const now = later.find(
        (fact) =>
          fact.concept === concept &&
          fact.dimensions.length === 0 &&
          fact.unit === before.unit &&
          fact.period_start === before.period_start &&
          fact.period_end === before.period_end,
      )
      if (!now?.value || now.value <= 0) continue
      const ratio = now.value / before.value
      return Math.abs(ratio - 1) <= config.same_count ? 1 : nearestSplit(ratio)
    }
  }
  return null
}

/** Ratios of splits that are no whole number of shares for one, or for one of them. */
const FRACTIONS = [1.05, 1.1, 1.2, 1.25, 4 / 3, 1.5, 5 / 3, 1.75, 2.5, 3.5]

/** The ratio of a split that rounding hides; null for what is none, such as a corrected count. */
function nearestSplit(ratio: number): number | null {
  const above = ratio >= 1 ? ratio : 1 / ratio
  const whole = Math.round(above)
  const near = [whole, ...FRACTIONS].find(
    (candidate) => candidate > 1 && Math.abs(above / candidate - 1) <= config.same_count,
  )
  return near === undefined ? null : ratio >= 1 ? near : 1 / near
}

interface Report {
  accession_number: string
  facts: StatedFact[]
  cover: CoverShares
}

const shareCountType = (signal_type: string, years: 1 | 5): SignalType => ({
  signal_type,
  family: 'financing',
  title: years === 1 ? 'Growth of the share count in a year' : 'Growth of the share count in five years',
  description: `Natural logarithm of the shares outstanding on the cover of an annual report over those on the cover ${years === 1 ? 'a year' : 'five years'} earlier, all classes of common stock added up. The earlier count is multiplied by the splits in between, which are read from how two reports that follow each other count the shares of a year they both state: a later report restates them after a split. Classes of unequal rights count alike. Reports by co-registrants and units of partnerships that are tagged as shares are read as they stand.`,
  unit: 'ln_ratio',
  range: { minimum: null, maximum: null },
  labels: null,
  form_types: ANNUAL_FORMS,
  evidence_kinds: ['xbrl_fact'],
  source:
    years === 1
      ? 'Pontiff, Woodgate 2008, "Share Issuance and Cross-sectional Returns", Journal of Finance'
      : 'Signal `ShareIss5Y` of the open replication by Chen and Zimmermann (OpenSourceAP/CrossSection)',
  formula:
    'ln(shares now / (shares then × split factor)). Direction −1 when the count grew, +1 when it shrank.',
  history: `The table of the open replication by Chen and Zimmermann gives a t-statistic of ${years === 1 ? '7.08' : '4.39'} for the long-short return of the original paper; its sample years are not confirmed and not repeated here. ${years === 1 ? 'That signal measures growth from 18 to 6 months before, not up to the last cover. ' : ''}It was not computed from covers, and says nothing of later years.`,
  covers_from: '2009-06-15',
  payload_schema: Type.Object(
    {
      shares_now: Type.Number({ description: 'Shares on the cover of this report, all classes.' }),
      shares_then: Type.Number({ description: 'As printed then, not adjusted.' }),
      split_factor: Type.Number({ description: 'New shares for each share of then; 1 without a split.' }),
      counted_on: Type.String({ description: 'Date of the count on this cover.' }),
      counted_then_on: Type.String({ description: 'Date of the count on the earlier cover.' }),
      annual_growth: Type.Number({ description: 'Growth per year as a ratio, such as 0.02.' }),
    },
    { additionalProperties: false },
  ),
  cases: {
    ...FACT_CASES,
    first_filings: '`insufficient_data`: no earlier cover.',
    missing_years:
      'A year without its report breaks the chain of splits: `insufficient_data` for five years, and for one year if it is that one.',
    fiscal_year_changes:
      'The count must be 330 to 400 days older (1,780 to 1,880 for five years), else `insufficient_data`.',
    splits:
      'Adjusted as described; a split no common year shows leads to `insufficient_data`, not to growth.',
    amendments: 'Computed with its own cover; earlier covers are those of original reports.',
  },
})

const oneYear = shareCountType('share_count_growth', 1)
const fiveYears = shareCountType('share_count_growth_5y', 5)

export const shareCountGrowth = defineExtractor({
  name: 'share_count_growth',
  version: '1.0.0',
  signal_types: [oneYear, fiveYears],
  applies: (formType) => (ANNUAL_FORMS as readonly string[]).includes(formType),
  needs: { facts: filingFacts, earlier: earlierShareCounts },
  config,
  reads: 'submission',

  extract({ filing, facts, earlier }) {
    if (facts.length === 0) return { status: 'not_applicable', reason: 'no_xbrl_facts' }
    const cover = coverShares(facts)
    if (!cover) return { status: 'insufficient_data', missing: [OUTSTANDING], reason: 'shares_not_tagged' }
    const now: Report = { accession_number: filing.accession_number, facts, cover }
    const chain = chainOf(now, earlier)
    const findings = []
    const omitted = []
    for (const [type, years, range] of [
      [oneYear, 1, config.one_year],
      [fiveYears, 5, config.five_years],
    ] as const) {
      const link = chain.find(({ report }) => {
        const days = daysBetween(report.cover.as_of, cover.as_of)
        return days >= range[0] && days <= range[1]
      })
      const { signal_type } = type
      if (!link || link.factor === null) {
        const missing = [link ? 'weighted_average_shares' : `shares_outstanding_${years}_years_earlier`]
        const reason = link ? 'splits_unknown' : 'no_earlier_cover'
        omitted.push({ signal_type, status: 'insufficient_data' as const, reason, missing })
        continue
      }
      const then = link.report.cover
      const value = Math.log(cover.count / (then.count * link.factor))
      const pieces = [...cover.facts.slice(0, 8), ...then.facts.slice(0, 8)]
      const inputs: SignalInput[] = pieces.map((fact) =>
        inputOf(fact.accession_number === filing.accession_number ? 'shares_now' : 'shares_then', fact),
      )
      findings.push({
        signal_type,
        subject: null,
        value,
        unit: 'ln_ratio' as const,
        direction: value > 0 ? (-1 as const) : value < 0 ? (1 as const) : (0 as const),
        payload: {
          shares_now: cover.count,
          shares_then: then.count,
          split_factor: link.factor,
          counted_on: cover.as_of,
          counted_then_on: then.as_of,
          annual_growth: Math.exp(value / years) - 1,
        },
        evidence: pieces.map((fact) => evidenceOf(fact, filing)),
        inputs,
      })
    }
    if (findings.length > 0) return { status: 'ok_found', findings, omitted }
    return {
      status: 'insufficient_data',
      missing: [...new Set(omitted.flatMap(({ missing }) => missing))],
      reason: omitted[0]?.reason ?? 'no_earlier_cover',
    }
  },
})

/** Earlier reports, the latest first, each with the split factor from it to now; null beyond a gap. */
function chainOf(now: Report, earlier: readonly StatedFact[]): { report: Report; factor: number | null }[] {
  const groups = new Map<string, StatedFact[]>()
  for (const fact of earlier) {
    const group = groups.get(fact.accession_number)
    if (group) group.push(fact)
    else groups.set(fact.accession_number, [fact])
  }
  const reports = [...groups]
    .flatMap(([accession_number, facts]): Report[] => {
      const cover = coverShares(facts)
      return cover ? [{ accession_number, facts, cover }] : []
    })
    .sort((one, other) => (one.cover.as_of < other.cover.as_of ? 1 : -1))
  let after = now
  let factor: number | null = 1
  return reports.map((report) => {
    const days = daysBetween(report.cover.as_of, after.cover.as_of)
    const follows = days >= config.step[0] && days <= config.step[1]
    const split: number | null = follows ? splitBetween(after.facts, report.facts) : null
    factor = factor === null || split === null ? null : factor * split
    after = report
    return { report, factor }
  })
}
