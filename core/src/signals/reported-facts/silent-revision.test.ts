import { describe, expect, it } from 'vitest'
import type { StatedFact } from '../../facts/stated-fact.ts'
import type { RevisedFact } from '../../facts/stated-facts-store.ts'
import { given } from '../filing-fixture.ts'
import { faultOf } from '../run-extractor.ts'
import { isScaleError, splitRatio } from './revision-class.ts'
import { silentRevision } from './silent-revision.ts'
import { COVER, type FactInShort, filingWithFacts, stated } from './stated-fixture.ts'

const EARLIER = { accession_number: '0009990001-24-000009', form_type: '10-Q', filing_date: '2024-11-05' }
const LAST_YEAR = '2023-01-01/2023-12-31'
const LAST_YEAR_END = '2023-12-31'

function pair(concept: string, before: number, now: number, more: FactInShort = {}): RevisedFact {
  const period = { period: LAST_YEAR, ...more }
  return { now: stated(concept, now, period), before: stated(concept, before, { ...period, ...EARLIER }) }
}

const INCOME = [stated('NetIncomeLoss', 1000), stated('Revenues', 20_000)]

function read(
  revised: RevisedFact[],
  more: {
    facts?: StatedFact[]
    context?: StatedFact[]
    compared?: number
    form_type?: string
    items?: string[]
    reported_on?: string
  } = {},
) {
  const facts = [...COVER, ...INCOME, ...(more.facts ?? []), ...revised.map(({ now }) => now)]
  const {
    filing,
    facts: placed,
    sources,
  } = filingWithFacts(facts, { form_type: more.form_type ?? '10-K' }, [
    ...revised.map(({ before }) => before),
    ...(more.context ?? []),
  ])
  const report = {
    accession_number: '0009990001-24-000777',
    form_type: '8-K',
    filing_date: more.reported_on ?? '2024-12-01',
    accepted_at: `${more.reported_on ?? '2024-12-01'}T21:00:00Z`,
    period_of_report: null,
    items: more.items ?? [],
  }
  const outcome = silentRevision.extract(
    given(filing, {
      facts: placed,
      since: { compared: more.compared ?? Math.max(1, revised.length), revised, context: more.context ?? [] },
      currentReports: [report],
    }),
  )
  const findings = outcome.status === 'ok_found' ? outcome.findings : []
  const classes = findings.flatMap(({ payload }) =>
    ((payload?.revisions ?? []) as { class: string }[]).map((one) => one.class),
  )
  return { outcome, findings, classes, sources }
}

describe('numbers that differ from what was stated before', () => {
  it('count as far as nothing explains them, in proportion to the income of the period', async () => {
    const { findings, sources } = read([
      pair('OtherCostAndExpense', 300, 400),
      pair('LitigationReserve', 10, 60),
    ])
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({
      subject: null,
      value: 0.15,
      direction: -1,
      payload: {
        revised: 2,
        by_class: { unexplained: 2 },
        revisions: [
          {
            concept: 'us-gaap:LitigationReserve',
            old_value: 10,
            new_value: 60,
            class: 'unexplained',
            old_accession_number: EARLIER.accession_number,
          },
          { concept: 'us-gaap:OtherCostAndExpense' },
        ],
      },
    })
    expect(findings[0]?.evidence).toHaveLength(4)
    expect(findings[0]?.evidence.map((piece) => piece.kind === 'xbrl_fact' && piece.document_id)).toEqual([
      '0009990001-25-000001:1',
      '0009990001-24-000009:1',
      '0009990001-25-000001:1',
      '0009990001-24-000009:1',
    ])
    expect(await faultOf(silentRevision, findings, sources)).toBeNull()
  })

  it('are measured by one percent of revenue where income is nearly nothing', () => {
    const revised = [pair('OtherCostAndExpense', 300, 400)]
    const { filing, facts } = filingWithFacts([
      ...COVER,
      stated('NetIncomeLoss', -1),
      stated('Revenues', 20_000),
    ])
    const outcome = silentRevision.extract(
      given(filing, { facts, since: { compared: 9, revised, context: [] }, currentReports: [] }),
    )
    expect(outcome).toMatchObject({ findings: [{ value: 0.5 }] })
  })

  it('by a power of 1,000 are a mistake of scale: quarantined, and no part of the value', async () => {
    const { findings, sources } = read([pair('LitigationReserve', 15_000_000, 15_000), pair('Other', 1, 101)])
    expect(findings).toMatchObject([
      {
        subject: 'scale_error',
        status: 'quarantined',
        value: 0.001,
        payload: { by_class: { scale_error: 1 } },
      },
      { subject: null, value: 0.1, payload: { by_class: { unexplained: 1 } } },
    ])
    expect(await faultOf(silentRevision, findings, sources)).toBeNull()
    expect(isScaleError(585_424, 585)).toBe(true)
    expect(isScaleError(48_289, 48.289)).toBe(true)
    expect(isScaleError(100, 120)).toBe(false)
    expect(isScaleError(0, 1000)).toBe(false)
    expect(isScaleError(1, 1020)).toBe(false)
  })

  it('in sign alone are said to be that', () => {
    expect(read([pair('IncomeTaxesPaidNet', -327, 327)])).toMatchObject({
      classes: ['sign_change'],
      findings: [{ value: 0, direction: 0 }],
    })
  })

  it('in the ratio of a split are explained by it, tagged or not', () => {
    const shares = (before: number, now: number, tag = 'WeightedAverageNumberOfSharesOutstandingBasic') =>
      pair(tag, before, now, { unit: 'shares', decimals: -3 })
    const perShare = pair('EarningsPerShareBasic', 2.58, 0.64, { unit: 'USD/shares', decimals: 2 })
    const diluted = shares(4_454_604_000, 17_818_417_000, 'WeightedAverageNumberOfDilutedSharesOutstanding')
    const basic = shares(4_415_040_000, 17_660_160_000)
    expect(read([basic, diluted, perShare]).classes).toEqual(Array(3).fill('split_adjusted'))
    // One count alone is a coincidence until the ratio is tagged.
    expect(read([basic, perShare]).classes.filter((one) => one === 'split_adjusted')).toEqual([])
    const tagged = stated('StockholdersEquityNoteStockSplitConversionRatio1', 4, { unit: 'pure' })
    expect(read([basic, perShare], { facts: [tagged] }).classes).toEqual(Array(2).fill('split_adjusted'))
    expect(read([perShare], { facts: [tagged] }).classes).toEqual(['split_adjusted'])
    // A reverse split of 1 for 20, tagged as a share of a share.
    const reverse = [shares(2_000_000, 100_000), shares(2_200_000, 110_000, 'CommonStockSharesOutstanding')]
    expect(splitRatio(reverse, [])).toBeCloseTo(1 / 20)
    expect(read([pair('CommonStockSharesAuthorized', 200, 500, { unit: 'shares' })]).classes).toEqual([
      'unexplained',
    ])
  })

  it('are ascribed to a new standard that the filing tags for the concept', () => {
    const tagged = stated('DeferredRevenue', 5, {
      dimensions: {
        'us-gaap:AdjustmentsForNewAccountingPronouncementsAxis':
          'us-gaap:AccountingStandardsUpdate201409Member',
      },
    })
    const { classes } = read([pair('DeferredRevenue', 100, 90), pair('Other', 100, 80)], { facts: [tagged] })
    expect(classes.toSorted()).toEqual(['accounting_change', 'unexplained'])
  })

  it('are ascribed to an operation given up since, but for the bottom line', () => {
    const facts = [stated('IncomeLossFromDiscontinuedOperationsNetOfTax', 50, { period: LAST_YEAR })]
    const revised = [pair('CustomConcept', 100, 80), pair('NetIncomeLoss', 100, 80)]
    expect(read(revised, { facts }).classes.toSorted()).toEqual(['discontinued_ops', 'unexplained'])
    // The same disposal was stated before: it moved nothing since.
    const context = [
      stated('IncomeLossFromDiscontinuedOperationsNetOfTax', 50, { period: LAST_YEAR, ...EARLIER }),
    ]
    expect(read(revised, { facts, context }).classes).toEqual(['unexplained', 'unexplained'])
  })

  it('below a total that is the same in both filings are a reclassification', () => {
    const instant = { period: LAST_YEAR_END }
    const revised = [pair('OtherAssetsCurrent', 100, 80, instant), pair('InventoryNet', 10, 30, instant)]
    const total = stated('AssetsCurrent', 1000, instant)
    expect(
      read(revised, { facts: [total], context: [stated('AssetsCurrent', 1002, { ...instant, ...EARLIER })] })
        .classes,
    ).toEqual(['reclass', 'reclass'])
    expect(
      read(revised, { facts: [total], context: [stated('AssetsCurrent', 1020, { ...instant, ...EARLIER })] })
        .classes,
    ).toEqual(['unexplained', 'unexplained'])
    expect(read(revised, { facts: [total] }).classes).toEqual(['unexplained', 'unexplained'])
  })

  it('that were announced are no silent ones', () => {
    const revised = [pair('Liabilities', 100, 80, { period: LAST_YEAR_END })]
    expect(read(revised, { form_type: '10-K/A' }).classes).toEqual(['announced'])
    expect(read(revised, { items: ['4.02', '9.01'] }).classes).toEqual(['announced'])
    expect(read(revised, { items: ['2.02'] }).classes).toEqual(['unexplained'])
    // The statement said not to be relied on came after the 8-K.
    expect(read(revised, { items: ['4.02'], reported_on: '2024-01-05' }).classes).toEqual(['unexplained'])
    const flag = stated('dei:DocumentFinStmtErrorCorrectionFlag', 'true')
    expect(read(revised, { facts: [flag] }).classes).toEqual(['announced'])
    const axis = stated('Liabilities', -20, {
      period: LAST_YEAR_END,
      dimensions: { 'srt:RestatementAxis': 'srt:RestatementAdjustmentMember' },
    })
    // A total that moves by the same amount is announced with it.
    const moved = pair('LiabilitiesOfOneKind', 90, 70, { period: LAST_YEAR_END })
    expect(read([...revised, moved], { facts: [axis] }).classes).toEqual(['announced', 'announced'])
  })

  it('need an income to be measured by, and a mistake of scale does not', () => {
    const revised = [pair('Other', 100, 80), pair('Third', 5000, 5)]
    const { filing, facts } = filingWithFacts([...COVER])
    const since = { compared: 2, revised, context: [] }
    expect(silentRevision.extract(given(filing, { facts, since, currentReports: [] }))).toMatchObject({
      status: 'ok_found',
      findings: [{ subject: 'scale_error' }],
      omitted: [{ status: 'insufficient_data', missing: ['net_income'] }],
    })
    const alone = { ...since, revised: revised.slice(0, 1) }
    expect(silentRevision.extract(given(filing, { facts, since: alone, currentReports: [] }))).toEqual({
      status: 'insufficient_data',
      missing: ['net_income'],
    })
  })

  it('are none where nothing was stated before, nothing differs, or nothing is tagged', () => {
    const { filing, facts } = filingWithFacts([...COVER, ...INCOME])
    const none = { compared: 0, revised: [], context: [] }
    const extract = (data: object) =>
      silentRevision.extract(given(filing, { facts, currentReports: [], ...data }))
    expect(extract({ since: none })).toEqual({ status: 'not_applicable', reason: 'nothing_stated_before' })
    expect(extract({ since: { ...none, compared: 7 } })).toEqual({
      status: 'ok_none',
      reason: 'nothing_revised',
    })
    expect(extract({ facts: [], since: none })).toEqual({ status: 'not_applicable', reason: 'no_xbrl_facts' })
  })

  it('are listed up to a bound, and quoted up to a smaller one', () => {
    const revised = Array.from({ length: 300 }, (_, index) => pair(`Concept${index}`, 100, 150))
    const [finding] = read(revised).findings
    expect(finding?.payload).toMatchObject({ revised: 300, by_class: { unexplained: 300 } })
    expect(finding?.payload?.revisions).toHaveLength(100)
    expect(finding?.evidence).toHaveLength(20)
  })

  it('are looked for in periodic reports only', () => {
    expect(['10-K', '10-Q/A', '20-F'].every((form) => silentRevision.applies(form))).toBe(true)
    expect(['8-K', 'DEF 14A', 'S-1'].some((form) => silentRevision.applies(form))).toBe(false)
  })
})
