import { Type } from 'typebox'
import type { StatedFact } from '../../facts/stated-fact.ts'
import { FACT_CASES } from '../cases.ts'
import { defineExtractor } from '../extractor.ts'
import { filingFacts } from '../needs/facts.ts'
import type { SignalType } from '../signal.ts'
import { evidenceOf, halfStep, inputOf, PERIODIC_FORMS, precisionOf } from './stated.ts'

const config = { most_listed: 100, most_quoted: 10 } as const

/** Axes on which a filing sets what it said before beside what it says now; the second is that of taxonomies before 2018. */
const AXES = new Set([
  'srt:RestatementAxis',
  'us-gaap:StatementScenarioAxis',
  'us-gaap:ErrorCorrectionsAndPriorPeriodAdjustmentsRestatementByRestatementPeriodAndAmountAxis',
])
const PREVIOUS = /:ScenarioPreviouslyReportedMember$/
const ADJUSTMENT =
  /:(?:RestatementAdjustment|RevisionOfPriorPeriod\w{0,60}Adjustment|ErrorCorrectionOther)Member$/

const KINDS = ['restatement', 'error_correction', 'reclassification', 'new_standard'] as const
type Kind = (typeof KINDS)[number]

/** A number a filing restates by its own tags. */
export interface RestatedNumber {
  concept: string
  unit: string | null
  period_start: string | null
  period_end: string | null
  /** Null where the filing tags the adjustment alone. */
  previously_reported: number | null
  adjustment: number
  restated: number | null
  kind: Kind
  facts: StatedFact[]
}

interface Told {
  previous?: StatedFact
  adjustment?: StatedFact
  kind: Kind
}

/**
 * Numbers of the whole entity that the filing restates: what it tags as reported before, as the adjustment, or both. A number
 * with an adjustment of nothing is no restatement. Some filers tag the restated number as the adjustment; it is told by the
 * number without dimensions being the same.
 */
export function restatedNumbers(facts: readonly StatedFact[]): RestatedNumber[] {
  const told = new Map<string, Told>()
  const plain = new Map<string, StatedFact>()
  for (const fact of facts) {
    if (fact.value === null || fact.unit === null) continue
    const key = `${fact.concept} ${fact.unit} ${fact.period_start} ${fact.period_end}`
    if (fact.dimensions.length === 0) {
      const known = plain.get(key)
      if (!known || precisionOf(fact) > precisionOf(known)) plain.set(key, fact)
      continue
    }
    if (!fact.dimensions.every(({ axis, member }) => AXES.has(axis) && member !== null)) continue
    const members = fact.dimensions.map(({ member }) => member as string)
    const one = told.get(key) ?? { kind: 'restatement' as const }
    if (members.some((member) => PREVIOUS.test(member))) one.previous ??= fact
    else if (members.some((member) => ADJUSTMENT.test(member))) {
      one.adjustment ??= fact
      one.kind = kindOf(members)
    } else continue
    told.set(key, one)
  }
  return [...told].flatMap(([key, one]) => resolved(one, plain.get(key)) ?? [])
}

function kindOf(members: readonly string[]): Kind {
  const names = members.join(' ')
  if (names.includes('Reclassification')) return 'reclassification'
  if (names.includes('AccountingStandardsUpdate')) return 'new_standard'
  return names.includes('ErrorCorrection') ? 'error_correction' : 'restatement'
}

/**
 * What was reported before and the adjustment come to what is stated now, at the precision of the coarser of the two
 * (an adjustment in thousands makes the restated number one in thousands).
 */
export function restatedValue(
  previous: Pick<StatedFact, 'value' | 'decimals'>,
  adjustment: Pick<StatedFact, 'value' | 'decimals'>,
): number {
  const sum = (previous.value ?? 0) + (adjustment.value ?? 0)
  const decimals = Math.min(previous.decimals ?? 12, adjustment.decimals ?? 12)
  if (decimals >= 0) return Number(sum.toFixed(Math.min(decimals, 12)))
  const step = 10 ** -decimals
  return Math.round(sum / step) * step
}

function resolved({ previous, adjustment, kind }: Told, now: StatedFact | undefined): RestatedNumber | null {
  const fact = adjustment ?? previous
  if (!fact) return null
  const isRestatedItself = adjustment !== undefined && now !== undefined && same(adjustment, now)
  const known = {
    concept: fact.concept,
    unit: fact.unit,
    period_start: fact.period_start,
    period_end: fact.period_end,
    kind,
    facts: [previous, adjustment, now].filter((one) => one !== undefined),
  }
  if (previous !== undefined && now !== undefined) {
    if (same(previous, now)) return null
    const moved = (now.value as number) - (previous.value as number)
    return { ...known, previously_reported: previous.value, adjustment: moved, restated: now.value }
  }
  if (adjustment === undefined || isRestatedItself || adjustment.value === 0) return null
  if (previous !== undefined && now === undefined && mayBeRestatedItself(previous, adjustment)) return null
  const moved = adjustment.value as number
  const before = previous?.value ?? (now === undefined ? null : (now.value as number) - moved)
  const restated = now?.value ?? (previous === undefined ? null : restatedValue(previous, adjustment))
  return { ...known, previously_reported: before, adjustment: moved, restated }
}

/** Without the number stated now, an adjustment of about the size of what was reported before may be either. */
function mayBeRestatedItself(previous: StatedFact, adjustment: StatedFact): boolean {
  const ratio = (adjustment.value as number) / (previous.value as number)
  return ratio >= 0.5 && ratio <= 2
}

function same(one: StatedFact, other: StatedFact): boolean {
  const apart = Math.abs((one.value as number) - (other.value as number))
  return apart <= Math.max(halfStep(one), halfStep(other))
}

const restatementAxisType: SignalType = {
  signal_type: 'restatement_axis',
  family: 'accounting',
  title: 'Numbers restated on the restatement axis',
  description:
    'Counts the numbers about the whole company that the report itself sets beside what it said before, by tagging them "previously reported" or as an adjustment. Parts of the company (segments, components of equity) are left out. A tagged adjustment of zero is no restatement, and a restated number that was tagged as the adjustment is told by being equal to the number on the statement; where that one is not tagged, an adjustment of half to twice what was reported before is left out as doubtful. Such facts never enter the normal series of a concept.',
  unit: 'count',
  range: { minimum: 1, maximum: null },
  labels: null,
  form_types: PERIODIC_FORMS,
  evidence_kinds: ['xbrl_fact'],
  source:
    'US GAAP and SRT taxonomies: `srt:RestatementAxis`, before 2018 `us-gaap:StatementScenarioAxis`; ASC 250-10-50-7',
  formula:
    'Number of pairs of concept and period with an adjustment other than 0, where adjustment = stated now − previously reported, or as tagged where one of the two is not. Direction −1 when net income or equity is lowered.',
  history: null,
  covers_from: '2009-06-15',
  payload_schema: Type.Object(
    {
      restated: Type.Array(
        Type.Object(
          {
            concept: Type.String({ description: 'Such as `us-gaap:NetIncomeLoss`.' }),
            unit: Type.Union([Type.String(), Type.Null()], { description: 'Such as `USD`.' }),
            period_start: Type.Union([Type.String(), Type.Null()], { description: 'Null for an instant.' }),
            period_end: Type.Union([Type.String(), Type.Null()], {
              description: 'Last day of the period, or the instant.',
            }),
            previously_reported: Type.Union([Type.Number(), Type.Null()], {
              description: 'Null where neither it nor the restated number is tagged.',
            }),
            adjustment: Type.Number({ description: 'What was added to what had been reported.' }),
            restated: Type.Union([Type.Number(), Type.Null()], {
              description: 'Null where neither it nor what was reported before is tagged.',
            }),
            kind: Type.Union(
              KINDS.map((kind) => Type.Literal(kind)),
              { description: 'What the member of the axis says of the reason.' },
            ),
          },
          { additionalProperties: false },
        ),
        {
          description:
            'At most 100, in the order of the document. `kind` is what the member says: an error, a reclassification, a new standard, or a restatement that is not described further.',
        },
      ),
    },
    { additionalProperties: false },
  ),
  cases: {
    ...FACT_CASES,
    splits: 'Share counts restated for a split count where the filer tags them on the axis.',
    amendments: 'Read like any other; amended reports are where most restatements are tagged.',
  },
}

const ADVERSE = new Set([
  'us-gaap:NetIncomeLoss',
  'us-gaap:ProfitLoss',
  'us-gaap:StockholdersEquity',
  'us-gaap:StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest',
  'us-gaap:RetainedEarningsAccumulatedDeficit',
])

export const restatementAxis = defineExtractor({
  name: 'restatement_axis',
  version: '1.0.0',
  signal_types: [restatementAxisType],
  applies: (formType) => (PERIODIC_FORMS as readonly string[]).includes(formType),
  needs: { facts: filingFacts },
  config,
  reads: 'submission',

  extract({ filing, facts }) {
    if (facts.length === 0) return { status: 'not_applicable', reason: 'no_xbrl_facts' }
    const restated = restatedNumbers(facts)
    if (restated.length === 0) return { status: 'ok_none', reason: 'no_restatement_tagged' }
    const quoted = restated.slice(0, config.most_quoted)
    const pieces = quoted.flatMap((one) => one.facts.slice(0, 2))
    return {
      status: 'ok_found',
      findings: [
        {
          signal_type: 'restatement_axis',
          subject: null,
          value: restated.length,
          unit: 'count',
          direction: restated.some(({ concept, adjustment }) => ADVERSE.has(concept) && adjustment < 0)
            ? -1
            : 0,
          payload: {
            restated: restated.slice(0, config.most_listed).map(({ facts: _, ...one }) => one),
          },
          evidence: pieces.map((fact) => evidenceOf(fact, filing)),
          inputs: quoted.flatMap((one) =>
            one.facts.map((fact) =>
              inputOf(fact.dimensions.length === 0 ? 'stated_now' : 'on_the_axis', fact),
            ),
          ),
        },
      ],
    }
  },
})
