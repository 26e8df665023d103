import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { parseSealingKeys, SealError, type SealingKey, sealer } from './seal.ts'

const key = (id: string) => `${id}:${randomBytes(32).toString('base64')}`
const keysOf = (setting: string) => parseSealingKeys(setting) as [SealingKey, ...SealingKey[]]

describe('a sealed secret', () => {
  const old = key('k1')
  const first = sealer(keysOf(old))

  it('opens in its place only, and never looks the same twice', () => {
    const sealed = first.seal('whsec_geheim', 'webhook_endpoints.secret:whk_1')
    expect(first.open(sealed, 'webhook_endpoints.secret:whk_1')).toBe('whsec_geheim')
    expect(() => first.open(sealed, 'webhook_endpoints.secret:whk_2')).toThrow(SealError)
    const seals = new Set(Array.from({ length: 1_000 }, () => first.seal('x', 'y').slice(0, 19)))
    expect(seals.size, 'nonces').toBe(1_000)
  })

  it('with any bit changed does not open', () => {
    const bytes = Buffer.from(first.seal('secret', 'p').slice(3), 'base64url')
    for (let i = 0; i < bytes.length * 8; i++) {
      const changed = Buffer.from(bytes)
      changed[i >> 3] = (changed[i >> 3] as number) ^ (1 << (i & 7))
      expect(() => first.open(`k1.${changed.toString('base64url')}`, 'p')).toThrow(SealError)
    }
    for (const odd of ['', 'k1', 'k1.', 'k9.AAAA', '.']) expect(() => first.open(odd, 'p')).toThrow(SealError)
  })

  it('still opens after its key was replaced, and not after it was removed', () => {
    const sealed = first.seal('secret', 'p')
    const fresh = key('k2')
    const both = sealer(keysOf(`${fresh},${old}`))
    expect(both.open(sealed, 'p')).toBe('secret')
    expect(both.seal('secret', 'p').startsWith('k2.')).toBe(true)
    expect(() => sealer(keysOf(fresh)).open(sealed, 'p')).toThrow(SealError)
  })

  it.each(['', 'k1', 'k1:short', 'K 1:AAAA'])('is not made with %j', (setting) => {
    expect(() => parseSealingKeys(setting)).toThrow()
  })
})
