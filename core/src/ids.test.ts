import { expect, test } from 'vitest'
import { newId } from './ids.ts'

test('ids sort by the millisecond they were made in and never repeat', () => {
  const early = Array.from({ length: 1_000 }, () => newId('sig', 1_700_000_000_000))
  const late = newId('sig', 1_700_000_000_001)
  expect(new Set(early).size).toBe(1_000)
  for (const id of early) {
    expect(id).toMatch(/^sig_[0-9a-hjkmnp-tv-z]{26}$/)
    expect(id < late).toBe(true)
  }
})
