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
import { grants } from './scopes.ts'

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

describe('scopes', () => {
  it('are granted by name or for a whole resource, never by a part of a name', () => {
    expect(grants(['filings:read'], 'filings:read')).toBe(true)
    expect(grants(['filings:*'], 'filings:read')).toBe(true)
    expect(grants(['filing:*', 'filings:', 'filings:rea', '*'], 'filings:read')).toBe(false)
  })
})
