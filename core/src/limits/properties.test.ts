import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plans } from '../accounts/plans.ts'
import { policiesOf, subjectOf, subjectOfPerson } from './policies.ts'
import { scenarios } from './testing/scenarios.ts'
import { simulate } from './testing/simulation.ts'

const RUNS = 300

describe('limits out of leases', () => {
  it('never admit more than B + rT + min(NL, rτ), nor more than a quota, through crashes, outages and losses', async () => {
    await fc.assert(
      fc.asyncProperty(scenarios, async (scenario) => {
        expect((await simulate(scenario)).violations).toEqual([])
      }),
      // The same lives every time; others with npm run limits:properties.
      { numRuns: RUNS, seed: 20261123 },
    )
  }, 120_000)
})

describe('the policies of a key', () => {
  const key = {
    id: 'key_a',
    organisation_id: 'org_a',
    mode: 'live' as const,
    plan: 'build',
    spend_cap_cents: null,
    monthly_unit_cap: null,
  }

  it('keep the limit of a day in any 24 hours: a bucket of half of it, filled with half of it a day', () => {
    for (const plan of Object.values(plans)) {
      const day = policiesOf(plan).find((policy) => policy.name === 'day')
      if (day?.kind !== 'rate') throw new Error('a plan has no day')
      expect(day.burst + day.rate * 86_400).toBeLessThanOrEqual(plan.daily_limit)
    }
  })

  it('end with the quota, or with the spend cap where the plan sells more', () => {
    const { free, build } = plans
    const monthOf = (...args: Parameters<typeof policiesOf>) => policiesOf(...args)[2]
    expect(monthOf(build)).toMatchObject({ name: 'month', limit: 100_000, problem: 'quota_exceeded' })
    expect(monthOf(build, { spend_cap_cents: 0 })).toMatchObject({ name: 'month', limit: 100_000 })
    expect(monthOf(free, { spend_cap_cents: 500 })).toMatchObject({ name: 'month', limit: 5_000 })
    expect(monthOf(build, { spend_cap_cents: 801 })).toMatchObject({
      name: 'spend',
      limit: 110_012,
      included: 100_000,
      problem: 'spend_cap_reached',
    })
    expect(policiesOf(build, { key_month_units: 7 })[3]).toMatchObject({ name: 'key_month', limit: 7 })
  })

  it('are rates only for keys that are not metered, and the key its own for the explorer', () => {
    expect(subjectOf({ ...key, mode: 'test' }).policies.map(({ name }) => name)).toEqual(['burst', 'day'])
    expect(subjectOf({ ...key, mode: 'explorer' }).policies).toMatchObject([
      { name: 'burst', rate: 1, per: 'key' },
    ])
  })

  it('are those of each person alone in the portal, and enough for a page that is live all day', () => {
    const { policies } = subjectOfPerson(key.organisation_id, 'usr_1')
    expect(policies).toMatchObject([{ kind: 'rate', name: 'burst', per: 'key' }])
    expect(policies).toHaveLength(1)
    const [rate] = policies
    expect(rate?.kind === 'rate' && rate.rate).toBeGreaterThanOrEqual(1)
  })
})
