import type { IncomingMessage, ServerResponse } from 'node:http'
import type { KeyProvider } from '@sec-latent/core/accounts/key-provider'
import { newId } from '@sec-latent/core/ids'
import type { Admission, Limiter } from '@sec-latent/core/limits/limiter'
import type { Logger } from '@sec-latent/core/log'
import type { Meter } from '@sec-latent/core/metering/meter'
import { type Answer, type Form, formFor, formKey, plainForm } from '../cache/answer.ts'
import { encodingFor } from '../cache/encoding.ts'
import type { ResponseCache } from '../cache/response-cache.ts'
import { isNotModified } from '../plugins/etag.ts'
import { rateLimitLevels, rateLimitPolicy } from '../plugins/rate-limit.ts'
import { meteredPath, writeAccessLine } from './access-line.ts'
import type { FrontCounts } from './counts.ts'
import { fillHead, type OwnHeaders, wireOf } from './heads.ts'
import { type KnownKey, knownKey, mayCall } from './known-key.ts'
import { type PlainRequest, readPlainRequest } from './read-request.ts'
import { rateRefusal } from './refusal.ts'

export interface FrontServices {
  keys: Pick<KeyProvider, 'known'>
  limiter: Pick<Limiter, 'admitNow' | 'refund' | 'enter' | 'leave'>
  meter: Pick<Meter, 'record' | 'afterJournal' | 'isAvailable'>
  cache: ResponseCache
  counts: FrontCounts
  logger: Logger
  portalUrl: string
  allowedHosts: readonly string[]
  isDraining: () => boolean
  /** As many requests are in work as may be. */
  isFull: () => boolean
}

export type Handler = (request: IncomingMessage, response: ServerResponse) => void

/** So many answers are being made at a time; more than these wait where others are refused for them. */
const MAX_MAKING = 128

/** What is decided about a request. */
interface Said {
  answer: Answer
  form: Form
  key: KnownKey
  admission: Admission
  ifNoneMatch: string | undefined
}

/** How it goes out. */
interface Reply {
  status: 200 | 304 | 429
  /** Shared by all who are told the same; filled when it is written. */
  head: string[]
  body: Buffer | string | undefined
}

/** A reply that waits for the journal. */
interface Waiting extends OwnHeaders {
  request: IncomingMessage
  response: ServerResponse
  answer: Answer
  key: KnownKey
  reply: Reply
  durationUs: number
  /** When the request came, by the clock of this process. */
  started: number
}

/**
 * Answers what is asked most, in front of the router: a GET whose answer is kept, by a key that is known. It decides without
 * waiting, out of what this process holds: the answer (200), that the caller has it (304), or that the rate is used up (429).
 * An answer that is not kept is made here where that takes one row. Whatever it cannot decide so, or finds unusual in any way,
 * goes to `next`, which knows every rule.
 */
export function front(services: FrontServices, next: Handler): Handler {
  const { keys, limiter, meter, cache, counts, logger, portalUrl, allowedHosts, isDraining, isFull } =
    services
  const plain: PlainRequest = { url: '', key: '', acceptEncoding: undefined, ifNoneMatch: undefined }
  /** Replies of this turn in the order in which they were recorded. */
  let waiting: Waiting[] = []
  let sent = 0

  let making = 0

  return function handle(request, response) {
    const started = performance.now()
    if (isDraining() || !readPlainRequest(request, plain, allowedHosts)) return next(request, response)
    const verdict = keys.known(plain.key)
    if (verdict?.outcome !== 'valid') return next(request, response)
    const key = knownKey(verdict.record)
    if (key === null || !meter.isAvailable()) return next(request, response)
    const answer = cache.peek(key.dataset, plain.url)
    if (answer === undefined) return readAndAnswer(request, response, key, started)
    if (!mayCall(key, answer.operation)) return next(request, response)
    const form = readyForm(answer, key, plain.acceptEncoding)
    if (form === undefined) return next(request, response)
    const admission = admit(key, answer.operation.cost)
    if (admission === undefined) return next(request, response)
    answerWith(request, response, { answer, form, key, admission, ifNoneMatch: plain.ifNoneMatch }, started)
  }

  /** Has an answer made that is not kept, where that takes no more than reading one thing. */
  function readAndAnswer(request: IncomingMessage, response: ServerResponse, key: KnownKey, started: number) {
    const { url, acceptEncoding, ifNoneMatch } = plain
    const direct = making < MAX_MAKING && !isFull() ? cache.direct.find(url) : undefined
    if (direct === undefined || !mayCall(key, direct.operation)) return next(request, response)
    const { cost } = direct.operation
    const admission = admit(key, cost)
    if (admission?.verdict !== 'admitted') {
      if (admission !== undefined) limiter.leave(key.subject)
      return next(request, response)
    }
    making += 1
    const knownUntil = cache.knownUntil()
    direct
      .make(key.dataset, url)
      .then(async (answer) => {
        if (answer === undefined) return undefined
        cache.keepHere(answer, knownUntil)
        cache.counts.miss += 1
        const encoding = encodingFor(acceptEncoding, answer.body.length)
        const form = await formFor(answer, key.organisation_id, encoding, cache.reissue)
        return { answer, form, key, admission, ifNoneMatch }
      })
      // The long way fails in the same manner, and says how.
      .catch(() => undefined)
      .then((made) => {
        making -= 1
        if (made !== undefined) return answerWith(request, response, made, started)
        limiter.refund(key.subject, cost)
        limiter.leave(key.subject)
        goTheLongWay(request, response)
      })
  }

  function answerWith(request: IncomingMessage, response: ServerResponse, said: Said, started: number): void {
    const { answer, key, admission } = said
    const id = newId('req')
    const reply = replyOf(said, id)
    const { status } = reply
    const { operation } = answer
    const units = status === 200 && key.metered ? operation.cost : 0
    const durationMs = performance.now() - started
    const durationUs = Math.round(durationMs * 1000)
    meter.record({
      request_id: id,
      organisation_id: key.organisation_id,
      key_id: key.key_id,
      operation_id: operation.operation_id,
      method: 'GET',
      path: meteredPath(answer),
      status,
      cost: operation.cost,
      units,
      at: Date.now(),
      duration_us: durationUs,
    })
    waiting.push({
      request,
      response,
      answer,
      key,
      reply,
      durationUs,
      started,
      id,
      units,
      policy: rateLimitPolicy(key.subject),
      levels: rateLimitLevels(admission),
      timing: timingOf(durationMs),
    })
    meter.afterJournal(sendOldest)
  }

  /** Who went away in the meantime is nobody the router could see leave. */
  function goTheLongWay(request: IncomingMessage, response: ServerResponse): void {
    if (!response.destroyed) next(request, response)
  }

  /** The form the caller takes, if it is made already or can be made at once. */
  function readyForm(answer: Answer, key: KnownKey, accepted: string | undefined): Form | undefined {
    const encoding = encodingFor(accepted, answer.body.length)
    const address = formKey(answer, key.organisation_id, encoding)
    const ready = answer.forms.get(address)
    if (ready !== undefined || encoding !== 'identity') return ready
    const form = plainForm(answer, key.organisation_id, cache.reissue)
    answer.forms.set(address, form)
    return form
  }

  /**
   * Takes a place among the requests in flight, and the units. Undefined, with nothing taken, when somebody must be asked or
   * there is more to say than that the rate is used up.
   */
  function admit(key: KnownKey, cost: number): Admission | undefined {
    if (!limiter.enter(key.subject)) return undefined
    const admission = limiter.admitNow(key.subject, cost)
    if (admission?.verdict === 'admitted' || admission?.verdict === 'rate_limited') return admission
    limiter.leave(key.subject)
    return undefined
  }

  function replyOf({ answer, form, key, admission, ifNoneMatch }: Said, id: string): Reply {
    if (admission.verdict !== 'admitted') {
      return { status: 429, ...rateRefusal(answer, key, admission, id, portalUrl) }
    }
    const wire = wireOf(form)
    if (ifNoneMatch === undefined || !isNotModified(ifNoneMatch, answer.etag)) {
      return { status: 200, head: wire.ok, body: wire.body }
    }
    limiter.refund(key.subject, answer.operation.cost)
    return { status: 304, head: wire.notModified, body: undefined }
  }

  /** Called once for each of `waiting`, in order, when its record is in the journal. */
  function sendOldest(failure?: Error): void {
    const one = waiting[sent] as Waiting
    const { request, response, answer, key, reply, durationUs } = one
    const { status, head, body } = reply
    sent += 1
    if (sent === waiting.length) {
      waiting = []
      sent = 0
    }
    limiter.leave(key.subject)
    if (failure !== undefined) {
      // Nothing may be answered that was not counted: the long way says so.
      if (status === 200) limiter.refund(key.subject, answer.operation.cost)
      goTheLongWay(request, response)
      return
    }
    response.writeHead(status, fillHead(head, one))
    if (typeof body === 'string') endInOnePiece(response, body)
    else response.end(body)
    counts.add(answer.operation.operation_id, status, (performance.now() - one.started) / 1000)
    writeAccessLine(logger, answer, key, { id: one.id, status, durationUs })
  }
}

/**
 * Ends an answer with its head and body in one write to the socket. `end(body)` would write twice, the second time nothing,
 * and gather the two.
 */
function endInOnePiece(response: ServerResponse, latin1: string): void {
  const { socket } = response
  socket?.cork()
  response.write(latin1, 'latin1')
  socket?.uncork()
  response.end()
}

/** `Server-Timing`; nearly all answers take less than half a tenth of a millisecond. */
function timingOf(durationMs: number): string {
  if (durationMs < 0.05) return 'auth;dur=0.0, work;dur=0.0, total;dur=0.0'
  const total = durationMs.toFixed(1)
  return `auth;dur=0.0, work;dur=${total}, total;dur=${total}`
}
