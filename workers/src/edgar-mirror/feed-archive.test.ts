import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { FeedEntry } from '@sec-latent/core/edgar/feed-archive'
import { FEED_ARCHIVE_LIMITS, readFeedArchive } from '@sec-latent/core/edgar/feed-archive'
import { edgarGateway } from '@sec-latent/core/edgar/gateway'
import { readTarGz, type TarEntry, TarError, type TarLimits } from '@sec-latent/core/edgar/tar-stream'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { feedArchive, tarOf } from './feed-archive.ts'
import { inventedSubmission, layDown } from './invented-filings.ts'
import { type Mirror, startMirror } from './mirror.ts'
import { decodeHeader, type MirroredHeader, readSubmissionHeader } from './submission-header.ts'

const LIMITS: TarLimits = {
  maxEntryBytes: 100_000,
  maxEntries: 50,
  maxExpandedBytes: 1_000_000,
  maxRatio: 200,
}
const files = [
  { name: './0001234567-24-000001.nc', bytes: Buffer.from('one') },
  { name: './0001234567-24-000002.nc', bytes: Buffer.alloc(5_000, 'two ') },
  { name: './empty', bytes: Buffer.alloc(0) },
]

/** The bytes in pieces of a length, as they may come from a network. */
async function* inPieces(bytes: Buffer, length: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length)
}

/** The entries before whatever ended it. */
async function read(packed: AsyncIterable<Uint8Array>, limits = LIMITS) {
  const entries: TarEntry[] = []
  try {
    for await (const entry of readTarGz(packed, limits)) entries.push(entry)
    return { entries, error: undefined }
  } catch (error) {
    return { entries, error: error as Error }
  }
}

describe('a gzipped tar', () => {
  test.each([1, 7, 511, 1_000_000])('is read whole from pieces of %i bytes', async (length) => {
    const { entries, error } = await read(inPieces(gzipSync(tarOf(files)), length))
    expect(error).toBeUndefined()
    expect(entries).toEqual(files.map(({ name, bytes }) => ({ name, bytes, size: bytes.length })))
  })

  test('that ends at any byte is an error, after the entries before', async () => {
    const whole = gzipSync(tarOf(files))
    for (let at = 0; at < whole.length; at++) {
      const { entries, error } = await read(inPieces(whole.subarray(0, at), 4_096))
      expect(error, `cut at ${at}`).toBeInstanceOf(TarError)
      for (const [place, entry] of entries.entries()) expect(entry.bytes).toEqual(files[place]?.bytes)
    }
  })

  test('of which a byte is another never gives other files without an error', async () => {
    const whole = gzipSync(tarOf(files))
    // Behind the header of gzip, whose time and system are free.
    for (let at = 10; at < whole.length; at++) {
      const flipped = Buffer.from(whole)
      flipped[at] = (flipped[at] as number) ^ 0x55
      const { error } = await read(inPieces(flipped, 4_096))
      expect(error, `flipped at ${at}`).toBeInstanceOf(TarError)
    }
  })

  test('may not lie about sizes, and headers must add up', async () => {
    const tar = tarOf(files)
    const claimed = (text: string) => {
      const copy = Buffer.from(tar)
      copy.write(text, 124, 12, 'latin1')
      copy.write('        ', 148)
      const sum = copy.subarray(0, 512).reduce((total, byte) => total + byte, 0)
      copy.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
      return read(inPieces(gzipSync(copy), 4_096))
    }
    expect((await claimed('77777777777\0')).error).toBeInstanceOf(TarError)
    expect((await claimed('-0000000001\0')).error?.message).toContain('no number')
    expect((await claimed('\x80\0\0\0\0\0\0\0\0\0\0\x09')).error?.message).toContain('no number')
    const wrong = Buffer.from(tar)
    wrong[0] = 0x41
    expect((await read(inPieces(gzipSync(wrong), 4_096))).error?.message).toContain('checksum')
  })

  test('that grows beyond its bounds is given up where it does', async () => {
    const many = Array.from({ length: 60 }, (_, n) => ({ name: `./${n}`, bytes: Buffer.from('x') }))
    expect(await read(inPieces(gzipSync(tarOf(many)), 512))).toMatchObject({
      entries: { length: 50 },
      error: { message: 'more than 50 entries' },
    })
    const long = Array.from({ length: 12 }, (_, n) => ({ name: `./${n}`, bytes: Buffer.alloc(90_000, n) }))
    expect((await read(inPieces(gzipSync(tarOf(long)), 512))).error?.message).toContain('once expanded')
    const bomb = gzipSync(tarOf([{ name: './bomb', bytes: Buffer.alloc(80 * 1024 * 1024) }]))
    const { error } = await read(inPieces(bomb, 65_536), {
      ...LIMITS,
      maxExpandedBytes: 1e12,
      maxEntryBytes: 1e12,
    })
    expect(error?.message).toContain('expands more than 200 times')
  })

  test('passes over an entry that is too large, and over what is no file', async () => {
    const tar = tarOf([{ name: './large', bytes: Buffer.alloc(200_000, 1) }, ...files])
    tar.write('5', 200_704 + 156)
    const header = tar.subarray(200_704, 200_704 + 512)
    header.write('        ', 148)
    header.write(
      `${header
        .reduce((total, byte) => total + byte, 0)
        .toString(8)
        .padStart(6, '0')}\0 `,
      148,
    )
    const { entries, error } = await read(inPieces(gzipSync(tar), 4_096))
    expect(error).toBeUndefined()
    expect(entries.map(({ name, bytes }) => [name, bytes?.length ?? null])).toEqual([
      ['./large', null],
      ['./0001234567-24-000002.nc', 5_000],
      ['./empty', 0],
    ])
  })

  test('is read no further than somebody wants it', async () => {
    let taken = 0
    let closed = false
    async function* endless() {
      try {
        for await (const piece of inPieces(gzipSync(tarOf(files), { level: 0 }), 64)) {
          taken++
          yield piece
        }
        for (;;) {
          await new Promise((done) => setTimeout(done, 1))
          yield Buffer.alloc(0)
        }
      } finally {
        closed = true
      }
    }
    for await (const { name } of readTarGz(endless(), LIMITS)) {
      expect(name).toBe(files[0]?.name)
      break
    }
    expect(taken).toBeGreaterThan(0)
    expect(closed).toBe(true)
  })
})

test('only what is named as a filing is one, and a name is never a path', async () => {
  const odd = [
    '../../etc/passwd',
    './0001234567-24-000003.corr01',
    '/0001234567-24-000004.nc',
    'x'.repeat(99),
  ]
  const packed = gzipSync(tarOf([...odd.map((name) => ({ name, bytes: Buffer.from('?') })), ...files]))
  const counts = { entries: 0, others: 0 }
  const found: FeedEntry[] = []
  for await (const entry of readFeedArchive(inPieces(packed, 4_096), counts, FEED_ARCHIVE_LIMITS))
    found.push(entry)
  expect(found.map(({ accession_number }) => accession_number)).toEqual([
    '0001234567-24-000001',
    '0001234567-24-000002',
  ])
  expect(counts).toEqual({ entries: 2, others: 5 })
})

describe('the archive of a day, from a server', () => {
  const folder = mkdtempSync(join(tmpdir(), 'feed-archive-'))
  const numbers = [1, 2, 3].map((n) => `0001234567-24-00000${n}`)
  const pauses: string[] = []
  let mirror: Mirror
  let gateway: ReturnType<typeof edgarGateway>
  beforeAll(async () => {
    for (const accession_number of numbers)
      layDown(folder, { accession_number, filed: '20240111', text: accession_number.repeat(5_000) })
    mirror = await startMirror({ directory: folder })
    const throttle = {
      acquire: async () => ({ probe: false, succeeded: async () => {}, undecided: async () => {} }),
      pause: async (reason: string) => void pauses.push(reason),
    }
    const timeouts = { headers: 5_000, body: 5_000 }
    gateway = edgarGateway({ baseUrl: mirror.url, dataUrl: mirror.url, throttle, timeouts })
  })
  afterAll(async () => {
    await gateway.close()
    await mirror.close()
    rmSync(folder, { recursive: true, force: true })
  })
  afterEach(() => mirror.clearFaults())

  const readDay = async (day = '2024-01-11') => {
    const found: string[] = []
    try {
      for await (const entry of gateway.readFeedArchive(day)) found.push(entry.accession_number)
      return { found, reason: null }
    } catch (error) {
      return { found, reason: (error as { reason?: string }).reason ?? String(error) }
    }
  }

  test('names every filing of the day, in one request', async () => {
    mirror.forgetRequests()
    expect(await readDay()).toEqual({ found: numbers, reason: null })
    expect(mirror.requests().map(({ path }) => path)).toEqual([
      '/Archives/edgar/Feed/2024/QTR1/20240111.nc.tar.gz',
    ])
    expect(await readDay('2024-01-12')).toEqual({ found: [], reason: 'not_found' })
  })

  test.each([
    [{ kind: 'reset_body', at: 500 }, /wrong_length|network/],
    [{ kind: 'truncate', at: 500 }, /wrong_length|network/],
    [{ kind: 'truncate_silently', at: 500 }, /bad_gzip/],
    [{ kind: 'wrong_length', by: 100 }, /wrong_length|network/],
    [{ kind: 'html' }, /html_page/],
    [{ kind: 'redirect', to: '/elsewhere' }, /bad_redirect/],
    [{ kind: 'status', status: 503 }, /server_error/],
  ] as const)('that suffers %j is an error, never a shorter day', async (fault, reason) => {
    mirror.script([fault])
    expect((await readDay()).reason).toMatch(reason)
  })

  test('a refusal in its place stops everybody', async () => {
    mirror.script([{ kind: 'threshold_page' }])
    expect((await readDay()).reason).toBe('rate_limited')
    expect(pauses).toEqual(['rate_limited'])
  })

  test('byte by byte is an archive too', async () => {
    mirror.script([{ kind: 'drip', bytes_per_second: 5_000 }])
    expect((await readDay()).found).toEqual(numbers)
  })
})

test('an entry is the same documents under a header without the time of acceptance', () => {
  const text = inventedSubmission({ accession_number: '0001234567-24-000009', text: 'The very words.' })
  const header = readSubmissionHeader(decodeHeader(Buffer.from(text))) as MirroredHeader
  const tar = gunzipSync(feedArchive([{ header, bytes: Buffer.from(text) }])).toString('latin1')
  expect(tar).toContain('<SUBMISSION>\n<ACCESSION-NUMBER>0001234567-24-000009')
  expect(tar).toContain('The very words.')
  expect(tar).not.toContain('ACCEPTANCE-DATETIME')
})
