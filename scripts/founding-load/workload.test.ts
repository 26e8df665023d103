import { describe, expect, test } from 'vitest'
import { growth, type Sample } from './watch.ts'
import { mixedWorkload } from './workload.ts'

const FILINGS = 600
const KEYS = Array.from({ length: 100 }, (_, n) => `key_${n}`)
const lines = mixedWorkload(KEYS, FILINGS, 7)
const pathOf = (request: string) => /^GET (\S+) /.exec(request)?.[1] ?? ''
const share = (pattern: RegExp) =>
  lines.filter((request) => pattern.test(pathOf(request))).length / lines.length

describe('the requests of the founding load', () => {
  test('are mostly single filings, with lists, signals, documents and companies among them', () => {
    const shares: [RegExp, number][] = [
      [/^\/v1\/filings\/[\d-]+$/, 0.62],
      [/^\/v1\/filings\/[\d-]+\/documents$/, 0.08],
      [/^\/v1\/filings\?/, 0.16],
      [/^\/v1\/signals\?/, 0.08],
      [/^\/v1\/entities\//, 0.04],
      [/^\/v1\/coverage$/, 0.02],
    ]
    for (const [pattern, wanted] of shares) {
      expect(share(pattern), String(pattern)).toBeGreaterThan(wanted - 0.02)
      expect(share(pattern), String(pattern)).toBeLessThan(wanted + 0.02)
    }
    expect(shares.reduce((sum, [pattern]) => sum + share(pattern), 0)).toBeCloseTo(1)
  })

  test('ask for a few filings far more often than for the rest, and for most of them at all', () => {
    const counts = new Map<string, number>()
    for (const request of lines) {
      const path = pathOf(request)
      if (/^\/v1\/filings\/[\d-]+$/.test(path)) counts.set(path, (counts.get(path) ?? 0) + 1)
    }
    const sorted = [...counts.values()].sort((one, other) => other - one)
    const all = sorted.reduce((sum, count) => sum + count, 0)
    const tenth = sorted.slice(0, FILINGS / 10).reduce((sum, count) => sum + count, 0)
    expect(tenth / all).toBeGreaterThan(0.5)
    expect(sorted.length).toBeGreaterThan(FILINGS * 0.9)
  })

  test('come in turn from every key, and are the same again for the same seed', () => {
    for (const [n, key] of KEYS.entries()) expect(lines[n]).toContain(`authorization: Bearer ${key}\r\n`)
    expect(mixedWorkload(KEYS, FILINGS, 7)).toEqual(lines)
    expect(mixedWorkload(KEYS, FILINGS, 8)).not.toEqual(lines)
  })
})

describe('growth over a soak', () => {
  const samples = (of: (n: number) => number): Sample[] =>
    Array.from({ length: 100 }, (_, n) => ({ memoryMb: of(n), connections: 1, queueDepth: 0 }))
  const memory = ({ memoryMb }: Sample) => memoryMb

  test('is seen in a line that rises, not in a peak and not while it warms up', () => {
    const rising = growth(
      samples((n) => 100 + n),
      memory,
    )
    expect(rising.last / rising.first).toBeGreaterThan(1.4)
    const peak = growth(
      samples((n) => (n === 50 ? 900 : 100)),
      memory,
    )
    expect(peak).toEqual({ first: 100, last: 100 })
    const warming = growth(
      samples((n) => (n < 20 ? n * 5 : 100)),
      memory,
    )
    expect(warming).toEqual({ first: 100, last: 100 })
  })
})
