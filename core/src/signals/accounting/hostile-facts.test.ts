import fc from 'fast-check'
import { Value } from 'typebox/value'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../fingerprint.ts'
import { annualReport, company, outcomeOf } from './books-fixture.ts'
import { accountingRules } from './index.ts'

const odd = fc.oneof(
  fc.constantFrom(0, -0, 1, -1, 1e-300, -1e-300, 1e300, -1e300, Number.MAX_VALUE, Number.MIN_VALUE),
  fc.integer({ min: -1_000_000, max: 1_000_000 }),
  fc.double({ noNaN: true }),
)
const date = fc.constantFrom('2023-12-31', '2022-12-31', '2023-01-01', '0001-01-01', '9999-12-31', null)

describe('facts of any kind', () => {
  it('never stop a rule, and never make it say what is not a number', { timeout: 120_000 }, () => {
    const { facts, earlier } = company()
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            at: fc.nat(facts.length - 1),
            value: fc.option(odd),
            period_start: date,
            period_end: date,
            keepPeriod: fc.boolean(),
            unit: fc.constantFrom('USD', 'EUR', 'shares', '', null),
            keepUnit: fc.boolean(),
            decimals: fc.option(fc.integer({ min: -30, max: 30 })),
          }),
          { maxLength: 40 },
        ),
        fc.constantFrom('10-K', '10-Q', '20-F', '10-K/A'),
        (changes, form) => {
          const changed = [...facts]
          for (const { at, keepPeriod, keepUnit, value, unit, decimals, ...period } of changes) {
            const fact = changed[at] as (typeof facts)[number]
            changed[at] = {
              ...fact,
              value,
              decimals,
              ...(keepPeriod ? {} : period),
              ...(keepUnit ? {} : { unit }),
            }
          }
          const filing = annualReport({ form_type: form })
          for (const rule of accountingRules.filter((each) => each.applies(form))) {
            const outcome = outcomeOf(rule, { facts: changed, earlier }, filing)
            expect(outcome.status).not.toBe('failed')
            if (outcome.status !== 'ok_found') continue
            for (const finding of outcome.findings) {
              expect(Number.isFinite(finding.value), finding.signal_type).toBe(true)
              const schema = rule.signal_types.find(
                ({ signal_type: type }) => type === finding.signal_type,
              )?.payload_schema
              if (schema) expect(Value.Check(schema, finding.payload), finding.signal_type).toBe(true)
              expect(() => canonicalJson(finding)).not.toThrow()
            }
          }
        },
      ),
      { numRuns: 150 },
    )
  })
})
