import { expect, it } from 'vitest'
import { ApiProblem } from '../dashboard/api.ts'
import { wordsFor, wordsForCode, wordsForProvider } from './words.ts'

const problem = (code: string, more: { retryAfterMs?: number; message?: string } = {}) =>
  new ApiProblem({ status: 401, code, message: 'as the API says it', ...more })

it('a refused sign-in is one sentence, whatever the API says about it', () => {
  const wrong = wordsFor(problem('sign_in_failed', { message: 'User not found' }))
  expect(wrong).toBe(wordsFor(problem('sign_in_failed', { message: 'Invalid password' })))
  expect(wrong).not.toContain('User')
})

it('says how long to wait', () => {
  expect(wordsFor(problem('rate_limited', { retryAfterMs: 30_000 }))).toContain('in 30 seconds')
  expect(wordsFor(problem('rate_limited', { retryAfterMs: 61_000 }))).toContain('in 2 minutes')
})

it('what has no words here is said as the API says it', () => {
  expect(wordsFor(problem('quota_unavailable'))).toBe('as the API says it')
  expect(wordsFor(new TypeError('x is undefined'))).not.toContain('undefined')
})

it('a wrong code is not a wrong password', () => {
  expect(wordsForCode(problem('sign_in_failed'))).toContain('code')
  expect(wordsForCode(problem('rate_limited', { retryAfterMs: 1000 }))).toContain('Too many')
})

it('text in the address is never shown', () => {
  expect(wordsForProvider('access_denied')).toContain('did not allow')
  for (const code of ['<script>', 'constructor', 'call +1 555 0100', null]) {
    expect(wordsForProvider(code)).toContain('did not confirm')
  }
})
