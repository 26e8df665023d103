import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  containsKey,
  generateKey,
  hashKey,
  type KeyMode,
  keyHint,
  parseKey,
  parsePeppers,
  redactKeys,
} from './key-format.ts'
import { postgresKeyProvider } from './key-provider.ts'
import { grants } from './scopes.ts'
import type { KeyRecord } from './store.ts'

const MODES: KeyMode[] = ['live', 'test', 'admin', 'explorer']

describe('a key', () => {
  it.each(MODES)('of mode %s has 256 random bits and a checksum', (mode) => {
    const key = generateKey(mode)
    expect(key).toMatch(/^slp_(live|test|adm|exp)_[0-9A-Za-z]{49}$/)
    expect(parseKey(key)).toEqual({ mode })
    expect(generateKey(mode)).not.toBe(key)
  })

  it('with any character changed is recognised as wrong without a lookup', () => {
    const key = generateKey('live')
    fc.assert(
      fc.property(
        fc.integer({ min: 9, max: key.length - 1 }),
        fc.constantFrom(...'0aZ9'),
        (index, character) => {
          fc.pre(key[index] !== character)
          expect(parseKey(key.slice(0, index) + character + key.slice(index + 1))).toBeUndefined()
        },
      ),
      { numRuns: 500 },
    )
    expect(parseKey(`${key} `)).toBeUndefined()
    expect(parseKey(key.slice(0, -1))).toBeUndefined()
    expect(parseKey(`${key}\0`)).toBeUndefined()
  })

  it('is shown by its beginning and last four, and taken out of any text, also when cut short', () => {
    const key = generateKey('test')
    expect(keyHint(key)).toEqual({ key_start: 'slp_test_', last_four: key.slice(-4) })
    expect(redactKeys(`?a=${key}&b=${key.slice(0, 20)}`)).toBe('?a=slp_test_[redacted]&b=slp_test_[redacted]')
    expect(containsKey(`x${key}`)).toBe(true)
  })
})

describe('peppers', () => {
  it('hash a key differently; a malformed setting is refused', () => {
    const [first, second] = parsePeppers('v2:second-pepper-secret,v1:first-pepper-of-old')
    const key = generateKey('live')
    expect(hashKey(key, first as never)).toHaveLength(32)
    expect(hashKey(key, first as never).equals(hashKey(key, second as never))).toBe(false)
    for (const bad of ['', 'v1', 'v1:short', 'V 1:long-enough-secret-here'])
      expect(() => parsePeppers(bad)).toThrow()
  })
})

describe('the provider', () => {
  const [pepper, old] = parsePeppers('v2:second-pepper-secret,v1:first-pepper-of-old')
  const record = {
    id: 'key_1',
    mode: 'live',
    revoked_at: null,
    expires_at: null,
    organisation_disabled_at: null,
  } as unknown as KeyRecord

  it('asks once per key and time to live, also when many ask at once, and not at all for a bad checksum', async () => {
    const key = generateKey('live')
    let asked = 0
    let now = 0
    const provider = postgresKeyProvider(
      {
        async findKeyByHash(hashes) {
          asked += 1
          // A key made under an older pepper still verifies.
          return hashes.some((hash) => hash.equals(hashKey(key, old as never))) ? record : undefined
        },
      },
      [pepper as never, old as never],
      { now: () => now },
    )
    const verdicts = await Promise.all(Array.from({ length: 50 }, () => provider.verify(key)))
    expect(verdicts.every((verdict) => verdict.outcome === 'valid')).toBe(true)
    expect(asked).toBe(1)
    now += 29_999
    await provider.verify(key)
    expect(asked).toBe(1)
    now += 1
    await provider.verify(key)
    expect(asked).toBe(2)
    expect((await provider.verify(`slp_live_${'a'.repeat(49)}`)).outcome).toBe('unknown')
    expect(asked).toBe(2)
    expect((await provider.verify(generateKey('live'))).outcome).toBe('unknown')
    expect((await provider.verify(generateKey('live'))).outcome).toBe('unknown')
    expect(asked, 'unknown keys are looked up each time: a new key works at once').toBe(4)
  })

  it('lets a key expire while it is remembered', async () => {
    let now = Date.parse('2025-01-01T00:00:00Z')
    const provider = postgresKeyProvider(
      { findKeyByHash: async () => ({ ...record, expires_at: '2025-01-01T00:00:10Z' }) },
      [pepper as never],
      { now: () => now },
    )
    const key = generateKey('live')
    expect((await provider.verify(key)).outcome).toBe('valid')
    now += 10_000
    expect((await provider.verify(key)).outcome).toBe('expired')
  })
})

describe('scopes', () => {
  it('are granted by name or for a whole resource, never by a part of a name', () => {
    expect(grants(['filings:read'], 'filings:read')).toBe(true)
    expect(grants(['filings:*'], 'filings:read')).toBe(true)
    expect(grants(['filing:*', 'filings:', 'filings:rea', '*'], 'filings:read')).toBe(false)
  })
})
