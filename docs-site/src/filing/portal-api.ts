import 'server-only'
import { type CachedResponse, cached, LatentClient } from '../../../sdk/src/index.ts'
import { readApiSettings } from '../api-settings.ts'
import { boundedMap } from './bounded-map.ts'
import { NotConfigured } from './failure.ts'

const MEBIBYTE = 1024 * 1024
/** Answers are kept by their ETag: the next question for the same costs nothing when nothing changed. */
const ANSWERS_BYTES = 48 * MEBIBYTE
/** A visitor waits for the page: better a page that says what is wrong than one that does not come. */
const TIMEOUT_MS = 8_000
const TOTAL_TIMEOUT_MS = 15_000
/** For so long an answer is given again without asking: a page that is sent around is opened by many at once. */
const FRESH_MS = 10_000
const REMEMBERED = 64

let clients: { answers: LatentClient; texts: LatentClient } | undefined

/** The API as this server reads it; `NotConfigured` is thrown without a key. */
export function portalApi(): LatentClient {
  return makeClients().answers
}

/** The same for texts, which are large and never change: who asks for them keeps them. */
export function textApi(): LatentClient {
  return makeClients().texts
}

function makeClients() {
  const { url, key } = readApiSettings(process.env)
  if (!key) throw new NotConfigured()
  const options = {
    baseUrl: url,
    apiKey: key,
    timeoutMs: TIMEOUT_MS,
    totalTimeoutMs: TOTAL_TIMEOUT_MS,
    maxRetries: 1,
    maxRetryAfterMs: 2_000,
  }
  const answers = boundedMap<string, CachedResponse>(ANSWERS_BYTES, ({ body }) => body.byteLength + 2_000)
  clients ??= {
    answers: new LatentClient({ ...options, middleware: [cached(answers)] }),
    texts: new LatentClient(options),
  }
  return clients
}

const remembered = boundedMap<string, { at: number; answer: Promise<unknown> }>(REMEMBERED, () => 1)

/** The answer of a moment ago, or that of `load`; those who ask at the same time share it. Failures are not remembered. */
export function shortly<T>(key: string, load: () => PromiseLike<T>): Promise<T> {
  const known = remembered.get(key)
  if (known && Date.now() - known.at < FRESH_MS) return known.answer as Promise<T>
  const answer = Promise.resolve(load())
  remembered.set(key, { at: Date.now(), answer })
  answer.catch(() => remembered.delete(key))
  return answer
}
