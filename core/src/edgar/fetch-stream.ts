import type { Dispatcher } from 'undici'
import { request } from 'undici'
import { EdgarError } from './errors.ts'
import {
  type EdgarTimeouts,
  type FetchedBytes,
  MAX_REFUSAL_BYTES,
  messageOf,
  reasonOf,
} from './fetch-bytes.ts'

const GZIP = [0x1f, 0x8b]

/** A file that is too large to be held: what was answered instead of it, or its bytes as they come. */
export type FetchedStream =
  | { refused: FetchedBytes }
  | { refused: null; bytes: AsyncGenerator<Buffer>; announced: number | null }

/**
 * One GET of a gzipped file, read as it comes. Bytes are counted against Content-Length: an end that is too early is an
 * error, never an end. A page in place of the file is returned as such, so that it can be judged.
 */
export async function fetchStream(
  url: string,
  options: {
    dispatcher: Dispatcher
    userAgent: string
    timeouts: EdgarTimeouts
    maxBytes: number
    signal?: AbortSignal
  },
): Promise<FetchedStream> {
  const { timeouts, maxBytes } = options
  const total = AbortSignal.timeout(timeouts.total)
  const signal = options.signal === undefined ? total : AbortSignal.any([total, options.signal])
  const progress: { received: number; expected: number | undefined } = { received: 0, expected: undefined }
  const failed = (error: unknown, status?: number): EdgarError => {
    if (error instanceof EdgarError) return error
    const context = { url, status, cause: error }
    if (options.signal?.aborted) return new EdgarError('aborted', 'the caller gave up', context)
    if (total.aborted) return new EdgarError('timeout', `not complete within ${timeouts.total} ms`, context)
    return new EdgarError(reasonOf(error, progress), messageOf(error), context)
  }
  try {
    const response = await request(url, {
      method: 'GET',
      dispatcher: options.dispatcher,
      headers: { 'user-agent': options.userAgent, accept: '*/*', 'accept-encoding': 'identity' },
      headersTimeout: timeouts.headers,
      bodyTimeout: timeouts.body,
      signal,
    })
    const status = response.statusCode
    const { headers, body } = response
    body.on('error', () => {})
    const length = headers['content-length']
    progress.expected = typeof length === 'string' && /^\d{1,15}$/.test(length) ? Number(length) : undefined
    const chunks = body[Symbol.asyncIterator]() as AsyncIterator<Buffer>
    const start = await beginning(chunks)
    const encoded = !['', 'identity'].includes(String(headers['content-encoding'] ?? ''))
    if (status !== 200 || encoded || start[0] !== GZIP[0] || start[1] !== GZIP[1]) {
      return { refused: { status, headers, bytes: await smallBody(start, chunks, body) } }
    }
    if (progress.expected !== undefined && progress.expected > maxBytes) {
      body.destroy()
      throw new EdgarError('too_large', `${progress.expected} bytes announced, ${maxBytes} allowed`, {
        url,
        status,
      })
    }
    async function* whole(): AsyncGenerator<Buffer> {
      try {
        for (let chunk: Buffer | undefined = start; chunk !== undefined; ) {
          progress.received += chunk.length
          if (progress.received > maxBytes)
            throw new EdgarError('too_large', `more than ${maxBytes} bytes`, { url, status })
          yield chunk
          const next = await chunks.next()
          chunk = next.done ? undefined : next.value
        }
        if (progress.expected !== undefined && progress.received !== progress.expected) {
          throw new EdgarError(
            'wrong_length',
            `${progress.received} bytes came, ${progress.expected} were announced`,
            {
              url,
              status,
            },
          )
        }
      } catch (error) {
        throw failed(error, status)
      } finally {
        body.destroy()
      }
    }
    return { refused: null, bytes: whole(), announced: progress.expected ?? null }
  } catch (error) {
    throw failed(error)
  }
}

/** So much that it shows whether a gzip begins; a server may send byte by byte. */
async function beginning(chunks: AsyncIterator<Buffer>): Promise<Buffer> {
  let start: Buffer = Buffer.alloc(0)
  while (start.length < GZIP.length) {
    const next = await chunks.next()
    if (next.done) break
    start = Buffer.concat([start, next.value])
  }
  return start
}

async function smallBody(
  start: Buffer,
  chunks: AsyncIterator<Buffer>,
  body: { destroy(): unknown },
): Promise<Buffer> {
  const pieces = [start]
  let size = start.length
  while (size < MAX_REFUSAL_BYTES) {
    const next = await chunks.next()
    if (next.done) break
    pieces.push(next.value)
    size += next.value.length
  }
  body.destroy()
  return Buffer.concat(pieces).subarray(0, MAX_REFUSAL_BYTES)
}
