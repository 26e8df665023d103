import { scopes } from '@sec-latent/core/accounts/scopes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../testing/test-app.ts'
import { fuzz } from './fuzz.ts'
import { inProcess } from './in-process.ts'
import type { ContractDocument } from './operation.ts'
import { regressionOf } from './shrink.ts'

const REQUESTS = 300
const NARROW = ['coverage:read'] as const

let api: TestApp
beforeAll(async () => {
  api = await testApp({ settings: { stream: { heartbeatMs: 50, maxMs: 100 } } })
  await api.seed.filing({
    accession_number: '0009900001-25-000001',
    sections: [{ section_key: '10k.item_1a', start: 0, end: 21 }],
  })
})
afterAll(async () => {
  await api.close()
})

describe('the contract, fuzzed', () => {
  it('every operation keeps it, for requests that are right and for requests that are wrong', async () => {
    const seed = Number(process.env.FUZZ_SEED ?? Date.now() & 0x7fffffff)
    const narrow = await api.makeKey({ scopes: NARROW })
    const target = inProcess(api.app, {
      makeKey: async () => {
        const { key, record } = await api.makeKey({ scopes })
        return { key, id: record.id }
      },
      narrow: { key: narrow.key, scopes: NARROW },
      protectedIds: [narrow.record.id, api.organisation.id],
    })
    const document = api.app.swagger() as unknown as ContractDocument
    const report = await fuzz(document, target, { requests: REQUESTS, seed })
    expect(report.operations_reached).toBe(report.operations)
    expect(report.requests).toBeGreaterThanOrEqual(REQUESTS)
    const failures = api.lines.filter((line) => line.includes('request.failed')).slice(-3)
    expect(report.violations.map(regressionOf), `seed ${seed} ${failures.join('')}`).toEqual([])
  })
})
