import { expect, test } from 'vitest'
import { sampleBases } from './fuzz-bases.ts'
import { fuzzCase } from './fuzz-case.ts'

const SEED = 20_250_306
const COUNT = 200

test('two hundred mutated submissions are read or refused with a reason, each within a second', () => {
  const bases = sampleBases().filter((bytes) => bytes.length < 150_000)
  const outcomes = new Set<string>()
  for (let index = 0; index < COUNT; index++) {
    const before = process.cpuUsage()
    const { outcome, detail } = fuzzCase(bases, SEED, index)
    const ms = process.cpuUsage(before).user / 1_000
    expect([index, outcome, detail]).not.toContain('crash')
    expect([index, ms < 1_000]).toEqual([index, true])
    outcomes.add(outcome)
  }
  expect([...outcomes]).toEqual(expect.arrayContaining(['read', 'truncated']))
})

test('the same seed and index give the same mutant', () => {
  const bases = sampleBases().slice(0, 5)
  const [one, other] = [fuzzCase(bases, SEED, 7), fuzzCase(bases, SEED, 7)]
  expect({ ...one, ms: 0 }).toEqual({ ...other, ms: 0 })
})
