import { describe, expect, it } from 'vitest'
import { given } from '../filing-fixture.ts'
import { COVER, type FactInShort, filingWithFacts, stated } from '../reported-facts/stated-fixture.ts'
import { faultOf } from '../run-extractor.ts'
import { planAdoptTerminate } from './plan-adopt-terminate.ts'
import { dayOf } from './trading-arrangements.ts'

const QUARTER = '2024-10-01/2024-12-31'
const by = (person: string, arrangement?: string): FactInShort => ({
  period: QUARTER,
  dimensions: {
    'ecd:IndividualAxis': person,
    ...(arrangement ? { 'ecd:TradingArrAxis': arrangement } : {}),
  },
})
const ecd = (tag: string, value: string | number, more: FactInShort = { period: QUARTER }) =>
  stated(`ecd:${tag}`, value, typeof value === 'number' ? { ...more, unit: 'shares' } : more)
const FLAGS = [
  'Rule10b51ArrAdoptedFlag',
  'NonRule10b51ArrAdoptedFlag',
  'Rule10b51ArrTrmntdFlag',
  'NonRule10b51ArrTrmntdFlag',
]
const NOBODY = FLAGS.map((tag) => ecd(tag, 'false'))

function read(facts: ReturnType<typeof stated>[], fixture: object = {}) {
  const { filing, facts: placed, sources } = filingWithFacts([...COVER, ...facts], fixture)
  const outcome = planAdoptTerminate.extract(given(filing, { facts: placed }))
  return { outcome, findings: outcome.status === 'ok_found' ? outcome.findings : [], sources }
}

describe('trading plans of directors and officers', () => {
  it('that were adopted say who, when, and how many shares', async () => {
    const cook = by('aapl:TimCookMember')
    const { findings, sources } = read([
      ecd('TrdArrIndName', '• Tim Cook', cook),
      ecd('TrdArrIndTitle', 'Chief Executive Officer', cook),
      ecd('TrdArrAdoptionDate', 'November 24, 2024', cook),
      ecd('TrdArrDuration', 'P730D', cook),
      ecd('TrdArrExpirationDate', 'December 31, 2026', cook),
      ecd('TrdArrSecuritiesAggAvailAmt', 100_000, cook),
      ecd('Rule10b51ArrAdoptedFlag', 'true', cook),
    ])
    expect(findings).toMatchObject([
      {
        subject: 'aapl:TimCookMember adopted',
        value: 'adopted',
        payload: {
          person: 'Tim Cook',
          title: 'Chief Executive Officer',
          plan: 'rule_10b5_1',
          adopted_on: '2024-11-24',
          terminated_on: null,
          shares: 100_000,
          duration: 'P730D',
          expires: 'December 31, 2026',
        },
      },
    ])
    expect(findings[0]?.status).toBeUndefined()
    expect(await faultOf(planAdoptTerminate, findings, sources)).toBeNull()
  })

  it('that were terminated are that, whenever they had been adopted', () => {
    const john = by('jci:JohnDonofrioMember')
    const { findings } = read([
      ecd('TrdArrIndName', 'John Donofrio', john),
      ecd('TrdArrAdoptionDate', 'December 7, 2022', john),
      ecd('TrdArrTerminationDate', 'November 8, 2024', john),
      ecd('Rule10b51ArrTrmntdFlag', 'true', john),
    ])
    expect(findings).toMatchObject([
      { value: 'terminated', payload: { adopted_on: '2022-12-07', terminated_on: '2024-11-08' } },
    ])
  })

  it('of one person are told apart by their arrangement and share what is said of the person', () => {
    const person = 'nvda:AartiShahMember'
    const { findings } = read([
      ecd('TrdArrIndName', 'Aarti Shah', by(person)),
      ecd('TrdArrTerminationDate', 'November 25, 2024', by(person, 'nvda:OldMember')),
      ecd('Rule10b51ArrTrmntdFlag', 'true', by(person, 'nvda:OldMember')),
      ecd('TrdArrAdoptionDate', 'November 25, 2024', by(person, 'nvda:NewMember')),
      ecd('Rule10b51ArrAdoptedFlag', 'true', by(person, 'nvda:NewMember')),
    ])
    expect(findings.map(({ subject, value, payload }) => [subject, value, payload?.person])).toEqual([
      [`${person} nvda:OldMember terminated`, 'terminated', 'Aarti Shah'],
      [`${person} nvda:NewMember adopted`, 'adopted', 'Aarti Shah'],
    ])
  })

  it('take the kind of plan from a flag of the whole report where the person has none', () => {
    const person = by('ma:SachinMehraMember')
    const { findings } = read([
      ecd('Rule10b51ArrAdoptedFlag', 'true'),
      ecd('TrdArrIndName', 'Sachin Mehra', person),
      ecd('TrdArrAdoptionDate', 'November 1, 2024', person),
    ])
    expect(findings).toMatchObject([{ value: 'adopted', payload: { plan: 'rule_10b5_1' } }])
  })

  it('whose flag and date contradict each other are quarantined', () => {
    const oliver = by('jci:GeorgeOliverMember')
    const { findings } = read([
      ecd('TrdArrAdoptionDate', 'November 24, 2024', oliver),
      ecd('Rule10b51ArrTrmntdFlag', 'true', oliver),
    ])
    expect(findings).toMatchObject([{ value: 'adopted', status: 'quarantined' }])
    expect(findings).toHaveLength(1)
  })

  it('that nobody changed are none; flags that are missing are not a no', () => {
    expect(read(NOBODY).outcome).toEqual({ status: 'ok_none', reason: 'no_plan_changed' })
    expect(read(NOBODY.slice(1)).outcome).toEqual({
      status: 'insufficient_data',
      missing: ['ecd:Rule10b51ArrAdoptedFlag'],
      reason: 'plans_not_tagged',
    })
    expect(read([ecd('Rule10b51ArrAdoptedFlag', 'true'), ...NOBODY.slice(1)]).outcome).toEqual({
      status: 'insufficient_data',
      missing: ['ecd:TrdArrIndName'],
      reason: 'person_not_tagged',
    })
    expect(read([], { period_of_report: '2023-03-31' }).outcome).toEqual({
      status: 'not_applicable',
      reason: 'plans_not_in_force',
    })
    expect(read([], { form_type: '10-K/A' }).outcome).toEqual({
      status: 'not_applicable',
      reason: 'part_not_amended',
    })
  })

  it('have days in the notations filers use, and none that is not in the calendar', () => {
    expect(
      ['May 24, 2023', '24 May 2023', '5/24/2023', '2023-05-24', 'May 24th, 2023', 'MAY  24 2023'].map(dayOf),
    ).toEqual(Array(6).fill('2023-05-24'))
    expect(['', null, 'May 2023', 'February 30, 2023', '13/13/2023', 'Smarch 1, 2023'].map(dayOf)).toEqual(
      Array(6).fill(null),
    )
  })
})
