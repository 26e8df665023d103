import fc from 'fast-check'
import { Value } from 'typebox/value'
import { describe, expect, it } from 'vitest'
import { outcomeReasons } from '../reasons.ts'
import { annualReport, answerOf, company, outcomeOf, statedFact, YEARS } from './books-fixture.ts'
import { accountingRules } from './index.ts'

const SCORES = accountingRules.flatMap((rule) =>
  rule.signal_types.map(({ signal_type: type }) => ({ rule, type })),
)
/** Needs quarters, or a hundred amounts, which the invented company does not state. */
const OTHERWISE_TESTED = ['gross_margin_drift', 'benford_mad', 'cash_runway']
/** The size of a company is a part of the score. */
const NOT_SCALE_INVARIANT = ['ohlson_o']

const ofCompany = SCORES.filter(({ type }) => !OTHERWISE_TESTED.includes(type))

describe('every accounting score', () => {
  // Worked out by hand from the statements of the invented company, in `books-fixture.ts`.
  it.each([
    ['altman_z2', 6.56 * 0.2 + 3.26 / 3 + 6.72 * (2 / 15) + 1.05 * (8 / 7)],
    ['altman_z', 1.2 * 0.2 + 1.4 / 3 + 3.3 * (2 / 15) + 0.6 * (20 / 7) + 0.8],
    ['piotroski_f', 9],
    ['sloan_accruals', (1000 - 500 - (200 - 50 - 20) - 500) / 14_000],
    ['cf_accruals', -380 / 14_000],
    ['pct_accruals', -0.25],
    ['montier_c', 2],
    ['dso', (365 * 1800) / 12_000],
    ['dio', (365 * 1150) / 7000],
    ['dpo', (365 * 850) / 7100],
    ['ccc', (365 * 1800) / 12_000 + (365 * 1150) / 7000 - (365 * 850) / 7100],
    ['inventory_vs_sales', 0.2 - 1 / 11],
    ['cash_conversion', 1.25],
    ['goodwill_impairment', 0.1],
    ['zmijewski_x', -4.336 - (4.513 * 1520) / 15_000 + (5.679 * 7) / 15 + 0.008],
    ['noa_scaled', (400 + 2500 + 8000 - 2000) / 13_000],
    ['asset_growth', 2 / 13],
    ['net_external_fin', (50 - 400 + 600 - 300) / 14_000],
    ['deferred_revenue_delta', 50 / 14_000],
    ['rpo_growth', 0.1],
    ['tax_rate_anomaly', 100 * (0.2 - (0.22 + 0.21) / 2)],
    ['capex_vs_dep', 1.4],
    ['sbc_intensity', 0.02],
  ])('%s is what its formula says', (type, expected) => {
    const rule = SCORES.find((each) => each.type === type)?.rule
    if (!rule) throw new Error(type)
    expect(answerOf(outcomeOf(rule), type)).toBeCloseTo(expected, 12)
  })

  it('has a payload as described, evidence of its own facts, and inputs with rank and accession number', () => {
    for (const rule of accountingRules) {
      const outcome = outcomeOf(rule)
      if (outcome.status !== 'ok_found') continue
      for (const finding of outcome.findings) {
        const type = rule.signal_types.find((each) => each.signal_type === finding.signal_type)
        if (type?.payload_schema) expect(Value.Check(type.payload_schema, finding.payload)).toBe(true)
        else expect(finding.payload).toBeNull()
        expect(finding.evidence.length).toBeGreaterThan(0)
        expect(finding.evidence.length).toBeLessThanOrEqual(20)
        for (const input of finding.inputs.filter(({ concept }) => concept?.startsWith('us-gaap:'))) {
          expect(input, finding.signal_type).toMatchObject({ unit: expect.any(String), decimals: 0 })
          expect(input.accession_number).toMatch(/^0009990001-2[34]-000001$/)
        }
      }
    }
  })

  it('does not apply to financial firms, funds, shells and statements under IFRS', () => {
    const shell = company()
    shell.facts.push(statedFact('dei:EntityShellCompany', `${YEARS[0].start}/${YEARS[0].end}`, 'true'))
    const bank = company()
    bank.facts.push(statedFact('Deposits', YEARS[0].end, 1))
    const ifrs = { facts: [statedFact('ifrs-full:Assets', YEARS[0].end, 1)], earlier: [] }
    for (const rule of accountingRules) {
      const reasonOf = (outcome: ReturnType<typeof outcomeOf>) =>
        outcome.status === 'not_applicable' ? outcome.reason : outcome.status
      expect(reasonOf(outcomeOf(rule, company(), annualReport({ sic: '6022' })))).toBe('financial_firm')
      expect(reasonOf(outcomeOf(rule, company(), annualReport({ sic: '6798' })))).toBe('financial_firm')
      expect(reasonOf(outcomeOf(rule, company(), annualReport({ sic: '6770' })))).toBe('shell')
      expect(reasonOf(outcomeOf(rule, company(), annualReport({ sic: '6726' })))).toBe('fund')
      expect(
        reasonOf(outcomeOf(rule, company(), annualReport({ sic: null, file_number: '814-00001' }))),
      ).toBe('fund')
      expect(reasonOf(outcomeOf(rule, shell))).toBe('shell')
      expect(reasonOf(outcomeOf(rule, ifrs))).toBe('ifrs')
      // A filing without an industry in its header is told by what it states.
      expect(reasonOf(outcomeOf(rule, bank, annualReport({ sic: null })))).toBe('financial_firm')
      expect(outcomeOf(rule, bank, annualReport({ sic: '3569' })).status).not.toBe('not_applicable')
    }
  })

  it('names what is missing of a filing without XBRL, and of an amendment without statements', () => {
    const cover = {
      facts: [statedFact('dei:EntityRegistrantName', '2023-12-31', 'Harborlight')],
      earlier: [],
    }
    for (const rule of accountingRules) {
      expect(outcomeOf(rule, { facts: [], earlier: [] })).toEqual({
        status: 'insufficient_data',
        missing: ['xbrl_facts'],
        reason: 'no_xbrl_facts',
      })
      const amendment = outcomeOf(rule, cover, annualReport({ form_type: '10-K/A' }))
      expect(amendment.status, rule.name).toBe('insufficient_data')
    }
  })

  it('computes a complete amendment with its own numbers, and quarterly reports only where the catalogue says so', () => {
    for (const { rule, type } of ofCompany) {
      const original = answerOf(outcomeOf(rule), type)
      expect(answerOf(outcomeOf(rule, company(), annualReport({ form_type: '10-K/A' })), type)).toBe(original)
    }
    const quarterly = accountingRules.filter((rule) => rule.applies('10-Q')).map(({ name }) => name)
    expect(quarterly.sort()).toEqual(['cash_runway', 'goodwill_impairment', 'gross_margin_drift'])
    for (const rule of accountingRules)
      for (const form of ['8-K', '10-KT', '6-K']) expect(rule.applies(form)).toBe(false)
  })

  it('explains each reason it can give', () => {
    const reasons = new Set<string>()
    const odd = company({
      values: { NetIncomeLoss: [-1, -1, -1], Revenues: [0, 0, 0], Assets: [15_000, 13_000, 0] },
    })
    for (const rule of accountingRules) {
      for (const data of [company(), odd, { ...company(), earlier: [] }, company({ unit: 'EUR' })]) {
        const outcome = outcomeOf(rule, data)
        if ('reason' in outcome && outcome.reason) reasons.add(outcome.reason)
        if ('omitted' in outcome) for (const { reason } of outcome.omitted ?? []) reasons.add(reason)
      }
    }
    for (const reason of reasons) expect(Object.keys(outcomeReasons)).toContain(reason)
  })

  it('has no value when any input it names is missing', () => {
    for (const { rule, type } of ofCompany) {
      const whole = outcomeOf(rule)
      if (whole.status !== 'ok_found') throw new Error(`${type} ${whole.status}`)
      const finding = whole.findings.find((each) => each.signal_type === type)
      if (!finding) throw new Error(type)
      const concepts = [...new Set(finding.inputs.flatMap(({ concept }) => concept ?? []))]
      fc.assert(
        fc.property(fc.subarray(concepts, { minLength: 1 }), (missing) => {
          const without = (facts: ReturnType<typeof company>['facts']) =>
            facts.filter(({ concept }) => !missing.includes(concept))
          const { facts, earlier } = company()
          const value = answerOf(outcomeOf(rule, { facts: without(facts), earlier: without(earlier) }), type)
          if (missing.every((concept) => MAY_BE_MISSING[type]?.has(concept))) return
          expect(typeof value, `${type} without ${missing.join(' ')} is ${value}`).toBe('string')
        }),
        { numRuns: 30 },
      )
    }
  })

  it('does not depend on the unit amounts are counted in, but for the score in which size counts', () => {
    fc.assert(
      fc.property(fc.constantFrom(1, 1_000, 1_000_000), fc.integer({ min: 1, max: 900 }), (scale, size) => {
        for (const { rule, type } of ofCompany) {
          if (NOT_SCALE_INVARIANT.includes(type)) continue
          const small = answerOf(outcomeOf(rule, company({ scale: size })), type) as number
          const large = answerOf(outcomeOf(rule, company({ scale: size * scale })), type) as number
          expect(Math.abs(large - small), type).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(small)))
        }
      }),
      { numRuns: 10 },
    )
  })

  it('gives the same answer for the same facts in another order', () => {
    for (const rule of accountingRules) {
      const { facts, earlier } = company()
      const straight = outcomeOf(rule)
      const turned = outcomeOf(rule, { facts: facts.toReversed(), earlier: earlier.toReversed() })
      for (const { signal_type: type } of rule.signal_types) {
        expect(answerOf(turned, type)).toEqual(answerOf(straight, type))
      }
      expect(JSON.stringify(outcomeOf(rule))).toBe(JSON.stringify(straight))
    }
  })
})

/** Concepts a score can do without, by its formula, and those that another one stands in for. */
const MAY_BE_MISSING: Record<string, ReadonlySet<string>> = {
  // Indices of depreciation and overheads are 1; gross profit follows from revenue and cost.
  beneish_m: new Set([
    'us-gaap:Depreciation',
    'us-gaap:SellingGeneralAndAdministrativeExpense',
    'us-gaap:GrossProfit',
  ]),
  piotroski_f: new Set(['us-gaap:GrossProfit']),
  cash_conversion: new Set(['us-gaap:PaymentsToAcquirePropertyPlantAndEquipment']),
  goodwill_impairment: new Set(['us-gaap:StockholdersEquity']),
  // One of the two kinds of issue is enough to know that there was one.
  dechow_f: new Set(['us-gaap:ProceedsFromIssuanceOfCommonStock']),
}
