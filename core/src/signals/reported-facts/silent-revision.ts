import { Type } from 'typebox'
import type { RevisedFact } from '../../facts/stated-facts-store.ts'
import { FACT_CASES } from '../cases.ts'
import { defineExtractor } from '../extractor.ts'
import { earlierFilings } from '../needs/earlier-filings.ts'
import { filingFacts } from '../needs/facts.ts'
import type { Finding, SignalInput, SignalType } from '../signal.ts'
import { REVISION_DAYS, REVISION_SHARE, revisedFacts } from './revised-facts.ts'
import { classify, REVISION_CLASSES, type RevisionClass } from './revision-class.ts'
import {
  coverFact,
  coverPeriod,
  evidenceOf,
  inputOf,
  NET_INCOME,
  PERIODIC_FORMS,
  REVENUE,
  WholeEntity,
  yesOrNo,
} from './stated.ts'

const config = {
  tolerance_share: REVISION_SHARE,
  window_days: REVISION_DAYS,
  least_revenue_share: 0.01,
  /** Revisions listed in a payload, and those of them with evidence. */
  most_listed: 100,
  most_quoted: 10,
} as const

const Revision = Type.Object(
  {
    concept: Type.String({ description: 'Such as `us-gaap:Liabilities`.' }),
    unit: Type.String({ description: 'Such as `USD`, `shares` or `USD/shares`.' }),
    period_start: Type.Union([Type.String(), Type.Null()], { description: 'Null for an instant.' }),
    period_end: Type.String({ description: 'Last day of the period, or the instant.' }),
    old_value: Type.Number({ description: 'As the earlier filing states it.' }),
    new_value: Type.Number({ description: 'As this filing states it.' }),
    class: Type.Union(
      REVISION_CLASSES.map((name) => Type.Literal(name)),
      { description: 'What the tags show of the reason.' },
    ),
    old_accession_number: Type.String({ description: 'The latest earlier filing that states the number.' }),
  },
  { additionalProperties: false },
)

const silentRevisionType: SignalType = {
  signal_type: 'silent_revision',
  family: 'accounting',
  title: 'Numbers revised since they were last reported',
  description:
    'Compares every number of the report that is about the whole company with the latest earlier filing that states the same concept, unit and period. Numbers that differ by more than rounding are listed with both values and sorted into classes, the first that fits: a change of sign alone, a share split, a new accounting standard the filing tags, an operation given up, a reclassification that leaves a total above it unchanged, a revision the company announced, and the rest, which is unexplained. The value adds up the unexplained changes in money and is 0 where all are explained. Differences by a factor of 1,000 or a power of it are mistakes of scale: they are a signal of their own (subject `scale_error`), whose value is the ratio of the first, and are quarantined. A class says what the tags show, not what the company intended; text is not read.',
  unit: 'ratio',
  range: { minimum: 0, maximum: null },
  labels: null,
  form_types: PERIODIC_FORMS,
  evidence_kinds: ['xbrl_fact'],
  source:
    'XBRL facts of successive filings; restatements without an amended report are known as revisions ("little r"), SEC release 33-11126 on their recovery analysis.',
  formula:
    'Two numbers differ when |new − old| > max(half of each `decimals` step, 0.5 % of |old|). Value = Σ|new − old| over unexplained changes in the currency of the report / max(|net income|, 1 % of revenue) of the period on its cover. A change of a total and of its parts counts each time.',
  history:
    'Revisions made without an amended report were about 80 % of restatements of 2019, and most of them came without an explanation.',
  covers_from: '2009-06-15',
  payload_schema: Type.Object(
    {
      compared: Type.Integer({ description: 'Numbers an earlier filing states as well.' }),
      revised: Type.Integer({ description: 'How many differ, mistakes of scale left out.' }),
      by_class: Type.Record(Type.String(), Type.Integer(), { description: 'How many of each class.' }),
      revisions: Type.Array(Revision, {
        description: 'At most 100: the unexplained first, then the largest in proportion.',
      }),
    },
    { additionalProperties: false },
  ),
  cases: {
    ...FACT_CASES,
    first_filings: '`not_applicable`: nothing was stated before.',
    missing_years:
      'Compared with the latest earlier filing that is held, whichever it is, up to ten years back.',
    fiscal_year_changes: 'Only equal periods are compared, so that a transition period meets nothing.',
    splits: 'Share counts and amounts per share that moved in the ratio of a split are explained by it.',
    amendments: 'Compared like any other; every change an amendment makes is an announced one.',
  },
}

type Classified = { revision: RevisedFact; class: RevisionClass }

export const silentRevision = defineExtractor({
  name: 'silent_revision',
  version: '1.0.0',
  signal_types: [silentRevisionType],
  applies: (formType) => (PERIODIC_FORMS as readonly string[]).includes(formType),
  needs: {
    facts: filingFacts,
    since: revisedFacts,
    currentReports: earlierFilings({
      name: 'current_reports_three_years',
      form_types: ['8-K', '8-K/A'],
      days: 1_100,
    }),
  },
  config,
  reads: 'submission',

  extract({ filing, facts, since, currentReports }) {
    if (facts.length === 0) return { status: 'not_applicable', reason: 'no_xbrl_facts' }
    if (since.compared === 0) return { status: 'not_applicable', reason: 'nothing_stated_before' }
    if (since.revised.length === 0) return { status: 'ok_none', reason: 'nothing_revised' }
    const classified = classify(since.revised, {
      facts,
      earlier_context: since.context,
      announcements: {
        amendment: filing.form_type.endsWith('/A'),
        error_flag: yesOrNo(coverFact(facts, 'dei:DocumentFinStmtErrorCorrectionFlag')) === true,
        non_reliance_on: currentReports
          .filter(({ items }) => items.includes('4.02'))
          .map(({ filing_date }) => filing_date),
      },
      share: config.tolerance_share,
    })
    const findings: Finding[] = []
    const scale = ordered(classified.filter((one) => one.class === 'scale_error'))
    const first = scale[0]
    if (first) {
      const { now, before } = first.revision
      findings.push({
        ...findingOf(filing, scale, since.compared, []),
        subject: 'scale_error',
        status: 'quarantined',
        value: Math.abs((now.value as number) / (before.value as number)),
        direction: 0,
      })
    }
    const revisions = ordered(classified.filter((one) => one.class !== 'scale_error'))
    if (revisions.length === 0) return { status: 'ok_found', findings }

    const whole = new WholeEntity(facts)
    const currency = new WholeEntity([...facts, ...revisions.map(({ revision }) => revision.now)]).currency()
    const moved = revisions
      .filter((one) => one.class === 'unexplained' && one.revision.now.unit === currency)
      .reduce(
        (sum, { revision: { now, before } }) =>
          sum + Math.abs((now.value as number) - (before.value as number)),
        0,
      )
    if (moved === 0) {
      findings.push(findingOf(filing, revisions, since.compared, []))
      return { status: 'ok_found', findings }
    }
    const period = coverPeriod(facts)
    const income = period && whole.first(NET_INCOME, period, currency)
    const revenue = period && whole.first(REVENUE, period, currency)
    const scaleOfCompany = Math.max(
      Math.abs(income?.fact.value ?? 0),
      config.least_revenue_share * Math.abs(revenue?.fact.value ?? 0),
    )
    if (!income || scaleOfCompany <= 0) {
      const missing = income ? ['revenue'] : ['net_income']
      const omitted = [
        {
          signal_type: 'silent_revision',
          status: 'insufficient_data' as const,
          reason: 'missing_inputs',
          missing,
        },
      ]
      return findings.length > 0
        ? { status: 'ok_found', findings, omitted }
        : { status: 'insufficient_data', missing }
    }
    findings.push({
      ...findingOf(filing, revisions, since.compared, [
        {
          name: 'unexplained_change',
          value: moved,
          accession_number: filing.accession_number,
          unit: currency ?? '',
        },
        inputOf('net_income', income.fact, income.rank),
        ...(revenue ? [inputOf('revenue', revenue.fact, revenue.rank)] : []),
      ]),
      value: moved / scaleOfCompany,
      direction: -1,
    })
    return { status: 'ok_found', findings }
  },
})

function findingOf(
  filing: Parameters<typeof evidenceOf>[1],
  revisions: readonly Classified[],
  compared: number,
  inputs: SignalInput[],
): Finding {
  const quoted = revisions.slice(0, config.most_quoted)
  const by_class: Record<string, number> = {}
  for (const name of REVISION_CLASSES) {
    const count = revisions.filter((one) => one.class === name).length
    if (count > 0) by_class[name] = count
  }
  return {
    signal_type: 'silent_revision',
    subject: null,
    value: 0,
    unit: 'ratio',
    direction: 0,
    payload: {
      compared,
      revised: revisions.length,
      by_class,
      revisions: revisions.slice(0, config.most_listed).map(listed),
    },
    evidence: quoted.flatMap(({ revision: { now, before } }) => [
      evidenceOf(now, filing),
      evidenceOf(before, filing),
    ]),
    inputs: [
      ...inputs,
      ...quoted.flatMap(({ revision: { now, before } }) => [inputOf('new', now), inputOf('old', before)]),
    ],
  }
}

function listed({ revision: { now, before }, class: name }: Classified) {
  return {
    concept: now.concept,
    unit: now.unit,
    period_start: now.period_start,
    period_end: now.period_end,
    old_value: before.value,
    new_value: now.value,
    class: name,
    old_accession_number: before.accession_number,
  }
}

/** The unexplained first, then by how far they moved in proportion; the order of the document decides between equals. */
function ordered(revisions: readonly Classified[]): Classified[] {
  const rank = (one: Classified) => (one.class === 'unexplained' ? 0 : one.class === 'announced' ? 1 : 2)
  const share = ({ revision: { now, before } }: Classified) => {
    const largest = Math.max(Math.abs(now.value as number), Math.abs(before.value as number))
    return largest === 0 ? 0 : Math.abs((now.value as number) - (before.value as number)) / largest
  }
  return revisions.toSorted((one, other) => rank(one) - rank(other) || share(other) - share(one))
}
