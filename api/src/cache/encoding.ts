import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

export type Encoding = 'identity' | 'gzip' | 'br'

/** Shorter bodies grow, or save less than the work costs. */
const MIN_COMPRESSED_BYTES = 1_024
const BROTLI_QUALITY = 4
const GZIP_LEVEL = 6
const REMEMBERED = 500

const brotli = promisify(brotliCompress)
const deflate = promisify(gzip)
const chosen = new Map<string, Encoding>()

/** The encoding to answer with: the best that the caller takes, `br` before `gzip` where both are as welcome. */
export function encodingFor(acceptEncoding: string | undefined, bytes: number): Encoding {
  if (acceptEncoding === undefined || bytes < MIN_COMPRESSED_BYTES) return 'identity'
  const known = chosen.get(acceptEncoding)
  if (known !== undefined) return known
  const encoding = choose(acceptEncoding)
  // Clients send a handful of different values; whoever sends thousands does not get to fill the memory.
  if (chosen.size >= REMEMBERED) chosen.clear()
  chosen.set(acceptEncoding, encoding)
  return encoding
}

function choose(acceptEncoding: string): Encoding {
  const quality = new Map<string, number>()
  for (const part of acceptEncoding.toLowerCase().split(',', 20)) {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim())
    const q = Number(parameters.find((one) => one.startsWith('q='))?.slice(2) ?? 1)
    quality.set(name, Number.isFinite(q) ? q : 0)
  }
  const of = (name: string) => quality.get(name) ?? quality.get('*') ?? 0
  if (of('br') > 0 && of('br') >= of('gzip')) return 'br'
  return of('gzip') > 0 ? 'gzip' : 'identity'
}

export async function compress(body: Buffer, encoding: Exclude<Encoding, 'identity'>): Promise<Buffer> {
  if (encoding === 'gzip') return await deflate(body, { level: GZIP_LEVEL })
  return await brotli(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  })
}
