import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { defaultScopes } from '@sec-latent/core/accounts/scopes'
import { describe, expect, it } from 'vitest'
import { inOrder, overlapOf, parseCidrs, stateOf } from './key-state.ts'
import { dataScopes, expandScopes, scopeTexts, sensitiveScopes, summarizeScopes } from './scopes.ts'

const contractScopes: string[] = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', '..', '..', '..', 'openapi', 'scopes.json'), 'utf8'),
)

describe('scopes', () => {
  it('are explained, each of the contract and no other', () => {
    expect(Object.keys(scopeTexts).sort()).toEqual([...contractScopes].sort())
    expect([...dataScopes, ...sensitiveScopes].sort()).toEqual([...contractScopes].sort())
  })

  it('that a key gets unless others are chosen are those the API gives', () => {
    expect(dataScopes.filter((scope) => !defaultScopes.includes(scope as never))).toEqual([])
    expect(defaultScopes.filter((scope) => !dataScopes.includes(scope))).toEqual([])
  })

  it('are shown in a few words', () => {
    expect(expandScopes(['webhooks:*'])).toEqual(['webhooks:read', 'webhooks:write'])
    expect(summarizeScopes(['filings:read'])).toBe('filings:read')
    expect(summarizeScopes([...dataScopes])).toBe('all data')
    expect(summarizeScopes([...dataScopes, 'webhooks:write'])).toBe('all data and 1 more')
    expect(summarizeScopes(contractScopes)).toBe('everything')
  })
})

describe('a key', () => {
  const now = Date.parse('2026-11-23T00:00:00Z')
  const key = { revoked_at: null, disabled_at: null, expires_at: null }

  it('is as its dates say', () => {
    expect(stateOf(key, now)).toBe('active')
    expect(stateOf({ ...key, expires_at: '2026-11-25T00:00:00Z' }, now)).toBe('expires_soon')
    expect(stateOf({ ...key, expires_at: '2026-11-23T00:00:00Z' }, now)).toBe('expired')
    expect(stateOf({ ...key, disabled_at: '2026-11-01T00:00:00Z' }, now)).toBe('resting')
    expect(
      stateOf({ ...key, disabled_at: '2026-11-01T00:00:00Z', revoked_at: '2026-11-02T00:00:00Z' }, now),
    ).toBe('revoked')
  })

  it('that has ended stands behind those that work', () => {
    const ended = { ...key, revoked_at: '2026-11-02T00:00:00Z' }
    expect(inOrder([ended, key], now)).toEqual([key, ended])
  })

  it('says how its older secret ends while it is rotated', () => {
    const secret = { id: 's', last_four: 'aaaa', created_at: '', expires_at: null, grace_seconds: null }
    expect(overlapOf({ secrets: [secret] })).toBeUndefined()
    expect(overlapOf({ secrets: [secret, { ...secret, last_four: 'bbbb', grace_seconds: 60 }] })).toEqual({
      last_four: 'bbbb',
      until: null,
    })
  })

  it('takes networks as people type them', () => {
    expect(parseCidrs(' 203.0.113.0/24,\n2001:db8::/32 203.0.113.0/24 ')).toEqual([
      '203.0.113.0/24',
      '2001:db8::/32',
    ])
    expect(parseCidrs('')).toEqual([])
  })
})
