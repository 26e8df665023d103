import { describe, expect, it } from 'vitest'
import { assertAllEvidence } from '../../evidence/verify.ts'
import {
  type FilingFixture,
  type FixtureBlock,
  filingFixture,
  given,
  joinedSources,
} from '../filing-fixture.ts'
import type { Outcome } from '../signal.ts'
import { riskFactorDiff } from './risk-factor-diff.ts'

type Factor = readonly [title: string, text: string]

const FIRE: Factor = [
  'A fire at our only foundry could stop production.',
  'All castings are poured in one building in Harbor City. Furnaces run day and night, insurance covers rebuilding but not lost orders, and no other foundry is qualified for our alloys.',
]
const SUPPLIER: Factor = [
  'We depend on a single supplier of cobalt.',
  'Northgate Minerals delivers every kilogram of cobalt we use under a contract that ends next spring. Prices are renegotiated each quarter and shipments pass through a strait that closes in storms.',
]
const TALENT: Factor = [
  'We may fail to keep metallurgists.',
  'Universities graduate fewer than forty metallurgists a year and competitors pay signing bonuses. Losing three of ours would delay the furnace upgrade by months.',
]
const CYBER: Factor = [
  'Attackers could enter our control systems.',
  'Remote maintenance opens networks to intruders. Stolen recipes, ransom demands and falsified sensor readings would harm customers and our reputation alike.',
]
const SUPPLIER_REWRITTEN: Factor = [
  'We depend on a single supplier of cobalt and nickel.',
  'Northgate Minerals delivers every kilogram of cobalt and nickel we use under a contract that was extended for two years. Prices follow an index, and shipments pass through a strait that pirates patrol.',
]

const SECTION: Record<string, [key: string, title: string]> = {
  '10-K': ['10k.item_1a', 'Item 1A. Risk Factors'],
  '10-Q': ['10q.part2_item_1a', 'Item 1A. Risk Factors'],
}

function report(
  factors: readonly Factor[],
  fixture: Partial<FilingFixture> & { lead?: string; opening?: Partial<FixtureBlock> },
) {
  const form = fixture.form_type ?? '10-K'
  const [key, title] = SECTION[form] ?? ['', '']
  return filingFixture({
    form_type: form,
    period_of_report: '2023-12-31',
    ...fixture,
    blocks: [
      'Cover page of the report.',
      { text: title, kind: 'heading', bold: true, section: key, ...fixture.opening },
      ...(fixture.lead ? [fixture.lead] : []),
      ...factors.flatMap(([heading, text]): (string | FixtureBlock)[] => [
        { text: heading, kind: 'heading', bold: true },
        text,
      ]),
      { text: 'Item 1B. Unresolved Staff Comments', kind: 'heading', bold: true, section: '10k.item_1b' },
      'None.',
    ],
  })
}

const PRIOR = {
  accession_number: '0009990001-23-000001',
  filing_date: '2023-02-15',
  period_of_report: '2022-12-31',
}

function compare(current: readonly Factor[], earlier: readonly Factor[], form_type = '10-K') {
  const now = report(current, { form_type })
  const then = report(earlier, { form_type, ...PRIOR })
  return {
    outcome: riskFactorDiff.extract(given(now.filing, { prior: then.filing })),
    sources: joinedSources(now.sources, then.sources),
  }
}

function counts(outcome: Outcome) {
  if (outcome.status !== 'ok_found') throw new Error(`${outcome.status} ${outcome.reason}`)
  return Object.fromEntries(outcome.findings.map((finding) => [finding.signal_type, finding.value]))
}

describe('risk factors compared with the year before', () => {
  it('are counted as added, removed and rewritten, each quoted whole', async () => {
    const { outcome, sources } = compare([CYBER, SUPPLIER_REWRITTEN, FIRE], [FIRE, SUPPLIER, TALENT])
    expect(counts(outcome)).toEqual({ rf_added: 1, rf_removed: 1, rf_modified: 1 })
    if (outcome.status !== 'ok_found') return
    const [added, removed, modified] = outcome.findings
    expect(added?.evidence).toMatchObject([
      { kind: 'pair', left: null, right: { quote: CYBER.join('\n\n') } },
    ])
    expect(removed?.evidence).toMatchObject([
      { kind: 'pair', left: { quote: TALENT.join('\n\n') }, right: null },
    ])
    expect(modified?.evidence).toMatchObject([
      { left: { quote: SUPPLIER.join('\n\n') }, right: { quote: SUPPLIER_REWRITTEN.join('\n\n') } },
    ])
    expect(added?.direction).toBe(-1)
    expect(removed?.direction).toBe(0)
    expect(modified?.direction).toBe(0)
    const inputs = Object.fromEntries(added?.inputs.map(({ name, value }) => [name, value]) ?? [])
    expect(inputs).toEqual({
      risk_factors: 3,
      prior_risk_factors: 3,
      same: 1,
      added: 1,
      removed: 1,
      modified: 1,
      evidence_total: 1,
    })
    await assertAllEvidence(outcome.findings, sources)
  })

  it('are unchanged when only their order changed, which is no signal', () => {
    expect(compare([TALENT, FIRE, SUPPLIER], [FIRE, SUPPLIER, TALENT]).outcome).toEqual({
      status: 'ok_none',
      reason: 'risk_factors_unchanged',
    })
  })

  it('give a signal only for what happened', () => {
    expect(counts(compare([FIRE, SUPPLIER, CYBER], [FIRE, SUPPLIER]).outcome)).toEqual({ rf_added: 1 })
    expect(counts(compare([FIRE, SUPPLIER], [FIRE, SUPPLIER, CYBER]).outcome)).toEqual({ rf_removed: 1 })
  })

  it('are read from part II of quarterly reports', () => {
    expect(counts(compare([FIRE, SUPPLIER, CYBER], [FIRE, SUPPLIER], '10-Q').outcome)).toEqual({
      rf_added: 1,
    })
  })

  it.each([
    ['There have been no material changes to the risk factors in our annual report.', undefined],
    ['Except as disclosed in our annual report, there have been no material changes.', undefined],
    ['Consider the factors in Part I, Item 1A of our annual report.', 'refers_elsewhere'],
  ])(
    'are none when a quarterly report only refers to the annual one, whatever stood there before: %s',
    (lead, note) => {
      const now = report([], { form_type: '10-Q', lead, ...(note ? { opening: { note } } : {}) })
      for (const earlier of [[], [FIRE, SUPPLIER, TALENT]]) {
        const then = report(earlier, { form_type: '10-Q', ...(earlier.length ? {} : { lead }), ...PRIOR })
        if (earlier.length === 0 && note) continue
        expect(riskFactorDiff.extract(given(now.filing, { prior: then.filing }))).toEqual({
          status: 'ok_none',
          reason: 'no_risk_factors_listed',
        })
      }
    },
  )

  it('are added when a quarterly report lists some and the one a year earlier listed none', () => {
    const lead = 'There have been no material changes to the risk factors in our annual report.'
    const now = report([FIRE, CYBER], { form_type: '10-Q' })
    const then = report([], { form_type: '10-Q', lead, ...PRIOR })
    expect(counts(riskFactorDiff.extract(given(now.filing, { prior: then.filing })))).toEqual({ rf_added: 2 })
  })

  it('are not compared between a quarterly report that lists all and one that lists what is new', () => {
    const all = Array.from(
      { length: 12 },
      (_, index): Factor => [
        `Plant number ${'abcdefghijkl'[index]} may be closed by regulators.`,
        `${FIRE[1]} ${'abcdefghijkl'[index]}`,
      ],
    )
    const differ = { status: 'not_applicable', reason: 'listing_styles_differ' }
    expect(compare([FIRE, CYBER], all, '10-Q').outcome).toEqual(differ)
    expect(compare(all, [FIRE, CYBER], '10-Q').outcome).toEqual(differ)
    expect(compare([FIRE, CYBER], all, '10-K').outcome.status).toBe('ok_found')
  })

  it.each([
    ['section_absent', 'not_applicable', { opening: { status: 'absent' as const } }],
    ['section_not_found', 'failed', { opening: { status: 'failed' as const } }],
    ['section_uncertain', 'failed', { opening: { status: 'uncertain' as const } }],
    ['not_required_of_filer', 'not_applicable', { lead: 'Not required for smaller reporting companies.' }],
    [
      'incorporated_by_reference',
      'not_applicable',
      { lead: 'See the annual report.', opening: { note: 'incorporated_by_reference' } },
    ],
    [
      'answered_not_applicable',
      'not_applicable',
      { lead: 'Not applicable.', opening: { note: 'not_applicable' } },
    ],
  ])('are %s (%s) where the section says so, on either side', (reason, status, fixture) => {
    const good = report([FIRE, SUPPLIER], {})
    const goodPrior = report([FIRE, SUPPLIER], PRIOR)
    expect(riskFactorDiff.extract(given(report([], fixture).filing, { prior: goodPrior.filing }))).toEqual({
      status,
      reason,
    })
    expect(
      riskFactorDiff.extract(given(good.filing, { prior: report([], { ...fixture, ...PRIOR }).filing })),
    ).toEqual({
      status,
      reason: `prior_${reason}`,
    })
  })

  it('are told when there is no text or nothing to compare with', () => {
    const { filing } = report([FIRE, SUPPLIER], {})
    expect(riskFactorDiff.extract(given(filing, { prior: null }))).toEqual({
      status: 'not_applicable',
      reason: 'no_prior_filing',
    })
    expect(riskFactorDiff.extract(given({ ...filing, documents: [] }, { prior: filing }))).toEqual({
      status: 'failed',
      reason: 'text_unavailable',
    })
  })

  it('that cannot be told apart are a failure, and before December 2005 the item was not in force', () => {
    const unsplit = report([], { lead: 'x'.repeat(40) })
    expect(riskFactorDiff.extract(given(unsplit.filing, { prior: null }))).toEqual({
      status: 'failed',
      reason: 'risk_factors_not_separated',
    })
    const old = filingFixture({ filing_date: '2003-03-01', blocks: ['Annual report'] })
    expect(riskFactorDiff.extract(given(old.filing, { prior: null }))).toEqual({
      status: 'not_applicable',
      reason: 'item_not_in_force',
    })
    const later = filingFixture({ filing_date: '2008-03-01', blocks: ['Annual report'] })
    expect(riskFactorDiff.extract(given(later.filing, { prior: null }))).toEqual({
      status: 'failed',
      reason: 'section_not_found',
    })
  })

  it('are read from annual and quarterly reports, never from amendments or small business forms', () => {
    expect(['10-K', '10-K405', '10-Q'].every((form) => riskFactorDiff.applies(form))).toBe(true)
    expect(['10-K/A', '10-KSB', '10-QSB', '8-K'].some((form) => riskFactorDiff.applies(form))).toBe(false)
  })
})
