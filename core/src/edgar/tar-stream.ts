import { createGunzip } from 'node:zlib'

const BLOCK = 512
const NAME_BYTES = 100
const SIZE_AT = 124
const TYPE_AT = 156
const CHECKSUM_AT = 148
const PREFIX_AT = 345
const FILE_TYPES = new Set(['0', '\0', '7'])
/** Extended headers of one entry: EDGAR has none, and nobody needs more. */
const MAX_EXTENSION_BYTES = 64 * 1024
/** Text packs ten to one; a hundred times that is what bombs do. Small archives may be blank lines. */
const RATIO_FROM_BYTES = 64 * 1024 * 1024

export interface TarEntry {
  /** As the archive writes it: hostile, never a path of ours. */
  name: string
  size: number
  /** Null when the entry was larger than may be held; its bytes were passed over. */
  bytes: Buffer | null
}

export interface TarLimits {
  maxEntryBytes: number
  maxEntries: number
  maxExpandedBytes: number
  /** Expanded bytes to each packed one. */
  maxRatio: number
}

/** The archive is not what it should be; the message says how. */
export class TarError extends Error {
  override name = 'TarError'
}

/**
 * The files of a gzipped tar, one after another as they come, never more than one of them in memory. Links, devices and
 * folders are passed over. An archive that ends too early, expands to more than allowed or lies about itself is an error
 * after the entries before it.
 */
export async function* readTarGz(
  packed: AsyncIterable<Uint8Array>,
  limits: TarLimits,
): AsyncGenerator<TarEntry> {
  const reader = blockReader(expanded(packed, limits))
  try {
    yield* entriesOf(reader, limits)
  } finally {
    await reader.close()
  }
}

async function* entriesOf(reader: BlockReader, limits: TarLimits): AsyncGenerator<TarEntry> {
  let entries = 0
  for (;;) {
    const header = await reader.take(BLOCK)
    if (header === undefined) throw new TarError('the archive ends without its mark')
    if (header.every((byte) => byte === 0)) {
      // Whatever is behind the mark must still be whole: the checksum of gzip stands at its very end.
      await reader.drain()
      return
    }
    if (++entries > limits.maxEntries) throw new TarError(`more than ${limits.maxEntries} entries`)
    const { name, size, type } = readHeader(header)
    const padding = (BLOCK - (size % BLOCK)) % BLOCK
    if (!FILE_TYPES.has(type)) {
      if (size > MAX_EXTENSION_BYTES)
        throw new TarError(`an entry of type ${JSON.stringify(type)} holds ${size} bytes`)
      await reader.skip(size + padding)
      continue
    }
    if (size > limits.maxEntryBytes) {
      await reader.skip(size + padding)
      yield { name, size, bytes: null }
      continue
    }
    const bytes = await reader.take(size)
    if (bytes === undefined) throw new TarError('the archive ends within an entry')
    await reader.skip(padding)
    yield { name, size, bytes }
  }
}

function readHeader(header: Buffer): { name: string; size: number; type: string } {
  let sum = 0
  for (const [at, byte] of header.entries()) sum += at >= CHECKSUM_AT && at < CHECKSUM_AT + 8 ? 0x20 : byte
  if (sum !== octal(header, CHECKSUM_AT, 8)) throw new TarError('the checksum of a header is wrong')
  const size = octal(header, SIZE_AT, 12)
  if (!Number.isSafeInteger(size) || size < 0) throw new TarError('the size of an entry is no number')
  const ustar = header.toString('latin1', 257, 262) === 'ustar'
  const prefix = ustar ? text(header, PREFIX_AT, 155) : ''
  const name = text(header, 0, NAME_BYTES)
  return {
    name: prefix === '' ? name : `${prefix}/${name}`,
    size,
    type: String.fromCharCode(header[TYPE_AT] ?? 0),
  }
}

function text(header: Buffer, at: number, length: number): string {
  const end = header.indexOf(0, at)
  return header.toString('latin1', at, end < 0 || end > at + length ? at + length : end)
}

/** Sizes beyond 8 GB are written in another base, which nothing here may have. */
function octal(header: Buffer, at: number, length: number): number {
  const digits = text(header, at, length).trim()
  return /^[0-7]{1,12}$/.test(digits) ? Number.parseInt(digits, 8) : Number.NaN
}

async function* expanded(packed: AsyncIterable<Uint8Array>, limits: TarLimits): AsyncGenerator<Buffer> {
  const gunzip = createGunzip()
  let read = 0
  let failure: unknown
  const feeding = (async () => {
    try {
      for await (const chunk of packed) {
        if (gunzip.destroyed) return
        read += chunk.length
        if (!gunzip.write(chunk)) await room(gunzip)
      }
      gunzip.end()
    } catch (error) {
      failure = error
      gunzip.destroy(error as Error)
    }
  })()
  let size = 0
  try {
    for await (const chunk of gunzip as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > limits.maxExpandedBytes)
        throw new TarError(`more than ${limits.maxExpandedBytes} bytes once expanded`)
      if (size > RATIO_FROM_BYTES && size > read * limits.maxRatio)
        throw new TarError(`expands more than ${limits.maxRatio} times`)
      yield chunk
    }
  } catch (error) {
    if (failure !== undefined) throw failure
    throw String((error as { code?: unknown }).code ?? '').startsWith('Z_')
      ? new TarError(`the compression is broken (${(error as Error).message})`)
      : error
  } finally {
    gunzip.destroy()
    await feeding
  }
}

function room(gunzip: ReturnType<typeof createGunzip>): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      gunzip.off('drain', done)
      gunzip.off('close', done)
      resolve()
    }
    gunzip.once('drain', done)
    gunzip.once('close', done)
  })
}

type BlockReader = ReturnType<typeof blockReader>

/** Cuts a stream into pieces of the lengths asked for. */
function blockReader(chunks: AsyncIterable<Buffer>) {
  const source = chunks[Symbol.asyncIterator]()
  let rest: Buffer = Buffer.alloc(0)

  async function next(): Promise<boolean> {
    const { value, done } = await source.next()
    if (done) return false
    rest = value
    return true
  }

  return {
    /** So many bytes, or `undefined` when fewer are left. */
    async take(length: number): Promise<Buffer | undefined> {
      const pieces: Buffer[] = []
      let missing = length
      while (missing > 0) {
        if (rest.length === 0 && !(await next())) return undefined
        const piece = rest.subarray(0, missing)
        pieces.push(piece)
        missing -= piece.length
        rest = rest.subarray(piece.length)
      }
      return pieces.length === 1 ? (pieces[0] as Buffer) : Buffer.concat(pieces)
    },
    async skip(length: number): Promise<void> {
      let missing = length
      while (missing > 0) {
        if (rest.length === 0 && !(await next())) throw new TarError('the archive ends within an entry')
        const passed = Math.min(missing, rest.length)
        missing -= passed
        rest = rest.subarray(passed)
      }
    },
    async drain(): Promise<void> {
      while (await next());
    },
    /** Whoever sends the bytes is told that nobody wants the rest. */
    async close(): Promise<void> {
      await source.return?.(undefined)
    },
  }
}
