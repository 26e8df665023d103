import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sha256 } from '../sha256.ts'
import { generatedSubmission } from './generated-submission.ts'
import { readSubmission, readSubmissionStream } from './submission.ts'
import { SubmissionError } from './submission-error.ts'
import { labelled, signed, submission, tagged } from './submission-fixture.ts'

const MEGABYTE = 1024 ** 2

function* chunksOf(bytes: Uint8Array, sizes: number[]): Generator<Uint8Array> {
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1
    yield bytes.subarray(at, at + size)
    at += size
  }
}

async function outcome(read: () => unknown): Promise<unknown> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof SubmissionError) return error.reason
    throw error
  }
}

const TEXTS = [
  'Plain.\n',
  'An end </DOCUMENT>\n</DOCUMENT>\nin a text.\n',
  'Quoted\n<DOCUMENT>\n<TYPE>10-K\n<TEXT>\nfake\n</TEXT>\n</DOCUMENT>\nend\n',
  'Opened\n<DOCUMENT>\n<TYPE>10-K\n<TEXT>\nnever closed\n',
  '<XML>\n<?xml version="1.0"?>\n<a/>\n</XML>\n',
  '<XBRL>\nnot closed\n',
]

describe('a stream', () => {
  test('says what the same bytes in memory say, however they are cut into pieces and wherever they end', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ text: fc.constantFrom(...TEXTS), padding: fc.nat({ max: 3 }) }), {
          minLength: 1,
          maxLength: 6,
        }),
        fc.array(fc.integer({ min: 1_000, max: 900_000 }), { minLength: 1, maxLength: 3 }),
        fc.constantFrom(labelled, tagged, (fixture: Parameters<typeof labelled>[0]) =>
          signed(labelled(fixture)),
        ),
        fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: null, freq: 3 }),
        async (parts, sizes, write, cut) => {
          const documents = parts.map(({ text, padding }, index) => ({
            type: 'EX-99',
            sequence: index + 1,
            text: `${text}${'a line of the text, about so long\n'.repeat(padding * 30_000)}`,
          }))
          const whole = write(submission({ documents }))
          const bytes = cut === null ? whole : whole.subarray(0, Math.floor(whole.length * cut))
          const streamed = await outcome(
            async () => (await readSubmissionStream(chunksOf(bytes, sizes))).submission,
          )
          expect(streamed).toEqual(await outcome(() => readSubmission(bytes)))
        },
      ),
      { numRuns: 40 },
    )
  })

  test('every document has the hash of its bytes, also one far larger than what is held of it', async () => {
    const wish = { megabytes: 24, largest: 20, others: 50, longLine: 9 }
    const bytes = Buffer.concat([...generatedSubmission(wish)])
    const streamed = await readSubmissionStream(generatedSubmission(wish))
    expect(streamed.submission_sha256).toBe(sha256(bytes))
    expect(streamed.submission_bytes).toBe(bytes.length)
    expect(streamed.submission.documents).toHaveLength(51)
    for (const { byte_start, byte_end, document_sha256 } of streamed.submission.documents) {
      expect(document_sha256).toBe(sha256(bytes.subarray(byte_start, byte_end)))
    }
  })

  test('more than a gigabyte is refused before more of it is asked for', async () => {
    let asked = 0
    const block = Buffer.alloc(64 * MEGABYTE, '<SEC-DOCUMENT>\n')
    function* endless() {
      for (;;) {
        asked++
        yield block
      }
    }
    // Cut short by its header already: nothing that large is held.
    expect(await outcome(() => readSubmissionStream(endless()))).toBe('too_large')
    expect(asked).toBeLessThan(18)
  })
})
