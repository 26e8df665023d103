import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type { Dispatcher } from 'undici'
import { request } from 'undici'
import { EdgarError, type EdgarReason } from './errors.ts'

/** Milliseconds. Every one of them bounds a call that EDGAR leaves hanging somewhere. */
export interface EdgarTimeouts {
  /** Address lookup, TCP and TLS. */
  connect: number
  headers: number
  /** Between two pieces of the body. */
  body: number
  /** The whole call, from being allowed to send. */
  total: number
}

export interface FetchedBytes {
  status: number
  headers: Record<string, string | string[] | undefined>
  /** Decoded. */
  bytes: Buffer
}

/** An error page is read this far and no further. */
export const MAX_REFUSAL_BYTES = 64 * 1024

/**
 * One GET, no redirects, no retries. The body is counted on the wire against Content-Length, decoded (gzip only, trailer
 * and checksum included) and capped once expanded, so that a small file cannot unfold into the whole memory.
 */
export async function fetchBytes(
  url: string,
  options: {
    dispatcher: Dispatcher
    userAgent: string
    accept: string
    timeouts: EdgarTimeouts
    maxBytes: number
    signal?: AbortSignal
  },
): Promise<FetchedBytes> {
  const { timeouts } = options
  const total = AbortSignal.timeout(timeouts.total)
  const signal = options.signal === undefined ? total : AbortSignal.any([total, options.signal])
  let status: number | undefined
  let expected: number | undefined
  let received = 0
  try {
    const response = await request(url, {
      method: 'GET',
      dispatcher: options.dispatcher,
      headers: {
        'user-agent': options.userAgent,
        accept: options.accept,
        'accept-encoding': 'gzip',
      },
      headersTimeout: timeouts.headers,
      bodyTimeout: timeouts.body,
      signal,
    })
    status = response.statusCode
    // A body that is thrown away reports its own end as an error, which would otherwise end the process.
    response.body.on('error', () => {})
    const encoding = String(response.headers['content-encoding'] ?? 'identity').toLowerCase()
    const length = response.headers['content-length']
    expected = typeof length === 'string' && /^\d{1,15}$/.test(length) ? Number(length) : undefined
    const refused = status !== 200
    const cap = refused ? MAX_REFUSAL_BYTES : options.maxBytes
    if (!refused && expected !== undefined && expected > cap) {
      response.body.destroy()
      throw new EdgarError('too_large', `${expected} bytes announced, ${cap} allowed`, { url, status })
    }
    if (encoding !== 'identity' && encoding !== 'gzip' && encoding !== 'x-gzip') {
      response.body.destroy()
      throw new EdgarError('unexpected_content', `content-encoding ${encoding} was not asked for`, {
        url,
        status,
      })
    }
    const chunks: Buffer[] = []
    let size = 0
    const count = async function* (source: AsyncIterable<Buffer>) {
      for await (const chunk of source) {
        received += chunk.length
        yield chunk
      }
    }
    const sink = new Writable({
      write(chunk: Buffer, _encoding, done) {
        size += chunk.length
        if (size <= cap) {
          chunks.push(chunk)
          done()
        } else {
          done(new TooMuch())
        }
      },
    })
    try {
      if (encoding === 'identity') await pipeline(response.body, count, sink, { signal })
      else await pipeline(response.body, count, createGunzip(), sink, { signal })
    } catch (error) {
      if (!(error instanceof TooMuch)) throw error
      if (!refused) throw new EdgarError('too_large', `more than ${cap} bytes once expanded`, { url, status })
    }
    if (!refused && expected !== undefined && received !== expected) {
      throw new EdgarError('wrong_length', `${received} bytes came, ${expected} were announced`, {
        url,
        status,
      })
    }
    return { status, headers: response.headers, bytes: Buffer.concat(chunks) }
  } catch (error) {
    if (error instanceof EdgarError) throw error
    const context = { url, status, cause: error }
    if (options.signal?.aborted) throw new EdgarError('aborted', 'the caller gave up', context)
    if (total.aborted)
      throw new EdgarError('timeout', `no complete answer within ${timeouts.total} ms`, context)
    throw new EdgarError(reasonOf(error, { received, expected }), messageOf(error), context)
  }
}

class TooMuch extends Error {}

export function reasonOf(
  error: unknown,
  body: { received: number; expected: number | undefined },
): EdgarReason {
  const code = String((error as { code?: unknown } | null)?.code ?? '')
  if (code.startsWith('Z_')) return 'bad_gzip'
  if (code.startsWith('UND_ERR_') && code.endsWith('_TIMEOUT')) return 'timeout'
  if (code === 'ETIMEDOUT') return 'timeout'
  if (code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH') return 'wrong_length'
  if (body.expected !== undefined && body.received < body.expected && body.received > 0) return 'wrong_length'
  return 'network'
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
