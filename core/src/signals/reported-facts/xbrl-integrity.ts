import { Type } from 'typebox'
import type { Fact } from '../../facts/fact.ts'
import type { StatedFact } from '../../facts/stated-fact.ts'
import type { FactReference } from '../../statements/fact-reference.ts'
import { halfUnit, type InvariantResult } from '../../statements/invariants.ts'
import type { StandardValue } from '../../statements/standardise.ts'
import {
  RESOLVER_VERSION,
  type StandardisedStatement,
  standardiseFiling,
} from '../../statements/standardise.ts'
import { FACT_CASES } from '../cases.ts'
import { defineExtractor } from '../extractor.ts'
import { filingFacts } from '../needs/facts.ts'
import type { SignalInput, SignalType } from '../signal.ts'
import { evidenceOf, halfStep, inputOf, PERIODIC_FORMS } from './stated.ts'

const config = {
  resolver_version: RESOLVER_VERSION,
  /** Earnings per share are divided out of income less what goes to other securities, which is not tagged everywhere. */
  per_share_tolerance: 0.02,
  /** Earnings per share are printed in cents, whatever their `decimals` claim. */
  half_cent: 0.005,
  /** A tax rate is given to a tenth of a percent. */
  tax_rate_tolerance: 0.001,
  most_quoted: 20,
} as const

const TAX_RATE = 'us-gaap:EffectiveIncomeTaxRateContinuingOperations'

const Result = Type.Object(
  {
    invariant: Type.String({ description: 'As it should hold, such as `assets = liabilities_and_equity`.' }),
    period_start: Type.Union([Type.String(), Type.Null()], { description: 'Null for an instant.' }),
    period_end: Type.String({ description: 'Last day of the period, or the instant.' }),
    left: Type.Number({ description: 'The number on the left of the identity.' }),
    right: Type.Number({ description: 'What the right side comes to.' }),
    difference: Type.Number({ description: 'left − right.' }),
    tolerance: Type.Number({ description: 'How far apart rounding can bring the two sides.' }),
  },
  { additionalProperties: false },
)

const xbrlIntegrityType: SignalType = {
  signal_type: 'xbrl_integrity',
  family: 'accounting',
  title: 'Identities that the tagged numbers break',
  description:
    'Checks identities that must hold among the numbers of the report: assets equal liabilities and equity, parts are not larger than totals, cash flows add up to the change in cash, gross profit is revenue less its cost, income after tax follows from income before it, basic earnings per share times shares is about income, and the stated tax rate is tax over income before tax. The value counts those that fail by more than rounding. A failure is a mistake of tagging, a line the standard has no place for, or an error in the statements; it is not by itself evidence of the last. Identities whose numbers are not all stated are not evaluated.',
  unit: 'count',
  range: { minimum: 0, maximum: null },
  labels: null,
  form_types: PERIODIC_FORMS,
  evidence_kinds: ['xbrl_fact'],
  source: 'Identities of the US GAAP statements; the data quality rules of XBRL US check like ones',
  formula:
    'Number of identities with |left − right| > half of the last digit of every number in it (for `>=`: left < right by more). Earnings per share: half a cent per share and 2 % of income. Tax rate: 0.1 percentage points besides. Direction −1 when any fails.',
  history: null,
  covers_from: '2009-06-15',
  payload_schema: Type.Object(
    {
      evaluated: Type.Integer({ description: 'Identities whose numbers are all stated.' }),
      failed: Type.Array(Result, { description: 'Those that fail, in the order of the statements.' }),
    },
    { additionalProperties: false },
  ),
  cases: {
    ...FACT_CASES,
    financial_firms: 'Checked as far as their statements have the lines.',
    missing_years: 'Only the periods the report is about are checked.',
    splits: 'Earnings per share and shares are those of one report, counted alike.',
  },
}

type Checked = InvariantResult & {
  period_start: string | null
  period_end: string
  inputs: readonly FactReference[]
}

export const xbrlIntegrity = defineExtractor({
  name: 'xbrl_integrity',
  version: '1.0.0',
  signal_types: [xbrlIntegrityType],
  applies: (formType) => (PERIODIC_FORMS as readonly string[]).includes(formType),
  needs: { facts: filingFacts },
  config,
  reads: 'submission',

  extract({ filing, facts }) {
    if (facts.length === 0) return { status: 'not_applicable', reason: 'no_xbrl_facts' }
    const statements = standardiseFiling(facts.map(asFact))?.statements ?? []
    const checks = statements
      .flatMap((statement) => checksOf(statement, facts))
      .filter(({ status }) => status !== 'unavailable')
    if (checks.length === 0) {
      return { status: 'insufficient_data', missing: ['assets'], reason: 'no_identity_evaluated' }
    }
    const failed = checks.filter(({ status }) => status === 'fails')
    const places = new Map(facts.map((fact) => [`${fact.document_id} ${fact.position}`, fact]))
    const shown = (failed.length > 0 ? failed : checks.slice(0, 1)).flatMap(({ inputs }) =>
      inputs.flatMap(({ document_id, position }) => places.get(`${document_id} ${position}`) ?? []),
    )
    const pieces = [...new Set(shown)].slice(0, config.most_quoted)
    return {
      status: 'ok_found',
      findings: [
        {
          signal_type: 'xbrl_integrity',
          subject: null,
          value: failed.length,
          unit: 'count',
          direction: failed.length > 0 ? -1 : 0,
          payload: {
            evaluated: checks.length,
            failed: failed.map(
              ({ invariant, period_start, period_end, left, right, difference, tolerance }) => ({
                invariant,
                period_start,
                period_end,
                left,
                right,
                difference,
                tolerance,
              }),
            ),
          },
          evidence: pieces.map((fact) => evidenceOf(fact, filing)),
          inputs: pieces.map(
            (fact): SignalInput => inputOf(fact.concept.slice(fact.concept.indexOf(':') + 1), fact),
          ),
        },
      ],
    }
  },
})

/** The statements' own identities, and those between a statement and a ratio the filing states. */
function checksOf(statement: StandardisedStatement, facts: readonly StatedFact[]): Checked[] {
  const { period_start, period_end, lines } = statement
  const byName = new Map(lines.map((line) => [line.line, line]))
  const period = { period_start, period_end }
  const own = statement.checks.map((check) => ({
    ...check,
    ...period,
    inputs: inputsOf(check.invariant, byName),
  }))
  if (statement.statement !== 'income_statement') return own
  return [
    ...own,
    ...perShare(byName).map((check) => ({ ...check, ...period })),
    ...taxRate(byName, facts, period).map((check) => ({ ...check, ...period })),
  ]
}

function inputsOf(invariant: string, byName: ReadonlyMap<string, StandardValue>): FactReference[] {
  return invariant.split(' ').flatMap((word) => byName.get(word.replace(/[[\]]/g, ''))?.inputs ?? [])
}

type Unplaced = InvariantResult & { inputs: readonly FactReference[] }

/** Basic earnings alone: diluted ones add back to income what no line says. */
function perShare(byName: ReadonlyMap<string, StandardValue>): Unplaced[] {
  const [eps, shares] = [reported(byName, 'eps_basic'), reported(byName, 'shares_basic')]
  const income = reported(byName, 'net_income_common') ?? reported(byName, 'net_income')
  if (!eps || !shares || !income) return []
  const right = (eps.value as number) * (shares.value as number)
  const tolerance =
    Math.max(halfUnit(eps), config.half_cent) * Math.abs(shares.value as number) +
    halfUnit(shares) * Math.abs(eps.value as number) +
    halfUnit(income) +
    config.per_share_tolerance * Math.abs(income.value as number)
  return [
    compared(`${income.line} = eps_basic * shares_basic`, income, right, tolerance, [income, eps, shares]),
  ]
}

function taxRate(
  byName: ReadonlyMap<string, StandardValue>,
  facts: readonly StatedFact[],
  { period_start, period_end }: { period_start: string | null; period_end: string },
): Unplaced[] {
  const [tax, pretax] = [reported(byName, 'income_tax'), reported(byName, 'pretax_income')]
  const rate = facts.find(
    (fact) =>
      fact.concept === TAX_RATE &&
      fact.value !== null &&
      fact.dimensions.length === 0 &&
      fact.period_start === period_start &&
      fact.period_end === period_end,
  )
  if (!tax || !pretax || !rate || pretax.value === 0) return []
  const base = pretax.value as number
  const computed = (tax.value as number) / base
  const rounding = (halfUnit(tax) + Math.abs(computed) * halfUnit(pretax)) / Math.abs(base)
  const tolerance = Math.max(halfStep(rate), config.tax_rate_tolerance) + rounding
  const difference = (rate.value as number) - computed
  return [
    {
      invariant: 'tax_rate = income_tax / pretax_income',
      status: Math.abs(difference) <= tolerance ? 'holds' : 'fails',
      left: rate.value,
      right: computed,
      difference,
      tolerance,
      inputs: [referenceOf(rate), ...tax.inputs, ...pretax.inputs],
    },
  ]
}

function compared(
  invariant: string,
  left: StandardValue,
  right: number,
  tolerance: number,
  lines: readonly StandardValue[],
): Unplaced {
  const difference = (left.value as number) - right
  const status = Math.abs(difference) <= tolerance ? 'holds' : 'fails'
  return {
    invariant,
    status,
    left: left.value,
    right,
    difference,
    tolerance,
    inputs: lines.flatMap(({ inputs }) => inputs),
  }
}

/** A derived value would prove its own formula. */
function reported(byName: ReadonlyMap<string, StandardValue>, line: string): StandardValue | null {
  const value = byName.get(line)
  return value?.value_status === 'reported' ? value : null
}

function referenceOf(fact: StatedFact): FactReference {
  return {
    accession_number: fact.accession_number,
    document_id: fact.document_id,
    position: fact.position,
    concept: fact.concept,
    value: fact.value as number,
    unit: fact.unit,
    decimals: fact.decimals,
    period_start: fact.period_start,
    period_end: fact.period_start === null ? null : fact.period_end,
    instant: fact.period_start === null ? fact.period_end : null,
  }
}

/** A stored fact as the readers of statements know it. */
function asFact(fact: StatedFact): Fact {
  const colon = fact.concept.indexOf(':')
  return {
    position: fact.position,
    document_id: fact.document_id,
    taxonomy: fact.concept.slice(0, colon),
    tag: fact.concept.slice(colon + 1),
    namespace: '',
    is_extension: fact.is_extension,
    unit: fact.unit,
    value: fact.value,
    value_text: fact.value_text,
    decimals: fact.decimals,
    decimals_exact: fact.decimals_exact,
    nil: fact.nil,
    period_start: fact.period_start,
    period_end: fact.period_start === null ? null : fact.period_end,
    instant: fact.period_start === null ? fact.period_end : null,
    dimensions: fact.dimensions,
    entity_cik: null,
    context_id: fact.context_id,
    fact_id: null,
    footnotes: [],
    start: null,
    end: null,
    hidden: fact.hidden,
    flags: fact.flags,
  }
}
