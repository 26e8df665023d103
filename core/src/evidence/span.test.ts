import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sha256 } from '../sha256.ts'
import { EvidenceError } from './errors.ts'
import { cappedTextSpan, type QuotedDocument, textSpan, verifySpan } from './span.ts'

function documentOf(text: string): QuotedDocument {
  return {
    document_id: '0009990001-24-000001:1',
    document_sha256: sha256('original'),
    text: {
      text,
      text_sha256: sha256(text),
      length: [...text].length,
      byte_length: Buffer.byteLength(text),
      normaliser_version: 'fixture',
      blocks: [],
      tables: [],
      inline_xbrl: null,
      hidden: [],
      warnings: [],
    },
  }
}

const textWithAstral = fc
  .array(
    fc.oneof(fc.constantFrom('a', 'é', '漢', '𝒳', '😀', '\n', ' ', '\u0301'), fc.string({ unit: 'binary' })),
    {
      minLength: 1,
      maxLength: 60,
    },
  )
  .map((parts) => parts.join('').toWellFormed())
  .filter((text) => text.length > 0)

/** A text and two boundaries between its characters. */
const textAndRange = textWithAstral.chain((text) => {
  const characters = [...text]
  return fc
    .tuple(fc.nat(characters.length - 1), fc.integer({ min: 1, max: characters.length }))
    .map(([first, count]) => {
      const start = characters.slice(0, first).join('').length
      const end = characters.slice(0, Math.min(first + count, characters.length)).join('').length
      return { text, characters, first, start, end }
    })
})

describe('a span of a text', () => {
  it('slices back to its quote by code points and by bytes, whatever the characters', () => {
    fc.assert(
      fc.property(textAndRange, ({ text, characters, start, end }) => {
        const span = textSpan(documentOf(text), null, start, end)
        expect(verifySpan(span, text)).toBe('verified')
        expect(characters.slice(span.start, span.end).join('')).toBe(span.quote)
        expect(Buffer.from(text).subarray(span.byte_start, span.byte_end).toString()).toBe(span.quote)
      }),
    )
  })

  it('slices back far into a long text, in whatever order places are asked for', () => {
    const text = 'a漢é😀 '.repeat(20_000)
    const document = documentOf(text)
    for (const start of [119_994, 0, 32_766, 16_380, 98_304, 65_532, 6]) {
      const span = textSpan(document, null, start, start + 5)
      expect(span.quote).toBe('a漢é😀')
      expect(verifySpan(span, text)).toBe('verified')
    }
  })

  it('is refused when any one of its numbers or its quote is moved', () => {
    fc.assert(
      fc.property(
        textAndRange,
        fc.constantFrom('start', 'end', 'byte_start', 'byte_end'),
        fc.integer({ min: -3, max: 3 }).filter((by) => by !== 0),
        ({ text, start, end }, field, by) => {
          const span = textSpan(documentOf(text), null, start, end)
          expect(verifySpan({ ...span, [field]: span[field] + by }, text)).not.toBe('verified')
          expect(verifySpan({ ...span, quote: `${span.quote}x` }, text)).not.toBe('verified')
        },
      ),
    )
  })

  it('names its section by document and key', () => {
    const span = textSpan(documentOf('Item 1A. Risk Factors'), { section_key: '10k.item_1a' }, 0, 7)
    expect(span.section_id).toBe('0009990001-24-000001:1:10k.item_1a')
  })

  it('is refused against another text, and beyond its end', () => {
    const span = textSpan(documentOf('demand fell sharply'), null, 0, 6)
    expect(verifySpan(span, 'demand rose sharply')).toBe('text_hash_mismatch')
    expect(verifySpan({ ...span, start: 0, end: 20 }, 'demand fell sharply')).toBe('out_of_range')
    expect(verifySpan({ ...span, byte_end: 99 }, 'demand fell sharply')).toBe('out_of_range')
    expect(verifySpan({ ...span, start: -1 }, 'demand fell sharply')).toBe('out_of_range')
    expect(verifySpan({ ...span, start: 0.5 }, 'demand fell sharply')).toBe('out_of_range')
    expect(verifySpan({ ...span, quote: 'Demand' }, 'demand fell sharply')).toBe('quote_mismatch')
  })

  it('is refused when its bytes name another place of the same words', () => {
    const text = 'risk and risk'
    const span = textSpan(documentOf(text), null, 0, 4)
    expect(verifySpan({ ...span, byte_start: 9, byte_end: 13 }, text)).toBe('byte_range_mismatch')
  })

  it('cannot be made empty, outside the text, or through the middle of a character', () => {
    const document = documentOf('a😀b')
    const reasonOf = (start: number, end: number) => {
      try {
        textSpan(document, null, start, end)
      } catch (error) {
        return error instanceof EvidenceError ? error.reason : error
      }
      return 'made'
    }
    expect(reasonOf(1, 1)).toBe('out_of_range')
    expect(reasonOf(0, 5)).toBe('out_of_range')
    expect(reasonOf(-1, 2)).toBe('out_of_range')
    expect(reasonOf(0, 2)).toBe('splits_character')
    expect(reasonOf(2, 4)).toBe('splits_character')
    expect(reasonOf(1, 3)).toBe('made')
  })

  it('is cut at a space, never through a character, when it is too long to quote', () => {
    fc.assert(
      fc.property(textAndRange, fc.integer({ min: 2, max: 20 }), ({ text, start, end }, maximum) => {
        const span = cappedTextSpan(documentOf(text), null, start, end, maximum)
        expect(span.quote.length).toBeLessThanOrEqual(maximum)
        expect(text.slice(start, end).startsWith(span.quote)).toBe(true)
        expect(verifySpan(span, text)).toBe('verified')
      }),
    )
    expect(cappedTextSpan(documentOf('one two three four'), null, 0, 18, 10).quote).toBe('one two')
  })
})
