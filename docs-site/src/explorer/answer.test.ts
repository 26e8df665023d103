import { expect, it } from 'vitest'
import { heldCredential, holdCredential, isTestMode, isUsable, onCredential } from './credentials.ts'
import { evidenceIn, surroundings } from './evidence.ts'
import { firstId } from './find-value.ts'
import { limitInWords, limitsLeft } from './rate-limit.ts'

it('limits are read with their policy and said in words', () => {
  const limits = limitsLeft(
    '"burst";r=87;t=1, "month";r=99120;t=1209600',
    '"burst";q=100;w=10, "month";q=100000',
  )
  expect(limits.map(limitInWords)).toEqual([
    'burst: 87 of 100 left, resets in 1 s',
    'month: 99,120 of 100,000 left, resets in 14 days',
  ])
  expect(limitsLeft(null, null)).toEqual([])
  expect(limitsLeft('nonsense;;', null)).toEqual([])
})

const span = {
  document_id: '0009990001-25-000003:1',
  text_sha256: 'ab',
  start: 3,
  end: 5,
  byte_start: 3,
  byte_end: 5,
  quote: 'lo',
}

it('evidence is found wherever an answer has it, sides of a pair included', () => {
  const answer = {
    data: [
      {
        evidence: [
          { kind: 'text_span', ...span },
          { kind: 'pair', left: null, right: span },
        ],
      },
    ],
  }
  expect(
    evidenceIn(answer).map(({ place, accession_number, sequence }) => [place, accession_number, sequence]),
  ).toEqual([
    ['data[0].evidence[0]', '0009990001-25-000003', '1'],
    ['data[0].evidence[1].right', '0009990001-25-000003', '1'],
  ])
})

it('what has no place in a text is no evidence to open', () => {
  expect(evidenceIn({ ...span, document_id: '../../etc' })).toEqual([])
  expect(evidenceIn({ ...span, start: '3' })).toEqual([])
  expect(evidenceIn(null)).toEqual([])
})

it('a quote is cut out by code points, not by units of UTF-16', () => {
  const around = surroundings('a😀b-lo-end', { start: 4, end: 6 })
  expect(around).toMatchObject({
    before: 'a😀b-',
    quote: 'lo',
    after: '-end',
    isCutBefore: false,
    isCutAfter: false,
  })
})

it('a key is held for the page, and an explorer key only as long as it works', () => {
  const seen: (string | undefined)[] = []
  const stop = onCredential(() => seen.push(heldCredential()?.kind))
  const explorer = { kind: 'explorer' as const, key: 'slp_exp_x', expiresAt: 1_000_000 }
  holdCredential(explorer)
  expect(isUsable(heldCredential(), 900_000)).toBe(true)
  expect(isUsable(heldCredential(), 1_000_000)).toBe(false)
  expect(isTestMode(explorer)).toBe(false)
  expect(isTestMode({ kind: 'typed', key: 'slp_test_x' })).toBe(true)
  expect(isUsable({ kind: 'typed', key: '' }, 0)).toBe(false)
  stop()
  holdCredential(undefined)
  expect(seen).toEqual(['explorer'])
})

it('the id of a list is the name of the parameter, or id', () => {
  expect(firstId({ data: [{ id: 'a', signal_id: 'b' }] }, 'signal_id')).toBe('b')
  expect(firstId({ data: [{ id: 'a' }] }, 'signal_id')).toBe('a')
  expect(firstId({ data: [] }, 'signal_id')).toBeUndefined()
})
