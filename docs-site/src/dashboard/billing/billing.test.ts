import { expect, it } from 'vitest'
import { dollarsToEdit, parseDollars, unitsFor } from './money.ts'
import { consequenceOf } from './plan-dialog.tsx'

it.each([
  ['12', 1200],
  ['12.5', 1250],
  ['$1,200.05', 120_005],
  [' 0 ', 0],
  ['12,5', null],
  ['1.234', null],
  ['-3', null],
  ['a', null],
  ['', null],
])('%j as money is %s cents', (text, cents) => {
  expect(parseDollars(text)).toBe(cents)
})

it('an amount that is shown to be changed is read as itself', () => {
  for (const cents of [0, 1, 99, 100, 1250, 120_005]) expect(parseDollars(dollarsToEdit(cents))).toBe(cents)
})

it('a budget buys whole units only', () => {
  expect(unitsFor(1250, 80)).toBe(15_625)
  expect(unitsFor(1, 30)).toBe(33)
})

it('a larger plan is in force at once, a smaller one next month, and the same one takes a change back', () => {
  const offer = {
    name: 'pro',
    title: 'Pro',
    monthly_quota: 1,
    price_cents: 29_900,
    overage_cents_per_1000: 30,
  }
  const current = { name: 'build', price_cents: 4_900, next_plan: null }
  expect(consequenceOf(current, offer)).toContain('at once')
  expect(consequenceOf({ ...current, name: 'scale', price_cents: 149_900 }, offer)).toContain('next month')
  expect(consequenceOf({ ...current, name: 'pro' }, offer)).toContain('the plan you have')
  expect(consequenceOf({ ...current, name: 'pro', next_plan: 'free' }, offer)).toContain('back')
})
