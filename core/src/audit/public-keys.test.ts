import { expect, test } from 'vitest'
import { auditPublicKeysOf, parseAuditPublicKeys } from './public-keys.ts'
import { statementSigner } from './signing.ts'

const keys = [
  { key_id: 'a2', key: Buffer.alloc(32, 5) },
  { key_id: 'a1', key: Buffer.alloc(32, 3) },
] as const

test('the published halves are those of the keys that sign, in their order and without what signs', () => {
  const setting = auditPublicKeysOf(keys)
  expect({ keys: parseAuditPublicKeys(setting) }).toEqual(statementSigner([...keys]).jwks())
  for (const { key } of keys) expect(setting).not.toContain(key.toString('base64'))
})

test.each([
  ['a1', 'written id:key'],
  ['a1:AAAA', 'written id:key'],
  [`A1:${Buffer.alloc(32, 1).toString('base64')}`, 'written id:key'],
  [`${auditPublicKeysOf(keys)},${auditPublicKeysOf(keys)}`, 'an id stands twice'],
])('%s is refused', (setting, reason) => {
  expect(() => parseAuditPublicKeys(setting)).toThrow(reason)
})
