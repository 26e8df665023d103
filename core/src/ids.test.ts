import { expect, test } from 'vitest'
import { idOf, newId } from './ids.ts'

test('ids sort by the millisecond they were made in and never repeat', () => {
  const early = Array.from({ length: 1_000 }, () => newId('sig', 1_700_000_000_000))
  const late = newId('sig', 1_700_000_000_001)
  expect(new Set(early).size).toBe(1_000)
  for (const id of early) {
    expect(id).toMatch(/^sig_[0-9a-hjkmnp-tv-z]{26}$/)
    expect(id < late).toBe(true)
  }
})

test('an id says its moment as ids made of given bytes do', () => {
  for (const now of [0, 7, 8, 1_000_000_000_000, 1_763_860_000_123, 2 ** 45, 2 ** 48 - 1]) {
    for (let n = 0; n < 100; n++) {
      const id = newId('sig', now)
      expect(id >= idOf('sig', now, Buffer.alloc(10))).toBe(true)
      expect(id <= idOf('sig', now, Buffer.alloc(10, 255))).toBe(true)
    }
  }
})

test('every random character takes every value it can have', () => {
  const ids = Array.from({ length: 5_000 }, () => newId('sig', 8))
  const values = Array.from({ length: 26 }, (_, i) => new Set(ids.map((id) => id[4 + i])).size)
  expect(values).toEqual([...Array(9).fill(1), 4, ...Array(15).fill(32), 8])
})
