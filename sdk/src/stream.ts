import { ConnectionError, LatentError, StreamIdleTimeoutError } from './errors.ts'
import { eventParser, type ServerEvent } from './event-parser.ts'
import { PreparedRequest } from './request.ts'
import { backoffMs, sleep } from './retry.ts'

/** An entry of a stream, with the id from which the stream can be taken up again. */
export interface StreamEntry<T> {
  id: string
  event: string
  data: T
}

/**
 * A stream of server-sent events. Iterate over it; a connection that breaks or falls silent is made again, from the last entry
 * that was handed out, so that none is missed and none comes twice.
 */
export class StreamRequest<T> extends PreparedRequest implements AsyncIterable<StreamEntry<T>> {
  async *[Symbol.asyncIterator](): AsyncGenerator<StreamEntry<T>, void, undefined> {
    const { signal, maxRetries } = { maxRetries: 2, ...this.transport.options, ...this.call.options }
    let lastId = ''
    let wait: number | undefined
    let failures = 0
    while (true) {
      try {
        for await (const { id, event, data, retryMs } of this.#connection(lastId)) {
          wait = retryMs ?? wait
          if (data === null) continue
          failures = 0
          lastId = id || lastId
          yield { id, event, data: JSON.parse(data) as T }
        }
      } catch (error) {
        // Refusals were repeated as often as they may be by whoever opened the connection.
        if (!(error instanceof ConnectionError) || ++failures > maxRetries) throw error
      }
      await sleep(wait ?? backoffMs(failures, Math.random()), signal)
    }
  }

  /** The events of one connection. Ends when the server ends it. */
  async *#connection(lastId: string): AsyncGenerator<ServerEvent, void, undefined> {
    const { transport, call } = this
    const about = { method: call.method, path: call.path, attempts: 1 }
    const signal = call.options?.signal
    const idleMs = transport.options.streamIdleTimeoutMs ?? 45_000
    const opened = await transport.open(call, () => {}, lastId ? { 'last-event-id': lastId } : {})
    const reader = opened.response.body?.getReader()
    if (!reader) return
    // To end the reading of a stream is to cancel it: then it says that it is done.
    const end = () => void reader.cancel().catch(() => {})
    signal?.addEventListener('abort', end)
    let silent = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const parse = eventParser()
    try {
      while (true) {
        clearTimeout(timer)
        timer = setTimeout(() => {
          silent = true
          end()
        }, idleMs)
        const { done, value } = await reader.read()
        signal?.throwIfAborted()
        if (silent) throw new StreamIdleTimeoutError(`no byte within ${idleMs} ms`, about)
        if (done) return
        yield* parse(value)
      }
    } catch (error) {
      signal?.throwIfAborted()
      throw error instanceof LatentError ? error : new ConnectionError('the stream broke', about, error)
    } finally {
      clearTimeout(timer)
      signal?.removeEventListener('abort', end)
      end()
    }
  }
}
