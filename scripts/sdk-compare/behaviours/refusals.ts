import { answerError, answerOk } from './answers.ts'
import { carried, gaps, recovered, type Scenario, time } from './scenario.ts'

const ASKED_S = 1
const HOUR_S = 3600

/** Answers that say no: how clients take them, and what they hand on of them. */
export const REFUSALS: Scenario[] = [
  {
    id: 'rate-limited',
    check: '429 with Retry-After: 1, then an answer',
    points: '2 succeeds after at least the time that was asked for, 1 fails, 0 repeats too early',
    kind: 'read',
    script: (response, count) =>
      count === 1 ? answerError(response, 429, { 'retry-after': `${ASKED_S}` }) : answerOk(response, 'read'),
    ask: { watchMs: 12_000 },
    judge(outcome, seen) {
      const [wait = Number.POSITIVE_INFINITY] = gaps(seen)
      // Timers may come a millisecond early.
      if (wait < ASKED_S * 1000 - 2) return { value: 0, told: `repeats after ${time(wait)}, too early` }
      return recovered(outcome, seen)
    },
  },
  {
    id: 'rate-limited-long',
    check: '429 with Retry-After: 3600',
    points:
      '1 fails at once and leaves the decision to the caller, 0 repeats too early or sleeps for an hour',
    kind: 'read',
    script: (response) => answerError(response, 429, { 'retry-after': `${HOUR_S}` }),
    ask: { watchMs: 12_000 },
    judge({ settled, tookMs, facts }, seen) {
      if (seen.length > 1) {
        return { value: 0, told: `${seen.length} requests, repeats after ${gaps(seen).map(time).join(', ')}` }
      }
      if (settled === 'never') return { value: 0, told: `still waiting after ${time(tookMs)}` }
      return { value: 1, told: `fails after ${time(tookMs)}: ${facts?.class}` }
    },
  },
  {
    id: 'refusal-carries',
    check: 'what the error of a 429 carries',
    points: 'one each for status, code, request id and Retry-After as values of their own',
    kind: 'read',
    script: (response) => answerError(response, 429, { 'retry-after': `${ASKED_S}` }),
    ask: { watchMs: 20_000 },
    judge: ({ facts }) => (facts ? carried(facts) : { value: 0, told: 'no error' }),
  },
  {
    id: 'unavailable',
    check: '503, then an answer',
    points: '2 succeeds, 1 fails, 0 neither',
    kind: 'read',
    script: (response, count) => (count === 1 ? answerError(response, 503) : answerOk(response, 'read')),
    ask: { watchMs: 12_000 },
    judge: recovered,
  },
  {
    id: 'unavailable-for-good',
    check: '503 for good',
    points: '1 gives up with an error within 20 s, 0 does not',
    kind: 'read',
    script: (response) => answerError(response, 503),
    ask: { watchMs: 20_000 },
    judge({ settled, tookMs, facts }, seen) {
      const told = `${seen.length} requests in ${time(tookMs)}`
      return settled === 'failure' ? { value: 1, told: `${told}: ${facts?.class}` } : { value: 0, told }
    },
  },
  {
    id: 'idempotency',
    check: 'POST answered by 503, then an answer',
    points:
      '2 repeats with the same idempotency key, 1 fails, 0 repeats without a key, so that it may happen twice',
    kind: 'write',
    script: (response, count) => (count === 1 ? answerError(response, 503) : answerOk(response, 'write')),
    ask: { watchMs: 12_000 },
    judge(outcome, seen) {
      if (seen.length < 2) return recovered(outcome, seen)
      const keys = new Set(seen.map(({ headers }) => headers['idempotency-key']))
      const [key] = keys
      if (keys.size === 1 && key) return { value: 2, told: `${seen.length} requests, one key` }
      return { value: 0, told: `${seen.length} requests, ${key ? 'different keys' : 'no key'}` }
    },
  },
  {
    id: 'abort-in-backoff',
    check: 'abort while it waits to repeat',
    points:
      '1 ends at the abort without another request, 0 does not; none where nothing is repeated or no signal is taken',
    kind: 'read',
    script: (response) => answerError(response, 503, { 'retry-after': '4' }),
    ask: { aborts: true, watchMs: 6000 },
    judge({ settled, sinceAbortMs, atOnce, tookMs }, seen, peer) {
      if (!peer.aborts) return { value: 0, told: 'takes no signal' }
      if (settled === 'never') return { value: 0, told: `still waiting after ${time(tookMs)}` }
      if (sinceAbortMs === null) return null
      const told = `ends ${time(sinceAbortMs)} after the abort`
      if (seen.length > 1) return { value: 0, told: `${told}, ${seen.length} requests` }
      return { value: atOnce ? 1 : 0, told: atOnce ? `ends at once, ${told.slice(5)}` : told }
    },
  },
]
