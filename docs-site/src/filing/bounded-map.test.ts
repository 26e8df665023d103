import { expect, it } from 'vitest'
import { boundedMap } from './bounded-map.ts'

it('never holds more than its limit, and forgets what was not used for longest', () => {
  const map = boundedMap<string, string>(10, (value) => value.length)
  map.set('a', 'aaaa')
  map.set('b', 'bbbb')
  expect(map.get('a')).toBe('aaaa')
  map.set('c', 'cccc')
  expect([map.get('a'), map.get('b'), map.get('c')]).toEqual(['aaaa', undefined, 'cccc'])
})

it('counts what replaces something once, and keeps nothing that is too large for it', () => {
  const map = boundedMap<string, string>(10, (value) => value.length)
  for (let round = 0; round < 5; round++) map.set('a', 'aaaa')
  map.set('b', 'bbbbbb')
  expect(map.get('a')).toBe('aaaa')
  map.set('a', 'a'.repeat(11))
  expect([map.get('a'), map.get('b')]).toEqual([undefined, 'bbbbbb'])
  map.delete('b')
  map.set('c', 'c'.repeat(10))
  expect(map.get('c')).toHaveLength(10)
})
