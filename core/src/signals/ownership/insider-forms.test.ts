import { expect, test } from 'vitest'
import { mayHoldHistory, mayHoldTradesAround } from './insider-forms.ts'

const form = (form_type: string, accepted: string, period_of_report: string | null) => ({
  accession_number: accepted,
  cik: '0009000001',
  form_type,
  accepted_at: `${accepted}T21:00:00Z`,
  period_of_report,
})

test('a form asks again only for forms that can hold a trade of its window', () => {
  const filing = form('4', '2024-05-08', '2024-05-06')
  expect(mayHoldTradesAround(filing, form('4', '2024-02-09', '2024-02-08'))).toBe(true)
  // A late form may report a trade of the window though its first transaction lies far back.
  expect(mayHoldTradesAround(filing, form('4', '2024-02-09', '2021-02-08'))).toBe(true)
  expect(mayHoldTradesAround(filing, form('4', '2023-12-29', '2023-12-28'))).toBe(false)
  expect(mayHoldTradesAround(form('4', '2024-05-08', null), form('4', '2023-05-29', '2023-05-28'))).toBe(true)
  expect(
    mayHoldTradesAround(form('5', '2024-02-08', '2023-12-31'), form('4', '2023-02-01', '2023-01-30')),
  ).toBe(true)
})

test('a habit rests on the three calendar years before', () => {
  const filing = form('4', '2024-05-08', '2024-05-06')
  expect(mayHoldHistory(filing, form('4', '2021-01-05', '2021-01-04'))).toBe(true)
  expect(mayHoldHistory(filing, form('4', '2024-01-05', '2023-12-29'))).toBe(true)
  expect(mayHoldHistory(filing, form('4', '2024-04-05', '2024-04-03'))).toBe(false)
  expect(mayHoldHistory(filing, form('4', '2019-12-05', '2019-12-03'))).toBe(false)
  expect(mayHoldHistory(filing, form('5', '2024-02-05', '2023-12-31'))).toBe(true)
})
