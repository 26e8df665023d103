import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { freePort } from '../../scripts/services/ports.mjs'
import { hasNginx, startNginx } from '../nginx/start.ts'
import { client } from '../nginx/testing/client.ts'
import { named, upstream } from '../nginx/testing/upstream.ts'
import { ABORT_BURN_RATE, burnRate, type Counts, decide, ENOUGH_REQUESTS, STEPS } from './policy.ts'

const well = (requests = 10_000): Counts => ({ requests, failed: 0 })
const failing = (ratio: number, requests = 10_000): Counts => ({
  requests,
  failed: Math.round(requests * ratio),
})
const seen = (canary: Counts, more: { long?: Counts; stable?: Counts; minutes?: number } = {}) => ({
  canary: { short: canary, long: more.long ?? canary },
  stable: { short: more.stable ?? well() },
  minutesAtStep: more.minutes ?? 30,
})

describe('a new version', () => {
  test('gets more in steps while it is well, and then everything', () => {
    const steps: (number | string)[] = [STEPS[0]]
    for (let percent: number = STEPS[0]; ; ) {
      const next = decide(percent, seen(well()))
      if (next.do !== 'go on') {
        steps.push(next.do)
        break
      }
      percent = next.percent
      steps.push(percent)
    }
    expect(steps).toEqual([5, 25, 50, 'finish'])
  })

  test('is taken back when it burns the budget faster than 14.4 times, at once', () => {
    expect(burnRate(failing(0.0144))).toBeCloseTo(ABORT_BURN_RATE)
    expect(decide(5, seen(failing(0.015), { minutes: 0 }))).toMatchObject({ do: 'abort' })
    expect(decide(5, seen(failing(0.014), { minutes: 0 }))).toMatchObject({ do: 'hold' })
  })

  test('is not taken back for what is over, for what is too little to tell, or for what fails without it', () => {
    expect(decide(5, seen(well(), { long: failing(0.5) }))).toMatchObject({ do: 'go on' })
    expect(decide(5, seen(failing(0.5), { long: failing(0.001), minutes: 0 }))).toMatchObject({ do: 'hold' })
    expect(decide(5, seen(failing(1, ENOUGH_REQUESTS - 1)))).toMatchObject({ do: 'hold' })
    expect(decide(5, seen(failing(0.3), { stable: failing(0.3) }))).toMatchObject({ do: 'hold' })
    expect(decide(5, seen(failing(0.9), { stable: failing(0.3) }))).toMatchObject({ do: 'abort' })
  })

  test('waits where it is until it was seen for long enough and often enough, without too many failures', () => {
    expect(decide(5, seen(well(), { minutes: 29 }))).toEqual({ do: 'hold', why: '1 minutes to go' })
    expect(decide(25, seen(well(10)))).toMatchObject({ do: 'hold' })
    expect(decide(25, seen(failing(0.002)))).toMatchObject({ do: 'hold' })
  })

  test('never gets more by failing more', () => {
    const order = ['go on', 'finish', 'hold', 'abort']
    const rank = (name: string) => (name === 'finish' ? 0 : order.indexOf(name))
    fc.assert(
      fc.property(
        fc.constantFrom(...STEPS),
        fc.integer({ min: ENOUGH_REQUESTS, max: 100_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (percent, requests, one, other) => {
          const [less, more] = one < other ? [one, other] : [other, one]
          const good = decide(percent, seen(failing(less, requests)))
          const bad = decide(percent, seen(failing(more, requests)))
          expect(rank(bad.do)).toBeGreaterThanOrEqual(rank(good.do))
        },
      ),
      { numRuns: 500 },
    )
  })
})

const notInstalled = hasNginx() ? '' : ' (skipped: there is no nginx on this machine)'
test.skipIf(notInstalled !== '')(
  `behind nginx a broken version is seen in its log, taken back, and then fails nobody${notInstalled}`,
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sec-latent-rollout-'))
    const [stable, broken] = await Promise.all([
      upstream(named('stable')),
      upstream((_request, response) => response.writeHead(500).end('broken')),
    ])
    const httpsPort = await freePort()
    const settings = {
      ...{
        address: '127.0.0.1',
        httpsPort,
        statusListen: `127.0.0.1:${await freePort()}`,
        portalUrl: 'https://p.example',
      },
      ...{ workerProcesses: 1, perAddress: { exempt: ['127.0.0.1'] } },
    }
    const nginx = await startNginx(folder, {
      ...settings,
      api: { servers: [stable.address], canary: { percent: STEPS[0], servers: [broken.address] } },
    })
    const { ask, close } = client(folder, httpsPort)
    const askAll = () =>
      Promise.all(
        Array.from({ length: 2_000 }, (_, key) =>
          ask('/v1/status', { headers: { authorization: `Bearer slp_test_${key}` } }),
        ),
      )
    try {
      const failed = (await askAll()).filter(({ status }) => status === 500).length
      // Only those who were given the new version notice.
      expect(failed / 2_000).toBeGreaterThan(0.04)
      expect(failed / 2_000).toBeLessThan(0.06)
      const counts = (address: string): Counts => {
        const lines = nginx.accessLog().map((line) => JSON.parse(line).metadata)
        const own = lines.filter(({ upstream: by }) => by === address)
        return { requests: own.length, failed: own.filter(({ http_status }) => http_status >= 500).length }
      }
      const canary = counts(broken.address)
      expect(canary).toEqual({ requests: failed, failed })
      const decision = decide(STEPS[0], {
        canary: { short: canary, long: canary },
        stable: { short: counts(stable.address) },
        minutesAtStep: 1,
      })
      expect(decision.do).toBe('abort')
      await nginx.reload({ ...settings, api: { servers: [stable.address] } })
      expect((await askAll()).filter(({ text }) => text !== 'stable')).toEqual([])
    } finally {
      close()
      await nginx.stop()
      await Promise.all([stable.stop(), broken.stop()])
      rmSync(folder, { recursive: true, force: true })
    }
  },
)
