import { expect, test } from 'vitest'
import type { LabelledCase, SignalLabel } from './label.ts'
import { MINIMUM_POSITIVES, measure, wilson } from './measure.ts'

const label: SignalLabel = {
  name: 'a label',
  signal_type: 'going_concern',
  source: 'somebody',
  positive: (value) => value === 'raised',
  cases: async () => [],
}

function cases(count: number, said: string, signal: string | null): LabelledCase[] {
  return Array.from({ length: count }, (_, index) => ({
    accession_number: `${said}-${signal}-${index}`,
    subject: null,
    label: said,
    signal,
  }))
}

test('precision and recall count what is positive, agreement everything', () => {
  const check = measure(label, [
    ...cases(36, 'raised', 'raised'),
    ...cases(4, 'raised', null),
    ...cases(9, 'none', 'raised'),
    ...cases(51, 'none', 'none'),
  ])
  expect(check).toMatchObject({
    labelled: 100,
    agreed: 87,
    agreement: 0.87,
    positives: 40,
    precision: 36 / 45,
    recall: 0.9,
  })
  expect(check.intervals?.recall?.lower).toBeLessThan(0.9)
})

test('too few positives are an anecdote: nothing is published', () => {
  const few = measure(label, cases(MINIMUM_POSITIVES - 1, 'raised', 'raised'))
  expect(few).toMatchObject({ agreed: 29, positives: 29, agreement: null, precision: null, intervals: null })
})

test('a label without a notion of positive is graded by agreement alone', () => {
  const { positive: _, ...plain } = label
  expect(measure(plain, cases(30, 'a', 'a'))).toMatchObject({ agreement: 1, precision: null, recall: null })
})

// Wilson's interval of 8 in 10 as tabulated for 95 %.
test('the interval is that of Wilson', () => {
  expect(wilson(8, 10).lower).toBeCloseTo(0.4902, 4)
  expect(wilson(8, 10).upper).toBeCloseTo(0.9433, 4)
  expect(wilson(0, 30)).toEqual({ lower: 0, upper: expect.closeTo(0.1135, 4) })
  expect(wilson(30, 30).upper).toBe(1)
})
