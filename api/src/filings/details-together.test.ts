import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '../testing/test-app.ts'
import { detailsTogether } from './details-together.ts'

let api: TestApp
beforeAll(async () => {
  api = await testApp()
  for (let n = 1; n <= 9; n++) await api.seed.filing({ accession_number: `0009900001-25-00000${n}` })
  await api.sql`
    insert into custody_checks (accession_number, last_checked_at) values ('0009900001-25-000002', now() - interval '1 hour')`
  await api.sql`
    insert into custody_events (accession_number, position, kind, submission_sha256, submission_bytes, noticed_at, available_at)
    values ('0009900001-25-000003', 1, 'withdrawn', null, null, now() - interval '1 hour', now() - interval '1 hour')`
})
afterAll(async () => {
  await api.close()
})

test('a filing read with others is the same as one read alone', async () => {
  const { filings } = api.services
  const view = { dataset: 'live' as const, as_of: new Date().toISOString() }
  const numbers = Array.from({ length: 9 }, (_, n) => `0009900001-25-00000${n + 1}`)
  const together = await filings.details(view, numbers)
  expect(together).toHaveLength(9)
  for (const one of together) {
    const alone = await filings.find(view, one.accession_number)
    expect(one).toEqual(await filings.detail(view, alone as NonNullable<typeof alone>))
  }
})

test('many who ask at once are one question, and each gets his own', async () => {
  let questions = 0
  const { filings } = api.services
  const reader = detailsTogether(
    {
      details: (view, numbers) => {
        questions += 1
        return filings.details(view, numbers)
      },
    },
    'live',
  )
  const asked = Date.now()
  const answers = await Promise.all(
    Array.from({ length: 60 }, (_, n) => reader.read(`0009900001-25-00000${1 + (n % 10)}`)),
  )
  expect(questions).toBe(1)
  answers.forEach(({ as_of, filing }, n) => {
    expect(Date.parse(as_of)).toBeGreaterThanOrEqual(asked)
    expect(filing?.accession_number).toBe(n % 10 === 9 ? undefined : `0009900001-25-00000${1 + (n % 10)}`)
  })
})

test('while one question is under way others gather; a whole batch of them does not wait', async () => {
  const asked: number[] = []
  const answer: (() => void)[] = []
  const reader = detailsTogether(
    {
      details: (_, numbers) => {
        asked.push(numbers.length)
        return new Promise((resolve) => answer.push(() => resolve([])))
      },
    },
    'live',
  )
  const turn = () => new Promise((resolve) => setTimeout(resolve, 5))
  let sequence = 0
  const readMany = (count: number) => Array.from({ length: count }, () => reader.read(`number ${sequence++}`))
  const first = readMany(1)
  await turn()
  const gathered = readMany(63)
  await turn()
  expect(asked).toEqual([1])
  const full = readMany(1)
  await turn()
  expect(asked).toEqual([1, 64])
  const later = readMany(65)
  await turn()
  expect(asked).toEqual([1, 64])
  answer[0]?.()
  await Promise.all(first)
  expect(asked).toEqual([1, 64, 64])
  answer[1]?.()
  await Promise.all([...gathered, ...full])
  expect(asked).toEqual([1, 64, 64])
  answer[2]?.()
  await turn()
  expect(asked).toEqual([1, 64, 64, 1])
  answer[3]?.()
  await Promise.all(later)
})

test('a failure reaches everybody who waits, and the next ask anew', async () => {
  let broken = true
  const reader = detailsTogether(
    { details: async () => (broken ? Promise.reject(new Error('away')) : []) },
    'live',
  )
  const results = await Promise.allSettled(Array.from({ length: 200 }, () => reader.read('x')))
  expect(results.every(({ status }) => status === 'rejected')).toBe(true)
  broken = false
  expect((await reader.read('x')).filing).toBeUndefined()
})
