import { describe, expect, it } from 'vitest'
import {
  type ComparableFiling,
  choosePrior,
  comparableForm,
  comparableFormTypes,
  isComparablePrior,
} from './prior.ts'

const current: ComparableFiling = {
  accession_number: '0009990001-24-000010',
  cik: '0009990001',
  form_type: '10-Q',
  accepted_at: '2024-05-08T20:31:00Z',
  period_of_report: '2024-03-31',
}
const candidate = (over: Partial<ComparableFiling>): ComparableFiling => ({
  ...current,
  accession_number: '0009990001-23-000010',
  accepted_at: '2023-05-08T20:31:00Z',
  period_of_report: '2023-03-31',
  ...over,
})

describe('the report to compare with', () => {
  it('is of the same company, form and fiscal period one year before', () => {
    expect(isComparablePrior(current, candidate({}))).toBe(true)
    expect(isComparablePrior(current, candidate({ cik: '0009990002' }))).toBe(false)
    expect(isComparablePrior(current, candidate({ form_type: '10-K' }))).toBe(false)
    expect(isComparablePrior(current, candidate({ period_of_report: '2023-06-30' }))).toBe(false)
    expect(isComparablePrior(current, candidate({ period_of_report: '2022-03-31' }))).toBe(false)
    expect(isComparablePrior(current, candidate({ period_of_report: null }))).toBe(false)
    expect(isComparablePrior({ ...current, period_of_report: null }, candidate({}))).toBe(false)
    expect(isComparablePrior(current, current)).toBe(false)
  })

  it('may lie 340 to 390 days back, which takes in 53-week years and rounded period ends', () => {
    const back = (days: number) =>
      candidate({
        period_of_report: new Date(Date.UTC(2024, 2, 31) - days * 86_400_000).toISOString().slice(0, 10),
      })
    expect([339, 340, 364, 371, 390, 391].map((days) => isComparablePrior(current, back(days)))).toEqual([
      false,
      true,
      true,
      true,
      true,
      false,
    ])
  })

  it('is never an amendment, a transition report, or a report accepted later', () => {
    expect(isComparablePrior(current, candidate({ form_type: '10-Q/A' }))).toBe(false)
    expect(isComparablePrior({ ...current, form_type: '10-Q/A' }, candidate({ form_type: '10-Q/A' }))).toBe(
      false,
    )
    expect(isComparablePrior({ ...current, form_type: '10-KT' }, candidate({ form_type: '10-KT' }))).toBe(
      false,
    )
    expect(isComparablePrior(current, candidate({ accepted_at: '2024-05-08T20:31:00.000Z' }))).toBe(false)
    expect(isComparablePrior(current, candidate({ accepted_at: '2024-06-01T00:00:00Z' }))).toBe(false)
  })

  it('may be a 10-K405 for a 10-K, but not a small business report', () => {
    const annual = { ...current, form_type: '10-K' }
    expect(isComparablePrior(annual, candidate({ form_type: '10-K405' }))).toBe(true)
    expect(isComparablePrior(annual, candidate({ form_type: '10-KSB' }))).toBe(false)
    for (const form of ['10-K', '10-K405', '10-KSB', '10-KSB40', '10-Q', '10-QSB']) {
      expect(comparableFormTypes(form)).toContain(form)
      for (const other of comparableFormTypes(form)) expect(comparableForm(other)).toBe(comparableForm(form))
    }
    expect(comparableFormTypes('8-K')).toEqual([])
  })

  it('is the nearest to a year, then the latest accepted, then the last by accession number', () => {
    const far = candidate({
      accession_number: 'a',
      period_of_report: '2023-03-20',
      accepted_at: '2023-05-09T00:00:00Z',
    })
    const early = candidate({ accession_number: 'b', accepted_at: '2023-05-01T00:00:00Z' })
    const late = candidate({ accession_number: 'c', accepted_at: '2023-05-02T00:00:00Z' })
    const twin = candidate({ accession_number: 'd', accepted_at: '2023-05-02T00:00:00Z' })
    for (const order of [
      [far, early, late, twin],
      [twin, late, early, far],
      [late, far, twin, early],
    ]) {
      expect(choosePrior(current, order)?.accession_number).toBe('d')
    }
    expect(choosePrior(current, [far, early])?.accession_number).toBe('b')
    expect(choosePrior(current, [])).toBeNull()
  })
})
