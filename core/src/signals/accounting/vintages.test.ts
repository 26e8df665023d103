import { describe, expect, it } from 'vitest'
import { statedFact } from './books-fixture.ts'
import { fourthQuarter, revisions, vintage } from './vintages.ts'

const said = (value: number, accepted_at: string, period = '2021-01-01/2021-12-31') =>
  statedFact('NetIncomeLoss', period, value, {
    accepted_at,
    accession_number: `0009990001-${accepted_at.slice(2, 4)}-0000${accepted_at.slice(5, 7)}`,
  })

describe('what was said when', () => {
  const stated = [
    said(3, '2022-08-01T20:00:00Z'),
    said(1, '2021-11-01T20:00:00Z'),
    said(1, '2022-03-01T20:00:00Z'),
  ]

  it('has a first, a latest, and one as of any moment', () => {
    expect(vintage(stated, 'first')?.accepted_at).toBe('2021-11-01T20:00:00Z')
    expect(vintage(stated, 'latest')?.value).toBe(3)
    expect(vintage(stated, { as_of: '2022-03-01T20:00:00Z' })?.accepted_at).toBe('2022-03-01T20:00:00Z')
    expect(vintage(stated, { as_of: '2021-10-31T00:00:00Z' })).toBeNull()
    expect(vintage([], 'latest')).toBeNull()
  })

  it('was revised when it changed by more than rounding explains', () => {
    expect(revisions(stated)).toEqual([Date.parse('2022-08-01T20:00:00Z')])
    const rounded = { ...said(0, '2022-09-01T20:00:00Z'), value: 3.4, decimals: 0 }
    expect(revisions([stated[0] as typeof rounded, rounded])).toEqual([])
  })
})

// Celsius: the quarters of 2021 were restated by the annual report, the nine months only by the next year's third quarter.
describe('the fourth quarter (V42)', () => {
  const NINE = '2021-01-01/2021-09-30'
  const year = [said(3_937_273, '2022-03-16T20:00:00Z')]
  const old = said(7_291_559, '2021-11-12T20:00:00Z', NINE)
  const corrected = said(-8_005_000, '2022-11-09T20:00:00Z', NINE)
  const restated = ['2022-03-16T20:00:00Z']

  it('is not the year less nine months of other books', () => {
    expect(fourthQuarter(year, [old], '2022-06-01T00:00:00Z', restated)).toBeNull()
  })

  it('is the year less the nine months as they were stated again', () => {
    expect(fourthQuarter(year, [old, corrected], '2022-11-10T00:00:00Z', restated)?.value).toBe(11_942_273)
  })

  it('is the difference where nothing was restated, and nothing before both are known', () => {
    expect(fourthQuarter(year, [old], '2022-06-01T00:00:00Z')?.value).toBe(3_937_273 - 7_291_559)
    expect(fourthQuarter(year, [old], '2022-01-01T00:00:00Z')).toBeNull()
  })

  it('is not known when the year itself was revised after its nine months', () => {
    const twice = [...year, said(3_000_000, '2022-05-01T20:00:00Z')]
    expect(fourthQuarter(twice, [old], '2022-06-01T00:00:00Z')).toBeNull()
  })
})
