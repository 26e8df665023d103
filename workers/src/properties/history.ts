import fc from 'fast-check'
import type { InventedFiling } from '../testing/invented-services.ts'

/** One thing that happens to a filing, or to the rules. */
export type Step =
  | { kind: 'parse' | 'extract' | 'publish' | 'take in' | 'read again'; filing: number }
  /** A release in which a rule answers otherwise. */
  | { kind: 'release'; rule: number }

/** Filings of one company, and what happens in which order; steps of one group happen at the same time. */
export interface History {
  filings: Omit<InventedFiling, 'accession_number' | 'cik'>[]
  groups: Step[][]
}

export const RULES = 3
const FORMS = ['10-K', '10-K', '10-K', '8-K', '10-K/A']
const MOST_FILINGS = 4

/** All steps of a filing at once come more often than single ones, so that there is a past to ask about. */
const KINDS = [
  'parse',
  'extract',
  'extract',
  'publish',
  'take in',
  'take in',
  'take in',
  'read again',
] as const

const filing = fc.record({
  form: fc.constantFrom(...FORMS),
  year: fc.integer({ min: 2021, max: 2024 }),
  day: fc.integer({ min: 1, max: 28 }),
  words: fc.integer({ min: 1, max: 4 }),
})

const step = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.record({
      kind: fc.constantFrom(...KINDS),
      filing: fc.integer({ min: 0, max: MOST_FILINGS - 1 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('release' as const), rule: fc.nat(RULES - 1) }) },
)

/** Any history: steps that make no sense at their moment must do no harm. */
export const histories: fc.Arbitrary<History> = fc
  .record({
    filings: fc.array(filing, { minLength: 2, maxLength: MOST_FILINGS }),
    groups: fc.array(fc.array(step, { minLength: 1, maxLength: 2 }), { minLength: 3, maxLength: 10 }),
  })
  .map(({ filings, groups }) => ({
    filings: filings.map(({ form, year, day, words }, index) => ({
      form_type: form,
      accepted_at: `${year}-02-${String(day).padStart(2, '0')}T2${index % 3}:30:0${index}Z`,
      period_of_report: `${year - 1}-12-31`,
      text: `Report ${index}. ${'word '.repeat(words)}`,
    })),
    groups,
  }))
