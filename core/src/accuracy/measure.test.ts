import { describe, expect, it } from 'vitest'
import type { Check, Comparison } from './check.ts'
import { checks } from './checks/index.ts'
import type { Corpus } from './corpus.ts'
import { isMet, measure, rateAfterReview, rateOf } from './measure.ts'
import { pageOf } from './page.ts'
import { fileNameOf, type Review, readReviews } from './reviews.ts'

const nowhere: Corpus = {
  directory: '/nowhere',
  files: [],
  assertions: [],
  bytes: () => Buffer.alloc(0),
  has: () => false,
  expected: () => [],
}

const answer = (name: string, agreed: boolean): Comparison => ({ case: name, ours: 'a', theirs: 'b', agreed })

function checkOf(comparisons: Comparison[], more: Partial<Check> = {}): Check {
  return { name: 'a check', source: 'nobody', at_least: 0.75, compare: () => comparisons, ...more }
}

async function resultOf(check: Check, reviews: Review[] = []) {
  const known = new Map([[check.name, new Map(reviews.map((review) => [review.case, review]))]])
  for await (const result of measure([check], nowhere, known)) return result
  throw new Error('no result')
}

describe('a check', () => {
  const half = [answer('one', true), answer('two', false)]

  it('is met only at its rate', async () => {
    const short = await resultOf(checkOf(half))
    expect([rateOf(short), isMet(short)]).toEqual([0.5, false])
    expect(isMet(await resultOf(checkOf(half, { at_least: 0.5 })))).toBe(true)
    expect(isMet(await resultOf(checkOf(half, { at_least: null })))).toBe(true)
  })

  it('without a case shows nothing', async () => {
    expect(isMet(await resultOf(checkOf([])))).toBeNull()
  })

  it('counts what a person settled only where it is required after review, and never what we got wrong', async () => {
    const settled: Review = { case: 'two', verdict: 'theirs_wrong', reason: 'The filing says so.' }
    const ours: Review = { ...settled, verdict: 'ours_wrong' }
    expect(isMet(await resultOf(checkOf(half), [settled]))).toBe(false)
    expect(isMet(await resultOf(checkOf(half, { after_review: true }), [settled]))).toBe(true)
    expect(rateAfterReview(await resultOf(checkOf(half, { after_review: true }), [ours]))).toBe(0.5)
  })
})

describe('the reviews', () => {
  it('belong to checks that exist, whose names make different files', () => {
    const names = checks.map(({ name }) => name)
    expect(new Set(names.map(fileNameOf)).size).toBe(names.length)
    const reviews = [...readReviews(names).values()].flatMap((ofCheck) => [...ofCheck.values()])
    for (const { case: what, verdict, reason } of reviews) {
      expect(['ours_wrong', 'theirs_wrong', 'definition_differs'], what).toContain(verdict)
      expect(reason.length, what).toBeGreaterThan(10)
    }
  })
})

describe('the page', () => {
  it('shows text of anybody as text', async () => {
    const hostile = { case: '{alert(1)}', ours: '<script>|', theirs: '`[x](javascript:1)`', agreed: false }
    const page = pageOf([await resultOf(checkOf([hostile]))])
    const row = page.split('\n').findLast((line) => line.startsWith('| &#123;'))
    expect(row).not.toMatch(/[{}<>`[\]]/)
  })
})
