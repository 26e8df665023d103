import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sha256, type TextSpan, verifyEvidence } from './evidence.ts'

const TEXT = 'Item 1A. Risk factors\n\nThe tide \u{1f30a} r\u00f6se; the gauge said "3.2 m". \ufeffEnd'

async function span(text: string, quote: string): Promise<TextSpan & { kind: 'text_span' }> {
  const index = text.indexOf(quote)
  const before = text.slice(0, index)
  return {
    kind: 'text_span',
    document_id: '0009990001-23-000005:1',
    text_sha256: await sha256(text),
    start: [...before].length,
    end: [...before].length + [...quote].length,
    byte_start: Buffer.byteLength(before),
    byte_end: Buffer.byteLength(before) + Buffer.byteLength(quote),
    quote,
  }
}

describe('a quote', () => {
  test('is verified when hash, code points and bytes all agree', async () => {
    const evidence = await span(TEXT, '\u{1f30a} r\u00f6se; the gauge')
    expect(await verifyEvidence(evidence, TEXT)).toEqual({ verified: true })
    expect(await verifyEvidence(evidence, new TextEncoder().encode(TEXT))).toEqual({ verified: true })
    expect(await verifyEvidence(await span(TEXT, '\ufeffEnd'), TEXT)).toEqual({ verified: true })
    expect(await verifyEvidence(await span(`\ufeff${TEXT}`, 'Item'), `\ufeff${TEXT}`)).toEqual({
      verified: true,
    })
  })

  test.each([
    ['quote', { quote: '\u{1f30a} rose; the gauge' }, 'code_points_differ'],
    ['start', { start: 33 }, 'code_points_differ'],
    ['end beyond the text', { end: 10_000 }, 'offsets_out_of_range'],
    ['end before start', { end: 1 }, 'offsets_out_of_range'],
    ['negative start', { start: -1 }, 'offsets_out_of_range'],
    ['fractional start', { start: 1.5 }, 'offsets_out_of_range'],
    ['byte_start', { byte_start: 33 }, 'bytes_differ'],
    ['byte_end beyond the text', { byte_end: 10_000 }, 'offsets_out_of_range'],
    ['text_sha256', { text_sha256: '0'.repeat(64) }, 'hash_mismatch'],
  ])('with another %s is not', async (_name, change, fault) => {
    const evidence = { ...(await span(TEXT, '\u{1f30a} r\u00f6se; the gauge')), ...change }
    expect(await verifyEvidence(evidence, TEXT)).toEqual({ verified: false, fault })
  })

  test('is not verified against a text that was changed anywhere, even far from the quote', async () => {
    const evidence = await span(TEXT, 'tide')
    expect(await verifyEvidence(evidence, TEXT.replace('End', 'end'))).toEqual({
      verified: false,
      fault: 'hash_mismatch',
    })
  })

  test('any slice of any text is verified, and no longer when one character of it is another', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary', minLength: 1, maxLength: 80 }),
        fc.nat(),
        fc.nat(),
        async (text, from, length) => {
          const characters = [...text]
          const start = from % characters.length
          const end = start + 1 + (length % (characters.length - start))
          const quote = characters.slice(start, end).join('')
          const before = characters.slice(0, start).join('')
          const evidence = {
            kind: 'text_span',
            document_id: '',
            text_sha256: await sha256(text),
            start,
            end,
            byte_start: Buffer.byteLength(before),
            byte_end: Buffer.byteLength(before) + Buffer.byteLength(quote),
            quote,
          }
          expect(await verifyEvidence(evidence, text)).toEqual({ verified: true })
          const changed = await verifyEvidence({ ...evidence, quote: `${quote}x` } as never, text)
          expect(changed.verified).toBe(false)
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('the source', () => {
  test('can be a function that is asked by hash', async () => {
    const evidence = await span(TEXT, 'tide')
    const asked: unknown[] = []
    const source = async (wanted: unknown) => {
      asked.push(wanted)
      return TEXT
    }
    expect(await verifyEvidence(evidence, source)).toEqual({ verified: true })
    expect(asked).toEqual([{ sha256: evidence.text_sha256, document_id: evidence.document_id }])
    expect(await verifyEvidence(evidence, () => undefined)).toEqual({
      verified: false,
      fault: 'source_missing',
    })
  })
})

describe('other kinds', () => {
  test('a pair holds when every side that is there holds', async () => {
    const earlier = 'Old text'
    const [left, right] = [await span(earlier, 'Old'), await span(TEXT, 'tide')]
    const source = ({ sha256 }: { sha256: string }) => (sha256 === right.text_sha256 ? TEXT : earlier)
    const check = (pair: object) => verifyEvidence({ kind: 'pair', ...pair } as never, source)
    expect(await check({ left, right })).toEqual({ verified: true })
    expect(await check({ left: null, right })).toEqual({ verified: true })
    expect(await check({ left: { ...left, quote: 'New' }, right })).toMatchObject({ verified: false })
    expect(await check({ left, right: { ...right, end: right.end + 1 } })).toMatchObject({ verified: false })
    expect(await check({ left: null, right: null })).toEqual({ verified: false, fault: 'nothing_to_verify' })
  })

  test('a header line is sliced out of the bytes of the submission', async () => {
    const submission = new TextEncoder().encode('<SEC-HEADER>\nFILED AS OF DATE:\t\t20230224\n')
    const evidence = {
      kind: 'header_field',
      submission_sha256: await sha256(submission),
      byte_start: 13,
      byte_end: 40,
      quote: 'FILED AS OF DATE:\t\t20230224',
    }
    expect(await verifyEvidence(evidence, submission)).toEqual({ verified: true })
    expect(await verifyEvidence({ ...evidence, byte_end: 39 } as never, submission)).toMatchObject({
      verified: false,
    })
  })

  test('a kind that cannot be checked here is said to be so', async () => {
    expect(await verifyEvidence({ kind: 'xml_path' }, TEXT)).toEqual({
      verified: false,
      fault: 'unsupported_kind',
    })
  })
})
