import { STREAM_EVENTS } from '../peers/peer.ts'
import { answerEvents, answerHalf, answerJson, answerOk } from './answers.ts'
import type { Outcome } from './call.ts'
import { carried, recovered, type Scenario, time } from './scenario.ts'
import type { Seen } from './server.ts'

const TIMEOUT_MS = 300
const NOT_JSON = '<html>not what was asked for</html>'
const SENT_ONCE = '2 succeeds on a second request, 1 fails, 0 hands out half an answer or waits on'

/** Connections that break, stall, or bring something else than an answer. */
export const CONNECTIONS: Scenario[] = [
  {
    id: 'reset',
    check: 'connection reset before the answer, then an answer',
    points: '2 succeeds, 1 fails, 0 neither',
    kind: 'read',
    script: (response, count) =>
      void (count === 1 ? response.socket?.resetAndDestroy() : answerOk(response, 'read')),
    ask: { watchMs: 12_000 },
    judge: recovered,
  },
  {
    id: 'attempt-timeout',
    check: `no answer to the first request, ${TIMEOUT_MS} ms allowed for an attempt`,
    points: '2 succeeds on a second request, 1 fails, 0 waits on',
    kind: 'read',
    script: (response, count) => void (count > 1 && answerOk(response, 'read')),
    ask: { timeoutMs: TIMEOUT_MS, watchMs: 6000 },
    judge: (outcome, seen, { timeout }) =>
      timeout
        ? recovered(outcome, seen)
        : { value: 0, told: `no such setting, ${recovered(outcome, seen).told}` },
  },
  {
    id: 'stalled-body',
    check: `half a body, then silence, ${TIMEOUT_MS} ms allowed for an attempt`,
    points: SENT_ONCE,
    kind: 'read',
    script: (response, count) => (count === 1 ? answerHalf(response, 'stalls') : answerOk(response, 'read')),
    ask: { timeoutMs: TIMEOUT_MS, watchMs: 6000 },
    judge: (outcome, seen, { timeout }) =>
      timeout
        ? recovered(outcome, seen)
        : { value: 0, told: `no such setting, ${recovered(outcome, seen).told}` },
  },
  {
    id: 'truncated-body',
    check: 'half a body, then the connection ends, then an answer',
    points: SENT_ONCE,
    kind: 'read',
    script: (response, count) => (count === 1 ? answerHalf(response, 'ends') : answerOk(response, 'read')),
    ask: { watchMs: 12_000 },
    judge: recovered,
  },
  {
    id: 'malformed-json',
    check: '200 whose JSON is none, then an answer',
    points: SENT_ONCE,
    kind: 'read',
    script: (response, count) =>
      count === 1 ? answerJson(response, 200, NOT_JSON) : answerOk(response, 'read'),
    ask: { watchMs: 12_000 },
    judge: recovered,
  },
  {
    id: 'malformed-carries',
    check: 'what the error of a 200 whose JSON is none carries',
    points: 'one each for status and request id as values of their own',
    kind: 'read',
    script: (response) => answerJson(response, 200, NOT_JSON),
    ask: { watchMs: 20_000 },
    judge: ({ facts }) => (facts ? carried(facts) : { value: 0, told: 'no error' }),
  },
  {
    id: 'stalled-stream',
    check: 'event stream that falls silent after its second event, 500 ms of silence allowed',
    points: '2 takes it up again and misses nothing, 1 fails, 0 waits on; none where there are no streams',
    kind: 'stream',
    script: (response, count, { headers }) => streamOf(response, count, headers['last-event-id'], 'stalls'),
    ask: { timeoutMs: 500, idleMs: 500, watchMs: 6000 },
    judge: streamed,
  },
  {
    id: 'broken-stream',
    check: 'event stream that breaks after its second event',
    points:
      '2 takes it up again and misses nothing, 1 fails, 0 ends as if it were whole; none where there are no streams',
    kind: 'stream',
    script: (response, count, { headers }) => streamOf(response, count, headers['last-event-id'], 'breaks'),
    ask: { watchMs: 6000 },
    judge: streamed,
  },
]

function streamOf(
  response: Parameters<typeof answerEvents>[0],
  count: number,
  lastId: string | string[] | undefined,
  then: 'stalls' | 'breaks',
): void {
  if (count === 1) answerEvents(response, 1, then)
  else answerEvents(response, Number(lastId ?? 0) + 1, 'ends')
}

function streamed(outcome: Outcome, seen: Seen[]) {
  const { settled, value, tookMs, facts } = outcome
  if (settled === 'never') return { value: 0, told: `still waiting after ${time(tookMs)}` }
  if (settled === 'failure') return { value: 1, told: `fails after ${time(tookMs)}: ${facts?.class}` }
  if (value !== STREAM_EVENTS) return { value: 0, told: `ends after ${value} events as if it were whole` }
  const lastId = seen.at(-1)?.headers['last-event-id']
  return { value: 2, told: `goes on after event ${lastId}, ${seen.length} connections` }
}
