import { sampleCorpusFilings } from '@sec-latent/core/sample-corpus/corpus'
import { afterEach, describe, expect, test } from 'vitest'
import { PermanentFailure } from '../job.ts'
import { type ParseThreads, parseThreads } from './parse-threads.ts'

const HOSTILE = new URL('../testing/hostile-thread.ts', import.meta.url)
let threads: ParseThreads | undefined
afterEach(async () => {
  await threads?.close()
})

const reasonOf = async (wish: string) => {
  try {
    await threads?.parse(Buffer.from(wish), '2025-03-06')
  } catch (error) {
    return error instanceof PermanentFailure ? error.reason : (error as Error).message
  }
  return undefined
}

describe('a reading thread', () => {
  test('reads a filing without holding up the process', async () => {
    threads = parseThreads(1, { timeoutMs: 60_000, memoryMb: 512 })
    const [sample] = sampleCorpusFilings().filter(({ form }) => form === '10-K')
    if (!sample) throw new Error('the sample corpus has no annual report')
    let longest = 0
    let last = performance.now()
    const watch = setInterval(() => {
      longest = Math.max(longest, performance.now() - last)
      last = performance.now()
    }, 5)
    const parsed = await threads.parse(Buffer.from(sample.submission), sample.filing_date)
    clearInterval(watch)
    expect(parsed.header.accession_number).toBe(sample.accession_number)
    expect(parsed.documents[0]?.text?.byteLength).toBe(parsed.documents[0]?.record.text_byte_length)
    expect(parsed.sections.length).toBeGreaterThan(10)
    expect(longest).toBeLessThan(500)
  })

  test('says why bytes are no submission', async () => {
    threads = parseThreads(1, { timeoutMs: 60_000, memoryMb: 512 })
    expect(await reasonOf('<SEC-DOCUMENT>')).toBe('truncated')
    expect(await reasonOf('hello')).toBe('not_a_submission')
  })

  test('that hangs, or needs too much memory, is replaced, and the next filing is read', async () => {
    threads = parseThreads(1, { timeoutMs: 5_000, memoryMb: 64 }, HOSTILE)
    expect(await reasonOf('hang')).toBe('parse_timeout')
    expect(await reasonOf('fine')).toBe('truncated')
    expect(await reasonOf('memory')).toBe('parse_out_of_memory')
    expect(await reasonOf('exit')).toBe('the reading thread ended with code 3')
    expect(await reasonOf('fine')).toBe('truncated')
  }, 40_000)

  test('has no more companions than were asked for, and each filing gets its own answer', async () => {
    threads = parseThreads(2, { timeoutMs: 20_000, memoryMb: 256 })
    const reasons = await Promise.all(['<SEC-DOCUMENT>', 'a', '', '<html>', 'b'].map(reasonOf))
    expect(reasons).toEqual(['truncated', 'not_a_submission', 'empty', 'html_page', 'not_a_submission'])
  })
})
